"""Dates that bound another: 'before 1990', 'no later than 5 May', 'spätestens am Montag'.

'Since', 'from' and 'until' make none: they tell the very day on which something began or ended.
"""

from __future__ import annotations

import re

from crosscheck.languages.dates import DateWords, Phrases

Bounds = dict[str, str]
"""The TIMEX3 mod of every phrase."""

_REACH = 48
_MOST_WORDS = 4
_BEHIND = re.compile(r"(?:[^\W\d_]+(?:['’][^\W\d_]+)?[ \xa0]){1,6}\Z")
_AHEAD = re.compile(r",?((?: [^\W\d_]+){2,3})")
_OPEN = frozenset(("BEFORE", "AFTER"))


def bounds_of(table: dict[str, Phrases]) -> Bounds:
    """Return the mods of *table*, keyed by phrase."""
    return {phrase: mod for mod, phrases in table.items() for phrase in phrases}


def bound_before(text: str, start: int, bounds: Bounds, words: DateWords) -> str:
    """Return the mod of the words that stand right before *start*, '' where they bound nothing.

    An article may stand between, and a preposition where the phrase itself has the bound ('no later than on Monday').
    """
    match = _BEHIND.search(text, max(0, start - _REACH), start)
    if match is None:
        return ""
    lead = match[0].lower().replace("’", "'").split()
    prepositions = False
    while lead:
        mod = _longest(lead, bounds)
        if mod:
            return "" if prepositions and mod in _OPEN else mod
        word = lead.pop()
        if word not in words.articles:
            if word not in words.prepositions and word not in words.hence:
                return ""
            prepositions = True
    return ""


def _longest(lead: list[str], bounds: Bounds) -> str:
    """Return the mod of the longest phrase that *lead* ends with, '' where there is none."""
    for count in range(min(_MOST_WORDS, len(lead)), 0, -1):
        mod = bounds.get(" ".join(lead[-count:]))
        if mod:
            return mod
    return ""


def bound_after(text: str, end: int, bounds: Bounds) -> str:
    """Return the mod of the words that stand right after *end* ('or later', 'at the latest'), '' without one."""
    match = _AHEAD.match(text, end) if text[end : end + 1] in " ," else None
    if match is None:
        return ""
    lead = match[1].lower().split()
    return next((bounds[phrase] for count in (3, 2) if (phrase := " ".join(lead[:count])) in bounds), "")
