"""A sentence set in lines, its quotation underlined: '~' under the quotation, '^' under what differs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec
from rich.cells import cell_len

from crosscheck.records import Span
from crosscheck.reports.printable import printable

BEFORE, AFTER = 160, 120
"""Code points of context kept before and after a quotation."""

_WORD = re.compile(r"\S+")


class QuotedLine(msgspec.Struct, frozen=True):
    """One line of a quotation and, of the same length, the mark of each code point: ' ', '~' or '^'."""

    text: str
    marks: str

    @property
    def underline(self) -> str:
        """Return the marks as a line to be printed below, as wide as what they mark; '' where nothing is marked."""
        return "".join(mark * cell_len(letter) for letter, mark in zip(self.text, self.marks, strict=True)).rstrip()


def set_quotation(
    sentence: str, quote: Span, differing: Sequence[Span], width: int, *, ellipsis: str
) -> tuple[QuotedLine, ...]:
    """Return *sentence* in lines of at most *width* cells.

    Args:
        sentence: as it stands in the document; a run of white space is set as one space.
        quote: the quotation's place in *sentence*.
        differing: the pieces of the quotation that differ, as offsets in *sentence*.
        width: terminal cells a line may take; a longer word stands alone.
        ellipsis: stands for what is cut because it is far from the quotation; '' keeps the whole sentence.
    """
    marks = [" "] * len(sentence)
    for mark, spans in (("~", (quote,)), ("^", differing)):
        for span in spans:
            marks[span.start : span.end] = mark * (span.end - span.start)
    line = _fold(sentence, "".join(marks))
    return tuple(_wrap(_cut(line, ellipsis) if ellipsis else line, width))


def _fold(text: str, marks: str) -> QuotedLine:
    """Return both with every run of white space as one space, and none at the ends."""
    words = list(_WORD.finditer(text))
    folded = " ".join(word.group() for word in words)
    kept = [marks[word.start() : word.end()] + marks[word.end() : word.end() + 1] for word in words[:-1]]
    last = marks[words[-1].start() : words[-1].end()] if words else ""
    return QuotedLine(printable(folded), "".join(kept) + last)


def _cut(line: QuotedLine, ellipsis: str) -> QuotedLine:
    """Return *line* without what stands more than BEFORE or AFTER code points away from its first or last mark."""
    marked = [place for place, mark in enumerate(line.marks) if mark != " "] or [0]
    first, last = marked[0], marked[-1] + 1
    start = line.text.find(" ", first - BEFORE, first) + 1 if first > BEFORE else 0
    end = line.text.rfind(" ", last, last + AFTER) if len(line.text) > last + AFTER else len(line.text)
    end = end if end >= last else len(line.text)
    head = f"{ellipsis} " if start else ""
    tail = f" {ellipsis}" if end < len(line.text) else ""
    text = f"{head}{line.text[start:end]}{tail}"
    return QuotedLine(text, f"{' ' * len(head)}{line.marks[start:end]}{' ' * len(tail)}")


def _wrap(line: QuotedLine, width: int) -> Iterator[QuotedLine]:
    """Yield *line* in pieces of at most *width* cells, broken at spaces."""
    start = end = 0
    for word in _WORD.finditer(line.text):
        if end > start and cell_len(line.text[start : word.end()]) > width:
            yield QuotedLine(line.text[start:end], line.marks[start:end])
            start = word.start()
        end = word.end()
    yield QuotedLine(line.text[start:end], line.marks[start:end])
