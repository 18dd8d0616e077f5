"""Numbers, ordinals, percentages, money and quantities."""

from crosscheck.mentions.numbers.finder import find_numbers
from crosscheck.mentions.numbers.hedges import allowed_interval

__all__ = ["allowed_interval", "find_numbers"]
