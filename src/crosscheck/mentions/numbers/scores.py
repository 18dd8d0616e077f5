"""Two numbers with a dash that are a score and no range: 'a 2-1 win', 'lost 5-7'."""

from __future__ import annotations

import re

from msgspec.structs import replace

from crosscheck.mentions.numbers.page import Page
from crosscheck.mentions.numbers.reading import Reading, stated

_DASHES = "-‐‑–—"
_WORD = re.compile(r" ([^\W\d_]+)")
_DIGITS = 3
"""How many a side of a score has at most."""
_REACH = 4
"""How many words before a score may say that it is one."""
_LARGEST = 1000


def of_score(page: Page, left: Reading, right: Reading, gap: str) -> Reading:
    """Return the second number of a score without the noun after it, which it does not count: 'a 2-1 win'."""
    if right.rule != "count" or left.unit or len(gap) != 1 or gap not in _DASHES:
        return right
    first, last = stated(left), stated(right)
    falls = first is not None and last is not None and last < first < _LARGEST and last >= 0
    return replace(right, unit="", rule="digits") if falls or right.unit in page.lexicon.scores else right


def is_score(page: Page, left: Reading, right: Reading) -> bool:
    """Return whether a word of winning and losing makes a score of the two: 'a 5-7 defeat', 'lost 5-7'."""
    if left.unit or right.unit or max(left.end - left.start, right.end - right.start) > _DIGITS:
        return False
    following = _WORD.match(page.text, right.end)
    near = [*page.words_before(left.start, _REACH), following[1].lower() if following else ""]
    return any(word in page.lexicon.scores for word in near)
