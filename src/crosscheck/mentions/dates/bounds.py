"""Dates that bound another: 'before 1990', 'no later than 5 May', 'spätestens am Montag'.

'Since', 'from' and 'until' make none: they tell the very day on which something began or ended.
"""

from __future__ import annotations

import re

import msgspec

from crosscheck.languages.dates import DateWords, Phrases

_REACH = 48
_AHEAD = re.compile(r",?((?: [^\W\d_]+){2,3})")
_OPEN = frozenset(("BEFORE", "AFTER"))


class Bounds(msgspec.Struct, frozen=True, gc=False):
    """The phrases that make a date a bound, with the TIMEX3 mod of each.

    ``before`` are keyed by their last word, the longest first; ``after`` by the whole phrase; ``articles`` and
    ``prepositions`` may stand between a phrase and the date.
    """

    before: dict[str, tuple[tuple[list[str], str], ...]]
    after: dict[str, str]
    articles: frozenset[str]
    prepositions: frozenset[str]


def bounds_of(words: DateWords) -> Bounds:
    """Return the phrases of a language."""
    table: dict[str, list[tuple[list[str], str]]] = {}
    for phrase, mod in _rows(words.bounds):
        split = phrase.split()
        table.setdefault(split[-1], []).append((split, mod))
    ranked = {last: tuple(sorted(rows, key=lambda row: -len(row[0]))) for last, rows in table.items()}
    small = frozenset(words.prepositions + words.hence)
    return Bounds(ranked, dict(_rows(words.bounds_after)), frozenset(words.articles), small)


def _rows(table: dict[str, Phrases]) -> list[tuple[str, str]]:
    return [(phrase, mod) for mod, phrases in table.items() for phrase in phrases]


def bound_before(text: str, start: int, bounds: Bounds) -> str:
    """Return the mod of the words that stand right before *start*, '' where they bound nothing.

    An article may stand between, and a preposition where the phrase itself has the bound ('no later than on Monday').
    """
    if not start or text[start - 1] not in " \xa0\n":
        return ""
    low = max(0, start - _REACH)
    lead = text[low:start].rpartition("\n\n")[2].lower().replace("’", "'").split()
    prepositions = False
    while lead:
        last = lead[-1]
        for phrase, mod in bounds.before.get(last, ()):
            if lead[-len(phrase) :] == phrase:
                return "" if prepositions and mod in _OPEN else mod
        if last not in bounds.articles:
            if last not in bounds.prepositions:
                return ""
            prepositions = True
        lead.pop()
    return ""


def bound_after(text: str, end: int, bounds: Bounds) -> str:
    """Return the mod of the words that stand right after *end* ('or later', 'at the latest'), '' without one."""
    match = _AHEAD.match(text, end) if text[end : end + 1] in (" ", ",") else None
    if match is None:
        return ""
    lead = match[1].lower().split()
    return next((bounds.after[phrase] for count in (3, 2) if (phrase := " ".join(lead[:count])) in bounds.after), "")
