"""Amounts converted from unit to unit: exactly where units have a size, within bounds where months have none."""

from __future__ import annotations

from fractions import Fraction

import pytest

from crosscheck.values.interval import Interval
from crosscheck.values.measures import convert, convert_rounded, converts, dimension


@pytest.mark.parametrize(
    ("low", "high", "unit", "into", "expected"),
    [
        (1, 1, "mile", "kilometre", (Fraction(1609344, 10**6), Fraction(1609344, 10**6))),
        (32, 32, "fahrenheit", "celsius", (0, 0)),
        (72, 72, "month", "year", (6, 6)),
        (6, 6, "year", "month", (72, 72)),
        (2, 2, "month", "day", (56, 62)),
        (365, 366, "day", "year", (Fraction(365, 366), Fraction(366, 365))),
        (2, 3, "week", "day", (14, 21)),
        (None, 2, "year", "day", (None, 732)),
    ],
)
def test_an_amount_in_another_unit(low: int | None, high: int, unit: str, into: str, expected: tuple[int, int]) -> None:
    assert convert(Interval.of(low, high), unit, into) == Interval.of(*expected)


@pytest.mark.parametrize(
    ("precision", "low", "high"),
    [
        (Fraction(1), Fraction(27, 2), Fraction(29, 2)),
        (Fraction(1, 10), Fraction(279, 20), Fraction(281, 20)),
        (None, 14, 14),
    ],
)
def test_an_amount_that_is_converted_is_read_as_rounded(
    precision: Fraction | None, low: Fraction, high: Fraction
) -> None:
    meant = convert_rounded(Interval.point(14), precision, "mile", "kilometre")
    assert meant == Interval.of(low, high).scaled(Fraction(1609344, 10**6))


@pytest.mark.parametrize(
    ("unit", "into"), [("EUR", "USD"), ("vote", "seat"), ("mile", "hour"), ("mile", "mile"), ("", "day")]
)
def test_what_converts_into_nothing_is_refused(unit: str, into: str) -> None:
    assert not converts(unit, into)
    with pytest.raises(ValueError, match="does not convert"):
        convert(Interval.of(1, 1), unit, into)


def test_units_of_one_dimension_measure_the_same() -> None:
    assert dimension("mile") == dimension("metre") != dimension("hectare")
    assert dimension("year") == dimension("second")
    assert dimension("EUR") == "EUR"
