"""The shape of a language pack, and its loading. A wrong key or type is an error with the file's name."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from crosscheck.errors import ConfigError
from crosscheck.languages.aspects import AspectWords
from crosscheck.languages.bounds import BoundWords
from crosscheck.languages.clauses import ClauseWords
from crosscheck.languages.dates import DateWords
from crosscheck.languages.glossary import TermWords
from crosscheck.languages.grammar import GrammarWords
from crosscheck.languages.names import NameWords
from crosscheck.languages.numbers import NumberWords
from crosscheck.languages.ranks import RankWords
from crosscheck.languages.relations import RelationWords
from crosscheck.languages.sentences import SentenceWords
from crosscheck.messages import join, say
from crosscheck.packfile import load_pack

_FOLDER = Path(__file__).parent


class LanguagePack(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One language: words and marks, in the sections that the stages read.

    ``function_words`` are the commonest words that no other pack's language shares; they tell the language of a text.
    ``elisions`` are words that an apostrophe glues to the next one, written without it ('l' of 'l'Europe').
    """

    name: str
    function_words: frozenset[str]
    elisions: frozenset[str] = frozenset()
    sentences: SentenceWords
    numbers: NumberWords
    dates: DateWords
    names: NameWords
    clauses: ClauseWords
    terms: TermWords
    relations: RelationWords = RelationWords()
    ranks: RankWords = RankWords()
    bounds: BoundWords = BoundWords()
    grammar: GrammarWords = GrammarWords()
    aspects: AspectWords = AspectWords()
    code: str = ""


@cache
def available_languages() -> tuple[str, ...]:
    """Return the codes of all packs, sorted."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yaml") if len(path.stem) == 2))


@cache
def load_language(code: str) -> LanguagePack:
    """Return the pack of ISO 639-1 *code*.

    Raises:
        ConfigError: there is no such pack, or it does not have the shape.
    """
    path = _FOLDER / f"{code}.yaml"
    if not path.is_file():
        what = say("no language pack {name}", name=repr(code))
        raise ConfigError(what, remedy=say("use one of {names}", names=join(available_languages())))
    pack = load_pack(path, LanguagePack)
    return msgspec.structs.replace(pack, code=code)
