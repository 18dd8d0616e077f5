"""What narrows a claim: the event, the part of it, the time."""

from __future__ import annotations

from datetime import timedelta

from crosscheck.claims.passage import At, Passage
from crosscheck.claims.subjects import Scene, find_event
from crosscheck.domains import EVENT
from crosscheck.records import Scope
from crosscheck.values.calendar import period

_TIMELESS = frozenset({"date", "ordinal", "role", "wording"})
_STALE = timedelta(days=60)
"""A date this long before the document's own says that a figure is of another time."""
_PART_GAP = 2
_HEAD = 3
"""The last token at which a phrase still heads its sentence."""
_REACH = 2
"""How many segment breaks a part or time before the value may lie back: 'In the city, where 62 per cent'."""


def find_scope(attribute: str, value: At, cue: At, passage: Passage, scene: Scene) -> Scope:
    """Return what narrows the value at *value*; '' for all that the sentence leaves open.

    The event is left out where it is the subject itself, and where a bearer has one value for all events.
    """
    concept = scene.lexicon.concepts[attribute]
    per_event = concept.per_event and EVENT not in concept.subject
    return Scope(
        event=find_event(attribute, value, passage, scene).name if per_event else "",
        part=_find_part(value, cue, passage),
        time="" if concept.kind in _TIMELESS else _find_time(value, passage, scene),
    )


def _find_part(value: At, cue: At, passage: Passage) -> str:
    """Return the word for a part of the event that the value is of: 'ward'.

    It stands behind a preposition or article: in the clause of the value or its cue, a little before it, or at the head
    of the sentence, where it rules all of it.
    """
    marks = {at.end for at in passage.parts("place", "of", "article", "bearer")}
    for at, _ in passage.part_words:
        before = at.end <= value.first and (at.first <= _HEAD or passage.crossed(at, value) <= _REACH)
        near = before or not passage.crossed(at, value) or not passage.crossed(at, cue)
        if near and any(at.first - gap in marks for gap in range(_PART_GAP)):
            return " ".join(passage.tokens.words[at.first : at.end])
    return ""


def _find_time(value: At, passage: Passage, scene: Scene) -> str:
    """Return the year or month in the clause that lies well before the document's own date, as TIMEX3."""
    if scene.published is None:
        return ""
    for other in passage.values:
        reach = _REACH if other.at.end <= value.first else 1
        if other.mention.kind == "date" and passage.crossed(other.at, value) <= reach:
            days = period(other.mention.timex, other.mention.hedge)
            if days is not None and days[1] < scene.published - _STALE:
                return other.mention.timex
    return ""
