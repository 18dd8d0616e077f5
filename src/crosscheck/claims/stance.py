"""How a claim is meant and who says it: modality and speaker."""

from __future__ import annotations

from crosscheck.claims.passage import At, Passage
from crosscheck.records import Modality

_SPEAKER_REACH = 8


def find_modality(value: At, cue: At, passage: Passage) -> Modality:
    """Return how the clause of *value* and its cue is meant; 'asserted' where no word says otherwise.

    A refutation counts anywhere in the sentence; the other words only in the segments of the value or the cue.
    """
    if any(passage.parts("refuted")):
        return "refuted"
    segments = {passage.segments[value.first], passage.segments[min(cue.first, len(passage.segments) - 1)]}
    here = {word.part for word in passage.words if passage.segments[word.at.first] in segments}
    if "denied" in here:
        return "denied"
    if here & {"predicted", "conditional"}:
        return "predicted"
    if "planned" in here or any(at.end == cue.first for at in passage.parts("infinitive")):
        return "planned"
    return "asserted"


def find_speaker(passage: Passage) -> str | None:
    """Return who is quoted in the sentence: the person nearest to a verb of speech or behind 'according to'."""
    people = [n for n in passage.names if n.kind != "place"]
    for at in passage.parts("speech", "source"):
        near = [n for n in people if n.at.gap(at) <= _SPEAKER_REACH and not passage.crossed(n.at, at)]
        if near:
            return min(near, key=lambda n: (n.kind != "person", n.at.gap(at))).name
    return None
