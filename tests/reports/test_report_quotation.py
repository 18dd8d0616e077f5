"""Sentences set in lines, with marks below them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from crosscheck.records import Span
from crosscheck.reports.quotation import set_quotation

LONG = "Alpha " * 60 + "the toll rose to 17 people " + "omega " * 60


def lines(sentence: str, quote: str, differing: str, width: int = 40, ellipsis: str = "") -> list[str]:
    """Return the quotation as it is printed, underlines included."""
    start = sentence.index(quote)
    inside = start + quote.index(differing)
    spans = [Span(inside, inside + len(differing))] if differing else []
    set_lines = set_quotation(sentence, Span(start, start + len(quote)), spans, width, ellipsis=ellipsis)
    return [text for line in set_lines for text in (line.text, line.underline) if text]


def test_the_quotation_is_underlined_and_what_differs_is_pointed_at() -> None:
    assert lines("It was number 271.", "number 271", "71") == ["It was number 271.", "       ~~~~~~~~^^"]


def test_a_quotation_over_two_lines_is_underlined_in_both() -> None:
    assert lines("There were 40 113 ballots in all.", "40 113 ballots", "", 22) == [
        "There were 40 113",
        "           ~~~~~~",
        "ballots in all.",
        "~~~~~~~",
    ]


def test_white_space_and_line_breaks_are_set_as_one_space() -> None:
    assert lines("a  total\n\tof   17 dead", "17 dead", "17") == ["a total of 17 dead", "           ^^~~~~~"]


def test_wide_letters_are_underlined_at_their_width() -> None:
    assert lines("東京で 17 人", "17", "17") == ["東京で 17 人", "       ^^"]
    assert lines("about 東京 only", "東京", "") == ["about 東京 only", "      ~~~~"]


def test_what_is_far_away_is_cut_at_a_word_and_said_so() -> None:
    text = " ".join(line for line in lines(LONG, "17 people", "17", 4000, "…"))
    assert text.startswith("… Alpha Alpha ")
    assert "the toll rose to 17 people omega" in text
    assert " omega …" in text
    assert len(text.split("omega …")[0]) < 310


def test_nothing_is_cut_where_all_is_wanted() -> None:
    assert lines(LONG, "17 people", "17", 4000)[0] == LONG.strip()


def test_a_sentence_without_spaces_is_not_cut_inside_a_word() -> None:
    word = "x" * 400 + "17" + "x" * 400
    assert lines(word, "17", "17", 60, "…")[0] == word


@given(st.data(), st.text(alphabet="ab 12\n\t\u00a0é東", min_size=1), st.integers(5, 30))
def test_lines_hold_the_sentence_and_marks_hold_the_quotation(data: st.DataObject, sentence: str, width: int) -> None:
    start = data.draw(st.integers(0, len(sentence) - 1))
    end = data.draw(st.integers(start, len(sentence)))
    found = set_quotation(sentence, Span(start, end), [], width, ellipsis="")
    assert " ".join(line.text for line in found).split() == sentence.split()
    marked = "".join(
        letter for line in found for letter, mark in zip(line.text, line.marks, strict=True) if mark == "~"
    )
    assert "".join(marked.split()) == "".join(sentence[start:end].split())
    assert all(cell_len(line.text) <= width or " " not in line.text for line in found)


@pytest.mark.parametrize("ellipsis", ["", "…"])
def test_an_empty_sentence_is_one_empty_line(ellipsis: str) -> None:
    (line,) = set_quotation("", Span(0, 0), [], 40, ellipsis=ellipsis)
    assert (line.text, line.underline) == ("", "")
