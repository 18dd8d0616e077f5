"""CC501 Characterisation against figures.

What it finds: words that characterise an outcome ("narrow", "landslide", "problemlos") and do not fit the figures of
any document, or that pull apart between documents.

Why it matters: readers keep the adjective and forget the number.

When it stays silent: when the words fit the figures by the limits that the domain pack states, and no document says the
opposite.

Example: "wafer-thin" in one report where the other's figures show a lead of 19 points (warning); "tighter than
expected" and "problemlos gewonnen" of one result (info: both can be meant of one margin, and an editor should look).

Near miss: "a narrow win" and "by 120 votes of 40,000".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from crosscheck.findings.notation import show_number, show_rounded
from crosscheck.findings.proof import prove
from crosscheck.findings.rule import Case
from crosscheck.records import Amount, Claim, Fact, Finding, FindingKind, Wording
from crosscheck.values.interval import Interval

CODE: Final = "CC501"
NAME: Final = "characterisation against figures"
KIND: Final[FindingKind] = "narrative"


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each wording that figures exclude, else for each pair of opposite wordings of one thing."""
    for fact in case.facts:
        if not _is_wording(case, fact):
            continue
        measured = _measure(case, fact)
        excluded = [claim for claim in fact.claims if measured and not _fits(case, claim, measured)]
        if measured and excluded:
            yield _against_figures(case, fact, excluded, measured)
        elif fact.value is None:
            yield _apart(case, fact, measured)


def _is_wording(case: Case, fact: Fact) -> bool:
    concept = case.concepts.get(fact.attribute)
    return bool(fact.claims) and concept is not None and concept.kind == "wording"


def _measure(case: Case, fact: Fact) -> Fact | None:
    """Return the fact whose figures the wording characterises, stated or derived."""
    measure = case.concepts[fact.attribute].measure
    return next((f for f in case.facts if f.attribute == measure and f.subject == fact.subject), None)


def _fits(case: Case, claim: Claim, measured: Fact) -> bool:
    limits = case.concepts[claim.attribute].limits
    if not isinstance(claim.value, Wording) or not isinstance(measured.value, Amount) or claim.value.step not in limits:
        return True
    low, high = limits[claim.value.step]
    return not measured.value.interval.meet(Interval.of(low, high)).is_empty


def _against_figures(case: Case, fact: Fact, excluded: list[Claim], measured: Fact) -> Finding:
    figures = measured.claims or measured.sources
    return prove(
        case,
        [*excluded, *figures],
        [fact, measured],
        code=CODE,
        kind=KIND,
        severity="warning",
        message=f"{case.heading(fact.subject, fact.attribute)}: {_words(excluded)}, but {_figure(case, measured)}",
        calculation=_calculate(case, measured),
    )


def _apart(case: Case, fact: Fact, measured: Fact | None) -> Finding:
    figure = f"; {_figure(case, measured)}" if measured else ""
    return prove(
        case,
        fact.claims,
        [fact],
        code=CODE,
        kind=KIND,
        severity="info",
        message=f"{case.heading(fact.subject, fact.attribute)}: {_words(fact.claims)} pull apart{figure}",
        calculation=_calculate(case, measured) if measured else (),
    )


def _calculate(case: Case, measured: Fact) -> tuple[str, ...]:
    """Return how the measure was reckoned, or that it stands so."""
    return measured.checks or (f"{case.label(measured.attribute)}: as stated",)


def _words(claims: list[Claim] | tuple[Claim, ...]) -> str:
    return " and ".join(dict.fromkeys(f"“{c.value.words}”" for c in claims if isinstance(c.value, Wording)))


def _figure(case: Case, measured: Fact) -> str:
    value = measured.value
    if not isinstance(value, Amount):
        return ""
    middle = value.interval.middle
    if value.unit == "percent" and middle is not None:
        return f"the {case.label(measured.attribute)} is {show_number(middle, 2)} points"
    return f"the {case.label(measured.attribute)} is {show_rounded(value.interval)}"
