"""Ends of intervals that grew long are rounded outwards, and hardly."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from crosscheck.values.interval import Interval
from crosscheck.values.network.propagation import MAX_BITS, round_outward

ENDS = st.builds(
    lambda under, over, sign: Fraction(sign * (under // 1_000 * over + 1), under),
    st.integers(1 << 140, 1 << 400),
    st.integers(1, 10**15),
    st.sampled_from([1, -1]),
)
NEAR = Fraction(1, 1 << 95)


def bits_of(number: Fraction) -> int:
    return number.numerator.bit_length() + number.denominator.bit_length()


@given(ENDS, ENDS)
def test_long_ends_are_rounded_outwards_and_by_next_to_nothing(one: Fraction, other: Fraction) -> None:
    low, high = min(one, other), max(one, other)
    rounded = round_outward(Interval(low, high))
    assert rounded.low is not None
    assert rounded.high is not None
    assert low - abs(low) * NEAR < rounded.low <= low or rounded.low == low
    assert high <= rounded.high < high + abs(high) * NEAR or rounded.high == high
    assert (
        sum(bits_of(end) > MAX_BITS for end in (rounded.low, rounded.high)) == 0 or max(abs(low), abs(high)) > 1 << 96
    )


@given(st.fractions(min_value=-(10**6), max_value=10**6, max_denominator=10**6), st.booleans())
def test_ends_of_a_few_digits_stay_and_so_does_what_they_leave_out(low: Fraction, is_open: bool) -> None:
    interval = Interval(low, low + 1, low_open=is_open)
    assert round_outward(interval) == interval


def test_a_rounded_end_is_reached() -> None:
    third = Fraction((1 << 300) + 1, 3)
    rounded = round_outward(Interval(third, None, low_open=True))
    assert rounded.low is not None
    assert rounded.low < third
    assert not rounded.low_open
    assert rounded.high is None
