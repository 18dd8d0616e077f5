"""CC204 Parts and sum.

What it finds: parts that add up to more than their whole: shares of the vote above 100 per cent, more votes than
ballots.

Why it matters: one of the parts is wrong, or they are not parts of the same whole.

When it stays silent: when parts are missing (they add up to less), or when rounding alone lifts the sum.

Example: 42.1, 34.8, 16.7 and 8.7 per cent.

Near miss: 33.4, 33.3 and 33.4 per cent.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from crosscheck.findings.arithmetic import report_clashes
from crosscheck.findings.rule import Case
from crosscheck.records import Finding, FindingKind

CODE: Final = "CC204"
NAME: Final = "parts and sum"
KIND: Final[FindingKind] = "arithmetic"


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each set of claims that a formula of this code forbids."""
    return report_clashes(case, CODE, KIND)
