"""Worlds that are consistent give no finding, however they are printed; one wrong figure gives one, and it is named."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from worlds import Report, accident_report, company_report, documents, elections, shares_report, votes_report

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
    assume(wrong > 2_200 and wrong not in votes)  # the count of another candidate may be exchanged as well
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


WORDINGS = st.integers(0, 1)
TOLLS = st.tuples(st.integers(3, 30), st.integers(31, 90))


@settings(max_examples=25, deadline=None)
@given(TOLLS, LANGUAGES, LANGUAGES, WORDINGS, WORDINGS)
def test_a_consistent_accident_gives_no_finding(
    tolls: tuple[int, int], one: str, other: str, first: int, second: int
) -> None:
    assert messages([accident_report(*tolls, one, first), accident_report(*tolls, other, second)]) == []


@settings(max_examples=40, deadline=None)
@given(TOLLS, st.integers(1, 9), st.booleans(), LANGUAGES, LANGUAGES, WORDINGS, WORDINGS)
def test_one_wrong_toll_gives_one_finding(
    tolls: tuple[int, int], more: int, killed: bool, one: str, other: str, first: int, second: int
) -> None:
    wrong = (tolls[0] + more, tolls[1]) if killed else (tolls[0], tolls[1] + more)
    found = check(documents([accident_report(*tolls, one, first), accident_report(*wrong, other, second)])).findings
    assert [finding.code for finding in found] == ["CC101"]
    assert f"{'deaths' if killed else 'injured'}:" in found[0].message
