"""A figure that belongs to another bearer: in lists, the names or the figures of neighbours change places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from crosscheck.findings.notation import show_value
from crosscheck.findings.sides import Side
from crosscheck.records import Amount, Claim, Fact
from crosscheck.values.decimals import significant_digits

_TELLING = 3
"""From how many significant digits on the same figure of two bearers is no chance."""

Neighbours = Mapping[tuple[str, str], Sequence[Fact]]
"""Facts of the same attribute of one event, by both."""


def find_neighbours(facts: Iterable[Fact]) -> Neighbours:
    """Return the stated facts of named bearers by attribute and event."""
    stated = sorted((f for f in facts if f.claims and f.subject), key=_key)
    return {key: tuple(group) for key, group in groupby(stated, key=_key)}


def word_exchange(fact: Fact, sides: Sequence[Side], neighbours: Neighbours) -> str:
    """Return that a doubted figure is the one that the other documents give for another bearer, '' where it is not.

    A figure of few digits tells only where the figures of both have changed places.
    """
    strongest, *others = sides
    for side in others:
        claim, rival = side.claims[0], strongest.claims[0]
        for neighbour in neighbours.get(_key(fact), ()):
            if neighbour.subject == fact.subject or not _states(neighbour, claim, strongest.documents):
                continue
            if _is_telling(claim) or _states(neighbour, rival, side.documents):
                return f"{show_value(claim.value)} is the figure of {neighbour.subject} elsewhere: exchanged in a list?"
    return ""


def _key(fact: Fact) -> tuple[str, str]:
    return fact.attribute, fact.scope.event


def _states(fact: Fact, claim: Claim, documents: Sequence[str]) -> bool:
    """Return whether any of *documents* states the value of *claim* for *fact*."""
    return any(c.document in documents and show_value(c.value) == show_value(claim.value) for c in fact.claims)


def _is_telling(claim: Claim) -> bool:
    value = claim.value
    return isinstance(value, Amount) and value.stated is not None and len(significant_digits(value.stated)) >= _TELLING
