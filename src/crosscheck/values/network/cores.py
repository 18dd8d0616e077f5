"""The smallest sets of statements that cannot hold together, found by deletion and by a hitting-set tree.

A core is shrunk from what an emptied cell rests on, by leaving out one statement after the other (deletion-based
minimal unsatisfiable subsets, Chinneck and Dravnieks 1991). Further cores are found by leaving out each statement of a
core that is known (hitting-set tree, Reiter 1987), taking turns between the shallowest node, which finds the smallest
ways out, and the deepest, which finds cores that have little in common. Work is bounded: at most ``MAX_TRIALS``
propagations and ``MAX_NODES`` nodes for each network that hangs together and each value of a contested cell, of which
``MAX_CONTESTED`` are looked at; what is beyond them is not found.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterator, Sequence
from itertools import combinations, islice
from typing import Final, get_args

import msgspec

from crosscheck.values.network.graph import Network, bits
from crosscheck.values.network.model import Reading
from crosscheck.values.network.propagation import propagate

READINGS: Final[tuple[Reading, ...]] = get_args(Reading)
MAX_TRIALS: Final = 48
MAX_NODES: Final = 256
MAX_CONTESTED: Final = 32
_MAX_LEAVES: Final = 3


class MinimalSet(msgspec.Struct, frozen=True):
    """The groups of a core as a bit set, the constraints that they break, ascending, and the readings that mend it."""

    groups: int
    constraints: tuple[int, ...]
    readings: tuple[Reading, ...] = ()

    def __contains__(self, group: int) -> bool:
        return bool(self.groups >> group & 1)


def find_cores(network: Network) -> tuple[MinimalSet, ...]:
    """Return the cores of *network*, values of one cell that clash first, with their readings."""
    everyone, every_constraint = network.everything
    constraints = _possible(network, every_constraint)
    cores = [core for cell in range(len(network.cells)) for core in _clashes(network, cell)]
    contested = impossible = 0
    for core in cores:
        if core.groups.bit_count() > 1:
            contested |= core.groups
        else:
            impossible |= core.groups
    certain = everyone & ~contested & ~impossible
    leaves = _search(network, certain, constraints, cores, [0])
    for group in islice(bits(contested), MAX_CONTESTED):
        _search(network, certain | 1 << group, constraints, cores, leaves[:_MAX_LEAVES])
    return tuple(msgspec.structs.replace(core, readings=_mending(network, core)) for core in cores)


def _mending(network: Network, core: MinimalSet) -> tuple[Reading, ...]:
    """Return the charitable readings each of which alone lets *core* hold together."""
    return tuple(r for r in READINGS if not propagate(network, core.groups, core.constraints, (r,)).failed)


def _possible(network: Network, constraints: Sequence[int]) -> tuple[int, ...]:
    """Return *constraints* without those that nothing could satisfy: a formula does not apply, no source is wrong."""
    left = tuple(constraints)
    while (state := propagate(network, 0, left)).failed:
        culprits = shrink(network, state.failure).constraints
        left = tuple(c for c in left if c not in culprits)
    return left


def _clashes(network: Network, cell: int) -> Iterator[MinimalSet]:
    """Yield the values stated for *cell* that it cannot have, then the pairs of others that share nothing.

    Pairs are enough: intervals each two of which meet have a point that is in all.
    """
    single = {group: MinimalSet(1 << group, ()) for group in network.stated[cell]}
    impossible = [group for group, core in single.items() if propagate(network, core.groups, ()).failed]
    yield from (single[group] for group in impossible)
    for one, other in combinations((group for group in single if group not in impossible), 2):
        pair = 1 << one | 1 << other
        if propagate(network, pair, ()).failed:
            yield MinimalSet(pair, ())


def _search(
    network: Network, groups: int, constraints: Sequence[int], cores: list[MinimalSet], roots: Sequence[int]
) -> list[int]:
    """Add to *cores* those among *groups*; return sets whose removal leaves none, the smallest first.

    *roots* are the sets of groups to leave out from the start.
    """
    waiting, seen = sorted(roots, key=int.bit_count), set(roots)
    leaves: list[int] = []
    trials = turn = 0
    while waiting and trials < MAX_TRIALS and len(seen) < MAX_NODES:
        removed = waiting.pop() if turn % 2 else waiting.pop(0)
        turn += 1
        if any(leaf & removed == leaf for leaf in leaves):
            continue
        left = groups & ~removed
        core = next((known for known in cores if not known.groups & ~left), None)
        if core is None:
            trials += 1
            state = propagate(network, left, constraints)
            if not state.failed:
                leaves.append(removed)
                continue
            core = shrink(network, state.failure)
            cores.append(core)
        for group in bits(core.groups):
            if (further := removed | 1 << group) not in seen:
                seen.add(further)
                insort(waiting, further, key=int.bit_count)
    return sorted(leaves, key=int.bit_count) or [groups]


def shrink(network: Network, failure: int) -> MinimalSet:
    """Return a smallest set within *failure*, a support that ends in an empty cell; the last groups are left out first.

    Nothing can be left out of it without losing the contradiction.
    """
    groups, constraints = network.split(failure)
    for group in reversed(tuple(bits(groups))):
        if groups >> group & 1:
            state = propagate(network, groups & ~(1 << group), constraints)
            if state.failed:
                groups, constraints = network.split(state.failure)
    for constraint in reversed(constraints):
        fewer = tuple(c for c in constraints if c != constraint)
        if propagate(network, groups, fewer).failed:
            constraints = fewer
    return MinimalSet(groups, constraints)
