"""CC207 Average and total, rate and cases.

What it finds: an average for each day, week or year that does not follow from the total and the number of days beside
it, and a rate "per 100,000" that does not follow from the cases and the whole beside it.

Why it matters: the three come from one table, and only two of them were copied.

When it stays silent: when some values that print as those do fit; when the average is for another unit of time than the
one that is counted; when a sentence has several averages or totals.

Example: "an average of 900 visitors a day over five days, 4,000 in all": 800.

Near miss: "an average of 800 visitors a day over five days, 4,012 in all".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from crosscheck.findings.arithmetic import report_clashes
from crosscheck.findings.direct import compare_claims
from crosscheck.findings.reckoned import breaks, calculate
from crosscheck.findings.rule import Case
from crosscheck.records import Finding, FindingKind

CODE: Final = "CC207"
NAME: Final = "average and total, rate and cases"
KIND: Final[FindingKind] = "arithmetic"


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each stated average or rate that the values beside it, or a formula, forbid."""
    yield from report_clashes(case, CODE, KIND)
    yield from compare_claims(case, CODE, lambda c, fact: breaks(c, fact, "average", "rate"), lambda _: KIND, calculate)
