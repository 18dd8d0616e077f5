"""On which day of the news a value was so, and whether it goes on: what tells two days' values of one thing apart."""

from __future__ import annotations

import msgspec

from crosscheck.claims.sentences.passage import COUNTED, Passage, ValueAt
from crosscheck.claims.sentences.periods import find_day
from crosscheck.claims.sentences.signs import ClausePart
from crosscheck.claims.subjects.find import Scene
from crosscheck.languages import load_terms
from crosscheck.records import CLOSEST, PLACE, RATE, Context

_TURNS: tuple[tuple[ClausePart, str], ...] = (("last_time", "for the last time"), ("first_time", "for the first time"))
"""The words for the last and the first time, each with the term that stands for them in every language."""
_TURN_REACH = 8
"""How many tokens may lie between a date and one of these: 'had last been given a full survey in October 2031'."""
_BESIDE_TURN = 3
"""And how many where a comma stands between: 'its most recent survey, in March'."""
_REACH = 8
"""How many tokens may lie between a value and the word that says that it goes on."""


def place_in_time(context: Context, value: ValueAt, attribute: str, passage: Passage, scene: Scene) -> Context:
    """Return *context* with the day that the clause gives *value*, and whether the sentence says that it goes on.

    *attribute* is the concept, '' where none knows it. A running count has its own history, but for one that may turn
    within a day, and what is told of something for good, as a plan is, belongs to no day. A count that no concept
    knows goes on where it 'has risen to' what it is, a place where somebody moves to it: 'climbed to third'.
    """
    if value.mention.kind == "date":
        return _with_turn(context, value, passage, scene.lexicon.language.code)
    if value.mention.kind == "ordinal" and context.counted in {"", PLACE} and _is_moved_to(value, passage, scene):
        return msgspec.structs.replace(context, ongoing=True)
    if value.mention.kind not in COUNTED:
        return context
    concept = scene.lexicon.concepts.get(attribute)
    if concept is not None and concept.rounded:
        context = msgspec.structs.replace(context, aspects=context.aspects | {RATE})
    ongoing = _is_ongoing(value, attribute, passage)
    if concept is not None and (concept.running or concept.undated or concept.design) and not concept.hourly:
        return msgspec.structs.replace(context, ongoing=True) if ongoing else context
    day = find_day(value.at, passage, scene.published, hourly=concept is not None and concept.hourly)
    return msgspec.structs.replace(context, day=day, ongoing=ongoing) if day or ongoing else context


def _is_ongoing(value: ValueAt, attribute: str, passage: Passage) -> bool:
    """Return whether a word near *value* says that it goes on."""
    if "ongoing" not in passage.words and "rising" not in passage.words:
        return False
    counts = value.mention.kind == "number" and not attribute
    signs = passage.parts("ongoing", "rising") if counts else passage.parts("ongoing")
    return any(not passage.crossed(at, value.at) and at.gap(value.at) <= _REACH for at in signs)


def _with_turn(context: Context, value: ValueAt, passage: Passage, code: str) -> Context:
    """Return *context* with the term for the last or the first time, where words near a date say that it is that.

    It takes the place of their own terms. *code* is the language's.
    """
    if "last_time" not in passage.words and "first_time" not in passage.words:
        return context
    near, spelled, terms = dict(context.near), dict(context.spelled), load_terms(code)
    for part, term in _TURNS:
        for at in passage.parts(part):
            gap = at.gap(value.at)
            if gap <= _BESIDE_TURN or (gap <= _TURN_REACH and not passage.crossed(at, value.at)):
                for said in terms.of_all(passage.tokens.words[at.first : at.end]):
                    near.pop(next(iter(said), ""), None)
                near[term] = CLOSEST // 2
                spelled[term] = " ".join(passage.tokens.words[at.first : at.end])
    return context if near == context.near else msgspec.structs.replace(context, near=near, spelled=spelled)


def _is_moved_to(value: ValueAt, passage: Passage, scene: Scene) -> bool:
    """Return whether a verb of the ordinal's segment moves somebody in a table, up or down."""
    moves = scene.lexicon.language.ranks.moves
    here = passage.segments[value.at.first]
    return any(passage.segments[i] == here for i in passage.tokens.places_of(moves))
