"""Files, folders and standard input to documents, by a reader per format."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

import msgspec

from crosscheck.config import Config, settings_for
from crosscheck.documents.assembly import assemble_document
from crosscheck.documents.encoding import decode_text
from crosscheck.documents.markdown import read_markdown
from crosscheck.documents.plain import read_plain
from crosscheck.documents.reading import Reader
from crosscheck.documents.webpage import read_webpage
from crosscheck.errors import DocumentError
from crosscheck.messages import join, say, say_failure
from crosscheck.records import REPORT_MARK, Document

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".txt": read_plain,
        ".md": read_markdown,
        ".markdown": read_markdown,
        ".html": read_webpage,
        ".htm": read_webpage,
    }
)
"""The reader of each format, by the ending of the file's name in lower case."""

STANDARD_INPUT = "-"
_STANDARD_INPUT_NAME = "<stdin>"
_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_FRONT_MATTER = re.compile(r"---[ \t]*\n")
_REPORTED = frozenset({".html", ".md"})
_FIRST_LINE = 64
"""Bytes that a report's first line takes at most."""
_FILL = say("give it text or leave it out")


def read_documents(
    paths: Iterable[Path],
    *,
    config: Config | None = None,
    stdin: BinaryIO | None = None,
    stdin_path: Path | None = None,
) -> tuple[tuple[Document, ...], tuple[DocumentError, ...]]:
    """Return the documents of *paths*, and an error for each that cannot be read; one bad file spoils no other.

    A folder stands for the files in and below it that have a reader, sorted by path, without hidden ones and reports
    of earlier runs; '-' stands for standard input. A file named twice is read once.

    Args:
        paths: files, folders and '-', in the order of the documents.
        config: what is told of the files.
        stdin: where '-' is read from.
        stdin_path: the file that standard input stands for, which is then not read itself; None where it is no file's.
    """
    documents: list[Document] = []
    errors: list[DocumentError] = []
    piped = stdin_path or Path(STANDARD_INPUT)
    replaced = os.path.realpath(piped)
    seen: set[str] = set()
    for path in paths:
        for file in _expand(path, errors):
            real = replaced if str(file) == STANDARD_INPUT else os.path.realpath(file)
            if real not in seen:
                seen.add(real)
                try:
                    documents.append(
                        _read_piped(piped, config, stdin) if real == replaced else read_document(file, config=config)
                    )
                except DocumentError as error:
                    errors.append(error)
    return tuple(documents), tuple(errors)


def read_document(path: Path, *, config: Config | None = None) -> Document:
    """Return the document in the file *path*.

    Raises:
        DocumentError: the file is missing, empty, binary, in no known format or encoding, or has broken front matter.
    """
    return read_content(_read_bytes(path), path, config=config)


def read_content(raw: bytes, path: Path, *, config: Config | None = None) -> Document:
    """Return the document that the file *path* is when it holds *raw*.

    Raises:
        DocumentError: as read_document.
    """
    return _read_source(raw, path, _reader_of(path), config)


def find_files(folder: Path) -> tuple[Path, ...]:
    """Return the files in and below *folder* that have a reader, sorted.

    Hidden ones, reports of earlier runs and what is in unreadable folders are left out.
    """
    return tuple(_expand(folder, [])) if folder.is_dir() else ()


def read_stream(stream: BinaryIO, *, config: Config | None = None) -> Document:
    """Return the document that *stream* holds: HTML or Markdown where it begins like either, else plain text.

    Raises:
        DocumentError: as read_document.
    """
    return _read_source(stream.read(), None, None, config)


def _read_piped(path: Path, config: Config | None, stdin: BinaryIO | None) -> Document:
    """Return the document on standard input, as though it were the file *path*, which is '-' where it is none."""
    if stdin is None:
        raise DocumentError(say("no standard input here"), remedy=say("name a file"), place=STANDARD_INPUT)
    if str(path) == STANDARD_INPUT:
        return read_stream(stdin, config=config)
    return read_content(stdin.read(), path, config=config)


def _read_source(raw: bytes, path: Path | None, reader: Reader | None, config: Config | None) -> Document:
    name = _STANDARD_INPUT_NAME if path is None else path.as_posix()
    source, notes = decode_text(raw, name)
    if not source.strip():
        raise DocumentError(say("the file is empty"), remedy=_FILL, place=name)
    reading = (reader or _sniff(source))(source, name)
    if not reading.text.strip():
        raise DocumentError(say("no text in the file"), remedy=_FILL, place=name)
    return assemble_document(
        msgspec.structs.replace(reading, notes=notes + reading.notes),
        id=name,
        path=None if path is None else name,
        told=None if config is None or path is None else settings_for(name, config),
        languages=() if config is None else config.languages,
    )


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(error, path) from error


def _reader_of(path: Path) -> Reader:
    """Return the reader for the file's ending; a name without one is taken for plain text."""
    ending = path.suffix.lower()
    reader = READERS.get(ending, read_plain if not ending else None)
    if reader is None:
        what = say("no reader for {ending} files", ending=ending)
        raise DocumentError(what, remedy=say("use one of {names}", names=join(READERS)), place=path.as_posix())
    return reader


def _sniff(source: str) -> Reader:
    if _PAGE.match(source):
        return read_webpage
    return read_markdown if _FRONT_MATTER.match(source) else read_plain


def _expand(path: Path, errors: list[DocumentError]) -> list[Path]:
    """Return the documents in a folder, sorted, or the file itself; add to *errors* what cannot be listed."""
    if not path.is_dir():
        return [path]
    found: list[Path] = []
    unlisted: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=unlisted.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        visible = (Path(folder, name) for name in names if not name.startswith("."))
        found += [file for file in visible if file.suffix.lower() in READERS and not _is_own_report(file)]
    errors += [_unreadable(error, Path(error.filename)) for error in unlisted]
    if not found and not unlisted:
        remedy = say("name a folder with files that end in {endings}", endings=join(READERS))
        errors.append(DocumentError(say("no documents in this folder"), remedy=remedy, place=path.as_posix()))
    return sorted(found)


def _is_own_report(file: Path) -> bool:
    """Return whether *file* is a page or Markdown that reports what was found; what cannot be opened is none."""
    if file.suffix.lower() not in _REPORTED:
        return False
    try:
        with file.open("rb") as opened:
            return REPORT_MARK.encode() in opened.read(_FIRST_LINE)
    except OSError:
        return False


def _unreadable(error: OSError, path: Path) -> DocumentError:
    if isinstance(error, FileNotFoundError):
        return DocumentError(say("no such file"), remedy=say("check the path"), place=path.as_posix())
    what = say("cannot be read: {reason}", reason=say_failure(error))
    return DocumentError(what, remedy=say("check the path and its rights"), place=path.as_posix())
