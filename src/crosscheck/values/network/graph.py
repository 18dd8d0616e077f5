"""The network by index: groups of equal statements, bound constraints, and who touches whom.

A support is a bit set in an int, so that joining two is one operation: bit i is the i-th group of equal statements, bit
``len(groups) + j`` the j-th constraint.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from fractions import Fraction

import msgspec

from crosscheck.values.formula import Aggregate, Formula, Variable, loosen, nodes
from crosscheck.values.interval import Interval
from crosscheck.values.network.model import Cell, Conflict, Constraint, Statement


class Group(msgspec.Struct, frozen=True):
    """Equal statements of one cell: index of the cell, the value, and the statements in input order."""

    cell: int
    interval: Interval
    rounded_to: Fraction | None
    statements: tuple[Statement, ...]

    @property
    def witnesses(self) -> frozenset[str]:
        """Return the independent sources behind it."""
        return frozenset(statement.witness or f"\0{statement.id}" for statement in self.statements)

    @property
    def rounded_twice(self) -> Interval:
        """Return every value that prints so when it was rounded to one digit more before: 42.045 to 42.155 for 42.1."""
        if self.rounded_to is None or self.interval.is_point:
            return self.interval
        more = self.rounded_to / 20
        return self.interval + Interval(-more, more)


class Bound(msgspec.Struct, frozen=True):
    """A constraint on cell indices. ``calls`` are its cells, each once; ``repeats`` those that it names twice."""

    formula: Formula
    lenient: Formula
    values: tuple[tuple[str, int], ...]
    bearers: tuple[tuple[str, tuple[int, ...], bool], ...]
    calls: tuple[int, ...]
    repeats: frozenset[int]


class Network(msgspec.Struct, frozen=True):
    """Cells and constraints that hang together, by index, with who touches whom.

    ``stated`` lists the groups of each cell, ``touching`` the constraints on each cell. ``memo`` remembers what a
    constraint (index, read with slack or not, intervals of its cells) left of them, None for nothing: the search for
    cores asks the same over and over.
    """

    cells: tuple[Cell, ...]
    constraints: tuple[Constraint, ...]
    groups: tuple[Group, ...]
    bounds: tuple[Bound, ...]
    stated: tuple[tuple[int, ...], ...]
    touching: tuple[tuple[int, ...], ...]
    memo: dict[tuple[int, bool, tuple[Interval, ...]], tuple[Interval, ...] | None] = {}

    def constraint_bit(self, index: int) -> int:
        """Return the bit that stands for a constraint in a support."""
        return 1 << (len(self.groups) + index)

    @property
    def everything(self) -> tuple[int, range]:
        """Return the bit set of all groups, and all constraints."""
        return (1 << len(self.groups)) - 1, range(len(self.bounds))

    def statement_ids(self, groups: int) -> tuple[str, ...]:
        """Return the first statement's id of each group of a bit set."""
        return tuple(self.groups[group].statements[0].id for group in bits(groups))

    def constraint_ids(self, constraints: Sequence[int]) -> tuple[str, ...]:
        """Return the id of each constraint."""
        return tuple(self.constraints[constraint].id for constraint in constraints)

    def split(self, support: int) -> tuple[int, tuple[int, ...]]:
        """Return the bit set of the groups of *support*, and the indices of its constraints."""
        everyone = (1 << len(self.groups)) - 1
        return support & everyone, tuple(bits(support >> len(self.groups)))


def bits(mask: int) -> Iterator[int]:
    """Yield the positions of the bits of *mask*, ascending."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


def parts(cells: Sequence[Cell], constraints: Sequence[Constraint]) -> Iterator[Network]:
    """Yield the networks that *cells* and *constraints* fall into, in the order of their first cells.

    Constraints that are bound to no cell are left out.

    Raises:
        ValueError: two cells share an id, a domain holds no value, or a constraint is bound to an unknown cell.
    """
    _validate(cells, constraints, {cell.id for cell in cells})
    for part in _separate(cells, constraints):
        yield build(*part)


def contested(
    cells: Sequence[Cell], constraints: Sequence[Constraint], conflicts: Iterable[Conflict]
) -> tuple[list[Cell], list[Constraint]]:
    """Return the cells and constraints of those networks that *conflicts* of them lie in, network by network."""
    doubtful = {statement for conflict in conflicts for statement in conflict.statements}
    hit = [
        part
        for part in _separate(cells, constraints)
        if any(statement.id in doubtful for cell in part[0] for statement in cell.statements)
    ]
    return [cell for of, _ in hit for cell in of], [constraint for _, of in hit for constraint in of]


def _separate(
    cells: Sequence[Cell], constraints: Sequence[Constraint]
) -> Iterable[tuple[list[Cell], list[Constraint]]]:
    """Return the cells and constraints that hang together, in the order of the first cells."""
    root = {cell.id: cell.id for cell in cells}

    def find(id_: str) -> str:
        while root[id_] != id_:
            root[id_] = root[root[id_]]
            id_ = root[id_]
        return id_

    for constraint in constraints:
        first, *others = [find(id_) for id_ in _bound_to(constraint)] or [""]
        for other in others:
            root[find(other)] = find(first)
    members: dict[str, tuple[list[Cell], list[Constraint]]] = {}
    for cell in cells:
        members.setdefault(find(cell.id), ([], []))[0].append(cell)
    for constraint in constraints:
        for id_ in _bound_to(constraint)[:1]:
            members[find(id_)][1].append(constraint)
    return members.values()


def _validate(cells: Sequence[Cell], constraints: Sequence[Constraint], known: Set[str]) -> None:
    if len(known) < len(cells):
        raise ValueError("two cells share an id")
    for cell in cells:
        if cell.domain.is_empty or (cell.whole and cell.domain.whole().is_empty):
            raise ValueError(f"cell {cell.id!r} can have no value")
    for constraint in constraints:
        for id_ in _bound_to(constraint):
            if id_ not in known:
                raise ValueError(f"constraint {constraint.id!r} is bound to {id_!r}, which is no cell")


def _bound_to(constraint: Constraint) -> list[str]:
    """Return the ids of the cells that *constraint* is bound to."""
    return [*constraint.cells.values(), *(id_ for ids in constraint.bearers.values() for id_ in ids)]


def build(cells: Sequence[Cell], constraints: Sequence[Constraint]) -> Network:
    """Return the network of *cells* and *constraints*, which ``parts`` has found sound."""
    place = {cell.id: index for index, cell in enumerate(cells)}
    groups = tuple(group for index, cell in enumerate(cells) for group in _groups(index, cell))
    bounds = tuple(_bind(constraint, place) for constraint in constraints)
    stated: list[list[int]] = [[] for _ in cells]
    touching: list[list[int]] = [[] for _ in cells]
    for index, group in enumerate(groups):
        stated[group.cell].append(index)
    for index, bound in enumerate(bounds):
        for called in bound.calls:
            touching[called].append(index)
    return Network(
        tuple(cells), tuple(constraints), groups, bounds, tuple(map(tuple, stated)), tuple(map(tuple, touching))
    )


def _groups(index: int, cell: Cell) -> Iterator[Group]:
    """Yield the statements of *cell*, equal ones together, in the order of the first of each."""
    equal: dict[tuple[Interval, Fraction | None], list[Statement]] = {}
    for statement in cell.statements:
        equal.setdefault((statement.interval, statement.rounded_to), []).append(statement)
    for (interval, rounded_to), statements in equal.items():
        yield Group(index, interval, rounded_to, tuple(statements))


def _bind(constraint: Constraint, place: dict[str, int]) -> Bound:
    formula = constraint.formula
    values = tuple((name, place[constraint.cells[name]]) for name in formula.variables if name in constraint.cells)
    bearers = tuple(
        (name, tuple(place[id_] for id_ in constraint.bearers[name]), name in constraint.complete)
        for name in formula.aggregates
        if name in constraint.bearers
    )
    times = Counter(_cells(formula, dict(values), {name: cells for name, cells, _ in bearers}))
    repeats = frozenset(cell for cell, count in times.items() if count > 1)
    return Bound(formula, loosen(formula, constraint.slack), values, bearers, tuple(times), repeats)


def _cells(formula: Formula, values: dict[str, int], bearers: dict[str, tuple[int, ...]]) -> Iterator[int]:
    """Yield the cell of every place in *formula* where one is named."""
    for node in nodes(formula.left, formula.right):
        if isinstance(node, Variable) and node.name in values:
            yield values[node.name]
        elif isinstance(node, Aggregate):
            yield from bearers.get(node.name, ())
