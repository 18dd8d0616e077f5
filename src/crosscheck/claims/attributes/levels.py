"""Which concept a value is about, by ordered levels: counted noun, named whole, cue in the clause, elision."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from typing import Final, Literal

import msgspec

from crosscheck.claims.attributes.age_shapes import is_age_told
from crosscheck.claims.attributes.aspects import THRESHOLD, find_aspects
from crosscheck.claims.attributes.elision import is_elided
from crosscheck.claims.attributes.fitting import (
    NOUN_GAP,
    PER,
    counts_the_same,
    fits,
    fitting_concepts,
    has_whole,
    may_be_counted,
)
from crosscheck.claims.attributes.occasions import of_their_occasion
from crosscheck.claims.attributes.ordinals import stands_bare
from crosscheck.claims.attributes.reach import Reach
from crosscheck.claims.attributes.vetoes import is_vetoed, is_vetoed_before, members_told
from crosscheck.claims.sentences.lexicon import Lexicon
from crosscheck.claims.sentences.passage import At, CueAt, Passage, ValueAt
from crosscheck.languages import load_terms

Level = Literal["counted noun", "named whole", "cue in the clause", "elided noun"]
NAMED_WHOLE: Final = "named whole"

PEOPLE: Final = "person affected"
"""The unit of the concepts that count people to whom something happened."""
_WHOLE_GAP = 4
_CUE_REACH = 20
_PLACE_REACH = 4
"""How many words may stand between a verb and the place that it gives: 'waren in Brünn Vierte geworden'."""


class Choice(msgspec.Struct, frozen=True, gc=False):
    """The concept chosen for a value: the level it was chosen on, and where its cue stands."""

    concept: str
    level: Level
    cue: At


def choose_attribute(
    value: ValueAt,
    reach: Reach,
    lexicon: Lexicon,
    earlier: tuple[ValueAt, Choice] | None,
) -> Choice | None:
    """Return the concept that *value* is about, None where no level decides.

    *reach* measures its sentence. *earlier* is the last value before this one in it that has a concept: what an elided
    noun repeats. Where two concepts stand on the same level, the nearer cue wins, then the longer, then the first in
    the pack. What must be reached is no level of anything.
    """
    passage = reach.passage
    if reach.has_threshold and THRESHOLD in find_aspects(value, passage):
        return None
    if PER in value.mention.unit and (own := _by_unit(value, passage, lexicon, earlier)) is not None:
        return own
    is_difference = passage.ends(value.at.first, "difference")
    fitting = fitting_concepts(value.mention, reach.concepts, lexicon)
    if is_difference:
        fitting = {name for name in fitting if lexicon.concepts[name].difference}
    told = _told(fitting, value, passage, lexicon) if fitting else fitting
    cues = [cue for cue in reach.cues if cue.cue.concept in told] if told else []
    if cues and not passage.vetoes.keys().isdisjoint(told):
        cues = [cue for cue in cues if not is_vetoed_before(cue, value, passage)]
    beside = cues and (_by_noun(value, passage, cues) or _by_whole(value, passage, cues))
    chosen = beside or (cues and _by_cue(value, reach, lexicon, cues))
    if chosen or is_difference or (earlier is not None and lexicon.concepts[earlier[1].concept].is_progress):
        return chosen or None
    if earlier is not None and (lead := _lead_over_one(value, earlier, passage, lexicon)) is not None:
        return lead
    if earlier is None or not is_elided(earlier[1].concept, value, earlier[0], reach, fitting, lexicon):
        return None
    return Choice(earlier[1].concept, "elided noun", earlier[0].at)


def _told(fitting: Set[str], value: ValueAt, passage: Passage, lexicon: Lexicon) -> Set[str]:
    """Return which of *fitting* no word rules out, and of which the sentence says what it wants said."""
    told = fitting - members_told(value, passage) if "cover" in passage.hits else fitting
    if disputed := passage.vetoes.keys() & told:
        told = told - {name for name in disputed if is_vetoed(name, value, passage)}
    if not lexicon.occasional.isdisjoint(told):
        told = of_their_occasion(told, value, passage, lexicon)
    return told


def _by_unit(
    value: ValueAt, passage: Passage, lexicon: Lexicon, earlier: tuple[ValueAt, Choice] | None
) -> Choice | None:
    """Return the one concept of a cue that is money for each of what the value is for each of: '3 euros per mile'.

    Or the one that is a part of what an amount right before is: 'a profit of 8 million dollars, or 1.20 a share'.
    """
    each = value.mention.unit.partition(PER)[2]
    if not each or value.mention.kind != "money":
        return None
    told = {cue.cue.concept for cue in passage.cues}
    found = [name for name in told if lexicon.concepts[name].unit and lexicon.concepts[name].per == (each,)]
    if len(found) == 1:
        return Choice(found[0], "counted noun", value.at)
    if earlier is None or not passage.ends(value.at.first, "coordinator") or value.at.gap(earlier[0].at) > NOUN_GAP:
        return None
    whole = earlier[1].concept
    parts = [name for name, c in lexicon.concepts.items() if c.each_of == whole and each in c.per]
    return Choice(parts[0], "elided noun", earlier[0].at) if parts else None


def _lead_over_one(
    value: ValueAt, earlier: tuple[ValueAt, Choice], passage: Passage, lexicon: Lexicon
) -> Choice | None:
    """Return the lead that a bare number is of what was counted before it: '9,204 votes, 1,204 more than Lohse'."""
    if value.mention.unit or "than" not in passage.words:
        return None
    than = next((at for at in passage.parts("than") if at.first == value.at.end + 1), None)
    if than is None or not any(name.at.first == than.end for name in passage.names):
        return None
    leads = [name for name, concept in lexicon.concepts.items() if concept.lead_of == earlier[1].concept]
    return Choice(leads[0], "elided noun", earlier[0].at) if leads else None


def _by_noun(value: ValueAt, passage: Passage, cues: Iterable[CueAt]) -> Choice | None:
    """Return the concept whose noun follows the value ('349 votes').

    An ordinal's cue counts as its noun, and may stand in the same word: 'the second-strongest'.
    """
    is_rank = value.mention.kind == "ordinal"
    parts = {"noun", "cue"} if is_rank else {"noun"}
    found = [
        cue
        for cue in cues
        if cue.cue.part in parts
        and cue.at.end > value.at.first
        and cue.at.first - value.at.end <= NOUN_GAP
        and (cue.at.first > value.at.first or (is_rank and cue.at == value.at))
        and (
            cue.at.first <= value.at.end
            or _is_hyphened(value, cue.at, passage)
            or not passage.crossed(value.at, cue.at)
        )
        and not _value_between(value, cue.at, passage)
        and not _is_another_phrase(value, cue.at, passage)
    ]
    return _nearest(value, found, "counted noun")


def _is_hyphened(value: ValueAt, noun: At, passage: Passage) -> bool:
    """Return whether a hyphen alone parts an ordinal from its noun: '71st-minute goal'."""
    return value.mention.kind == "ordinal" and passage.tokens.words[value.at.end : noun.first] == ("-",)


def _is_another_phrase(value: ValueAt, noun: At, passage: Passage) -> bool:
    """Return whether an article or 'their' begins another phrase before the noun: 'gaben 5.100 ihre Stimme ab'."""
    if noun.first <= value.at.end:
        return False
    of = {at.first for at in passage.parts("of")}
    return any(value.at.end <= at.first < noun.first and at.first not in of for at in passage.parts("article"))


def _by_whole(value: ValueAt, passage: Passage, cues: Iterable[CueAt]) -> Choice | None:
    """Return the concept whose whole follows the share ('42.1 per cent of the votes')."""
    if not has_whole(value, passage):
        return None
    found = [
        cue
        for cue in cues
        if cue.cue.part == "of"
        and value.mention.kind in {"percent", "number"}
        and 0 <= cue.at.first - value.at.end <= _WHOLE_GAP
        and not passage.crossed(value.at, cue.at)
    ]
    return _nearest(value, found, NAMED_WHOLE)


def _by_cue(value: ValueAt, reach: Reach, lexicon: Lexicon, cues: Sequence[CueAt]) -> Choice | None:
    """Return the concept whose cue is nearest, a segment break counting as distance.

    An ordinal with a noun of its own, and a share that names another whole than the concept's, are not meant; nor is a
    value whose cue stands right beside another one ('killed five and took 11 along').
    """
    passage = reach.passage
    language, is_ordinal = lexicon.language, value.mention.kind == "ordinal"
    is_place = is_ordinal and stands_bare(value, passage, load_terms(language.code), language)
    if is_ordinal and not (is_place or passage.ends_segment(value.at.end)):
        return None
    whole = has_whole(value, passage)
    telling = [cue for cue in cues if cue.cue.part != "of"]
    ranked = [(reach.distance(cue.at, value.phrase), cue.at.first - cue.at.end, i) for i, cue in enumerate(telling)]
    for distance, _, i in sorted(ranked):
        if distance > _CUE_REACH:
            break
        cue = telling[i]
        if (
            _may_tell(cue, value, reach, is_place=is_place)
            and reach.crossed(cue.at, value.at) <= 1
            and not reach.is_cut(cue.at, value.at)
            and not (whole and lexicon.concepts[cue.cue.concept].of)
            and may_be_counted(cue, value, passage, lexicon)
            and not (lexicon.concepts[cue.cue.concept].unit == PEOPLE and is_age_told(value, passage, lexicon))
            and not _is_taken(cue, value, reach, lexicon)
        ):
            return Choice(cue.cue.concept, "cue in the clause", cue.at)
    return None


def _may_tell(cue: CueAt, value: ValueAt, reach: Reach, *, is_place: bool) -> bool:
    """Return whether a cue can tell what a value is about: a verb only where its own clause counts something.

    Or where an ordinal, which *is_place* then says, stands for a place near it: 'was only third'.
    """
    if cue.cue.part == "verb":
        counts = bool(value.mention.unit) or (is_place and value.at.gap(cue.at) <= _PLACE_REACH)
        return counts and reach.crossed(cue.at, value.at) == 0
    return cue.cue.part == "cue" or _heads(cue, value, reach.passage)


def _is_taken(cue: CueAt, value: ValueAt, reach: Reach, lexicon: Lexicon) -> bool:
    """Return whether a cue belongs to another value that could be the concept's, or begins another clause with it."""
    if len(reach.passage.values) == 1:
        return False
    concept = lexicon.concepts[cue.cue.concept]
    others = [other for other in reach.passage.values if other is not value and fits(concept, other.mention)]
    return any(
        _is_ahead(value, cue.at, other, reach) or _is_owner(other, cue, value, reach, lexicon) for other in others
    )


def _is_ahead(value: ValueAt, cue: At, other: ValueAt, reach: Reach) -> bool:
    """Return whether a cue behind an 'and' leads to the next value: 'sales rose to 2 and profit fell to 1 million'."""
    if not value.at.end <= cue.first < cue.end <= other.at.first or not reach.is_beside(cue, other):
        return False
    coordinators = [at.first for at in reach.passage.parts("coordinator")]
    return any(value.at.end <= i < cue.first for i in coordinators) and not any(
        cue.end <= i < other.at.first for i in coordinators
    )


def _is_owner(other: ValueAt, cue: CueAt, value: ValueAt, reach: Reach, lexicon: Lexicon) -> bool:
    """Return whether a cue belongs to the value that it is right beside, or to the one of its own clause.

    What an 'and' joins, and who are members of the other, have it in common.
    """
    concept, passage = cue.cue.concept, reach.passage
    return (
        reach.cue_distance(cue.at, other) < reach.cue_distance(cue.at, value)
        and (reach.is_beside(cue.at, other) or reach.crossed(cue.at, other.at) < reach.crossed(cue.at, value.at))
        and not reach.shares(value, other)
        and (_is_object(cue.at, other, value, passage) or counts_the_same(concept, other, passage, lexicon))
        and not is_vetoed(concept, other, passage)
    )


def _is_object(cue: At, other: ValueAt, value: ValueAt, passage: Passage) -> bool:
    """Return whether a verb's object is another value, whatever that counts: it follows, or an 'and' does."""
    joined = passage.between(cue, value.at)
    return cue.end <= other.at.first or any(at.first in joined for at in passage.parts("coordinator"))


def _nearest(value: ValueAt, cues: Sequence[CueAt], level: Level) -> Choice | None:
    if not cues:
        return None
    cue = min(cues, key=lambda cue: (value.at.gap(cue.at), cue.at.first - cue.at.end))
    return Choice(cue.cue.concept, level, cue.at)


def _heads(cue: CueAt, value: ValueAt, passage: Passage) -> bool:
    """Return whether a noun stands right before a bare value: 'votes cast: 40,113'."""
    if cue.cue.part != "noun" or value.mention.unit or value.at.first < cue.at.end:
        return False
    between = passage.tokens.words[cue.at.end : value.at.first]
    return between == (":",) or (not between and passage.ends_segment(value.at.end))


def _value_between(value: ValueAt, cue: At, passage: Passage) -> bool:
    return any(value.at.end <= other.at.first < cue.first for other in passage.values)
