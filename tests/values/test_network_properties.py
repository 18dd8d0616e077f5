"""Constraint networks: what holds on every small network, and on those with a hidden solution."""

from fractions import Fraction
from itertools import product

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.values.formula import Box, evaluate, parse_formula
from crosscheck.values.interval import EVERYTHING, NONNEGATIVE, Interval
from crosscheck.values.network import Cell, Constraint, Statement, reconcile

FORMULAS = ("x = y + z", "x <= y - z", "x = y * z", "x * z = y", "x + y >= 2 * z", "x = x * y", "2 * x = y + 1")


@st.composite
def small_networks(draw: st.DrawFn, size: int = 4, top: int = 4) -> tuple[list[Cell], list[Constraint]]:
    """Return cells of few integers, stated at random, with constraints in any order, cycles among them."""
    cells = []
    for index in range(size):
        ends = draw(st.lists(st.tuples(st.integers(-1, top + 1), st.integers(0, top)), max_size=2))
        stated = tuple(Statement(f"s{index}{n}", Interval.of(min(pair), max(pair))) for n, pair in enumerate(ends))
        cells.append(Cell(f"c{index}", stated, Interval.of(0, top), whole=True))
    constraints = []
    for index in range(draw(st.integers(0, 4))):
        formula = parse_formula(draw(st.sampled_from(FORMULAS)))
        bound = {name: f"c{draw(st.integers(0, size - 1))}" for name in formula.variables}
        constraints.append(Constraint(id=f"f{index}", formula=formula, cells=bound))
    return cells, constraints


def solutions(cells: list[Cell], constraints: list[Constraint]) -> list[dict[str, Fraction]]:
    """Return every choice of values that all statements and all constraints allow, by trying all."""
    ranges = []
    for cell in cells:
        allowed = cell.domain
        for statement in cell.statements:
            allowed = allowed.meet(statement.interval)
        assert allowed.low is not None
        assert allowed.high is not None
        ranges.append([Fraction(n) for n in range(int(allowed.low), int(allowed.high) + 1)])
    names = [cell.id for cell in cells]
    every = (dict(zip(names, choice, strict=True)) for choice in product(*ranges))
    return [choice for choice in every if all(holds(constraint, choice) for constraint in constraints)]


def holds(constraint: Constraint, choice: dict[str, Fraction]) -> bool:
    box = Box({name: Interval.point(choice[cell]) for name, cell in constraint.cells.items()})
    left, right = (evaluate(side, box).middle for side in (constraint.formula.left, constraint.formula.right))
    assert left is not None
    assert right is not None
    return {"=": left == right, "<=": left <= right, ">=": left >= right}[constraint.formula.relation]


def keep(cells: list[Cell], statements: set[str]) -> list[Cell]:
    """Return *cells* with these statements only."""
    return [
        msgspec.structs.replace(cell, statements=tuple(s for s in cell.statements if s.id in statements))
        for cell in cells
    ]


@given(small_networks())
@settings(max_examples=150, deadline=None)
def test_no_solution_is_cut_away_and_no_conflict_is_invented(network: tuple[list[Cell], list[Constraint]]) -> None:
    cells, constraints = network
    found = reconcile(cells, constraints)
    for conflict in found.conflicts:
        for core in conflict.cores:
            broken = [constraint for constraint in constraints if constraint.id in core.constraints]
            assert solutions(keep(cells, set(core.statements)), broken) == []
    if solutions(cells, constraints):
        assert found.conflicts == ()
    if not found.conflicts:
        for solution in solutions(cells, constraints):
            assert all(found.values[name].interval.contains(value) for name, value in solution.items())


@given(small_networks())
@settings(max_examples=100, deadline=None)
def test_nothing_can_be_left_out_of_a_core(network: tuple[list[Cell], list[Constraint]]) -> None:
    cells, constraints = network
    for conflict in reconcile(cells, constraints).conflicts:
        for core in conflict.cores:
            broken = [constraint for constraint in constraints if constraint.id in core.constraints]
            assert reconcile(keep(cells, set(core.statements)), broken).conflicts
            for statement in core.statements:
                fewer = keep(cells, set(core.statements) - {statement})
                assert reconcile(fewer, broken).conflicts == ()


@given(small_networks())
@settings(max_examples=75, deadline=None)
def test_every_conflict_is_resolved_by_its_first_suspect(network: tuple[list[Cell], list[Constraint]]) -> None:
    for conflict in reconcile(*network).conflicts:
        first, *rest = conflict.suspects
        assert first.resolves
        assert all(set(first.statements) & set(core.statements) for core in conflict.cores)
        assert all(first.explains >= suspect.explains for suspect in rest)


@given(small_networks(), st.data())
@settings(max_examples=200, deadline=None)
def test_a_statement_more_never_widens_a_value(
    network: tuple[list[Cell], list[Constraint]], data: st.DataObject
) -> None:
    cells, constraints = network
    ids = sorted(statement.id for cell in cells for statement in cell.statements)
    found = reconcile(cells, constraints)
    if ids and not found.conflicts and solutions(keep(cells, set()), constraints):
        fewer = keep(cells, set(ids) - {data.draw(st.sampled_from(ids))})
        wider = reconcile(fewer, constraints)
        assert all(found.values[cell.id].interval.within(wider.values[cell.id].interval) for cell in cells)


@given(small_networks())
@settings(max_examples=50, deadline=None)
def test_the_same_network_gives_the_same_result(network: tuple[list[Cell], list[Constraint]]) -> None:
    assert reconcile(*network) == reconcile(*network)


@st.composite
def solved_networks(draw: st.DrawFn) -> tuple[list[Cell], list[Constraint], dict[str, Fraction]]:
    """Return a larger network around a hidden solution, most of whose constraints form cycles."""
    size = draw(st.integers(3, 12))
    hidden = {f"c{n}": Fraction(draw(st.integers(1, 500)), draw(st.sampled_from([1, 1, 10]))) for n in range(size)}
    cells = []
    for name, value in hidden.items():
        spread = Fraction(draw(st.integers(0, 40)), 10)
        stated = (Statement(f"s{name}", Interval.of(value - spread, value + spread)),) if draw(st.booleans()) else ()
        cells.append(Cell(name, stated, draw(st.sampled_from([EVERYTHING, NONNEGATIVE]))))
    constraints = []
    for index in range(draw(st.integers(1, 15))):
        a, b, c = (draw(st.sampled_from(sorted(hidden))) for _ in range(3))
        offset = hidden[a] - hidden[b] / hidden[c]
        sign = "+" if offset >= 0 else "-"
        text = f"a = b / c {sign} {abs(offset).numerator} / {abs(offset).denominator}"
        constraints.append(Constraint(id=f"f{index}", formula=parse_formula(text), cells={"a": a, "b": b, "c": c}))
    return cells, constraints, hidden


@given(solved_networks())
@settings(max_examples=100, deadline=None)
def test_a_hidden_solution_survives_in_every_cell(
    network: tuple[list[Cell], list[Constraint], dict[str, Fraction]],
) -> None:
    cells, constraints, hidden = network
    found = reconcile(cells, constraints)
    assert found.conflicts == ()
    assert all(found.values[name].interval.contains(value) for name, value in hidden.items())
