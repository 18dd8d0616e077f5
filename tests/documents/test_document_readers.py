"""Each format gives its words, what the file says of itself, and the place of every word."""

from pathlib import Path
from typing import Any

import pytest
from clock import least_seconds
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
LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


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


@pytest.mark.parametrize(
    ("source", "text", "places"),
    [
        pytest.param("---\ntitle: Five mills\n---\nText", "Five mills\n\nText", ["2:8", "4:1"], id="plain"),
        pytest.param("---\ntitle: 'Ü: 5'\n---\n\nText", "Ü: 5\n\nText", ["2:9", "5:1"], id="quoted"),
        pytest.param('---\ntitle: "a \\"b\\""\n---\nText', 'a "b"\n\nText', ["2:8", "4:1"], id="escaped"),
        pytest.param(
            "---\ntitle: Five mills\n---\n# Five mills\nText", "Five mills\n\nText", ["4:3", "5:1"], id="twice"
        ),
    ],
)
def test_the_title_of_front_matter_is_the_headline_of_the_text(source: str, text: str, places: list[str]) -> None:
    reading = read_markdown(source, "a.md")
    document = Document(id="a", text=reading.text, anchors=reading.anchors)
    assert reading.text == text
    assert ["{}:{}".format(*document.place(offset)) for offset in (0, text.index("Text"))] == places


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
            assert character_at(case["source"], *document.place(offset)) in (character.translate(LOWERED), "&")


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


TAGS = "<p>,</p>,<b>,</b>,<br>,<nav>,</nav>,<td>,<pre>,</pre>,<!--,-->,<sup>,</sup>,<a href='>'>".split(",")  # noqa: SIM905
WORDS = ["&amp;", "&#228;", "&bogus;", "&", "<", ">", '"', "Waldau ", "12", " ", "\n", "ä", "u\u0308", "🙂", "5\u00a0%"]


@given(st.lists(st.sampled_from(TAGS + WORDS), max_size=30))
def test_any_page_maps_back_to_its_source(fragments: list[str]) -> None:
    source = f"<html><body>\n{''.join(fragments)}</body></html>"
    reading = read_webpage(source, "a.html")
    document = Document(id="a", text=reading.text, anchors=reading.anchors)
    for offset, character in enumerate(reading.text):
        if not character.isspace():
            assert character_at(source, *document.place(offset)) in (character.translate(LOWERED), "&")


@pytest.mark.parametrize(
    "script",
    [
        pytest.param("[" * 100_000, id="nested arrays"),
        pytest.param('{"@graph":' * 400 + "1" + "}" * 400, id="nested graphs"),
        pytest.param('{"@type":"Article","headline":5,"datePublished":20140101,"publisher":["x"]}', id="wrong types"),
        pytest.param('{"@type":"Article","datePublished":"2014-02-30"}', id="no such day"),
        pytest.param('{"@type":"Comment","datePublished":"2014-02-20"}', id="the day of a comment"),
    ],
)
def test_linked_data_that_makes_no_sense_says_nothing(script: str) -> None:
    page = f'<html><head><script type="application/ld+json">{script}</script></head><body><p>12 came.</p></body></html>'
    reading = read_webpage(page, "a.html")
    assert (reading.text, reading.title, reading.published) == ("12 came.", None, None)


@pytest.mark.parametrize(
    "unit", ["<div>", '<a "', "<", "<!-- ", "<script>", "<svg>", "<nav>", "&amp", "&", "<p>12 came.</p>", "<sup>"]
)
def test_a_hostile_page_is_read_in_linear_time(unit: str) -> None:
    page = f"<html><body>{unit * 10_000}12 came</body></html>"
    assert least_seconds(lambda: read_webpage(page, "a.html"), runs=1) < 5


@pytest.mark.parametrize(
    "unit", ["*a ", "_a ", "**", "`a", "[", "[a](", "![a](", "<a ", "> ", "| ", "# a ", "- ", "~~a", "~~~\n"]
)
def test_hostile_markdown_is_read_in_linear_time(unit: str) -> None:
    text = unit * 10_000 + " " * 10_000 + "x"
    assert least_seconds(lambda: read_markdown(text, "a.md"), runs=1) < 5
