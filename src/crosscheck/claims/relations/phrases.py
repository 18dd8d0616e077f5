"""The relation words of a language, made ready to be looked up at a place of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from itertools import chain

import msgspec
from msgspec.structs import fields

from crosscheck.claims.tokens import words_of
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

    @property
    def first_words(self) -> Iterable[str]:
        """Return the words that the phrases begin with."""
        return self._by_first.keys()

    @property
    def last_words(self) -> Iterable[str]:
        """Return the words that the phrases end with."""
        return self._by_last.keys()

    def may_stand_in(self, words: Sequence[str]) -> bool:
        """Return whether a first word of one of the phrases is among *words*."""
        return not self._by_first.keys().isdisjoint(words)

    def within(self, words: Sequence[str], places: Iterable[int]) -> bool:
        """Return whether a phrase begins at one of *places*."""
        return any(self.at(words, first) for first in places)


class RelationPhrases(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """The relation words of one language: a ``Phrases`` for each list of its pack.

    ``outcome_words`` are those of which one stands beside every value that the words call an outcome, unless its unit
    tells it. ``multiples`` are factors by their words, ``cardinals`` and ``hedges`` the words of the section
    ``numbers``, ``changes`` the terms of words for a change. ``by_words`` are the lists that a phrase is in,
    ``lengths`` how many words the phrases have that end with a word, the most first.
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
    more: Phrases
    less: Phrases
    as_many: Phrases
    times: Phrases
    like: Phrases
    against: Phrases
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
    outcome_words: frozenset[str]
    multiples: Mapping[str, Fraction]
    cardinals: Mapping[str, int]
    hedges: frozenset[str]
    changes: ChangeTerms
    lengths: Mapping[str, Sequence[int]]
    by_words: Mapping[tuple[str, ...], Sequence[Phrases]]

    def marks(self, words: tuple[str, ...], first: int) -> dict[Phrases, list[int]]:
        """Return where the phrases begin that end before token *first*, or before small words ('the') before it."""
        marks: dict[Phrases, list[int]] = {}
        for front in self.fillers.fronts(words, first):
            longest: dict[Phrases, int] = {}
            for length in self.lengths.get(words[front - 1], ()) if front else ():
                for phrases in self.by_words.get(words[front - length : front], ()) if length <= front else ():
                    longest.setdefault(phrases, front - length)
            for phrases, start in longest.items():
                marks.setdefault(phrases, []).append(start)
        return marks


_BEFORE = ("sums", "equals", "others", "rests", "margins", "leads", "respectively", "altogether")
"""The phrases of which one stands before an outcome that is told in words."""
_BEHIND = ("left", "apiece", "altogether", "ahead")
"""Those of which one stands behind it."""


@cache
def relation_phrases(code: str) -> RelationPhrases:
    """Return the relation words of the pack *code*."""
    pack = load_language(code)
    words = pack.relations
    lists = (field.name for field in fields(RelationPhrases) if field.type is Phrases)
    phrases = {name: Phrases(getattr(words, name)) for name in lists}
    behind, before = (phrases[name].first_words for name in _BEHIND), (phrases[name].last_words for name in _BEFORE)
    by_words: dict[tuple[str, ...], list[Phrases]] = {}
    lengths: dict[str, set[int]] = {}
    for several in phrases.values():
        for phrase in several:
            by_words.setdefault(phrase, []).append(several)
            lengths.setdefault(phrase[-1], set()).add(len(phrase))
    return RelationPhrases(
        **phrases,
        lengths={last: sorted(told, reverse=True) for last, told in lengths.items()},
        by_words=by_words,
        all=words.all,
        beats=words.beats,
        outcome_words=frozenset({"("}).union(*behind, *before),
        multiples={word: Fraction(times) for word, times in words.multiples.items()},
        cardinals=pack.numbers.cardinals,
        hedges=frozenset(word for hedge in pack.numbers.hedges.values() for word in hedge.words),
        changes=load_changes(),
    )
