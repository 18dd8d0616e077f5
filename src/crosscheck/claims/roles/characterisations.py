"""How the text characterises an outcome or a state: 'a narrow win', 'sold out', 'weitgehend normal'."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.claims.relations.trend_words import DIRECTIONS, find_trend_words
from crosscheck.claims.roles.filled import Filled, find_occasion
from crosscheck.claims.roles.results import find_opponent
from crosscheck.claims.scopes.modality import find_modality
from crosscheck.claims.sentences.lexicon import ORGANISATION, PERSON, PLACE
from crosscheck.claims.sentences.passage import At, CueAt, Passage
from crosscheck.claims.sentences.signs import CuePart
from crosscheck.claims.subjects.find import NO_SUBJECT, UNNAMED_EVENT, Scene, Subject, find_antecedent, proforms
from crosscheck.domains import EVENT, Concept
from crosscheck.records import DECISION, MATCH, TREND, Modality, Wording

_REACH = 24
"""How many tokens may stand between a wording and the word for what it is of."""
_QUANTITY_REACH = 8
"""And between a quantity and the words for how far it has changed."""
_STEPS: frozenset[CuePart] = frozenset({"step", "outright"})
DECIDED = frozenset({DECISION, MATCH})
_BEFORE = 2
"""How many tokens before a wording 'no' may stand."""
_QUESTION = "?"


def find_characterisations(passage: Passage, scene: Scene) -> Iterator[Filled]:
    """Yield each characterisation of the concepts with who or what it is said of, a clause's first of a step.

    Nothing of a question: it leaves open what it asks.
    """
    if passage.tokens.words[-1] == _QUESTION:
        return
    told: set[tuple[str, str, int]] = set()
    for hit in passage.cues:
        if hit.cue.part not in _STEPS:
            continue
        concept = scene.lexicon.concepts[hit.cue.concept]
        if concept.kind != "wording" or concept.values_of or not concept.subject:
            continue
        noun = _noun(hit, concept, passage)
        if noun is None or _is_vetoed(hit, passage) or _is_none(hit.at, passage, scene):
            continue
        said = (hit.cue.concept, hit.cue.step, passage.segments[hit.at.first])
        bearer = None if said in told else _find_bearer(hit, concept, passage, scene)
        if bearer is not None:
            told.add(said)
            words = passage.spelled(hit.at)
            modality = _modality(hit.at, concept, passage, scene)
            yield Filled(hit.cue.concept, Wording(hit.cue.step, words), bearer, hit.at, hit.at, modality)


def find_extents(passage: Passage, scene: Scene) -> Iterator[Filled]:
    """Yield the words for how far something has changed: 'rents barely moved', 'profit has doubled', 'rose sharply'.

    They are of a quantity, not of a thing: whose it is, the sentence tells as of a value.
    """
    nouns, concept = passage.wholes.get(TREND, ()), scene.lexicon.concepts.get(TREND)
    if not nouns or concept is None or passage.tokens.words[-1] == _QUESTION:
        return
    for step, at in find_trend_words(passage):
        near = [noun for noun in nouns if not passage.crossed(noun, at) and noun.gap(at) <= _QUANTITY_REACH]
        vetoed = any(not passage.crossed(veto, at) for veto in passage.vetoes.get(TREND, ()))
        if near and step not in DIRECTIONS and not vetoed and not _is_none(at, passage, scene):
            words = passage.spelled(at)
            whole = at | min(near, key=at.gap)
            yield Filled(TREND, Wording(step, words), NO_SUBJECT, whole, at, _modality(at, concept, passage, scene))


def find_decisions(passage: Passage, scene: Scene) -> Iterator[Filled]:
    """Yield the words for how clearly a motion was carried or fell, or how easily a match was won or lost.

    'Narrowly approved', 'knapp gewonnen'; no hedge: 'knapp 300'.
    """
    if passage.tokens.words[-1] == _QUESTION:
        return
    for hit in passage.cues:
        name = hit.cue.concept
        if name not in DECIDED or hit.cue.part not in _STEPS or name not in passage.wholes or passage.vetoes.get(name):
            continue
        verb = hit.at if hit.cue.part == "outright" else passage.nearest_whole(hit, _QUANTITY_REACH)
        if verb is not None and not _is_of_next(hit, passage, scene) and not _is_none(hit.at, passage, scene):
            words = passage.spelled(hit.at)
            modality = _modality(hit.at, scene.lexicon.concepts[name], passage, scene)
            yield Filled(name, Wording(hit.cue.step, words), NO_SUBJECT, hit.at, hit.at, modality)


def _is_of_next(hit: CueAt, passage: Passage, scene: Scene) -> bool:
    """Return whether a word for how is of what follows: a number ('knapp 300'), or an adjective ('klar besser')."""
    if any(value.at.first == hit.at.end for value in passage.values):
        return True
    if hit.cue.concept != MATCH or hit.cue.part == "outright" or hit.at.end == len(passage.tokens.words):
        return False
    following = passage.tokens.words[hit.at.end]
    starts = {at.first for places in passage.words.values() for at in places}
    starts |= {name.at.first for name in passage.names} | {at.first for at in passage.wholes[MATCH]}
    small = following in scene.lexicon.language.grammar.prepositions or not following[0].isalpha()
    return not small and hit.at.end not in starts


def _noun(hit: CueAt, concept: Concept, passage: Passage) -> At | None:
    """Return the nearest word for what the wording is of, itself where it needs none; None where it lacks one."""
    if hit.cue.part == "outright" or not concept.of:
        return hit.at
    return passage.nearest_whole(hit, _REACH)


def _is_vetoed(hit: CueAt, passage: Passage) -> bool:
    return any(not passage.crossed(at, hit.at) for at in passage.vetoes.get(hit.cue.concept, ()))


def _is_none(wording: At, passage: Passage, scene: Scene) -> bool:
    """Return whether 'no' stands right before the wording."""
    none = scene.lexicon.language.clauses.modality.none
    return any(passage.tokens.words[i] in none for i in range(max(wording.first - _BEFORE, 0), wording.first))


def _modality(wording: At, concept: Concept, passage: Passage, scene: Scene) -> Modality:
    """Return how the wording is meant; a 'not' of its own denies nothing: 'not a seat left'."""
    modality = find_modality(wording, wording, passage, scene)
    if modality == "planned" and concept.design:
        return "asserted"
    if modality != "denied":
        return modality
    own = [at for at in passage.parts("denied") if wording.first <= at.first and at.end <= wording.end]
    others = [at for at in passage.parts("denied") if at not in own and not passage.crossed(at, wording)]
    return "denied" if others or not own else "asserted"


def _find_bearer(hit: CueAt, concept: Concept, passage: Passage, scene: Scene) -> Subject | None:
    """Return who or what is characterised: the event, the one named before in the clause or taken up by a pronoun.

    What the document is about itself is its event. Where only a name can bear the wording, it is the organisation that
    the document is about; None where that is none.
    """
    if concept.told_by == "sets":
        return find_opponent(hit.at, passage)
    if set(concept.subject) == {EVENT}:
        return find_occasion(hit, concept, passage, scene)
    named = _named_before(hit.at, concept, passage, scene) or _taken_up(hit.at, concept, passage, scene)
    if named is not None and not (EVENT in concept.subject and _is_main(named.name, scene)):
        return named
    if EVENT in concept.subject:
        return UNNAMED_EVENT
    body = scene.cast.body if ORGANISATION in concept.subject else None
    return None if body is None else Subject(body.name, body.kind, "organisation of the document")


def _named_before(wording: At, concept: Concept, passage: Passage, scene: Scene) -> Subject | None:
    """Return the nearest name before the wording in its clause that can bear it and stands behind no preposition.

    A place can where it stands right before: 'The Norvik Arena was sold out', not 'a hall in Harwick'.
    """
    ends = {at.end for at in passage.parts("place", "agent", "of", "inside")}
    words = passage.tokens.words
    for name in reversed(passage.names):
        at = name.at
        preposed = at.first in ends or (at.first - 1 in ends and words[at.first - 1].islower())
        stands_before = at.end <= wording.first and not passage.crossed(at, wording) and not preposed
        is_beside = at.gap(wording) <= 1 and scene.lexicon.general.get(name.kind, name.kind) == PLACE
        if stands_before and (is_beside or _can_bear(name.kind, concept, scene)):
            return Subject(name.name, name.kind, "name before the value")
    return None


def _taken_up(wording: At, concept: Concept, passage: Passage, scene: Scene) -> Subject | None:
    """Return what a pronoun before the wording in its clause takes up; a thing only where things can bear it."""
    for at, meant in proforms(passage, scene.lexicon):
        if at.end > wording.first or passage.crossed(at, wording):
            continue

        def admits(kind: str, meant: frozenset[str] = meant) -> bool:
            told = kind in meant or ("thing" in meant and kind not in {PERSON, ""})
            return told and _can_bear(kind, concept, scene)

        antecedent = find_antecedent(at, admits, passage, scene)
        if antecedent is not None:
            return Subject(antecedent.name, antecedent.kind, "pronoun or anaphor")
    return None


def _can_bear(kind: str, concept: Concept, scene: Scene) -> bool:
    """Return whether a name of *kind* can bear the wording; of unknown kind, where an organisation can."""
    if kind == "":
        return ORGANISATION in concept.subject
    return kind in concept.subject or scene.lexicon.general.get(kind, kind) in concept.subject


def _is_main(name: str, scene: Scene) -> bool:
    return scene.cast.body is not None and scene.cast.body.name == name
