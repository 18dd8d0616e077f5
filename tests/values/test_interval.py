"""Interval arithmetic: no result is lost, ends are tight, and open ends stay open."""

import operator
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from boxes import Member, intervals, intervals_with_member, numbers
from hypothesis import assume, given
from hypothesis import strategies as st

from crosscheck.values.interval import EMPTY, EVERYTHING, Interval, cofactor, hull

_SIGNS = {"[": False, "(": True, "]": False, ")": True}


def read(text: str) -> Interval:
    """Return the interval that *text* writes in the usual notation: '[1, 2)', '(-inf, 3]', 'empty'."""
    if text == "empty":
        return EMPTY
    low, high = (None if "inf" in end else Fraction(end.strip()) for end in text[1:-1].split(","))
    return Interval.of(low, high, low_open=_SIGNS[text[0]], high_open=_SIGNS[text[-1]])


@pytest.mark.parametrize(
    ("left", "sign", "right", "result"),
    [
        ("[1, 2]", "+", "[10, 20]", "[11, 22]"),
        ("[1, 2)", "+", "[10, 20]", "[11, 22)"),
        ("(1, inf)", "+", "[1, 2]", "(2, inf)"),
        ("(1, inf)", "+", "(-inf, 2)", "(-inf, inf)"),
        ("empty", "+", "[0, 9]", "empty"),
        ("[1, 2]", "-", "[10, 20)", "(-19, -8]"),
        ("[2, 3]", "*", "[4, 5)", "[8, 15)"),
        ("[-2, 3]", "*", "[-4, 5]", "[-12, 15]"),
        ("[0, 1]", "*", "(2, 3)", "[0, 3)"),
        ("(0, 1]", "*", "[2, 3]", "(0, 3]"),
        ("[0, 0]", "*", "(2, 3)", "[0, 0]"),
        ("[0, 0]", "*", "(-inf, inf)", "[0, 0]"),
        ("[2, inf)", "*", "[-3, 4]", "(-inf, inf)"),
        ("[2, inf)", "*", "[0, 4]", "[0, inf)"),
        ("(2, inf)", "*", "(-inf, -1]", "(-inf, -2)"),
        ("[0, inf)", "*", "(1, inf)", "[0, inf)"),
        ("[1, 2]", "/", "[4, 8]", "[1/8, 1/2]"),
        ("[1, 2]", "/", "[-8, -4)", "(-1/2, -1/8]"),
        ("[1, 2]", "/", "[0, 4]", "[1/4, inf)"),
        ("[1, 2]", "/", "[-4, 0]", "(-inf, -1/4]"),
        ("[1, 2]", "/", "[-4, 4]", "(-inf, inf)"),
        ("[0, 2]", "/", "[4, inf)", "[0, 1/2]"),
        ("[1, 2]", "/", "[4, inf)", "(0, 1/2]"),
        ("[1, 2]", "/", "[0, 0]", "(-inf, inf)"),
        ("[0, 0]", "/", "(-inf, inf)", "[0, 0]"),
        ("empty", "/", "[1, 2]", "empty"),
    ],
)
def test_arithmetic_gives_the_tightest_interval(left: str, sign: str, right: str, result: str) -> None:
    apply: Callable[[Interval, Interval], Interval] = {
        "+": operator.add,
        "-": operator.sub,
        "*": operator.mul,
        "/": operator.truediv,
    }[sign]
    assert apply(read(left), read(right)) == read(result)


@pytest.mark.parametrize(
    ("product", "factor", "result"),
    [
        ("[1, 2]", "[4, 8]", "[1/8, 1/2]"),
        ("[1, 2]", "[0, 4]", "[1/4, inf)"),
        ("[0, 2]", "[0, 4]", "(-inf, inf)"),
        ("[1, 2]", "[0, 0]", "empty"),
        ("[0, 2]", "[0, 0]", "(-inf, inf)"),
        ("[0, 2]", "(0, 4]", "[0, inf)"),
        ("[-2, -1]", "[0, 4]", "(-inf, -1/4]"),
    ],
)
def test_a_cofactor_knows_zero(product: str, factor: str, result: str) -> None:
    assert cofactor(read(product), read(factor)) == read(result)


@pytest.mark.parametrize(
    ("interval", "result"),
    [
        ("[1, 2]", "[1, 2]"),
        ("(1, 2)", "[2, 1]"),
        ("(1, 4)", "[2, 3]"),
        ("[1/2, 7/2]", "[1, 3]"),
        ("[-7/2, -1/2]", "[-3, -1]"),
        ("(-1/2, inf)", "[0, inf)"),
    ],
)
def test_whole_keeps_exactly_the_integers(interval: str, result: str) -> None:
    assert read(interval).whole() == read(result)


@pytest.mark.parametrize("text", ["empty", "[1, 1)", "(1, 1]", "(1, 1)", "[2, 1]"])
def test_what_holds_no_number_is_empty(text: str) -> None:
    assert read(text).is_empty
    assert not read(text).contains(1)
    assert (read(text) * read("[0, 1]")).is_empty


@pytest.mark.parametrize("text", ["[1, 1]", "(1, 2)", "[1, inf)", "(-inf, inf)"])
def test_what_holds_a_number_is_not_empty(text: str) -> None:
    assert not read(text).is_empty


def test_a_hull_spans_the_gap_and_keeps_a_reached_end() -> None:
    assert hull([read("(1, 2)"), read("[4, 5]"), read("[1, 1]"), EMPTY]) == read("[1, 5]")
    assert hull([read("(1, 2)"), read("(1, inf)")]) == read("(1, inf)")
    assert hull([]) == EMPTY


def test_decimals_are_taken_exactly() -> None:
    assert Interval.of(Decimal("42.05"), Decimal("42.15")).middle == Fraction("42.1")
    assert EVERYTHING.middle is None
    assert read("[3, inf)").middle == 3


@given(intervals_with_member(), intervals_with_member(), st.sampled_from([operator.add, operator.sub, operator.mul]))
def test_no_result_is_lost(one: Member, other: Member, apply: Callable[[Any, Any], Any]) -> None:
    (a, x), (b, y) = one, other
    assert apply(a, b).contains(apply(x, y))


@given(intervals_with_member(), intervals_with_member())
def test_no_quotient_and_no_cofactor_is_lost(one: Member, other: Member) -> None:
    (a, x), (b, y) = one, other
    assert cofactor(Interval.point(x * y), b).contains(x)
    assert cofactor(a * b, b).contains(x)
    assume(y != 0)
    assert (a / b).contains(x / y)


@given(intervals(), intervals(), st.sampled_from([operator.add, operator.sub, operator.mul, operator.truediv]))
def test_arithmetic_grows_with_its_operands(a: Interval, b: Interval, apply: Callable[[Any, Any], Any]) -> None:
    wider = hull([a, Interval.point(5)])
    assert apply(a, b).within(apply(wider, b))


@given(intervals(), intervals(), st.lists(numbers, max_size=5))
def test_meet_holds_what_both_hold(a: Interval, b: Interval, samples: list[Fraction]) -> None:
    for x in samples:
        assert a.meet(b).contains(x) == (a.contains(x) and b.contains(x))


@given(intervals(), intervals())
def test_within_is_meeting_unchanged(a: Interval, b: Interval) -> None:
    assert a.within(hull([a, b]))
    assert a.meet(b).within(a)
    assert EMPTY.within(a)


@given(intervals())
def test_ends_that_are_infinite_are_not_marked_open(a: Interval) -> None:
    for result in (a + a, a * a, a / a, -a, a.meet(EVERYTHING), hull([a, a]), a.scaled(Fraction(3))):
        assert not (result.low is None and result.low_open)
        assert not (result.high is None and result.high_open)


@given(intervals(), st.integers(-60, 60))
def test_whole_loses_no_integer(a: Interval, n: int) -> None:
    assert a.whole().contains(n) == a.contains(n)
