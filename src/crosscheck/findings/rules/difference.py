"""CC203 Difference and majority.

What it finds: a majority, lead or other difference that is not the first figure less the second; a profit, a rise or
another difference that does not lie between the only two values it is told beside; a lead in votes or time, or a
deficit, that is not what another report's votes, results or sums of the same two leave. And a majority of seats that
is half of them or fewer, or a number of seats called enough for one that is not the first above half.

Why it matters: it is the number in the headline, and it is worked out by hand.

When it stays silent: when somebody who is not listed could still come second; when majority and shares differ by no
more than their rounding; of seats, when others help or the documents differ in how many there are.

Example: 16,867 and 13,974 votes, and "a majority of 2,983".

Near miss: a majority of 2,893 and 7.3 points between 42.1 and 34.8 per cent.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from crosscheck.findings.arithmetic import report_clashes
from crosscheck.findings.figures.beside import find_margins, prove_gap
from crosscheck.findings.rule import Case
from crosscheck.findings.words.houses import find_shortfalls, prove_shortfall
from crosscheck.findings.words.margins import find_astray, prove_margin
from crosscheck.messages import say
from crosscheck.records import Finding, FindingKind

CODE: Final = "CC203"
NAME: Final = say("difference and majority")
KIND: Final[FindingKind] = "arithmetic"


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each set of claims that a formula forbids, and for each difference told beside its values."""
    yield from report_clashes(case, CODE, KIND)
    yield from (prove_shortfall(case, shortfall, CODE, KIND) for shortfall in find_shortfalls(case))
    for passages in case.passages.values():
        yield from (prove_gap(case, gap, CODE, KIND) for gap in find_margins(passages))
    yield from (prove_margin(case, astray, CODE, KIND) for astray in find_astray(case))
