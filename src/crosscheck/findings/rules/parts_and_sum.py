"""CC204 Parts and sum.

What it finds: parts that add up to more than their whole: shares of the vote above 100 per cent, more votes than
ballots, a list of what a sum goes to; wins, draws and defeats that are not the matches, in one sentence or in two that
agree on two of them; and what is called the rest where the parts told before leave more or less of their whole.

Why it matters: one of the parts is wrong, or they are not parts of the same whole.

When it stays silent: when parts are missing (they add up to less), or when rounding alone lifts the sum; when a list
leaves a part out, or counts only some of them.

Example: 42.1, 34.8, 16.7 and 8.7 per cent.

Near miss: 33.4, 33.3 and 33.4 per cent.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from crosscheck.findings.arithmetic import report_clashes
from crosscheck.findings.leftovers import Sum, find_leftovers, find_lists
from crosscheck.findings.notation import show_number, show_value
from crosscheck.findings.passages import read_passages
from crosscheck.findings.proof import prove
from crosscheck.findings.rule import Case
from crosscheck.findings.tallies import Tally, find_tallies
from crosscheck.records import Finding, FindingKind

CODE: Final = "CC204"
NAME: Final = "parts and sum"
KIND: Final[FindingKind] = "arithmetic"


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each set of claims that a formula of this code forbids, and for each list that is no sum."""
    yield from report_clashes(case, CODE, KIND)
    told: set[str] = set()
    for tally in find_tallies(case):
        if not tally.is_right and tally.whole.id not in told:
            told.add(tally.whole.id)
            yield _finding(case, tally)
    for passages in read_passages(case):
        for each in (*find_leftovers(passages), *find_lists(passages)):
            yield _sum(case, each)


def _finding(case: Case, tally: Tally) -> Finding:
    shown = " + ".join(show_value(part.value) for part in tally.parts)
    return prove(
        case,
        tally.claims,
        (),
        code=CODE,
        kind=KIND,
        severity="error" if len(tally.claims) == len(tally.parts) + 1 else "warning",
        message=f"{tally.label}: {shown} against {show_value(tally.whole.value)}",
        calculation=[f"{shown} = {show_number(tally.total)}"],
    )


def _sum(case: Case, each: Sum) -> Finding:
    return prove(
        case,
        each.claims,
        (),
        code=CODE,
        kind=KIND,
        severity="error",
        message=f"{case.heading('', each.claims[-1].attribute)}: {each.shown}, not {show_value(each.value)}",
        calculation=[each.shown],
    )
