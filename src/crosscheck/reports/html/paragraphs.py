"""Where the paragraphs of a document begin and end, and what of one is shown around a quotation."""

from __future__ import annotations

import re

import msgspec

from crosscheck.records import Span

ROOM = 220
"""Code points of context kept before and after a sentence, or around a quotation in a long one."""

_BLANK_LINE = re.compile(r"\s*\n[^\S\n]*\n\s*")
_LINE_BREAK = re.compile(r"\s*\n\s*")


class Excerpt(msgspec.Struct, frozen=True):
    """A piece of a document's text, and whether its paragraph goes on before and after it."""

    span: Span
    cut_before: bool
    cut_after: bool


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of *text*: what blank lines part, and where there are none, line breaks."""
    pattern = _BLANK_LINE if _BLANK_LINE.search(text.strip()) else _LINE_BREAK
    start, spans = len(text) - len(text.lstrip()), []
    end = len(text.rstrip())
    for gap in pattern.finditer(text, start, end):
        spans.append(Span(start, gap.start()))
        start = gap.end()
    return (*spans, Span(start, end)) if start < end else tuple(spans)


def excerpt(text: str, paragraphs: tuple[Span, ...], sentence: Span, quote: Span) -> Excerpt:
    """Return as much of the paragraph around *quote* as a reader needs: short ones whole, else cut between words."""
    touched = [span for span in paragraphs if span.overlaps(sentence)] or [sentence]
    whole = Span(min(touched[0].start, quote.start), max(touched[-1].end, quote.end))
    kept = sentence if quote in sentence and sentence.end - sentence.start <= 2 * ROOM else quote
    start = _word_start(text, kept.start - ROOM) if kept.start - ROOM > whole.start else whole.start
    end = _word_end(text, kept.end + ROOM) if kept.end + ROOM < whole.end else whole.end
    return Excerpt(Span(min(start, quote.start), max(end, quote.end)), start > whole.start, end < whole.end)


def _word_start(text: str, offset: int) -> int:
    """Return where the first whole word behind *offset* begins."""
    hit = re.compile(r"\s+").search(text, offset)
    return hit.end() if hit else offset


def _word_end(text: str, offset: int) -> int:
    """Return where the last whole word before *offset* ends."""
    return offset if text[offset : offset + 1].isspace() else len(text[:offset].rsplit(None, 1)[0])
