"""Numbers and years that are one with its digits in another order."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
import yaml

from crosscheck.values.misprints import is_number_slip, is_year_slip

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "values" / "misprints.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("a", "b", "is_slip"), CASES["numbers"])
def test_numbers_of_the_same_digits(a: str, b: str, *, is_slip: bool) -> None:
    one, other = (Fraction(number.replace(",", "")) for number in (a, b))
    assert is_number_slip(one, other) is is_number_slip(other, one) is is_slip


@pytest.mark.parametrize(("a", "b", "is_slip"), CASES["years"])
def test_years_of_the_same_digits(a: str, b: str, *, is_slip: bool) -> None:
    assert is_year_slip(a, b) is is_year_slip(b, a) is is_slip
