"""Amounts in one unit: what of what may be compared, and at which size."""

from __future__ import annotations

from crosscheck.values.interval import Interval
from crosscheck.values.units import unit_size


def dimension(unit: str) -> str:
    """Return what *unit* measures, the same for units that convert into each other; *unit* itself where it has no size.

    'length' for 'mile' and 'kilometre'; 'EUR' for 'EUR': currencies convert into nothing.
    """
    size = unit_size(unit) if unit else None
    return " ".join(f"{base}^{power}" for base, power in size.dimension) if size else unit


def converts(unit: str, into: str) -> bool:
    """Return whether both are units of one dimension, and not the same."""
    return unit != into and unit_size(unit) is not None and dimension(unit) == dimension(into)


def convert(interval: Interval, unit: str, into: str) -> Interval:
    """Return *interval* of *unit* in the unit *into*, which it converts into."""
    size, target = unit_size(unit), unit_size(into)
    if size is None or target is None:
        raise ValueError(f"{unit!r} does not convert into {into!r}")
    return interval.scaled(size.factor / target.factor) + Interval.point((size.offset - target.offset) / target.factor)
