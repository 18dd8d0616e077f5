"""Whether the running counts that a formula is about were counted at one time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from crosscheck.domains import Concept
from crosscheck.findings.formulas.binding import Instance, Place
from crosscheck.findings.formulas.standing import standing_claims
from crosscheck.records import Claim, Fact, hour_of
from crosscheck.values.calendar import period

_SOON = timedelta(days=3)
"""Counts that lie further apart are of two days: more cases than a week ago make a higher rate, not a wrong one."""


def is_timely(
    instance: Instance,
    facts: Mapping[Place, Fact],
    concepts: Mapping[str, Concept],
    published: Mapping[str, date | None],
) -> bool:
    """Return whether all running counts of *instance* are of one time, as far as their words and documents tell.

    And all others of one hour, where words tell one: by noon fewer have voted than in all. *published* is by document.
    """
    whole = (p for p in instance.all_places() if p in facts and not concepts[p.attribute].running)
    if len({hour_of(claim.scope.as_of) for place in whole for claim in standing_claims(facts[place])}) > 1:
        return False
    running = (p for p in instance.all_places() if p in facts and concepts[p.attribute].running)
    days = [day for place in running for claim in standing_claims(facts[place]) if (day := _day(claim, published))]
    return not days or max(days) - min(days) <= _SOON


def _day(claim: Claim, published: Mapping[str, date | None]) -> date | None:
    """Return the last day that *claim* counts, its document's where it does not say."""
    days = period(claim.scope.as_of) if claim.scope.as_of else None
    return days[1] if days else published.get(claim.document)
