"""What came about on a day or at a time that a sentence tells: 'filed for insolvency on Monday', 'kurz nach 15 Uhr'."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from crosscheck.claims.confidence import ATTRIBUTE_WEIGHT
from crosscheck.claims.scopes.modality import find_modality
from crosscheck.claims.sentences.cues import DATED
from crosscheck.claims.sentences.passage import At, CueAt, Passage, ValueAt
from crosscheck.claims.sentences.periods import is_end, is_of_speech
from crosscheck.claims.subjects.find import Scene
from crosscheck.records import HEAD_NOUN, UNEVENTFUL, Claim, Context, Period, Scope, Span

_REACH = 20
"""How far a date may be from what happened then: tokens between, a break of segments counting as eight."""
_VETO_REACH = 6
"""How many tokens may lie between a verb and what rules it out."""
_INVERTED = 3
"""How many words of a speaker may stand between a verb of speech and its day: 'sagte die Polizei am Montag'."""
_ONE_PHRASE = 3
"""How many tokens may part a day from the time of day that goes with it: 'on Monday, shortly before 4 p.m.'."""
_UNTOLD = frozenset({"denied", "refuted"})


def with_occurrences(found: Sequence[Claim], passage: Passage, scene: Scene) -> list[Claim]:
    """Return *found*, the claims of a sentence's values, those of dates with what the sentence says happened then.

    A date is that of the nearest verb that no other date is nearer to; the day on which somebody spoke is that of no
    event.
    """
    happenings = scene.lexicon.happenings
    if passage.kinds.isdisjoint(DATED) or happenings.isdisjoint(passage.concepts):
        return list(found)
    told = [cue for cue in passage.cues if cue.cue.concept in happenings]
    hits = [cue for cue in told if _is_told(cue, told, passage)]
    if not hits:
        return list(found)
    values = {value.mention.span: value for value in passage.values if value.mention.kind in DATED}
    told_of = {claim.mention.span for claim in found if claim.mention is not None}
    dayless = [_dayless(v, passage) for v in values.values() if v.mention.span not in told_of and _is_clock(v)]
    read = [_dated(claim, values, hits, passage, scene) for claim in (*found, *dayless)]
    return [c for c in read if not _is_unplaced(c)]


def _is_clock(value: ValueAt) -> bool:
    return value.mention.timex.startswith("T")


def _is_unplaced(claim: Claim) -> bool:
    """Return whether a time of day is that of no day and of nothing that happens."""
    has_no_day = isinstance(claim.value, Period) and claim.value.timex.startswith("T")
    return has_no_day and claim.context is not None and not claim.context.happening


def _dayless(value: ValueAt, passage: Passage) -> Claim:
    """Return the claim of a time of day whose day the text does not tell; its value may be any day."""
    return Claim(
        attribute=value.mention.kind,
        value=Period(date.min, date.max, value.mention.timex),
        scope=Scope(),
        modality="asserted",
        sentence=passage.span,
        quote=value.mention.span,
        mention=value.mention,
        context=Context({}, {}, {}, ""),
        why_attribute=HEAD_NOUN,
        confidence=ATTRIBUTE_WEIGHT[HEAD_NOUN],
    )


def _is_told(hit: CueAt, hits: Sequence[CueAt], passage: Passage) -> bool:
    """Return whether a phrase says that something happens: outright, or a noun in its sentence says to what."""
    concept = hit.cue.concept
    if hit.cue.part == "until":
        return True
    if hit.cue.part not in {"cue", "verb"} or any(
        at.gap(hit.at) <= _VETO_REACH
        and not passage.crossed(at, hit.at)
        and not (hit.at.first <= at.first and at.end <= hit.at.end)
        for at in passage.vetoes.get(concept, ())
    ):
        return False
    return hit.cue.part == "cue" or any(
        other.cue.concept == concept and other.cue.part == "of" and other.at != hit.at for other in hits
    )


def _dated(claim: Claim, dates: Mapping[Span, ValueAt], hits: Sequence[CueAt], passage: Passage, scene: Scene) -> Claim:
    """Return *claim* with what the nearest of *hits* tells came about then, if it is of a date and one is near."""
    value = dates.get(claim.mention.span) if claim.mention is not None else None
    if value is None or claim.context is None or claim.scope.part in UNEVENTFUL:
        return claim
    if is_of_speech(value.at, passage, _INVERTED):
        return claim
    ends = claim.modality == "asserted" and is_end(value.at, passage)
    own = [
        hit
        for hit in hits
        if ends == (hit.cue.part == "until")
        and _reaches(hit, value, passage)
        and (ends or _is_nearest(value, hit, dates.values(), passage))
    ]
    if not own:
        return claim
    nearest = min(own, key=lambda hit: (passage.distance(hit.at, value.at), hit.at.first - hit.at.end))
    if find_modality(value.at, nearest.at, passage, scene) in _UNTOLD:
        return claim
    context = msgspec.structs.replace(claim.context, happening=nearest.cue.concept)
    scope = msgspec.structs.replace(claim.scope, part="") if ends else claim.scope
    return msgspec.structs.replace(claim, context=context, scope=scope)


def _reaches(hit: CueAt, value: ValueAt, passage: Passage) -> bool:
    return (
        passage.crossed(hit.at, value.at) <= 1
        and passage.distance(hit.at, value.at) <= _REACH
        and (hit.cue.part == "until" or not _is_ruled_out(hit, value, passage))
        and ";" not in (passage.tokens.words[i] for i in passage.between(hit.at, value.at))
    )


def _is_ruled_out(hit: CueAt, value: ValueAt, passage: Passage) -> bool:
    """Return whether a word near the date tells that something else came about then."""
    vetoes = passage.vetoes.get(hit.cue.concept, ())
    return any(at.gap(value.at) <= _VETO_REACH and not passage.crossed(at, value.at) for at in vetoes)


def _is_nearest(value: ValueAt, hit: CueAt, dates: Iterable[ValueAt], passage: Passage) -> bool:
    """Return whether no other date, but one of the same phrase, is nearer to what happened."""
    far = passage.distance(hit.at, value.at)
    return all(
        other is value or passage.distance(hit.at, other.at) >= far or _are_one_phrase(value.at, other.at, hit.at)
        for other in dates
    )


def _are_one_phrase(a: At, b: At, told: At) -> bool:
    """Return whether two dates stand together, and not on either side of what is *told* of one of them."""
    between = min(a.first, b.first) < told.first < max(a.first, b.first)
    return a.gap(b) <= _ONE_PHRASE and not between
