"""What printed digits say: the value, every value that prints so, and the place of the last digit."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from crosscheck.values.printed import Printed, power_of_ten

HALF_TENTH = Fraction(1, 20)


@pytest.mark.parametrize(
    ("printed", "value", "low", "high", "precision"),
    [
        (Printed(421, -1, True), Fraction(421, 10), Fraction(841, 20), Fraction(843, 20), Fraction(1, 10)),
        (Printed(-421, -1, True), Fraction(-421, 10), Fraction(-843, 20), Fraction(-841, 20), Fraction(1, 10)),
        (Printed(16000, 0, False), 16000, 16000, 16000, 1000),
        (Printed(16050, 0, False), 16050, 16050, 16050, 10),
        (Printed(0, 0, False), 0, 0, 0, 1),
        (Printed(20, 6, True), 20_000_000, 19_500_000, 20_500_000, 1_000_000),
        (Printed(38, 5, True), 3_800_000, 3_750_000, 3_850_000, 100_000),
        (Printed(5, -2, True), HALF_TENTH, Fraction(45, 1000), Fraction(55, 1000), Fraction(1, 100)),
    ],
)
def test_what_printed_digits_say(
    printed: Printed, value: Fraction, low: Fraction, high: Fraction, precision: Fraction
) -> None:
    assert printed.rational == value
    assert Fraction(printed.value) == value
    assert tuple(Fraction(end) for end in printed.bounds) == (low, high)
    assert Fraction(printed.precision) == precision


@pytest.mark.parametrize(
    ("power", "scaled"), [(6, Printed(34, 5, True)), (3, Printed(34, 2, True)), (2, Printed(34, 1, False))]
)
def test_a_scale_word_makes_the_last_digit_a_rounding_and_a_hundred_does_not(power: int, scaled: Printed) -> None:
    assert Printed(34, -1, False).scaled(power) == scaled
    assert Printed(34, -1, True).scaled(power).rounded


def test_a_minus_sign_turns_the_digits_alone() -> None:
    assert Printed(421, -1, True).negative() == Printed(-421, -1, True)


@pytest.mark.parametrize(
    ("exponent", "exact"),
    [(2, 700), (0, 7), (-1, Decimal("0.7")), (-40, Decimal("7E-40")), (-41, Fraction(7, 10**41))],
)
def test_a_power_of_ten_is_whole_decimal_or_a_fraction(exponent: int, exact: Decimal | Fraction | int) -> None:
    power = power_of_ten(7, exponent)
    assert (type(power), power) == (type(exact), exact)
