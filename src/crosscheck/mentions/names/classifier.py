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
from functools import cache, partial
from pathlib import Path

import msgspec

from crosscheck.memo import Memo
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


def _pack_row(weights: Sequence[int]) -> int:
    """Return the row that holds *weights*, one for each of KINDS, each within plus or minus 250."""
    return sum(weight << (_FIELD * at) for at, weight in enumerate(weights))


def row_of(feature: str, rows: int) -> int:
    """Return the row of *feature* in a table of *rows* rows."""
    return zlib.crc32(feature.encode()) % rows


class Judgement(msgspec.Struct, frozen=True, gc=False):
    """How well a word goes as each of KINDS, and by how much the likeliest beats being no name (below: it does not)."""

    scores: tuple[int, ...]
    margin: int

    @property
    def leaning(self) -> tuple[str, int]:
        """The likeliest kind of name, and by how much it beats the next."""
        second, best = sorted(self.scores)[-2:]
        return KINDS[self.scores.index(best)], best - second


UNKNOWN = Judgement((0,) * len(KINDS), 0)
"""What a word is without a classifier."""


class Classifier:
    """Scores the capitalised words of a text; what depends on one word alone is remembered."""

    def __init__(self, vocabulary: Vocabulary, table: Sequence[int]) -> None:
        self._table = table
        self._vocabulary = vocabulary
        self._own = Memo(self._sum_own, _REMEMBERED)
        self._left = Memo(partial(self._sum_near, "<"), _REMEMBERED)
        self._right = Memo(partial(self._sum_near, ">"), _REMEMBERED)
        self._second_left = Memo(partial(self._sum_far, "("), _REMEMBERED)
        self._second_right = Memo(partial(self._sum_far, ")"), _REMEMBERED)

    def judge(self, text: Text, index: int, is_marked: bool) -> Judgement:
        """Return what word *index* is likeliest to be; *is_marked* says that lists alone take it for a name."""
        words, gaps, last = text.words, text.gaps, len(text.words) - 1
        total = (
            _LIFT
            + self._own[words[index], index in text.fresh, is_marked]
            + self._left[words[index - 1] if index else "", gaps[index]]
            + self._right[words[index + 1] if index < last else "", gaps[index + 1]]
        )
        if index > 1:
            total += self._second_left[words[index - 2]]
        if index + 1 < last:
            total += self._second_right[words[index + 2]]
        scores = _SCORES.unpack((total & _ALL).to_bytes(_SCORES.size, "little"))  # each with _MIDDLE added
        return Judgement(scores, max(scores) - _MIDDLE)

    def _sum(self, features: Sequence[str]) -> int:
        table, rows = self._table, len(self._table)
        return sum([table[zlib.crc32(feature) % rows] for feature in map(str.encode, features)])

    def _sum_own(self, own: tuple[str, bool, bool]) -> int:
        word, is_fresh, is_marked = own
        plain = bare(word)
        return self._sum(own_features(self._vocabulary, plain, plain != word, is_fresh, is_marked))

    def _sum_near(self, place: str, near: tuple[str, str]) -> int:
        word, gap = near
        plain = bare(word)
        return self._sum(near_features(self._vocabulary, place, plain, gap, plain != word))

    def _sum_far(self, place: str, word: str) -> int:
        return self._sum(far_features(place, word))


@cache
def load_classifier(vocabulary: Vocabulary) -> Classifier | None:
    """Return the classifier of the vocabulary's language, None where no weights are shipped for it."""
    path = _FOLDER / f"{vocabulary.code}.weights"
    return Classifier(vocabulary, _read_table(path.read_bytes())) if path.is_file() else None


def _read_table(content: bytes) -> array[int]:
    """Return the rows in *content*: zlib, eight bytes a row, little-endian."""
    table = array("q")
    table.frombytes(zlib.decompress(content))
    if sys.byteorder == "big":
        table.byteswap()
    return table


def write_table(rows: Iterable[Sequence[int]]) -> bytes:
    """Return the content of a weights file for *rows*, each with a weight for each of KINDS."""
    table = array("q", map(_pack_row, rows))
    if sys.byteorder == "big":
        table.byteswap()
    return zlib.compress(table.tobytes(), 9)
