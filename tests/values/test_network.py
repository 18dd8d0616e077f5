"""Constraint networks: cases beside their near misses, and properties on generated networks."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from crosscheck.values.formula import parse_constant, parse_formula, with_units
from crosscheck.values.interval import NONNEGATIVE, Interval
from crosscheck.values.network import Cell, Constraint, Reconciliation, Statement, contested, reconcile
from crosscheck.values.network.graph import build
from crosscheck.values.network.propagation import SHARED_REVISIONS, SPARE_REVISIONS, propagate

_CASES = Path(__file__).parent.parent / "cases" / "values" / "networks.yaml"
Case = dict[str, Any]
CASES: list[Case] = yaml.safe_load(_CASES.read_text(encoding="utf-8"))


def read_interval(text: str) -> tuple[Interval, Fraction | None]:
    """Return the interval of '42.1', '16867', '40..50' or '40..', and the place value that the first is rounded to."""
    low, dots, high = text.partition("..")
    if dots:
        return Interval.of(Fraction(low), Fraction(high) if high else None), None
    if "." not in text:
        return Interval.point(Fraction(text)), None
    place = Fraction(1, 10 ** len(text.partition(".")[2]))
    return Interval.of(Fraction(text) - place / 2, Fraction(text) + place / 2), place


def read_statement(name: str, text: str) -> Statement:
    value, _, witness = text.partition(" @")
    return Statement(name, *read_interval(value), witness)


def solve(case: Case) -> Reconciliation:
    """Return the reconciliation of a case; counts are whole, whatever is a percentage is not."""
    rounded = {*case.get("percent", ()), "growth"}
    cells = [
        Cell(
            name,
            tuple(read_statement(*said) for said in cell.get("says", {}).items()),
            NONNEGATIVE,
            name not in rounded and not case.get("over", {}).get("shares"),
        )
        for name, cell in case["cells"].items()
    ]
    units = dict.fromkeys(case.get("percent", ()), "percent")
    constraints = []
    for name, text in case["formulas"].items():
        formula = with_units(parse_formula(text), units)
        constraints.append(
            Constraint(
                id=name,
                formula=formula,
                cells={variable: variable for variable in formula.variables},
                bearers={key: tuple(ids) for key, ids in case.get("over", {}).items()},
                complete=frozenset(case.get("complete", ())),
                slack={key: parse_constant(text) for key, text in case.get("slack", {}).items()},
            )
        )
    return reconcile(cells, constraints)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_conflicts_come_by_cause_with_their_smallest_sets(case: Case) -> None:
    found = solve(case).conflicts
    assert [[sorted(core.statements) for core in conflict.cores] for conflict in found] == [
        wanted["cores"] for wanted in case["conflicts"]
    ]
    for conflict, wanted in zip(found, case["conflicts"], strict=True):
        assert (conflict.culprit or "") == wanted["culprit"]
        assert conflict.tightness == wanted.get("tightness", conflict.tightness)
        assert list(conflict.readings) == wanted.get("readings", list(conflict.readings))
        suspects = [suspect.statements[0] for suspect in conflict.suspects]
        assert suspects[: len(wanted.get("suspects", ()))] == wanted.get("suspects", [])
        allowed = {suspect.statements[0]: suspect.allowed for suspect in conflict.suspects}
        for statement, interval in wanted.get("allowed", {}).items():
            assert allowed[statement] == read_interval(interval)[0]


@pytest.mark.parametrize("case", [c for c in CASES if "values" in c], ids=lambda case: case["name"])
def test_values_are_narrowed_and_never_rest_on_a_contradiction(case: Case) -> None:
    values = solve(case).values
    assert {name: values[name].interval for name in case["values"]} == {
        name: read_interval(text)[0] for name, text in case["values"].items()
    }
    for name, support in case.get("rests_on", {}).items():
        assert [*values[name].low.statements, *values[name].low.constraints] == support
        assert [*values[name].high.statements, *values[name].high.constraints] == support


@pytest.mark.parametrize(
    ("cells", "constraints", "message"),
    [
        ([Cell("a"), Cell("a")], [], "share an id"),
        ([Cell("a", domain=Interval.of(2, 1))], [], "can have no value"),
        ([Cell("a", domain=Interval.of(Fraction(1, 3), Fraction(2, 3)), whole=True)], [], "can have no value"),
        ([Cell("a")], [Constraint(id="f", formula=parse_formula("a = b"), cells={"a": "a", "b": "c"})], "'c'"),
    ],
)
def test_a_network_that_makes_no_sense_is_refused(
    cells: list[Cell], constraints: list[Constraint], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        reconcile(cells, constraints)


def test_a_name_bound_to_nothing_may_be_anything() -> None:
    formula = parse_formula("share = votes / ballots")
    found = reconcile(
        [Cell("v", (read_statement("a", "3"),))], [Constraint(id="f", formula=formula, cells={"votes": "v"})]
    )
    assert found.conflicts == ()
    assert found.values["v"].interval == Interval.point(3)


CHAIN = parse_formula("a = b * 9 / 10 + 1")


@pytest.mark.parametrize("backwards", [False, True])
def test_a_ring_of_two_hundred_ends_within_the_stated_work(backwards: bool) -> None:
    names = [f"c{n}" for n in range(200)]
    stated = (Statement("s", Interval.of(0, 1000)),)
    cells = [Cell(name, stated if name == "c7" else (), NONNEGATIVE) for name in names]
    constraints = [
        Constraint(id=f"f{n}", formula=CHAIN, cells={"a": names[n], "b": names[(n + 1) % 200]}) for n in range(200)
    ]
    network = build(cells, constraints[::-1] if backwards else constraints)
    state = propagate(network, 1, range(200))
    assert not state.failed
    assert all(interval.contains(10) for interval in state.intervals.values())
    assert len(network.memo) <= SHARED_REVISIONS * 200 + SPARE_REVISIONS
    for interval in state.intervals.values():
        for end in (interval.low, interval.high):
            assert end is None or end.numerator.bit_length() + end.denominator.bit_length() <= 256


def test_one_wrong_base_explains_thirty_shares() -> None:
    cells = [Cell("base", (Statement("wrong", Interval.point(1_000_000)),), NONNEGATIVE, whole=True)]
    constraints = []
    formula = with_units(parse_formula("share = votes / base"), {"share": "percent"})
    for n in range(30):
        votes = 1000 + 97 * n
        share = read_statement(f"share{n}", f"{votes / 1000:.1f}")
        cells += [Cell(f"v{n}", (Statement(f"votes{n}", Interval.point(votes)),)), Cell(f"s{n}", (share,))]
        constraints.append(
            Constraint(id=f"f{n}", formula=formula, cells={"share": f"s{n}", "votes": f"v{n}", "base": "base"})
        )
    (conflict,) = reconcile(cells, constraints).conflicts
    assert conflict.culprit == "wrong"
    assert len(conflict.cores) == 30
    first = conflict.suspects[0]
    assert (first.explains, first.opposed_by, first.backed_by) == (30, 60, 1)
    assert first.allowed is not None
    assert first.allowed.within(Interval.of(99_000, 101_000))


def test_only_networks_with_a_conflict_are_contested() -> None:
    right = [Cell("a", (read_statement("s1", "40"),)), Cell("b", (read_statement("s2", "40"),))]
    wrong = [Cell("c", (read_statement("s3", "40"),)), Cell("d", (read_statement("s4", "41"),))]
    constraints = [
        Constraint(id=f"{x}={y}", formula=parse_formula(f"{x} = {y}"), cells={x: x, y: y})
        for x, y in (("a", "b"), ("c", "d"))
    ]
    conflicts = reconcile([*right, *wrong], constraints).conflicts
    assert contested([*right, *wrong], constraints, conflicts) == (wrong, constraints[1:])
    assert contested(right, constraints[:1], ()) == ([], [])
