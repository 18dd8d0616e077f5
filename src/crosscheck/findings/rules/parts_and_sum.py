"""CC204 Parts and sum.

What it finds: parts that add up to more than their whole: shares of the vote above 100 per cent, more votes than
ballots, a list of what a sum goes to; wins, draws and defeats that are not the matches, in one sentence or in two that
agree on two of them; what is called the rest where the parts told before leave more or less of their whole, and what is
called the total where the values before it, or so many times what each or each year is said to be, make another; and
parts listed right behind a whole that they are not, people of one sex or age each, and people of any kind or other
things behind a colon.

Why it matters: one of the parts is wrong, or they are not parts of the same whole.

When it stays silent: when parts are missing (they add up to less), or when rounding alone lifts the sum; when a list
leaves a part out, or counts only some of them.

Example: 42.1, 34.8, 16.7 and 8.7 per cent.

Near miss: 33.4, 33.3 and 33.4 per cent.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from crosscheck.findings.arithmetic import report_clashes
from crosscheck.findings.figures.breakdowns import find_breakdowns
from crosscheck.findings.figures.leftovers import find_leftovers
from crosscheck.findings.figures.members import find_members
from crosscheck.findings.figures.products import find_paid, find_products
from crosscheck.findings.figures.tallies import Tally, find_tallies
from crosscheck.findings.figures.totals import find_lists, find_sums, prove_sum
from crosscheck.findings.proof import prove
from crosscheck.findings.rule import Case
from crosscheck.findings.telling.notation import show_number, show_value
from crosscheck.messages import join, say
from crosscheck.records import Finding, FindingKind

CODE: Final = "CC204"
NAME: Final = say("parts and sum")
KIND: Final[FindingKind] = "arithmetic"


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each set of claims that a formula of this code forbids, and for each list that is no sum."""
    yield from report_clashes(case, CODE, KIND)
    told: set[str] = set()
    for tally in find_tallies(case):
        if not tally.is_right and tally.whole.id not in told:
            told.add(tally.whole.id)
            yield _finding(case, tally)
    for passages in case.passages.values():
        document = case.documents[passages[0].document]
        found = chain(
            find_leftovers(passages),
            find_lists(passages),
            find_members(passages, document),
            find_breakdowns(passages, document),
            find_sums(passages, document),
            find_products(passages, document),
            find_paid(passages),
        )
        for each in found:
            if each.claims[-1].id not in told:
                told.add(each.claims[-1].id)
                yield prove_sum(case, each, CODE, KIND)


def _finding(case: Case, tally: Tally) -> Finding:
    shown = join((show_value(part.value) for part in tally.parts), " + ")
    against = say("{one} against {other}", one=shown, other=show_value(tally.whole.value))
    return prove(
        case,
        tally.claims,
        (),
        code=CODE,
        kind=KIND,
        severity="error" if len(tally.claims) == len(tally.parts) + 1 else "warning",
        message=join((tally.label, against), ": "),
        calculation=[join((shown, show_number(tally.total)), " = ")],
    )
