"""Where the paragraphs of a document begin and end, and what of one is shown around a quotation."""

from __future__ import annotations

import re

import msgspec

from crosscheck.records import Span

ROOM = 220
"""Code points of context kept before and after a sentence, or around a quotation in a long one, at most."""
_SHARED = 20_000
"""Code points of context for one side of all findings together: of a thousand, each keeps 20 before and behind it."""
_LEAST = 60
"""Code points kept before and after a quotation in a long sentence, at least."""
_SHORT = 160
"""A sentence of no more code points is never cut; one longer than the context on both sides is, like a paragraph."""

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


def room_for(findings: int) -> int:
    """Return how many code points of context each side of so many *findings* keeps: the documents follow below."""
    return max(min(ROOM, _SHARED // max(findings, 1)), 1)


def excerpt(text: str, paragraphs: tuple[Span, ...], sentence: Span, quote: Span, room: int = ROOM) -> Excerpt:
    """Return as much of the paragraph around *quote* as a reader needs: short ones whole, else cut between words.

    Of a sentence that is not long all is kept, and *room* code points before and after it; scripts set the rest.
    """
    touched = [span for span in paragraphs if span.overlaps(sentence)] or [sentence]
    whole = Span(min(touched[0].start, quote.start), max(touched[-1].end, quote.end))
    is_short = quote in sentence and sentence.end - sentence.start <= max(2 * room, _SHORT)
    kept, reach = (sentence, room) if is_short else (quote, max(room, _LEAST))
    start = _word_start(text, kept.start - reach) if kept.start - reach > whole.start else whole.start
    end = _word_end(text, kept.end + reach) if kept.end + reach < whole.end else whole.end
    return Excerpt(Span(min(start, quote.start), max(end, quote.end)), start > whole.start, end < whole.end)


def _word_start(text: str, offset: int) -> int:
    """Return where the first whole word behind *offset* begins."""
    hit = re.compile(r"\s+").search(text, offset)
    return hit.end() if hit else offset


def _word_end(text: str, offset: int) -> int:
    """Return where the last whole word before *offset* ends."""
    if text[offset - 1].isspace() or text[offset : offset + 1].isspace():
        return len(text[:offset].rstrip())
    return len(text[:offset].rsplit(None, 1)[0])
