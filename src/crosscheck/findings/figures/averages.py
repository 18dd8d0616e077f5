"""An average for each day against the total and the days that documents state for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from fractions import Fraction
from itertools import pairwise

import msgspec

from crosscheck.findings.rule import Case
from crosscheck.records import Amount, Claim, Period
from crosscheck.values.interval import Interval

_FEWEST_DAYS = 2
_LONGEST = timedelta(days=60)
"""From the first to the last day; what lies further apart is no one run of days."""
_HALF = Fraction(1, 2)


class Days(msgspec.Struct, frozen=True):
    """A number of days, and the claims that tell it: a length, or the first and the last day."""

    number: int
    claims: tuple[Claim, ...]


class Average(msgspec.Struct, frozen=True):
    """An average for each day with the totals it may be of, and the numbers of days these may have come in."""

    claim: Claim
    totals: tuple[Claim, ...]
    days: tuple[Days, ...]


def find_averages(case: Case) -> Iterator[Average]:
    """Yield each average of a concept with the totals of other sentences, where one of these tells the days."""
    for claim in case.claims:
        concept = case.concepts.get(claim.concept)
        if concept is None or not concept.average_of or not _is_whole(claim):
            continue
        totals = tuple(
            other
            for other in case.claims
            if other.concept == concept.average_of
            and (other.subject, other.scope.place) == (claim.subject, claim.scope.place)
            and _is_whole(other)
            and (other.document, other.sentence) != (claim.document, claim.sentence)
        )
        told = [days for place in (claim, *totals) for days in _days_beside(case, place)]
        if totals and told:
            elsewhere = [days for place in (claim, *totals) for days in _lengths(case, place.document)]
            yield Average(claim, totals, (*told, *elsewhere))


def is_possible(average: Average) -> bool:
    """Return whether one of the totals in one of the numbers of days makes the average, that being rounded."""
    stated = average.claim.value
    if not isinstance(stated, Amount):
        return True
    meant = stated.charitable + Interval(-_HALF, _HALF)
    totals = [claim.value.charitable for claim in average.totals if isinstance(claim.value, Amount)]
    return any(not per_day(total, days).meet(meant).is_empty for total in totals for days in average.days)


def per_day(total: Interval, days: Days) -> Interval:
    """Return *total* for each of *days*."""
    return total / Interval.point(days.number)


def _is_whole(claim: Claim) -> bool:
    scope = claim.scope
    return claim.modality == "asserted" and claim.reckoned is None and not (scope.part or scope.time)


def _days_beside(case: Case, place: Claim) -> Iterator[Days]:
    """Yield the numbers of days that the sentence of *place* tells, by a length or by its first and last day."""
    beside = [c for c in case.claims if (c.document, c.sentence) == (place.document, place.sentence)]
    yield from filter(None, map(_length, beside))
    for first, last in pairwise([claim for claim in beside if _is_day(claim)]):
        yield from _run(first, last)


def _run(first: Claim, last: Claim) -> Sequence[Days]:
    if not isinstance(first.value, Period) or not isinstance(last.value, Period):
        return ()
    gap = last.value.first - first.value.first
    return (Days(gap.days + 1, (first, last)),) if timedelta() < gap <= _LONGEST else ()


def _is_day(claim: Claim) -> bool:
    return isinstance(claim.value, Period) and claim.value.first == claim.value.last


def _lengths(case: Case, document: str) -> Iterator[Days]:
    """Yield the lengths in days that *document* states anywhere: what fits one of them is not wrong for sure."""
    return filter(None, (_length(claim) for claim in case.claims if claim.document == document))


def _length(claim: Claim) -> Days | None:
    value = claim.value
    if not isinstance(value, Amount) or value.unit != "day" or value.stated is None or value.stated.denominator != 1:
        return None
    is_run = value.interval.is_bounded and value.stated >= _FEWEST_DAYS and claim.reckoned is None
    return Days(int(value.stated), (claim,)) if is_run else None
