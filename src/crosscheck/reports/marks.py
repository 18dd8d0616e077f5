"""Which pieces of several quotations differ: the digits of a number, else the words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from crosscheck.records import FindingKind, Span

_NUMBER = re.compile(r"\d+(?:[.,'\u2019\u00a0\u202f:]\d+)*")
_WORD = re.compile(r"\w+")
_RESTATED: frozenset[FindingKind] = frozenset({"value", "date", "rank", "unit", "role", "polarity", "bound"})
_SLIPS = 2
"""Digits that may differ in a number before it is marked as a whole; in a long one, half of its digits."""


def mark_differences(kind: FindingKind, quotes: Sequence[str]) -> tuple[tuple[Span, ...], ...]:
    """Return, per quotation, the pieces that a reader should look at: never none, in order, as offsets in the quote.

    Where the quotations state the same thing twice, these are the digits that differ, or the words where the numbers
    agree; where they state different things that do not add up, every number; a quotation without either, as a whole.
    """
    if kind in _RESTATED:
        marks = _differing_digits(quotes) or _differing_words(quotes)
    else:
        marks = tuple(_spans(_NUMBER, quote) for quote in quotes) if kind == "arithmetic" else ((),) * len(quotes)
    return tuple(found or (Span(0, len(quote)),) for found, quote in zip(marks, quotes, strict=True))


def _differing_digits(quotes: Sequence[str]) -> tuple[tuple[Span, ...], ...]:
    """Return the digits in which the quotes' numbers differ; empty where every quote has the same numbers."""
    numbers = [_spans(_NUMBER, quote) for quote in quotes]
    values = [{_digits(quote, span) for span in spans} for quote, spans in zip(quotes, numbers, strict=True)]
    shared = set.intersection(*values)
    own = [
        tuple(span for span in spans if _digits(quote, span) not in shared)
        for quote, spans in zip(quotes, numbers, strict=True)
    ]
    if not any(own):
        return ()
    printed = [(quote, spans[0]) for quote, spans in zip(quotes, own, strict=True) if len(spans) == 1]
    return tuple(_against(quote, spans, printed) for quote, spans in zip(quotes, own, strict=True))


def _against(quote: str, spans: tuple[Span, ...], printed: list[tuple[str, Span]]) -> tuple[Span, ...]:
    """Return the digits of a quote's one number that differ from the first other number that looks like it."""
    if len(spans) != 1:
        return spans
    mine = _digits(quote, spans[0])
    for other, span in printed:
        theirs = _digits(other, span)
        if theirs != mine:
            return _unlike(quote, spans[0], theirs)
    return spans


def _unlike(quote: str, span: Span, theirs: str) -> tuple[Span, ...]:
    """Return the runs of digits of the number at *span* that are not in *theirs*; the number where they are unlike."""
    places = [offset for offset in range(span.start, span.end) if quote[offset].isdigit()]
    mine = "".join(quote[offset] for offset in places)
    if len(mine) == len(theirs):
        wrong = [place for place, a, b in zip(places, mine, theirs, strict=True) if a != b]
    else:
        blocks = SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks()
        same = {i for block in blocks for i in range(block.a, block.a + block.size)}
        wrong = [place for i, place in enumerate(places) if i not in same]
    if not wrong or len(wrong) == len(mine) or len(wrong) > max(_SLIPS, len(mine) // 2):
        return (span,)
    return _runs(wrong)


def _differing_words(quotes: Sequence[str]) -> tuple[tuple[Span, ...], ...]:
    """Return the words that not every quote has."""
    words = [_spans(_WORD, quote) for quote in quotes]
    shared = set.intersection(
        *({quote[s.start : s.end].casefold() for s in spans} for quote, spans in zip(quotes, words, strict=True))
    )
    return tuple(
        _join(quote, [span for span in spans if quote[span.start : span.end].casefold() not in shared])
        for quote, spans in zip(quotes, words, strict=True)
    )


def _join(quote: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return *spans* with those that only white space parts as one."""
    joined: list[Span] = []
    for span in spans:
        if joined and quote[joined[-1].end : span.start].isspace():
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)


def _spans(pattern: re.Pattern[str], quote: str) -> tuple[Span, ...]:
    return tuple(Span(hit.start(), hit.end()) for hit in pattern.finditer(quote))


def _digits(quote: str, span: Span) -> str:
    """Return the digits alone: '42,1' and '42.1' print the same number in two languages."""
    return "".join(letter for letter in quote[span.start : span.end] if letter.isdigit())


def _runs(places: Sequence[int]) -> tuple[Span, ...]:
    """Return ascending *places* as runs of neighbours."""
    runs: list[Span] = []
    for place in places:
        if runs and runs[-1].end == place:
            runs[-1] = Span(runs[-1].start, place + 1)
        else:
            runs.append(Span(place, place + 1))
    return tuple(runs)
