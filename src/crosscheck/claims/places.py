"""Where a value was counted: the place that its clause names."""

from __future__ import annotations

from crosscheck.claims.lexicon import PLACE
from crosscheck.claims.passage import At, NamedAt, Passage
from crosscheck.claims.subjects import Scene


def find_place(value: At, cue: At, passage: Passage, scene: Scene) -> str:
    """Return the place that the clause of the value or its cue names, '' where none.

    It is a name behind a preposition that says where ('in Harwick'), or the shared key of a word for an extent
    ('nationwide'). Where somebody speaks is not where something was counted: 'police in Harwick said 14 died'.
    """
    starts = {at.end for at in passage.parts("inside")}
    named = [
        name
        for name in passage.names
        if _is_place(name, scene)
        and (
            name.at.first in starts
            or (name.at.first - 1 in starts and passage.tokens.words[name.at.first - 1].isalpha())
        )
        and _is_near(name.at, value, cue, passage)
        and not _speaks_there(name.at, value, passage)
    ]
    if named:
        return min(named, key=lambda name: (passage.distance(name.at, value), name.at.first)).name
    extents = [row for row in passage.labels("extent") if _is_near(row[0], value, cue, passage)]
    return min(extents, key=lambda row: row[0].gap(value))[1] if extents else ""


def _is_place(name: NamedAt, scene: Scene) -> bool:
    return scene.lexicon.general.get(name.kind, name.kind) == PLACE


def _is_near(at: At, value: At, cue: At, passage: Passage) -> bool:
    return not passage.crossed(at, value) or not passage.crossed(at, cue)


def _speaks_there(at: At, value: At, passage: Passage) -> bool:
    return any(word.first in passage.between(at, value) for word in passage.parts("speech", "source"))
