"""The relation words of a language, made ready to be looked up at a place of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from itertools import chain, compress, count

import msgspec
from msgspec.structs import fields

from crosscheck.claims.sentences.tokens import words_of
from crosscheck.languages import ChangeTerms, load_changes, load_language


class Phrases:
    """A set of phrases, by their words; never changes once made."""

    __slots__ = ("_by_first", "_by_last")

    def __init__(self, phrases: Iterable[str]) -> None:
        """Cut *phrases* into words as sentences are cut."""
        cut = {words_of(phrase) for phrase in phrases}
        longest_first = sorted(cut, key=lambda words: (-len(words), words))
        self._by_first = {word: [p for p in longest_first if p[0] == word] for word in {p[0] for p in cut}}
        self._by_last = {word: [p for p in longest_first if p[-1] == word] for word in {p[-1] for p in cut}}

    def before(self, words: Sequence[str], end: int) -> int | None:
        """Return where the longest phrase that ends before token *end* begins, None where none does."""
        if not end or words[end - 1] not in self._by_last:
            return None
        for phrase in self._by_last[words[end - 1]]:
            first = end - len(phrase)
            if first >= 0 and tuple(words[first:end]) == phrase:
                return first
        return None

    def fronts(self, words: Sequence[str], first: int) -> tuple[int, ...]:
        """Return *first*, and where each phrase begins in turn that ends before the last of these tokens."""
        fronts = [first]
        while (before := self.before(words, fronts[-1])) is not None:
            fronts.append(before)
        return tuple(fronts)

    def at(self, words: Sequence[str], first: int) -> bool:
        """Return whether a phrase begins at token *first*."""
        return first < len(words) and words[first] in self._by_first and self.end_at(words, first) is not None

    def end_at(self, words: Sequence[str], first: int) -> int | None:
        """Return where the longest phrase that begins at token *first* ends, None where none does."""
        if first >= len(words) or words[first] not in self._by_first:
            return None
        for phrase in self._by_first[words[first]]:
            if tuple(words[first : first + len(phrase)]) == phrase:
                return first + len(phrase)
        return None

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        """Yield the words of each phrase."""
        return chain.from_iterable(self._by_last.values())

    def within(self, words: Sequence[str], places: Iterable[int]) -> bool:
        """Return whether a phrase begins at one of *places*."""
        return any(self.at(words, first) for first in places)


_Longer = Mapping[str, Sequence[tuple[tuple[str, ...], Sequence[Phrases]]]]
"""The phrases of several words that begin with one, by their second word, each with the lists that have it."""


class RelationPhrases(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """The relation words of one language: a ``Phrases`` for each list of its pack.

    ``multiples`` are factors by their words, ``cardinals`` and ``hedges`` the words of the section
    ``numbers``, ``changes`` the terms of words for a change. ``alone`` are the lists by the single words that they
    have, ``openings`` the longer phrases of all lists by first word, ``outcomes`` those lists of which a phrase stands
    beside an outcome, ``comparing`` those of which one stands where values are compared.
    """

    of: Phrases
    out_of: Phrases
    wholes: Phrases
    fillers: Phrases
    each: Phrases
    equals: Phrases
    sums: Phrases
    starts: Phrases
    ends: Phrases
    earlier: Phrases
    than: Phrases
    by: Phrases
    beyond: Phrases
    rises: Phrases
    falls: Phrases
    phrasal: Phrases
    per: Phrases
    singly: Phrases
    more: Phrases
    less: Phrases
    as_many: Phrases
    times: Phrases
    like: Phrases
    against: Phrases
    among: Phrases
    owned: Phrases
    altogether: Phrases
    apiece: Phrases
    respectively: Phrases
    others: Phrases
    open: Phrases
    rests: Phrases
    left: Phrases
    margins: Phrases
    leads: Phrases
    joined: Phrases
    dissents: Phrases
    ahead: Phrases
    all: frozenset[str]
    beats: frozenset[str]
    multiples: Mapping[str, Fraction]
    cardinals: Mapping[str, int]
    hedges: frozenset[str]
    changes: ChangeTerms
    alone: Mapping[str, Sequence[Phrases]]
    openings: Mapping[str, _Longer]
    outcomes: frozenset[Phrases]
    comparing: frozenset[Phrases]

    def standing_in(self, words: tuple[str, ...]) -> frozenset[Phrases]:
        """Return the lists of which a phrase stands among *words*, those of a sentence."""
        standing: set[Phrases] = set()
        for word in self.alone.keys() & words:
            standing.update(self.alone[word])
        for at in compress(count(), map(self.openings.__contains__, words[:-1])):
            for phrase, lists in self.openings[words[at]].get(words[at + 1], ()):
                if words[at : at + len(phrase)] == phrase:
                    standing.update(lists)
        return frozenset(standing)


_OUTCOMES = (
    "sums", "equals", "others", "rests", "margins", "leads", "respectively", "altogether", "left", "apiece", "ahead",
)  # fmt: skip
"""The lists of phrases of which one stands before or behind an outcome that is told in words."""

_COMPARING = ("starts", "earlier", "than", "more", "less", "against", "as_many")
"""The lists of phrases of which one stands where a value is compared with another, unless it is itself a change."""


@cache
def relation_phrases(code: str) -> RelationPhrases:
    """Return the relation words of the pack *code*."""
    pack = load_language(code)
    words = pack.relations
    lists = (field.name for field in fields(RelationPhrases) if field.type is Phrases)
    phrases = {name: Phrases(getattr(words, name)) for name in lists}
    by_words = _lists_by_phrase(phrases.values())
    return RelationPhrases(
        **phrases,
        alone={words[0]: lists for words, lists in by_words.items() if len(words) == 1},
        openings=_openings(by_words),
        outcomes=frozenset(phrases[name] for name in _OUTCOMES),
        comparing=frozenset(phrases[name] for name in _COMPARING),
        all=words.all,
        beats=words.beats,
        multiples={word: Fraction(times) for word, times in words.multiples.items()},
        cardinals=pack.numbers.cardinals,
        hedges=frozenset(word for hedge in pack.numbers.hedges.values() for word in hedge.words),
        changes=load_changes(),
    )


def _lists_by_phrase(several: Iterable[Phrases]) -> dict[tuple[str, ...], list[Phrases]]:
    """Return which of *several* lists have a phrase, by its words."""
    found: dict[tuple[str, ...], list[Phrases]] = {}
    for phrases in several:
        for phrase in phrases:
            found.setdefault(phrase, []).append(phrases)
    return found


def _openings(by_words: Mapping[tuple[str, ...], Sequence[Phrases]]) -> dict[str, _Longer]:
    """Return the phrases of several words by their first, each with the lists that have it."""
    longer: dict[str, dict[str, list[tuple[tuple[str, ...], Sequence[Phrases]]]]] = {}
    for phrase, lists in by_words.items():
        if len(phrase) > 1:
            longer.setdefault(phrase[0], {}).setdefault(phrase[1], []).append((phrase, lists))
    return dict(longer)
