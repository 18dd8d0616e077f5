"""Given names: which two may be one person's, and which cannot."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from rapidfuzz import fuzz

from crosscheck.languages.grammar import load_given_names
from crosscheck.values.names import LIKE_SPELLED, fold_name

_INITIAL = 2
"""Up to how many letters a given name may be an initial: 'J', 'Jo'."""


def are_namesakes(name: str, other: str) -> bool:
    """Return whether two full names are of two people with one surname: 'Ann Low' and 'Tom Low', not 'Tommy Low'.

    Not where they have a given name in common, one is an initial, a short form or another spelling of the other's.
    """
    words, others = fold_name(name).split(), fold_name(other).split()
    if min(len(words), len(others)) < 2 or words[-1] != others[-1]:
        return False
    return not any(_may_be_one(a, b) for a in words[:-1] for b in others[:-1])


def _may_be_one(a: str, b: str) -> bool:
    """Return whether two given names may be one, in two spellings, cut short or called otherwise."""
    if min(len(a), len(b)) <= _INITIAL or a.startswith(b) or b.startswith(a):
        return True
    families = _families()
    return not families.get(a, frozenset((a,))).isdisjoint(families.get(b, frozenset((b,)))) or (
        fuzz.ratio(a, b) >= LIKE_SPELLED
    )


@cache
def _families() -> Mapping[str, frozenset[str]]:
    """Return, by given name, the names of which it is a form, itself among them."""
    found: dict[str, set[str]] = {}
    for full, shorts in load_given_names().shorts.items():
        for name in (full, *shorts):
            found.setdefault(name, {name}).add(full)
    return {name: frozenset(fulls) for name, fulls in found.items()}
