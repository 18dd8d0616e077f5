"""One figure of a world changed beyond rounding is one finding, and the diagnosis names the change."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from worlds import NAMES, Report, accident_report, company_report, documents, grouped, votes_report

from crosscheck import Finding, check

LANGUAGES = st.sampled_from(["en", "de"])
WORDINGS = st.integers(0, 1)
KINDS = ("transposed", "doubled", "dropped", "mistyped")
NAMED = {
    "transposed": "with two digits transposed",
    "doubled": "with a digit doubled",
    "dropped": "with a digit dropped",
    "mistyped": "with one digit mistyped",
}


def findings(reports: Sequence[Report]) -> tuple[Finding, ...]:
    return check(documents(reports)).findings


def spoil(number: int, kind: str, place: int) -> int:
    """Return *number* with a slip of *kind* at the digit *place* from the left, not at the first."""
    digits = str(number)
    before, digit, after = digits[:place], digits[place], digits[place + 1 :]
    spoilt = {
        "transposed": before + after[:1] + digit + after[1:],
        "doubled": before + digit + digit + after,
        "dropped": before + after,
        "mistyped": before + str((int(digit) + 5) % 10) + after,
    }
    return int(spoilt[kind])


# five digits none of which is another or a zero: one kind alone leads to what it makes of them
STAFFS = st.permutations("123456789").map(lambda digits: int("".join(digits[:5])))


@settings(max_examples=40, deadline=None)
@given(STAFFS, st.sampled_from(KINDS), st.integers(1, 3), st.tuples(LANGUAGES, LANGUAGES, LANGUAGES))
def test_a_wrong_staff_is_one_finding_that_says_what_went_wrong(
    staff: int, kind: str, place: int, languages: tuple[str, str, str]
) -> None:
    wrong = spoil(staff, kind, place)
    reports = [
        company_report(412, 390, count, language)
        for count, language in zip((staff, staff, wrong), languages, strict=True)
    ]
    (found,) = findings(reports)
    assert (found.code, found.message.split(":")[0]) == ("CC101", "Anders AG, employees")
    assert found.suggestion == f"{wrong:,} may be {staff:,} {NAMED[kind]}"


@settings(max_examples=25, deadline=None)
@given(st.integers(401, 890), st.integers(31, 99), st.integers(3, 9), LANGUAGES, LANGUAGES)
def test_a_wrong_revenue_is_one_finding(before: int, more: int, off: int, one: str, other: str) -> None:
    right, wrong = before + more, before + more + 10 * off
    assume(abs(Fraction(wrong * before, right) - right) > 2)  # grown as much again: the report of the year after
    told = company_report(right, before, 4_312, one)
    opening, *rest = company_report(right, before, 4_312, other).sentences
    spoilt = opening.replace(str(right), str(wrong))
    found = findings([told, Report(other, (spoilt, *rest))])
    assert [finding.code for finding in found] == ["CC101"]
    assert "revenue" in found[0].message


@settings(max_examples=25, deadline=None)
@given(st.integers(13, 39), st.integers(45, 98), LANGUAGES, LANGUAGES, WORDINGS, WORDINGS)
def test_a_toll_with_its_digits_exchanged_is_named(
    killed: int, injured: int, one: str, other: str, first: int, second: int
) -> None:
    assume(killed % 11 and killed % 10 and spoil(killed, "transposed", 0) != injured)
    wrong = spoil(killed, "transposed", 0)
    reports = [
        accident_report(killed, injured, one, first),
        accident_report(killed, injured, other, second),
        accident_report(wrong, injured, "en", first),
    ]
    (found,) = findings(reports)
    assert found.suggestion == f"{wrong} may be {killed} with two digits transposed"


@settings(max_examples=20, deadline=None)
@given(st.permutations((16_412, 9_305, 4_871)), LANGUAGES, LANGUAGES, LANGUAGES)
def test_figures_of_neighbours_that_changed_places_are_named(
    votes: Sequence[int], one: str, other: str, third: str
) -> None:
    first, second, last = votes
    reports = [votes_report(votes, one), votes_report(votes, other), votes_report((second, first, last), third)]
    (found,) = (finding for finding in findings(reports) if finding.code == "CC101")
    assert found.suggestion == f"figures of {NAMES[0]} and {NAMES[1]} exchanged in a list?"


def exchanged(told: str, wrong: str) -> list[Finding]:
    """Return the findings of two documents that say *told* and one that says *wrong*."""
    return list(
        findings(
            [Report("en", (told,)), Report("en", (told.replace("Tarvo", "the town of Tarvo"),)), Report("en", (wrong,))]
        )
    )


MEASURES = {
    "length": ("The new tunnel near Tarvo is {} long.", "kilometres", "miles"),
    "weight": ("Customs officers seized {} of cocaine in the port of Tarvo on Tuesday.", "kilograms", "pounds"),
    "temperature": ("The temperature in Tarvo reached {} on Tuesday.", "degrees Celsius", "degrees Fahrenheit"),
}


@pytest.mark.parametrize(("sentence", "unit", "other"), MEASURES.values(), ids=list(MEASURES))
@settings(max_examples=10, deadline=None)
@given(number=st.integers(31, 97))
def test_one_number_in_another_unit_is_named(sentence: str, unit: str, other: str, number: int) -> None:
    (found,) = exchanged(sentence.format(f"{number} {unit}"), sentence.format(f"{number} {other}"))
    assert found.kind == "unit"
    assert found.suggestion == f"{number} {other} may be {number} {unit} with the unit exchanged"


SCALES = {
    "million for billion": ("{} billion euros", "{} million euros", 10**9, 10**6),
    "billion for million": ("{} million euros", "{} billion euros", 10**6, 10**9),
    "trillion for billion": ("{} billion euros", "{} trillion euros", 10**9, 10**12),
}


@pytest.mark.parametrize(("printed", "wrong", "scale", "other"), SCALES.values(), ids=list(SCALES))
@settings(max_examples=10, deadline=None)
@given(tenths=st.integers(11, 98).filter(lambda n: n % 10))
def test_a_wrong_scale_word_is_named(printed: str, wrong: str, scale: int, other: int, tenths: int) -> None:
    digits = f"{tenths // 10}.{tenths % 10}"
    sentence = "Anders AG in Tarvo raised its revenue to {} in 2030."
    (found,) = exchanged(sentence.format(printed.format(digits)), sentence.format(wrong.format(digits)))
    right, misread = tenths * scale // 10, tenths * other // 10
    assert found.suggestion == f"{misread:,} may be {right:,} with the wrong scale word"


@settings(max_examples=15, deadline=None)
@given(STAFFS, LANGUAGES)
def test_exchanged_marks_are_named(votes: int, language: str) -> None:
    told = [votes_report((votes, 9_305, 4_871), code).sentences[0] for code in ("en", language)]
    printed = grouped(votes, "en")
    reports = [
        Report("en", (told[0],)),
        Report(language, (told[1],)),
        Report("en", (told[0].replace(printed, printed.replace(",", ".")),)),
    ]
    (found,) = findings(reports)
    assert found.suggestion.endswith(f"may be {printed} with decimal and thousands marks exchanged")


@settings(max_examples=15, deadline=None)
@given(st.integers(2, 27), st.sampled_from([-1, 1]))
def test_the_day_before_and_the_day_after_are_named(day: int, off: int) -> None:
    sentence = "A coach overturned near Tarvo on {} April 2031, killing 14 people, police said."
    (found,) = exchanged(sentence.format(day), sentence.format(day + off))
    assert found.code == "CC301"
    assert found.suggestion == f"{day + off} April 2031 may be {day} April 2031 off by one day"


@settings(max_examples=15, deadline=None)
@given(st.integers(11, 98).filter(lambda n: n % 10))
def test_per_cent_for_percentage_points_is_named(hundredths: int) -> None:
    points = f"0.{hundredths}"
    sentence = "The Tarvo central bank raised its key interest rate by {} on Tuesday."
    (found,) = findings(
        [
            Report("en", (sentence.format(f"{points} percentage points"),)),
            Report("en", (sentence.format(f"{points} per cent"),)),
        ]
    )
    assert found.kind == "unit"
    assert found.suggestion == f"{points} % may be {points} points with the unit exchanged"


@settings(max_examples=15, deadline=None)
@given(st.integers(31, 58), st.integers(0, 8))
def test_a_share_that_was_rounded_twice_is_named(percent: int, tenth: int) -> None:
    ballots = 41_397
    votes = (percent * 1_000 + tenth * 100 + 48) * ballots // 100_000
    assume(votes % 10)  # a round count may be rounded itself
    share = f"{percent}.{tenth + 1}"
    told = f"In the Tarvo by-election Ann Marlowe polled {votes:,} votes. In all {ballots:,} valid votes were cast."
    found = findings(
        [
            Report("en", (told,)),
            Report("en", (f"Ann Marlowe won the Tarvo by-election with {share} per cent of the vote.",)),
        ]
    )
    assert [finding.severity for finding in found] == ["warning"]
    assert "rounded twice" in f"{found[0].message} {found[0].suggestion}"
