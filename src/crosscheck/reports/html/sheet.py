"""What every part of the page is set with."""

from __future__ import annotations

import msgspec

from crosscheck.records import Document
from crosscheck.reports.html.catalogue import Catalogue
from crosscheck.reports.layout import Layout
from crosscheck.reports.previous import Difference
from crosscheck.reports.words import Words


class Sheet(msgspec.Struct, frozen=True):
    """The report by its anchors, the words of the interface, and what differs from an earlier run, None without one.

    ``layout`` names the attributes for people.
    """

    catalogue: Catalogue
    words: Words
    layout: Layout
    difference: Difference | None = None

    def language_of(self, document: Document | None) -> str | None:
        """Return the language of *document* where it is known and not the page's, else None."""
        language = document.language if document else ""
        return language if language and language != self.words.language else None
