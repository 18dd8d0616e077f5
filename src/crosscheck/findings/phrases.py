"""Phrases of the packs as patterns that find them in a sentence as it is printed."""

from __future__ import annotations

import re
from functools import lru_cache

_GAP, _YEAR, _END = "…", "YYYY", "."


@lru_cache(1 << 8)
def any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds any of *phrases* as whole words in any case, the longest first; the year of one is group 1.

    '*' stands for any letters, '…' for up to three words, 'YYYY' for a year, a final '.' for the end of a clause.
    """
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_pattern, longest_first)) or '(?!)'})", re.IGNORECASE)


def _pattern(phrase: str) -> str:
    words = [_word(word) for word in phrase.rstrip(_END).split()]
    pattern = r"\s+".join(words).replace(r"\s+" + _GAP, r"(?:\s+\w+){0,3}?")
    return pattern + (r"(?=\s*(?:[.,;:–)]|$))" if phrase.endswith(_END) else r"(?!\w)")


def _word(word: str) -> str:
    if word == _YEAR:
        return r"((?:19|20)\d\d)"
    return word if word == _GAP else re.escape(word).replace(r"\*", r"\w*")
