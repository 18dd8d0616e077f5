"""Comments in a file that let findings pass: what they name, why, and which lines they cover.

In Markdown and HTML ``<!-- crosscheck: ignore[CC101] reason="..." -->``; in plain text a line of its own,
``# crosscheck: ignore[CC101] reason="..."``, which is no part of the text. A comment beside words covers its line;
alone on its line it covers the block below: up to the next blank line, in HTML also up to the end of an element.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from crosscheck.documents.mapping import LineIndex
from crosscheck.records import Ignore, Span

BLANK_LINE = re.compile(r"^[ \t]*$", re.MULTILINE)
"""Ends a block of Markdown or plain text."""
ELEMENT_END = re.compile(
    r"^[ \t]*$|</(?:p|h[1-6]|li|dd|dt|td|th|tr|blockquote|figcaption|div|section|article)\b",
    re.IGNORECASE | re.MULTILINE,
)
"""Ends a block of HTML: the line that holds it is the block's last."""
MARKUP_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)

_MARK = "crosscheck:"
_LINE = re.compile(r"^[ \t]*#[ \t]*crosscheck:[^\n]*(?:\n|\Z)", re.MULTILINE)
_BODY = re.compile(r"""\s*crosscheck:\s*ignore\[(?P<codes>[^\]\n]*)\]\s*(?:reason="(?P<reason>[^"]*)"\s*)?""")
_SEPARATOR = re.compile(r"[,\s]+")


def find_comment_lines(source: str) -> tuple[Span, ...]:
    """Return the lines of a plain text that are such comments, each with its line break."""
    return tuple(Span(*hit.span()) for hit in _LINE.finditer(source)) if _MARK in source else ()


def read_ignores(source: str, comments: Iterable[Span], block_end: re.Pattern[str]) -> tuple[Ignore, ...]:
    """Return what those of *comments* say that speak to crosscheck; one that cannot be read has no code.

    Args:
        source: the whole file.
        comments: where comments stand in it, with their marks, in order.
        block_end: what ends a block of this format.
    """
    if _MARK not in source:
        return ()
    lines = LineIndex.of(source)
    return tuple(
        _read_ignore(source, comment, block_end, lines)
        for comment in comments
        if source[comment.start : comment.end].lstrip("<!-# \t\n").startswith(_MARK)
    )


def _read_ignore(source: str, comment: Span, block_end: re.Pattern[str], lines: LineIndex) -> Ignore:
    line, column = lines.place(comment.start)
    first, last = _find_covered(source, comment, block_end, lines)
    body = _BODY.fullmatch(source[comment.start : comment.end].strip().removesuffix("-->").lstrip("<!-# \t\n"))
    return Ignore(
        line=line,
        column=column,
        codes=tuple(code.upper() for code in _SEPARATOR.split(body["codes"]) if code) if body else (),
        reason=(body["reason"] or "").strip() if body else "",
        first_line=first,
        last_line=last,
    )


def _find_covered(source: str, comment: Span, block_end: re.Pattern[str], lines: LineIndex) -> tuple[int, int]:
    """Return the first and last line that the comment covers."""
    end = comment.end - source[comment.start : comment.end].endswith("\n")
    line_start = source.rfind("\n", 0, comment.start) + 1
    line_end = next_break if (next_break := source.find("\n", end)) >= 0 else len(source)
    if source[line_start : comment.start].strip() or source[end:line_end].strip():
        return lines.place(comment.start)[0], lines.place(end)[0]
    start = len(source) - len(source[line_end:].lstrip())
    stop = block_end.search(source, start)
    last = len(source) if stop is None else stop.start()
    first_line = lines.place(start)[0]
    return first_line, lines.place(last)[0] - (stop is not None and not stop[0].strip())
