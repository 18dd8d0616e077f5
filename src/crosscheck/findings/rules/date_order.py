"""CC302 Order of dates.

What it finds: dates of connected events that cannot follow each other: won before the polls opened, or long after; put
out before the fire broke out, released before the arrest, in one document or in two.

Why it matters: one of the dates is a day, a week or a year off.

When it stays silent: when the count ran past midnight, so that the winner was declared on the next day; when a date is
only known to the month; when a document tells of several such events, or the sentences name others; when a time of day
has no day of its own, and may be that of the day before or after.

Example: "polling day, 20 November" and "won the by-election on 12 November".

Near miss: polls on Thursday and a declaration early on Friday.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from crosscheck.findings.accounts.successions import Reversal
from crosscheck.findings.arithmetic import report_clashes
from crosscheck.findings.direct import fact_of_pair, severity_of
from crosscheck.findings.proof import prove, severity_of_claims
from crosscheck.findings.rule import Case
from crosscheck.findings.telling.notation import show_moment
from crosscheck.messages import say
from crosscheck.records import Finding, FindingKind

CODE: Final = "CC302"
NAME: Final = say("order of dates")
KIND: Final[FindingKind] = "date"
_LEVELS: Final = ("steps of one course of things", "each document tells one time of each")


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each set of claims that a formula of this code forbids, then for steps in the wrong order."""
    told: set[str] = set()
    for finding in report_clashes(case, CODE, KIND):
        told.update(evidence.claim for evidence in finding.evidence)
        yield finding
    for reversal in case.reversals:
        if not told.issuperset((reversal.earlier.id, reversal.later.id)):
            yield _finding(case, reversal)


def _finding(case: Case, reversal: Reversal) -> Finding:
    """Return the finding that a later step is dated before the one that it follows."""
    pair = reversal.earlier, reversal.later
    first, last = (case.label(step) for step in reversal.steps)
    start, end = (show_moment(claim.value) for claim in pair)
    facts = [] if reversal.is_of_one_document else [fact_of_pair(reversal.steps[1], "", pair, _LEVELS, case)]
    return prove(
        case,
        pair,
        facts,
        code=CODE,
        kind=KIND,
        severity=severity_of(facts[0]) if facts else severity_of_claims(pair),
        message=say("{last} ({end}) before {first} ({start})", last=last, end=end, first=first, start=start),
        calculation=[
            say("{last} follows {first}, but {end} lies before {start}", last=last, end=end, first=first, start=start)
        ],
    )
