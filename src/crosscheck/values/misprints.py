"""Two printed numbers or years that are one with its digits in another order."""

from __future__ import annotations

from fractions import Fraction

from crosscheck.values.decimals import significant_digits

_LEAST, _TELLING = 2, 3
"""From how many digits on two large numbers, and any two, of the same digits are hardly so by chance."""
_LARGE = 10_000
_YEAR_LENGTH = len("1931")


def is_number_slip(a: Fraction, b: Fraction) -> bool:
    """Return whether two numbers of one length have the same digits in another order: 48,000 and 84,000."""
    digits, others = significant_digits(a), significant_digits(b)
    least = _LEAST if min(a, b) >= _LARGE else _TELLING
    is_long = len(digits) >= least and len(str(int(a))) == len(str(int(b)))
    return is_long and a != b and sorted(digits) == sorted(others)


def is_year_slip(a: str, b: str) -> bool:
    """Return whether two TIMEX3 values are years alone, one with its last two digits transposed: 1931 and 1913."""
    if not (len(a) == len(b) == _YEAR_LENGTH and a.isdecimal() and b.isdecimal()) or a == b:
        return False
    return a[:2] == b[:2] and a[2:] == b[:1:-1]
