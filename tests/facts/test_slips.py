"""Figures that may be slips for one another."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.facts.slips import is_day_slip, slip_level
from crosscheck.records import Amount, Period
from crosscheck.values.interval import Interval

CASES = Path(__file__).parents[1] / "cases" / "facts"


def load(name: str) -> list[Any]:
    """Return the rows of one file of cases."""
    return list(yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8")))


def amount(printed: str | int) -> Amount:
    number = Fraction(str(printed).replace(",", ""))
    return Amount(Interval.point(number), number)


@pytest.mark.parametrize(("one", "other", "slip"), load("slips"))
def test_slips_between_figures(one: str, other: str, slip: str) -> None:
    assert slip_level(amount(one), amount(other)) == slip == slip_level(amount(other), amount(one))


@given(st.integers(min_value=1000, max_value=10**11), st.integers(min_value=0, max_value=2))
def test_two_digits_that_change_places_are_found(number: int, place: int) -> None:
    digits = list(str(number))
    digits[place], digits[place + 1] = digits[place + 1], digits[place]
    other = int("".join(digits))
    if digits[0] != "0" and other != number:
        assert slip_level(amount(number), amount(other)) in {"transposed", "transposed pair"}


@pytest.mark.parametrize(("one", "other", "slips"), load("day_slips"))
def test_slips_between_days(one: str, other: str, slips: bool) -> None:
    a, b = Period(date.min, date.max, one), Period(date.min, date.max, other)
    assert is_day_slip(a, b) is is_day_slip(b, a) is slips
