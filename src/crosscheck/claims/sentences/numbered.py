"""Nouns that a sentence gives the number of: 'the number of measles cases', 'die Zahl der gemeldeten Masernfälle'."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from crosscheck.claims.sentences.passage import At, CueAt
from crosscheck.claims.sentences.signs import Cue

_BETWEEN = 2
"""How many words may describe the noun: 'the number of new salmonella cases'."""


def numbered_cues(
    heads: Sequence[At], cues: Sequence[CueAt], ruled_out: Mapping[str, Sequence[At]], taken: Set[int]
) -> Iterator[CueAt]:
    """Yield a cue for each noun of *cues* that one of *heads* ('number of') leads to.

    None where a word between *ruled_out* its concept, or is *taken* by a value or name.
    """
    for head in heads:
        for cue in cues:
            if cue.cue.part != "noun" or not head.end <= cue.at.first <= head.end + _BETWEEN:
                continue
            whole = At(head.first, cue.at.end)
            if not taken.isdisjoint(range(whole.first, whole.end)):
                continue
            vetoes = ruled_out.get(cue.cue.concept, ())
            if not any(whole.first <= at.first and at.end <= whole.end for at in vetoes):
                yield CueAt(whole, Cue(cue.cue.concept, "cue", domain=cue.cue.domain))
