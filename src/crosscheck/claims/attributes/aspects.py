"""What kind of measure a value is, by the words beside it: how high, how far off, how many are left, how many a day.

'31 kilometres from the coast' is no tailback of 31 miles, 'the last 30 metres' no part that others must mean, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosscheck.claims.sentences.passage import Passage, ValueAt
from crosscheck.claims.sentences.signs import LabelTable
from crosscheck.records import PACE

THRESHOLD = "threshold"
"""The aspect of what must be reached, and nobody has."""
_SPACE = frozenset({"distance", "height", "length", "depth", "width", "thickness"})
"""The aspects that only a quantity has."""
_LEFT, _GONE = "left", "gone"
_STATE = "state"
"""What tells how those counted were, not how many are left: 'six schools remained closed'."""
_COUNTS = frozenset({_LEFT, _GONE})
"""Those that only a count has: an estimate stays below 60 million, and 60 million are not what stays."""
_TIMES = frozenset({"date", "time", "duration", "frequency", "ordinal"})
"""Kinds of values that have none: 'the last three years' are those that every report means."""
_PACED = re.compile(r"PT?\d+[HDWMQY]")
"""How often something is, as TIMEX3 writes it: every day, every two weeks."""
_HEAD = 3
"""How many tokens behind the head of a sentence a value may begin that its words are of: 'Each day, some 40'."""
_BESIDE: tuple[LabelTable, ...] = ("before", "behind")
_NONE: frozenset[str] = frozenset()
_BEHIND = 2
"""How many may lie between a value and a phrase behind it, the noun that it counts and a word before that."""


def tells_aspect(passage: Passage) -> bool:
    """Return whether a word of the sentence may tell what kind of measure a value is."""
    told = passage.label_words
    return "before" in told or "behind" in told or "paced" in told or "frequency" in passage.kinds


def tells_threshold(passage: Passage) -> bool:
    """Return whether a word of the sentence may tell that a value is what must be reached."""
    told = passage.label_words
    return ("before" in told or "behind" in told) and any(
        key == THRESHOLD for table in _BESIDE for _, key in passage.labels(table)
    )


def find_aspects(value: ValueAt, passage: Passage) -> frozenset[str]:
    """Return the aspects of *value* that words of its segment tell, none for most; who 'have left' are gone."""
    kind = value.mention.kind
    if kind in _TIMES:
        return _NONE
    told = {*_beside(value, passage)}
    paces = _paces(value, passage) if "paced" in passage.label_words or "frequency" in passage.kinds else _NONE
    if not told and not paces:
        return _NONE
    if not told.isdisjoint({_GONE, _STATE}):
        told -= {_LEFT, _STATE}
    told -= {"quantity": _COUNTS, "number": _SPACE}.get(kind, _COUNTS | _SPACE)
    return frozenset({f"{PACE}{key}" if _PACED.fullmatch(key) else key for key in told} | paces)


def _beside(value: ValueAt, passage: Passage) -> Iterator[str]:
    """Yield the aspects that words right before *value* or behind it tell, in its segment."""
    for at, key in passage.labels("before"):
        if at.end == value.at.first and not passage.crossed(at, value.at):
            yield key
    for at, key in passage.labels("behind"):
        begin = value.at.end - _is_begun(value, passage)
        reach = 0 if key == THRESHOLD else _BEHIND
        if begin <= at.first <= value.at.end + reach and not passage.crossed(value.at, at):
            yield key


def _paces(value: ValueAt, passage: Passage) -> set[str]:
    """Return how often it comes to *value*, by words of its segment: 'every day', 'pro Jahr', 'täglich'.

    An adjective tells nothing, for it may go without saying: 'the annual budget'.
    """
    told = {key for at, key in passage.labels("paced") if not passage.crossed(at, value.at)}
    if "frequency" in passage.kinds:
        told |= {other.mention.timex for other in passage.values if _tells_pace(other, value, passage)}
    return {f"{PACE}{key}" for key in told}


def _tells_pace(frequency: ValueAt, value: ValueAt, passage: Passage) -> bool:
    """Return whether *frequency* tells how often it comes to *value*, and not of what it is, as in 'daily trains'."""
    at, mention = frequency.at, frequency.mention
    is_near = at.first == 0 and at.end < value.at.first <= at.end + _HEAD
    if mention.kind != "frequency" or not _PACED.fullmatch(mention.timex):
        return False
    if not is_near and passage.crossed(at, value.at):
        return False
    return at.end - at.first > 1 or at.end == len(passage.terms) or not passage.terms[at.end]


def _is_begun(value: ValueAt, passage: Passage) -> bool:
    """Return whether a value is only how a compound begins: 'die Fünf-Prozent-Hürde'."""
    return passage.tokens.ends[value.at.end - 1] > value.mention.span.end
