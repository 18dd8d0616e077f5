"""What a calculation holds against a claim: the values that the other figures leave for it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from crosscheck import Document, check
from crosscheck.records import Finding
from crosscheck.values.interval import Interval

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
