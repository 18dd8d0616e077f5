"""Whose value it is: the name that bears it, by place in the sentence, pronoun, anaphor, or the document's event."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

import msgspec

from crosscheck.claims.sentences.cast import Cast
from crosscheck.claims.sentences.lexicon import ORGANISATION, PERSON, PLACE, Lexicon
from crosscheck.claims.sentences.passage import At, NamedAt, Passage
from crosscheck.claims.subjects.arguments import by_salience, is_governed, stands_alone
from crosscheck.claims.subjects.bearers import (
    Bearer,
    bearers_after,
    fronted,
    inverted,
    lone_bearer,
    names_before,
    only_speaks,
    preposed,
)
from crosscheck.domains import EVENT
from crosscheck.languages.grammar import Gender, gender_of

_REACH = 32
_ARTICLE_GAP = 2
_DASHES = frozenset("-–—")
_DATELINE = 12
"""How many tokens a dateline has at most: 'LEEDS, Friday 3 May 2031 (PN) -'."""
_FIRST = 2
"""The last token at which a name still begins its sentence: a title may stand before it."""


class Subject(msgspec.Struct, frozen=True, gc=False):
    """The entity a claim is about and the rule that found it."""

    name: str
    kind: str
    why: str


NAMED_EVENT = "event named in the sentence"
"""The rule of a subject that is the event which the sentence names."""
NO_SUBJECT = Subject("", "", "")
UNNAMED_EVENT = Subject("", EVENT, "event of the document")
"""What a document that names no event is about: the event that the documents share, if they do."""


class Scene(msgspec.Struct, frozen=True, gc=False):
    """What stands around a sentence: the document's cast, the sentences that it takes up, the next and the last one.

    ``active`` are the concepts that the document speaks of.
    """

    cast: Cast
    lexicon: Lexicon
    before: tuple[Passage, ...]
    published: date | None = None
    after: Passage | None = None
    prior: Passage | None = None
    active: frozenset[str] = frozenset()


def find_subject(concept: str, value: At, cue: At, passage: Passage, scene: Scene, rivals: Sequence[At]) -> Subject:
    """Return whose *concept* the value at *value* is, NO_SUBJECT where the text names no one.

    *rivals* are the other values of the same concept in the sentence, each of which takes the name before it for
    itself.
    """
    kinds = scene.lexicon.concepts[concept].subject
    if EVENT in kinds:
        return find_event(concept, value, passage, scene)
    found = [
        *bearers_after(value, cue, kinds, passage, scene.lexicon),
        *names_before(value, kinds, passage, scene.lexicon, rivals),
        *inverted(value, kinds, passage, scene.lexicon, rivals),
        *fronted(value, kinds, passage, scene.lexicon),
        *_taken_up(value, kinds, passage, scene),
    ]
    near = [bearer for bearer in found if bearer.distance <= _REACH]
    nearest = min(near, key=lambda bearer: bearer.cost) if near else None
    if nearest is None or nearest.name.kind != PERSON:
        introduced = _introduced(value, kinds, passage, scene)
        if introduced is not None:
            return introduced
    bearer = nearest or lone_bearer(value, kinds, passage, scene.lexicon)
    if bearer is None:
        return _main_body(value, kinds, passage, scene)
    return Subject(bearer.name.name, bearer.name.kind, bearer.why)


def _introduced(value: At, kinds: Sequence[str], passage: Passage, scene: Scene) -> Subject | None:
    """Return the person whom the next sentence begins with, where this one begins with somebody unnamed.

    So reports begin: 'A former mayor who stole from a choir was jailed today. Ann Marlowe took ...'
    """
    words, after = passage.tokens.words, scene.after
    start = next((i + 1 for i, word in enumerate(words[:_DATELINE]) if word in _DASHES), 0)
    is_unnamed = start < len(words) and words[start] in scene.lexicon.language.clauses.posts.indefinite
    if not is_unnamed or after is None or set(kinds) != {PERSON}:
        return None
    if any(name.kind == PERSON and name.at.end <= value.first for name in passage.names):
        return None
    first = min(after.names, key=lambda n: n.at.first, default=None)
    if first is None or first.kind != PERSON or first.at.first > _FIRST:
        return None
    return Subject(first.name, PERSON, "name in the next sentence")


def _main_body(value: At, kinds: Sequence[str], passage: Passage, scene: Scene) -> Subject:
    """Return the organisation that the document is about, where one can bear the value: 'Revenue was 1.26 billion'.

    It does not where the clause of the value has a subject of its own, nor, of unknown kind, where anybody can bear it.
    """
    body = scene.cast.body
    if body is None or ORGANISATION not in {scene.lexicon.general.get(kind, kind) for kind in kinds}:
        return NO_SUBJECT
    if not body.kind and (kinds[0] == PERSON or (PERSON in kinds and PLACE in kinds)):
        return NO_SUBJECT
    grammar, here = scene.lexicon.language.grammar, passage.segments[value.first]
    others = [n for n in passage.names if n.name != body.name and n.kind != PLACE and n.at.end <= value.first]
    beside = [n for n in others if passage.segments[n.at.first] == here and not only_speaks(n, kinds, passage)]
    if any(not is_governed(name, passage, grammar) for name in beside):
        return NO_SUBJECT
    return Subject(body.name, body.kind, "organisation of the document")


def find_event(concept: str, value: At, passage: Passage, scene: Scene) -> Subject:
    """Return the event that the sentence names nearest to *value*, else the one the document is about, named or not.

    Only names of the kinds that the concept's domain names events by are events; a place that the clause names is one
    where the domain's events go by their places.
    """
    kinds = scene.lexicon.event_kinds_of(concept)
    by_place = scene.lexicon.names_places(concept)
    places = {at.end for at in passage.parts("place")} if by_place else set()
    named = [
        n
        for n in passage.names
        if n.kind in kinds
        or (n.kind in {PLACE, ""} and preposed(n.at, passage, places) and not passage.crossed(n.at, value))
    ]
    if named:
        nearest = min(named, key=lambda n: (passage.distance(n.at, value), n.at.first))
        return Subject(nearest.name, nearest.kind, NAMED_EVENT)
    if scene.cast.event and scene.cast.event_kind in kinds:
        return Subject(scene.cast.event, scene.cast.event_kind, "event of the document")
    return UNNAMED_EVENT


def _taken_up(value: At, kinds: Sequence[str], passage: Passage, scene: Scene) -> Iterator[Bearer]:
    """Yield what a pronoun or 'the party' before the value stands for.

    'The company' takes up the one name of unknown kind where no company was named. Of what rather organisations have
    no word for a person tells.
    """
    kinds = [kind for kind in kinds if kind != PERSON or kind == kinds[0]]
    for at, meant in proforms(passage, scene.lexicon):
        if at.end > value.first:
            continue
        antecedent = find_antecedent(at, _admitted(meant, kinds), passage, scene)
        if antecedent is None and ORGANISATION in {scene.lexicon.general.get(kind, kind) for kind in meant}:
            several = (_names_until(at, passage), *(prior.names for prior in scene.before))
            antecedent = _only([name for names in several for name in names if not name.kind])
        if antecedent is not None:
            yield Bearer(passage.distance(at, value) + 1, antecedent, "pronoun or anaphor")


def proforms(passage: Passage, lexicon: Lexicon) -> Iterator[tuple[At, frozenset[str]]]:
    """Yield each pronoun and each definite noun that takes up a name, with the kinds it can stand for.

    A noun right before a name explains that: 'the Dane Anton Brix', 'the city of Ashby'.
    """
    words = passage.tokens.words
    for i in passage.tokens.places_of(lexicon.pronouns):
        grammar = lexicon.language.grammar
        if not (words[i] in grammar.oblique and i and words[i - 1] in grammar.prepositions):
            yield At(i, i + 1), lexicon.pronouns[words[i]]
    if not passage.anaphors:
        return
    articles = {at.end for at in passage.parts("article")}
    covered = {i for name in passage.names for i in range(name.at.first, name.at.end) if name.kind}
    begun = {name.at.first for name in passage.names}
    named = begun | {at.first for at in passage.parts("of") if at.end in begun}
    for at, kind in passage.anaphors:
        near = range(at.first - _ARTICLE_GAP, at.first + 1)
        if at.end - 1 in covered or at.end in named or not any(i in articles for i in near):
            continue
        if kind != PERSON or stands_alone(at, passage, lexicon.language):
            yield at, frozenset({kind})


def _admitted(meant: frozenset[str], kinds: Sequence[str]) -> Callable[[str], bool]:
    """Return whether a name's kind is one of *kinds*, () for any, and one that a proform can stand for.

    'thing' stands for every known kind but a person.
    """

    def admits(kind: str) -> bool:
        told = kind in meant or ("thing" in meant and kind not in {"person", ""})
        return told and (not kinds or kind in kinds)

    return admits


def find_antecedent(at: At, admits: Callable[[str], bool], passage: Passage, scene: Scene) -> NamedAt | None:
    """Return the name that a proform at *at* takes up: the nearest before it, else the first of a sentence before.

    What tells a woman or a man takes up no name of the other, and no place. A noun for people ('the striker') takes up
    the one person whom the text has just named, and nobody of several.
    """
    word = passage.tokens.words[at.end - 1]
    gender = scene.lexicon.genders.get(word, "")
    here = [n for n in _names_until(at, passage) if admits(n.kind) and _may_be(n, gender, scene.lexicon)]
    latest: Sequence[NamedAt] = here
    for prior in () if here else reversed(scene.before):
        admitted = [n for n in prior.names if admits(n.kind) and _may_be(n, gender, scene.lexicon)]
        if latest := by_salience(admitted, prior, scene.lexicon.language.grammar):
            break
    if word in scene.lexicon.people and word not in scene.lexicon.pronouns:
        return _only(latest)
    return here[-1] if here else next(iter(latest), None)


def _names_until(at: At, passage: Passage) -> list[NamedAt]:
    return [name for name in passage.names if name.at.end <= at.first]


def _only(names: Sequence[NamedAt]) -> NamedAt | None:
    return names[0] if len({name.name for name in names}) == 1 else None


def _may_be(name: NamedAt, gender: Gender, lexicon: Lexicon) -> bool:
    """Return whether a name may be that of a woman or a man, as *gender* tells; any may be of '', and no place is."""
    if not gender or lexicon.general.get(name.kind, name.kind) == PLACE:
        return not gender
    return name.kind != PERSON or gender_of(name.name) in {"", gender}
