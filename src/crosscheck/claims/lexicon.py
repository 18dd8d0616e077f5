"""The vocabulary of a run in one language: concepts, names, events and small words, indexed for matching."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

import msgspec

from crosscheck.claims.phrases import PhraseIndex
from crosscheck.domains import Concept, DomainPack, KnownName, Words
from crosscheck.languages import LanguagePack

CuePart = Literal["noun", "cue", "veto", "of", "step"]
ClausePart = Literal[
    "boundary", "coordinator", "bearer", "infinitive", "difference", "agent", "place", "of", "article", "speech",
    "source", "planned", "predicted", "conditional", "denied", "refuted",
]  # fmt: skip


class Cue(msgspec.Struct, frozen=True):
    """What a phrase says about a concept; ``step`` is the step of a wording's scale."""

    concept: str
    part: CuePart
    step: str = ""


class EventPattern(msgspec.Struct, frozen=True):
    """Words around a name that make it an event of a kind: those before it and those after it."""

    kind: str
    before: tuple[str, ...]
    after: tuple[str, ...]


class Lexicon:
    """All vocabulary that claims are read with, for one language; built once per run, never changed after."""

    def __init__(
        self,
        language: LanguagePack,
        domains: Iterable[DomainPack],
        attributes: Mapping[str, Concept],
        names: Iterable[KnownName],
    ) -> None:
        packs = tuple(domains)
        code = language.code
        self.language = language
        self.concepts = {name: concept for pack in packs for name, concept in pack.concepts.items()} | dict(attributes)
        self.general = {kind: general for pack in packs for kind, general in pack.kinds.items()}
        self.topic_of = {name: pack.name for pack in packs for name in pack.concepts}
        self.names = (*names, *(name for pack in packs for name in pack.names))
        self.events = tuple(_event_patterns(packs, code))
        self.event_kinds = frozenset(kind for pack in packs for kind in pack.events)
        self.cues = PhraseIndex(_cue_phrases(self.concepts, code))
        self.topics = PhraseIndex((word, pack.name) for pack in packs for word in pack.topic.get(code, ()))
        self.hints = PhraseIndex((word, pack.name) for pack in packs for word in pack.hints.get(code, ()))
        self.known = PhraseIndex((form, known) for known in self.names for form in (known.name, *known.aliases))
        self.anaphors = PhraseIndex(_by_kind(code, (pack.anaphors for pack in packs)))
        self.parts = PhraseIndex((word, pack.name) for pack in packs for word in pack.parts.get(code, ()))
        self.titles = PhraseIndex(_by_kind(code, (pack.titles for pack in packs)))
        self.clause = PhraseIndex(_clause_phrases(language))
        self.pronouns = {
            word: frozenset(kind for kind, words in language.clauses.pronouns.items() if word in words)
            for words in language.clauses.pronouns.values()
            for word in words
        }


def _by_kind(code: str, tables: Iterable[Mapping[str, Words]]) -> Iterator[tuple[str, str]]:
    for table in tables:
        for kind, words in table.items():
            for word in words.get(code, ()):
                yield word, kind


def _cue_phrases(concepts: Mapping[str, Concept], code: str) -> Iterator[tuple[str, Cue]]:
    for name, concept in concepts.items():
        parts: tuple[tuple[CuePart, Words], ...] = (
            ("noun", concept.nouns),
            ("cue", concept.cues),
            ("veto", concept.vetoes),
            ("of", concept.of),
        )
        for part, words in parts:
            for phrase in words.get(code, ()):
                yield phrase, Cue(name, part)
        for step, words in concept.steps.items():
            for phrase in words.get(code, ()):
                yield phrase, Cue(name, "step", step)


def _event_patterns(packs: Iterable[DomainPack], code: str) -> Iterator[EventPattern]:
    for pack in packs:
        for kind, words in pack.events.items():
            for phrase in words.get(code, ()):
                before, _, after = phrase.partition("{name}")
                yield EventPattern(kind, tuple(before.lower().split()), tuple(after.lower().split()))


def _clause_phrases(language: LanguagePack) -> Iterator[tuple[str, ClausePart]]:
    words = language.clauses
    modality = words.modality
    parts: tuple[tuple[ClausePart, frozenset[str]], ...] = (
        ("boundary", words.boundaries),
        ("bearer", words.bearers),
        ("infinitive", words.infinitives),
        ("coordinator", words.coordinators),
        ("difference", words.differences),
        ("agent", words.agents),
        ("place", words.places),
        ("of", words.of),
        ("article", words.articles),
        ("speech", words.speech),
        ("source", words.sources),
        ("planned", modality.planned),
        ("predicted", modality.predicted),
        ("conditional", modality.conditional),
        ("denied", modality.denied),
        ("refuted", modality.refuted),
    )
    for part, phrases in parts:
        for phrase in sorted(phrases):
            yield phrase, part
