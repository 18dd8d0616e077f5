"""Whose a value may be, by place alone: the names near it in its segment, but for those of places and speakers.

They tell two values apart whose clauses are not about the same (`clause_subjects`), and never bring them together.
'Jonas Pell's saga of 460 pages' is none of Mirela Toth's.
"""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.claims.sentences.lexicon import PLACE
from crosscheck.claims.sentences.passage import At, NamedAt, Passage, ValueAt

_REACH = 8
"""How many tokens may lie between a value and whose it is."""
_SAID = 2
"""And how many between a name and the verb of speech that makes it a speaker's."""
_OPENING = 1
"""A word, as an article, may stand between a preposition and a name."""


def may_own(passage: Passage) -> Sequence[NamedAt]:
    """Return the names of the sentence that a value may be of: none of a place or a speaker, none behind 'in'."""
    if not passage.names:
        return ()
    placed = _ends_of_places(passage)
    told = passage.parts("speech", "source")
    return [
        name
        for name in passage.names
        if name.kind != PLACE
        and name.at.first not in placed
        and name.at.first - _OPENING not in placed
        and not (told and _speaks(name, told, passage))
    ]


def find_owners(value: ValueAt, owning: Sequence[NamedAt], passage: Passage) -> tuple[tuple[str, str], ...]:
    """Return which of *owning*, those that may own any value, *value* may be of: with their kinds, the nearest first.

    Another value between takes the name for itself.
    """
    first, end = value.at.first - _REACH, value.at.end + _REACH
    near = [
        name
        for name in owning
        if first <= name.at.end
        and name.at.first <= end
        and not passage.crossed(name.at, value.at)
        and not _is_between(name.at, value, passage)
    ]
    if len(near) > 1:
        near.sort(key=lambda name: name.at.gap(value.at))
    return tuple([(name.name, name.kind) for name in near])


def _ends_of_places(passage: Passage) -> frozenset[int]:
    """Return the tokens behind the prepositions that lead to a place, and to nobody."""
    if "place" not in passage.words and "inside" not in passage.words:
        return frozenset()
    bearing = {at.first for at in passage.parts("of", "bearer", "agent")}
    return frozenset(at.end for at in passage.parts("place", "inside") if at.first not in bearing)


def _speaks(name: NamedAt, told: Sequence[At], passage: Passage) -> bool:
    return any(name.at.gap(at) <= _SAID and not passage.crossed(name.at, at) for at in told)


def _is_between(name: At, value: ValueAt, passage: Passage) -> bool:
    between = passage.between(name, value.at)
    return any(other.at.first in between for other in passage.values if other is not value)
