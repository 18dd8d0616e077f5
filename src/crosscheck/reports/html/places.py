"""Places on a drawing, as percentages of its width: they fit a page of any width."""

from __future__ import annotations

from fractions import Fraction

import msgspec

_MARGIN = Fraction(8)
"""Percent left free on either side, for what has no end."""


class Scale(msgspec.Struct, frozen=True):
    """The numbers that stand at the two margins; ``low`` is less than ``high``."""

    low: Fraction
    high: Fraction

    def place(self, number: Fraction) -> Fraction:
        """Return the percentage at which *number* stands."""
        return _MARGIN + (number - self.low) / (self.high - self.low) * (100 - 2 * _MARGIN)


def percent(part: Fraction) -> str:
    """Return *part*, at least 0, with at most two decimals: '42.05%', '8%'. Rounded by less than a pixel."""
    whole, hundredths = divmod((part * 100 + Fraction(1, 2)).__floor__(), 100)
    return f"{whole}.{hundredths:02d}%" if hundredths else f"{whole}%"
