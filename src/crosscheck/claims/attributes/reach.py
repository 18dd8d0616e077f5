"""How far a cue is from a value: insertions are skipped, a strong break ends it, and nearer values keep their own."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from crosscheck.claims.attributes.aspects import tells_threshold
from crosscheck.claims.sentences.passage import At, CueAt, Passage, ValueAt

_STRONG = ";"
_CLOSERS = {",": ",", "(": ")", "[": "]", "–": "–", "—": "—", "-": "-"}
"""The marks that open an insertion, each with the one that closes it."""
_BRACKETS = frozenset("([")
_OPENING = 3
"""How many tokens behind the mark a word for members may begin: ', most of them children,'."""
_TELLING = frozenset({"noun", "cue", "verb", "of"})
"""The parts of cues that may tell what a value is about: beside it, near it, or as the whole that it is a share of."""
_LONGEST = 16
_BREAK = 8
"""How many tokens a break between segments counts as."""
_BESIDE = 2
"""How many tokens may stand between a cue and the value that it is right beside."""
_CONVERTED = frozenset({"quantity", "money"})
"""Kinds of values that writers say again in another unit."""
_HEDGE = 3
"""The most words of a hedge: 'a total of'."""


class Reach(msgspec.Struct, frozen=True, gc=False):
    """The distances in one sentence; ``insertions`` are the stretches that its clauses go on behind.

    ``cues`` are those that may tell what a value is about, ``concepts`` what they tell of; ``is_parted`` says whether
    the sentence has a break that no word reaches across, ``has_threshold`` whether a word for what must be reached.
    """

    passage: Passage
    insertions: tuple[At, ...]
    cues: tuple[CueAt, ...]
    concepts: frozenset[str]
    is_parted: bool
    has_threshold: bool

    def crossed(self, a: At, b: At) -> int:
        """Return how many segment breaks lie between two ranges, those of insertions between them left out."""
        passage = self.passage
        if not self.insertions:
            return passage.crossed(a, b)
        inserted = (passage.segments[i.end - 1] - passage.segments[i.first - 1] for i in self._between(a, b))
        return passage.crossed(a, b) - sum(inserted)

    def distance(self, a: At, b: At) -> int:
        """Return how far apart two ranges are: tokens between, a break counting as much as eight."""
        if not self.insertions:
            return a.gap(b) + _BREAK * self.passage.crossed(a, b)
        return a.gap(b) - sum(i.end - i.first for i in self._between(a, b)) + _BREAK * self.crossed(a, b)

    def is_cut(self, a: At, b: At) -> bool:
        """Return whether a break stands between two ranges that no word reaches across."""
        words = self.passage.tokens.words
        return self.is_parted and any(words[i] == _STRONG for i in self.passage.between(a, b))

    def cue_distance(self, cue: At, value: ValueAt) -> int:
        """Return how far a cue is from a value and what it counts: a noun of its own lies not between."""
        return self.distance(cue, value.phrase)

    def is_beside(self, cue: At, value: ValueAt) -> bool:
        """Return whether a cue is right beside a value or what that counts, with no break between."""
        return self.crossed(cue, value.at) == 0 and self.distance(cue, value.phrase) <= _BESIDE

    def shares(self, value: ValueAt, other: ValueAt) -> bool:
        """Return whether two values have a cue in common.

        They do where nothing but an 'and' and a hedge stands between, where one says in brackets what the other does in
        another unit, and where one counts members of the other: 'carrying 80 passengers and six crew', '12 km (7.5
        miles)', 'killed 14 people, including three children'.
        """
        before, after = (value, other) if value.at.first < other.at.first else (other, value)
        end = before.phrase.end
        near = end < after.at.first <= end + 1 + (_HEDGE if after.mention.hedge else 0)
        joins = self.passage.begins(end, "coordinator")
        brackets = before.mention.kind in _CONVERTED and self.passage.tokens.words[end : end + 1] == ("(",)
        members = (at.first for at in self.passage.parts("member"))
        return (near and (joins or brackets)) or any(end <= member < after.at.first for member in members)

    def _between(self, a: At, b: At) -> Iterator[At]:
        left, right = (a, b) if a.first <= b.first else (b, a)
        return (i for i in self.insertions if left.end <= i.first and i.end <= right.first)


def measure(passage: Passage) -> Reach:
    """Return the distances in *passage*."""
    cues = tuple([cue for cue in passage.cues if cue.cue.part in _TELLING])
    concepts = frozenset([cue.cue.concept for cue in cues])
    words = passage.tokens.words
    inserts = "member" in passage.words or not _BRACKETS.isdisjoint(words)
    insertions = tuple(_insertions(passage)) if inserts else ()
    return Reach(passage, insertions, cues, concepts, _STRONG in words, tells_threshold(passage))


def _insertions(passage: Passage) -> Iterator[At]:
    """Yield what brackets hold, and what two marks do where it tells members: ', including three children,'."""
    words = passage.tokens.words
    members = [at.first for at in passage.parts("member")]
    after = 1
    for first in passage.tokens.places_of(_CLOSERS):
        word = words[first]
        if first < after:
            continue
        if word not in _BRACKETS and not any(0 < at - first <= _OPENING for at in members):
            continue
        inside = range(first + 1, min(first + 1 + _LONGEST, len(words)))
        close = next((i for i in inside if words[i] == _CLOSERS[word]), None)
        if close is not None:
            after = close + 1
            yield At(first, after)
