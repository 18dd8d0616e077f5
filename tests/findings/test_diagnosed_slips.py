"""One count changed by a known kind of slip gives one finding that names it; a copy of a report changes nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from worlds import Report, documents, elections, votes_report

from crosscheck import check

LANGUAGES = st.sampled_from(["en", "de"])
SLIPS = {
    "transposed": (16_412, 14_612, "with two digits transposed"),
    "mistyped": (16_412, 16_712, "with one digit mistyped"),
    "zero too many": (16_412, 164_120, "with one zero too many"),
    "dropped": (16_412, 1_642, "with a digit dropped"),
    "doubled": (16_412, 166_412, "with a digit doubled"),
}


@pytest.mark.parametrize(("right", "wrong", "named"), SLIPS.values(), ids=list(SLIPS))
@pytest.mark.parametrize("language", ["en", "de"])
def test_the_diagnosis_names_how_a_count_went_wrong(right: int, wrong: int, named: str, language: str) -> None:
    reports = [votes_report((count, 9_305, 2_218), "de") for count in (right, wrong)]
    found = check(documents([votes_report((right, 9_305, 2_218), language), *reports])).findings
    counted = [finding for finding in found if finding.code == "CC101"]
    assert len(counted) == 1
    assert named in counted[0].suggestion


@settings(max_examples=15, deadline=None)
@given(elections(), LANGUAGES, LANGUAGES, st.integers(500, 900))
def test_a_copy_and_another_order_change_no_finding(votes: tuple[int, ...], one: str, other: str, more: int) -> None:
    reports = [votes_report(votes, one), votes_report((votes[0] + more, *votes[1:]), other)]
    found = {finding.code for finding in check(documents(reports)).findings}
    assert found
    assert {finding.code for finding in check(documents([*reports, reports[0]])).findings} == found
    assert {finding.code for finding in check(documents(reports[::-1])).findings} == found


@settings(max_examples=25, deadline=None)
@given(st.integers(11_000, 98_000), st.integers(0, 5_000), st.sampled_from([1, 10, 500, 1_000, 10_000]))
def test_a_hedge_never_adds_a_finding(votes: int, more: int, place: int) -> None:
    def codes(second: str) -> set[str]:
        told = ("Ann Marlowe polled", f"{votes:,} votes in the by-election in Tarvo.")
        other = Report("en", (f"In the Tarvo by-election Ann Marlowe polled {second} votes.",))
        return {finding.code for finding in check(documents([Report("en", (" ".join(told),)), other])).findings}

    exact = f"{(votes + more + place // 2) // place * place:,}"
    assert codes(f"about {exact}") <= codes(exact)
