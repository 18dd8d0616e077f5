"""Names of people, parties, places and organisations, as they stand in the text."""

from crosscheck.mentions.names.find import find_names

__all__ = ["find_names"]
