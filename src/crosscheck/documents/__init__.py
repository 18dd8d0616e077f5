"""Files to documents: a reader per format, the language of the text, the day on its dateline."""

from crosscheck.documents.assembly import assemble_document
from crosscheck.documents.files import (
    READERS,
    find_files,
    read_content,
    read_document,
    read_documents,
    read_stream,
)
from crosscheck.documents.reading import Reading

__all__ = [
    "READERS",
    "Reading",
    "assemble_document",
    "find_files",
    "read_content",
    "read_document",
    "read_documents",
    "read_stream",
]
