"""A changed figure in any of the three articles must change the answer: what, how grave, and how it went wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from seed_report import graver

from crosscheck.records import Report

Change = Callable[[str, str, str], Report]

CASES = [
    # article, old, new, code, in the message, in the suggestion
    (
        "001",
        "16,867",
        "18,667",
        "CC201",
        "18,667 / 40,113 = 46.54 %",
        "18,667 may be 16,867 with two digits transposed",
    ),
    ("001", "16,867", "61,867", "CC201", "not 42.1 %", "61,867 may be 16,867 with two digits transposed"),
    ("001", "13,974", "13,794", "CC201", "Kelly Tolhurst", "13,794 may be 13,974 with two digits transposed"),
    ("001", "13,974", "19,374", "CC201", "Kelly Tolhurst", ""),
    ("002", "42,1", "24,1", "CC201", "not 24.1 %", "24.1 may be 42.1 with two digits transposed"),
    ("002", "34,8", "43,8", "CC201", "not 43.8 %", "43.8 may be 34.8 with two digits transposed"),
    ("002", "349 Stimmen", "439 Stimmen", "CC201", "439 / 40,113", "439 may be 349 with two digits transposed"),
    ("002", "0,87", "8,7", "CC201", "not 8.7 %", "8.7 may be 0.87 with the decimal mark moved by one place"),
    ("002", "40.113", "401.130", "CC201", "401,130", "401,130 may be 40,113 with one zero too many"),
    ("002", "40.113", "4.113", "CC201", "4,113", "4,113 may be 40,113 with a digit dropped"),
    ("002", "16,7 Prozent", "61,7 Prozent", "CC204", "<= 100 % does not hold", "61.7 may be 16.7"),
    ("000", "number 271", "number 217", "CC402", "271 (2 documents) against 217 (1 document)", "217 may be 271"),
    ("001", "271st", "217th", "CC402", "271 (2 documents) against 217 (1 document)", "217 may be 271"),
    ("002", "271.", "217.", "CC402", "271 (2 documents) against 217 (1 document)", "217 may be 271"),
    ("002", "271.", "12.", "CC402", "271 (2 documents) against 12 (1 document)", "12 stands alone"),
    (
        "000",
        "October 9",
        "October 29",
        "CC301",
        "29 October 2014 against 1 October 2014 to 10 October 2014",
        "",
    ),
    (
        "001",
        "at the start of October",
        "at the end of October",
        "CC301",
        "9 October 2014 against 22 October 2014",
        "",
    ),
    ("002", "letzten Monat", "vor drei Monaten", "CC301", "9 October 2014 (2 documents)", "stands alone"),
    ("000", "UKIP victory in Clacton", "Conservative victory in Clacton", "CC401", "Clacton, winner", ""),
    ("001", "UKIP won an", "The Conservatives won an", "CC401", "Rochester and Strood, winner", ""),
    ("002", "UKIP hat die", "Die Konservativen haben die", "CC401", "Rochester and Strood, winner", ""),
    ("001", "the winner Reckless", "the winner Tolhurst", "CC401", "Kelly Tolhurst", ""),
]


@pytest.mark.parametrize(("article", "old", "new", "code", "message", "suggestion"), CASES)
def test_changed_copy_is_an_error(
    change: Change, article: str, old: str, new: str, code: str, message: str, suggestion: str
) -> None:
    errors = [finding for finding in graver(change(article, old, new)) if finding.severity == "error"]
    assert [finding.code for finding in errors] == [code]
    assert message in errors[0].message
    assert suggestion in errors[0].suggestion


@pytest.mark.parametrize(
    ("article", "old", "new"),
    [
        ("001", "16,867 votes", "almost 17,000 votes"),
        ("001", "16,867 votes", "more than 16,000 votes"),
        ("002", "40.113", "rund 40.000"),
        ("000", "October 9", "October"),
        ("002", "letzten Monat", "im Oktober"),
        ("002", "42,1 Prozent", "rund 42 Prozent"),
    ],
)
def test_vaguer_copy_is_no_error(change: Change, article: str, old: str, new: str) -> None:
    assert [f.message for f in graver(change(article, old, new)) if f.severity == "error"] == []
