"""Words for how something has changed, with those beside them for how far: 'rose sharply', 'kaum gestiegen'."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.claims.sentences.passage import At, CueAt, Passage
from crosscheck.records import TREND

DIRECTIONS = frozenset({"up", "down"})
"""The steps of a trend that do not say how far it goes."""
_DEGREES = frozenset({"bare", "slight", "sharp"})
"""The steps that say how far something goes, and not where."""
_REACH = 2
"""How many tokens may stand between a verb and the word for how far: 'stieg im Mai deutlich'."""


def find_trend_words(passage: Passage) -> Sequence[tuple[str, At]]:
    """Return the words for a trend in text order, each with its step and where it stands.

    A verb with a word for how far beside it is of a step of both ('sharp_up'), and so is a noun, which tells nothing
    without one: 'a sharp rise'.
    """
    hits = [hit for hit in passage.hits.get("outright", ()) if hit.cue.concept == TREND]
    degrees = [hit for hit in hits if hit.cue.step in _DEGREES]
    found = [_with_degree(hit, degrees, passage) for hit in hits if hit.cue.step not in _DEGREES]
    for hit in passage.hits.get("step", ()) if degrees else ():
        before = [degree for degree in degrees if degree.at.end == hit.at.first]
        if hit.cue.concept == TREND and before:
            found.append(_with_degree(hit, before, passage))
    return found


def _with_degree(hit: CueAt, degrees: Sequence[CueAt], passage: Passage) -> tuple[str, At]:
    near = [d for d in degrees if d.at.gap(hit.at) <= _REACH and not passage.crossed(d.at, hit.at)]
    if hit.cue.step not in DIRECTIONS or not near:
        return hit.cue.step, hit.at
    degree = min(near, key=lambda d: d.at.gap(hit.at))
    return f"{degree.cue.step}_{hit.cue.step}", degree.at | hit.at


def direction_of(step: str) -> str:
    """Return where a step with a degree goes, any other step as it is."""
    degree, _, direction = step.partition("_")
    return direction if degree in _DEGREES else step
