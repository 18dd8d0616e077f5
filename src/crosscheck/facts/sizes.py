"""How far apart two values are: the level of a comparison that only what they state decides."""

from __future__ import annotations

from fractions import Fraction

from crosscheck.facts.sides import Ratio, Side
from crosscheck.facts.slips import are_mistaken
from crosscheck.records import Amount, Period
from crosscheck.values.decimals import significant_digits
from crosscheck.values.interval import Interval
from crosscheck.values.measures import convert, converts

_DAYS = ((800, "days: near"), (4000, "days: apart"), "days: far apart")
_TIMES = ((2, "size: near"), (10, "size: apart"), "size: far apart")
_HUNDRED = 100
_WORLDS = 1000
"""Steps between two values of one order, each with its level: days apart, and how many times the smaller the greater
one is."""


def size_level(left: Side, right: Side) -> str:
    """Return how far apart the values are: errors of writers seldom lead far from the value; '' where one is nought."""
    a, b = left.value, right.value
    if isinstance(a, Amount) and isinstance(b, Amount):
        low, high = sizes(left.size, right.size if a.unit == b.unit else _converted(b, right.size, a.unit))
        if not low:
            return ""
        if _print_the_same(left, right):
            return "size: same digits"
        return _step(high, low, _TIMES) if high <= low * _WORLDS else "size: worlds apart"
    if isinstance(a, Period) and isinstance(b, Period):
        return _step(_days_between(a, b), 1, _DAYS)
    return ""


def sizes(one: Ratio, other: Ratio) -> tuple[int, int]:
    """Return how great two numbers are, the smaller first, as whole numbers of one ratio, without their signs."""
    size, second = abs(one[0] * other[1]), abs(other[0] * one[1])
    return (size, second) if size < second else (second, size)


def _days_between(a: Period, b: Period) -> int:
    """Return how many days lie between two periods, 0 where they overlap; open ends reach everywhere."""
    return max((b.first - a.last).days, (a.first - b.last).days, 0)


def _converted(amount: Amount, size: Ratio, unit: str) -> Ratio:
    """Return *size*, that of *amount*, in *unit* where it converts."""
    if not converts(amount.unit, unit):
        return size
    middle = convert(Interval.point(Fraction(*size)), amount.unit, unit).middle
    return middle.as_integer_ratio() if middle else size


def _print_the_same(left: Side, right: Side) -> bool:
    """Return whether two different values show the same digits, two or more: one has another unit or magnitude.

    The same number of two units tells from a hundred on: 5,000 tonnes and 5,000 kilograms.
    """
    (number, unit), (other, other_unit) = left.number, right.number
    low, high = number[0] * other[1], other[0] * number[1]
    if low > high:
        low, high = high, low
    if not low or high % low or (low == high and unit == other_unit):
        return False
    if unit != other_unit and converts(unit, other_unit) and not are_mistaken(unit, other_unit):
        return False
    tells = len(significant_digits(Fraction(*number))) > 1 or (low == high and number[0] >= _HUNDRED * number[1])
    return tells and str(high // low).rstrip("0") == "1"


def _step(value: int, unit: int, steps: tuple[tuple[int, str], tuple[int, str], str]) -> str:
    (near, is_near), (far, is_apart), is_far_apart = steps
    return is_near if value <= unit * near else is_apart if value <= unit * far else is_far_apart
