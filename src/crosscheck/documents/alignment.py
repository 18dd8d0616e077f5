"""Where the lines that an extractor kept stand in the page: found again by their letters, white space aside."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator

import msgspec

from crosscheck.documents.visible import BLOCK, CELL, LINE

_BREAKS = BLOCK + LINE + CELL
_BLOCK = re.compile(f"[^{_BREAKS}]+")
_CANDIDATES = 50
"""Places looked at for one line."""
_WINDOW = 400
"""Folded code points behind the last hit in which the words of a broken line are looked for."""


class Folded(msgspec.Struct, frozen=True):
    """A text without white space, accents and invisible characters, and the index of each character left."""

    letters: str
    indices: tuple[int, ...]
    text: str

    @classmethod
    def of(cls, text: str) -> Folded:
        """Return *text* folded."""
        base = {character: _base(character) for character in set(text)}
        kept = tuple(index for index, character in enumerate(text) if base[character])
        return cls("".join(base[text[index]] for index in kept), kept, text)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the text that the letters from *start* up to *end* come from."""
        return self.indices[start], self.indices[end - 1] + 1

    def count(self, start: int, end: int) -> int:
        """Return how many letters come from the text from *start* up to *end*."""
        return bisect_left(self.indices, end) - bisect_left(self.indices, start)

    def find(self, letters: str, start: int, end: int | None = None) -> int:
        """Return where *letters* stand as whole words, at the beginning of a block if anywhere; -1 where nowhere."""
        best = -1
        at = self.letters.find(letters, start, end)
        for _ in range(_CANDIDATES):
            if at < 0:
                break
            before = self._white(self.indices[at] - 1)
            if before and self._white(self.indices[at + len(letters) - 1] + 1):
                if before in _BREAKS:
                    return at
                best = at if best < 0 else best
            at = self.letters.find(letters, at + 1, end)
        return best

    def _white(self, index: int) -> str:
        """Return the white space at *index*, '' where there is none; both ends of the text count as a break."""
        if not 0 <= index < len(self.text):
            return BLOCK
        return self.text[index] if self.text[index].isspace() else ""


def locate_lines(lines: Iterable[str], text: str) -> tuple[list[tuple[int, int]], int]:
    """Return the ranges of *text* that *lines* were taken from, and how many lines are not in it.

    The ranges are ascending, and none touches another. A block of which at least half is found is in them whole:
    extractors lose inline elements (<time>) out of the middle of a sentence.
    """
    folded = Folded.of(text)
    found: list[tuple[int, int]] = []
    cursor = lost = 0
    for line in lines:
        for piece in line.split("|"):
            letters = Folded.of(piece.strip().removeprefix("- ")).letters
            if any(character.isalnum() for character in letters):
                located = list(_locate(letters, piece, folded, cursor))
                found += [folded.span(start, end) for start, end in located]
                cursor = located[-1][1] if located else cursor
                lost += not located
    return _join([*found, *_mostly_found(_join(found), folded)]), lost


def _locate(letters: str, piece: str, page: Folded, cursor: int) -> Iterator[tuple[int, int]]:
    """Yield where *letters* stand: as one, behind the cursor or before it; else word by word behind the cursor."""
    for start in (cursor, 0):
        at = page.find(letters, start)
        if at >= 0:
            yield at, at + len(letters)
            return
    for word in piece.split():
        part = Folded.of(word).letters
        at = page.find(part, cursor, cursor + _WINDOW) if part else -1
        if at >= 0:
            cursor = at + len(part)
            yield at, cursor


def _mostly_found(ranges: list[tuple[int, int]], page: Folded) -> Iterator[tuple[int, int]]:
    """Yield the blocks of the page of which *ranges* cover half of the letters or more."""
    at = 0
    for block in _BLOCK.finditer(page.text):
        start, end = block.span()
        while at < len(ranges) and ranges[at][1] <= start:
            at += 1
        covered, ahead = 0, at
        while ahead < len(ranges) and ranges[ahead][0] < end:
            covered += page.count(max(start, ranges[ahead][0]), min(end, ranges[ahead][1]))
            ahead += 1
        if covered and 2 * covered >= page.count(start, end):
            yield start, start + len(block[0].rstrip())


def _join(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _base(character: str) -> str:
    """Return the letter without accents and raising; '' for white space, marks and what cannot be seen."""
    if character.isspace() or unicodedata.category(character) in ("Cf", "Cc", "Mn"):
        return ""
    if character.isascii():
        return character
    return unicodedata.normalize("NFKD" if character.isdigit() else "NFD", character)[0]
