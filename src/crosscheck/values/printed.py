"""What printed digits say: the exact value, and every value that would print the same."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from crosscheck.values.interval import Exact


class Printed(NamedTuple):
    """A number as printed: ``digits`` times ten to the ``exponent``.

    ``rounded`` says that the last digit stands for a rounding (decimals, or digits before a scale word): the value may
    lie half a unit of it to either side. Whole numbers without a scale word are exact.
    """

    digits: int
    exponent: int
    rounded: bool

    @property
    def value(self) -> Exact:
        """Return the number itself."""
        return power_of_ten(self.digits, self.exponent)

    @property
    def rational(self) -> int | Fraction:
        """Return the number for arithmetic: an int where it is whole."""
        if self.exponent >= 0:
            return int(self.digits * 10**self.exponent)
        return Fraction(self.digits, 10**-self.exponent)

    @property
    def bounds(self) -> tuple[Exact, Exact]:
        """Return the least and the greatest value that print so, both included: '42.1' gives 42.05 and 42.15."""
        if not self.rounded:
            value = self.value
            return value, value
        tenfold = 10 * self.digits
        return power_of_ten(tenfold - 5, self.exponent - 1), power_of_ten(tenfold + 5, self.exponent - 1)

    @property
    def precision(self) -> Exact:
        """Return the place value of the last significant digit: '42.1' 0.1, '16,000' 1000, '0' 1."""
        digits, exponent = self.digits, self.exponent
        if not self.rounded:
            while digits and digits % 10 == 0:
                digits //= 10
                exponent += 1
        return power_of_ten(1, exponent)

    def scaled(self, power: int) -> Printed:
        """Return it with a scale word: 'million' is power 6."""
        return Printed(self.digits, self.exponent + power, self.rounded or power > 2)

    def negative(self) -> Printed:
        """Return it with a minus sign."""
        return Printed(-self.digits, self.exponent, self.rounded)


def power_of_ten(digits: int, exponent: int) -> Exact:
    """Return *digits* times ten to the *exponent*, exactly: an int where it is whole, else a Decimal."""
    if exponent >= 0:
        return int(digits * 10**exponent)
    if -exponent > 40:
        return Fraction(digits, 10**-exponent)
    return Decimal(f"{digits}E{exponent}")
