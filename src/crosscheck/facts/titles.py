"""What a fact is called that no concept knows: the words that its claims share, in the reader's language if in any."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from crosscheck.facts.match import Match
from crosscheck.records import Context

_LONGEST = 3
"""The most words in the name of an attribute."""


def name_attribute(matches: Sequence[Match], understood: Set[str]) -> str:
    """Return the words nearest to both values of a match, names left out, as one of its claims spells them.

    It is the first claim of a document that is *understood*, else the first of all. What both count comes first:
    'people (shelters, hills)'; else they stand in their order: 'mast, harbour'.
    """
    for x, y in _contexts(matches, understood):
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


def _contexts(matches: Sequence[Match], understood: Set[str] = frozenset()) -> Iterator[tuple[Context, Context]]:
    """Yield what the claims of each match stand among, those that can be understood first, of a match and of all."""
    pairs = [(match.left, match.right) for match in matches]
    turned = [(y, x) if y.document in understood and x.document not in understood else (x, y) for x, y in pairs]
    for x, y in sorted(turned, key=lambda pair: pair[0].document not in understood):
        if x.context is not None and y.context is not None:
            yield x.context, y.context
