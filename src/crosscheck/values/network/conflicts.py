"""Conflicts: the cores that have one cause, with the suspects in order."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from crosscheck.values.interval import Interval
from crosscheck.values.network.cores import READINGS, MinimalSet
from crosscheck.values.network.graph import Network, bits
from crosscheck.values.network.model import Conflict, Core, Reading, Suspect
from crosscheck.values.network.propagation import propagate


class Cause(msgspec.Struct, frozen=True):
    """Cores that one value explains, and all groups in them, the likeliest to be wrong first."""

    cores: tuple[MinimalSet, ...]
    ranked: tuple[int, ...]

    @property
    def resolving(self) -> tuple[int, ...]:
        """Return the groups that are in every core."""
        return tuple(group for group in self.ranked if all(group in core for core in self.cores))

    @property
    def culprit(self) -> int | None:
        """Return the one group that resolves two cores or more; None where there is another, or one core only."""
        return self.resolving[0] if len(self.resolving) == 1 and len(self.cores) > 1 else None


def find_causes(network: Network, cores: Sequence[MinimalSet]) -> tuple[Cause, ...]:
    """Return *cores* by cause: the likeliest suspect takes all that it is in, then the same with what is left.

    Causes with a core that no charitable reading mends come first; then they keep the order of *cores*.
    """
    causes, left = [], list(cores)
    while left:
        lead = _rank(network, left)[0]
        taken = tuple(core for core in left if lead in core)
        causes.append(Cause(taken, tuple(_rank(network, taken))))
        left = [core for core in left if lead not in core]
    return tuple(sorted(causes, key=lambda c: (all(core.readings for core in c.cores), cores.index(c.cores[0]))))


def describe(network: Network, cause: Cause) -> Conflict:
    """Return *cause* as a record without indices."""
    resolving = frozenset(cause.resolving)
    return Conflict(
        tuple(_core(network, core) for core in cause.cores),
        tuple(_suspect(network, cause.cores, group, resolves=group in resolving) for group in cause.ranked),
        None if cause.culprit is None else network.groups[cause.culprit].statements[0].id,
    )


def _core(network: Network, core: MinimalSet) -> Core:
    return Core(network.statement_ids(core.groups), network.constraint_ids(core.constraints), core.readings)


def _rank(network: Network, cores: Sequence[MinimalSet]) -> list[int]:
    """Return the groups of *cores*, the likeliest to be wrong first.

    That is the one in most cores that no charitable reading mends; then the one in most cores; then the one with most
    independent witnesses against it, with fewest equations that it satisfies elsewhere, with fewest witnesses for it;
    then the last, as the first source has told it first.
    """
    groups = sorted({group for core in cores for group in bits(core.groups)}, reverse=True)
    return sorted(groups, key=lambda group: _rank_key(network, cores, group))


def _rank_key(network: Network, cores: Sequence[MinimalSet], group: int) -> tuple[int, ...]:
    return (
        -sum(group in core for core in cores if not core.readings),
        -sum(group in core for core in cores),
        -_opposed_by(network, cores, group),
        _corroborated(network, cores, group),
        len(network.groups[group].witnesses),
    )


def _opposed_by(network: Network, cores: Sequence[MinimalSet], group: int) -> int:
    """Return how many independent witnesses stand behind the other values of the cores that *group* is in."""
    others = {other for core in cores if group in core for other in bits(core.groups) if other != group}
    return len(frozenset[str]().union(*(network.groups[other].witnesses for other in others)))


def _corroborated(network: Network, cores: Sequence[MinimalSet], group: int) -> int:
    """Return how many equations outside *cores* hold between the cell of *group* and cells that are all stated."""
    broken = {constraint for core in cores for constraint in core.constraints}
    touching = network.touching[network.groups[group].cell]
    tests = (network.bounds[constraint] for constraint in touching if constraint not in broken)
    return sum(test.formula.relation == "=" and all(network.stated[cell] for cell in test.calls) for test in tests)


def _suspect(network: Network, cores: Sequence[MinimalSet], group: int, *, resolves: bool) -> Suspect:
    record = network.groups[group]
    return Suspect(
        cell=network.cells[record.cell].id,
        statements=tuple(statement.id for statement in record.statements),
        explains=sum(group in core for core in cores),
        resolves=resolves,
        opposed_by=_opposed_by(network, cores, group),
        backed_by=len(record.witnesses),
        corroborated=_corroborated(network, cores, group),
        allowed=_allowed(network, cores, group) if resolves else None,
        allowed_charitably=_allowed(network, cores, group, READINGS) if resolves else None,
    )


def _allowed(
    network: Network, cores: Sequence[MinimalSet], group: int, readings: Sequence[Reading] = ()
) -> Interval | None:
    """Return what the cell of *group* may be without it: by all else or, where that clashes, by *cores* alone."""
    cell = network.groups[group].cell
    everyone, every_constraint = network.everything
    state = propagate(network, everyone & ~(1 << group), every_constraint, readings)
    if state.failed:
        near = 0
        for core in cores:
            near |= core.groups
        constraints = sorted({constraint for core in cores for constraint in core.constraints})
        state = propagate(network, near & ~(1 << group), constraints, readings)
    return None if state.failed else state.intervals.get(cell, network.cells[cell].domain)
