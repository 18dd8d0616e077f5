"""What narrows a claim: the event, the place, the part, the period and the moment it is of."""

from __future__ import annotations

from datetime import timedelta

import msgspec

from crosscheck.claims.scopes.parts import find_part
from crosscheck.claims.scopes.places import find_place
from crosscheck.claims.sentences.lexicon import PLACE
from crosscheck.claims.sentences.passage import COUNTED, At, Passage, ValueAt
from crosscheck.claims.sentences.periods import find_moment, find_period
from crosscheck.claims.subjects.find import Scene, find_event
from crosscheck.domains import EVENT, Concept
from crosscheck.records import AVERAGE, PAST_REF, Scope
from crosscheck.values.calendar import period

_UNTOLD = Scope()
_TIMELESS = frozenset({"date", "ordinal", "role", "wording", "polarity"})
"""Kinds of concepts whose values are of no place and of no period, but for roles of long ago."""
_RECENT = timedelta(days=60)
"""A role filled so shortly before the document was published is the one that it reports."""
_REPORTED = timedelta(days=365)
"""What happened or did not so long before is what it reports: a year's dividend, a plea before the verdict."""


def find_scope(attribute: str, value: At, cue: At, passage: Passage, scene: Scene) -> Scope:
    """Return what narrows the value at *value*; '' for all that the sentence leaves open.

    *attribute* is its concept. The event is left out where it is the subject itself, and where a bearer has one value
    for all events; the place where it is the event, or the subject is a place.
    """
    concept = scene.lexicon.concepts[attribute]
    per_event = concept.per_event and EVENT not in concept.subject
    event = find_event(attribute, value, passage, scene).name if per_event else ""
    if concept.kind in _TIMELESS:
        event_by_place = scene.lexicon.names_places(attribute)
        return Scope(
            event=event,
            part="" if concept.post else _part(attribute, value, cue, passage, scene),
            time="" if concept.undated else _old_period(concept, value, cue, passage, scene),
            as_of=_as_of(concept, cue, passage, scene),
            place=find_place(value, cue, passage, scene) if concept.kind == "wording" and not event_by_place else "",
        )
    scope = _narrowed(attribute, event, value, cue, passage, scene)
    return msgspec.structs.replace(
        scope,
        place=scope.place if _has_place(attribute, scene) else "",
        time="" if concept.undated or concept.design else scope.time,
        part="" if concept.average_of and scope.part == AVERAGE else scope.part,
    )


def find_plain_scope(value: ValueAt, passage: Passage, scene: Scene) -> Scope:
    """Return what narrows a value that no concept knows; nothing does what counts nothing."""
    if value.mention.kind not in COUNTED:
        return _UNTOLD
    return _narrowed("", "", value.at, value.at, passage, scene)


def _narrowed(attribute: str, event: str, value: At, cue: At, passage: Passage, scene: Scene) -> Scope:
    starts = scene.lexicon.language.clauses.scope.starts
    place = find_place(value, cue, passage, scene)
    return Scope(
        event=event,
        place="" if place == event else place,
        time=find_period(value, cue, passage, starts, scene.published),
        part=_part(attribute, value, cue, passage, scene),
        as_of=find_moment(value, passage, scene.published),
    )


def _part(attribute: str, value: At, cue: At, passage: Passage, scene: Scene) -> str:
    """Return the part that the value is of; of how long somebody has held a post, which one its sentence names."""
    lexicon = scene.lexicon
    if not attribute or not lexicon.concepts[attribute].in_post:
        return find_part(attribute, lexicon.topic_of.get(attribute, ""), value, cue, passage)
    told = [hit for hit in passage.cues if hit.cue.concept in lexicon.posts and hit.cue.part == "cue"]
    posts = [(hit.at.gap(value), hit.cue.concept) for hit in told]
    return min(posts, default=(0, ""))[1]


def _old_period(concept: Concept, value: At, cue: At, passage: Passage, scene: Scene) -> str:
    """Return the period of who filled a role or how an outcome was, where that is well past: last year's winner.

    Who filled a role, did so whatever half or quarter it was in.
    """
    if concept.kind not in {"role", "wording", "polarity"}:
        return ""
    if concept.kind == "wording" and any(_is_base(v, cue, passage) for v in passage.values):
        return ""
    timex = find_period(value, cue, passage, {}, scene.published)
    days = period(timex, "")
    if concept.kind == "role" and days is None and timex != PAST_REF:
        return ""
    recent = _REPORTED if concept.kind == "polarity" else _RECENT
    return "" if days and (scene.published is None or days[1] >= scene.published - recent) else timex


def _as_of(concept: Concept, cue: At, passage: Passage, scene: Scene) -> str:
    """Return when it happened or was so, as TIMEX3 or an ISO 8601 interval: 'from Wednesday to Friday'."""
    if concept.kind == "polarity":
        return _date_beside(cue, passage, scene)
    if concept.kind != "wording" or scene.published is None:
        return ""
    days = [
        known
        for v in passage.values
        if v.mention.kind == "date" and not passage.crossed(v.at, cue) and not _is_base(v, cue, passage)
        if (known := period(v.mention.timex, v.mention.hedge)) is not None and known[0] <= scene.published
    ]
    if not days:
        return ""
    first, last = min(first for first, _ in days), max(last for _, last in days)
    return f"{first}" if first == last else f"{first}/{last}"


def _is_base(value: ValueAt, cue: At, passage: Passage) -> bool:
    """Return whether a date is what the clause compares with: 'less than a year ago', 'mehr als 2019'."""
    is_date = value.mention.kind == "date"
    return is_date and any(cue.first <= at.first < value.at.first for at in passage.parts("than", "earlier"))


def _date_beside(cue: At, passage: Passage, scene: Scene) -> str:
    """Return the date of the clause nearest to *cue*, as TIMEX3: when it happened; '' where none is past."""
    dated = (v for v in passage.values if v.mention.kind in {"date", "time"} and not passage.crossed(v.at, cue))
    known = [(cue.gap(v.at), v.mention.timex) for v in dated if period(v.mention.timex, v.mention.hedge) is not None]
    timex = min(known, default=(0, ""))[1]
    days = period(timex, "") if timex else None
    return timex if days and scene.published is not None and days[0] <= scene.published else ""


def _has_place(attribute: str, scene: Scene) -> bool:
    """Return whether a place narrows the concept: its event does not go by it, and its bearer is none."""
    general = scene.lexicon.general
    kinds = scene.lexicon.concepts[attribute].subject
    return not scene.lexicon.names_places(attribute) and PLACE not in {general.get(kind, kind) for kind in kinds}
