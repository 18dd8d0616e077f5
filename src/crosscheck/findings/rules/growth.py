"""CC205 Growth from one value to another.

What it finds: a change that does not follow from the values before and after it: in the sentence that gives all three
or in the next one, or between one document that says from where to where and another that says by how much, or how many
times ("half as many ten years ago"), or between the levels now and before, side by side or each in any document. Two
documents that start from the same value of three digits or more, and compare it with the same year, speak of the same
change, and so do those of which one prints what the other's figures come to with two digits transposed. A change in per
cent that is the change in percentage points is called a slip of the unit.

Why it matters: readers remember the rate, and it is worked out by hand at night.

When it stays silent: when some values that print as those do give the stated change, whole per cents read as rounded;
when a sentence tells of several changes; when the values before or after are themselves in dispute; when two
documents compare with different years, or do not say with which.

Example: "sales rose 21 per cent to 460 million from 400 million": 15 per cent. "Die Quote stieg von 40 auf 44 Prozent"
in one report, "um vier Prozent gestiegen" in another: four points, ten per cent.

Near miss: "from 40 to 44 per cent" and "up four points".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from crosscheck.findings.direct import compare_claims
from crosscheck.findings.figures.beside import find_growth, follows_from, prove_gap
from crosscheck.findings.figures.courses import find_strays, prove_stray
from crosscheck.findings.figures.levels import Change, find_changes, is_possible, relative
from crosscheck.findings.figures.ties import report_ties
from crosscheck.findings.formulas.calculation import Requirement
from crosscheck.findings.formulas.standing import find_rivals
from crosscheck.findings.proof import prove, severity_of_claims
from crosscheck.findings.reckoned import breaks, calculate, reckonings
from crosscheck.findings.rule import Case
from crosscheck.findings.telling.notation import show_interval, show_percent, show_value
from crosscheck.messages import NOTHING, Phrase, join, say
from crosscheck.records import Amount, Claim, Fact, Finding, FindingKind
from crosscheck.values.interval import Interval

CODE: Final = "CC205"
NAME: Final = say("growth from one value to another")
KIND: Final[FindingKind] = "arithmetic"


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each stated change, or value before one, that the other values forbid."""
    yield from compare_claims(
        case, CODE, lambda c, fact: breaks(c, fact, "change", "before", "step", "multiple"), _kind, _calculate
    )
    judged: set[str] = set()
    for change in find_changes(case):
        judged.add(change.claim.id)
        if not is_possible(change):
            yield _finding(case, change)
    rivals = find_rivals(case.facts)
    growths = {name for name, concept in case.concepts.items() if concept.growth_of}
    for passages in case.passages.values():
        gaps = (gap for gap in find_growth(passages, growths) if gap.told.claim.id not in judged)
        yield from (prove_gap(case, gap, CODE, KIND) for gap in gaps if not follows_from(gap, rivals))
    yield from (prove_stray(case, stray, CODE) for stray in find_strays(case))
    yield from report_ties(case, CODE, KIND, say("earlier value"), "change", "before", "multiple")


def _finding(case: Case, change: Change) -> Finding:
    """Return the finding that *change* is not what lies between the levels, told by those nearest to it."""
    before, after = change.before[0], change.after[0]
    levels = [claim.value for claim in (before, after) if isinstance(claim.value, Amount)]
    points = [Interval.point(level.stated) for level in levels if level.stated is not None]
    reckoned = show_percent(relative(points[0], points[1], change.sign)) if len(points) > 1 else NOTHING
    shown = say("from {before} to {after}", before=show_value(before.value), after=show_value(after.value))
    claims = (change.claim, before, *change.after)
    return prove(
        case,
        claims,
        [],
        code=CODE,
        kind=KIND,
        severity=severity_of_claims(claims),
        message=say(
            "{heading}: {figures} is {outcome}, not {stated}",
            heading=case.heading(change.claim.subject, change.claim.attribute),
            figures=shown,
            outcome=reckoned,
            stated=show_value(change.claim.value),
        ),
        calculation=[join((shown, reckoned), " = ")],
        suggestion=say("{value} would fit", value=reckoned),
        implied=_imply(change, [level.interval for level in levels], shown),
    )


def _imply(change: Change, levels: Sequence[Interval], shown: Phrase) -> Requirement | None:
    """Return what the two *levels* leave for the change, None where one of them is no amount."""
    if len(levels) < 2:
        return None
    return Requirement(change.claim.id, relative(levels[0], levels[1], change.sign), shown)


def _kind(fact: Fact) -> FindingKind:
    return "unit" if _is_in_points(fact.claims) else KIND


def _is_in_points(claims: Sequence[Claim]) -> bool:
    """Return whether a stated per cent is what the change is in percentage points."""
    stated = [c.value.interval for c in claims if c.reckoned is None and isinstance(c.value, Amount)]
    points = [reckoning.points for reckoning in reckonings(claims) if reckoning.points is not None]
    return any(not change.meet(value).is_empty for change in points for value in stated)


def _calculate(case: Case, claims: Sequence[Claim]) -> Iterator[Phrase]:
    yield from calculate(case, claims)
    if _is_in_points(claims):
        points = next(reckoning.points for reckoning in reckonings(claims) if reckoning.points is not None)
        yield say("in percentage points, the change is {change}", change=show_interval(points))
