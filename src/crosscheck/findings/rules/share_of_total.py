"""CC201 Share, count and total.

What it finds: a percentage, the count behind it and the total it is a share of that do not fit each other, whichever
documents they stand in.

Why it matters: the three are printed by different people from different tables, and readers never check.

When it stays silent: when some values that print as the three numbers do would fit; when the share names another whole.
When only a second rounding (42.0487 to 42.05 to 42.1), or a total that leaves out spoilt ballots, makes them fit, it is
a warning that says so.

Example: 16,867 votes in one report; 46.2 per cent and 40,113 ballots in another: 42.05 per cent.

Near miss: 13,974 of 40,113 and "34.8 per cent".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from crosscheck.findings.arithmetic import report_clashes
from crosscheck.findings.rule import Case
from crosscheck.messages import say
from crosscheck.records import Finding, FindingKind

CODE: Final = "CC201"
NAME: Final = say("share, count and total")
KIND: Final[FindingKind] = "arithmetic"


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each set of claims that a formula of this code forbids."""
    return report_clashes(case, CODE, KIND)
