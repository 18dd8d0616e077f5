"""Worlds that are consistent give no finding, however they are printed; one wrong figure gives one, and it is named."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from worlds import Report, company_report, documents, elections, shares_report, votes_report

from crosscheck import check

LANGUAGES = st.sampled_from(["en", "de"])


def transposed(number: int, place: int) -> int:
    """Return *number* with two neighbouring digits exchanged."""
    digits = list(str(number))
    digits[place], digits[place + 1] = digits[place + 1], digits[place]
    return int("".join(digits))


def messages(reports: Sequence[Report]) -> list[str]:
    return [f"{finding.code} {finding.message}" for finding in check(documents(reports)).findings]


@settings(max_examples=25, deadline=None)
@given(elections(), st.integers(0, 1), LANGUAGES, LANGUAGES, st.permutations(range(3)))
def test_a_consistent_election_gives_no_finding(
    votes: tuple[int, ...], places: int, one: str, other: str, order: Sequence[int]
) -> None:
    reports = (votes_report(votes, one), shares_report(votes, places, other), votes_report(votes, other))
    assert messages([reports[n] for n in order]) == []


@settings(max_examples=25, deadline=None)
@given(elections(), LANGUAGES, LANGUAGES, st.integers(0, 2), st.integers(0, 1))
def test_two_exchanged_digits_give_one_finding_that_names_them(
    votes: tuple[int, ...], one: str, other: str, candidate: int, place: int
) -> None:
    wrong = transposed(votes[candidate], place)
    assume(wrong != votes[candidate] and str(wrong)[0] != "0" and len(str(wrong)) == len(str(votes[candidate])))
    changed = tuple(wrong if n == candidate else count for n, count in enumerate(votes))
    assume(wrong > 2_200)
    reports = (votes_report(votes, one), votes_report(votes, other), votes_report(changed, "de"))
    found = check(documents(reports)).findings
    assert [finding.code for finding in found] == ["CC101"]
    assert found[0].suggestion.endswith("with two digits transposed")


@settings(max_examples=25, deadline=None)
@given(st.integers(201, 890), st.integers(11, 99), st.integers(2_201, 9_876), LANGUAGES, LANGUAGES)
def test_a_consistent_year_gives_no_finding(before: int, more: int, employees: int, one: str, other: str) -> None:
    revenue = before + more
    reports = (company_report(revenue, before, employees, one), company_report(revenue, before, employees, other))
    assert messages(reports) == []
