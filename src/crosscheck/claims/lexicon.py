"""The vocabulary of a run in one language: concepts, names, events and small words, indexed for matching."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

import msgspec

from crosscheck.claims.cues import ActiveCues
from crosscheck.claims.phrases import PhraseIndex
from crosscheck.claims.signs import (
    Anaphor,
    ClausePart,
    Cue,
    CuePart,
    Label,
    LabelTable,
    PartWord,
    Sense,
    Signs,
    SmallWord,
    Title,
    Topic,
    Veto,
    sort_signs,
)
from crosscheck.claims.tokens import Tokens
from crosscheck.domains import Concept, DomainPack, KnownName, Words
from crosscheck.languages import LanguagePack

PLACE = "place"
"""The general kind of names of places."""
_HINTS = 2
"""How many different hints make up for a domain's topic word."""


class EventPattern(msgspec.Struct, frozen=True, gc=False):
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
        self._everywhere = frozenset(pack.name for pack in packs if not pack.topic and not pack.hints)
        self.names = (*names, *(name for pack in packs for name in pack.names))
        self.known_kinds = {known.name: known.kind for known in self.names}
        self.events = tuple(_event_patterns(packs, code))
        self._events_before = _grouped((e.before[-1], e) for e in self.events if e.before)
        self._events_after = _grouped((e.after[0], e) for e in self.events if not e.before)
        self.event_kinds = frozenset(kind for pack in packs for kind in pack.events)
        self._event_kinds_in = {pack.name: frozenset(pack.events) for pack in packs}
        self._naming_places = frozenset(
            pack.name for pack in packs if any(self.general.get(kind, kind) == PLACE for kind in pack.events)
        )
        covers = {pack.name: pack.covers.get(code, ()) for pack in packs}
        self._phrases = PhraseIndex[Sense](
            (
                *_topic_phrases(packs, code),
                *_cue_phrases(self.concepts, self.topic_of, covers, code),
                *_compound_phrases(self.concepts, self.topic_of, language),
                *_veto_phrases(self.concepts, code),
                *_clause_phrases(language),
                *_label_phrases(language),
                *((form, known) for known in self.names for form in (known.name, *known.aliases)),
                *((word, Anaphor(kind)) for word, kind in _by_kind(code, _anaphors(language, packs))),
                *((word, Title(kind)) for word, kind in _by_kind(code, (pack.titles for pack in packs))),
                *((word, PartWord(pack.name)) for pack in packs for word in pack.parts.get(code, ())),
            )
        )
        self.pronouns = {
            word: frozenset(kind for kind, words in language.clauses.pronouns.items() if word in words)
            for words in language.clauses.pronouns.values()
            for word in words
        }

    def events_beside(self, before: str, after: str) -> Iterator[EventPattern]:
        """Yield the patterns of events that may fit between the word *before* a name and the word *after* it."""
        yield from self._events_before.get(before, ())
        yield from self._events_after.get(after, ())

    def event_kinds_of(self, concept: str) -> frozenset[str]:
        """Return the kinds of names that can be the event of *concept*: those that its domain names events by."""
        return self._event_kinds_in[self.topic_of[concept]] if concept in self.topic_of else self.event_kinds

    def names_places(self, concept: str) -> bool:
        """Return whether the events of *concept* go by the names of their places, as by-elections do."""
        return self.topic_of.get(concept, "") in self._naming_places

    def read_signs(self, sentences: Iterable[Tokens]) -> list[Signs]:
        """Return what the phrases of each sentence tell."""
        return [sort_signs(found) for found in self._phrases.find(sentence.words for sentence in sentences)]

    def active_cues(self, sentences: Iterable[Tokens], signs: Iterable[Signs]) -> ActiveCues:
        """Return what chooses the cues of a document with these *sentences* and *signs*.

        They are those of the concepts whose domain it speaks of, and of the concepts that belong to no pack.
        """
        told = {
            (sentence.words[first:end], topic)
            for sentence, found in zip(sentences, signs, strict=True)
            for first, end, topic in found.topics
        }
        domains = {topic.domain for _, topic in told if topic.decides}
        hints = Counter(topic.domain for _, topic in told if not topic.decides)
        domains |= {domain for domain, count in hints.items() if count >= _HINTS} | self._everywhere
        active = frozenset(c for c in self.concepts if c not in self.topic_of or self.topic_of[c] in domains)
        return ActiveCues(active, self.concepts)


def _grouped(patterns: Iterable[tuple[str, EventPattern]]) -> dict[str, list[EventPattern]]:
    groups: dict[str, list[EventPattern]] = {}
    for word, pattern in patterns:
        groups.setdefault(word, []).append(pattern)
    return groups


def _topic_phrases(packs: Iterable[DomainPack], code: str) -> Iterator[tuple[str, Topic]]:
    for pack in packs:
        yield from ((word, Topic(pack.name, decides=True)) for word in pack.topic.get(code, ()))
        yield from ((word, Topic(pack.name, decides=False)) for word in pack.hints.get(code, ()))


def _anaphors(language: LanguagePack, packs: Iterable[DomainPack]) -> Iterator[Mapping[str, Words]]:
    """Yield the nouns that take up a name, those of the language before those of the domains."""
    yield {kind: {language.code: tuple(sorted(nouns))} for kind, nouns in language.clauses.anaphors.items()}
    yield from (pack.anaphors for pack in packs)


def _by_kind(code: str, tables: Iterable[Mapping[str, Words]]) -> Iterator[tuple[str, str]]:
    for table in tables:
        for kind, words in table.items():
            for word in words.get(code, ()):
                yield word, kind


def _cue_phrases(
    concepts: Mapping[str, Concept], topic_of: Mapping[str, str], covers: Mapping[str, Sequence[str]], code: str
) -> Iterator[tuple[str, Cue]]:
    """Yield the cues of all concepts; each concept that counts something gets the covers of its domain."""
    for name, concept in concepts.items():
        domain = topic_of.get(name, "")
        parts: tuple[tuple[CuePart, Words], ...] = (
            ("noun", concept.nouns),
            ("count", concept.counts),
            ("cue", concept.cues),
            ("verb", concept.verbs),
            ("of", concept.of),
            ("head", concept.heads),
        )
        for part, words in parts:
            cue = Cue(name, part, domain=domain)
            yield from ((phrase, cue) for phrase in words.get(code, ()))
        if concept.nouns or concept.counts:
            cover = Cue(name, "cover", domain=domain)
            yield from ((phrase, cover) for phrase in covers.get(domain, ()))
        scales: tuple[tuple[CuePart, Mapping[str, Words]], ...] = (
            ("step", concept.steps),
            ("outright", concept.outright),
        )
        for part, scale in scales:
            for step, words in scale.items():
                outcome = Cue(name, part, step, domain)
                yield from ((phrase, outcome) for phrase in words.get(code, ()))


def _compound_phrases(
    concepts: Mapping[str, Concept], topic_of: Mapping[str, str], language: LanguagePack
) -> Iterator[tuple[str, Cue]]:
    """Yield the names of posts that a noun for the body and one for its head make: 'museum chief', 'Museumschef'."""
    code = language.code
    joints = ("", "-") if language.names.nouns_capitalised else (" ",)
    for name, concept in concepts.items():
        cue = Cue(name, "cue", domain=topic_of.get(name, ""))
        for body, joint, head in product(concept.of.get(code, ()), joints, concept.heads.get(code, ())):
            yield f"{body}{joint}{head}", cue


def _veto_phrases(concepts: Mapping[str, Concept], code: str) -> Iterator[tuple[str, Veto]]:
    ruled_out: dict[str, list[str]] = {}
    for name, concept in concepts.items():
        for phrase in concept.vetoes.get(code, ()):
            ruled_out.setdefault(phrase, []).append(name)
    return ((phrase, Veto(frozenset(names))) for phrase, names in ruled_out.items())


def _event_patterns(packs: Iterable[DomainPack], code: str) -> Iterator[EventPattern]:
    for pack in packs:
        for kind, words in pack.events.items():
            for phrase in words.get(code, ()):
                before, _, after = phrase.partition("{name}")
                yield EventPattern(kind, tuple(before.lower().split()), tuple(after.lower().split()))


def _clause_phrases(language: LanguagePack) -> Iterator[tuple[str, SmallWord]]:
    words = language.clauses
    modality, scope = words.modality, words.scope
    parts: tuple[tuple[ClausePart, frozenset[str]], ...] = (
        ("boundary", words.boundaries),
        ("bearer", words.bearers),
        ("infinitive", words.infinitives),
        ("coordinator", words.coordinators),
        ("difference", words.differences),
        ("distance", words.distances),
        ("agent", words.agents),
        ("place", words.places),
        ("of", words.of),
        ("article", words.articles),
        ("speech", words.speech),
        ("source", words.sources),
        ("complement", words.complements),
        ("relative", words.relatives),
        ("planned", modality.planned),
        ("demanded", modality.demanded),
        ("predicted", modality.predicted),
        ("conditional", modality.conditional),
        ("denied", modality.denied),
        ("affirmed", modality.affirmed),
        ("refuted", modality.refuted),
        ("hearsay", modality.hearsay),
        ("rebuttal", modality.rebuttals),
        ("retraction", modality.retractions),
        ("inside", scope.inside),
        ("as_of", scope.as_of),
        ("since", scope.since),
        ("ongoing", scope.ongoing),
        ("earlier", scope.earlier),
        ("average", scope.averages),
        ("member", scope.members),
        ("other", scope.others),
        ("than", scope.than),
        ("total", scope.totals),
        ("turnover", words.posts.turnover),
        ("naming", words.posts.namings),
        ("led_by", words.posts.led_by),
        ("led", words.posts.led),
        ("leads", words.posts.leads | words.posts.once_led),
    )
    for part, phrases in parts:
        for phrase in sorted(phrases):
            yield phrase, SmallWord(part)


def _label_phrases(language: LanguagePack) -> Iterator[tuple[str, Label]]:
    scope = language.clauses.scope
    tables: tuple[tuple[LabelTable, Mapping[str, frozenset[str]]], ...] = (
        ("extent", scope.extents),
        ("period", scope.periods),
        ("group", scope.groups),
    )
    for table, keys in tables:
        for key, phrases in keys.items():
            yield from ((phrase, Label(table, key)) for phrase in sorted(phrases))
