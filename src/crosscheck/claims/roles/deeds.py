"""Who does what a role is for: 'designed by Ann Low', 'Den Vorsitz führte Richterin Ann Low', 'Low, who chaired it'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosscheck.claims.roles.filled import Filled
from crosscheck.claims.roles.frames import FRAMES, Clause
from crosscheck.claims.scopes.modality import find_modality
from crosscheck.claims.sentences.lexicon import PERSON, PLACE
from crosscheck.claims.sentences.passage import At, CueAt, NamedAt, Passage
from crosscheck.claims.subjects.bodies import find_main_body
from crosscheck.claims.subjects.find import UNNAMED_EVENT, Scene, Subject, proforms
from crosscheck.domains import EVENT, Concept
from crosscheck.records import Modality, Role

_OBJECT = 10
"""How many tokens may stand between a verb and the noun of what is done."""
_BESIDE = 2
"""How many tokens away that noun is at most quoted with the verb."""
_TAKEN_UP = 2
"""How many tokens from a verb a pronoun for what is done stands at most."""
_YEAR = 4
"""How many characters the name of a year has."""
_TELLING = frozenset({"acts", "done", "at", "after"})
"""Parts of cues that other things have, too: they want a noun for what is done."""
_TIMED = _TELLING | {"placed"}
"""Parts of cues that sentences on other times have, too."""


def find_deeds(passage: Passage, scene: Scene) -> Iterator[Filled]:
    """Yield who does what a role is for, where the sentence says so by a verb or a phrase that stands for one.

    A sentence that tells of another time, or of the role's changing hands, says nothing of who fills it now.
    """
    told: set[tuple[str, str]] = set()
    once: set[str] = set()
    for hit in passage.cues:
        if hit.cue.part not in FRAMES or hit.cue.concept in passage.vetoes:
            continue
        concept = scene.lexicon.concepts[hit.cue.concept]
        if not _tells_of_it(hit, concept, passage, scene):
            continue
        clause = Clause(passage, _holders(concept, passage), scene.lexicon.language.clauses.posts)
        named = FRAMES[hit.cue.part](hit.at, clause)
        if named is None or _changes_hands(clause.described_at(named) | hit.at, passage):
            continue
        subject = _bearer(hit, named, concept, passage, scene)
        if subject is None or named.name == subject.name:
            continue
        role = concept.follows if hit.cue.concept in once and concept.follows else hit.cue.concept
        once |= {hit.cue.concept} if hit.cue.part == "after" else set()
        deed = hit.at | _beside(hit, passage)
        for filled, holder in _listed(role, named, concept, clause):
            if (filled, holder.name) not in told:
                told.add((filled, holder.name))
                yield _filled(filled, deed, holder, subject, passage, scene)


def _tells_of_it(hit: CueAt, concept: Concept, passage: Passage, scene: Scene) -> bool:
    """Return whether words for a deed are about what the role is for, and of now where they can be of another time."""
    if hit.cue.part in _TELLING and not _has_object(hit, concept, passage, scene):
        return False
    return hit.cue.part not in _TIMED or concept.undated or _is_now(passage, scene)


def _changes_hands(told: At, passage: Passage) -> bool:
    """Return whether the sentence tells, outside of *told*, that somebody else had or gets the role."""
    return any(told | at != told for at in passage.parts("turnover"))


def _listed(role: str, named: NamedAt, concept: Concept, clause: Clause) -> Iterator[tuple[str, NamedAt]]:
    """Yield the role with who is named, and what follows it with the next of a list; nothing for one of several."""
    follower = clause.listed_behind(named) if concept.follows else None
    if follower is not None or clause.is_alone(named):
        yield role, named
    if follower is not None and role != concept.follows:
        yield concept.follows, follower


def _filled(role: str, told: At, named: NamedAt, subject: Subject, passage: Passage, scene: Scene) -> Filled:
    concept = scene.lexicon.concepts[role]
    stated = find_modality(named.at, told, passage, scene)
    modality: Modality = "asserted" if stated == "planned" and concept.design else stated
    kind = PERSON if PERSON in concept.agents else concept.agents[0]
    return Filled(role, Role(named.name, kind), subject, named.at | told, told, modality)


def _holders(concept: Concept, passage: Passage) -> list[NamedAt]:
    """Return the names of those who can fill the role: people, or else whatever is no place."""
    if PERSON in concept.agents:
        return [n for n in passage.names if n.kind == PERSON or (not n.kind and " " in n.name)]
    return [n for n in passage.names if n.kind != PLACE]


def _has_object(hit: CueAt, concept: Concept, passage: Passage, scene: Scene) -> bool:
    """Return whether the clause names what is done, or takes up with 'it' or 'them' what the last sentence named.

    What was won 'ahead of' somebody may also be told there of 'him' who did; and who was 'at the helm' was so of that.
    """
    reach = len(passage.tokens) if hit.cue.part == "after" else _OBJECT
    if not concept.of or any(at.gap(hit.at) <= reach for at in _own_nouns(hit, concept, passage)):
        return True
    if scene.prior is None or hit.cue.concept not in scene.prior.wholes:
        return False
    if hit.cue.part == "at":
        return True
    if hit.cue.part == "after":
        return any(PERSON in meant and at.end <= hit.at.first for at, meant in proforms(passage, scene.lexicon))
    things = scene.lexicon.language.clauses.posts.taken_up
    near = range(max(hit.at.first - _TAKEN_UP, 0), min(hit.at.end + _TAKEN_UP, len(passage.tokens)))
    return any(passage.tokens.words[i] in things for i in near)


def _own_nouns(hit: CueAt, concept: Concept, passage: Passage) -> Sequence[At]:
    """Return where the nouns for what is done stand; of a body with a head none that is told from others by 'of'."""
    if not concept.heads:
        return passage.wholes.get(hit.cue.concept, ())
    valued = {v.at.first for v in passage.values}
    apart = {at.first for at in passage.parts("of") if at.end not in valued}
    return [at for at in passage.wholes.get(hit.cue.concept, ()) if at.end not in apart]


def _beside(hit: CueAt, passage: Passage) -> At:
    """Return where the noun for what is done stands that is quoted with the verb, else the verb."""
    nouns = passage.wholes.get(hit.cue.concept, ()) if hit.cue.part in _TELLING else ()
    near = (at for at in nouns if at.gap(hit.at) <= _BESIDE and not passage.crossed(at, hit.at))
    return min(near, key=hit.at.gap, default=hit.at)


def _bearer(hit: CueAt, named: NamedAt, concept: Concept, passage: Passage, scene: Scene) -> Subject | None:
    """Return of what or whom the role is: the event that the documents share, the body that this one is about.

    Of a person it is the other one in the sentence, or else whom the document names most.
    """
    if PERSON in concept.subject:
        others = [n for n in passage.names if n.kind == PERSON and n.name != named.name]
        if others:
            return Subject(others[0].name, PERSON, "name before the value") if len(others) == 1 else None
        main = next((name for name, kind, _ in scene.cast.ranked if kind == PERSON), "")
        taken_up = any(PERSON in meant for _, meant in proforms(passage, scene.lexicon))
        return Subject(main, PERSON, "pronoun or anaphor") if main and taken_up else None
    if set(concept.subject) == {EVENT} or hit.cue.part not in _TELLING:
        return UNNAMED_EVENT
    return find_main_body(hit.at, concept, passage, scene)


def _is_now(passage: Passage, scene: Scene) -> bool:
    """Return whether the sentence is of the news: it names no earlier time and no other year."""
    if passage.parts("earlier"):
        return False
    years = {v.mention.timex for v in passage.values if v.mention.kind == "date" and v.mention.timex}
    own = str(scene.published.year) if scene.published is not None else ""
    return all(len(year) != _YEAR or year == own for year in years)
