"""Documents that are one text but for a few words, held against each other line by line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from crosscheck.facts.copies import find_copies
from crosscheck.facts.events import Cast
from crosscheck.records import Span

TEXT = """Herald, 25 June 2019
Ferry sinks
By Tove Lind
The old ferry of Hollin went down in the harbour with 14 crates of apples on board.
Nobody was hurt, the harbour board said after it had met.
A baker on his way to work heard the ropes part one after the other.
Gates open at 9.30."""


def cast(text: str, key: str, published: date | None = None) -> Cast:
    """Return a document whose every line is a sentence."""
    return Cast(key, (), "", published, text, (), tuple(_lines(text)), "en")


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        yield Span(start, start + len(line))
        start += len(line) + 1


def told(*casts: Cast) -> list[tuple[str, str]]:
    """Return what stands at the same place of copies in other words."""
    return [(left.text, right.text) for left, right in find_copies(casts)]


def test_lines_of_any_length_are_aligned() -> None:
    other = TEXT.replace("Ferry sinks", "Ferry lost").replace("9.30", "8.30")
    assert told(cast(TEXT, "a"), cast(other, "b")) == [
        ("Ferry sinks", "Ferry lost"),
        ("Gates open at 9.30", "Gates open at 8.30"),
    ]


def test_a_line_that_is_cut_in_two_is_held_against_both_parts() -> None:
    other = TEXT.replace("the harbour board said", "\nthe port board said")
    assert told(cast(TEXT, "a"), cast(other, "b")) == [
        (
            "Nobody was hurt, the harbour board said after it had met",
            "Nobody was hurt, \nthe port board said after it had met",
        )
    ]


def test_breaks_of_lines_and_lines_of_one_document_alone_tell_nothing() -> None:
    other = TEXT.replace("with 14 crates", "with  14 crates") + "\nAll trains run."
    assert told(cast(TEXT, "a"), cast(other, "b")) == []


def test_documents_that_share_less_are_no_copies() -> None:
    other = TEXT.replace("old", "new").replace("Nobody", "No man").replace("9.30", "8.30")
    assert told(cast(TEXT, "a"), cast(other, "b")) == []


def test_a_copy_is_held_against_one_of_many() -> None:
    other = TEXT.replace("9.30", "8.30")
    casts = [cast(TEXT, "a"), cast(TEXT, "b"), cast(other, "c"), cast(other, "d")]
    assert told(*casts) == [("Gates open at 9.30", "Gates open at 8.30")] * 2


@pytest.mark.parametrize(
    ("head", "day", "pairs"),
    [
        ("25 March 2019", date(2019, 3, 25), ["25 March 2019", "8.30"]),
        ("25 June 2014", date(2014, 6, 25), ["25 June 2014", "8.30"]),
        ("28 June 2019", date(2019, 6, 28), ["28 June 2019", "8.30"]),
        ("26 June 2019", date(2019, 6, 26), ["8.30"]),
        ("8 July 2019", date(2019, 7, 8), []),
        ("25 June 2019", date(2019, 6, 29), []),
        ("25 June 2019", None, ["8.30"]),
    ],
)
def test_copies_of_other_days_are_none_but_where_their_head_has_a_slip(
    head: str, day: date | None, pairs: list[str]
) -> None:
    other = TEXT.replace("25 June 2019", head).replace("9.30", "8.30")
    found = told(cast(TEXT, "a", date(2019, 6, 25)), cast(other, "b", day))
    assert [right.split(" ", 1)[1].removeprefix("open at ") for _, right in found] == pairs
