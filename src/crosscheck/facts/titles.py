"""What a fact is called that no concept knows: the words that its claims share."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.facts.match import Match
from crosscheck.records import Context

_LONGEST = 3
"""The most words in the name of an attribute."""


def name_attribute(matches: Sequence[Match]) -> str:
    """Return the words nearest to both values of the first match, names left out, as its first claim spells them.

    What both count comes first: 'people (shelters, hills)'; else they stand in their order: 'mast, harbour'.
    """
    for x, y in _contexts(matches):
        shared = {t: min(x.near[t], y.near[t]) for t in x.near if t in y.near and t not in x.names}
        nearest = sorted(shared, key=lambda term: (term != x.counted, -shared[term]))[:_LONGEST]
        if nearest:
            counted = x.spelled[nearest[0]] if nearest[0] == x.counted else ""
            spelled = dict.fromkeys(x.spelled[term] for term in x.near if term in nearest)
            others = ", ".join(word for word in spelled if word != counted)
            return f"{counted} ({others})" if counted and others else counted or others
    return ""


def name_subject(matches: Sequence[Match]) -> str:
    """Return the name nearest to the value among those that both claims of a match mention, '' if they share none."""
    for x, y in _contexts(matches):
        shared = [term for term in x.names if term in y.names]
        if shared:
            return x.names[max(shared, key=lambda term: x.near[term])]
    return ""


def _contexts(matches: Sequence[Match]) -> list[tuple[Context, Context]]:
    pairs = ((match.left.context, match.right.context) for match in matches)
    return [(x, y) for x, y in pairs if x is not None and y is not None]
