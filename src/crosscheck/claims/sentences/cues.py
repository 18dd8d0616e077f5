"""The cues of a document's concepts, sentence by sentence: only what can tell something there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set

import msgspec

from crosscheck.claims.sentences.passage import At, CueAt
from crosscheck.claims.sentences.signs import Cue, CuePart, Cues, Signs
from crosscheck.domains import Concept
from crosscheck.memo import Memo

VALUELESS = frozenset({"role", "wording", "polarity"})
"""Kinds of concepts that sentences without a value speak of."""
HAPPENING = "happening"
"""The kind of concepts that only sentences with a date or a time of day speak of."""
DATED = frozenset({"date", "time"})
"""The kinds of values that say when something happened."""
_LEANING = frozenset({"wording", "polarity", HAPPENING, "date"})
"""Kinds of concepts whose words for what they are of tell nothing by themselves."""
_DENIED = "denied"
"""What stands among kinds of values for the concepts that a sentence without a value denies."""
_MOST_KINDS = 1 << 8
_MOST_PHRASES = 1 << 12
"""For how many sets of kinds of values, and of how many phrases, it is remembered which of their cues count."""


class Counted(msgspec.Struct, frozen=True, gc=False, eq=False):
    """The cues of one phrase that count in a sentence; ``firm`` are those that tell something by themselves.

    Others lean on a cue of their concept: a step on a word for what it is of, and that on any other. ``concepts`` are
    those of all, ``wholes`` those that lean so and have such a word here, ``others`` those that have another cue.
    """

    all: tuple[Cue, ...]
    firm: tuple[Cue, ...]
    concepts: frozenset[str]
    wholes: frozenset[str]
    others: frozenset[str]

    def beside(self, paired: Set[str]) -> Sequence[Cue]:
        """Return the cues that tell something where the concepts *paired* have both."""
        return [cue for cue in self.all if cue in self.firm or cue.concept in paired]


_NO_CONCEPTS: frozenset[str] = frozenset()
_NOTHING = Counted((), (), _NO_CONCEPTS, _NO_CONCEPTS, _NO_CONCEPTS)


def leaning_cues(concepts: Mapping[str, Concept], apart: Set[str]) -> frozenset[tuple[str, CuePart]]:
    """Return the concepts of which a part of their cues tells nothing alone, with that part; none of those *apart*.

    A result in figures tells what a wording is of, too.
    """
    named = {name: c for name, c in concepts.items() if c.of and c.kind in _LEANING and name not in apart}
    steps: set[tuple[str, CuePart]] = {(name, "step") for name in named}
    return frozenset(steps | {(name, "of") for name, concept in named.items() if not concept.told_by})


class CueTable:
    """Tells which cues of a phrase count by the kinds of values in a sentence, whatever the document speaks of."""

    def __init__(
        self,
        by_kind: Mapping[str, frozenset[str]],
        denied: frozenset[str] = frozenset(),
        denying: frozenset[str] = frozenset(),
        leaning: frozenset[tuple[str, CuePart]] = frozenset(),
    ) -> None:
        """Take all concepts by their kinds, and those *denied* without a value by one of the words *denying*.

        *leaning* are the parts of cues that tell nothing alone, as ``leaning_cues`` has them.
        """
        every = {**by_kind, _DENIED: denied}
        gather = _Gathering(leaning)
        self.gather = gather
        self.denying = denying
        self.denied_kinds = frozenset(kind for kind, told in by_kind.items() if not told.isdisjoint(denied))
        self.with_kinds = Memo[frozenset[str], Memo[Cues, Counted]](
            lambda kinds: gather.within(_concepts_of(kinds, every)), _MOST_KINDS
        )


class _Gathering:
    """Gathers which cues of a phrase count."""

    def __init__(self, leaning: frozenset[tuple[str, CuePart]]) -> None:
        self._leaning = leaning
        self._concepts = frozenset(concept for concept, _ in leaning)

    def within(self, concepts: Set[str]) -> Memo[Cues, Counted]:
        """Return what tells which cues of a phrase count in a sentence that may speak of *concepts*."""
        return Memo(lambda cues: self.counted(cues.all, concepts), _MOST_PHRASES)

    def counted(self, cues: Iterable[Cue], concepts: Set[str]) -> Counted:
        """Return those of *cues*, which are of one phrase, that are of *concepts*, with what leans on others."""
        told = [cue for cue in cues if cue.concept in concepts]
        if not told:
            return _NOTHING
        named = frozenset([cue.concept for cue in told])
        if named.isdisjoint(self._concepts):
            return Counted(tuple(told), tuple(told), named, _NO_CONCEPTS, _NO_CONCEPTS)
        paired = [cue for cue in told if cue.concept in self._concepts]
        return Counted(
            tuple(told),
            tuple([cue for cue in told if (cue.concept, cue.part) not in self._leaning]),
            named,
            frozenset([cue.concept for cue in paired if cue.part == "of"]),
            frozenset([cue.concept for cue in paired if cue.part != "of"]),
        )


def _concepts_of(kinds: frozenset[str], by_kind: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the concepts that a sentence with values of these kinds may speak of."""
    told = kinds | VALUELESS | (frozenset() if kinds.isdisjoint(DATED) else {HAPPENING})
    return frozenset[str]().union(*(by_kind.get(kind, ()) for kind in told))


class ActiveCues:
    """Tells which of the cues in a sentence count, in a document that speaks of some concepts only."""

    def __init__(self, active: frozenset[str], table: CueTable) -> None:
        """Take the *active* concepts, and the *table* of what counts whatever these are."""
        gather = table.gather
        self.concepts = active
        self._table = table
        self._partly = Memo[Counted, Counted](lambda counted: gather.counted(counted.all, active), _MOST_PHRASES)

    def choose(
        self, signs: Signs, kinds: frozenset[str], words: Sequence[str]
    ) -> tuple[Sequence[CueAt], Sequence[tuple[str, At]]]:
        """Return the cues that count in a sentence of *words* with these *signs*, and where which concept is ruled out.

        They are cues of active concepts, of those that have a value only where *kinds*, the kinds of the values in
        the sentence, hold theirs, or a word may deny them. Most words of a text rule out some concept, but few one
        that has a cue beside them. A phrase of several words counts whatever it leans on: it takes the place of others.
        """
        if not signs.cues:
            return (), ()
        table, active = self._table, self.concepts
        if not table.denied_kinds <= kinds and not table.denying.isdisjoint(words):
            kinds |= {_DENIED}
        counting = table.with_kinds[kinds]
        found = [
            (at, counted if counted.concepts <= active else self._partly[counted])
            for at, cues in signs.cues
            if not (counted := counting[cues]).concepts.isdisjoint(active)
        ]
        wholes = {concept for _, counted in found for concept in counted.wholes}
        paired = wholes.intersection([concept for _, counted in found for concept in counted.others]) if wholes else ()
        told = [
            CueAt(at, cue)
            for at, counted in found
            for cue in (counted.all if at.end - at.first > 1 else counted.beside(paired) if paired else counted.firm)
        ]
        if not told:
            return (), ()
        concepts = {hit.cue.concept for hit in told}
        return told, [
            (concept, at)
            for at, vetoed in signs.vetoes
            if not vetoed.isdisjoint(concepts)
            for concept in vetoed.intersection(concepts)
        ]
