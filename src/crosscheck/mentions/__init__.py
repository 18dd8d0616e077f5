"""What stands in the text, with its place: sentences, numbers, quantities, dates, names."""

from crosscheck.mentions.extract import annotate, annotate_all, find_mentions

__all__ = ["annotate", "annotate_all", "find_mentions"]
