"""How one printed day may have become another: counted from the wrong day, or a slip in day, month or year.

A day off comes of a dateline that is not the day of the event ("yesterday" of a report that was filed after midnight),
a week off of a bare weekday, day and month exchanged of 3/4 read the American way, a wrong year of January's habit.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

DaySlip = Literal["day_off", "week_off", "exchanged", "year", "month", "day"]

_WEEK = 7


def explain_days(intended: date, printed: date) -> DaySlip | None:
    """Return how *intended* may have become *printed*, None where no single slip leads from one to the other.

    'exchanged' is day and month; 'year', 'month' and 'day' are one of the three mistyped: the day in one digit, or in
    the order of its two.
    """
    if intended == printed:
        return None
    apart = abs((printed - intended).days)
    if apart == 1:
        return "day_off"
    if apart == _WEEK:
        return "week_off"
    if (intended.day, intended.month, intended.year) == (printed.month, printed.day, printed.year):
        return "exchanged"
    if (intended.day, intended.month) == (printed.day, printed.month):
        return "year"
    if (intended.day, intended.year) == (printed.day, printed.year):
        return "month"
    same_month = (intended.month, intended.year) == (printed.month, printed.year)
    return "day" if same_month and _one_slip(intended.day, printed.day) else None


def _one_slip(intended: int, printed: int) -> bool:
    """Return whether two days of a month differ in one digit, or in the order of their digits: 17 and 27, 12 and 21."""
    a, b = f"{intended:02}", f"{printed:02}"
    return a == b[::-1] or (a[0] == b[0]) != (a[1] == b[1])
