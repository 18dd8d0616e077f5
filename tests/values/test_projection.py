"""Projection: formulas over intervals never cut a solution away, and cut all else where that can be."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from boxes import Member, intervals, intervals_with_member
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.values.formula import (
    Bearers,
    Box,
    loosen,
    parse_constant,
    parse_formula,
    revise,
    solve_for,
    with_units,
)
from crosscheck.values.interval import EMPTY, EVERYTHING, Interval


def span(low: str, high: str) -> Interval:
    return Interval.of(Decimal(low), Decimal(high))


SHARE = with_units(parse_formula("vote_share = votes / ballots_cast"), {"vote_share": "percent", "votes": "vote"})


def test_percent_is_a_share_of_one_and_comes_back_as_percent() -> None:
    box = revise(SHARE, Box({"votes": Interval.point(13974), "ballots_cast": Interval.point(40113)}))
    assert box.values["vote_share"] == Interval.point(Fraction(13974 * 100, 40113))


def test_a_share_that_prints_otherwise_leaves_nothing() -> None:
    box = {"vote_share": span("42.05", "42.15"), "votes": Interval.point(16867), "ballots_cast": Interval.point(40113)}
    assert revise(SHARE, Box(box)).is_empty
    assert not revise(SHARE, Box({**box, "vote_share": span("41.95", "42.05")})).is_empty


def test_solving_for_the_base_gives_every_base_that_prints_so() -> None:
    winner = Box({"vote_share": span("42.05", "42.15"), "votes": Interval.point(16867)})
    second = Box({"vote_share": span("34.75", "34.85"), "votes": Interval.point(13974)})
    base = solve_for(SHARE, "ballots_cast", winner).meet(solve_for(SHARE, "ballots_cast", second))
    assert base.whole() == Interval.of(40098, 40111)


def test_solving_ignores_what_is_said_of_the_variable_itself() -> None:
    box = Box({"vote_share": span("50", "50"), "votes": Interval.point(10), "ballots_cast": Interval.point(7)})
    assert solve_for(SHARE, "ballots_cast", box) == Interval.point(20)


def test_a_charitable_reading_lets_only_the_formula_see_a_lower_base() -> None:
    box = Box(
        {"vote_share": span("42.05", "42.15"), "votes": Interval.point(16867), "ballots_cast": span("40113", "40113")}
    )
    kind = loosen(SHARE, {"ballots_cast": parse_constant("2 %")})
    assert revise(kind, box).values["ballots_cast"] == Interval.point(40113)
    assert revise(loosen(SHARE, {"votes": parse_constant("2 %")}), box).is_empty


def test_an_inequality_cuts_both_sides() -> None:
    box = revise(parse_formula("part <= whole"), Box({"part": Interval.of(5, None), "whole": Interval.of(0, 9)}))
    assert box.values == {"part": Interval.of(5, 9), "whole": Interval.of(5, 9)}
    box = revise(
        parse_formula("whole >= part"), Box({"part": Interval.of(9, None, low_open=True), "whole": span("0", "9")})
    )
    assert box.is_empty


def test_division_by_a_printed_zero_decides_nothing() -> None:
    box = Box({"growth": Interval.point(5), "new": Interval.point(3), "old": Interval.point(0)})
    assert not revise(parse_formula("growth = new / old"), box).is_empty


MAJORITY = parse_formula("majority = largest(votes) - second(votes)")


def test_the_majority_fills_in_the_runner_up() -> None:
    votes = Bearers((Interval.point(16867), Interval.of(10000, 16000), Interval.point(349)))
    box = revise(MAJORITY, Box({"majority": Interval.point(2893)}, {"votes": votes}))
    assert box.bearers["votes"].values[1] == Interval.point(13974)


def test_shares_above_the_whole_leave_nothing_but_only_when_they_surely_are() -> None:
    formula = with_units(parse_formula("sum(share) <= 100 %"), {"share": "percent"})
    over = Bearers((span("60", "60"), span("41", "42")))
    just = Bearers((span("59.95", "60.05"), span("39.95", "40.05")))
    assert revise(formula, Box({}, {"share": over})).is_empty
    assert revise(formula, Box({}, {"share": just})).bearers["share"].values[0] == span("59.95", "60.05")


def test_bearers_that_are_not_all_known_only_bound_from_below() -> None:
    known = Bearers((Interval.point(30), Interval.point(20)), complete=False)
    total = parse_formula("total = sum(x)")
    assert solve_for(total, "total", Box({}, {"x": known})) == Interval.of(50, None)
    assert revise(total, Box({"total": Interval.point(49)}, {"x": known})).is_empty
    assert not revise(total, Box({"total": Interval.point(51)}, {"x": known})).is_empty
    assert solve_for(parse_formula("n = count(x)"), "n", Box({}, {"x": known})) == Interval.of(2, None)
    assert solve_for(parse_formula("n = second(x)"), "n", Box({}, {"x": known})) == Interval.of(20, None)


def test_too_few_bearers_decide_nothing() -> None:
    alone = Box({"majority": Interval.point(1)}, {"votes": Bearers((Interval.point(5),))})
    assert not revise(MAJORITY, alone).is_empty
    assert solve_for(MAJORITY, "majority", Box()) == EVERYTHING


def test_a_name_may_stand_for_one_value_and_for_all() -> None:
    formula = parse_formula("share = votes / sum(votes)")
    box = Box({"votes": Interval.point(3)}, {"votes": Bearers((Interval.point(3), Interval.point(9)))})
    assert solve_for(formula, "share", box) == Interval.point(Fraction(1, 4))


TWO_PLACE: list[tuple[str, Callable[[Fraction, Fraction], Fraction | None]]] = [
    ("a = b + c", lambda b, c: b + c),
    ("a = b - c", lambda b, c: b - c),
    ("a = b * c", lambda b, c: b * c),
    ("b = a - c", lambda b, c: b + c),
    ("a = b / c", lambda b, c: b / c if c else None),
    ("c = b / a", lambda b, c: b / c if b and c else None),
    ("a = 2 * (b - c) / 3", lambda b, c: 2 * (b - c) / 3),
    ("a = (b - c) / c", lambda b, c: (b - c) / c if c else None),
    ("a = -b * b + c", lambda b, c: -b * b + c),
    ("a * 50 % = b - -c", lambda b, c: 2 * (b + c)),
]


@given(st.sampled_from(TWO_PLACE), intervals_with_member(), intervals_with_member(), intervals())
def test_no_solution_is_ever_cut_away(
    case: tuple[str, Callable[[Fraction, Fraction], Fraction | None]], first: Member, second: Member, around: Interval
) -> None:
    text, solve = case
    (b, y), (c, z) = first, second
    x = solve(y, z)
    if x is None:
        return
    a = around if around.contains(x) else Interval.point(x)
    cut = revise(parse_formula(text), Box({"a": a, "b": b, "c": c}))
    assert [cut.values[name].contains(value) for name, value in (("a", x), ("b", y), ("c", z))] == [True] * 3


@given(st.sampled_from(["=", "<=", ">="]), intervals(), intervals(), intervals())
def test_revising_narrows_and_again_changes_nothing(relation: str, a: Interval, b: Interval, c: Interval) -> None:
    formula = parse_formula(f"a {relation} b + 2 * c")
    box = Box({"a": a, "b": b, "c": c})
    once = revise(formula, box)
    assert all(once.values[name].within(box.values[name]) for name in "abc")
    assert revise(formula, once) == once


@given(st.sampled_from(["a = b * c", "a <= b - c", "a = b / c"]), intervals(), intervals(), intervals(), intervals())
def test_revising_is_monotone(text: str, a: Interval, b: Interval, c: Interval, cutter: Interval) -> None:
    formula = parse_formula(text)
    wide = revise(formula, Box({"a": a, "b": b, "c": c}))
    narrow = revise(formula, Box({"a": a.meet(cutter), "b": b, "c": c}))
    assert all(narrow.values[name].within(wide.values[name]) for name in "abc")


@given(
    st.lists(intervals_with_member(), min_size=2, max_size=5),
    st.sampled_from(["sum", "largest", "second", "count"]),
    st.booleans(),
    intervals(),
)
def test_no_solution_of_an_aggregate_is_cut_away(
    bearers: list[Member], function: str, complete: bool, around: Interval
) -> None:
    values = [value for _, value in bearers]
    ranked = sorted(values, reverse=True)
    x = {"sum": sum(values, Fraction(0)), "largest": ranked[0], "second": ranked[1], "count": Fraction(len(values))}[
        function
    ]
    a = around if around.contains(x) else Interval.point(x)
    box = Box({"a": a}, {"v": Bearers(tuple(interval for interval, _ in bearers), complete)})
    cut = revise(parse_formula(f"a = {function}(v)"), box)
    assert cut.values["a"].contains(x)
    assert all(i.contains(v) for i, v in zip(cut.bearers["v"].values, values, strict=True))


@given(
    st.lists(intervals_with_member(), min_size=3, max_size=6), st.integers(1, 3), st.sampled_from(["sum", "largest"])
)
def test_unlisted_bearers_never_make_a_contradiction(bearers: list[Member], unlisted: int, function: str) -> None:
    positive = [(Interval.point(abs(value)), abs(value)) for _, value in bearers]
    whole = max(v for _, v in positive) if function == "largest" else sum(v for _, v in positive)
    listed = Bearers(tuple(interval for interval, _ in positive[unlisted - 1 :]), complete=False)
    cut = revise(parse_formula(f"a = {function}(v)"), Box({"a": Interval.point(whole)}, {"v": listed}))
    assert not cut.is_empty


def test_slack_lowers_a_sum_and_never_a_count() -> None:
    box = Box({}, {"x": Bearers((Interval.point(60), Interval.point(40)))})
    total = loosen(parse_formula("total = sum(x)"), {"x": Fraction(1, 10)})
    number = loosen(parse_formula("total = count(x)"), {"x": Fraction(1, 10)})
    assert solve_for(total, "total", box) == Interval.of(90, 100)
    assert solve_for(number, "total", box) == Interval.point(2)


@pytest.mark.parametrize(
    "text", ["a = b + c", "a = b - c", "a = b * c", "a = b / c", "a <= b - c", "a = 2 * b + c / 3"]
)
@given(data=st.data())
def test_every_end_of_a_revised_box_belongs_to_a_solution(text: str, data: st.DataObject) -> None:
    formula = parse_formula(text)
    ends = st.tuples(st.integers(1, 30), st.integers(1, 30))
    pairs = {name: data.draw(ends) for name in "abc"}
    cut = revise(formula, Box({name: Interval.of(min(pair), max(pair)) for name, pair in pairs.items()}))
    for name, interval in cut.values.items():
        for end in (interval.low, interval.high):
            if not cut.is_empty:
                assert end is not None
                assert not revise(formula, Box({**cut.values, name: Interval.point(end)})).is_empty


AGGREGATES: dict[str, Callable[[tuple[int, ...]], int]] = {
    "sum": sum,
    "largest": max,
    "second": lambda values: sorted(values)[-2],
}
RANGES = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=2, max_size=4)


@given(RANGES, st.tuples(st.integers(0, 9), st.integers(0, 9)), st.sampled_from(["sum", "largest", "second"]))
def test_an_aggregate_is_cut_to_the_hull_of_its_solutions(
    ranges: list[tuple[int, int]], wanted: tuple[int, int], function: str
) -> None:
    spans = [range(min(pair), max(pair) + 1) for pair in ranges]
    rank = AGGREGATES[function]
    solutions = [choice for choice in product(*spans) if min(wanted) <= rank(choice) <= max(wanted)]
    bearers = Bearers(tuple(Interval.of(span[0], span[-1]) for span in spans))
    box = Box({"a": Interval.of(min(wanted), max(wanted))}, {"v": bearers})
    cut = revise(parse_formula(f"a = {function}(v)"), box)
    assert cut.is_empty == (not solutions)
    if solutions:
        columns = list(zip(*solutions, strict=True))
        assert cut.bearers["v"].values == tuple(Interval.of(min(column), max(column)) for column in columns)
        found = [rank(choice) for choice in solutions]
        assert cut.values["a"] == Interval.of(min(found), max(found))


def test_an_empty_box_stays_empty() -> None:
    assert revise(parse_formula("a = b"), Box({"a": EMPTY})).is_empty
