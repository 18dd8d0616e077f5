"""claims.yaml to Config: read, checked against the packs, every mistake with line, column and remedy."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import msgspec
import yaml

from crosscheck.config.settings import Config, KnownFact, Settings
from crosscheck.config.tree import Tree, parse_tree, read_tree, suggest
from crosscheck.domains.pack import Concept, available_domains, load_domain
from crosscheck.errors import ConfigError, FormulaError
from crosscheck.languages.pack import available_languages
from crosscheck.messages import Phrase, say, say_failure
from crosscheck.values.formula import check_units, parse_formula

FILE_NAME = "claims.yaml"
_ATTRIBUTE = re.compile(r"[a-z_][a-z0-9_]*", re.ASCII)
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?", re.ASCII)
_FINGERPRINT = re.compile(r"[0-9a-f]{4,16}", re.ASCII)
_WORD_FIELDS = ("label", "nouns", "cues", "vetoes", "of")


def find_config(directory: Path) -> Path | None:
    """Return the claims.yaml of *directory* or of the nearest folder above it, as a path that starts at *directory*."""
    absolute = directory.absolute()
    for height, folder in enumerate((absolute, *absolute.parents)):
        if (folder / FILE_NAME).is_file():
            return directory.joinpath(*[".."] * height, FILE_NAME)
    return None


def load_config(path: Path) -> Config:
    """Return the configuration in the file *path*.

    Raises:
        ConfigError: it cannot be read, is not YAML, or says something that no pack and no record knows.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        what = say("cannot be read: {reason}", reason=say_failure(error))
        raise ConfigError(what, remedy=say("check the path"), place=str(path)) from error
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8-sig")
        place = f"{path}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
        raise ConfigError(say("not UTF-8"), remedy=say("save it as UTF-8"), place=place) from error
    return parse_config(text, name=str(path), folder=str(path.parent))


def parse_config(text: str, *, name: str = FILE_NAME, folder: str = "") -> Config:
    """Return the configuration that *text* spells.

    Args:
        text: YAML.
        name: the file's name, for messages.
        folder: where the paths in it start, relative to the working directory.

    Raises:
        ConfigError: as load_config.
    """
    tree = parse_tree(text, name)
    settings = read_tree(tree, Settings)
    _check_packs(tree, settings)
    _check_attributes(tree, settings)
    _check_accepted(tree, settings)
    if settings.constraints or settings.known:
        concepts = known_concepts(settings)
        _check_constraints(tree, settings, concepts)
        _check_known(tree, settings, concepts)
    return Config(
        folder=os.path.abspath(folder),  # noqa: PTH100 - keeps symlinks
        document_places=tuple(tree.place(tree.at("documents", i, "path")) for i in range(len(settings.documents))),
        accepted_places=tuple(tree.place(tree.at("accepted", i, "finding")) for i in range(len(settings.accepted))),
        known_places=tuple(tree.place(tree.at("known", i, "value")) for i in range(len(settings.known))),
        **msgspec.structs.asdict(settings),
    )


def known_concepts(settings: Settings) -> dict[str, Concept]:
    """Return every attribute by name: those of the enabled domain packs, then the settings' own, which win."""
    packs = (load_domain(name) for name in settings.domains or available_domains())
    return {name: concept for pack in packs for name, concept in pack.concepts.items()} | settings.attributes


def _check_packs(tree: Tree, settings: Settings) -> None:
    for index, code in enumerate(settings.languages):
        _require_language(tree, tree.at("languages", index), code, available_languages())
    for index, name in enumerate(settings.domains):
        what = say("unknown domain {name}", name=repr(name))
        _require_known(tree, tree.at("domains", index), what, name, available_domains())
    languages = settings.languages or available_languages()
    for index, document in enumerate(settings.documents):
        if document.language is not None:
            node = tree.at("documents", index, "language")
            _require_language(tree, node, document.language, languages)


def _check_attributes(tree: Tree, settings: Settings) -> None:
    """Raise unless every own attribute has a name that formulas can use, and words in known languages."""
    for name, concept in settings.attributes.items():
        if not _ATTRIBUTE.fullmatch(name):
            what = say("attribute name {name} cannot stand in a formula", name=repr(name))
            remedy = say("use lower-case letters, digits and underscores")
            raise ConfigError(what, remedy=remedy, place=tree.place(tree.key("attributes", name)))
        for field in _WORD_FIELDS:
            _check_words(tree, getattr(concept, field), ("attributes", name, field))
        for step, words in concept.steps.items():
            _check_words(tree, words, ("attributes", name, "steps", step))


def _check_words(tree: Tree, words: Mapping[str, object], path: tuple[str, ...]) -> None:
    for code in words:
        if code not in available_languages():
            _require_language(tree, tree.key(*path, code), code, available_languages())


def _check_constraints(tree: Tree, settings: Settings, concepts: Mapping[str, Concept]) -> None:
    units = {
        name: concept.unit or ("percent" if concept.kind == "percent" else "") for name, concept in concepts.items()
    }
    for index, text in enumerate(settings.constraints):
        node = tree.at("constraints", index)
        try:
            formula = parse_formula(text)
            for name in (*formula.variables, *formula.aggregates):
                _require_attribute(tree, node, name, concepts, formula.offset_of(name))
            check_units(formula, units)
        except FormulaError as error:
            place = tree.place(node, error.offset)
            raise ConfigError(error.what, remedy=error.remedy, place=place) from error


def _check_accepted(tree: Tree, settings: Settings) -> None:
    """Raise unless every accepted fingerprint is one, or the beginning of one, with a reason and an owner."""
    for index, entry in enumerate(settings.accepted):
        for key, said in (("reason", entry.reason), ("by", entry.by)):
            if not said.strip():
                place = tree.place(tree.at("accepted", index, key))
                what = say("an acceptance without {key}", key=repr(key))
                raise ConfigError(what, remedy=say("say why, and who decided"), place=place)
        if not _FINGERPRINT.fullmatch(entry.finding):
            what = say("{text} is no fingerprint", text=repr(entry.finding))
            remedy = say("write 4 to 16 digits of it, as 'crosscheck report' shows it in JSON")
            raise ConfigError(what, remedy=remedy, place=tree.place(tree.at("accepted", index, "finding")))


def _check_known(tree: Tree, settings: Settings, concepts: Mapping[str, Concept]) -> None:
    for index, fact in enumerate(settings.known):
        _require_attribute(tree, tree.at("known", index, "attribute"), fact.attribute, concepts)
        mismatch = _mismatch(fact, concepts[fact.attribute])
        if mismatch is not None:
            what, remedy = mismatch
            raise ConfigError(what, remedy=remedy, place=tree.place(tree.at("known", index, "value")))


def _mismatch(fact: KnownFact, concept: Concept) -> tuple[Phrase, Phrase] | None:
    """Return what is wrong with the value of *fact*, and the remedy; None where nothing is."""
    value = repr(fact.value)
    if concept.kind in ("role", "wording", "polarity"):
        return None
    if concept.kind != "date":
        what, remedy = (
            say("{text} is no number", text=value),
            say("write plain digits with a decimal point, as in 42.1"),
        )
        return None if _NUMBER.fullmatch(fact.value) else (what, remedy)
    try:
        date.fromisoformat(fact.value)
    except ValueError:
        return say("{text} is no date", text=value), say("write it as YYYY-MM-DD")
    return None


def _require_language(tree: Tree, node: yaml.Node, code: str, known: Iterable[str]) -> None:
    _require_known(tree, node, say("unknown language {name}", name=repr(code)), code, known)


def _require_attribute(tree: Tree, node: yaml.Node, name: str, known: Iterable[str], offset: int = 0) -> None:
    _require_known(tree, node, say("unknown attribute {name}", name=repr(name)), name, known, offset)


def _require_known(tree: Tree, node: yaml.Node, what: Phrase, name: str, known: Iterable[str], offset: int = 0) -> None:
    choices = tuple(known)
    if name not in choices:
        raise ConfigError(what, remedy=suggest(name, choices), place=tree.place(node, offset))
