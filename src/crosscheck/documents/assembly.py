"""A document out of what its file says, what the run is told of it, and what its text tells."""

from __future__ import annotations

from crosscheck.config import DocumentSettings
from crosscheck.documents.dateline import find_dateline
from crosscheck.documents.language import detect_language
from crosscheck.documents.reading import Reading
from crosscheck.messages import say
from crosscheck.records import Document


def assemble_document(
    reading: Reading,
    *,
    id: str,  # noqa: A002 - the record's own field
    path: str | None = None,
    told: DocumentSettings | None = None,
    languages: tuple[str, ...] = (),
) -> Document:
    """Return the document that *reading* makes.

    What is told wins, then comes what the file says of itself, then the text: the day on its dateline, the language of
    its function words.

    Args:
        reading: text and metadata.
        id: what the document is called where it has no path.
        path: the file, None where there is none.
        told: what claims.yaml says of the file.
        languages: the codes to choose from; empty for every language that has a pack.
    """
    told = told or DocumentSettings(path=path or id)
    language, notes = told.language or reading.language, reading.notes
    if not language:
        language, decided = detect_language(reading.text, languages)
        if not decided:
            language = reading.suggested_language or language
            undecided = say("the words do not tell the language: read as {language}", language=language)
            notes += () if reading.suggested_language else (undecided,)
    return Document(
        id=id,
        path=path,
        text=reading.text,
        language=language,
        published=told.published or reading.published or find_dateline(reading.text),
        title=told.title or reading.title,
        source=told.source or reading.source,
        anchors=reading.anchors,
        notes=notes,
        ignores=reading.ignores,
    )
