"""Extractions in memory, for a process that reads the same documents again and again."""

from __future__ import annotations

from collections.abc import Collection

from crosscheck.claims import Extraction
from crosscheck.records import Document


class MemoryCache:
    """The extractions of documents, by key, each of the document as it was read last; for one set of settings."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Document, Extraction]] = {}

    def find(self, document: Document) -> Extraction | None:
        """Return what was extracted from *document*, None where it was not read or has changed since."""
        before = self._known.get(document.key)
        return before[1] if before is not None and before[0] == document else None

    def keep(self, document: Document, told: Extraction) -> None:
        """Keep what was extracted from *document*, in place of what was before."""
        self._known[document.key] = document, told

    def keep_only(self, keys: Collection[str]) -> None:
        """Forget the documents that are not among *keys*."""
        self._known = {key: known for key, known in self._known.items() if key in keys}
