"""CC302 Order of dates.

What it finds: dates of connected events that cannot follow each other: won before the polls opened, or long after.

Why it matters: one of the dates is a day, a week or a year off.

When it stays silent: when the count ran past midnight, so that the winner was declared on the next day; when a date is
only known to the month.

Example: "polling day, 20 November" and "won the by-election on 12 November".

Near miss: polls on Thursday and a declaration early on Friday.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from crosscheck.findings.arithmetic import report_clashes
from crosscheck.findings.rule import Case
from crosscheck.messages import say
from crosscheck.records import Finding, FindingKind

CODE: Final = "CC302"
NAME: Final = say("order of dates")
KIND: Final[FindingKind] = "date"


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each set of claims that a formula of this code forbids."""
    return report_clashes(case, CODE, KIND)
