"""How a claim is meant: its modality."""

from __future__ import annotations

from crosscheck.claims.passage import At, Passage
from crosscheck.records import Modality


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
