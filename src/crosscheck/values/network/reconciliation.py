"""Reconciling: what all statements jointly say, network by network."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.values.network.conflicts import Cause, describe, find_causes
from crosscheck.values.network.cores import find_cores, shrink
from crosscheck.values.network.graph import Network, parts
from crosscheck.values.network.model import Cell, Conflict, Constraint, Narrowed, Reconciliation, Support
from crosscheck.values.network.propagation import State, propagate


def reconcile(cells: Sequence[Cell], constraints: Sequence[Constraint]) -> Reconciliation:
    """Return what all statements jointly say, and every set of them that cannot hold together.

    No solution is lost: what every formula and every statement allows lies in the cell's interval. A conflict is always
    real; propagation looks at one constraint at a time, so a contradiction that only several together show may stay
    unseen. Work is bounded as the modules ``propagation`` and ``cores`` say. The same input gives the same result, in
    the same order.

    Raises:
        ValueError: two cells share an id, a domain holds no value, or a constraint is bound to an unknown cell.
    """
    values: dict[str, Narrowed] = {}
    found: list[Conflict] = []
    for network in parts(cells, constraints):
        state = propagate(network, *network.everything)
        if state.failed:
            causes = find_causes(network, find_cores(network))
            found += (describe(network, cause) for cause in causes)
            state = _settle(network, causes)
        values |= {cell.id: _narrowed(network, state, index) for index, cell in enumerate(network.cells)}
    return Reconciliation({cell.id: values[cell.id] for cell in cells}, tuple(found))


def _settle(network: Network, causes: Sequence[Cause]) -> State:
    """Return the state of *network* without what its conflicts leave in doubt."""
    doubtful, broken = 0, set[int]()
    for cause in causes:
        if cause.culprit is not None:
            doubtful |= 1 << cause.culprit
            continue
        cells = {network.groups[group].cell for group in cause.resolving}
        for core in cause.cores:
            doubtful |= 0 if core.constraints else core.groups
            broken |= {c for c in core.constraints if cells.intersection(network.bounds[c].calls)}
    everyone, every_constraint = network.everything
    groups, constraints = everyone & ~doubtful, tuple(c for c in every_constraint if c not in broken)
    while (state := propagate(network, groups, constraints)).failed:
        core = shrink(network, state.failure)
        constraints = tuple(c for c in constraints if c not in core.constraints)
        groups &= -1 if core.constraints else ~core.groups
    return state


def _narrowed(network: Network, state: State, cell: int) -> Narrowed:
    if cell not in state.intervals:
        return Narrowed(network.cells[cell].domain)
    return Narrowed(state.intervals[cell], _support(network, state.low[cell]), _support(network, state.high[cell]))


def _support(network: Network, mask: int) -> Support:
    groups, constraints = network.split(mask)
    return Support(network.statement_ids(groups), network.constraint_ids(constraints))
