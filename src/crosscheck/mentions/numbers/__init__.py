"""Numbers, ordinals, percentages, money and quantities."""

from crosscheck.mentions.numbers.finder import find_numbers

__all__ = ["find_numbers"]
