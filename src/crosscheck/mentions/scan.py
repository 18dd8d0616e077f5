"""Where mentions may stand: one pass of a linear-time scanner over the text's UTF-8."""

from __future__ import annotations

from collections.abc import Iterator

import re2


def find_spans(text: str, scanner: re2._Regexp) -> Iterator[tuple[int, int]]:
    """Yield start and end, in code points, of every match of *scanner*, a pattern over UTF-8, in *text*."""
    encoded = text.encode("utf-8", "surrogatepass")
    if len(encoded) == len(text):
        yield from _matches(encoded, scanner)
        return
    byte = point = 0
    for first, last in _matches(encoded, scanner):
        point += len(encoded[byte:first].decode("utf-8", "surrogatepass"))
        start = point
        point += len(encoded[first:last].decode("utf-8", "surrogatepass"))
        byte = last
        yield start, point


def _matches(encoded: bytes, scanner: re2._Regexp) -> Iterator[tuple[int, int]]:
    """Yield start and end, in bytes, of every match of *scanner*, which has no groups and matches nothing empty.

    RE2 itself is asked: the record that its Python wrapper makes of a match takes as long as to find it.
    """
    search, anchor, end = scanner._regexp.Match, re2._Anchor.UNANCHORED, len(encoded)  # noqa: SLF001 - see above
    ((first, last),) = search(anchor, encoded, 0, end)
    while first >= 0:
        yield first, last
        ((first, last),) = search(anchor, encoded, last, end)
