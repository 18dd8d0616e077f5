"""Whether two figures count those who lack the same: '60 have no laptop', '60 sind ohne Laptop'."""

from __future__ import annotations

from crosscheck.records import AGAINST, OUTRIGHT, Claim, Context

_SAID = frozenset({AGAINST, OUTRIGHT})
"""What begins the terms of what is said to be lacking."""


def lack_alike(x: Context, y: Context) -> bool:
    """Return whether those counted here and there lack something: a "not" in one of both turns nothing."""
    return x.lacks is not None and y.lacks is not None


def lack_otherwise(left: Claim, right: Claim, x: Context, y: Context) -> bool:
    """Return whether those counted here have what those counted there lack, or lack something else.

    One concept of both may be told in either way: homes without power are those that lost it. Nor is a figure of a
    concept one of an opinion: the share of children with a jab against measles. Who have no food are none of those of
    whom something else is told.
    """
    if left.concept and left.concept == right.concept:
        return False
    is_opinion = not (left.concept or right.concept)
    if x.lacks is not None and y.lacks is not None:
        what, others = {*x.lacks} - _SAID, {*y.lacks} - _SAID
        is_other = is_opinion and (AGAINST in x.lacks) != (AGAINST in y.lacks)
        return is_other or bool(what and others and what.isdisjoint(others))
    lacks, other = (x.lacks, y) if x.lacks is not None else (y.lacks or (), x)
    return is_opinion if not _SAID.isdisjoint(lacks) else any(term in other.near for term in lacks)
