"""Exact fractions as decimals: written out where they end, rounded outward where they do not."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

PLACES = 12
"""Significant digits that an endless decimal keeps."""


def as_decimal(number: Fraction) -> Decimal | None:
    """Return *number* as the shortest decimal that equals it, None where the decimal has no end (1/3)."""
    rest, places = number.denominator, 0
    for prime in (2, 5):
        power = 0
        while rest % prime == 0:
            rest //= prime
            power += 1
        places = max(places, power)
    if rest != 1:
        return None
    return (
        Decimal(f"{number.numerator * 10**places // number.denominator}E-{places}") if places else Decimal(int(number))
    )


def round_down(number: Fraction, digits: int = PLACES) -> Decimal:
    """Return *number* as a decimal, or the next one below it with *digits* significant digits if it has no end."""
    return as_decimal(number) or _floor(number, _decimals(number, digits))


def round_up(number: Fraction, digits: int = PLACES) -> Decimal:
    """Return *number* as a decimal, or the next one above it with *digits* significant digits if it has no end."""
    return as_decimal(number) or _floor(-number, _decimals(number, digits)).copy_negate()  # unlike -, exact


def round_outward(low: Fraction, high: Fraction) -> tuple[Decimal, Decimal]:
    """Return two ends, the lower one first, each rounded outward by less than a thousandth of their distance."""
    places = _decimals(high - low, 4)
    return _shorten(_floor(low, places)), _shorten(_floor(-high, places).copy_negate())


def round_half_up(number: Fraction, digits: int) -> Decimal:
    """Return the decimal with *digits* significant digits that is nearest to *number*; integers keep every digit."""
    if number.denominator == 1:
        return Decimal(int(number))
    places = _decimals(number, digits)
    step = Fraction(1, 10**places)
    return _shorten(_floor(number + step / 2, places))


def significant_digits(number: Fraction) -> str:
    """Return the digits of *number* from the first to the last that is not zero: '34' for 3,400 and 0.34; '' for 0.

    An endless decimal gives its first ``PLACES``.
    """
    over, under = number.as_integer_ratio()
    if under == 1:
        return str(abs(over)).strip("0")
    return "".join(map(str, round_down(abs(number)).as_tuple().digits)).strip("0")


def plain(number: Decimal) -> str:
    """Return *number* in digits grouped by thousands, without an exponent: '16,867', '0.00012'."""
    return f"{number:,f}"


def _floor(number: Fraction, places: int) -> Decimal:
    scaled = number * 10**places
    return Decimal(f"{scaled.numerator // scaled.denominator}E-{places}")


def _shorten(number: Decimal) -> Decimal:
    """Return *number* without zeros behind its last decimal."""
    return as_decimal(Fraction(number)) or number


def _decimals(number: Fraction, digits: int) -> int:
    """Return how many decimals *number* needs to show *digits* significant digits, at least none."""
    size, places = abs(number), digits
    while size >= 1 and places > 0:
        size /= 10
        places -= 1
    while 0 < size < Fraction(1, 10):
        size *= 10
        places += 1
    return places
