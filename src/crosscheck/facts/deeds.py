"""Counts that two documents state once each, of one noun and one deed: 'destroyed three halls', 'five halls burnt'.

Reporters of one event choose other words for what happened, and seldom count the same things twice for the same deed.
"""

from __future__ import annotations

from collections.abc import Iterable

from crosscheck.languages.deeds import load_deeds
from crosscheck.records import CLOSEST, Amount, Claim, Context

_IN_CLAUSE = CLOSEST // 4
"""How near to a count the word stands at least that tells what became of those counted."""


def find_lone_nouns(claims: Iterable[Claim]) -> frozenset[str]:
    """Return the nouns of which the *claims* of one document state one count alone."""
    found: dict[str, tuple[int, int]] = {}
    several: set[str] = set()
    for claim in claims:
        if claim.context is None or not (noun := claim.context.counted) or not isinstance(claim.value, Amount):
            continue
        if noun in several:
            continue
        stated = (0, 0) if claim.value.stated is None else claim.value.stated.as_integer_ratio()
        if found.setdefault(noun, stated) != stated:
            several.add(noun)
    return frozenset(found.keys() - several)


def are_of_one_deed(left: Claim, right: Claim, x: Context, y: Context) -> bool:
    """Return whether two counts of one noun, in *x* and *y*, are told of one deed, meant and narrowed alike."""
    if left.modality != right.modality or left.scope.part != right.scope.part:
        return False
    ours, theirs = _told(x), _told(y)
    return any(not load_deeds()[term].isdisjoint(theirs) for term in ours)


def _told(context: Context) -> frozenset[str]:
    """Return the words of a deed that stand nearest to the count, in its clause, and in no name."""
    deeds = load_deeds()
    near = {
        term: at
        for term, at in context.near.items()
        if term in deeds and at >= _IN_CLAUSE and term != context.counted and term not in context.names
    }
    nearest = max(near.values(), default=0)
    return frozenset(term for term, at in near.items() if at == nearest)
