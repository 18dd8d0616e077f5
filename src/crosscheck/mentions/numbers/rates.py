"""What a quantity is per ('a share', 'pro Stunde', '/kg'), and ages ('years old', 'aged 25')."""

from __future__ import annotations

import re

from crosscheck.mentions.numbers.before import Before
from crosscheck.mentions.numbers.lexicon import Lexicon

_RATE = re.compile(r"(?: ?(/) ?|[ -]([^\W\d_]+)[ -])([^\W\d_]+)(?: ([^\W\d_]+))?")
_AGE_AFTER = re.compile(r"[ -]([^\W\d_]+)(?:[ -]([^\W\d_]+))?")
_AGE_UNITS = frozenset(("year", "month", "week", "day"))


def read_rate(text: str, at: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """Return what the quantity that ends at *at* is per, and the end of that; None where it is no rate."""
    follow = text[at : at + 1]
    if follow not in (" ", "/", "-"):
        return None
    match = _RATE.match(text, at)
    if match is None:
        return None
    measures = lexicon.measures
    if match[2] is not None and match[2].lower() not in measures.per:
        return None
    if match[4]:
        unit = measures.rates.get(f"{match[3]} {match[4]}".lower())
        if unit:
            return unit, match.end()
    unit = measures.rates.get(match[3].lower())
    if unit is None and match[1]:
        symbol = measures.symbols.get(match[3])
        unit = symbol.unit if symbol else None
    return (unit, match.end(3)) if unit else None


def read_age(text: str, at: int, unit: str, before: Before, lexicon: Lexicon) -> tuple[str, int] | None:
    """Return the unit of an age and its end, None where the number is no age.

    *unit* is the unit of time that stands after the number, '' where none does ('aged 25').
    """
    age = lexicon.pack.age
    cues = age.get("before", ())
    if unit == "" or unit in _AGE_UNITS:
        words = before.words
        for length in (3, 2, 1):
            if len(words) >= length and " ".join(words[-length:]) in cues:
                return f"{unit or 'year'} of age", at
    match = _AGE_AFTER.match(text, at)
    if match is None:
        return None
    first = match[1].lower()
    if unit in _AGE_UNITS:
        if first in age.get("", ()):
            return f"{unit} of age", match.end(1)
        if match[2] and f"{first} {match[2].lower()}" in age.get("", ()):
            return f"{unit} of age", match.end()
    elif unit == "" and (first in age.get("year", ()) or (text[at] == "-" and f"-{first}" in age.get("year", ()))):
        return "year of age", match.end(1)
    return None
