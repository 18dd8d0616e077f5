"""Whose value it is: the name that bears it, by place in the sentence, pronoun, anaphor, or the document's event."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

import msgspec

from crosscheck.claims.cast import ORGANISATION, Cast
from crosscheck.claims.lexicon import PERSON, PLACE, Lexicon
from crosscheck.claims.passage import At, NamedAt, Passage
from crosscheck.domains import EVENT

_REACH = 32
_INVERTED = 6
_TAKEN = 24
_ASIDE = 24
_UNKNOWN_KIND = 4
_FRONTED = 3
"""The last token at which a value stands in the first words of its sentence: 'With just under 40 per cent'."""
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
    """What stands around a sentence: the document's cast, the names of those before, the next and the last sentence."""

    cast: Cast
    lexicon: Lexicon
    before: tuple[tuple[NamedAt, ...], ...]
    published: date | None = None
    after: Passage | None = None
    prior: Passage | None = None


def find_subject(concept: str, value: At, cue: At, passage: Passage, scene: Scene, rivals: Sequence[At]) -> Subject:
    """Return whose *concept* the value at *value* is, NO_SUBJECT where the text names no one.

    *rivals* are the other values of the same concept in the sentence, each of which takes the name before it for
    itself.
    """
    kinds = scene.lexicon.concepts[concept].subject
    if EVENT in kinds:
        return find_event(concept, value, passage, scene)
    found = [
        *_bearers_after(value, cue, kinds, passage, scene.lexicon),
        *_names_before(value, kinds, passage, scene.lexicon, rivals),
        *_inverted(value, kinds, passage, scene.lexicon, rivals),
        *_fronted(value, kinds, passage, scene.lexicon),
        *_taken_up(value, kinds, passage, scene),
    ]
    near = [row for row in found if row[0] <= _REACH]
    nearest = min(near, key=lambda row: row[0])[1] if near else None
    if nearest is None or nearest.kind != PERSON:
        introduced = _introduced(value, kinds, passage, scene)
        if introduced is not None:
            return introduced
    return nearest or _main_body(kinds, scene)


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


def _main_body(kinds: Sequence[str], scene: Scene) -> Subject:
    """Return the organisation that the document is about, where one can bear the value: 'Revenue was 1.26 billion'."""
    body = scene.cast.body
    if body is None or ORGANISATION not in {scene.lexicon.general.get(kind, kind) for kind in kinds}:
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
        or (n.kind in {PLACE, ""} and _preposed(n.at, passage, places) and not passage.crossed(n.at, value))
    ]
    if named:
        nearest = min(named, key=lambda n: (passage.distance(n.at, value), n.at.first))
        return Subject(nearest.name, nearest.kind, NAMED_EVENT)
    if scene.cast.event and scene.cast.event_kind in kinds:
        return Subject(scene.cast.event, scene.cast.event_kind, "event of the document")
    return UNNAMED_EVENT


def _preposed(at: At, passage: Passage, ends: set[int]) -> bool:
    return at.first in ends or (at.first - 1 in ends and passage.tokens.words[at.first - 1].islower())


def _fits(name: NamedAt, kinds: Sequence[str], lexicon: Lexicon) -> int | None:
    """Return the extra distance of a name as bearer: 0 for a kind that fits, None for one that does not.

    A name of unknown kind may be a person's; one word alone is none where every noun has a capital.
    """
    if not kinds or name.kind in kinds or lexicon.general.get(name.kind, name.kind) in kinds:
        return 0
    if name.kind or PERSON not in kinds or (lexicon.language.names.nouns_capitalised and " " not in name.name):
        return None
    return _UNKNOWN_KIND


def _bearers_after(
    value: At, cue: At, kinds: Sequence[str], passage: Passage, lexicon: Lexicon
) -> Iterator[tuple[int, Subject]]:
    """Yield the names that a preposition joins to the value: '13,974 for Conservative Councillor Tolhurst'."""
    end = max(value.end, cue.end if 0 <= cue.first - value.end <= 3 else 0)
    for preposition in passage.parts("bearer"):
        if not 0 <= preposition.first - end <= 1:
            continue
        phrase = _noun_phrase(preposition.end, passage)
        fitting = [n for n in phrase if _fits(n, kinds, lexicon) is not None]
        if fitting:
            head = fitting[-1]
            yield 0, Subject(head.name, head.kind, "bearer after the value")


def _noun_phrase(start: int, passage: Passage) -> list[NamedAt]:
    """Return the names of the phrase that begins at token *start*: up to two words before each, no break between."""
    phrase: list[NamedAt] = []
    at = start
    for name in passage.names:
        if name.at.first < start:
            continue
        gap = range(at, name.at.first)
        if len(gap) > 2 or any(not passage.tokens.words[i].isalpha() for i in gap):
            break
        if passage.segments[name.at.first] != passage.segments[min(start, len(passage.segments) - 1)]:
            break
        phrase.append(name)
        at = name.at.end
    return phrase


def _names_before(
    value: At, kinds: Sequence[str], passage: Passage, lexicon: Lexicon, rivals: Sequence[At]
) -> Iterator[tuple[int, Subject]]:
    """Yield the names before the value; one that another value has taken costs more, unless this one has its own date.

    So does one that only explains the name before it: in 'Marsden of the Greens' and 'Marsden, who leads the Greens'.
    """
    places = {at.end for at in passage.parts("place")}
    timed = any(v.mention.kind == "date" and 0 <= v.at.first - value.end <= 1 for v in passage.values)
    for name in passage.names:
        extra = _fits(name, kinds, lexicon)
        if extra is None or name.at.end > value.first or (extra and _preposed(name.at, passage, places)):
            continue
        taken = not timed and any(name.at.end <= rival.first < value.first for rival in rivals)
        aside = _is_aside(name, value, passage) or _is_affiliation(name, kinds, passage, lexicon)
        cost = passage.distance(_with_relative(name.at, passage), value) + extra + taken * _TAKEN + aside * _ASIDE
        yield cost, Subject(name.name, name.kind, "name before the value")


def _with_relative(name: At, passage: Passage) -> At:
    """Return the name with the relative clause that explains it, if one does: 'Marsden, who leads the Greens,'."""
    for at in passage.parts("relative"):
        if 0 <= at.first - name.end <= 1:
            inside = passage.segments[at.first]
            end = next((i for i in range(at.end, len(passage.tokens)) if passage.segments[i] > inside), at.end)
            return At(name.first, end)
    return name


def _is_aside(name: NamedAt, value: At, passage: Passage) -> bool:
    """Return whether a name stands in a relative clause that the value is not in."""
    segment = passage.segments[name.at.first]
    return segment != passage.segments[value.first] and any(
        passage.segments[at.first] == segment and at.end <= name.at.first for at in passage.parts("relative")
    )


def _is_affiliation(name: NamedAt, kinds: Sequence[str], passage: Passage, lexicon: Lexicon) -> bool:
    """Return whether a name says to whom the person before it belongs: 'Marsden (Greens)', 'Marsden of the Greens'."""
    joints = {i for at in passage.parts("of", "article", "bearer", "place") for i in range(at.first, at.end)}
    for other in passage.names:
        gap = range(other.at.end, name.at.first)
        if other.kind == PERSON != name.kind and 1 <= len(gap) <= 2 and _fits(other, kinds, lexicon) is not None:
            return all(i in joints or passage.tokens.words[i] == "(" for i in gap)
    return False


def _inverted(
    value: At, kinds: Sequence[str], passage: Passage, lexicon: Lexicon, rivals: Sequence[At]
) -> Iterator[tuple[int, Subject]]:
    """Yield the names behind the value in its segment: '16,7 Prozent erhielt Khan'; not those with a value behind."""
    for name in passage.names:
        extra = _fits(name, kinds, lexicon)
        if extra != 0 or name.at.first < value.end or passage.crossed(name.at, value):
            continue
        if any(rival.first >= name.at.end for rival in rivals):
            continue
        cost = passage.distance(name.at, value) + _INVERTED
        yield cost, Subject(name.name, name.kind, "name after the value")


def _fronted(value: At, kinds: Sequence[str], passage: Passage, lexicon: Lexicon) -> Iterator[tuple[int, Subject]]:
    """Yield the name right behind the phrase that a sentence begins with: 'With 40 per cent, Labour is ahead'.

    The value is near its beginning, which is no article, and no other name stands in it.
    """
    is_article = any(at.first == 0 for at in passage.parts("article"))
    if is_article or not 0 < value.first <= _FRONTED or passage.segments[value.first]:
        return
    name = passage.names[0] if passage.names else None
    if name is None or _fits(name, kinds, lexicon) is None or passage.tokens.words[name.at.first - 1] != ",":
        return
    if passage.segments[name.at.first] == 1:
        yield passage.distance(name.at, value), Subject(name.name, name.kind, "name after the value")


def _taken_up(value: At, kinds: Sequence[str], passage: Passage, scene: Scene) -> Iterator[tuple[int, Subject]]:
    """Yield what a pronoun or 'the party' before the value stands for."""
    for at, meant in proforms(passage, scene.lexicon):
        if at.end > value.first:
            continue
        antecedent = find_antecedent(at, _admitted(meant, kinds), passage, scene)
        if antecedent is not None:
            yield passage.distance(at, value) + 1, Subject(antecedent.name, antecedent.kind, "pronoun or anaphor")


def proforms(passage: Passage, lexicon: Lexicon) -> Iterator[tuple[At, frozenset[str]]]:
    """Yield each pronoun and each definite noun that takes up a name, with the kinds it can stand for."""
    if not lexicon.pronouns.keys().isdisjoint(passage.tokens.words):
        for i, word in enumerate(passage.tokens.words):
            if word in lexicon.pronouns:
                yield At(i, i + 1), lexicon.pronouns[word]
    if not passage.anaphors:
        return
    articles = {at.end for at in passage.parts("article")}
    covered = {i for name in passage.names for i in range(name.at.first, name.at.end) if name.kind}
    for at, kind in passage.anaphors:
        near = range(at.first - _ARTICLE_GAP, at.first + 1)
        if at.end - 1 not in covered and any(i in articles for i in near):
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
    """Return the name that a proform at *at* takes up: the nearest before it, else the first of a sentence before."""
    here = [n for n in passage.names if n.at.end <= at.first and admits(n.kind)]
    if here:
        return here[-1]
    fitting = (n for names in reversed(scene.before) for n in names if admits(n.kind))
    return next(fitting, None)
