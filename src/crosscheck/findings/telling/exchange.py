"""A figure that belongs to another bearer: in lists, the names or the figures of neighbours change places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from crosscheck.findings.telling.notation import show_value
from crosscheck.findings.telling.sides import Side
from crosscheck.messages import Phrase, say
from crosscheck.records import Amount, Claim, Fact, name_subject
from crosscheck.values.decimals import significant_digits

_TELLING = 3
"""From how many significant digits on the same figure of two bearers is no chance."""

Neighbours = Mapping[tuple[str, str, Phrase], Sequence[Fact]]
"""Facts of the same attribute of one event that state a figure, by these three."""


def find_neighbours(facts: Iterable[Fact]) -> Neighbours:
    """Return the stated facts of named bearers by attribute, event and the figures that they state."""
    neighbours: dict[tuple[str, str, Phrase], list[Fact]] = {}
    for fact in facts:
        for figure in dict.fromkeys(show_value(claim.value) for claim in fact.claims) if fact.subject else ():
            neighbours.setdefault((fact.attribute, fact.scope.event, figure), []).append(fact)
    return neighbours


def word_exchange(fact: Fact, sides: Sequence[Side], neighbours: Neighbours) -> Phrase | None:
    """Return that a doubted figure is the one that the other documents give for another bearer, None where it is not.

    A figure of few digits tells only where the figures of both have changed places.
    """
    strongest, *others = sides
    for side in others:
        claim, rival = side.claims[0], strongest.claims[0]
        for neighbour in neighbours.get((fact.attribute, fact.scope.event, show_value(claim.value)), ()):
            if neighbour.subject == fact.subject or not _states(neighbour, claim, strongest.documents):
                continue
            if _is_telling(claim) or _states(neighbour, rival, side.documents):
                return say(
                    "{value} is the figure of {bearer} elsewhere: exchanged in a list?",
                    value=show_value(claim.value),
                    bearer=name_subject(neighbour.subject),
                )
    return None


def _states(fact: Fact, claim: Claim, documents: Sequence[str]) -> bool:
    """Return whether any of *documents* states the value of *claim* for *fact*."""
    return any(c.document in documents and show_value(c.value) == show_value(claim.value) for c in fact.claims)


def _is_telling(claim: Claim) -> bool:
    value = claim.value
    return isinstance(value, Amount) and value.stated is not None and len(significant_digits(value.stated)) >= _TELLING
