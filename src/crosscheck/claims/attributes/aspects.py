"""What kind of measure a value is, by the words beside it: how high, how far off, by how much, how many are left.

'31 kilometres from the coast' is no tailback of 31 miles, 'the last 30 metres' no part that others must mean, too.
"""

from __future__ import annotations

from crosscheck.claims.sentences.passage import Passage, ValueAt

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
_BEHIND = 2
"""How many may lie between a value and a phrase behind it, the noun that it counts and a word before that."""


def tells_aspect(passage: Passage) -> bool:
    """Return whether a word of the sentence may tell what kind of measure a value is."""
    return "before" in passage.label_words or "behind" in passage.label_words


def find_aspects(value: ValueAt, passage: Passage) -> frozenset[str]:
    """Return the aspects of *value* that words of its segment tell, none for most; who 'have left' are gone."""
    kind = value.mention.kind
    if kind in _TIMES:
        return frozenset()
    told = {
        key for at, key in passage.labels("before") if at.end == value.at.first and not passage.crossed(at, value.at)
    }
    begin = value.at.end - _is_begun(value, passage)
    told |= {
        key
        for at, key in passage.labels("behind")
        if begin <= at.first <= value.at.end + _BEHIND * (key != THRESHOLD) and not passage.crossed(value.at, at)
    }
    if not told.isdisjoint({_GONE, _STATE}):
        told -= {_LEFT, _STATE}
    return frozenset(told - {"quantity": _COUNTS, "number": _SPACE}.get(kind, _COUNTS | _SPACE))


def _is_begun(value: ValueAt, passage: Passage) -> bool:
    """Return whether a value is only how a compound begins: 'die Fünf-Prozent-Hürde'."""
    return passage.tokens.ends[value.at.end - 1] > value.mention.span.end
