"""Where numbers may stand: one pass of a linear-time scanner over the text's UTF-8."""

from __future__ import annotations

from collections.abc import Iterator

import re2


def candidate_runs(text: str, scanner: re2._Regexp) -> Iterator[tuple[int, int]]:
    """Yield the code points of every run of digits and number words in *text*, in order."""
    if text.isascii():
        for match in scanner.finditer(text.encode()):
            yield match.span()
        return
    encoded = text.encode("utf-8", "surrogatepass")
    byte = point = 0
    for match in scanner.finditer(encoded):
        start, end = match.span()
        point += len(encoded[byte:start].decode("utf-8", "surrogatepass"))
        first = point
        point += len(encoded[start:end].decode("utf-8", "surrogatepass"))
        byte = end
        yield first, point
