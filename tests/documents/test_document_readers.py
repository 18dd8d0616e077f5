"""Each format gives its words, what the file says of itself, and the place of every word."""

from pathlib import Path
from typing import Any

import pytest
from document_cases import load_cases
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.documents import read_document
from crosscheck.documents.dateline import find_dateline
from crosscheck.documents.language import detect_language
from crosscheck.documents.markdown import read_markdown
from crosscheck.documents.plain import read_plain
from crosscheck.documents.webpage import read_webpage
from crosscheck.errors import DocumentError
from crosscheck.records import Document

Case = dict[str, Any]


def character_at(source: str, line: int, column: int) -> str:
    """Return the character of *source* at a place; '' behind the end of its line."""
    return source.split("\n")[line - 1][column - 1 : column]


@pytest.mark.parametrize("case", load_cases("datelines"))
def test_a_dateline_tells_the_day(case: Case) -> None:
    found = find_dateline(case["text"])
    assert (found.isoformat() if found else "") == case["published"]


@pytest.mark.parametrize("case", load_cases("languages"))
def test_function_words_tell_the_language(case: Case) -> None:
    language, decided = detect_language(case["text"])
    assert (language if decided else "undecided") == case["language"]


def test_the_language_is_one_of_those_asked_for() -> None:
    assert detect_language("The council and the mill", ("de",)) == ("de", True)


@pytest.mark.parametrize("case", load_cases("markdown"))
def test_markdown_loses_its_markup(case: Case) -> None:
    assert read_markdown(case["source"], "a.md").text == case["text"]


@pytest.mark.parametrize("case", load_cases("markdown"))
def test_every_character_of_markdown_stands_at_its_place(case: Case) -> None:
    reading = read_markdown(case["source"], "a.md")
    document = Document(id="a", text=reading.text, anchors=reading.anchors)
    for offset, character in enumerate(reading.text):
        if character != "\n":
            assert character_at(case["source"], *document.place(offset)) in (character, "&")


@pytest.mark.parametrize("case", load_cases("front_matter", "read"))
def test_front_matter_describes_the_document(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(case["source"], encoding="utf-8")
    document = read_document(path)
    published = document.published.isoformat() if document.published else None
    said = (document.title, document.source, published, document.language)
    assert said == (case["title"], case["publisher"], case["published"], case["language"])


@pytest.mark.parametrize("case", load_cases("front_matter", "broken"))
def test_broken_front_matter_is_an_error_with_its_place(case: Case) -> None:
    with pytest.raises(DocumentError) as error:
        read_markdown(case["source"], "a.md")
    assert str(error.value) == case["error"]


@pytest.mark.parametrize("case", load_cases("webpages"))
def test_a_page_gives_its_article(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(case["source"], encoding="utf-8")
    document = read_document(path)
    assert document.text == case["text"]
    published = document.published.isoformat() if document.published else None
    said = (document.title, document.source, published, document.language)
    assert said == (case["title"], case["publisher"], case["published"], case["language"])


@pytest.mark.parametrize("case", load_cases("webpages"))
def test_every_character_of_a_page_stands_at_its_place(case: Case) -> None:
    reading = read_webpage(case["source"], "a.html")
    document = Document(id="a", text=reading.text, anchors=reading.anchors)
    for quote, place in case["places"].items():
        assert "{}:{}".format(*document.place(reading.text.index(quote))) == place
    for offset, character in enumerate(reading.text):
        if not character.isspace():
            shown = character.translate(str.maketrans("²³", "23"))
            assert character_at(case["source"], *document.place(offset)) in (shown, "&")


LINES = st.text(st.sampled_from("aä🙂 #*_-|>&;.[]()`1\n\t"), max_size=60)


@given(LINES)
def test_plain_text_is_its_file(source: str) -> None:
    reading = read_plain(source, "a.txt")
    document = Document(id="a", text=reading.text, anchors=reading.anchors)
    assert reading.text == source
    for offset, character in enumerate(source):
        if character != "\n":
            assert character_at(source, *document.place(offset)) == character


@given(LINES)
def test_any_markdown_maps_back_to_its_file(source: str) -> None:
    reading = read_markdown(f"\n{source}", "a.md")
    document = Document(id="a", text=reading.text, anchors=reading.anchors)
    for offset, character in enumerate(reading.text):
        if character != "\n":
            assert character_at(f"\n{source}", *document.place(offset)) in (character, "&")
