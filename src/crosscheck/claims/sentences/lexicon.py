"""The vocabulary of a run in one language: concepts, names, events and small words, indexed for matching."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from crosscheck.claims.sentences.cues import HAPPENING, ActiveCues, CueTable, leaning_cues
from crosscheck.claims.sentences.house_words import HouseWords
from crosscheck.claims.sentences.passage import may_be_money
from crosscheck.claims.sentences.phrases import PhraseIndex, with_parted
from crosscheck.claims.sentences.portions import read_portions
from crosscheck.claims.sentences.signs import SENSES, Sense, Signs, Told, as_signs, gather_senses
from crosscheck.claims.sentences.tokens import Tokens
from crosscheck.claims.sentences.vocabulary import read_phrases
from crosscheck.domains import Concept, DomainPack, KnownName, Words
from crosscheck.languages import LanguagePack
from crosscheck.memo import Memo
from crosscheck.records import Mention

PERSON = "person"
PLACE = "place"
ORGANISATION = "organisation"
"""The general kind of names of places."""
_NO_CONCEPTS: frozenset[str] = frozenset()
_MOST_DOMAINS = 1 << 6
"""Of documents with how many sets of domains it is remembered which cues count."""
_HINTS = 2
"""How many different hints make up for a domain's topic word."""


class EventPattern(msgspec.Struct, frozen=True, gc=False):
    """Words around a name that make it an event of a kind: those before it and those after it."""

    kind: str
    before: tuple[str, ...]
    after: tuple[str, ...]


class EventNames:
    """How events are named in one language: the words around names, and the kinds of names by domain.

    ``patterns`` are those that make an event of a name, ``kinds`` the kinds of names that events go by, in any domain,
    ``kinds_in`` those by domain. ``placed`` are the domains whose events go by the names of their places.
    """

    __slots__ = ("_after_them", "_before_them", "kinds", "kinds_in", "patterns", "placed")

    def __init__(self, packs: Sequence[DomainPack], general: Mapping[str, str], code: str) -> None:
        """Index what *packs* say in the language *code*; *general* is the general kind of each kind of name."""
        self.patterns = tuple(_name_patterns((pack.events for pack in packs), code))
        around = (*self.patterns, *_name_patterns((pack.shown for pack in packs), code))
        self._before_them = _grouped((e.before[-1], e) for e in around if e.before)
        self._after_them = _grouped((e.after[0], e) for e in around if not e.before)
        self.kinds = frozenset(kind for pack in packs for kind in pack.events)
        self.kinds_in = {pack.name: frozenset(pack.events) for pack in packs}
        self.placed = frozenset(
            pack.name for pack in packs if any(general.get(kind, kind) == PLACE for kind in pack.events)
        )

    def beside(self, before: str, after: str) -> Sequence[EventPattern]:
        """Return the patterns that may fit between the word *before* a name and the word *after* it."""
        return (*self._before_them.get(before, ()), *self._after_them.get(after, ()))


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
        self.language = language
        self.concepts = {name: concept for pack in packs for name, concept in pack.concepts.items()} | dict(attributes)
        self.general = {kind: general for pack in packs for kind, general in pack.kinds.items()}
        self.topic_of = {name: pack.name for pack in packs for name in pack.concepts}
        self._of_pack = {pack.name: frozenset(pack.concepts) for pack in packs}
        self._of_no_pack = frozenset(self.concepts.keys() - self.topic_of.keys())
        self._by_kind = _concepts_by_kind(self.concepts)
        self._cues_in = Memo(self._active_in, _MOST_DOMAINS)
        self.posts = frozenset(name for name, concept in self.concepts.items() if concept.post)
        self.happenings = self._by_kind.get(HAPPENING, _NO_CONCEPTS)
        self.occasional = frozenset(name for name, c in self.concepts.items() if c.kind in {"date", "ordinal"} and c.of)
        self.places = frozenset(concept.values_of for concept in self.concepts.values() if concept.values_of)
        self.measured = {c.measure: name for name, c in self.concepts.items() if c.kind == "polarity" and c.measure}
        self.denying = _denying(language)
        leaning = leaning_cues(self.concepts, frozenset(self.measured.values()))
        self._cue_table = CueTable(self._by_kind, frozenset(self.measured), self.denying, leaning)
        self.nobody = tuple(tuple(phrase.split()) for phrase in sorted(language.clauses.modality.nobody))
        self._everywhere = frozenset(pack.name for pack in packs if not pack.topic and not pack.hints)
        self.names = (*names, *(name for pack in packs for name in pack.names))
        self.known_kinds = {known.name: known.kind for known in self.names}
        self.event_names = EventNames(packs, self.general, language.code)
        self.portions = read_portions(packs, self.concepts)
        phrases = read_phrases(language, packs, self.concepts, self.topic_of, self.names)
        self._phrases = _indexed(phrases, language)
        self.divisions = tuple(division for pack in packs for division in pack.divisions)
        self.houses = tuple(HouseWords(house, language.code) for pack in packs for house in pack.houses)
        self.raced = frozenset(ballot.counted for pack in packs for ballot in pack.ballots)
        self.pronouns = dict(_pronouns(language))
        self.genders = language.grammar.genders()
        self.people = language.grammar.people()
        self.natives = frozenset[str]().union(*language.grammar.natives.values())

    def event_kinds_of(self, concept: str) -> frozenset[str]:
        """Return the kinds of names that can be the event of *concept*: those that its domain names events by."""
        return self.event_names.kinds_in.get(self.topic_of.get(concept, ""), self.event_names.kinds)

    def concepts_with(self, mention: Mention) -> frozenset[str]:
        """Return the concepts of the kind of a value: of a number of millions also those that are money."""
        told = self._by_kind.get(mention.kind, _NO_CONCEPTS)
        return told | self._by_kind.get("money", _NO_CONCEPTS) if may_be_money(mention) else told

    def names_places(self, concept: str) -> bool:
        """Return whether the events of *concept* go by the names of their places, as by-elections do."""
        return self.topic_of.get(concept, "") in self.event_names.placed

    def read_signs(self, sentences: Iterable[Tokens]) -> list[Signs]:
        """Return what the phrases of each sentence tell."""
        return [as_signs(lists) for lists in self._phrases.find(sentence.words for sentence in sentences)]

    def active_cues(self, sentences: Iterable[Tokens], signs: Iterable[Signs]) -> ActiveCues:
        """Return what chooses the cues of a document with these *sentences* and *signs*.

        They are those of the concepts whose domain it speaks of, and of the concepts that belong to no pack.
        """
        domains: set[str] = set()
        hinted: set[tuple[tuple[str, ...], str]] = set()
        for sentence, found in zip(sentences, signs, strict=True):
            for at, topics in found.topics:
                for topic in topics:
                    if topic.decides:
                        domains.add(topic.domain)
                    else:
                        hinted.add((sentence.words[at.first : at.end], topic.domain))
        hints = Counter(domain for _, domain in hinted)
        domains |= {domain for domain, count in hints.items() if count >= _HINTS} | self._everywhere
        return self._cues_in[frozenset(domains)]

    def _active_in(self, domains: frozenset[str]) -> ActiveCues:
        """Return what chooses the cues of a document that speaks of *domains*."""
        active = self._of_no_pack.union(*(self._of_pack[domain] for domain in domains))
        return ActiveCues(active, self._cue_table)


def _indexed(phrases: Iterable[tuple[str, Sense]], language: LanguagePack) -> PhraseIndex[Sense, Told]:
    """Return *phrases* made ready to be found, parted verbs among them where the language parts them."""
    if language.terms.linkers:
        phrases = with_parted(phrases, language.terms.separable)
    return PhraseIndex(phrases, gather_senses, SENSES)


def _denying(language: LanguagePack) -> frozenset[str]:
    """Return the words that phrases begin with which say that nobody did, or that there is none."""
    modality = language.clauses.modality
    return frozenset(phrase.split()[0] for phrase in modality.nobody | modality.none)


def _concepts_by_kind(concepts: Mapping[str, Concept]) -> dict[str, frozenset[str]]:
    kinds = {concept.kind for concept in concepts.values()}
    return {kind: frozenset(name for name, concept in concepts.items() if concept.kind == kind) for kind in kinds}


def _pronouns(language: LanguagePack) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each pronoun with the kinds of names that it can take up."""
    kinds = language.clauses.pronouns
    for word in sorted(frozenset().union(*kinds.values())):
        yield word, frozenset(kind for kind, words in kinds.items() if word in words)


def _grouped(patterns: Iterable[tuple[str, EventPattern]]) -> dict[str, list[EventPattern]]:
    groups: dict[str, list[EventPattern]] = {}
    for word, pattern in patterns:
        groups.setdefault(word, []).append(pattern)
    return groups


def _name_patterns(tables: Iterable[Mapping[str, Words]], code: str) -> Iterator[EventPattern]:
    for table in tables:
        for kind, words in table.items():
            for phrase in words.get(code, ()):
                before, _, after = phrase.partition("{name}")
                yield EventPattern(kind, tuple(before.lower().split()), tuple(after.lower().split()))
