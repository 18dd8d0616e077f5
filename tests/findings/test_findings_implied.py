"""What a calculation holds against a claim: the values that the other figures leave for it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from test_findings import load, run_whole

from crosscheck import Document, check
from crosscheck.records import Amount, Claim, Finding, Period
from crosscheck.values.interval import Interval

CALCULATED = ("CC201", "CC202", "CC203", "CC205", "CC207", "CC304", "CC305")
"""Rules that hold a calculation against a figure."""
BALLOTS = "In the Marwick by-election 20,480 ballots were cast. Turnout was 41 per cent."


def _findings(wire: str) -> tuple[Finding, ...]:
    texts = {"count": BALLOTS, "wire": wire}
    documents = [
        Document.from_text(text, id=name, language="en", published=date(2024, 5, 3)) for name, text in texts.items()
    ]
    return check(documents).findings


def test_a_share_is_held_against_what_the_counts_leave_for_it() -> None:
    wire = "Ida Sorrel won the Marwick by-election with 8,192 votes. Sorrel took 42 per cent of the vote."
    found = next(finding for finding in _findings(wire) if finding.code == "CC201")
    assert found.implied is not None
    assert found.implied.interval == Interval.point(Fraction(40))
    assert found.implied.calculation == "8,192 / 20,480 = 40 %"
    assert found.implied.claim in {evidence.claim for evidence in found.evidence}


def test_two_values_of_one_thing_need_no_calculation() -> None:
    wire = "In the Marwick by-election 20,840 ballots were cast."
    found = next(finding for finding in _findings(wire) if finding.code == "CC101")
    assert found.implied is None


def _implied_in_cases() -> list[tuple[str, Claim, Interval]]:
    """Return code, claim, and what is held against it, of every finding of the cases that a calculation shows."""
    reports = [run_whole(*case.values) for case in load() if str(case.id).startswith(CALCULATED)]
    return [
        (finding.code, next(claim for claim in report.claims if claim.id == finding.implied.claim), implied.interval)
        for report in reports
        for finding in report.findings
        if finding.implied is not None and (implied := finding.implied)
    ]


def test_what_is_implied_and_what_is_stated_have_no_value_in_common() -> None:
    held = _implied_in_cases()
    assert {code for code, _, _ in held} >= set(CALCULATED)
    for code, claim, interval in held:
        assert isinstance(claim.value, Amount | Period)
        stated = (
            claim.value.interval
            if isinstance(claim.value, Amount)
            else Interval.of(claim.value.first.toordinal(), claim.value.last.toordinal())
        )
        assert stated.meet(interval).is_empty, (code, claim.value, interval)
