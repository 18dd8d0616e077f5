"""Hypothesis strategies shared by the tests of intervals, formulas and networks."""

from fractions import Fraction

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from crosscheck.values.interval import Interval

Member = tuple[Interval, Fraction]
"""An interval and a number of it."""

numbers: SearchStrategy[Fraction] = st.builds(Fraction, st.integers(-12, 12), st.integers(1, 4))


@st.composite
def intervals(draw: DrawFn, points: SearchStrategy[Fraction] = numbers) -> Interval:
    """Return an interval that holds a number: closed, open, half-open, infinite or a point."""
    a, b = sorted((draw(points), draw(points)))
    low = draw(st.sampled_from([a, a, None]))
    high = draw(st.sampled_from([b, b, None]))
    narrow = a == b and low is not None and high is not None
    low_open, high_open = (False, False) if narrow else (draw(st.booleans()), draw(st.booleans()))
    return Interval.of(low, high, low_open=low_open, high_open=high_open)


@st.composite
def members(draw: DrawFn, interval: Interval) -> Fraction:
    """Return a number of *interval*, its ends among them where it holds them."""
    low = interval.low if interval.low is not None else (interval.high or Fraction(0)) - 20
    high = interval.high if interval.high is not None else (interval.low or Fraction(0)) + 20
    weight = Fraction(draw(st.integers(0, 8)), 8)
    number = low + (high - low) * weight
    return number if interval.contains(number) else (low + high) / 2


@st.composite
def intervals_with_member(draw: DrawFn, points: SearchStrategy[Fraction] = numbers) -> Member:
    """Return an interval and a number of it."""
    interval = draw(intervals(points))
    return interval, draw(members(interval))
