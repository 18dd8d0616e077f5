"""Exact intervals: what a printed value may be, and arithmetic on it. Never a float."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    Exact = int | Decimal | Fraction
else:
    from numbers import Number as Exact  # msgspec decodes no union of classes of others, but any one class
"""A number without rounding error."""


class Interval(msgspec.Struct, frozen=True, gc=False, order=False):
    """All rationals between two ends.

    ``low`` or ``high`` is None where the interval has no end on that side; ``low_open`` and ``high_open`` say that the
    end itself is left out ('more than 40'). Every operation gives the smallest interval that holds all results; an
    empty operand gives EMPTY.
    """

    low: Fraction | None = None
    high: Fraction | None = None
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def of(cls, low: Exact | None, high: Exact | None, *, low_open: bool = False, high_open: bool = False) -> Interval:
        """Return the interval with these ends."""
        return cls(
            None if low is None else as_fraction(low),
            None if high is None else as_fraction(high),
            low_open and low is not None,
            high_open and high is not None,
        )

    @classmethod
    def point(cls, value: Exact) -> Interval:
        """Return the interval that holds *value* alone."""
        exact = as_fraction(value)
        return cls(exact, exact)

    @property
    def is_empty(self) -> bool:
        """True when no number lies in it."""
        low, high = self.low, self.high
        if low is None or high is None or low is high:
            return low is not None and low is high and (self.low_open or self.high_open)
        order = _order(low, high)
        return order > 0 or (order == 0 and (self.low_open or self.high_open))

    @property
    def is_point(self) -> bool:
        """True when exactly one number lies in it."""
        low, high = self.low, self.high
        return low is not None and (low is high or low == high) and not (self.low_open or self.high_open)

    @property
    def is_bounded(self) -> bool:
        """True when it ends on both sides."""
        return self.low is not None and self.high is not None

    @property
    def is_nonnegative(self) -> bool:
        """True when it holds no number below zero."""
        return self.low is not None and self.low.numerator >= 0

    @property
    def middle(self) -> Fraction | None:
        """Return the midpoint, the one end there is, or None when there is none."""
        if self.low is None or self.high is None:
            return self.high if self.low is None else self.low
        return (self.low + self.high) / 2

    def contains(self, value: Exact) -> bool:
        """Return whether *value* lies in it."""
        exact = as_fraction(value)
        above = 1 if self.low is None else _order(exact, self.low)
        below = 1 if self.high is None else _order(self.high, exact)
        return (above > 0 or (above == 0 and not self.low_open)) and (below > 0 or (below == 0 and not self.high_open))

    def within(self, other: Interval) -> bool:
        """Return whether every number of it lies in *other*."""
        return self.is_empty or self.meet(other) == self

    def is_below(self, other: Interval) -> bool:
        """Return whether it ends before *other* begins."""
        return self.high is not None and other.low is not None and _order(self.high, other.low) < 0

    def meet(self, other: Interval) -> Interval:
        """Return the numbers that lie in both; may be empty."""
        low, low_open = _tighter(self.low, self.low_open, other.low, other.low_open, low=True)
        high, high_open = _tighter(self.high, self.high_open, other.high, other.high_open, low=False)
        return Interval(low, high, low_open, high_open)

    def whole(self) -> Interval:
        """Return the smallest interval that holds the same integers, with closed ends."""
        low, high = self.low, self.high
        if low is not None and (self.low_open or low.denominator != 1):
            low = Fraction(low.numerator // low.denominator + 1)
        if high is not None and (self.high_open or high.denominator != 1):
            high = Fraction(-(-high.numerator // high.denominator) - 1)
        return Interval(low, high)

    def scaled(self, factor: Fraction) -> Interval:
        """Return every number of it times *factor*, which is above zero."""
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        return Interval(low, high, self.low_open, self.high_open)

    def __neg__(self) -> Interval:
        low = None if self.high is None else -self.high
        high = None if self.low is None else -self.low
        return Interval(low, high, self.high_open, self.low_open)

    def __add__(self, other: Interval) -> Interval:
        if self.is_empty or other.is_empty:
            return EMPTY
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(
            low,
            high,
            low is not None and (self.low_open or other.low_open),
            high is not None and (self.high_open or other.high_open),
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        if self.is_empty or other.is_empty:
            return EMPTY
        if self.is_bounded and other.is_bounded and self.is_nonnegative and other.is_nonnegative:
            (_, a, a_open), (_, b, b_open) = _ends(self)
            (_, c, c_open), (_, d, d_open) = _ends(other)
            return Interval(a * c, b * d, _left_out(a, a_open, c, c_open), _left_out(b, b_open, d, d_open))
        return _hull([_times(a, b) for a in _ends(self) for b in _ends(other)])

    def __truediv__(self, other: Interval) -> Interval:
        """Return every quotient by a number other than zero; EVERYTHING where *other* is zero alone.

        Nothing is known of a quotient by zero, and a contradiction must not rest on it.
        """
        if self.is_empty or other.is_empty:
            return EMPTY
        if other.low is not None and other.low.numerator > 0:
            return self * _reciprocal(other)
        if other.is_point and not other.low:
            return EVERYTHING
        above, below = other.meet(_ABOVE_ZERO), (-other).meet(_ABOVE_ZERO)
        quotients = [] if above.is_empty else [self * _reciprocal(above)]
        if not below.is_empty:
            quotients.append(-self * _reciprocal(below))
        return hull(quotients)


_End = tuple[int, Fraction, bool]
"""An end that sorts: -1 or 1 where infinite and else 0, the value (0 where infinite), whether it is left out."""

ZERO = Fraction(0)
EVERYTHING = Interval()
EMPTY = Interval(Fraction(1), ZERO)
NONNEGATIVE = Interval(ZERO)
_ABOVE_ZERO = Interval(ZERO, None, low_open=True)


def cofactor(product: Interval, factor: Interval) -> Interval:
    """Return every x for which x times some number of *factor* lies in *product*: division that knows zero.

    Where both hold zero, x may be anything; where *factor* is zero alone and *product* does not hold it, no x will do.
    """
    if product.is_empty or factor.is_empty:
        return EMPTY
    if factor.low is not None and factor.low.numerator > 0:
        return product / factor
    if factor.contains(0):
        if product.contains(0):
            return EVERYTHING
        if factor.is_point:
            return EMPTY
    return product / factor


def hull(intervals: Iterable[Interval]) -> Interval:
    """Return the smallest interval that holds all of *intervals*; EMPTY when there is none."""
    ends = [end for interval in intervals if not interval.is_empty for end in _ends(interval)]
    return _hull(ends) if ends else EMPTY


def _ends(interval: Interval) -> tuple[_End, _End]:
    """Return both ends; an infinite one counts as left out."""
    low, high = interval.low, interval.high
    return (
        (-1, ZERO, True) if low is None else (0, low, interval.low_open),
        (1, ZERO, True) if high is None else (0, high, interval.high_open),
    )


def _hull(ends: list[_End]) -> Interval:
    """Return the interval from the least to the greatest of *ends*; an end is left out when none reaches it."""
    low_sign, low, low_open = min(ends)
    high_sign, high, high_closed = max((sign, value, not is_open) for sign, value, is_open in ends)
    return Interval(
        None if low_sign else low,
        None if high_sign else high,
        not low_sign and low_open,
        not high_sign and not high_closed,
    )


def _times(a: _End, b: _End) -> _End:
    """Return the product of two ends; zero times anything is zero."""
    if not a[0] and not b[0]:
        return 0, a[1] * b[1], _left_out(a[1], a[2], b[1], b[2])
    if not a[0] and not a[1]:
        return a
    if not b[0] and not b[1]:
        return b
    sign_a, sign_b = a[0] or (1 if a[1] > 0 else -1), b[0] or (1 if b[1] > 0 else -1)
    return sign_a * sign_b, ZERO, True


def _left_out(a: Fraction, a_open: bool, b: Fraction, b_open: bool) -> bool:
    """Return whether the product of two ends is not reached: it is when both are, or when a reached one is zero."""
    return (a_open and (b_open or bool(b))) or (b_open and (a_open or bool(a)))


def _reciprocal(positive: Interval) -> Interval:
    """Return 1/x for every x of *positive*, all of which are above zero."""
    low, high = positive.low, positive.high
    return Interval(
        ZERO if high is None else 1 / high,
        1 / low if low else None,
        high is None or positive.high_open,
        bool(low) and positive.low_open,
    )


def _tighter(
    a: Fraction | None, a_open: bool, b: Fraction | None, b_open: bool, *, low: bool
) -> tuple[Fraction | None, bool]:
    """Return the end that leaves less: the higher of two lows, the lower of two highs."""
    if a is None or b is None:
        return (b, b_open) if a is None else (a, a_open)
    order = 0 if a is b else _order(a, b)
    if order == 0:
        return a, a_open or b_open
    return (a, a_open) if (order > 0) == low else (b, b_open)


def _order(a: Fraction, b: Fraction) -> int:
    """Return a number below, at or above zero where *a* is below, at or above *b*.

    Fractions compare by way of the abstract classes of numbers, which takes several times as long.
    """
    (a_over, a_under), (b_over, b_under) = a.as_integer_ratio(), b.as_integer_ratio()
    return a_over * b_under - b_over * a_under


def as_fraction(value: Exact) -> Fraction:
    """Return *value* as a fraction: the same object for the same number, as long as it is remembered."""
    return value if type(value) is Fraction else _remembered(value)


_remembered = lru_cache(maxsize=1 << 12)(Fraction)
