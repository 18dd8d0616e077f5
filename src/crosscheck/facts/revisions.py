"""Sentences that a second document says again but for a word or a name, and turns round: a draft and its revision."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Final, Literal

import msgspec

from crosscheck.facts.entities import Registry
from crosscheck.facts.events import Cast
from crosscheck.languages import Turn, load_contraries
from crosscheck.records import Entity, Span
from crosscheck.values.names import fold_name, may_be_one_person

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_LEAST_WORDS = 7
"""Sentences that have fewer words in common may come out alike by chance: 'He was born in Leeds.'"""
_ENDS = 3
"""How many words at either end of two sentences are the same, for them to be compared."""
_MOST_CHANGED = 3
"""The most words that stand in the place of others."""
_MOST_NAME = 4
"""The most words of a name."""
_MOST_ALIKE = 8
"""A sentence is compared with so many others at most that begin or end like it."""
_ONE_DAY = timedelta(days=1)
"""Reports that are further apart may say of another day what they said of the first."""
NAME: Final = "role"

_Words = tuple[str, ...]


class Place(msgspec.Struct, frozen=True, gc=False):
    """Where a document says it: the sentence, and the words of it that the other puts otherwise."""

    document: str
    sentence: Span
    quote: Span


class Revision(msgspec.Struct, frozen=True):
    """Two wordings of one sentence that cannot both be true: where each stands, and what kind of contradiction it is.

    The words that differ are ``said``, one of each wording; where only one has words, the next on both sides stand
    with them.
    """

    kind: Turn | Literal["role"]
    said: tuple[str, str]
    places: tuple[tuple[Place, ...], tuple[Place, ...]]


class _Sentence(msgspec.Struct, frozen=True, gc=False):
    """One sentence of a document: its words, in lower case, and where each stands."""

    cast: Cast
    span: Span
    words: _Words
    spans: tuple[Span, ...]


def find_revisions(casts: Sequence[Cast], stories: Mapping[str, int], registry: Registry) -> Iterator[Revision]:
    """Yield the sentences that documents of one story, of one day, say in the same words but for what turns them round.

    A negation, a word and its opposite, one name and another. A wording that both documents have is no revision. Of
    wordings that begin or end alike so few are compared that the work is linear in the length of the texts.
    """
    known = {cast.document: _names(cast) for cast in casts}
    for wordings in _by_story(casts, stories):
        for left, right in _alike(list(wordings.values())):
            changed = _changed(left[0].words, right[0].words)
            if changed is not None and (found := _told(left, right, *changed, known, registry)) is not None:
                yield found


def _by_story(casts: Iterable[Cast], stories: Mapping[str, int]) -> Iterator[dict[_Words, list[_Sentence]]]:
    """Yield the sentences of each story that several documents tell in one language, by their words."""
    groups: dict[tuple[int, str], list[Cast]] = {}
    for cast in casts:
        if cast.text and cast.sentences:
            groups.setdefault((stories[cast.document], cast.language), []).append(cast)
    for (_, language), group in groups.items():
        if len(group) < 2 or load_contraries(language).is_empty:
            continue
        wordings: dict[_Words, list[_Sentence]] = {}
        for cast in group:
            for span in cast.sentences:
                found = [*_WORD.finditer(cast.text, span.start, span.end)]
                if len(found) >= _LEAST_WORDS:
                    words = tuple(match.group().lower() for match in found)
                    spans = tuple(Span(*match.span()) for match in found)
                    wordings.setdefault(words, []).append(_Sentence(cast, span, words, spans))
        yield wordings


def _alike(wordings: Sequence[list[_Sentence]]) -> Iterator[tuple[list[_Sentence], list[_Sentence]]]:
    """Yield pairs of wordings that begin or end alike and stand in no document together."""
    heads: dict[_Words, list[list[_Sentence]]] = {}
    tails: dict[_Words, list[list[_Sentence]]] = {}
    for wording in wordings:
        words = wording[0].words
        begun, ended = heads.setdefault(words[:_ENDS], []), tails.setdefault(words[-_ENDS:], [])
        for other in {id(o): o for o in (*begun[:_MOST_ALIKE], *ended[:_MOST_ALIKE])}.values():
            if _may_be_one(other, wording):
                yield other, wording
        begun.append(wording)
        ended.append(wording)


def _may_be_one(left: Sequence[_Sentence], right: Sequence[_Sentence]) -> bool:
    """Return whether two wordings stand in no document together, and in documents of about a day."""
    if not {s.cast.document for s in left}.isdisjoint(s.cast.document for s in right):
        return False
    days = [s.cast.published for s in (*left, *right) if s.cast.published is not None]
    return not days or max(days) - min(days) <= _ONE_DAY


def _changed(left: _Words, right: _Words) -> tuple[range, range] | None:
    """Return the tokens in which two wordings differ, None where it is more than a few words in one place."""
    if abs(len(left) - len(right)) > _MOST_CHANGED:
        return None
    most = min(len(left), len(right))
    before = next((i for i in range(most) if left[i] != right[i]), most)
    behind = next((i for i in range(most - before) if left[-1 - i] != right[-1 - i]), most - before)
    here, there = range(before, len(left) - behind), range(before, len(right) - behind)
    is_little = max(len(here), len(there)) <= _MOST_CHANGED
    return (here, there) if is_little and before + behind >= _LEAST_WORDS else None


def _told(
    left: Sequence[_Sentence],
    right: Sequence[_Sentence],
    here: range,
    there: range,
    known: Mapping[str, Mapping[str, Entity]],
    registry: Registry,
) -> Revision | None:
    """Return the revision that the words *here* and *there* make, None where both sentences may be true."""
    first, second = left[0], right[0]
    names = _name_around(first, here, known), _name_around(second, there, known)
    if names[0] is not None and names[1] is not None:
        (name, place), (other, other_place) = names[0], names[1]
        if not _are_two(name, first, other, second, registry):
            return None
        return Revision(NAME, (name.name, other.name), (_places(left, place), _places(right, other_place)))
    after = first.words[here.stop] if here.stop < len(first.words) else ""
    said, also = first.words[here.start : here.stop], second.words[there.start : there.stop]
    turn = load_contraries(first.cast.language).turn(said, also, after)
    if turn is None:
        return None
    if not said or not also:
        here, there = range(max(here.start - 1, 0), here.stop), range(max(there.start - 1, 0), there.stop)
    shown = (_text(first, here), _text(second, there))
    return Revision(turn, shown, (_places(left, here), _places(right, there)))


def _text(sentence: _Sentence, tokens: range) -> str:
    return sentence.cast.text[sentence.spans[tokens.start].start : sentence.spans[tokens.stop - 1].end]


def _places(sentences: Iterable[_Sentence], tokens: range) -> tuple[Place, ...]:
    """Return where each document has these tokens, in its first sentence of this wording."""
    first = {s.cast.document: s for s in reversed(tuple(sentences))}
    quotes = (
        (s, Span(s.spans[tokens.start].start, s.spans[tokens.stop - 1].end)) for s in reversed(tuple(first.values()))
    )
    return tuple(Place(s.cast.document, s.span, quote) for s, quote in quotes)


def _names(cast: Cast) -> dict[str, Entity]:
    """Return the entities of a document by all the names they go by, folded."""
    return {fold_name(name): entity for entity in cast.entities for name in (*entity.aliases, entity.name)}


def _name_around(
    sentence: _Sentence, tokens: range, known: Mapping[str, Mapping[str, Entity]]
) -> tuple[Entity, range] | None:
    """Return the entity whose name the tokens are or are part of, with the tokens of the name; the longest one."""
    if not tokens:
        return None
    names, text = known[sentence.cast.document], sentence.cast.text
    for length in range(_MOST_NAME, len(tokens) - 1, -1):
        for start in range(max(tokens.stop - length, 0), tokens.start + 1):
            stop = start + length
            if stop > len(sentence.spans):
                continue
            written = text[sentence.spans[start].start : sentence.spans[stop - 1].end]
            if written[0].isupper() and (entity := names.get(fold_name(written))) is not None:
                return entity, range(start, stop)
    return None


def _are_two(name: Entity, said: _Sentence, other: Entity, also: _Sentence, registry: Registry) -> bool:
    """Return whether two names are not one entity's, and can stand for each other in a sentence: people, or places."""
    same = registry.canonical(said.cast.document, name.name) == registry.canonical(also.cast.document, other.name)
    return not same and name.kind == other.kind and not may_be_one_person(name.name, other.name)
