"""Which side gives the figures of a sentence, where no name does: 'police said', 'nach Angaben der Veranstalter'."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import takewhile

import msgspec

from crosscheck.claims.sentences.lexicon import PLACE
from crosscheck.claims.sentences.passage import COUNTED, At, NamedAt, Passage
from crosscheck.claims.sentences.signs import ClausePart
from crosscheck.languages import LanguagePack, load_language
from crosscheck.records import Voice

_BEFORE = 6
"""How many tokens before a verb its subject may begin: 'a spokesman for the organisers in Velm said'."""
_BEHIND = 4
"""How many tokens behind a verb or 'according to' it may end: 'sagte ein Sprecher der Polizei'."""
_APPOSED = 2
"""How many tokens before a name the word may stand that tells for whom it speaks: 'police chief Ivo Tamm'."""

_SAYING: frozenset[ClausePart] = frozenset({"speech", "source"})


class _Sides(msgspec.Struct, frozen=True):
    """The nouns for sides, each with its key, and all words by which somebody gives a figure, in one language."""

    of: Mapping[str, str]
    nouns: frozenset[str]
    verbs: frozenset[str]
    verb_second: bool


def find_voice(passage: Passage, speaker: str | None, language: LanguagePack) -> tuple[str | None, Voice | None]:
    """Return who gives the figures of the sentence: *speaker*, who was found by name, and the one side that does.

    None for the side where none or several do. Of a named speaker it is the side beside the name; one whose name only
    stands near is none, where a side is the subject of the verb: 'Police said 40 staff at Osk were hurt'.
    """
    if COUNTED.isdisjoint(passage.kinds):
        return speaker, None
    sides = _sides(language.code)
    words = passage.tokens.words
    if sides.nouns.isdisjoint(words) or not _is_told(passage, sides):
        return speaker, None
    rows = [(i, is_subject) for at, is_subject in _subjects(passage, sides) for i in at if words[i] in sides.nouns]
    beside = {i for name in passage.names if name.name == speaker for i in _around(name.at)}
    told = {i for i, is_subject in rows if is_subject or speaker is None or i in beside}
    if len({sides.of[words[i]] for i in told}) != 1:
        return speaker, None
    first = min(told)
    span = passage.text_span(At(first, first + 1))
    own = speaker if not beside.isdisjoint(told) else None
    return own, Voice(sides.of[words[first]], passage.text[span.start : span.end])


def _is_told(passage: Passage, sides: _Sides) -> bool:
    """Return whether a word stands in the sentence by which somebody gives a figure."""
    return not (_SAYING.isdisjoint(passage.words) and sides.verbs.isdisjoint(passage.tokens.words))


def _around(name: At) -> range:
    return range(name.first - _APPOSED, name.end + _APPOSED + 1)


@cache
def _sides(code: str) -> _Sides:
    pack = load_language(code)
    words = pack.clauses.voices
    of = {noun: side for side, nouns in words.sides.items() for noun in sorted(nouns)}
    return _Sides(of, frozenset(of), words.reckoning, pack.clauses.posts.verb_second)


def _subjects(passage: Passage, sides: _Sides) -> Iterator[tuple[Sequence[int], bool]]:
    """Yield, of each verb of speech or reckoning, the tokens that may be its subject; and those behind 'according to'.

    Each with whether they stand before a verb. Behind one only where it opens its clause, or where the language has its
    verbs second and no side stands before.
    """
    words = passage.tokens.words
    for at in (*passage.parts("speech"), *(At(i, i + 1) for i in passage.tokens.places_of(sides.verbs))):
        before = _clause(range(at.first - 1, at.first - 1 - _BEFORE, -1), at, passage, sides)
        yield before, True
        if not before or (sides.verb_second and sides.nouns.isdisjoint(words[i] for i in before)):
            yield _clause(range(at.end, at.end + _BEHIND), at, passage, sides), False
    for at in passage.parts("source"):
        behind = _clause(range(at.end, at.end + _BEHIND), at, passage, sides)
        yield behind or _clause(range(at.first - 1, at.first - 1 - _APPOSED, -1), at, passage, sides), False


def _clause(tokens: Iterable[int], at: At, passage: Passage, sides: _Sides) -> Sequence[int]:
    """Return *tokens*, which lead away from *at*, up to the first mark or break, or a name without the noun of a side.

    Names of places are none: 'police in Velm said'.
    """
    words, segments = passage.tokens.words, passage.segments
    ends = {i for name in passage.names if _is_other(name, words, sides) for i in range(name.at.first, name.at.end)}
    inside = takewhile(
        lambda i: 0 <= i < len(words) and segments[i] == segments[at.first] and words[i][0].isalnum() and i not in ends,
        tokens,
    )
    return tuple(inside)


def _is_other(name: NamedAt, words: Sequence[str], sides: _Sides) -> bool:
    """Return whether a name, of no place, has no noun of a side in it or right before: 'police chief Ivo Tamm'."""
    beside = words[max(name.at.first - _APPOSED, 0) : name.at.end]
    return name.kind != PLACE and sides.nouns.isdisjoint(beside)
