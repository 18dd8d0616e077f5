"""A number as it stands in the text, without its unit."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

import msgspec

from crosscheck.mentions.numbers.tokens import Token
from crosscheck.values.interval import Exact
from crosscheck.values.printed import Printed

Form = Literal["digits", "words", "ordinal", "fraction", "denominator", "vague"]


class Numeral(msgspec.Struct, frozen=True, gc=False):
    """A number as it stands in the text, without its unit: code points, bounds as printed, place of the last digit.

    ``leading`` is the role of the first word, 'digits' for digits; ``power`` is that of the scale multiplied in;
    ``printed`` is there where digits, and at most scales, make the number.
    """

    start: int
    end: int
    low: Exact
    high: Exact
    precision: Exact | None
    form: Form
    leading: str
    power: int = 0
    printed: Printed | None = None

    @property
    def scaled(self) -> bool:
        """True when a scale word or mark was multiplied in."""
        return self.power > 0


Parsed = tuple[Numeral | None, int]
"""A numeral, None where there is none, and the index of the token after it."""


def whole(tokens: list[Token], at: int, end: int, value: int | Fraction) -> Numeral:
    """Return an exact number of tokens *at* to *end*."""
    exact = integral(value)
    precision = Printed(exact, 0, rounded=False).precision if isinstance(exact, int) else None
    return Numeral(tokens[at].start, tokens[end - 1].end, exact, exact, precision, "words", tokens[at].role)


def rounded(tokens: list[Token], at: int, end: int, value: int | Fraction, scale: int, parts: int = 10) -> Numeral:
    """Return a number of tokens *at* to *end* that is rounded to one of the *parts* of its *scale*."""
    step, power = Fraction(scale, parts), len(str(scale)) - 1
    low, high = integral(value - step / 2), integral(value + step / 2)
    return Numeral(tokens[at].start, tokens[end - 1].end, low, high, integral(step), "words", tokens[at].role, power)


def integral(value: int | Fraction) -> int | Fraction:
    """Return *value* as an int where it is whole."""
    return value.numerator if value.denominator == 1 else value
