"""Who fills a role: claims without a number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from crosscheck.claims.sentences.lexicon import PERSON
from crosscheck.claims.sentences.passage import At, CueAt, NamedAt, Passage
from crosscheck.claims.subjects.find import Scene, Subject, find_antecedent, find_event, find_subject, proforms
from crosscheck.domains import EVENT, Concept
from crosscheck.records import Amount, Modality, Role, Wording

_REACH = 24
_AFTER = 10


class Filled(msgspec.Struct, frozen=True, gc=False):
    """A role, wording or rank in the sentence: concept, value, subject, where it stands and where its cue is.

    ``modality`` is '' where the words around it say how it is meant.
    """

    concept: str
    value: Role | Wording | Amount
    subject: Subject
    at: At
    cue: At
    modality: Modality | Literal[""] = ""


def find_roles(passage: Passage, scene: Scene) -> Iterator[Filled]:
    """Yield who fills each role of the concepts that the sentence has a cue for."""
    for hit in passage.hits.get("cue", ()):
        concept = scene.lexicon.concepts[hit.cue.concept]
        if concept.kind != "role" or concept.post:
            continue
        if _is_vetoed(passage, hit) or not _names_occasion(passage, hit, concept, scene):
            continue
        if passage.ends(hit.at.first, "infinitive") or _takes_value(hit.at, passage):
            continue
        agent = _find_agent(hit, concept.agents, passage, scene)
        subject = find_occasion(hit, concept, passage, scene)
        if agent is not None and subject is not None and agent[1].name != subject.name:
            at, name = agent
            whole = At(min(at.first, hit.at.first), max(at.end, hit.at.end))
            yield Filled(hit.cue.concept, Role(name.name, name.kind), subject, whole, hit.at)


def find_occasion(hit: CueAt, concept: Concept, passage: Passage, scene: Scene) -> Subject | None:
    """Return in what the role is filled: the event, or the thing of a kind that bears it; None where that wants a name.

    An event wants one where its domain names events: a by-election that nobody names may be any.
    """
    if concept.subject and EVENT not in concept.subject:
        bearer = find_subject(hit.cue.concept, hit.at, hit.at, passage, scene, ())
        return bearer if bearer.name else None
    event = find_event(hit.cue.concept, hit.at, passage, scene)
    return event if event.name or not scene.lexicon.event_kinds_of(hit.cue.concept) else None


def _takes_value(cue: At, passage: Passage) -> bool:
    """Return whether an amount is what the verb is about: 'won 12,345 votes'."""
    return any(v.at.first == cue.end and v.mention.kind in {"number", "percent", "money"} for v in passage.values)


def _is_vetoed(passage: Passage, hit: CueAt) -> bool:
    return any(_is_near(at, hit.at, passage) for at in passage.vetoes.get(hit.cue.concept, ()))


def _has_whole(passage: Passage, hit: CueAt) -> bool:
    """Return whether a word for the occasion stands in the clause of a cue."""
    return any(_is_near(at, hit.at, passage) for at in passage.wholes.get(hit.cue.concept, ()))


def _is_near(at: At, cue: At, passage: Passage) -> bool:
    return passage.crossed(at, cue) <= _scores_between(at, cue, passage) and at.gap(cue) <= _REACH


def _scores_between(a: At, b: At, passage: Passage) -> int:
    """Return how many scores stand between two ranges: the mark of '3-2' breaks no clause."""
    words = passage.tokens.words
    inside = (words[i - 1 : i + 2] for i in passage.between(a, b) if words[i] == "-")
    return sum(len(score) == 3 and score[0].isdigit() and score[2].isdigit() for score in inside)


def _names_occasion(passage: Passage, hit: CueAt, concept: Concept, scene: Scene) -> bool:
    """Return whether the clause says what was won or held: a word for it, or an event's name."""
    named = any(n.kind in scene.lexicon.event_names.kinds and not passage.crossed(n.at, hit.at) for n in passage.names)
    return not concept.of or named or _has_whole(passage, hit)


def _find_agent(hit: CueAt, kinds: Sequence[str], passage: Passage, scene: Scene) -> tuple[At, NamedAt] | None:
    """Return where the one who acts is named, and the name: behind 'by' or 'for', before the cue, else right after.

    Where only people can act, a preposition right behind the cue says who did: 'a late winner from Ann Low'. Behind a
    verb that is a word for the occasion itself stands whoever was beaten: 'beat Rovers'.
    """
    cue = hit.at
    people = [n for n in passage.names if n.kind in kinds]
    agents = [at for at in passage.parts("agent") if at.first >= cue.end and not passage.crossed(at, cue)]
    if tuple(kinds) == (PERSON,):
        agents += (at for at in passage.parts("place") if at.first == cue.end)
    behind = [
        (at, n) for at in agents for n in people if 0 <= n.at.first - at.end <= 2 and at.first - cue.end <= _AFTER
    ]
    if behind:
        return behind[0][1].at, behind[0][1]
    before = [(passage.distance(n.at, cue), n.at, n) for n in people if n.at.end <= cue.first]
    for at, meant in proforms(passage, scene.lexicon):
        admitted = frozenset(kinds) & meant
        antecedent = find_antecedent(at, admitted.__contains__, passage, scene) if at.end <= cue.first else None
        if antecedent is not None:
            before.append((passage.distance(at, cue), at, antecedent))
    near = [row for row in before if row[0] <= _REACH]
    if near:
        _, at, name = min(near, key=lambda row: row[0])
        return at, name
    if cue in passage.wholes.get(hit.cue.concept, ()):
        return None
    after = [n for n in people if n.at.first == cue.end]
    return (after[0].at, after[0]) if after else None
