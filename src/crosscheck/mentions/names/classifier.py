"""A linear classifier of capitalised words, trained by ``tools/names/train.py``; ``weights/README.md`` tells on what.

Every feature is hashed to a row of the weights' table: one whole number that holds the weights of all kinds of name,
against being no name, side by side in fields of 16 bits, so that one addition adds them all. Scores are whole numbers:
the same text gives the same names everywhere.
"""

from __future__ import annotations

import struct
import sys
import zlib
from array import array
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path

import msgspec

from crosscheck.mentions.names.features import KINDS, far_features, near_features, own_features
from crosscheck.mentions.names.vocabulary import Vocabulary, bare
from crosscheck.mentions.names.words import Text

_FOLDER = Path(__file__).parent / "weights"
_FIELD = 16
_ALL = (1 << (_FIELD * len(KINDS))) - 1
_MIDDLE = 1 << (_FIELD - 1)
_LIFT = sum(_MIDDLE << (_FIELD * at) for at in range(len(KINDS)))
_SCORES = struct.Struct(f"<{len(KINDS)}H")
_REMEMBERED = 1 << 14


def pack_row(weights: Sequence[int]) -> int:
    """Return the row that holds *weights*, one for each of KINDS, each within plus or minus 250."""
    return sum(weight << (_FIELD * at) for at, weight in enumerate(weights))


def row_of(feature: str, rows: int) -> int:
    """Return the row of *feature* in a table of *rows* rows."""
    return zlib.crc32(feature.encode()) % rows


class Judgement(msgspec.Struct, frozen=True, gc=False):
    """The likeliest kind of name, its margin (above zero where it is a name), and its lead over the next kind."""

    kind: str
    margin: int
    lead: int


class Classifier:
    """Scores the capitalised words of a text; what depends on one word alone is remembered."""

    def __init__(self, vocabulary: Vocabulary, table: Sequence[int]) -> None:
        self._table = table
        self._vocabulary = vocabulary
        self._own = lru_cache(_REMEMBERED)(self._sum_own)
        self._near = lru_cache(_REMEMBERED)(self._sum_near)
        self._second_left = lru_cache(_REMEMBERED)(lambda word: self._sum(far_features("(", word)))
        self._second_right = lru_cache(_REMEMBERED)(lambda word: self._sum(far_features(")", word)))

    def judge(self, text: Text, index: int, is_marked: bool) -> Judgement:
        """Return what word *index* is likeliest to be; *is_marked* says that lists alone take it for a name."""
        total = self._total(text, index, is_marked) + _LIFT & _ALL
        scores = _SCORES.unpack(total.to_bytes(_SCORES.size, "little"))  # each with _MIDDLE added
        *_, second, best = sorted(scores)
        return Judgement(KINDS[scores.index(best)], best - _MIDDLE, best - second)

    def _total(self, text: Text, index: int, is_marked: bool) -> int:
        words, gaps = text.words, text.gaps
        left = words[index - 1] if index else ""
        right = words[index + 1] if index + 1 < len(words) else ""
        total = self._own(words[index], index in text.fresh, is_marked)
        total += self._near("<", left, gaps[index]) + self._near(">", right, gaps[index + 1])
        if index > 1:
            total += self._second_left(words[index - 2])
        if index + 2 < len(words):
            total += self._second_right(words[index + 2])
        return total

    def _sum(self, features: Sequence[str]) -> int:
        table, rows = self._table, len(self._table)
        return sum([table[zlib.crc32(feature.encode()) % rows] for feature in features])

    def _sum_own(self, word: str, is_fresh: bool, is_marked: bool) -> int:
        plain = bare(word)
        return self._sum(own_features(self._vocabulary, plain, plain != word, is_fresh, is_marked))

    def _sum_near(self, place: str, word: str, gap: str) -> int:
        plain = bare(word)
        return self._sum(near_features(self._vocabulary, place, plain, gap, plain != word))


@cache
def load_classifier(vocabulary: Vocabulary) -> Classifier | None:
    """Return the classifier of the vocabulary's language, None where no weights are shipped for it."""
    path = _FOLDER / f"{vocabulary.code}.weights"
    return Classifier(vocabulary, read_table(path.read_bytes())) if path.is_file() else None


def read_table(content: bytes) -> array[int]:
    """Return the rows in *content*: zlib, eight bytes a row, little-endian."""
    table = array("q")
    table.frombytes(zlib.decompress(content))
    if sys.byteorder == "big":
        table.byteswap()
    return table


def write_table(rows: Iterable[Sequence[int]]) -> bytes:
    """Return the content of a weights file for *rows*, each with a weight for each of KINDS."""
    table = array("q", map(pack_row, rows))
    if sys.byteorder == "big":
        table.byteswap()
    return zlib.compress(table.tobytes(), 9)
