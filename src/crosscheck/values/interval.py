"""Exact intervals: what a printed value may be, and arithmetic on it. Never a float."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

import msgspec

Exact = int | Decimal | Fraction
"""A number without rounding error."""


class Interval(msgspec.Struct, frozen=True, order=False):
    """All rationals between two ends.

    ``low`` or ``high`` is None where the interval has no end on that side; ``low_open`` and ``high_open`` say that the
    end itself is left out ('more than 40').
    """

    low: Fraction | None = None
    high: Fraction | None = None
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def of(cls, low: Exact | None, high: Exact | None, *, low_open: bool = False, high_open: bool = False) -> Interval:
        """Return the interval with these ends."""
        return cls(
            None if low is None else Fraction(low),
            None if high is None else Fraction(high),
            low_open and low is not None,
            high_open and high is not None,
        )

    @classmethod
    def point(cls, value: Exact) -> Interval:
        """Return the interval that holds *value* alone."""
        exact = Fraction(value)
        return cls(exact, exact)

    @property
    def is_empty(self) -> bool:
        """True when no number lies in it."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and (self.low_open or self.high_open))

    @property
    def is_point(self) -> bool:
        """True when exactly one number lies in it."""
        return self.low is not None and self.low == self.high and not (self.low_open or self.high_open)

    @property
    def middle(self) -> Fraction | None:
        """Return the midpoint, the one end there is, or None when there is none."""
        if self.low is None or self.high is None:
            return self.high if self.low is None else self.low
        return (self.low + self.high) / 2

    def contains(self, value: Exact) -> bool:
        """Return whether *value* lies in it."""
        return not self.meet(Interval.point(value)).is_empty

    def within(self, other: Interval) -> bool:
        """Return whether every number of it lies in *other*."""
        return self.is_empty or self.meet(other) == self

    def meet(self, other: Interval) -> Interval:
        """Return the numbers that lie in both; may be empty."""
        low, low_open = _tighter(self.low, self.low_open, other.low, other.low_open, low=True)
        high, high_open = _tighter(self.high, self.high_open, other.high, other.high_open, low=False)
        return Interval(low, high, low_open, high_open)

    def whole(self) -> Interval:
        """Return the smallest interval that holds the same integers, with closed ends."""
        low, high = self.low, self.high
        if low is not None:
            ceiling = -(-low.numerator // low.denominator)
            low = Fraction(ceiling + 1 if self.low_open and ceiling == low else ceiling)
        if high is not None:
            floor = high.numerator // high.denominator
            high = Fraction(floor - 1 if self.high_open and floor == high else floor)
        return Interval(low, high)

    def __neg__(self) -> Interval:
        low = None if self.high is None else -self.high
        high = None if self.low is None else -self.low
        return Interval(low, high, self.high_open, self.low_open)

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        """Return every product; where an end is infinite and a sign is mixed, everything (sound, not tight)."""
        if self.is_empty or other.is_empty:
            return EMPTY
        if self.is_bounded and other.is_bounded:
            return _hull([_times(a, b) for a in self._ends() for b in other._ends()])
        if self.is_nonnegative and other.is_nonnegative:
            low, low_open = _times((self.low or ZERO, self.low_open), (other.low or ZERO, other.low_open))
            if self.high is None or other.high is None:
                return Interval(low, None, low_open)
            return Interval(low, self.high * other.high, low_open, self.high_open or other.high_open)
        return EVERYTHING

    def __truediv__(self, other: Interval) -> Interval:
        """Return every quotient; where the divisor reaches zero, everything that the signs leave (sound, not tight)."""
        if self.is_empty or other.is_empty:
            return EMPTY
        if other.high is not None and other.high < 0:
            return -self / -other
        if other.low is not None and other.low > 0:
            return self * other._reciprocal()
        if self.is_nonnegative and other.is_nonnegative and self.low and other.high:
            return Interval(self.low / other.high, None, self.low_open or other.high_open)
        return EVERYTHING

    @property
    def is_bounded(self) -> bool:
        """True when it ends on both sides."""
        return self.low is not None and self.high is not None

    @property
    def is_nonnegative(self) -> bool:
        """True when it holds no number below zero."""
        return self.low is not None and self.low >= 0

    def _reciprocal(self) -> Interval:
        """Return 1/x for every x, all of which are above zero."""
        low = ZERO if self.high is None else 1 / self.high
        return Interval(low, 1 / self.low if self.low else None, self.high is None or self.high_open, self.low_open)

    def _ends(self) -> tuple[_End, _End]:
        """Return both ends of a bounded interval, each with whether it is left out."""
        return (self.low or ZERO, self.low_open), (self.high or ZERO, self.high_open)


_End = tuple[Fraction, bool]
ZERO = Fraction(0)
EVERYTHING = Interval()
EMPTY = Interval(Fraction(1), ZERO)


def hull(intervals: Iterable[Interval]) -> Interval:
    """Return the smallest interval that holds all of *intervals*; EMPTY when there is none."""
    filled = [i for i in intervals if not i.is_empty]
    if not filled:
        return EMPTY
    low = None if any(i.low is None for i in filled) else min((i.low or ZERO, i.low_open) for i in filled)
    high = None if any(i.high is None for i in filled) else max((i.high or ZERO, not i.high_open) for i in filled)
    return Interval(
        low[0] if low else None,
        high[0] if high else None,
        bool(low and low[1]),
        bool(high and not high[1]),
    )


def _hull(ends: list[_End]) -> Interval:
    low, low_open = min(ends)
    high, high_closed = max((value, not is_open) for value, is_open in ends)
    return Interval(low, high, low_open, not high_closed)


def _times(a: _End, b: _End) -> _End:
    """Return the product of two ends; it is reached when both are, or when a reached one is zero."""
    product = a[0] * b[0]
    reached = (not a[1] and not b[1]) or (a[0] == 0 and not a[1]) or (b[0] == 0 and not b[1])
    return product, not reached


def _tighter(
    a: Fraction | None, a_open: bool, b: Fraction | None, b_open: bool, *, low: bool
) -> tuple[Fraction | None, bool]:
    """Return the end that leaves less: the higher of two lows, the lower of two highs."""
    if a is None or b is None:
        return (b, b_open) if a is None else (a, a_open)
    if a == b:
        return a, a_open or b_open
    return (a, a_open) if (a > b) == low else (b, b_open)
