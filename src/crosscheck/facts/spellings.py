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
_Probe = tuple[int, int, Mapping[str, Sequence[str]]]
"""Where a piece may stand in a name, from start to end, and the names that have it, by its letters."""


def find_similar(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of distinct *names* that are spelled alike, in the order of *names*, the most alike first.

    The earlier name comes first. A pair is passed over when all that it has in common stands in the same place of very
    many names; so the work for a name is bounded, however many there are.
    """
    rank = {name: n for n, name in enumerate(names)}
    index = _index(rank)
    probes = {length: tuple(_probes(length, index)) for length in index}
    pairs: list[tuple[int, float, int]] = []
    for name, own in rank.items():
        for other in _candidates(name, probes[len(name)]):
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


def _candidates(name: str, probes: Iterable[_Probe]) -> set[str]:
    """Return the other names that have a piece in common with *name* where one of *probes* looks for it."""
    found: set[str] = set()
    for start, end, with_piece in probes:
        group = with_piece.get(name[start:end])
        if group is not None and len(group) <= _MOST_NAMES:
            found.update(group)
    found.discard(name)
    return found


def _probes(longest: int, index: Mapping[int, Sequence[_Cut]]) -> Iterator[_Probe]:
    """Yield where pieces of the names up to *longest* letters may stand in one so long.

    So many of the edits put letters in as that is longer; of the others, half leave out what half put in. A piece
    stands no further before its place than that half, nor behind it than that half and what the name is longer.
    """
    for length in range(_shortest(longest), longest + 1):
        longer = longest - length
        back = (_edits(length, longest) - longer) // 2
        for start, size, with_piece in index.get(length, ()):
            for at in range(max(0, start - back), min(start + back, length - size) + longer + 1):
                yield at, at + size, with_piece


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
