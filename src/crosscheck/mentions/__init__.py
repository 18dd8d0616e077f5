"""What stands in the text, with its place: sentences, numbers, quantities, dates, names."""

from crosscheck.mentions.extract import annotate, find_mentions

__all__ = ["annotate", "find_mentions"]
