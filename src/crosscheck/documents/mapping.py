"""Where a piece of the text stands in its file: lines of the source, and text put together from pieces of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from crosscheck.records import Anchor, count_bytes

_STRIDE = 1 << 16
"""Code points between two anchors of a long plain text, so that finding a place stays quick."""


class LineIndex(msgspec.Struct, frozen=True):
    """The offset at which each line of a source starts."""

    starts: tuple[int, ...]

    @classmethod
    def of(cls, source: str) -> LineIndex:
        r"""Return the lines of *source*, whose only line break is '\n'."""
        starts = [0]
        at = source.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = source.find("\n", at + 1)
        return cls(tuple(starts))

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of *offset*, both 1-based."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1


class Transcript:
    """A text that grows from pieces of its source, and remembers where each comes from."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._pieces: list[str] = []
        self._length = 0
        self._runs: list[tuple[int, int]] = []
        self._next = -1

    @property
    def length(self) -> int:
        """Return the number of code points so far."""
        return self._length

    def copy(self, start: int, end: int) -> None:
        """Append the source from *start* up to *end*."""
        if start < end:
            self._put(self._source[start:end], start, end)

    def replace(self, start: int, end: int, text: str) -> None:
        """Append *text*, which stands for the source from *start* up to *end*."""
        if text:
            self._put(text, start, end)
            self._next = -1  # text and source are out of step behind it

    def insert(self, text: str) -> None:
        """Append *text* that the source does not have."""
        self._pieces.append(text)
        self._length += len(text)
        self._next = -1

    def ends_with(self, suffix: str) -> bool:
        """Return whether the text so far ends with *suffix*; true of an empty text."""
        tail = ""
        for piece in reversed(self._pieces):
            tail = piece + tail
            if len(tail) >= len(suffix):
                return tail.endswith(suffix)
        return not tail or tail.endswith(suffix)

    def since(self, start: int) -> str:
        """Return the text from the code point *start* of it on."""
        return "".join(self._pieces)[start:]

    def close(self) -> tuple[str, tuple[Anchor, ...]]:
        """Return the text and its anchors, ascending."""
        surplus = _count_surplus(self._source, [origin for _, origin in self._runs])
        lines = LineIndex.of(self._source)
        anchors = (
            Anchor(at, *lines.place(origin), more) for (at, origin), more in zip(self._runs, surplus, strict=True)
        )
        return "".join(self._pieces), tuple(anchors)

    def _put(self, text: str, start: int, end: int) -> None:
        if start != self._next:
            self._runs.append((self._length, start))
        self._pieces.append(text)
        self._length += len(text)
        self._next = end


def _count_surplus(source: str, origins: Sequence[int]) -> list[int]:
    """Return, for each of *origins*, by how many the bytes before it on its line outnumber the code points."""
    if source.isascii():
        return [0] * len(origins)
    counted: list[int] = []
    reached = surplus = 0
    for origin in origins:
        line = source.rfind("\n", reached if origin >= reached else 0, origin) + 1
        if line or origin < reached:
            reached, surplus = line, 0
        surplus += count_bytes(source[reached:origin]) - (origin - reached)
        reached = origin
        counted.append(surplus)
    return counted


def stride_anchors(source: str) -> tuple[Anchor, ...]:
    """Return the anchors of a text that is its file: none for a short one, else one at a line start every so often."""
    if len(source) <= _STRIDE:
        return ()
    anchors = [Anchor(0, 1, 1)]
    line, at = 1, 0
    while (next_break := source.find("\n", at + _STRIDE)) >= 0:
        line += source.count("\n", at, next_break + 1)
        at = next_break + 1
        anchors.append(Anchor(at, line, 1))
    return tuple(anchors)
