"""What stands in a document: its text with places, mentions and sentences.

``gc=False`` on the small ones: they hold no cycles, and a long text makes many.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from typing import Literal

import msgspec

from crosscheck.messages import Phrase
from crosscheck.values.interval import Exact

MentionKind = Literal[
    "number", "percent", "ordinal", "quantity", "money", "date", "time", "duration", "frequency", "name"
]


def count_bytes(text: str) -> int:
    """Return how many bytes *text* takes in UTF-8."""
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))


class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """A half-open range of code points of a document's text."""

    start: int
    end: int

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Return whether both share a code point."""
        return self.start < other.end and other.start < self.end


class Anchor(msgspec.Struct, frozen=True):
    """A point where the text and its file run in step: from *offset* on, one code point is one column.

    ``surplus`` is by how many the bytes before it on its line, in UTF-8, outnumber the code points.
    """

    offset: int
    line: int
    column: int
    surplus: int = 0


_START = Anchor(0, 1, 1)


class Ignore(msgspec.Struct, frozen=True):
    """A comment in a document's file that lets findings pass: its place, the codes or their beginnings, and the reason.

    It covers the lines from ``first_line`` to ``last_line``, both included. One that cannot be read has no codes.
    """

    line: int
    column: int
    codes: tuple[str, ...]
    reason: str
    first_line: int
    last_line: int


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One text with what is known about it.

    ``anchors`` map text offsets to the file, ascending by offset; empty where the text is the file.
    ``language`` is an ISO 639-1 code, '' where nothing told it. ``published`` is the day on the dateline. ``notes``
    say how it was read, where that is not plain.
    """

    id: str
    text: str
    path: str | None = None
    language: str = ""
    published: date | None = None
    title: str | None = None
    source: str | None = None
    anchors: tuple[Anchor, ...] = ()
    notes: tuple[Phrase, ...] = ()
    ignores: tuple[Ignore, ...] = ()

    @property
    def key(self) -> str:
        """Return the path, or the id where there is none: what evidence names."""
        return self.path or self.id

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of *offset* in the file, both 1-based."""
        anchor, between = self._since_anchor(offset)
        breaks = between.count("\n")
        if not breaks:
            return anchor.line, anchor.column + len(between)
        return anchor.line + breaks, len(between) - between.rindex("\n")

    def byte_column(self, offset: int) -> int:
        """Return the 1-based column of *offset* in the file, in bytes of UTF-8."""
        anchor, between = self._since_anchor(offset)
        before = anchor.column + anchor.surplus if "\n" not in between else 1
        return before + count_bytes(between[between.rfind("\n") + 1 :])

    def _since_anchor(self, offset: int) -> tuple[Anchor, str]:
        """Return the last anchor up to *offset*, and the text between the two."""
        anchors = self.anchors or (_START,)
        anchor = anchors[max(bisect_right(anchors, offset, key=lambda a: a.offset) - 1, 0)]
        return anchor, self.text[anchor.offset : offset]

    def slice(self, span: Span) -> str:
        """Return the text of *span*."""
        return self.text[span.start : span.end]


class Mention(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A value or a name as it stands in the text.

    ``low`` and ``high`` are the bounds of the value as printed ('42.1 %': 42.05 and 42.15; '16,867': both 16867;
    'tens of thousands': 10000 and 100000), None where open ('more than 40': 40 and None); both None for names and for
    dates. An approximator ('about') does not move them: ``hedge`` names it, as the pack does.
    ``unit`` is 'percent', an ISO 4217 code, a unit's English name or the counted noun's lemma, '' where none.
    ``timex`` is the TIMEX3 value of a date, time, duration or frequency; ``hedge`` is then its mod (START, MID, ...).
    ``precision`` is the place value of the last significant digit printed ('42.1': 0.1, '16,000': 1000), else None.
    ``rule`` names the rule that made the mention.
    """

    span: Span
    surface: str
    kind: MentionKind
    low: Exact | None = None
    high: Exact | None = None
    unit: str = ""
    timex: str = ""
    precision: Exact | None = None
    hedge: str = ""
    rule: str = ""


class Annotated(msgspec.Struct, frozen=True):
    """A document with its sentences and mentions, both in text order; sentences do not overlap."""

    document: Document
    sentences: tuple[Span, ...]
    mentions: tuple[Mention, ...]
