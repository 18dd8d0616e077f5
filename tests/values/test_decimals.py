"""Exact decimals: equal to the fraction where they end, on the safe side where they do not."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.values.decimals import as_decimal, plain, round_down, round_half_up, round_outward, round_up

DECIMALS = st.builds(lambda digits, places: Fraction(digits, 10**places), st.integers(), st.integers(0, 40))


@given(DECIMALS)
def test_a_finite_decimal_is_written_exactly(number: Fraction) -> None:
    decimal = as_decimal(number)
    assert decimal is not None
    assert Fraction(decimal) == number
    assert round_down(number) == decimal == round_up(number)


@given(st.fractions())
def test_rounding_is_outward_and_close(number: Fraction) -> None:
    low, high = Fraction(round_down(number)), Fraction(round_up(number))
    assert low <= number <= high
    assert high - low <= Fraction(max(abs(number), Fraction(1))) / 10**10


@given(st.fractions(), st.fractions(min_value=Fraction(1, 10**9)))
def test_ends_are_rounded_outward_by_a_thousandth_of_their_distance(low: Fraction, width: Fraction) -> None:
    lower, upper = (Fraction(end) for end in round_outward(low, low + width))
    assert lower <= low < low + width <= upper
    assert max(low - lower, upper - (low + width)) < max(width / 1000, Fraction(width >= 1000))


@pytest.mark.parametrize(
    ("low", "high", "ends"),
    [
        ("24.428366", "25.572047", ("24.428", "25.573")),
        ("42.05", "42.15", ("42.05", "42.15")),
        ("16866.5", "16867.5", ("16866.5", "16867.5")),
        ("-2/3", "2/3", ("-0.667", "0.667")),
        ("745.4545", "4577.7", ("745", "4578")),
    ],
)
def test_ends_have_the_decimals_that_tell(low: str, high: str, ends: tuple[str, str]) -> None:
    assert round_outward(Fraction(low), Fraction(high)) == tuple(map(Decimal, ends))


@pytest.mark.parametrize(
    ("number", "digits", "rounded"),
    [
        ("2/3", 4, "0.6667"),
        ("1/3000", 2, "0.00033"),
        ("12345.67", 4, "12346"),
        ("123456", 2, "123456"),
        ("0.125", 2, "0.13"),
    ],
)
def test_significant_digits(number: str, digits: int, rounded: str) -> None:
    assert round_half_up(Fraction(number), digits) == Decimal(rounded)


@pytest.mark.parametrize(
    ("number", "text"),
    [("3320000000", "3,320,000,000"), ("0.00000012", "0.00000012"), ("-1234.5", "-1,234.5"), ("0", "0")],
)
def test_plain_digits_have_no_exponent(number: str, text: str) -> None:
    assert plain(Decimal(number)) == text
