"""CC207 Average and total, rate and cases.

What it finds: an average for each day, week or year that does not follow from the total and the number of days beside
it or in another document, a rate "per 100,000" that does not follow from the cases and the population, a cost per
kilometre or mile that does not follow from cost and length, whichever documents they stand in, and an amount for each
day or month that is said to be another one for each month or year.

Why it matters: the three come from one table, and only two of them were copied.

When it stays silent: when some values that print as those do fit; when the average is for another unit of time than the
one that is counted; when a sentence has several averages or totals; when running counts
are of different days.

Example: "an average of 900 visitors a day over five days, 4,000 in all": 800.

Near miss: "an average of 800 visitors a day over five days, 4,012 in all".
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from crosscheck.findings.arithmetic import report_clashes
from crosscheck.findings.direct import compare_claims
from crosscheck.findings.figures.averages import Average, find_averages, is_possible, per_day
from crosscheck.findings.figures.incidences import find_incidences, prove_incidence
from crosscheck.findings.figures.paces import find_paces
from crosscheck.findings.figures.totals import prove_sum
from crosscheck.findings.formulas.calculation import Requirement
from crosscheck.findings.proof import prove, severity_of_claims
from crosscheck.findings.reckoned import breaks, calculate
from crosscheck.findings.rule import Case
from crosscheck.findings.telling.notation import show_number, show_rounded, show_value
from crosscheck.messages import NOTHING, Phrase, join, say, say_count
from crosscheck.records import Amount, Claim, Finding, FindingKind
from crosscheck.values.interval import Interval

CODE: Final = "CC207"
NAME: Final = say("average and total, rate and cases")
KIND: Final[FindingKind] = "arithmetic"


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each stated average or rate that the values beside it, or a formula, forbid."""
    told: set[str] = set()
    for finding in report_clashes(case, CODE, KIND):
        told.update(evidence.claim for evidence in finding.evidence)
        yield finding
    yield from compare_claims(case, CODE, lambda c, fact: breaks(c, fact, "average", "rate"), lambda _: KIND, calculate)
    for incidence in find_incidences(case):
        if incidence.rate.id not in told:
            yield prove_incidence(case, incidence, CODE, KIND)
    for passages in case.passages.values():
        document = case.documents[passages[0].document]
        yield from (prove_sum(case, pace, CODE, KIND) for pace in find_paces(passages, document))
    for average in find_averages(case):
        if not is_possible(average):
            yield _finding(case, average)


def _finding(case: Case, average: Average) -> Finding:
    """Return the finding that *average* is not its total for each of the days told beside."""
    claim, total, days = average.claim, average.totals[0], average.days[0]
    stated = total.stated
    reckoned = show_rounded(per_day(Interval.point(stated), days)) if stated is not None else NOTHING
    shown = join((join((show_value(total.value), days.number), " / "), reckoned), " = ")
    claims = (claim, *average.totals, *days.claims)
    return prove(
        case,
        claims,
        [],
        code=CODE,
        kind=KIND,
        severity=severity_of_claims((claim, *average.totals)),
        message=say(
            "{heading}: {calculation}, not {stated}",
            heading=case.heading(claim.subject, claim.attribute),
            calculation=shown,
            stated=show_value(claim.value),
        ),
        calculation=[shown],
        suggestion=_suggest(claim, stated, days.number),
        implied=_imply(average),
    )


def _imply(average: Average) -> Requirement | None:
    """Return what the total leaves for the average."""
    total = average.totals[0].value
    if not isinstance(total, Amount):
        return None
    days = average.days[0]
    shown = join((show_value(total), days.number), " / ")
    return Requirement(average.claim.id, per_day(total.interval, days), shown)


def _suggest(claim: Claim, total: Fraction | None, days: int) -> Phrase:
    """Return for how many other days the average would be right, where the total comes out so."""
    stated = claim.stated
    if not stated or total is None:
        return NOTHING
    number = total / stated
    if number.denominator != 1 or number == days:
        return NOTHING
    return say_count(
        "{value} would be right for {days} day",
        "{value} would be right for {days} days",
        number.numerator,
        value=show_number(stated),
        days=number.numerator,
    )
