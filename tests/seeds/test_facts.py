"""What must come out over the three articles."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from seed_report import fact, graver

from crosscheck import find_mentions
from crosscheck.records import Amount, Fact, Period, Report, Role
from crosscheck.values.interval import Interval

EVENT = "Rochester and Strood"


def stated(found: Fact) -> object:
    assert isinstance(found.value, Amount)
    return found.value.stated


def test_target_rank_agrees_in_three_sources_and_two_languages(report: Report) -> None:
    rank = fact(report, EVENT, "target_rank")
    languages = {d.key: d.language for d in report.documents}
    assert (rank.verdict, stated(rank), rank.in_favour) == ("agree", 271, 3)
    assert {languages[claim.document] for claim in rank.claims} == {"en", "de"}


def test_date_of_clacton_is_the_ninth_of_october(report: Report) -> None:
    day = fact(report, "Clacton", "election_date")
    assert isinstance(day.value, Period)
    assert (day.value.first, day.value.last) == (date(2014, 10, 9), date(2014, 10, 9))
    assert day.verdict == "compatible"
    assert [claim.document[6:9] for claim in day.claims] == ["000", "001", "002"]


def test_share_of_the_winner_is_a_warning_with_its_bases(report: Report) -> None:
    (finding,) = graver(report)
    assert (finding.code, finding.severity) == ("CC201", "warning")
    assert finding.message == (
        "Mark Reckless, share of the vote: 16,867 / 40,113 = 42.05 %, which prints as 42.0, not 42.1 %"
    )
    assert "42.1 % and 16,867 fit only ballots cast of at most 40,111" in finding.explanation
    assert "34.8 % and 13,974 of Kelly Tolhurst need at least 40,098" in finding.explanation
    assert finding.suggestion == "rounded twice (42.0487, 42.05, 42.1), or a base without spoilt ballots"
    assert {e.quote for e in finding.evidence} == {
        "16,867 votes",
        "42,1 Prozent der Stimmen",
        "40.113 abgegebenen Stimmen",
    }
    assert fact(report, "Mark Reckless", "votes").verdict == "contradicted"
    assert fact(report, "Mark Reckless", "vote_share").verdict == "contradicted"


def test_votes_and_shares_of_the_others_are_consistent(report: Report) -> None:
    for name, votes, share, check in (
        ("Kelly Tolhurst", 13974, Fraction(348, 10), "13,974 / 40,113 = 34.84 %"),
        ("Geoff Juby", 349, Fraction(87, 100), "349 / 40,113 = 0.87 %"),
    ):
        counted, part = fact(report, name, "votes"), fact(report, name, "vote_share")
        assert (stated(counted), counted.verdict, counted.checks) == (votes, "compatible", (check,))
        assert (stated(part), part.verdict, part.checks) == (share, "compatible", (check,))


def test_figures_of_one_source_stand_alone(report: Report) -> None:
    khan, turnout = fact(report, "Naushabah Khan", "vote_share"), fact(report, EVENT, "turnout")
    assert (stated(khan), khan.verdict) == (Fraction(167, 10), "single")
    assert (stated(turnout), turnout.verdict) == (Fraction(507, 10), "single")


def test_electorate_is_derived_from_turnout_and_ballots(report: Report) -> None:
    electorate = fact(report, EVENT, "electorate")
    assert isinstance(electorate.value, Amount)
    assert electorate.value.interval == Interval.of(79041, 79196)
    assert electorate.derived == "turnout = ballots_cast / electorate"
    assert electorate.claims == ()


def test_majority_in_votes_and_in_points_are_consistent(report: Report) -> None:
    majority, share = fact(report, EVENT, "majority"), fact(report, EVENT, "majority_share")
    assert (stated(majority), majority.verdict) == (2893, "compatible")
    assert majority.checks == ("16,867 - 13,974 = 2,893", "2,893 / 40,113 = 7.212 %")
    assert share.verdict == "compatible"
    assert share.checks[0] == "42.1 % - 34.8 % = 7.3 %"


def test_second_seat_and_second_win_of_the_party_agree(report: Report) -> None:
    wins = fact(report, "UK Independence Party", "win_number")
    documents = {document.key: document for document in report.documents}
    quotes = {documents[claim.document].slice(claim.quote) for claim in wins.claims}
    assert (stated(wins), wins.verdict) == (2, "agree")
    assert {claim.document for claim in wins.claims} == documents.keys()
    assert quotes == {"second seat", "second by-election", "zweiten Sitz", "zweite Sieg"}


def test_two_characterisations_of_one_margin_pull_apart(report: Report) -> None:
    (finding,) = [f for f in report.findings if f.severity == "info"]
    assert (finding.code, finding.kind) == ("CC502", "narrative")
    assert [e.quote for e in finding.evidence] == ["tighter than expected", "problemlos"]
    assert finding.message.endswith("the margin is 7.2 points")


def test_polling_day_is_the_thursday_of_the_dateline(report: Report) -> None:
    day = fact(report, EVENT, "polling_day")
    assert isinstance(day.value, Period)
    assert (day.value.first, day.value.last, day.verdict) == (date(2014, 11, 20), date(2014, 11, 20), "single")


def test_winner_is_one_party_and_one_person(report: Report) -> None:
    for kind, name in (("party", "UK Independence Party"), ("person", "Mark Reckless")):
        winner = fact(report, EVENT, "winner", kind)
        assert isinstance(winner.value, Role)
        assert (winner.value.name, winner.verdict) == (name, "agree")


def test_every_value_ends_in_the_coverage_ledger(report: Report) -> None:
    coverage = report.coverage
    assert coverage.mentions == coverage.compared + coverage.single + sum(coverage.skipped.values())
    told = sorted((entry.document, entry.span) for entry in coverage.entries)
    assert told == sorted((d.key, mention.span) for d in report.documents for mention in find_mentions(d))
    assert coverage.compared >= 15
    assert set(coverage.skipped) <= {
        "nothing alike in another document",
        "no subject found",
        "no date to reckon from",
        "no value",
    }


def test_quotations_are_verbatim_and_in_their_place(report: Report) -> None:
    documents = {document.key: document for document in report.documents}
    for finding in report.findings:
        for evidence in finding.evidence:
            lines = documents[evidence.document].text.splitlines()
            line = lines[evidence.line - 1]
            assert line[evidence.column - 1 :].startswith(evidence.quote)
            assert evidence.quote in evidence.sentence
