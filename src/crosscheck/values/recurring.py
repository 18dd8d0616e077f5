"""Days that are named without their week or year, 'on Tuesday' or '4 October': arcs of the week or of the year.

A report without a day of publication cannot say which Tuesday it means, but a Tuesday is no Monday.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final, Literal

import msgspec

Cycle = Literal["week", "year"]

SIZES: Final = {"week": 7, "year": 366}
"""How many days a turn of each cycle has; a year is counted with its 29 February."""
_SHAPE = re.compile(r"XXXX-(?:WXX-(?P<weekday>[1-7])|(?P<month>\d\d)(?:-(?P<day>\d\d))?)(?:T(?P<clock>[0-9A-Z:.+-]*))?")
_LEAP_YEAR = 2000
_NIGHT = "TNI"
"""How the TIMEX3 value of a night ends: it may be the night before the day as well as the one after."""


class Recurrence(msgspec.Struct, frozen=True):
    """A day or month without its year: a weekday, counted from Monday as 1, or a month with a day of it or without.

    What is not named is 0.
    """

    weekday: int = 0
    month: int = 0
    day: int = 0


class Arc(msgspec.Struct, frozen=True):
    """Days in a row within a turn of a cycle: the first, counted from 0, and how many they are, at least 1."""

    first: int
    length: int
    size: int

    def meets(self, other: Arc) -> bool:
        """Return whether both, of one cycle, have a day in common."""
        ahead = (other.first - self.first) % self.size
        return ahead < self.length or (self.size - ahead) % self.size < other.length

    def with_neighbours(self) -> Arc:
        """Return the days with the one before and the one behind them."""
        return Arc((self.first - 1) % self.size, min(self.length + 2, self.size), self.size)


def cycle_of(timex: str) -> Cycle | None:
    """Return the cycle in which the TIMEX3 value *timex* names days, None where it names them outright or not at all.

    'XXXX-WXX-2' is a day of the week, 'XXXX-10-04' and 'XXXX-10' are days of the year.
    """
    shape = _SHAPE.fullmatch(timex)
    if shape is None:
        return None
    if shape["weekday"]:
        return "week"
    return "year" if _arc_of_year(shape) is not None else None


def arc(timex: str, first: date, last: date, cycle: Cycle) -> Arc:
    """Return where the days of *timex*, *first* to *last*, lie in *cycle*: anywhere where they fill it or do not say.

    A night takes in the days beside it.
    """
    days = _arc(timex, first, last, cycle)
    return days.with_neighbours() if timex.endswith(_NIGHT) else days


def _arc(timex: str, first: date, last: date, cycle: Cycle) -> Arc:
    size = SIZES[cycle]
    shape = _SHAPE.fullmatch(timex)
    if shape is not None and shape["weekday"] and cycle == "week":
        return Arc(int(shape["weekday"]) - 1, 1, size)
    if shape is not None:
        return (_arc_of_year(shape) if cycle == "year" else None) or Arc(0, size, size)
    length = (last - first).days + 1
    if length >= size - 1:
        return Arc(0, size, size)
    if cycle == "week":
        return Arc(first.isoweekday() - 1, length, size)
    start, end = (_day_of_year(day.month, day.day) for day in (first, last))
    return Arc(start, (end - start) % size + 1, size)


def read_recurrence(timex: str) -> Recurrence | None:
    """Return the days that the TIMEX3 value *timex* names without their week or year, None where it names none so."""
    shape = _SHAPE.fullmatch(timex)
    if shape is None:
        return None
    if shape["weekday"]:
        return Recurrence(weekday=int(shape["weekday"]))
    month = int(shape["month"])
    return Recurrence(month=month, day=int(shape["day"] or 0)) if 1 <= month <= 12 else None


def _arc_of_year(shape: re.Match[str]) -> Arc | None:
    """Return the day or month of a year, None where no year has it."""
    month = int(shape["month"] or 0)
    if not 1 <= month <= 12:
        return None
    start = _day_of_year(month, 1)
    length = (_day_of_year(month + 1, 1) if month < 12 else SIZES["year"]) - start
    if not shape["day"]:
        return Arc(start, length, SIZES["year"])
    day = int(shape["day"])
    return Arc(start + day - 1, 1, SIZES["year"]) if 1 <= day <= length else None


def _day_of_year(month: int, day: int) -> int:
    """Return how many days of a leap year lie before a day."""
    return (date(_LEAP_YEAR, month, day) - date(_LEAP_YEAR, 1, 1)).days
