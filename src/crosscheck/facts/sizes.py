"""How far apart two values are: the level of a comparison that only what they state decides."""

from __future__ import annotations

from fractions import Fraction

from crosscheck.facts.slips import are_mistaken
from crosscheck.records import Amount, Period, Value
from crosscheck.values.decimals import significant_digits
from crosscheck.values.interval import ZERO, Interval
from crosscheck.values.measures import convert, converts

_DAYS = (800, 4000)
_TIMES = (2, 10)
_HUNDRED = 100
_WORLDS = 1000
"""Steps between two values of one order: days apart, and how many times the smaller the greater one is."""


def size_level(a: Value, b: Value) -> str:
    """Return how far apart the values are: errors of writers seldom lead far from the value; '' where one is nought."""
    if isinstance(a, Amount) and isinstance(b, Amount):
        low, high = sorted(_sizes(a, b))
        if not low:
            return ""
        if _print_the_same(a, b):
            return "size: same digits"
        return f"size: {_step(high, low, _TIMES)}" if high <= low * _WORLDS else "size: worlds apart"
    if isinstance(a, Period) and isinstance(b, Period):
        return f"days: {_step(_days_between(a, b), 1, _DAYS)}"
    return ""


def _days_between(a: Period, b: Period) -> int:
    """Return how many days lie between two periods, 0 where they overlap; open ends reach everywhere."""
    return max((b.first - a.last).days, (a.first - b.last).days, 0)


def _sizes(a: Amount, b: Amount) -> tuple[int, int]:
    """Return how great the numbers of both are in one unit, as whole numbers of one ratio, without their signs."""
    size, parts = _middle(a).as_integer_ratio()
    number = _middle(b)
    if converts(b.unit, a.unit):
        number = convert(Interval.point(number), b.unit, a.unit).middle or number
    other, others = number.as_integer_ratio()
    return abs(size * others), abs(other * parts)


def _middle(amount: Amount) -> Fraction:
    """Return the number that *amount* states or has in its middle, 0 without one."""
    return amount.stated if amount.stated is not None else amount.interval.middle or ZERO


def _print_the_same(a: Amount, b: Amount) -> bool:
    """Return whether two different values show the same digits, two or more: one has another unit or magnitude.

    The same number of two units tells from a hundred on: 5,000 tonnes and 5,000 kilograms.
    """
    if a.stated is None or b.stated is None:
        return False
    value, parts = a.stated.as_integer_ratio()
    other, others = b.stated.as_integer_ratio()
    low, high = sorted((value * others, other * parts))
    if not low or high % low or (low == high and a.unit == b.unit):
        return False
    if a.unit != b.unit and converts(a.unit, b.unit) and not are_mistaken(a.unit, b.unit):
        return False
    tells = len(significant_digits(a.stated)) > 1 or (low == high and a.stated >= _HUNDRED)
    return tells and str(high // low).rstrip("0") == "1"


def _step(value: int, unit: int, steps: tuple[int, int]) -> str:
    near, far = steps
    return "near" if value <= unit * near else "apart" if value <= unit * far else "far apart"
