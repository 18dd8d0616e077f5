"""Where a value was counted: the place that its clause names."""

from __future__ import annotations

from crosscheck.claims.sentences.lexicon import PLACE
from crosscheck.claims.sentences.passage import COUNTED, At, NamedAt, Passage
from crosscheck.claims.subjects.find import Scene

_HEAD = 3
"""The last token at which a place still heads its sentence."""


def find_place(value: At, cue: At, passage: Passage, scene: Scene) -> str:
    """Return the place that the clause of the value or its cue names, '' where none.

    It is a name behind a preposition that says where ('in Harwick'), or the shared key of a word for an extent
    ('nationwide'). Where somebody speaks is not where something was counted: 'police in Harwick said 14 died'.
    """
    extents = passage.label_words.get("extent", ())
    if not extents and ("inside" not in passage.words or not passage.names):
        return ""
    starts = {at.end for at in passage.parts("inside")}
    words = passage.tokens.words
    named = (
        (name.at, name.name)
        for name in passage.names
        if (name.at.first in starts or (name.at.first - 1 in starts and words[name.at.first - 1].isalpha()))
        and _is_place(name, scene)
        and not _is_listed(name, passage, scene)
        and not _speaks_there(name.at, value, passage)
    )
    found = [
        (passage.distance(at, value), place)
        for at, place in (*named, *extents)
        if (not passage.crossed(at, value) or not passage.crossed(at, cue)) and not _is_of_another(at, value, passage)
    ]
    return min(found, default=(0, ""), key=lambda row: row[0])[1]


def _is_of_another(place: At, value: At, passage: Passage) -> bool:
    """Return whether another value or an 'and' stands between: '412 nationwide and 58 in Harwick'.

    A place at the head of the sentence is of all that follows.
    """
    if place.first <= _HEAD and place.end <= value.first:
        return False
    inside = passage.between(value, place)
    counted = (other.at.first for other in passage.values if other.mention.kind in COUNTED)
    joined = (at.first for at in passage.parts("coordinator"))
    return any(first in inside for first in (*counted, *joined))


def _is_place(name: NamedAt, scene: Scene) -> bool:
    return scene.lexicon.general.get(name.kind, name.kind) == PLACE


def _is_listed(name: NamedAt, passage: Passage, scene: Scene) -> bool:
    """Return whether a place is the first of several: a value of 'Germany, Poland and Turkey' is of none of them."""
    places = {other.at.first: other.at.end for other in passage.names if _is_place(other, scene)}
    at = name.at.end
    while at + 1 in places and passage.tokens.words[at] == ",":
        at = places[at + 1]
    return at + 1 in places and passage.begins(at, "coordinator")


def _speaks_there(at: At, value: At, passage: Passage) -> bool:
    return any(word.first in passage.between(at, value) for word in passage.parts("speech", "source"))
