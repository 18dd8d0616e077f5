"""Word classes (common word, first name, surname, place) of many words, from a file of Bloom filters.

A filter says 'no' for certain and 'yes' with a few wrong answers in a thousand, in about a byte and a half a word; it
is read as it lies on disk. ``weights/README.md`` names the word lists it was made from.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from zlib import crc32

import msgspec

_FOLDER = Path(__file__).parent / "weights"
COMMON, FIRST, SURNAME, PLACE = 1, 2, 4, 8
CLASSES = {"common": COMMON, "first": FIRST, "surname": SURNAME, "place": PLACE}


class BloomFilter(msgspec.Struct, frozen=True):
    """A set of words that never forgets one and now and then takes a stranger for a member."""

    bits: bytes
    size: int
    probes: int


def hashes(word: str) -> tuple[int, int]:
    """Return where the probes for *word* begin and how far they lie apart."""
    encoded = word.encode()
    return crc32(encoded), crc32(encoded, 0x9E3779B9) | 1


class FilterShape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a filter lies in its file: name of the class, bits, probes a word. Filters follow each other."""

    name: str
    size: int
    probes: int


class Lexicon(msgspec.Struct, frozen=True):
    """What a language's word lists say of a word; ``common`` are those of ``filters`` that hold common words."""

    filters: tuple[tuple[int, BloomFilter], ...] = ()
    common: tuple[tuple[int, BloomFilter], ...] = ()

    def classes(self, word: str) -> int:
        """Return the classes of *word* as listed there (upper and lower case differ), joined with ``|``."""
        return _classes(word, self.filters)

    def is_common(self, word: str) -> bool:
        """Return whether *word* is listed there as a common word."""
        return bool(_classes(word, self.common))


def _classes(word: str, filters: Iterable[tuple[int, BloomFilter]]) -> int:
    """Return the marks of those of *filters* that hold *word*, joined with ``|``."""
    start, step = hashes(word)
    found = 0
    for mark, members in filters:
        bits, size, position = members.bits, members.size, start
        for _ in range(members.probes):
            position = (position + step) & 0xFFFFFFFF
            at = position % size
            if not bits[at >> 3] >> (at & 7) & 1:
                break
        else:
            found |= mark
    return found


@cache
def load_lexicon(code: str) -> Lexicon:
    """Return the lexicon of language *code*, an empty one where none is shipped."""
    path = _FOLDER / f"{code}.lexicon"
    return _read_lexicon(path.read_bytes()) if path.is_file() else Lexicon()


def _read_lexicon(content: bytes) -> Lexicon:
    """Return the lexicon in *content*: length of the header (4 bytes, little-endian), header in JSON, filters."""
    start = 4 + int.from_bytes(content[:4], "little")
    filters = []
    for shape in msgspec.json.decode(content[4:start], type=tuple[FilterShape, ...]):
        end = start + (shape.size + 7) // 8
        filters.append((CLASSES[shape.name], BloomFilter(content[start:end], shape.size, shape.probes)))
        start = end
    return Lexicon(tuple(filters), tuple(entry for entry in filters if entry[0] == COMMON))
