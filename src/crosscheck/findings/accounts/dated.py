"""What two dates of one thing must have in common: both are plans or neither, and what their sentences name.

And how far apart documents may be whose news is of one state of things.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from crosscheck.records import AHEAD, CLOSEST, Claim, Document, Period

Documents = Mapping[str, Document]
"""Documents by key."""

NEWS: Final = timedelta(days=31)
"""How far apart documents may be for the one to speak of what is news in the other."""
_PLANNED_AT_ONCE: Final = 31
"""Days between two documents within which a plan seldom changes without a word about it."""

_OFF, _RIGHT_BESIDE = CLOSEST // 2 - 1, CLOSEST * 3 // 4
"""Up to how near a word is off a date, and from which on it is right beside it."""


def are_news_together(a: Claim, b: Claim, documents: Documents) -> bool:
    """Return whether the documents of two claims are no more than ``NEWS`` apart; those without a day may be."""
    then, now = (documents[claim.document].published for claim in (a, b))
    return then is None or now is None or abs(now - then) <= NEWS


def have_changed(a: Claim, b: Claim, documents: Documents) -> bool:
    """Return whether two plans are of documents so far apart that there may be a new one."""
    first, second = (documents[claim.document].published for claim in (a, b))
    if first is None or second is None or not all(is_plan(claim, documents) for claim in (a, b)):
        return False
    return abs((first - second).days) > _PLANNED_AT_ONCE


def name_others(a: Claim, b: Claim, documents: Documents) -> bool:
    """Return whether both sentences name somebody or something before the date, and nothing in common."""
    x, y = (_names_before(claim, documents) for claim in (a, b))
    return bool(x) and bool(y) and not x & y


def _names_before(claim: Claim, documents: Documents) -> frozenset[str]:
    """Return the terms of the names that stand in front of the date in its sentence."""
    if claim.context is None:
        return frozenset()
    before = documents[claim.document].text[claim.sentence.start : claim.quote.start].lower()
    spelled = claim.context.spelled
    return frozenset(term for term in claim.context.names if spelled.get(term, term) in before)


def is_plan(claim: Claim, documents: Documents) -> bool:
    """Return whether a date is still to come on the day of its document, or said to be planned."""
    published = documents[claim.document].published
    ahead = isinstance(claim.value, Period) and published is not None and claim.value.first > published
    return ahead or claim.modality in AHEAD


def tell_other_things(a: Claim, b: Claim) -> bool:
    """Return whether a word of its own stands beside either date, and what both share farther off, names left out.

    'Cancelled on Friday because of illness' and 'stood in for the sick on Saturday' are of two things.
    """
    x, y = a.context, b.context
    if x is None or y is None or a.concept:
        return False
    shared = {t: min(x.near[t], y.near[t]) for t in x.near.keys() & y.near.keys() - x.names.keys() - y.names.keys()}
    if max(shared.values(), default=0) > _OFF:
        return False
    return all(any(near >= _RIGHT_BESIDE for t, near in c.near.items() if t not in shared | c.names) for c in (x, y))
