"""The first two stages alone: the values that stand in one document."""

from __future__ import annotations

from msgspec import structs

from crosscheck import mentions
from crosscheck.documents.language import detect_language
from crosscheck.records import Document, Mention


def find_mentions(document: Document) -> tuple[Mention, ...]:
    """Return every value in *document* in text order, none overlapping another."""
    return mentions.find_mentions(with_language(document))


def with_language(document: Document, languages: tuple[str, ...] = ()) -> Document:
    """Return *document* with its language: its own where it has one, else the one of *languages* its words tell."""
    if document.language:
        return document
    return structs.replace(document, language=detect_language(document.text, languages)[0])
