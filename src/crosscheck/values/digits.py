"""Digit diagnosis: how one printed number may have become another by a slip of the hand.

The kinds are those that proofreaders and studies of data entry name: adjacent digits transposed, a digit doubled,
dropped or mistyped, a zero too many or too few, the decimal mark lost or moved by one place, decimal and thousands mark
exchanged, a scale word wrong by a thousand (million for billion, Milliarde for billion, and the English for the German
billion). A slip costs more the more numbers it could lead to: a transposition has one candidate for each pair of
neighbours, a mistyped digit nine for each place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import Final, Literal

import msgspec

from crosscheck.values.interval import Exact, Interval

MAX_DIGITS: Final = 30
_STEPS: Final = 1000
"""Steps in the last place of a printed number: a scale word less leads to a thousandth of it."""

SlipKind = Literal[
    "transposed",
    "doubled",
    "zero_too_many",
    "zero_too_few",
    "marks_exchanged",
    "mark_moved",
    "scale_word",
    "dropped",
    "mistyped",
]


class Slip(msgspec.Struct, frozen=True):
    """What was meant when something else was printed.

    ``kind`` says what went wrong on the way from *intended* to the printed number: 'dropped' means that the printed one
    lacks a digit. ``intended`` has the scale word multiplied out. ``cost`` ranks kinds, 1 the likeliest.
    """

    kind: SlipKind
    intended: Fraction
    cost: int


class _Printed(msgspec.Struct, frozen=True):
    """The digits of a number without marks, and how many of them stand behind the decimal mark.

    Slips lead to numbers counted in steps, thousandths of its last place, in which each of them is whole.
    """

    digits: str
    decimals: int = 0

    @property
    def is_printable(self) -> bool:
        """True when it has a digit before the decimal mark and no leading zero there, but for a zero alone."""
        before = len(self.digits) - self.decimals
        return before == 1 or (before > 1 and self.digits[0] != "0")

    @property
    def steps(self) -> int:
        return int(self.digits) * _STEPS

    @property
    def step(self) -> Fraction:
        """Return how much one step is."""
        return Fraction(1, 10**self.decimals * _STEPS)


def slips(printed: Decimal | int | str, *, scale: Exact = 1) -> Iterator[Slip]:
    """Yield what may have been meant by *printed*, cheapest first, then nearest first, then lower first.

    *printed* is the number as its digits stand, before its scale word: ``Decimal("3.5")`` or '3.5' with ``scale=10**6``
    for '3.5 million'. Trailing zeros count ('42.10'). Each intended number comes once, at its lowest cost; none has a
    leading zero, and none is the printed number itself. A sign stays as it is. Of a number of more than ``MAX_DIGITS``
    digits nothing is known.

    Raises:
        ValueError: *printed* is not digits with at most one point between them, and a minus sign before them.
    """
    number, sign = _read(printed)
    if len(number.digits) > MAX_DIGITS:
        return
    step = number.step * Fraction(scale) * sign
    for cost, found in _found(number):
        for steps in sorted(found, key=lambda v: (abs(v - number.steps), v)):
            yield Slip(found[steps], steps * step, cost)


def _found(number: _Printed) -> Iterator[tuple[int, dict[int, SlipKind]]]:
    """Yield each cost, ascending, with what slips of that cost, and no lower one, lead to, in steps of *number*."""
    seen = {number.steps}
    for cost, makers in _KINDS:
        found = {steps: kind for kind, make in reversed(makers) for steps in make(number) if steps not in seen}
        yield cost, found
        seen |= found.keys()


def explain_difference(intended: Exact, printed: Decimal | int | str, *, scale: Exact = 1) -> Slip | None:
    """Return the cheapest slip by which *intended* may have become *printed*: 271 for 217 is 'transposed'.

    None where no single slip leads from one to the other. *intended* has its scale word multiplied out.
    """
    number, sign = _read(printed)
    steps = Fraction(intended) / (number.step * Fraction(scale) * sign)
    if steps.denominator > 1 or len(number.digits) > MAX_DIGITS:
        return None
    found = ((cost, kinds[steps.numerator]) for cost, kinds in _found(number) if steps.numerator in kinds)
    return next((Slip(kind, Fraction(intended), cost) for cost, kind in found), None)


def slip_into(
    allowed: Interval, printed: Decimal | int | str, *, scale: Exact = 1, tolerance: Exact = 0
) -> Slip | None:
    """Return the cheapest slip whose intended number, give or take *tolerance*, lies in *allowed*.

    None where several slips of that cost do: then the digits decide nothing. *tolerance* is half a unit of the last
    printed place for a rounded number (0.05 for '42.1'), 0 for a count.
    """
    reach = Interval.of(-Fraction(tolerance), Fraction(tolerance))
    fitting = (s for s in slips(printed, scale=scale) if not allowed.meet(Interval.point(s.intended) + reach).is_empty)
    for _, group in groupby(fitting, key=lambda slip: slip.cost):
        candidates = tuple(group)
        return candidates[0] if len(candidates) == 1 else None
    return None


def _read(printed: Decimal | int | str) -> tuple[_Printed, int]:
    """Return the digits of *printed*, and its sign."""
    text = format(printed, "f") if isinstance(printed, Decimal) else str(printed)
    found = re.fullmatch(r"(-?)(\d+)(?:\.(\d+))?", text, re.ASCII)
    if not found:
        raise ValueError(f"not a printed number: {text!r}")
    behind = found[3] or ""
    return _Printed(found[2] + behind, len(behind)), -1 if found[1] else 1


def _steps(digit_strings: Iterable[str], decimals: int, step: int = _STEPS) -> Iterator[int]:
    """Yield those that can be printed with so many *decimals*; their last place is *step* steps."""
    for digits in digit_strings:
        if _Printed(digits, decimals).is_printable:
            yield int(digits) * step


def _transposed(number: _Printed) -> Iterator[int]:
    """Yield it with two neighbouring digits exchanged, across the decimal mark too: 24.1 for 42.1, 41.2 for 42.1."""
    d = number.digits
    return _steps((d[:i] + d[i + 1] + d[i] + d[i + 2 :] for i in range(len(d) - 1)), number.decimals)


def _doubled(number: _Printed) -> Iterator[int]:
    """Yield it with one digit of an equal pair taken out, on whichever side of the decimal mark the pair is."""
    d = number.digits
    for i in range(len(d) - 1):
        if d[i] == d[i + 1]:
            yield from _without(number, i)


def _zero_too_many(number: _Printed) -> Iterator[int]:
    """Yield it with one zero fewer before the decimal mark: 40,113 for 401,130."""
    before = len(number.digits) - number.decimals
    if before > 1 and "0" in number.digits[:before]:
        for i in range(before):
            if number.digits[i] == "0":
                yield from _without(number, i)


def _zero_too_few(number: _Printed) -> Iterator[int]:
    """Yield it with one zero more at the end of the part before the decimal mark, or after one that is there."""
    d, before = number.digits, len(number.digits) - number.decimals
    places = [i + 1 for i in range(before) if d[i] == "0" or i == before - 1]
    return _steps((d[:i] + "0" + d[i:] for i in places), number.decimals)


def _marks_exchanged(number: _Printed) -> Iterator[int]:
    """Yield the thousandfold of '40.113', and the thousandth of '40,113'."""
    before = len(number.digits) - number.decimals
    if number.decimals == 3 and before <= 3 and number.digits[0] != "0":
        yield number.steps * 1000
    if number.decimals == 0 and 3 < before <= 6:
        yield number.steps // 1000


def _mark_moved(number: _Printed) -> Iterator[int]:
    """Yield it with the decimal mark one place to the left, and to the right where there is one: 42.1 for 421."""
    if number.digits.strip("0"):
        yield number.steps // 10
        if number.decimals:
            yield number.steps * 10


def _scale_word(number: _Printed) -> Iterator[int]:
    """Yield it a thousand times greater and smaller: the next scale word up and down."""
    if number.steps:
        yield number.steps * 1000
        yield number.steps // 1000


def _dropped(number: _Printed) -> Iterator[int]:
    """Yield it with one digit more, at any place."""
    d, decimals = number.digits, number.decimals
    before = len(d) - decimals
    yield from _steps((d[:i] + new + d[i:] for i in range(before + 1) for new in "0123456789"), decimals)
    if decimals:
        places = range(before, len(d) + 1)
        yield from _steps((d[:i] + new + d[i:] for i in places for new in "0123456789"), decimals + 1, _STEPS // 10)


def _mistyped(number: _Printed) -> Iterator[int]:
    """Yield it with one digit replaced by another."""
    d = number.digits
    return _steps((d[:i] + new + d[i + 1 :] for i in range(len(d)) for new in "0123456789"), number.decimals)


def _without(number: _Printed, place: int) -> Iterator[int]:
    """Yield it without the digit at *place*, when what is left can be printed."""
    behind = place >= len(number.digits) - number.decimals
    left = number.digits[:place] + number.digits[place + 1 :]
    yield from _steps((left,), number.decimals - behind, _STEPS * 10 if behind else _STEPS)


_Maker = tuple[SlipKind, Callable[[_Printed], Iterator[int]]]
_KINDS: Final[tuple[tuple[int, tuple[_Maker, ...]], ...]] = (
    (1, (("transposed", _transposed),)),
    (2, (("doubled", _doubled), ("zero_too_many", _zero_too_many), ("zero_too_few", _zero_too_few))),
    (3, (("marks_exchanged", _marks_exchanged), ("mark_moved", _mark_moved), ("scale_word", _scale_word))),
    (4, (("dropped", _dropped),)),
    (5, (("mistyped", _mistyped),)),
)
"""Cost, then the kinds of that cost; the first of them names a number that several lead to."""
