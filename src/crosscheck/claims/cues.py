"""The cues of a document's concepts, sentence by sentence: only what can tell something there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crosscheck.claims.passage import At, CueAt
from crosscheck.claims.signs import Cue, Cues, Signs
from crosscheck.memo import Memo

VALUELESS = frozenset({"role", "wording", "polarity"})
"""Kinds of concepts that sentences without a value speak of."""
HAPPENING = "happening"
"""The kind of concepts that only sentences with a date or a time of day speak of."""
DATED = frozenset({"date", "time"})
"""The kinds of values that say when something happened."""
_DENIED = "denied"
"""What stands among kinds of values for the concepts that a sentence without a value denies."""
_MOST_KINDS = 1 << 8
_MOST_PHRASES = 1 << 12
"""For how many sets of kinds of values, and of how many phrases, it is remembered which of their cues count."""


class ActiveCues:
    """Tells which of the cues in a sentence count, in a document that speaks of some concepts only."""

    def __init__(
        self,
        active: frozenset[str],
        by_kind: Mapping[str, frozenset[str]],
        denied: frozenset[str] = frozenset(),
        denying: frozenset[str] = frozenset(),
    ) -> None:
        """Take the *active* concepts, all by their kinds, and those *denied* without a value by one of *denying*."""
        self._active = active
        self._denying = denying
        self._by_kind = {**by_kind, _DENIED: denied}
        self._counting = Memo(self._counting_with, _MOST_KINDS)

    def choose(
        self, signs: Signs, kinds: frozenset[str], words: Sequence[str]
    ) -> tuple[Sequence[CueAt], Sequence[tuple[str, At]]]:
        """Return the cues that count in a sentence of *words* with these *signs*, and where which concept is ruled out.

        They are cues of active concepts, of those that have a value only where *kinds*, the kinds of the values in
        the sentence, hold theirs, or a word may deny them. Most words of a text rule out some concept, but few one
        that has a cue beside them.
        """
        if not signs.cues:
            return (), ()
        counting = self._counting[kinds if self._denying.isdisjoint(words) else kinds | {_DENIED}]
        told = [CueAt(at, cue) for at, cues in signs.cues for cue in counting[cues]]
        if not told:
            return (), ()
        concepts = {hit.cue.concept for hit in told}
        return told, [
            (concept, at)
            for at, vetoed in signs.vetoes
            if not vetoed.isdisjoint(concepts)
            for concept in vetoed.intersection(concepts)
        ]

    def _counting_with(self, kinds: frozenset[str]) -> Memo[Cues, tuple[Cue, ...]]:
        """Return what tells which cues of a phrase count in a sentence with values of these kinds."""
        fitting = self._concepts_of(kinds)
        return Memo(lambda cues: tuple([cue for cue in cues.all if cue.concept in fitting]), _MOST_PHRASES)

    def _concepts_of(self, kinds: frozenset[str]) -> frozenset[str]:
        """Return the concepts that a sentence with values of these kinds may speak of."""
        told = kinds | VALUELESS | (frozenset() if kinds.isdisjoint(DATED) else {HAPPENING})
        return self._active & frozenset().union(*(self._by_kind.get(kind, ()) for kind in told))
