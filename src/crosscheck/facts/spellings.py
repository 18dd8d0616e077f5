"""Names spelled nearly alike, found without comparing every name with every other.

After Li, Deng, Wang and Feng, "Pass-Join: a partition-based method for similarity joins" (VLDB 2011): so few edits
separate two similar names that, the one cut into one piece more than there may be edits, a piece of it stands in the
other unharmed, and no further from its place than there are edits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz import fuzz

SIMILAR = 92
"""rapidfuzz ratio (0 to 100) from which two spellings of a name of several words count as one."""
_MOST_NAMES = 100
"""A piece that more names than this have in one place ('... Holdings') tells none of them apart."""

_Cut = tuple[int, int, dict[str, list[str]]]
"""A piece of the names of one length: where it starts in them, how long it is, and the names by its letters."""


def find_similar(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of distinct *names* that are spelled alike, in the order of *names*, the most alike first.

    The earlier name comes first. A pair is passed over when all that it has in common stands in the same place of very
    many names; so the work for a name is bounded, however many there are.
    """
    rank = {name: n for n, name in enumerate(names)}
    index = _index(rank)
    pairs: list[tuple[int, float, int]] = []
    for name, own in rank.items():
        for other in _candidates(name, index):
            score = fuzz.ratio(name, other, score_cutoff=SIMILAR)
            if score:
                first, second = sorted((own, rank[other]))
                pairs.append((first, -score, second))
    ordered = list(rank)
    yield from ((ordered[first], ordered[second]) for first, _, second in sorted(set(pairs)))


def _index(names: Iterable[str]) -> dict[int, list[_Cut]]:
    """Return for each length of *names* the pieces that those so long are cut into."""
    index: dict[int, list[_Cut]] = {}
    for name in names:
        cuts = index.get(len(name))
        if cuts is None:
            cuts = index[len(name)] = [(start, size, {}) for start, size in _cuts(len(name))]
        for start, size, with_piece in cuts:
            with_piece.setdefault(name[start : start + size], []).append(name)
    return index


def _candidates(name: str, index: Mapping[int, Sequence[_Cut]]) -> set[str]:
    """Return the other names, as long as *name* or shorter, that have a piece in common with it.

    So many of the edits put letters in as *name* is longer; of the others, half leave out what half put in. A piece
    stands no further before its place than that half, nor behind it than that half and what *name* is longer.
    """
    found: set[str] = set()
    for length in range(_shortest(len(name)), len(name) + 1):
        longer = len(name) - length
        back = (_edits(length, len(name)) - longer) // 2
        for start, size, with_piece in index.get(length, ()):
            for at in range(max(0, start - back), min(start + back, length - size) + longer + 1):
                group = with_piece.get(name[at : at + size])
                if group is not None and len(group) <= _MOST_NAMES:
                    found.update(group)
    found.discard(name)
    return found


def _cuts(length: int) -> Iterator[tuple[int, int]]:
    """Yield start and size of each piece of a name so long: one more than edits lead to any similar, longer name."""
    count = _edits(length, _longest(length)) + 1
    for n in range(count):
        start, end = n * length // count, (n + 1) * length // count
        yield start, end - start


def _edits(length: int, other: int) -> int:
    """Return how many letters may be put in or left out between similar names of these lengths."""
    return (length + other) * (100 - SIMILAR) // 100


def _shortest(length: int) -> int:
    """Return the length of the shortest name that can be similar to one so long."""
    return -(-length * SIMILAR // (200 - SIMILAR))


def _longest(length: int) -> int:
    """Return the length of the longest name that can be similar to one so long."""
    return length * (200 - SIMILAR) // SIMILAR
