"""CC301 Two dates for the same event.

What it finds: statements of when the same thing happened that leave no day in common.

Why it matters: a wrong date moves everything that is reckoned from it.

When it stays silent: when a vague date holds the exact one ("at the start of October" and "October 9"); when a relative
date cannot be resolved because the document has no date of publication; when one is a plan that was changed.

Example: "victory in Clacton on October 29" in one report, "at the start of October" in another.

Near miss: "letzten Monat" in a report of 21 November and "October 9".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from crosscheck.findings.direct import compare_claims
from crosscheck.findings.notation import show_value
from crosscheck.findings.rule import Case
from crosscheck.records import Claim, Fact, Finding, FindingKind, Period

CODE: Final = "CC301"
NAME: Final = "two dates"
KIND: Final[FindingKind] = "date"


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each contradicted fact whose values are days."""
    return compare_claims(case, CODE, _is_date, lambda _: KIND, _calculate)


def _is_date(_: Case, fact: Fact) -> bool:
    return isinstance(fact.claims[0].value, Period)


def _calculate(case: Case, claims: Sequence[Claim]) -> Iterator[str]:
    """Yield how the words of each date were read: 'letzten Monat' means 2014-10-01 to 2014-10-31."""
    for claim in claims:
        document = case.documents[claim.document]
        reckoned = f", reckoned from {document.published}" if document.published else ""
        yield f"“{document.slice(claim.quote)}” means {show_value(claim.value)}{reckoned}"
