"""What two dates of one thing must have in common: both are plans or neither, and what their sentences name."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

import msgspec

from crosscheck.findings.rule import Case
from crosscheck.messages import say
from crosscheck.records import Claim, Fact, Link, Period

_PLANNED_AT_ONCE: Final = 31
"""Days between two documents within which a plan seldom changes without a word about it."""
_ALIKE: Final = Fraction(85, 100)
"""How sure it is that the documents of a story mean one event by what each dates once."""


def fact_of_pair(attribute: str, subject: str, pair: tuple[Claim, Claim], levels: Sequence[str], case: Case) -> Fact:
    """Return the fact that two claims form on *levels*; what lies ahead is planned, however it is put."""
    claims = tuple(msgspec.structs.replace(c, modality="planned") if is_plan(c, case) else c for c in pair)
    why = say("the same of one story, which each document dates once").said_in(case.locale)
    link = Link(pair[0].id, pair[1].id, tuple(levels), _ALIKE, why)
    return Fact(id="", subject=subject, attribute=attribute, claims=claims, links=(link,))


def have_changed(a: Claim, b: Claim, case: Case) -> bool:
    """Return whether two plans are of documents so far apart that there may be a new one."""
    first, second = (case.documents[claim.document].published for claim in (a, b))
    if first is None or second is None or not all(is_plan(claim, case) for claim in (a, b)):
        return False
    return abs((first - second).days) > _PLANNED_AT_ONCE


def name_others(a: Claim, b: Claim, case: Case) -> bool:
    """Return whether both sentences name somebody or something before the date, and nothing in common."""
    x, y = (_names_before(claim, case) for claim in (a, b))
    return bool(x) and bool(y) and not x & y


def _names_before(claim: Claim, case: Case) -> frozenset[str]:
    """Return the terms of the names that stand in front of the date in its sentence."""
    if claim.context is None:
        return frozenset()
    before = case.documents[claim.document].text[claim.sentence.start : claim.quote.start].lower()
    spelled = claim.context.spelled
    return frozenset(term for term in claim.context.names if spelled.get(term, term) in before)


def is_plan(claim: Claim, case: Case) -> bool:
    """Return whether a date is still to come on the day of its document, or said to be planned."""
    published = case.documents[claim.document].published
    ahead = isinstance(claim.value, Period) and published is not None and claim.value.first > published
    return ahead or claim.modality in {"planned", "predicted"}
