"""Whether two figures count those who lack the same: '60 have no laptop', '60 sind ohne Laptop'."""

from __future__ import annotations

from crosscheck.records import Claim, Context


def lack_alike(x: Context, y: Context) -> bool:
    """Return whether those counted here and there lack something: a "not" in one of both turns nothing."""
    return x.lacks is not None and y.lacks is not None


def lack_otherwise(left: Claim, right: Claim, x: Context, y: Context) -> bool:
    """Return whether those counted here have what those counted there lack, or lack something else.

    One concept of both may be told in either way: homes without power are those that lost it.
    """
    if left.concept and left.concept == right.concept:
        return False
    if x.lacks is not None and y.lacks is not None:
        return bool(x.lacks and y.lacks) and set(x.lacks).isdisjoint(y.lacks)
    lacking, other = (x, y) if x.lacks is not None else (y, x)
    return any(term in other.near for term in lacking.lacks or ())
