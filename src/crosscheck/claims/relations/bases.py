"""The time that a value is compared with: 'than in 2017', 'ten years earlier', 'im Jahr davor'."""

from __future__ import annotations

import re

from crosscheck.claims.relations.derive import Sentence
from crosscheck.claims.sentences.passage import At, ValueAt
from crosscheck.records import Base

_RELATIVE = frozenset({"distance", "near unit", "near year"})
"""The rules of dates that count back from another time."""
_FULL_YEAR = re.compile(r"\d{4}$")
_FOUR, _THREE = 4, 3
_REACH = 10
"""How many tokens may lie between a value and the time it is of."""


def base_beside(place: At, sentence: Sentence) -> Base | None:
    """Return the time that stands nearest to *place*, behind it before one in front of it; None where none is near."""
    found = [
        (place.gap(value.at), value.at.first < place.first, value.at.first, base)
        for value in sentence.passage.values
        if (base := _base_of(value, sentence)) is not None and place.gap(value.at) <= _REACH
    ]
    return min(found, key=lambda row: row[:3])[3] if found else None


def _base_of(value: ValueAt, sentence: Sentence) -> Base | None:
    """Return the year or decade that a date names, None of any other."""
    mention = value.mention
    if mention.kind != "date" or len(mention.timex) not in {_THREE, _FOUR}:
        return None
    year = int(mention.timex) if _FULL_YEAR.match(mention.timex) else None
    back = _years_back(value, sentence) if mention.rule in _RELATIVE else None
    return None if year is None and back is None else Base(year, back)


def _years_back(value: ValueAt, sentence: Sentence) -> int:
    """Return the number of years that the words of a relative date name, one where they name no number."""
    cardinals = sentence.phrases.cardinals
    words = sentence.words[value.at.first : value.at.end]
    number = next((int(w) if w.isdigit() else cardinals[w] for w in words if w.isdigit() or w in cardinals), 1)
    return number * 10 if len(value.mention.timex) == _THREE else number
