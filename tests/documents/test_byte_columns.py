"""A place in bytes of UTF-8, beside the one in code points."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.documents.markdown import read_markdown
from crosscheck.documents.plain import read_plain
from crosscheck.documents.reading import Reader
from crosscheck.documents.webpage import read_webpage
from crosscheck.records import Document

LETTERS = st.sampled_from(["a", "7", " ", "ü", "é", "😀", "👩‍🚒", "中", "\n", "*", "&amp;", "[b](c)", "<i>", "\u202f"])
PAGE = "<html><body><article><h1>Größe</h1><p>Die Brücke 😀 ist <b>120</b>&nbsp;Meter lang.</p></article></body></html>"


def assert_bytes_follow_columns(source: str, read: Reader) -> None:
    """Check every character of what *read* makes of *source*."""
    reading = read(source, "source")
    document = Document(id="source", text=reading.text, anchors=reading.anchors)
    lines = source.split("\n")
    for offset, character in enumerate(reading.text):
        if character != "\n":
            line, column = document.place(offset)
            assert document.byte_column(offset) == len(lines[line - 1][: column - 1].encode()) + 1


@given(st.lists(LETTERS).map("".join))
def test_plain_text_and_markdown_count_the_bytes_before(source: str) -> None:
    for read in (read_plain, read_markdown):
        assert_bytes_follow_columns(source, read)


def test_a_page_counts_the_bytes_of_its_mark_up_too() -> None:
    assert_bytes_follow_columns(PAGE, read_webpage)
    document = Document(id="page", text=(page := read_webpage(PAGE, "page")).text, anchors=page.anchors)
    at = document.text.index("120")
    assert (document.place(at), document.byte_column(at)) == ((1, PAGE.index("120") + 1), 65)


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("12 votes", 1),
        ("für 12 Stimmen", 6),
        ("fu\u0308r 12 Stimmen", 7),
        ("😀 12 votes", 6),
        ("👩‍🚒 12 votes", 13),
        ("Zürich\n12 Stimmen", 1),
    ],
)
def test_letters_beyond_ascii_take_several_bytes(line: str, column: int) -> None:
    document = Document(id="line", text=line)
    assert document.byte_column(line.index("12")) == column
