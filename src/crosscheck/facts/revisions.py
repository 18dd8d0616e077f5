"""Sentences that a second document says again but for a word, a name or a figure: a draft and its revision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import permutations
from typing import Final, Literal

import msgspec

from crosscheck.facts.copies import find_copies
from crosscheck.facts.entities import Registry
from crosscheck.facts.events import Cast
from crosscheck.facts.figures import Figure, exclude_each_other, figure_at
from crosscheck.facts.sentences import ONE_DAY, Place, Sentence, Words, changed, exchanged, places_of, read_sentence
from crosscheck.languages import Turn, load_contraries
from crosscheck.records import Entity, Span
from crosscheck.values.names import fold_name, may_be_one_person

_LEAST_WORDS = 7
"""Sentences that have fewer words in common may come out alike by chance: 'He was born in Leeds.'"""
_ENDS = 3
"""How many words at either end of two sentences are the same, for them to be compared."""
_LEAST_NAME = 2
"""The fewest letters of a name: 'C' in 'section 41 C' is one of an order."""
_MOST_NAME = 4
"""The most words of a name."""
_MOST_ALIKE = 8
"""A sentence is compared with so many others at most that begin or end like it."""
NAME: Final = "role"
_TIMES: Final = frozenset({"clock", "month"})

_Names = Mapping[str, Mapping[str, Entity]]
"""The entities of each document by all the names they go by, folded."""
_Wording = Sequence[Sentence]
"""Where documents have one wording: at least once."""


class Revision(msgspec.Struct, frozen=True):
    """Two wordings of one sentence that cannot both be true: where each stands, and what kind of contradiction it is.

    The words that differ are ``said``, one of each wording; where only one has words, the next on both sides stand
    with them.
    """

    kind: Turn | Literal["role", "value", "date", "rank"]
    said: tuple[str, str]
    places: tuple[tuple[Place, ...], tuple[Place, ...]]


def find_revisions(casts: Sequence[Cast], stories: Mapping[str, int], registry: Registry) -> Iterator[Revision]:
    """Yield the sentences that two documents say in the same words but for what makes one of them wrong.

    A negation, a word and its opposite, one name and another, and in a copy of a text any other figure. Documents are
    of one story and of one day, or copies. A wording that both have is no revision. Of wordings that begin or end alike
    so few are compared that the work is linear in the length of the texts. What one sentence of a document and two of
    the other say alike is a form that each fills otherwise.
    """
    told: dict[tuple[Place, str], Revision] = {}
    copies = (([left], [right], 0) for left, right in find_copies(casts))
    alike = ((a, b, _LEAST_WORDS) for wordings in _by_story(casts, stories) for a, b in _alike(list(wordings.values())))
    pairs = [*copies, *alike]
    compared = {sentence.cast.document: sentence.cast for *pair, _ in pairs for (sentence, *_) in pair}
    known = {document: _names(cast) for document, cast in compared.items()}
    for left, right, least in pairs:
        found = _told(left, right, least, known, registry)
        if found is not None:
            _add(found, told)
    partners: dict[tuple[str, Span, str], set[Span]] = {}
    for revision in told.values():
        for (document, sentence), (other, also) in permutations(_heads(revision)):
            partners.setdefault((document, sentence, other), set()).add(also)
    for revision in told.values():
        (document, sentence), (other, also) = _heads(revision)
        if len(partners[document, sentence, other]) == len(partners[other, also, document]) == 1:
            yield revision


def _heads(revision: Revision) -> tuple[tuple[str, Span], tuple[str, Span]]:
    """Return the document and the sentence that stand first on either side."""
    one, other = (places[0] for places in revision.places)
    return (one.document, one.sentence), (other.document, other.sentence)


def _add(found: Revision, told: dict[tuple[Place, str], Revision]) -> None:
    """Put *found* to what is *told*, with the places of what says the same."""
    key = found.places[0][0], found.said[1]
    before = told.get(key)
    if before is not None:
        sides = zip(before.places, found.places, strict=True)
        one, other = (tuple(dict.fromkeys((*places, *more))) for places, more in sides)
        found = msgspec.structs.replace(before, places=(one, other))
    told[key] = found


def _by_story(casts: Iterable[Cast], stories: Mapping[str, int]) -> Iterator[dict[Words, list[Sentence]]]:
    """Yield the sentences of each story that several documents tell in one language, by their words."""
    groups: dict[tuple[int, str], list[Cast]] = {}
    for cast in casts:
        if cast.text and cast.sentences:
            groups.setdefault((stories[cast.document], cast.language), []).append(cast)
    for group in groups.values():
        if len(group) < 2:
            continue
        wordings: dict[Words, list[Sentence]] = {}
        for sentence in (read_sentence(cast, (span,)) for cast in group for span in cast.sentences):
            if len(sentence.words) >= _LEAST_WORDS:
                wordings.setdefault(sentence.words, []).append(sentence)
        yield wordings


def _alike(wordings: Sequence[list[Sentence]]) -> Iterator[tuple[list[Sentence], list[Sentence]]]:
    """Yield pairs of wordings that begin or end alike and stand in no document together."""
    heads: dict[Words, list[list[Sentence]]] = {}
    tails: dict[Words, list[list[Sentence]]] = {}
    for wording in wordings:
        words = wording[0].words
        begun, ended = heads.setdefault(words[:_ENDS], []), tails.setdefault(words[-_ENDS:], [])
        for other in {id(o): o for o in (*begun[:_MOST_ALIKE], *ended[:_MOST_ALIKE])}.values():
            if _may_be_one(other, wording):
                yield other, wording
        begun.append(wording)
        ended.append(wording)


def _may_be_one(left: _Wording, right: _Wording) -> bool:
    """Return whether two wordings stand in no document together, and in documents of about a day."""
    if not {s.cast.document for s in left}.isdisjoint(s.cast.document for s in right):
        return False
    days = [s.cast.published for s in (*left, *right) if s.cast.published is not None]
    return not days or max(days) - min(days) <= ONE_DAY


def _told(left: _Wording, right: _Wording, least: int, known: _Names, registry: Registry) -> Revision | None:
    """Return what makes one of two wordings wrong, None where both may be true.

    They have *least* words in common, or more; none of copies, where their place tells that they are one sentence.
    """
    first, second = left[0], right[0]
    tokens = changed(first.words, second.words, least)
    figures = None if least and tokens is None else _figures(first, second, least)
    if figures is not None:
        one, other = figures
        return _revision(_kind(one), left, right, one.tokens, other.tokens)
    if tokens is None:
        return None
    names = _name_around(first, tokens[0], known), _name_around(second, tokens[1], known)
    if names[0] is not None and names[1] is not None:
        (name, place), (other_name, other_place) = names[0], names[1]
        if not _are_two((name, other_name), (first, second), known, registry, is_copy=not least):
            return None
        return _revision(NAME, left, right, place, other_place)
    return _turned(left, right, *tokens)


def _revision(
    kind: Turn | Literal["role", "value", "date", "rank"], left: _Wording, right: _Wording, here: range, there: range
) -> Revision:
    said = left[0].written(here), right[0].written(there)
    return Revision(kind, said, (tuple(places_of(left, here)), tuple(places_of(right, there))))


def _figures(left: Sentence, right: Sentence, least: int) -> tuple[Figure, Figure] | None:
    """Return the first two figures that exclude each other where sentences differ in nothing but figures.

    Of copies, whose *least* is 0, any two; of others a time of day or a month that stands among so many other words,
    since what else it measures tells whether two numbers are of one thing.
    """
    pairs = [(figure_at(left, place), figure_at(right, place)) for place in exchanged(left.words, right.words)]
    told = [(one, other) for one, other in pairs if one is not None and other is not None]
    if len(told) < len(pairs) or (least and len({one.tokens for one, _ in told}) > 1):
        return None
    for one, other in told:
        is_sure = not least or (one.kind in _TIMES and len(left.words) - len(one.tokens) >= least)
        if is_sure and exclude_each_other(one, other):
            return one, other
    return None


def _kind(figure: Figure) -> Literal["value", "date", "rank"]:
    if figure.dated:
        return "date"
    return "rank" if figure.kind == "ordinal" else "value"


def _turned(left: _Wording, right: _Wording, here: range, there: range) -> Revision | None:
    """Return the revision that other words make, None where neither turns the sentence round."""
    first, second = left[0], right[0]
    after = first.words[here.stop] if here.stop < len(first.words) else ""
    said, also = first.words[here.start : here.stop], second.words[there.start : there.stop]
    turn = load_contraries(first.cast.language).turn(said, also, after)
    if turn is None:
        return None
    if not said or not also:
        here, there = range(max(here.start - 1, 0), here.stop), range(max(there.start - 1, 0), there.stop)
    return _revision(turn, left, right, here, there) if here and there else None


def _names(cast: Cast) -> dict[str, Entity]:
    return {fold_name(name): entity for entity in cast.entities for name in (*entity.aliases, entity.name)}


def _name_around(sentence: Sentence, tokens: range, known: _Names) -> tuple[Entity, range] | None:
    """Return the entity whose name the tokens are or are part of, with the tokens of the name; the longest one."""
    if not tokens:
        return None
    names, text, spans = known[sentence.cast.document], sentence.cast.text, sentence.spans
    for length in range(_MOST_NAME, len(tokens) - 1, -1):
        for start in range(max(tokens.stop - length, 0), min(tokens.start, len(spans) - length) + 1):
            written = text[spans[start].start : spans[start + length - 1].end]
            if written[0].isupper() and (entity := names.get(fold_name(written))) is not None:
                return entity, range(start, start + length)
    return None


def _are_two(
    names: tuple[Entity, Entity],
    sentences: tuple[Sentence, Sentence],
    known: _Names,
    registry: Registry,
    *,
    is_copy: bool,
) -> bool:
    """Return whether two names are not one entity's, and can stand for each other in a sentence.

    People can, or places; of copies anything that one of both documents tells apart.
    """
    name, other = names
    if min(len(name.name), len(other.name)) < _LEAST_NAME:
        return False
    documents = [sentence.cast.document for sentence in sentences]
    if registry.canonical(documents[0], name.name) == registry.canonical(documents[1], other.name):
        return False
    if may_be_one_person(name.name, other.name):
        return False
    keys = fold_name(name.name), fold_name(other.name)
    apart = is_copy and any(all(key in known[document] for key in keys) for document in documents)
    return apart or name.kind == other.kind
