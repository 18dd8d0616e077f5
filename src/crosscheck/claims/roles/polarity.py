"""Whether it happened at all: 'pleaded guilty' and 'denied everything', 'no red warning was issued'."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.claims.roles.filled import Filled
from crosscheck.claims.scopes.modality import find_modality
from crosscheck.claims.sentences.lexicon import PERSON
from crosscheck.claims.sentences.passage import At, CueAt, Passage
from crosscheck.claims.subjects.bodies import find_main_body
from crosscheck.claims.subjects.find import Scene, Subject, find_event, find_subject, proforms
from crosscheck.domains import EVENT, Concept
from crosscheck.records import Modality, Wording

_TURNED = {"yes": "no", "no": "yes"}
_PAIR = 2
_INSERTION = 16
"""How many tokens an insertion has at most, its commas counted."""
_BEHIND = 5
"""How many tokens behind it the predicate stands at most."""
_RECALL = 600
"""Within how many characters the last person named is still the one whom a pronoun takes up."""
_BEFORE = 2
"""How many tokens before a noun 'no' may stand."""


def find_polarities(passage: Passage, scene: Scene) -> Iterator[Filled]:
    """Yield each predicate of the concepts with who or what it is said of: its step, turned by a negation.

    A sentence says the same step of a concept once, of each thing where these are told apart.
    """
    told: set[tuple[str, str, str]] = set()
    for hit in passage.hits.get("step", ()):
        concept = scene.lexicon.concepts[hit.cue.concept]
        if concept.kind != "polarity":
            continue
        noun = _noun(hit, concept, passage)
        if noun is None or hit.cue.concept in passage.vetoes or _is_covered(hit, passage):
            continue
        negation = _negation(hit.at, noun, passage, scene)
        step = hit.cue.step if negation is None else _TURNED[hit.cue.step]
        subject = _find_subject(hit, concept, passage, scene)
        thing = _thing(noun, passage) if concept.apart else ""
        if subject is None or (hit.cue.concept, step, thing) in told:
            continue
        told.add((hit.cue.concept, step, thing))
        phrase = hit.at | noun | (negation or noun)
        words = " ".join(passage.tokens.words[phrase.first : phrase.end])
        modality = find_modality(hit.at, hit.at, passage, scene)
        meant: Modality = "asserted" if modality == "denied" else modality
        yield Filled(
            hit.cue.concept,
            Wording(step, words, thing),
            subject,
            phrase,
            hit.at,
            meant,
        )


def _noun(hit: CueAt, concept: Concept, passage: Passage) -> At | None:
    """Return the nearest noun of the predicate, None where the clause has none; the predicate where it needs none."""
    if not concept.of:
        return hit.at
    if hit.cue.concept not in passage.wholes:
        return None
    return passage.nearest_whole(hit, concept.near) or _behind_insertion(hit, passage) or _behind_clause(hit, passage)


def _thing(noun: At, passage: Passage) -> str:
    """Return the term of what the predicate is said of, '' where its noun has none."""
    return next(reversed(passage.terms[noun.end - 1] or passage.terms[noun.first]), "")


def _behind_insertion(hit: CueAt, passage: Passage) -> At | None:
    """Return the noun that an insertion between commas parts from its predicate: 'The road, an old one, was shut'."""
    words = passage.tokens.words
    for noun in passage.wholes.get(hit.cue.concept, ()):
        inside = passage.between(noun, hit.at)
        if noun.end > hit.at.first or len(inside) > _INSERTION:
            continue
        commas = [i for i in inside if words[i] == ","]
        is_inserted = len(commas) == _PAIR and commas[0] == noun.end and hit.at.first - commas[1] <= _BEHIND
        if is_inserted and passage.crossed(noun, hit.at) == _PAIR:
            return noun
    return None


def _behind_clause(hit: CueAt, passage: Passage) -> At | None:
    """Return the noun that a clause about it, without commas, parts from its predicate: 'Who ran was caught'."""
    for at in passage.parts("relative"):
        for noun in passage.wholes.get(hit.cue.concept, ()):
            is_near = noun.end == at.first and 0 < hit.at.first - at.end <= _INSERTION
            if is_near and passage.crossed(noun, hit.at) == 1:
                return noun
    return None


def _is_covered(hit: CueAt, passage: Passage) -> bool:
    """Return whether another step of the concept runs into this one: 'dividend of' behind 'no dividend'."""
    rivals = (o for o in passage.hits["step"] if o.cue.concept == hit.cue.concept and o is not hit)
    return any(o.at.first < hit.at.end and hit.at.first < o.at.end and o.at.first < hit.at.first for o in rivals)


def _negation(cue: At, noun: At, passage: Passage, scene: Scene) -> At | None:
    """Return where 'no' stands before the noun or the predicate, 'nobody' or 'not' in their clause; None without."""
    none = scene.lexicon.language.clauses.modality.none
    words = passage.tokens.words
    for start in (noun.first, (noun | cue).first):
        for i in range(max(start - _BEFORE, 0), start):
            if words[i] in none and not cue.first <= i < cue.end:
                return At(i, i + 1)
    nobody = _nobody(cue, passage, scene)
    if nobody is not None:
        return nobody
    masks = tuple(passage.parts("affirmed"))
    denials = (
        at
        for at in passage.parts("denied")
        if not passage.crossed(at, cue)
        and not (cue.first <= at.first < cue.end)
        and not any(mask.first < at.end and at.first < mask.end for mask in masks)
    )
    return min(denials, key=cue.gap, default=None)


def _nobody(cue: At, passage: Passage, scene: Scene) -> At | None:
    """Return where 'nobody' or 'at no time' stands in the clause of a predicate, but not in that itself."""
    for at in passage.phrases(scene.lexicon.nobody):
        is_inside = at.first < cue.end and cue.first < at.end
        if not is_inside and not passage.crossed(at, cue):
            return at
    return None


def _find_subject(hit: CueAt, concept: Concept, passage: Passage, scene: Scene) -> Subject | None:
    """Return who or what the predicate is said of: the event, the one named, else the body the document is about."""
    if EVENT in concept.subject:
        return find_event(hit.cue.concept, hit.at, passage, scene)
    subject = find_subject(hit.cue.concept, hit.at, hit.at, passage, scene, ())
    if not subject.name and "organisation" in concept.subject:
        main = find_main_body(hit.at, concept, passage, scene)
        return main if main is not None and main.name else None
    return subject if subject.name else _last_person(hit.at, concept, passage, scene)


def _last_person(cue: At, concept: Concept, passage: Passage, scene: Scene) -> Subject | None:
    """Return the last person named not long before, where a pronoun in the clause takes somebody up."""
    taken_up = any(
        PERSON in meant and at.end <= cue.first and not passage.crossed(at, cue)
        for at, meant in proforms(passage, scene.lexicon)
    )
    if PERSON not in concept.subject or not taken_up:
        return None
    start = passage.span.start
    recent = [person for person in scene.cast.last_people(start, 1) if start - _RECALL <= person.span.start]
    return Subject(recent[0].name, PERSON, "pronoun or anaphor") if recent else None
