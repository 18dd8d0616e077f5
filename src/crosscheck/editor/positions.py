"""Places in a file as the editor counts them: lines from 0, columns in code units of the encoding agreed on."""

from __future__ import annotations

import msgspec
from lsprotocol import types

from crosscheck.records import Evidence, count_bytes

_BEYOND_ONE_UNIT = 0xFFFF
"""Code points above this take two units in UTF-16."""


class Lines(msgspec.Struct, frozen=True):
    """The lines of a file, and the encoding whose units the editor counts."""

    lines: tuple[str, ...]
    encoding: str = types.PositionEncodingKind.Utf16

    @classmethod
    def of(cls, text: str, encoding: str = types.PositionEncodingKind.Utf16) -> Lines:
        r"""Return the lines of *text*; breaks are '\n', '\r\n' and '\r', as in the protocol, and no others."""
        return cls(tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")), encoding)

    def position(self, line: int, column: int) -> types.Position:
        """Return what the editor calls *line* and *column*, both from 1, columns in code points."""
        return types.Position(line - 1, self._count(self._line(line)[: column - 1]))

    def place(self, position: types.Position) -> tuple[int, int]:
        """Return line and column, from 1 and in code points; a position inside a character is that of its start."""
        left, column = position.character, 1
        for character in self._line(position.line + 1):
            left -= self._count(character)
            if left < 0:
                break
            column += 1
        return position.line + 1, column

    def span(self, start: tuple[int, int], end: tuple[int, int]) -> types.Range:
        """Return the range between two places."""
        return types.Range(self.position(*start), self.position(*end))

    def range_of(self, evidence: Evidence) -> types.Range:
        """Return where the quotation stands."""
        return self.span((evidence.line, evidence.column), (evidence.end_line, evidence.end_column))

    def _line(self, number: int) -> str:
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def _count(self, text: str) -> int:
        if self.encoding == types.PositionEncodingKind.Utf32:
            return len(text)
        if self.encoding == types.PositionEncodingKind.Utf8:
            return count_bytes(text)
        return len(text) + sum(ord(character) > _BEYOND_ONE_UNIT for character in text)
