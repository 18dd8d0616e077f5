"""Functions over all bearers of an attribute, forward and backward."""

from __future__ import annotations

from fractions import Fraction
from itertools import accumulate
from typing import Final

import msgspec

from crosscheck.values.formula.syntax import Aggregate
from crosscheck.values.interval import EMPTY, EVERYTHING, NONNEGATIVE, ZERO, Interval


class Bearers(msgspec.Struct, frozen=True):
    """What an attribute may be for each that bears it, in the attribute's own unit.

    ``complete`` says that there are no others. Otherwise there may be any number of others, each with a value of zero
    or more, and a formula can be broken only by what holds whatever they are.
    """

    values: tuple[Interval, ...]
    complete: bool = True


UNKNOWN_BEARERS = Bearers((), complete=False)


UNKNOWN_BEARERS = Bearers((), complete=False)
_NOTHING_ELSE = Interval(ZERO, ZERO)


def aggregate(node: Aggregate, bearers: Bearers) -> Interval:
    """Return what the function of *node* may be over *bearers*; EVERYTHING where too few bear the attribute for it."""
    if node.function == "count":
        known = Fraction(len(bearers.values))
        return Interval(known, known if bearers.complete else None)
    if node.function == "sum":
        return sum(bearers.values, _others(bearers)).scaled(node.scale)
    return _ranked(bearers, _RANKS[node.function]).scaled(node.scale)


def project_aggregate(node: Aggregate, bearers: Bearers, allowed: Interval) -> Bearers:
    """Return *bearers* cut down to where the function of *node* takes a value of *allowed*."""
    if not bearers.values or node.function == "count":
        return bearers
    own = allowed.scaled(1 / node.scale)
    values = _project_sum(bearers, own) if node.function == "sum" else _project_rank(bearers, own, node.function)
    return Bearers(values, bearers.complete)


_RANKS: Final[dict[str, int]] = {"largest": 1, "second": 2}


def _others(bearers: Bearers) -> Interval:
    """Return what those that *bearers* does not list may add up to."""
    return _NOTHING_ELSE if bearers.complete else NONNEGATIVE


def _project_sum(bearers: Bearers, total: Interval) -> tuple[Interval, ...]:
    """Return each value cut down to what *total* leaves beside all others."""
    values = bearers.values
    before = accumulate(values, initial=_others(bearers))
    behind = tuple(accumulate(reversed(values), initial=_NOTHING_ELSE))[-2::-1]
    return tuple(v.meet(total - (left + right)) for v, left, right in zip(values, before, behind, strict=False))


def _ranked(bearers: Bearers, rank: int) -> Interval:
    """Return what the value at *rank* from the top, from 1, may be: its ends are the ends at that rank."""
    values = bearers.values
    if len(values) < rank:
        return EVERYTHING
    if any(value.is_empty for value in values):
        return EMPTY
    low = sorted(((v.low is not None, v.low or ZERO, v.low_open) for v in values), reverse=True)[rank - 1]
    high = sorted(((v.high is None, v.high or ZERO, not v.high_open) for v in values), reverse=True)[rank - 1]
    has_high = bearers.complete and not high[0]
    return Interval(low[1] if low[0] else None, high[1] if has_high else None, low[2], has_high and not high[2])


def _project_rank(bearers: Bearers, allowed: Interval, function: str) -> tuple[Interval, ...]:
    """Return each value cut down to what lets the value at the function's rank lie in *allowed*.

    At most rank - 1 values may lie above it, so where as many surely do, the rest may not. At least as many as the rank
    must reach its low end, so where no more can, all of those must.
    """
    rank, values = _RANKS[function], bearers.values
    if len(values) < rank:
        return values
    not_above = Interval(None, allowed.high, low_open=False, high_open=allowed.high_open)
    above = [v.meet(not_above).is_empty for v in values]
    if sum(above) >= rank - 1:
        spare = sum(above) > rank - 1  # one too many: nothing is left
        values = tuple(v if up and not spare else v.meet(not_above) for v, up in zip(values, above, strict=True))
    not_below = Interval(allowed.low, None, allowed.low_open)
    reaching = [not v.meet(not_below).is_empty for v in values]
    if bearers.complete and sum(reaching) <= rank:
        values = tuple(v.meet(not_below) if up else v for v, up in zip(values, reaching, strict=True))
    return values
