"""The cues of a document's concepts, sentence by sentence: only what can tell something there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crosscheck.claims.phrases import Found
from crosscheck.claims.signs import Cue, Signs
from crosscheck.domains import Concept

VALUELESS = frozenset({"role", "wording", "polarity"})
"""Kinds of concepts that sentences without a value speak of."""


class ActiveCues:
    """Tells which of the cues in a sentence count, in a document that speaks of some concepts only."""

    def __init__(self, active: frozenset[str], concepts: Mapping[str, Concept]) -> None:
        self._kinds = {name: concepts[name].kind for name in active}
        self._fitting: dict[frozenset[str], frozenset[str]] = {}

    def choose(self, signs: Signs, kinds: frozenset[str]) -> tuple[Sequence[Found[Cue]], Sequence[Found[str]]]:
        """Return the cues that count in a sentence with these *signs*, and where which of their concepts is ruled out.

        They are cues of active concepts, of those that have a value only where *kinds*, the kinds of the values in
        the sentence, hold theirs. Most words of a text rule out some concept, but few one that has a cue beside them.
        """
        if not signs.cues:
            return (), ()
        fitting = self._concepts_of(kinds)
        told = [row for row in signs.cues if row[2].concept in fitting]
        concepts = {cue.concept for _, _, cue in told}
        return told, [
            (first, end, concept)
            for first, end, veto in signs.vetoes
            if not concepts.isdisjoint(veto.concepts)
            for concept in concepts & veto.concepts
        ]

    def _concepts_of(self, kinds: frozenset[str]) -> frozenset[str]:
        """Return the concepts that a sentence with values of these kinds may speak of."""
        if kinds not in self._fitting:
            wanted = kinds | VALUELESS
            self._fitting[kinds] = frozenset(name for name, kind in self._kinds.items() if kind in wanted)
        return self._fitting[kinds]
