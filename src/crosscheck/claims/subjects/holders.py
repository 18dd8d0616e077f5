"""Who a post's holder is: the one named behind it, in apposition to it, or by a copula."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from crosscheck.claims.sentences.lexicon import PERSON
from crosscheck.claims.sentences.passage import At, NamedAt, Passage
from crosscheck.claims.sentences.signs import ClausePart
from crosscheck.languages import PostWords

_NEAR = 2
"""How many words may stand between a post and the comma or the naming behind it."""
_BETWEEN = 6
"""How many tokens may stand between a name and the post behind it, or between 'named' and the name."""
_DESCRIPTION = 7
"""How many tokens at most say who somebody is, with the name's first: 'the 61-year-old Dutch farmer Tom'."""
BARRED: tuple[ClausePart, ...] = (
    "boundary", "coordinator", "agent", "place", "bearer", "of", "inside", "speech", "source", "relative", "infinitive",
)  # fmt: skip
"""What stands in no phrase that only says who somebody is."""
_CLOSING = frozenset(',;:.!?)–—”»«"')


class Holder(msgspec.Struct, frozen=True, gc=False):
    """Who holds the post, where the name stands, and whether the sentence says so or takes it for granted."""

    name: NamedAt
    says: bool = False


def find_holder(phrase: At, post: At, passage: Passage, words: PostWords, *, of_event: bool) -> Holder | None:
    """Return who is named right behind the post, in apposition to it, or as what it is.

    A post *of_event* is told of in the past: 'chair of the jury was Ann Low'.
    """
    people = [name for name in passage.names if name.kind in {PERSON, ""}]
    beside = _name_behind(post.end, people, passage, words) or _name_behind(phrase.end, people, passage, words)
    if beside is not None:
        return Holder(beside) if beside.kind or " " in beside.name else None
    people = [name for name in people if name.kind or " " in name.name]
    found = _in_apposition(phrase.end, people, passage, words) or _introduced(phrase.end, people, passage, words)
    if found is not None:
        return Holder(found)
    return _behind_copula(phrase.end, people, passage, words, of_event) or _before(phrase, people, passage, words)


def _name_behind(start: int, people: Iterable[NamedAt], passage: Passage, words: PostWords) -> NamedAt | None:
    """Return the one named at token *start*, a 'Dr' left aside."""
    tokens = passage.tokens.words
    while start < len(tokens) and tokens[start] in words.courtesies and not _is_last(start, passage):
        start += 1
    return next((name for name in people if name.at.first == start), None)


def described_behind(
    start: int, people: Iterable[NamedAt], passage: Passage, words: PostWords, *, bare: bool = False
) -> NamedAt | None:
    """Return the one named at token *start* or behind words on who it is: 'the novelist Ann Low', 'the Dutch Tom Low'.

    Those words begin with an article or an age, or *bare* with any that is no small word: 'Kapitän Tom Low'.
    """
    named = _name_behind(start, people, passage, words)
    tokens = passage.tokens.words
    if named is not None or start >= len(tokens):
        return named
    articles = {at.first for at in passage.parts("article")}
    if not (bare or start in articles or tokens[start].isdigit()):
        return None
    firsts = {name.at.first: name for name in people}
    skipped = {name.at.first: name.at.end for name in passage.names}
    barred = {i for at in passage.parts(*BARRED) for i in range(at.first, at.end)} - {start}
    i = start
    while i < min(start + _DESCRIPTION, len(tokens)):
        if i in firsts:
            return firsts[i]
        next_is_told = i + 1 < len(tokens) and tokens[i + 1].isdigit()
        is_joint = (
            tokens[i] == "-" or tokens[i] in words.courtesies or (tokens[i] == "," and i > start and next_is_told)
        )
        is_small = i in barred or (i > start and i in articles)
        if not is_joint and (is_small or not tokens[i][0].isalnum()):
            return None
        i = skipped.get(i, i + 1)
    return None


def _behind_copula(
    end: int, people: Iterable[NamedAt], passage: Passage, words: PostWords, of_event: bool
) -> Holder | None:
    """Return whom a copula behind the post names: 'head of the museum since 2012 is the historian Ann Low'."""
    tokens = passage.tokens.words
    copulas = words.copulas | words.past_copulas if of_event else words.copulas
    if end >= len(tokens) or tokens[end] not in copulas:
        return None
    start = end + 1
    if passage.begins(start, "since"):
        start += 1
        while start < len(tokens) and tokens[start].isdigit():
            start += 1
    named = described_behind(start, people, passage, words, bare=True)
    if named is None or not (_is_closed(named, passage) or _is_installed(named, passage)):
        return None
    return Holder(named, says=True)


def _is_closed(named: NamedAt, passage: Passage) -> bool:
    """Return whether a mark, a preposition or the end of the sentence stands behind a name."""
    end = named.at.end
    if end >= len(passage.tokens) or passage.tokens.words[end] in _CLOSING:
        return True
    return passage.begins(end, "place")


def _is_installed(named: NamedAt, passage: Passage) -> bool:
    """Return whether a participle behind the name says that somebody was put into the post: '... bestellt'."""
    return passage.begins(named.at.end, "entering")


def _in_apposition(end: int, people: Iterable[NamedAt], passage: Passage, words: PostWords) -> NamedAt | None:
    """Return the one named between commas behind the post: 'the driver, Peter Lund, said'."""
    tokens = passage.tokens.words
    comma = next((i for i in range(end, min(end + _NEAR + 1, len(tokens))) if tokens[i] in {",", "("}), None)
    if comma is None or any(name.at.first <= comma and name.at.first >= end for name in passage.names):
        return None
    named = described_behind(comma + 1, people, passage, words)
    if named is None or not _is_closed(named, passage):
        return None
    is_list = any(name.at.first == named.at.end + 1 for name in passage.names)
    return None if is_list else named


def _introduced(end: int, people: Iterable[NamedAt], passage: Passage, words: PostWords) -> NamedAt | None:
    """Return the one whom the post's holder is called: 'the driver, named by police as Peter Lund'."""
    tokens = passage.tokens.words
    for naming in passage.parts("naming"):
        if 0 <= naming.first - end <= _NEAR:
            for name in people:
                before = name.at.first - 1
                led = before == naming.end - 1 or tokens[before] in words.introducers
                if led and naming.end <= name.at.first <= naming.end + _BETWEEN:
                    return name
    return None


def _before(phrase: At, people: Iterable[NamedAt], passage: Passage, words: PostWords) -> Holder | None:
    """Return the one whom the post explains behind a comma, or who is said to hold it."""
    tokens = passage.tokens.words
    barred = {
        i for at in passage.parts("boundary", "coordinator", "speech", "relative") for i in range(at.first, at.end)
    }
    for name in sorted(people, key=lambda n: -n.at.end):
        inside = range(name.at.end, phrase.first)
        if not 1 <= len(inside) <= _BETWEEN:
            continue
        first = tokens[inside[0]]
        says = first in words.copulas
        if first in words.introducers and passage.parts("entering", "naming") and len(inside) <= _NEAR:
            return Holder(name, says=True)
        if not (says or first in {",", "("}) or (barred & set(inside) and not says):
            return None
        rest = [tokens[i] for i in inside[1:]]
        aged = any(v.at.first in inside for v in passage.values)
        if sum(token in _CLOSING for token in rest) > 2 * aged or (says and len(rest) > _NEAR):
            return None
        return Holder(name, says)
    return None


def _is_last(at: int, passage: Passage) -> bool:
    return at + 1 >= len(passage.tokens)
