"""The tense of the clause around a date, by the pack's words: on which side of the publication the date lies."""

from __future__ import annotations

import re
from typing import Literal

Tense = Literal["past", "future", ""]

_REACH = 160
_END = re.compile(r"[.!?][\"'”“»)]*\s+(?=[A-ZÄÖÜ\"„“])|\n\s*\n")


def tense_of(text: str, start: int, end: int, pattern: re.Pattern[str]) -> Tense:
    """Return the tense of the sentence around *start* to *end*: that of the nearest word that tells one."""
    floor = max(0, start - _REACH)
    before = text[floor:start]
    for stop in _END.finditer(before):
        floor = max(floor, start - len(before) + stop.end())
    after = text[end : end + _REACH]
    stop_after = _END.search(after)
    ceiling = end + (stop_after.start() if stop_after else len(after))
    best: Tense = ""
    nearest = 2 * _REACH
    for found in pattern.finditer(text[floor:ceiling]):
        which: Tense = "future" if found.group(1) else "past" if found.group(2) else ""
        if not which:
            continue
        at = floor + found.start()
        gap = start - at if at < start else at - end
        if gap < nearest:
            best, nearest = which, gap
    return best
