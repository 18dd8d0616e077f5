"""Slips of the hand: each kind beside a difference that no single slip explains."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.values.digits import explain_difference, slip_into, slips
from crosscheck.values.interval import Interval

_CASES = Path(__file__).parent.parent / "cases" / "values" / "slips.yaml"
Case = dict[str, str]
CASES: list[Case] = yaml.safe_load(_CASES.read_text(encoding="utf-8"))
printed_numbers = st.from_regex(r"\A(0|[1-9][0-9]{0,7})(\.[0-9]{1,3})?\Z")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['intended']}-{case['printed']}")
def test_a_difference_is_explained_by_its_likeliest_slip(case: Case) -> None:
    slip = explain_difference(Fraction(case["intended"]), case["printed"], scale=int(case.get("scale", "1")))
    assert (slip.kind if slip else "") == case["kind"]


@given(printed_numbers)
def test_slips_come_cheapest_first_and_each_number_once(printed: str) -> None:
    found = list(slips(printed))
    values = [slip.intended for slip in found]
    assert [slip.cost for slip in found] == sorted(slip.cost for slip in found)
    assert len(set(values)) == len(values)
    assert Fraction(printed) not in values


@given(printed_numbers)
def test_no_transposed_or_mistyped_number_has_a_leading_zero(printed: str) -> None:
    before = printed.partition(".")[0]
    for slip in slips(printed):
        if slip.kind in {"transposed", "mistyped"} and len(before) > 1:
            assert slip.intended >= 10 ** (len(before) - 1)


@given(st.integers(10, 10**7), st.data())
def test_a_transposition_is_always_found_and_named(intended: int, data: st.DataObject) -> None:
    digits = str(intended)
    i = data.draw(st.integers(0, len(digits) - 2))
    printed = digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :]
    if printed != digits and printed[0] != "0":
        slip = explain_difference(intended, printed)
        assert slip is not None
        assert (slip.kind, slip.cost) == ("transposed", 1)


@given(printed_numbers, st.sampled_from([10**3, 10**6, 10**9]))
def test_a_scale_word_multiplies_every_slip(printed: str, scale: int) -> None:
    assert [s.intended for s in slips(printed, scale=scale)] == [s.intended * scale for s in slips(printed)]


def test_a_minus_sign_mirrors_every_slip() -> None:
    assert [s.intended for s in slips("-42.1")] == [-s.intended for s in slips("42.1")]


def test_printed_digits_may_come_as_decimal_integer_or_text() -> None:
    assert list(slips(Decimal("42.10"))) == list(slips("42.10"))
    assert list(slips(16867)) == list(slips("16867"))


def test_of_endless_digits_nothing_is_known() -> None:
    assert list(slips("7" * 100_000)) == []
    assert explain_difference(21 * 10**28, "12" + "0" * 28) is not None


@pytest.mark.parametrize("text", ["", "4,2", "42.", ".5", "1e3", "٣", "--1"])
def test_anything_but_digits_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a printed number"):
        next(slips(text))


def test_the_one_cheapest_slip_into_an_interval_is_named() -> None:
    allowed = Interval.of(Decimal("42.04"), Decimal("42.06"))
    slip = slip_into(allowed, "24.1", tolerance=Decimal("0.05"))
    assert slip is not None
    assert (slip.kind, slip.intended) == ("transposed", Fraction("42.1"))


def test_without_tolerance_the_rounded_number_does_not_reach_the_interval() -> None:
    slip = slip_into(Interval.of(Decimal("42.04"), Decimal("42.06")), "24.1")
    assert slip is None


def test_several_equally_cheap_slips_name_none() -> None:
    assert slip_into(Interval.of(40098, 40111), "40113") is None
    assert slip_into(Interval.of(40100, 40105), "40113") is not None
