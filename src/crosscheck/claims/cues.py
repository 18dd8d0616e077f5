"""The cues of a document's concepts, sentence by sentence: only what can tell something there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set

from crosscheck.claims.phrases import Found, PhraseIndex
from crosscheck.claims.signs import Cue
from crosscheck.domains import Concept

VALUELESS = frozenset({"role", "wording", "polarity"})
"""Kinds of concepts that sentences without a value speak of."""


class VetoIndex:
    """Finds what rules out concepts; built once per language from (phrase, concept) pairs, never changed after.

    Most words of a text are a veto of some concept, and most of no concept that the sentence has a cue of.
    """

    def __init__(self, vetoes: Iterable[tuple[str, str]]) -> None:
        ruled_out: dict[str, set[str]] = {}
        for phrase, concept in vetoes:
            ruled_out.setdefault(phrase, set()).add(concept)
        self._index = PhraseIndex((phrase, frozenset(concepts)) for phrase, concepts in ruled_out.items())

    def find(self, words: Sequence[str], concepts: Set[str]) -> list[Found[str]]:
        """Return (first token, end, concept) of each veto of *concepts* among *words*, by first token."""
        (hits,) = self._index.find((words,))
        return [(first, end, concept) for first, end, ruled_out in hits for concept in ruled_out & concepts]


class ActiveCues:
    """Tells which of the cues in a sentence count, in a document that speaks of some concepts only."""

    def __init__(self, active: frozenset[str], concepts: Mapping[str, Concept], vetoes: VetoIndex) -> None:
        self._kinds = {name: concepts[name].kind for name in active}
        self._vetoes = vetoes
        self._fitting: dict[frozenset[str], frozenset[str]] = {}

    def choose(
        self, cues: Sequence[Found[Cue]], words: Sequence[str], kinds: frozenset[str]
    ) -> tuple[Sequence[Found[Cue]], Sequence[Found[str]]]:
        """Return those of *cues* that count among *words*, and the vetoes of their concepts there.

        They are cues of active concepts, of those that have a value only where *kinds*, the kinds of the values in
        the sentence, hold theirs.
        """
        if not cues:
            return (), ()
        fitting = self._concepts_of(kinds)
        told = [row for row in cues if row[2].concept in fitting]
        return told, self._vetoes.find(words, {cue.concept for _, _, cue in told}) if told else ()

    def _concepts_of(self, kinds: frozenset[str]) -> frozenset[str]:
        """Return the concepts that a sentence with values of these kinds may speak of."""
        if kinds not in self._fitting:
            wanted = kinds | VALUELESS
            self._fitting[kinds] = frozenset(name for name, kind in self._kinds.items() if kind in wanted)
        return self._fitting[kinds]
