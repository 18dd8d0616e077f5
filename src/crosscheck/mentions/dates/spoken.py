"""Years in words: 'nineteen ninety-six', 'two thousand and five', 'twenty sixteen'."""

from __future__ import annotations

import re

from crosscheck.mentions.dates import tokens as t
from crosscheck.mentions.dates.tokens import CENTURIES, Token

_TWO_THOUSAND = 2000
_YEAR = re.compile(r"n(?:-?0)?&?-?n|n0")
_LIKELY = re.compile(r"n[n0-]")
_UNITS = frozenset(t.UNIT + t.UNITS + t.HUNDRED + t.CARDINAL + "-")
"""Classes after which cardinals are no year: 'twenty thirty-minute rounds', 'nineteen ninety-year-olds'."""


def with_spoken_years(tokens: list[Token]) -> list[Token]:
    """Return the tokens with the cardinals that spell a year as one token of a year."""
    codes = "".join([token.code for token in tokens])
    if not _LIKELY.search(codes):
        return tokens
    done: list[Token] = []
    at = 0
    for first in range(len(codes)):
        match = _YEAR.match(codes, first) if first >= at else None
        stop = match.end() if match else first
        value = _year([token for token in tokens[first:stop] if token.code in t.CARDINAL + t.HUNDRED])
        if value is None or (stop < len(tokens) and tokens[stop].code in _UNITS):
            continue
        done += tokens[at:first]
        begin, end = tokens[first].start, tokens[stop - 1].end
        done.append(Token(begin, end, t.YEAR, " ".join(token.word for token in tokens[first:stop]), value))
        at = stop
    return done + tokens[at:]


def _year(parts: list[Token]) -> int | None:
    """Return the year that the numbers spell, None where they are no year.

    'Two thousand' alone is a number; so is 'nineteen five', which a year has with 'oh' or 'hundred' between.
    """
    numbers = [part.value for part in parts]
    match numbers:
        case [int(century), 100]:
            return century * 100 if century in CENTURIES else None
        case [int(century), 100, int(rest)] if century in CENTURIES and rest < 100:
            return century * 100 + rest
        case [2, 1000, int(rest)] if rest < 100:
            return _TWO_THOUSAND + rest
        case [int(century), int(rest)] if (century in CENTURIES or century == 20) and 10 <= rest < 100:
            return century * 100 + rest
    return None
