"""The public document: a record that can make itself from a text or a file."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Self

import msgspec

from crosscheck import records
from crosscheck.config import DocumentSettings
from crosscheck.documents import Reading, assemble_document, read_document


class Document(records.Document, frozen=True):
    """One text with what is known about it."""

    @classmethod
    def from_text(
        cls,
        text: str,
        *,
        id: str,  # noqa: A002 - the record's own field
        language: str | None = None,
        published: date | None = None,
        title: str | None = None,
        source: str | None = None,
    ) -> Self:
        """Return the document of *text*, which stays as it is.

        Args:
            text: what the document says.
            id: what evidence calls it.
            language: an ISO 639-1 code; told by the text where None.
            published: the day it appeared; taken from a dateline where None.
            title: its headline.
            source: who says it.
        """
        told = DocumentSettings(path=id, language=language, published=published, title=title, source=source)
        return cls._of(assemble_document(Reading(text=text), id=id, told=told))

    @classmethod
    def open(cls, path: str | os.PathLike[str]) -> Self:
        """Return the document in the file *path*, in any format that has a reader.

        Raises:
            DocumentError: the file cannot be read as a document.
        """
        return cls._of(read_document(Path(path)))

    @classmethod
    def _of(cls, document: records.Document) -> Self:
        return cls(**msgspec.structs.asdict(document))
