"""Amounts in different units: what of what may be compared, and at which size.

Months and years are of no fixed length: a month has 28 to 31 days, a year 365 or 366.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from crosscheck.values.interval import Interval
from crosscheck.values.units import unit_size

_MONTHS: Mapping[str, int] = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAY = "day"
_MONTH_DAYS = Interval.of(28, 31)
_YEAR_DAYS = Interval.of(365, 366)


def dimension(unit: str) -> str:
    """Return what *unit* measures, the same for units that convert into each other; *unit* itself where it has no size.

    'length^1' for 'mile' and 'kilometre'; 'EUR' for 'EUR': currencies convert into nothing.
    """
    size = unit_size(_DAY if unit in _MONTHS else unit) if unit else None
    return " ".join(f"{base}^{power}" for base, power in size.dimension) if size else unit


def converts(unit: str, into: str) -> bool:
    """Return whether both are units of one dimension, and not the same."""
    return unit != into and dimension(unit) != unit and dimension(unit) == dimension(into)


def convert(interval: Interval, unit: str, into: str) -> Interval:
    """Return *interval* of *unit* in the unit *into*, which it converts into.

    Raises:
        ValueError: it does not.
    """
    if not converts(unit, into):
        raise ValueError(f"{unit!r} does not convert into {into!r}")
    if unit in _MONTHS and into in _MONTHS:
        return interval.scaled(Fraction(_MONTHS[unit], _MONTHS[into]))
    if unit in _MONTHS:
        return _rescaled(interval * _days_in(unit), _DAY, into)
    if into in _MONTHS:
        return _rescaled(interval, unit, _DAY) / _days_in(into)
    return _rescaled(interval, unit, into)


def convert_rounded(interval: Interval, precision: Fraction | None, unit: str, into: str) -> Interval:
    """Return *interval* in the unit *into*, read as rounded to its last digit: who converts rounds.

    *precision* is the place value of that digit, None where nothing is printed.
    """
    half = (precision or Fraction(0)) / 2
    return convert(interval + Interval(-half, half), unit, into)


def _days_in(unit: str) -> Interval:
    """Return how many days a unit of months has."""
    years, months = divmod(_MONTHS[unit], _MONTHS["year"])
    return _YEAR_DAYS.scaled(Fraction(years)) if years else _MONTH_DAYS.scaled(Fraction(months))


def _rescaled(interval: Interval, unit: str, into: str) -> Interval:
    size, target = unit_size(unit), unit_size(into)
    if size is None or target is None:
        raise ValueError(f"{unit!r} or {into!r} has no size")
    return interval.scaled(size.factor / target.factor) + Interval.point((size.offset - target.offset) / target.factor)
