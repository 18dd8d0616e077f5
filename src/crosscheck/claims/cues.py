"""The cues of all concepts in the sentences of a document: looked for only where they can tell something."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter

from crosscheck.claims.phrases import PhraseIndex
from crosscheck.claims.signs import Cue
from crosscheck.claims.tokens import Tokens
from crosscheck.domains import Concept

VALUELESS = frozenset({"role", "wording", "polarity"})
"""Kinds of concepts that sentences without a value speak of."""
_Hit = tuple[int, int, Cue]


class CueIndex:
    """Finds cues; built once per language from (phrase, cue) pairs, never changed after.

    Most words of a text are a veto of some concept or a cue of one that has no value in the sentence: so vetoes are
    looked up only where another cue of the concept stands, and cues of values only where there are values.
    """

    def __init__(self, phrases: Iterable[tuple[str, Cue]], concepts: Mapping[str, Concept]) -> None:
        pairs = tuple(phrases)
        told = [(phrase, cue) for phrase, cue in pairs if cue.part != "veto"]
        self._concepts = concepts
        self._valued = PhraseIndex(pair for pair in told if concepts[pair[1].concept].kind not in VALUELESS)
        self._valueless = PhraseIndex(pair for pair in told if concepts[pair[1].concept].kind in VALUELESS)
        self._vetoes = PhraseIndex((phrase, cue) for phrase, cue in pairs if cue.part == "veto")

    def find(
        self, sentences: Sequence[Tokens], kinds: Sequence[frozenset[str]], active: frozenset[str]
    ) -> list[list[_Hit]]:
        """Return per sentence (first token, end, cue) of each cue in it, by first token.

        They are cues of *active* concepts, of those that have a value only where *kinds*, the kinds of the values in
        each sentence, hold theirs; vetoes of a concept only beside another cue of it.
        """
        fitting: dict[frozenset[str], frozenset[str]] = {}
        for here in set(kinds):
            fitting[here] = frozenset(c for c in active if self._concepts[c].kind in here | VALUELESS)
        found = list(self._valueless.find(sentences))
        _extend(found, self._valued, sentences, [i for i, here in enumerate(kinds) if here])
        cues = [
            [hit for hit in hits if hit[2].concept in fitting[here]] for hits, here in zip(found, kinds, strict=True)
        ]
        decided = [{cue.concept for _, _, cue in hits} for hits in cues]
        _extend(cues, self._vetoes, sentences, [i for i, concepts in enumerate(decided) if concepts])
        return [
            sorted((hit for hit in hits if hit[2].concept in concepts), key=itemgetter(0)) if hits else hits
            for hits, concepts in zip(cues, decided, strict=True)
        ]


def _extend(
    found: list[list[_Hit]], index: PhraseIndex[Cue], sentences: Sequence[Tokens], places: Sequence[int]
) -> None:
    """Add to *found* what *index* finds in the sentences at *places*."""
    for place, hits in zip(places, index.find([sentences[place] for place in places]), strict=True):
        found[place] += hits
