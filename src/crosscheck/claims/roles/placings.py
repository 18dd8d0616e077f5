"""Words that stand for a place: 'took bronze' is third, 'Vizemeisterin' second."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from msgspec.structs import replace

from crosscheck.claims.roles.filled import Filled
from crosscheck.claims.roles.frames import Clause
from crosscheck.claims.sentences.lexicon import PERSON
from crosscheck.claims.sentences.passage import At, CueAt, Passage
from crosscheck.claims.sentences.periods import find_day
from crosscheck.claims.sentences.signs import CuePart
from crosscheck.claims.subjects.find import NO_SUBJECT, Scene, Subject, find_subject
from crosscheck.records import PLACE, Amount, Context, Scope
from crosscheck.values.interval import Interval

_PARTS: Final[tuple[CuePart, ...]] = ("step", "outright")
_COUNTING = frozenset({"number", "ordinal"})
_METRE = "metre"
_REACH = 14
"""How many tokens may stand between a medal and the verb that it is won by."""


def find_placings(passage: Passage, scene: Scene) -> Iterator[Filled]:
    """Yield the place that a word stands for, of the person who took it.

    Who takes several medals in a clause took them in several contests, and who has
    taken so many before ('his third gold') is not told by that of this one: neither tells a place.
    """
    hits = [hit for part in _PARTS for hit in passage.hits.get(part, ())]
    hits = [hit for hit in hits if scene.lexicon.concepts[hit.cue.concept].values_of]
    for hit in hits:
        concept = scene.lexicon.concepts[hit.cue.concept]
        rivals = (o for o in hits if o.cue.step != hit.cue.step and not passage.crossed(o.at, hit.at))
        if any(rivals) or not _tells_place(hit, passage, scene):
            continue
        subject = _bearer(hit, passage, scene)
        if subject.kind == PERSON:
            rank = Fraction(hit.cue.step)
            value = Amount(Interval.point(rank), rank, precision=Fraction(1))
            yield Filled(concept.values_of, value, subject, hit.at, hit.at)


def in_contest(scope: Scope, passage: Passage) -> Scope:
    """Return *scope* with the distance of the contest that the sentence is of for its place, if it names just one.

    Who is second over 200 metres may well be first over 100, in the same hall on the same day.
    """
    distances = {
        value.mention.low
        for value in passage.values
        if value.mention.unit == _METRE and value.mention.low == value.mention.high
    }
    return replace(scope, place=f"{distances.pop()} m") if len(distances) == 1 else scope


def place_context(at: At, passage: Passage, scene: Scene) -> Context:
    """Return the context of a place that a word stands for: the day of the news that its clause gives."""
    return Context({}, {}, {}, PLACE, day=find_day(at, passage, scene.published))


def _tells_place(hit: CueAt, passage: Passage, scene: Scene) -> bool:
    """Return whether a medal is won in its clause, alone: 'took silver', not 'two silver medals' or 'silver coins'."""
    at = hit.at
    if any(not passage.crossed(veto, at) for veto in passage.vetoes.get(hit.cue.concept, ())):
        return False
    if hit.cue.part == "outright":
        return True
    counted = (value.at.end == at.first and value.mention.kind in _COUNTING for value in passage.values)
    if any(counted) or passage.ends(at.first, "infinitive"):
        return False
    words = passage.tokens.words
    small = {small.first for places in passage.words.values() for small in places}
    small |= {value.at.first for value in passage.values}
    noun_follows = at.end < len(words) and words[at.end][0].isalpha() and at.end not in small
    noun_follows = noun_follows and words[at.end] not in scene.lexicon.language.grammar.prepositions
    won = passage.nearest_whole(hit, _REACH)
    return won is not None and (not noun_follows or won.first == at.end)


def _bearer(hit: CueAt, passage: Passage, scene: Scene) -> Subject:
    """Return who took the place: the one named behind words that lead to the name, else the subject of the verb.

    A verb right behind the medal has its subject behind it: 'Silber holte Ann Low'.
    """
    people = [name for name in passage.names if name.kind == PERSON]
    verb = hit.at if hit.cue.part == "outright" else passage.nearest_whole(hit, _REACH) or hit.at
    if verb == hit.at or verb.first == hit.at.end:
        named = Clause(passage, people, scene.lexicon.language.clauses.posts).described(verb.end)
        if named is not None:
            return Subject(named.name, named.kind, "name after the value")
    if verb == hit.at and passage.tokens.words[verb.end - 1] in scene.lexicon.language.grammar.prepositions:
        return NO_SUBJECT
    return find_subject(hit.cue.concept, hit.at, verb, passage, scene, ())
