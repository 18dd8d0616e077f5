"""Whether two claims are of the same part, time and place: what narrows one must not exclude what narrows the other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from crosscheck.facts.slips import TELLING, slip_level
from crosscheck.records import (
    AVERAGE,
    CHANGE,
    DISTANCE,
    EACH,
    GROWTH,
    MEMBERS,
    OTHERS,
    Amount,
    Claim,
    Context,
    Period,
    hour_of,
)
from crosscheck.values.calendar import NO_YEAR, period

RECENT = timedelta(days=60)
"""A period that ends no longer than this before a document was published is that of its news."""

_WEEKDAY = f"{NO_YEAR}-W"
_LEAST_ROOT = 4
"""How many letters the name of a place has at least that another one is made of."""
_PORTIONS = frozenset({OTHERS, MEMBERS, DISTANCE, AVERAGE})
"""Parts that are told by the whole alone: those beside some that were counted before, some of those, those missing."""
_MEASURED = frozenset({"percent", "quantity"})
"""The kinds of values of which one that something changed by is never what it was: a share, a length."""


def current_time(timex: str, published: date | None) -> str:
    """Return *timex*, '' where it is the time of the document's own news, as a bare weekday is."""
    if timex.startswith(_WEEKDAY):
        return ""
    days = period(timex) if timex and published is not None else None
    if days is None or published is None:
        return timex
    return "" if days[1] >= published - RECENT and days[0] <= published else timex


def are_of_other_parts(left: Claim, right: Claim) -> bool:
    """Return whether both claims say of which part they are, and these are others.

    Where only one says a part, it is another one if both are of one concept, or it is a portion of what was counted:
    three of the crew are not the crew, nor are five others. What was reckoned is a change or a level, and so is what
    was measured: by how many metres a river rose, and to how many.
    """
    a, b = left.scope.part, right.scope.part
    if a == b:
        return False
    measured = left.kind == right.kind and left.kind in _MEASURED
    reckoned = left.reckoned is not None or right.reckoned is not None
    return (
        bool(left.concept and left.concept == right.concept)
        or _is_portion(a)
        or _is_portion(b)
        or differ(a, b)
        or ((reckoned or measured) and (a == CHANGE) != (b == CHANGE) and not _are_changes(left, right))
    )


def _are_changes(left: Claim, right: Claim) -> bool:
    """Return whether one claim is a reckoned change, and the concept of the other one: 'revenue growth'."""
    if left.reckoned is None:
        left, right = right, left
    growth = right.context is not None and GROWTH in right.context.aspects
    return growth and left.scope.part == CHANGE and left.reckoned is not None


def are_elsewhere(left: Claim, right: Claim) -> bool:
    """Return whether both claims say of which time, place or event they are, and these are others."""
    a, b = left.scope, right.scope
    return a != b and (
        (a.place != b.place and _are_in_other_places(left, right))
        or (a.event != b.event and differ(a.event, b.event))
        or _are_of_other_times(left, right)
    )


def _are_in_other_places(left: Claim, right: Claim) -> bool:
    """Return whether both claims name a place, and these are others.

    Not where one is named after the other, or in another language, nor where both sentences name both: the house in
    its town.
    """
    a, b = left.scope.place, right.scope.place
    if not differ(a, b):
        return False
    x, y = left.context, right.context
    if x is None or y is None:
        return True
    here, there = _terms_of(a, x), _terms_of(b, y)
    if 1 in {len(here), len(there)} and any(_begins(t, u) or _begins(u, t) for t in here for u in there):
        return False
    return not (here and there and here <= y.near.keys() and there <= x.near.keys())


def _terms_of(place: str, context: Context) -> frozenset[str]:
    """Return the terms of the words that name *place* in a sentence."""
    return frozenset(term for term, name in context.names.items() if name == place)


def _begins(term: str, word: str) -> bool:
    """Return whether *word* is *term* or is made of it: 'Kessin' and 'Kessiner'."""
    return len(term) >= _LEAST_ROOT and word.startswith(term)


def compare_scopes(left: Claim, right: Claim) -> Iterator[str]:
    """Yield what only one of two claims says of its scope."""
    a, b = left.scope, right.scope
    if not isinstance(left.value, Amount):
        return
    if bool(a.part) != bool(b.part) and not _are_changes(left, right):
        yield "part: one says"
    if bool(a.time) != bool(b.time):
        yield "time: one says"


def _is_portion(part: str) -> bool:
    return part in _PORTIONS or part.partition(" ")[0] == EACH


def _are_of_other_times(left: Claim, right: Claim) -> bool:
    """Return whether the claims are of two periods without a day in common; a date is of no other time than itself.

    What was counted by one day is not what there was on another.
    """
    if isinstance(left.value, Period):
        return False
    a, b = left.scope, right.scope
    if a.as_of != b.as_of and (_are_apart(a.as_of, b.as_of) or _are_counted_by_other_hours(left, right)):
        return True
    if a.time != b.time and _are_apart(a.time, b.time) and not _may_be_of_any_year(left, right):
        return True
    return not (a.time and b.time) and (_are_apart(a.time, b.as_of) or _are_apart(a.as_of, b.time))


def _are_counted_by_other_hours(left: Claim, right: Claim) -> bool:
    """Return whether two counts of one concept are of other hours: what has been counted by noon is less than all."""
    is_counted = isinstance(left.value, Amount) and bool(left.concept) and left.concept == right.concept
    return is_counted and hour_of(left.scope.as_of) != hour_of(right.scope.as_of)


def _are_apart(time: str, other: str) -> bool:
    if not (time and other) or time == other:
        return False
    days, others = period(time), period(other)
    if days is None or others is None:
        return not _may_be_one(time, other)
    return max(days[0], others[0]) > min(days[1], others[1])


def _may_be_of_any_year(left: Claim, right: Claim) -> bool:
    """Return whether one claim is of 'last year' in a report of no day, and a slip leads from figure to figure."""
    a, b = left.value, right.value
    if NO_YEAR not in {left.scope.time, right.scope.time} or not (isinstance(a, Amount) and isinstance(b, Amount)):
        return False
    return len(left.scope.time) == len(right.scope.time) and slip_level(a, b) in TELLING


def _may_be_one(timex: str, other: str) -> bool:
    """Return whether two days of the year are the same where one of them, or both, have no year: 'by 4 March'.

    The end of a month without a year is the month.
    """
    if NO_YEAR not in {timex[:4], other[:4]} or timex[5:6] == "W":
        return False
    day, same = timex[5:], other[5:]
    return day == same != "" or (day[:2] == same[:2] and day[:2].isdecimal() and min(len(day), len(same)) == len("03"))


def differ(a: str, b: str) -> bool:
    """Return whether both are said, and not the same."""
    return bool(a and b) and a != b
