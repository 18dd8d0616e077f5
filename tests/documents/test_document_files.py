"""Files, folders and standard input: encodings, line breaks, and everything that can be wrong with a file."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck import check
from crosscheck.config import parse_config
from crosscheck.document import Document
from crosscheck.documents import READERS, find_files, read_document, read_documents, read_stream
from crosscheck.documents.encoding import decode_text
from crosscheck.documents.mapping import stride_anchors
from crosscheck.errors import DocumentError
from crosscheck.reports import WRITERS
from crosscheck.reports.layout import Layout

GERMAN = "Der Bürgermeister von Köln sagte, die Brücke koste 5 Millionen Euro; das wären 12 Prozent mehr."


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def message(path: Path) -> str:
    with pytest.raises(DocumentError) as error:
        read_document(path)
    return str(error.value).replace(str(path.parent), "DIR")


@pytest.mark.parametrize(
    ("raw", "text", "note"),
    [
        pytest.param(GERMAN.encode(), GERMAN, (), id="UTF-8"),
        pytest.param(GERMAN.encode("utf-8-sig"), GERMAN, (), id="UTF-8 with mark"),
        pytest.param(
            GERMAN.encode("utf-16"), GERMAN, ("read as utf-16: the byte order mark says so",), id="UTF-16 with mark"
        ),
        pytest.param(
            b"\xfe\xff" + GERMAN.encode("utf-16-be"),
            GERMAN,
            ("read as utf-16: the byte order mark says so",),
            id="big-endian UTF-16",
        ),
        pytest.param(
            GERMAN.encode("latin-1"),
            GERMAN,
            ("read as cp1252, by detection: not UTF-8 (byte 0xFC at 1:6)",),
            id="Latin-1",
        ),
        pytest.param(
            "“It’s £5m”, he said – on Monday.".encode("cp1252"),
            "“It’s £5m”, he said – on Monday.",
            ("read as cp1252, by detection: not UTF-8 (byte 0x93 at 1:1)",),
            id="Windows-1252, punctuation only",
        ),
        pytest.param(
            ("Zeile\n" + 3 * GERMAN).encode("mac_roman"),
            "Zeile\n" + 3 * GERMAN,
            ("read as mac_roman, by detection: not UTF-8 (byte 0x9F at 2:6)",),
            id="Mac",
        ),
        pytest.param(
            GERMAN.encode() + "äöüäöüäöü".encode() + b"\xe2\x80 end",
            GERMAN + "äöüäöüäöü\ufffd end",
            ("damaged UTF-8: 1 character is lost: byte 0xE2 at 1:105",),
            id="UTF-8 with a broken character",
        ),
    ],
)
def test_a_file_is_decoded_and_says_how(raw: bytes, text: str, note: tuple[str, ...]) -> None:
    decoded, notes = decode_text(raw, "a.txt")
    assert (decoded, tuple(map(str, notes))) == (text, note)


def test_a_page_that_declares_its_encoding_is_believed() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body><p>Łódź, 5 maja</p></body></html>'
    text, notes = decode_text(page.encode("iso-8859-2"), "a.html")
    assert text == page
    assert [str(note) for note in notes] == ["read as iso8859-2, as the page declares"]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        pytest.param("a.txt", b"", "DIR/a.txt: the file is empty; give it text or leave it out", id="empty"),
        pytest.param("a.txt", b" \n\t\n", "DIR/a.txt: the file is empty; give it text or leave it out", id="blank"),
        pytest.param(
            "a.txt",
            b"\x89PNG\r\n\x1a\n\x00\x00",
            "DIR/a.txt: no text but a binary file (NUL bytes); give the text itself, as UTF-8",
            id="picture",
        ),
        pytest.param(
            "a.txt",
            "Text".encode("utf-16-le"),
            "DIR/a.txt: no text but a binary file (NUL bytes); give the text itself, as UTF-8",
            id="UTF-16 without mark",
        ),
        pytest.param(
            "a.txt",
            b"%PDF-1.7\n1 0 obj\n",
            "DIR/a.txt: no text but a binary file (a PDF header); give the text itself, as UTF-8",
            id="PDF",
        ),
        pytest.param(
            "a.txt",
            bytes(range(1, 32)) * 4,
            "DIR/a.txt: no text but a binary file (control bytes); give the text itself, as UTF-8",
            id="control bytes",
        ),
        pytest.param(
            "a.txt",
            b"one\ntwo \x81\x8d\x8f",
            "DIR/a.txt:2:5: not UTF-8 (byte 0x81 at 2:5), and no other encoding fits; save the file as UTF-8",
            id="no encoding",
        ),
        pytest.param(
            "a.txt",
            b"\xff\xfe\x00\xd8x",
            "DIR/a.txt: byte 2 does not fit the byte order mark, which says utf-16; save the file as UTF-8",
            id="broken UTF-16",
        ),
        pytest.param(
            "a.md",
            b"---\ntitle: X\n---\n",
            "DIR/a.md: no text in the file; give it text or leave it out",
            id="front matter alone",
        ),
        pytest.param(
            "a.html",
            b"<html><head></head></html>",
            "DIR/a.html: no text in the file; give it text or leave it out",
            id="empty page",
        ),
        pytest.param(
            "a.docx",
            b"x",
            "DIR/a.docx: no reader for .docx files; use one of .txt, .md, .markdown, .html, .htm",
            id="format",
        ),
    ],
)
def test_a_file_that_is_no_document_is_refused(name: str, content: bytes, expected: str, tmp_path: Path) -> None:
    assert message(write(tmp_path / name, content)) == expected


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert message(tmp_path / "a.txt") == "DIR/a.txt: no such file; check the path"


def test_one_bad_file_leaves_the_others_read(tmp_path: Path) -> None:
    good = write(tmp_path / "b.txt", "The vote was close.")
    bad = write(tmp_path / "a.txt", b"\0")
    documents, errors = read_documents([bad, tmp_path / "none.txt", good])
    assert [document.path for document in documents] == [good.as_posix()]
    assert [error.place for error in errors] == [bad.as_posix(), (tmp_path / "none.txt").as_posix()]


def test_a_folder_stands_for_its_documents_sorted(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "deep/c.MD", "gold.yaml", ".hidden.txt", ".git/d.txt"):
        write(tmp_path / name, "<p>The vote was close.</p>")
    documents, errors = read_documents([tmp_path, tmp_path / "b.txt"])
    assert [document.id.removeprefix(f"{tmp_path.as_posix()}/") for document in documents] == [
        "a.html",
        "b.txt",
        "deep/c.MD",
    ]
    assert errors == ()


@pytest.mark.parametrize(("file_format", "name"), [("html", "report.html"), ("markdown", "report.md")])
def test_reports_of_earlier_runs_are_no_documents_of_a_folder(tmp_path: Path, file_format: str, name: str) -> None:
    text = write(tmp_path / "a.txt", "The vote was close.")
    documents, _ = read_documents([tmp_path])
    page = write(tmp_path / name, "".join(WRITERS[file_format](check(documents), Layout())))
    assert find_files(tmp_path) == (text,)
    assert [document.path for document in read_documents([tmp_path])[0]] == [text.as_posix()]
    assert [document.path for document in read_documents([page])[0]] == [page.as_posix()]


def test_a_folder_without_documents_is_an_error(tmp_path: Path) -> None:
    write(tmp_path / "sub" / "gold.yaml", "a: 1")
    documents, (error,) = read_documents([tmp_path])
    assert documents == ()
    assert str(error) == (
        f"{tmp_path.as_posix()}: no documents in this folder; "
        "name a folder with files that end in .txt, .md, .markdown, .html, .htm"
    )


@pytest.mark.parametrize(
    ("content", "title", "text"),
    [
        pytest.param("The vote", None, "The vote", id="plain"),
        pytest.param("---\ntitle: X\n---\nThe *vote*", "X", "X\n\nThe vote", id="Markdown"),
        pytest.param("<!doctype html><title>X</title><p>The vote", "X", "The vote", id="page"),
    ],
)
def test_standard_input_is_read_in_the_format_it_looks_like(content: str, title: str | None, text: str) -> None:
    documents, errors = read_documents([Path("-")], stdin=io.BytesIO(content.encode()))
    assert [(d.id, d.path, d.title, d.text.strip()) for d in documents] == [("<stdin>", None, title, text)]
    assert errors == ()


def test_empty_standard_input_is_an_error() -> None:
    with pytest.raises(DocumentError, match=r"^<stdin>: the file is empty; give it text or leave it out$"):
        read_stream(io.BytesIO(b""))


LINES = st.text(st.characters(exclude_characters="\r\n\0\ufeff", exclude_categories=("Cs", "Cc")))


@given(st.lists(LINES), st.sampled_from(["\n", "\r\n", "\r"]))
def test_any_line_breaks_keep_every_character_in_its_line_and_column(lines: list[str], ending: str) -> None:
    text, notes = decode_text(ending.join(lines).encode(), "a.txt")
    document = Document.from_text(text, id="a")
    assert notes == ()
    places = [(line, column) for line, content in enumerate(lines, 1) for column in range(1, len(content) + 1)]
    offsets = [offset for offset, character in enumerate(text) if character != "\n"]
    assert [document.place(offset) for offset in offsets] == places


def test_a_long_text_has_anchors_on_the_way() -> None:
    source = "".join(f"line {number}\n" for number in range(1, 30_001))
    anchors = stride_anchors(source)
    document = Document(id="a", text=source, anchors=anchors)
    assert len(anchors) == 5
    for number in (1, 2, 10_000, 29_999, 30_000):
        assert document.place(source.index(f"line {number}\n")) == (number, 1)
        assert document.place(source.index(f"line {number}\n") + 5) == (number, 6)


def test_a_text_without_line_breaks_needs_no_anchor_but_the_first() -> None:
    assert [anchor.offset for anchor in stride_anchors("x" * 200_000)] == [0]


def test_what_is_told_wins_over_the_file_and_the_file_over_its_text(tmp_path: Path) -> None:
    write(tmp_path / "a.md", "---\ndate: 2014-11-20\nsource: The Courier\nlang: en\n---\nLEEDS, 3 May 2021 - Der Rat.")
    write(tmp_path / "b.txt", "LEEDS, 3 May 2021 - Der Rat hat beschlossen.")
    told = parse_config(
        "documents: [{path: '*.md', published: 2000-01-01, title: T, language: de}]", folder=str(tmp_path)
    )
    first = read_document(tmp_path / "a.md", config=told)
    assert (str(first.published), first.title, first.source, first.language) == ("2000-01-01", "T", "The Courier", "de")
    second = read_document(tmp_path / "a.md")
    assert (str(second.published), second.title, second.source, second.language) == (
        "2014-11-20",
        None,
        "The Courier",
        "en",
    )
    third = read_document(tmp_path / "b.txt", config=told)
    assert (str(third.published), third.title, third.source, third.language) == ("2021-05-03", None, None, "de")


def test_an_undecidable_language_is_noted() -> None:
    document = Document.from_text("Leeds 3 York 2", id="a")
    assert document.language == "en"
    assert [str(note) for note in document.notes] == ["the words do not tell the language: read as en"]


def test_a_document_from_text_keeps_the_text_as_it_is() -> None:
    document = Document.from_text("ﬁve\r\nu\u0308ber 5 %", id="a", language="de", title="T", source="S")
    assert (document.text, document.id, document.path) == ("ﬁve\r\nu\u0308ber 5 %", "a", None)
    assert (document.language, document.published, document.title, document.source) == ("de", None, "T", "S")


def test_a_document_opens_a_file_of_any_format(tmp_path: Path) -> None:
    document = Document.open(write(tmp_path / "a.md", "# Head\nThe *vote*"))
    assert isinstance(document, Document)
    assert (document.title, document.text, document.place(document.text.index("vote"))) == (
        "Head",
        "Head\n\nThe vote",
        (2, 6),
    )


def test_every_reader_has_cases_here() -> None:
    assert set(READERS) == {".txt", ".md", ".markdown", ".html", ".htm"}


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as error:
        read_document(tmp_path)
    assert str(error.value) == f"{tmp_path.as_posix()}: cannot be read: Is a directory; check the path and its rights"


def test_a_file_without_ending_is_plain_text(tmp_path: Path) -> None:
    assert read_document(write(tmp_path / "WIRE", "# The vote")).text == "# The vote"


def test_the_language_is_one_of_those_in_the_settings(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "The council has closed the mill.")
    assert read_document(path, config=parse_config("languages: [de]")).language == "de"


def test_front_matter_is_found_behind_a_byte_order_mark_and_windows_line_breaks(tmp_path: Path) -> None:
    source = "\ufeff---\r\ndate: 2014-11-20\r\n---\r\n\r\nThe *vote*\r\nwas close."
    document = read_document(write(tmp_path / "a.md", source))
    assert (str(document.published), document.text) == ("2014-11-20", "The vote\nwas close.")
    assert [document.place(document.text.index(word)) for word in ("The", "vote", "close")] == [(5, 1), (5, 6), (6, 5)]


def test_a_page_with_windows_line_breaks_keeps_its_places(tmp_path: Path) -> None:
    source = "<html><body>\r\n<p>The mill\r\n  has <b>12</b> wheels.</p>\r\n</body></html>"
    document = read_document(write(tmp_path / "a.html", source))
    assert document.text == "The mill has 12 wheels."
    assert [document.place(document.text.index(word)) for word in ("mill", "has", "12")] == [(2, 8), (3, 3), (3, 10)]
