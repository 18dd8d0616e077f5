"""Two values of which one is the other misprinted, as far as the digits tell alone."""

from __future__ import annotations

from crosscheck.records.values import Amount, Period, Value
from crosscheck.values.decimals import significant_digits

_LEAST, _TELLING = 2, 3
"""From how many digits on two large numbers, and any two, of the same digits are hardly so by chance."""
_LARGE = 10_000
_YEAR_LENGTH = len("1931")


def is_misprinted(a: Value, b: Value) -> bool:
    """Return whether two numbers are one in another unit or the same digits in another order, or two years that are."""
    if isinstance(a, Period) and isinstance(b, Period):
        return is_year_slip(a, b)
    if not isinstance(a, Amount) or not isinstance(b, Amount) or a.stated is None or b.stated is None:
        return False
    if a.unit != b.unit:
        return bool(a.unit and b.unit) and a.stated == b.stated
    digits, others = significant_digits(a.stated), significant_digits(b.stated)
    least = _LEAST if min(a.stated, b.stated) >= _LARGE else _TELLING
    is_long = len(digits) >= least and len(str(int(a.stated))) == len(str(int(b.stated)))
    return is_long and a.stated != b.stated and sorted(digits) == sorted(others)


def is_year_slip(a: Period, b: Period) -> bool:
    """Return whether two years, told without a month, are one with its last two digits transposed: 1931 and 1913."""
    one, other = a.timex, b.timex
    if not (len(one) == len(other) == _YEAR_LENGTH and one.isdecimal() and other.isdecimal()) or one == other:
        return False
    return one[:2] == other[:2] and one[2:] == other[:1:-1]
