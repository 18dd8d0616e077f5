"""CC202 Turnout.

What it finds: a turnout that is not the ballots cast over the electorate.

Why it matters: turnout is quoted for years, and its two parts are seldom beside it.

When it stays silent: when one of the three is stated nowhere (the third is then derived and shown), or when the digits
as printed leave room.

Example: 31,007 ballots of 68,044 registered voters, and "a turnout of 48.2 per cent": 45.6.

Near miss: 50.7 per cent, 40,113 ballots and "some 79,000 voters".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from crosscheck.findings.arithmetic import report_clashes
from crosscheck.findings.rule import Case
from crosscheck.messages import say
from crosscheck.records import Finding, FindingKind

CODE: Final = "CC202"
NAME: Final = say("turnout")
KIND: Final[FindingKind] = "arithmetic"


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each set of claims that a formula of this code forbids."""
    return report_clashes(case, CODE, KIND)
