"""What keeps two days apart, or two values by the days that their clauses give them."""

from __future__ import annotations

import re
from datetime import timedelta

from crosscheck.records import UNTIL, Claim, Period

_IN_YEAR = re.compile(r"\d{4}-\d\d")
_TERM = timedelta(days=300)
"""How far the end of something may lie from a day that is not called so, and still be meant by it."""


def are_of_other_days(left: Claim, right: Claim) -> bool:
    """Return whether both clauses give their value a day or month of the news, and another: Friday's visitors and
    Sunday's.
    """
    x, y = left.context, right.context
    if x is None or y is None or not (x.day and y.day):
        return False
    return not (x.day.startswith(y.day) or y.day.startswith(x.day))


def differ_by_a_guessed_year(left: Claim, right: Claim) -> bool:
    """Return whether two days fall together but for the year, which one of the texts does not print."""
    a, b = left.value, right.value
    if not (isinstance(a, Period) and isinstance(b, Period)) or a.first.year == b.first.year:
        return False
    if not (_IN_YEAR.match(a.timex) and _IN_YEAR.match(b.timex)):
        return False
    if all(_prints_year(claim) for claim in (left, right)):
        return False
    first, last = ((d.month, d.day) for d in (a.first, a.last))
    begin, end = ((d.month, d.day) for d in (b.first, b.last))
    return max(first, begin) <= min(last, end)


def is_end_of_one(left: Claim, right: Claim) -> bool:
    """Return whether one day is the last of something and the other, far from it, is not: 'until 2034', 'in 2026'."""
    a, b = left.value, right.value
    if not (isinstance(a, Period) and isinstance(b, Period)) or (left.scope.part == UNTIL) == (
        right.scope.part == UNTIL
    ):
        return False
    return max(b.first - a.last, a.first - b.last) > _TERM


def _prints_year(claim: Claim) -> bool:
    """Return whether the claim is of no day or month, or its year stands in its mention."""
    timex = claim.mention.timex if claim.mention is not None else ""
    return claim.mention is None or not _IN_YEAR.match(timex) or timex[:4] in claim.mention.surface
