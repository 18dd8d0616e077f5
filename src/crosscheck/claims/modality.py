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
    here = {
        part for part, places in passage.words.items() if any(passage.segments[at.first] in segments for at in places)
    }
    if "denied" in here:
        return "denied"
    if here & {"predicted", "conditional"}:
        return "predicted"
    if "planned" in here or any(at.end == cue.first for at in passage.parts("infinitive")):
        return "planned"
    return "asserted"
