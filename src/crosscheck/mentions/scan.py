"""Where mentions may stand: one pass of a linear-time scanner over the text's UTF-8."""

from __future__ import annotations

from collections.abc import Iterator

import re2


def find_spans(text: str, scanner: re2._Regexp) -> Iterator[tuple[int, int]]:
    """Yield start and end, in code points, of every match of *scanner*, a pattern over UTF-8, in *text*."""
    encoded = text.encode("utf-8", "surrogatepass")
    if len(encoded) == len(text):
        for match in scanner.finditer(encoded):
            yield match.span()
        return
    byte = point = 0
    for match in scanner.finditer(encoded):
        first, last = match.span()
        point += len(encoded[byte:first].decode("utf-8", "surrogatepass"))
        start = point
        point += len(encoded[first:last].decode("utf-8", "surrogatepass"))
        byte = last
        yield start, point
