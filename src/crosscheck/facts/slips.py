"""Two numbers of which one may be a slip for the other: rare by chance, common where one of two reports is wrong.

That the digits of two figures of one story are the same but for two that have changed places, or for one of four or
more, is seldom an accident: it links claims whose sentences have hardly a word in common.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

from crosscheck.records import Amount, Claim, Period, Value
from crosscheck.values.decimals import significant_digits
from crosscheck.values.interval import Interval
from crosscheck.values.measures import convert, converts

_LEAST, _TELLING, _MANY = 2, 3, 4
"""From how many digits on a transposition may tell, tells much, and one digit that differs among others tells."""
UNLIKELY = frozenset({"transposed", "exchanged", "other unit"})
"""Slips that say more than what seems to keep two figures apart."""
EXCHANGED = frozenset({"transposed", "exchanged", "transposed pair"})
"""Slips by which two digits change places."""
TELLING = UNLIKELY | {"one of many", "other scale", "transposed pair", "of tens"}
"""Slips that say enough where two sentences have no word in common."""
_MOST = 12
"""Longer numbers are no figures that reporters type."""
_HUNDRED = 100
_DAY = re.compile(r"(\d{4}|XXXX)(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?$")
"""Year, month and day of a TIMEX3 value, as far as it has them."""
_SCALED = 6
"""From how many digits before the decimal mark on a scale word may have been another: million, billion."""
_SCALES = frozenset({10**3, 10**6})
_DAY_LENGTH = len("03-31")
_YEAR_LENGTH = len("2031")
_REMEMBERED = 1 << 12
_LIKE_SIZE = 12
"""Up to how many times the smaller a unit may be that is mistaken for it: square feet for square metres."""
_CLOCK = frozenset({24, 60})
"""Of how many of the smaller one the greater unit of time may be that is mistaken for it."""

Digits = tuple[str, int]
"""The digits of a number, without zeros at both ends, and how many stand before the decimal mark."""


def slip_keys(claim: Claim) -> Sequence[str]:
    """Return keys of which two claims share one at least where ``slip_level`` is not ''; equal numbers share all."""
    value = claim.value
    if isinstance(value, Amount):
        return () if value.stated is None else _number_keys(*value.stated.as_integer_ratio())
    if not isinstance(value, Period):
        return ()
    if day := printed_day(claim):
        return (f"day {day[:3]}?{day[4:]}",)
    is_year = len(value.timex) == _YEAR_LENGTH
    return (f"year {value.timex[:2]}{''.join(sorted(value.timex[2:]))}",) if is_year else ()


@lru_cache(_REMEMBERED)
def _number_keys(over: int, under: int) -> Sequence[str]:
    """Return the keys of the number *over* / *under*."""
    figure = digits_of(over, under)
    if figure is None:
        return ()
    digits, magnitude = figure
    keys = []
    if len(digits) >= _LEAST or magnitude > _LEAST:
        keys.append(f"digits {''.join(sorted(digits.replace('0', '')))} e{magnitude}")
    if len(digits) >= _LEAST and magnitude > _SCALED:
        keys.append(f"scaled {digits} e{magnitude % _TELLING}")
    if len(digits) >= _MANY:
        keys += [f"digits {digits[:i]}?{digits[i + 1 :]} e{magnitude}" for i in range(len(digits))]
    return tuple(keys)


def slip_level(a: Amount, b: Amount) -> str:
    """Return how one number may have become the other, '' where no such slip leads there.

    'transposed' of three digits or more, 'transposed pair' of two, 'exchanged' of two among four or more that stand
    apart, 'one of many' of four or more, 'one of three'. Zeros at the end count for nothing: 140 and 410 have two
    digits each. 'other unit' where the same number, of two digits or from a hundred on, stands in two units of one
    dimension that writers mistake for each other: 1.9 miles and 1.9 kilometres, not 1.9 feet.
    """
    if a.stated is None or b.stated is None:
        return ""
    number, other = a.stated.as_integer_ratio(), b.stated.as_integer_ratio()
    if number == other:
        return unit_slip(a, b)
    return digits_slip(digits_of(*number), digits_of(*other), is_one_unit=a.unit == b.unit)


def unit_slip(a: Value, b: Value) -> str:
    """Return 'other unit' where two values state one number in units of which one may be mistaken for the other."""
    if not isinstance(a, Amount) or not isinstance(b, Amount) or a.stated is None or a.unit == b.unit:
        return ""
    return "other unit" if _is_telling(a.stated) and are_mistaken(a.unit, b.unit) else ""


def digits_slip(left: Digits | None, right: Digits | None, *, is_one_unit: bool) -> str:
    """Return how the digits of one number may have become those of another, which is not the same: see above."""
    if left is None or right is None:
        return ""
    if left[0] == right[0]:
        return "other scale" if is_one_unit and _are_scaled(left[0], left[1], right[1]) else ""
    if left[1] != right[1]:
        return ""
    length = max(len(left[0]), len(right[0]))
    x, y = left[0].ljust(length, "0"), right[0].ljust(length, "0")
    places = [i for i in range(length) if x[i] != y[i]]
    if len(places) == 1:
        return "one of many" if length >= _MANY else "one of three" if length == _TELLING else ""
    first, last = places[0], places[-1]
    if (len(places), last - first) == (2, 1) and (x[first], x[last]) == (y[last], y[first]):
        return "transposed" if length >= _TELLING else "transposed pair"
    if len(places) == 2 and length >= _MANY and (x[first], x[last]) == (y[last], y[first]):
        return "exchanged"
    return ""


@lru_cache(_REMEMBERED)
def are_mistaken(unit: str, other: str) -> bool:
    """Return whether one unit is written for the other: both are of like size, or a power of ten or of the clock apart.

    Miles and kilometres, tonnes and kilograms, hours and minutes; nobody writes kilometres for feet.
    """
    if not converts(unit, other):
        return False
    one, two = (convert(Interval.point(Fraction(n)), unit, other).middle for n in (1, 2))
    if one is None or two is None or one == two:
        return False
    step = abs(two - one)
    times = max(step, 1 / step)
    return times <= _LIKE_SIZE or times in _CLOCK or str(times).strip("0") == "1"


def _are_scaled(digits: str, left: int, right: int) -> bool:
    """Return whether numbers of the same *digits* and these magnitudes are of two scale words, one for the other."""
    return len(digits) >= _LEAST and min(left, right) > _SCALED and 10 ** abs(left - right) in _SCALES


def printed_day(claim: Claim) -> str:
    """Return the month and day that *claim* prints in digits, 'MM-DD'; '' where it prints none."""
    if claim.mention is None or not isinstance(claim.value, Period):
        return ""
    day = claim.value.timex[5:10]
    return day if len(day) == _DAY_LENGTH and day[3:].lstrip("0") in claim.mention.surface else ""


def is_slip_of_tens(a: str, b: str) -> bool:
    """Return whether two printed days of one month differ in their tens alone: the 7th, the 17th and the 27th."""
    return bool(a and b) and a[:3] == b[:3] and a[3] != b[3] and a[4] == b[4]


def is_day_slip(a: Period, b: Period) -> bool:
    """Return whether one printed day, month or year may be the other with a digit mistyped or two exchanged.

    The last digit of a year or a day tells nothing: neighbouring days and years are those of other things.
    """
    left, right = _DAY.match(a.timex), _DAY.match(b.timex)
    if left is None or right is None:
        return False
    x, y = left.groups(), right.groups()
    differing = [i for i, (one, other) in enumerate(zip(x, y, strict=True)) if one != other]
    if len(differing) != 1 or None in (x[differing[0]], y[differing[0]]):
        return False
    one, other = x[differing[0]] or "", y[differing[0]] or ""
    is_month = differing == [1]
    return x[2] is not None if is_month else _is_early_slip(one, other)


def _is_early_slip(one: str, other: str) -> bool:
    """Return whether two numbers of as many digits differ in one before the last, or in the order of the last two."""
    places = [i for i in range(len(one)) if one[i] != other[i]]
    if len(places) == 1:
        return places[0] < len(one) - 1
    return places == [len(one) - 2, len(one) - 1] and sorted(one) == sorted(other)


def _is_telling(number: Fraction) -> bool:
    """Return whether *number* is seldom that of two things by chance."""
    return number >= _HUNDRED or len(significant_digits(number)) >= _LEAST


@lru_cache(_REMEMBERED)
def digits_of(over: int, under: int) -> Digits | None:
    """Return the digits of *over* / *under* without the zeros at both ends, and how many stand before the decimal mark.

    That is 0 or less where the first digit stands behind it. None for no number above zero, or one of very many digits.
    """
    number = Fraction(over, under)
    digits = significant_digits(number) if number > 0 else ""
    if not digits or len(digits) > _MOST:
        return None
    if number >= 1:
        return digits, len(str(int(number)))
    magnitude = 0
    while number * 10 < 1:
        number, magnitude = number * 10, magnitude - 1
    return digits, magnitude
