"""Sentences that two documents have in common but for one value."""

from __future__ import annotations

from datetime import date

import pytest

from crosscheck import Document, check
from crosscheck.facts.repeats import match_repeats
from crosscheck.pipeline import extract

MILL = "The keeper of the old mill says {} of its wooden cogs were carved anew by hand."
WRECK = "Divers brought up {} cannon and {} coins from the wreck over a long dry summer."
REST = "The harbour board met in Elmford on Tuesday to hear what the storm has cost it."


def pairs(first: str, second: str, *days: date) -> list[tuple[str, str, bool]]:
    """Return the values that stand at the same place of one sentence of both texts, and whether they agree."""
    texts = {"a": first, "b": second}
    published = dict(zip(texts, days or (None, None), strict=True))
    documents = [Document.from_text(t, id=k, language="en", published=published[k]) for k, t in texts.items()]
    _, claims = extract(documents)
    matches = match_repeats(claims, texts, {"a": 0, "b": 0}, published)
    return [(first[m.left.quote.start :][:2], second[m.right.quote.start :][:2], m.agrees) for m in matches]


def test_values_at_the_same_place_are_paired() -> None:
    assert pairs(WRECK.format(19, 260), WRECK.format(19, 280)) == [
        ("19", "19", True),
        ("26", "28", False),
    ]
    assert pairs(MILL.format(31), MILL.format(31)) == [("31", "31", True)]


def test_two_values_that_differ_tell_of_two_things() -> None:
    assert pairs(WRECK.format(19, 260), WRECK.format(24, 310)) == []


def test_a_short_sentence_may_come_out_the_same_by_chance() -> None:
    assert pairs("It sold 31 of them.", "It sold 37 of them.") == []


def test_a_sentence_of_another_week_tells_of_another_week() -> None:
    first, second = MILL.format(31), MILL.format(37)
    assert pairs(first, second, date(2031, 3, 4), date(2031, 3, 5)) == [("31", "37", False)]
    assert pairs(first, second, date(2031, 3, 4), date(2031, 3, 11)) == []


def test_a_line_that_one_text_repeats_is_no_pair() -> None:
    assert pairs(f"{MILL.format(3)} {MILL.format(5)}", MILL.format(4)) == []


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        (MILL.format(31), MILL.format(37), "CC101"),
        (WRECK.format(19, 260), WRECK.format(19, 280), "CC101"),
        (
            "The two sides shook hands on the terms at the Crown Hotel on 4 March 2031.",
            "The two sides shook hands on the terms at the Crown Hotel on 9 March 2031.",
            "CC301",
        ),
        (
            "Of all the lighthouses on that coast the Elmford one was built as the fourth.",
            "Of all the lighthouses on that coast the Elmford one was built as the sixth.",
            "CC402",
        ),
    ],
)
def test_a_value_that_differs_in_one_sentence_is_a_finding(first: str, second: str, code: str) -> None:
    texts = (f"{first} {REST}", f"{second} {REST}")
    report = check(Document.from_text(text, id=f"d{n}", language="en") for n, text in enumerate(texts))
    (found,) = report.findings
    assert found.code == code
    assert "the sentences are the same but for a value" in " ".join(found.explanation)
