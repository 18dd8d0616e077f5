"""What a claim says of its subject: an amount, a day, the holder of a role, or words for an outcome."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import msgspec

from crosscheck.values.interval import Interval
from crosscheck.values.measures import convert, convert_rounded
from crosscheck.values.misprints import is_number_slip, is_year_slip
from crosscheck.values.recurring import Arc, Cycle, arc, cycle_of

ROUND_FROM = 100
"""Counts that end in zeros from this place value on may be rounded; 30 dead are 30."""


class Amount(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A number in a unit: every value that the words allow.

    ``stated`` is the printed number with scale words multiplied out, None for a range; ``precision`` and ``hedge`` are
    the mention's.
    """

    interval: Interval
    stated: Fraction | None = None
    unit: str = ""
    precision: Fraction | None = None
    hedge: str = ""

    @property
    def charitable(self) -> Interval:
        """Return every value when a round count is read as rounded half up: '17,000' is 16,500 to under 17,500."""
        if self.precision is None or not self.is_round:
            return self.interval
        return self.rounded_to(self.precision, half_up=True)

    @property
    def is_round(self) -> bool:
        """True when it may be rounded: its last digit counts hundreds, or more."""
        if self.precision is None:
            return False
        over, under = self.precision.as_integer_ratio()  # whole numbers are compared faster than fractions
        return over >= ROUND_FROM * under

    def rounded_to(self, place: Fraction, *, half_up: bool = False) -> Interval:
        """Return every value when a whole number is read as rounded to *place*: '3 %' to 1 is 2.5 to 3.5.

        With *half_up* a number alone is below its upper end. Decimals, ranges and bounds stay what they are. What is
        about a number may be whatever that number alone may be, on the sides to which its hedge opens it: 'nearly
        20,000' to 10,000 is 15,000 to 20,000.
        """
        low, high, stated, half = self.interval.low, self.interval.high, self.stated, place / 2
        if self.interval.is_point:
            return self.interval + Interval(-half, half, high_open=half_up)
        if low is None or high is None or stated is None or not self._is_about_whole:
            return self.interval
        below = min(low, stated - half) if low < stated else low
        above = max(high, stated + half) if high > stated else high
        return Interval(below, above)

    @property
    def _is_about_whole(self) -> bool:
        """True when a hedge stands before a number without decimals."""
        return bool(self.hedge) and self.precision is not None and self.precision >= 1

    def converted(self, unit: str) -> Amount:
        """Return the amount in *unit*, read as rounded to its last digit: who converts rounds.

        Raises:
            ValueError: it does not convert into that.
        """
        interval = convert_rounded(self.interval, self.precision, self.unit, unit)
        stated = None if self.stated is None else convert(Interval.point(self.stated), self.unit, unit).middle
        return Amount(interval, stated, unit, self.precision, self.hedge)


class Period(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A day within known bounds: the first and the last day it may be, both included.

    ``date.min`` and ``date.max`` stand for an open end. Where both are, only ``timex`` says which days these may be:
    every Tuesday, the 4 October of any year.
    """

    first: date
    last: date
    timex: str = ""

    @property
    def starts(self) -> date | None:
        """Return the first day, None where it may be any: 'before 1980'."""
        return None if self.first == date.min else self.first

    @property
    def ends(self) -> date | None:
        """Return the last day, None where it may be any: 'after 2000'."""
        return None if self.last == date.max else self.last

    @property
    def cycle(self) -> Cycle | None:
        """Return of what the period is a recurring day, 'week' or 'year'; None where its bounds say which day it is."""
        return cycle_of(self.timex) if self.starts is None and self.ends is None else None

    def arc(self, cycle: Cycle) -> Arc:
        """Return which days of *cycle* it may be."""
        return arc(self.timex, self.first, self.last, cycle)

    def meets(self, other: Period) -> bool:
        """Return whether both may be one day; a recurring day is held against the other's place in its cycle."""
        cycles = {each.cycle for each in (self, other)} - {None}
        if not cycles:
            return self.first <= other.last and other.first <= self.last
        return all(self.arc(cycle).meets(other.arc(cycle)) for cycle in cycles if cycle is not None)


class Role(msgspec.Struct, frozen=True, gc=False, tag=True):
    """The entity that fills a role: its name as resolved, and its kind ('person', 'party', ...)."""

    name: str
    kind: str


class Wording(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A characterisation: the step of the concept's scale that the words mean ('close', 'clear').

    ``of`` is the term of what it is said of, where things that go by other nouns are others, else ''.
    """

    step: str
    words: str
    of: str = ""


Value = Amount | Period | Role | Wording


def is_misprinted(a: Value, b: Value) -> bool:
    """Return whether two numbers are one in another unit or the same digits in another order, or two years that are."""
    if isinstance(a, Period) and isinstance(b, Period):
        return is_year_slip(a.timex, b.timex)
    if not isinstance(a, Amount) or not isinstance(b, Amount) or a.stated is None or b.stated is None:
        return False
    if a.unit != b.unit:
        return bool(a.unit and b.unit) and a.stated == b.stated
    return is_number_slip(a.stated, b.stated)
