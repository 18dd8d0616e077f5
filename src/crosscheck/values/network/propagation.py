"""Propagation: narrowing every cell by every constraint until nothing moves, with what each bound rests on.

The algorithm is AC-3 (Mackworth 1977) with HC4-revise as the revision (Benhamou et al. 1999).

Work is bounded: a constraint is revised at most ``MAX_REVISIONS`` times, and all together at most ``SHARED_REVISIONS``
times their number, with ``SPARE_REVISIONS`` more; one is called again only when a cell of it lost more than ``NOTABLE``
of its width; and an end of more than ``MAX_BITS`` bits is rounded outwards. Whatever is cut short leaves
intervals wider than need be, never narrower.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Final

import msgspec

from crosscheck.values.formula import Bearers, Box, revise
from crosscheck.values.interval import Interval
from crosscheck.values.network.graph import Bound, Network, bits
from crosscheck.values.network.model import Reading

MAX_REVISIONS: Final = 8
SHARED_REVISIONS: Final = 4
SPARE_REVISIONS: Final = 100
NOTABLE: Final = Fraction(1, 10**6)
MAX_BITS: Final = 256
_KEPT_BITS: Final = 96


class State(msgspec.Struct):
    """Every cell's interval by index, what its low and its high end rest on, and what an emptied cell rests on."""

    intervals: dict[int, Interval]
    low: dict[int, int]
    high: dict[int, int]
    failure: int = 0
    failed: bool = False


def propagate(network: Network, groups: int, constraints: Sequence[int], readings: Sequence[Reading] = ()) -> State:
    """Return the state in which only the *groups* of this bit set and these *constraints* hold.

    Cells that neither touches are not in it. It ends as soon as a cell is empty: ``failed`` is then True, and
    ``failure`` holds what the emptiness rests on. *readings* are taken charitably, all at once.
    """
    state = State({}, {}, {})
    cells = {network.groups[g].cell for g in bits(groups)}.union(*(network.bounds[c].calls for c in constraints))
    for cell in sorted(cells):
        _start(network, state, cell, groups, charitable="double_rounding" in readings)
        if state.failed:
            return state
    waiting, queued = deque(constraints), set(constraints)
    left = dict.fromkeys(constraints, MAX_REVISIONS)
    for _ in range(SHARED_REVISIONS * len(left) + SPARE_REVISIONS):
        if not waiting or state.failed:
            break
        index = waiting.popleft()
        queued.discard(index)
        left[index] -= 1
        for cell, again in _revise(network, state, index, lenient="slack" in readings):
            for other in network.touching[cell]:
                if (again or other != index) and other not in queued and left.get(other, 0):
                    queued.add(other)
                    waiting.append(other)
    return state


def _start(network: Network, state: State, cell: int, groups: int, *, charitable: bool) -> None:
    """Set *cell* to what its domain and its statements leave."""
    record = network.cells[cell]
    state.intervals[cell] = record.domain.whole() if record.whole else record.domain
    state.low[cell] = state.high[cell] = 0
    for index in network.stated[cell]:
        if groups >> index & 1:
            group = network.groups[index]
            _narrow(network, state, cell, group.rounded_twice if charitable else group.interval, 1 << index)


def _revise(network: Network, state: State, index: int, *, lenient: bool) -> list[tuple[int, bool]]:
    """Narrow the cells of a constraint; return those that lost a notable part.

    With each comes whether the constraint itself should look again: where it names the cell more than once, and where
    the cell went further than it asked, to a whole number.
    """
    bound = network.bounds[index]
    given = tuple(state.intervals[cell] for cell in bound.calls)
    key = (index, lenient, given)
    if key not in network.memo:
        network.memo[key] = _cut(bound, given, lenient=lenient)
    left, bit = network.memo[key], network.constraint_bit(index)
    rests_on = {cell: state.low[cell] | state.high[cell] for cell in bound.calls}
    if left is None:
        state.failed = True
        state.failure = _join(rests_on.values()) | bit
        return []
    moved = []
    for cell, before, after in zip(bound.calls, given, left, strict=True):
        if after != before and not state.failed:
            own = cell in bound.repeats
            why = _join(mask for other, mask in rests_on.items() if own or other != cell)
            _narrow(network, state, cell, after, why | bit)
            if _is_notable(before, state.intervals[cell]):
                moved.append((cell, own or state.intervals[cell] != after))
    return moved


def _cut(bound: Bound, given: tuple[Interval, ...], *, lenient: bool) -> tuple[Interval, ...] | None:
    """Return what a constraint leaves of its cells' intervals, None when nothing."""
    intervals = dict(zip(bound.calls, given, strict=True))
    box = Box(
        {name: intervals[cell] for name, cell in bound.values},
        {name: Bearers(tuple(intervals[c] for c in cells), complete) for name, cells, complete in bound.bearers},
    )
    cut = revise(bound.lenient if lenient else bound.formula, box)
    for name, cell in bound.values:
        intervals[cell] = intervals[cell].meet(cut.values[name])
    for name, cells, _ in bound.bearers:
        for cell, interval in zip(cells, cut.bearers[name].values, strict=True):
            intervals[cell] = intervals[cell].meet(interval)
    left = tuple(round_outward(intervals[cell]) for cell in bound.calls)
    return None if any(interval.is_empty for interval in left) else left


def _join(masks: Iterable[int]) -> int:
    joined = 0
    for mask in masks:
        joined |= mask
    return joined


def _narrow(network: Network, state: State, cell: int, interval: Interval, why: int) -> None:
    """Cut *cell* down to *interval*, for the reasons *why*."""
    old = state.intervals[cell]
    new = old.meet(interval)
    if network.cells[cell].whole:
        new = new.whole()
    if new.low != old.low or new.low_open != old.low_open:
        state.low[cell] = why
    if new.high != old.high or new.high_open != old.high_open:
        state.high[cell] = why
    state.intervals[cell] = new
    if new.is_empty:
        state.failed = True
        state.failure = state.low[cell] | state.high[cell]


def _is_notable(old: Interval, new: Interval) -> bool:
    """Return whether *new* is so much narrower that a neighbour should know."""
    if old == new:
        return False
    if old.low is None or old.high is None or new.low is None or new.high is None:
        return True
    return (old.high - old.low) - (new.high - new.low) > (old.high - old.low) * NOTABLE or new.is_point


def round_outward(interval: Interval) -> Interval:
    """Return *interval* with ends of bounded length: those longer than ``MAX_BITS`` are rounded outwards."""
    low, high = interval.low, interval.high
    long_low, long_high = low is not None and _is_long(low), high is not None and _is_long(high)
    if not long_low and not long_high:
        return interval
    return Interval(
        _rounded_down(low) if long_low and low is not None else low,
        -_rounded_down(-high) if long_high and high is not None else high,
        interval.low_open and not long_low,
        interval.high_open and not long_high,
    )


def _is_long(number: Fraction) -> bool:
    return number.denominator.bit_length() + number.numerator.bit_length() > MAX_BITS


def _rounded_down(number: Fraction) -> Fraction:
    """Return a number at most *number*, and by less than one part in 2**95 of it."""
    shift = _KEPT_BITS - (number.numerator.bit_length() - number.denominator.bit_length())
    if shift >= 0:
        return Fraction((number.numerator << shift) // number.denominator, 1 << shift)
    return Fraction((number.numerator // number.denominator >> -shift) << -shift)
