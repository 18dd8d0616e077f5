"""CC306 Two times of day for the same event.

What it finds: statements of the time of day at which the same thing happened, began or ended, on one day, that leave no
time in common.

Why it matters: who was where when it happened, and how long help took, is reckoned from it.

When it stays silent: when the times lie within what reports round; when both tell their zones and mean one moment, or
one alone tells its zone; when an hour up to twelve may be of the morning or of the evening; when one document tells
several times itself; when the day differs, which is another finding.

Example: "struck the quay at 4:40 p.m." in one report, "kurz nach 15 Uhr" in another.

Near miss: "at about half past four" and "um 16.40 Uhr"; the alarm at 14.35 and the fire put out at 19.00.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from crosscheck.findings.accounts.hours import find_linked_hours
from crosscheck.findings.accounts.occurrences import HAPPENED, are_of_other_days
from crosscheck.findings.direct import fact_of_pair, severity_of
from crosscheck.findings.proof import prove
from crosscheck.findings.rule import Case
from crosscheck.findings.telling.diagnosis import word_clock_slip
from crosscheck.findings.telling.notation import show_moment
from crosscheck.findings.telling.sides import Side, word_sides
from crosscheck.messages import NOTHING, Phrase, Quoted, join, say
from crosscheck.records import Claim, Fact, Finding, FindingKind

CODE: Final = "CC306"
NAME: Final = say("two times of day")
KIND: Final[FindingKind] = "date"


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each thing that two documents let happen, begin or end at different times of one day."""
    told: set[str] = set()
    for happening, a, b in case.clashes_of_time:
        if are_of_other_days(a, b):
            continue
        told |= {a.id, b.id}
        yield _clash(case, case.heading("", happening), fact_of_pair(happening, "", (a, b), HAPPENED, case), a, b)
    for fact, a, b in find_linked_hours(case.facts, case.documents):
        if told.isdisjoint({a.id, b.id}):
            yield _clash(case, case.heading(fact.subject, fact.attribute), fact, a, b)


def _clash(case: Case, heading: Phrase, fact: Fact, a: Claim, b: Claim) -> Finding:
    return prove(
        case,
        (a, b),
        [fact],
        code=CODE,
        kind=KIND,
        severity=severity_of(fact),
        message=join((heading, word_sides([_side(a), _side(b)])), ": "),
        calculation=[_meaning(claim, case) for claim in (a, b)],
        suggestion=word_clock_slip(b, a) or NOTHING,
    )


def _side(claim: Claim) -> Side:
    return Side(show_moment(claim.value), (claim,), 1)


def _meaning(claim: Claim, case: Case) -> Phrase:
    """Return how the words of a time were read."""
    quote = case.documents[claim.document].slice(claim.quote)
    return say("{quoted} means {day}", quoted=Quoted(quote), day=show_moment(claim.value))
