"""CC503 Trend against figures.

What it finds: a word for a rise, a fall or a multiple that the two figures of its sentence do not bear out: "fell
from 12 to 14 per cent", "hat sich von 120 auf 150 verdoppelt"; words that something has hardly changed ("barely
moved", "nahezu unverändert"), where another report prints a change of it by a tenth or more; and words for a multiple
or for how far ("halved", "rose sharply", "leicht gesunken") that a change in per cent or the levels of two years do
not bear out.

Why it matters: one of the two figures is wrong, or the verb is; readers remember the verb.

When it stays silent: when the sentence gives the ends of several changes, or words that disagree; when the figures
are of different units or sizes, bounds or not asserted; when rounding leaves the word possible. Over two reports:
when period, kind or bearer differ, or either report tells another change of the same. A sharp rise is one by 1 per
cent or more, a slight one by no more than 20.

Example: "Turnout fell to 47.3 per cent from 41.2" (warning).

Near miss: "Turnout fell to 41.2 per cent from 47.3", "almost doubled from 120 to 220".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from crosscheck.findings.proof import prove
from crosscheck.findings.rule import Case
from crosscheck.findings.telling.notation import show_number, show_value, with_unit
from crosscheck.findings.words.extents import Extent, contradicted_extents
from crosscheck.findings.words.multiples import Misnamed, find_misnamed
from crosscheck.findings.words.wordings import quote_words
from crosscheck.messages import NOTHING, Phrase, Quoted, say, say_all
from crosscheck.records import TREND, Amount, Claim, Finding, FindingKind, Wording
from crosscheck.values.interval import Interval

CODE: Final = "CC503"
NAME: Final = say("trend against figures")
KIND: Final[FindingKind] = "narrative"
_HUNDRED = Interval.point(100)


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each word whose limits exclude the ratio of the figures after and before."""
    for claim in case.claims:
        if claim.attribute != TREND or claim.reckoned is None or claim.modality != "asserted":
            continue
        before, after = claim.reckoned.operands
        figures = [figure for value in (before, after) if (figure := _figure(case, claim, value))]
        ratio = after.charitable / before.charitable * _HUNDRED
        if len(figures) == 2 and not _allows(case, claim, ratio):
            yield _contradicted(case, claim, figures, ratio)
    for misnamed in find_misnamed(case):
        yield _against_course(case, misnamed)
    for extent in contradicted_extents(case):
        yield _against_change(case, extent)


def _figure(case: Case, trend: Claim, value: Amount) -> Claim | None:
    """Return the claim that prints *value* in the sentence of *trend*."""
    return next(
        (
            claim
            for claim in case.claims
            if claim.is_printed and claim.value == value
            if (claim.document, claim.sentence) == (trend.document, trend.sentence)
        ),
        None,
    )


def _allows(case: Case, claim: Claim, ratio: Interval) -> bool:
    if not isinstance(claim.value, Wording):
        return True
    low, high = case.concepts[TREND].limits[TREND][claim.value.step]
    return not ratio.meet(Interval.of(low, high)).is_empty


def _contradicted(case: Case, claim: Claim, figures: list[Claim], ratio: Interval) -> Finding:
    words = claim.value.words if isinstance(claim.value, Wording) else ""
    before, after = (show_value(figure.value) for figure in figures)
    return prove(
        case,
        [claim, *figures],
        [],
        code=CODE,
        kind=KIND,
        severity="warning",
        message=say("{quoted}, but from {before} to {after}", quoted=Quoted(words), before=before, after=after),
        calculation=[_say_share(ratio)],
    )


def _say_share(ratio: Interval) -> Phrase:
    """Return what the value after is of the one before, in per cent; a difference of less than one is shown."""
    middle = ratio.middle
    if middle is None:
        return say("the value after is {share} of the value before", share=NOTHING)
    share = with_unit(show_number(middle, 3 if abs(middle - 100) >= 1 else 4), "percent")
    return say("the value after is {share} of the value before", share=share)


def _against_course(case: Case, misnamed: Misnamed) -> Finding:
    course = misnamed.course
    return prove(
        case,
        [misnamed.claim, course.before.claim, course.after.claim],
        [],
        code=CODE,
        kind=KIND,
        severity="warning",
        message=say(
            "{quoted}, but from {before} to {after}",
            quoted=quote_words([misnamed.claim]),
            before=show_value(course.before.amount),
            after=show_value(course.after.amount),
        ),
        calculation=[_say_share(misnamed.ratio)],
    )


def _against_change(case: Case, extent: Extent) -> Finding:
    sizes = dict.fromkeys(with_unit(show_number(size, 3), "percent") for size in extent.sizes)
    return prove(
        case,
        [extent.claim, *extent.changes],
        [],
        code=CODE,
        kind=KIND,
        severity="warning",
        message=say("{quoted}, but a change by {sizes}", quoted=quote_words([extent.claim]), sizes=say_all(sizes)),
        calculation=[say("both stand beside the same quantity")],
    )
