"""One sentence as the claim rules see it: tokens, segments, values, names and cues, all by token index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

import msgspec

from crosscheck.claims.cast import Named
from crosscheck.claims.lexicon import ClausePart, Cue, Lexicon
from crosscheck.claims.tokens import Tokens
from crosscheck.records import Mention, Span

_BREAKS = frozenset(",;:()[]–—-…/")
_APPOSITION = 3
"""The most words of an apposition that is no segment of its own."""


class At(msgspec.Struct, frozen=True):
    """A half-open range of token indices."""

    first: int
    end: int

    def gap(self, other: At) -> int:
        """Return the number of tokens between both; 0 where they touch or overlap."""
        return max(other.first - self.end, self.first - other.end, 0)


class NamedAt(msgspec.Struct, frozen=True):
    """A name in the sentence."""

    at: At
    name: str
    kind: str


class ValueAt(msgspec.Struct, frozen=True):
    """A value mention in the sentence."""

    at: At
    mention: Mention


class CueAt(msgspec.Struct, frozen=True):
    """A phrase of a concept in the sentence."""

    at: At
    cue: Cue


class WordAt(msgspec.Struct, frozen=True):
    """A small word or phrase of the language in the sentence."""

    at: At
    part: ClausePart


class Passage(msgspec.Struct, frozen=True):
    """A sentence; ``segments[i]`` numbers the segment of token i, rising by one at each break or boundary word."""

    index: int
    span: Span
    tokens: Tokens
    segments: tuple[int, ...]
    values: tuple[ValueAt, ...]
    names: tuple[NamedAt, ...]
    cues: tuple[CueAt, ...]
    words: tuple[WordAt, ...]

    def crossed(self, a: At, b: At) -> int:
        """Return how many segment breaks lie between two ranges."""
        left, right = (a, b) if a.first <= b.first else (b, a)
        return max(self.segments[right.first] - self.segments[left.end - 1], 0)

    def distance(self, a: At, b: At) -> int:
        """Return how far apart two ranges are: tokens between, a break counting as much as eight."""
        return a.gap(b) + 8 * self.crossed(a, b)

    def parts(self, *parts: ClausePart) -> Iterator[At]:
        """Yield where the small words of these parts stand."""
        return (word.at for word in self.words if word.part in parts)

    def text_span(self, at: At) -> Span:
        """Return the offsets of a token range."""
        return self.tokens.span(at.first, at.end - 1)


def read_passage(
    index: int,
    span: Span,
    tokens: Tokens,
    mentions: Sequence[Mention],
    named: Sequence[Named],
    lexicon: Lexicon,
) -> Passage:
    """Return the sentence with everything that is found in it; *mentions* and *named* are those inside it."""
    cues = [CueAt(At(first, last + 1), cue) for first, last, cue in lexicon.cues.find(tokens)]
    values = tuple(ValueAt(At(*tokens.inside(m.span)), m) for m in mentions if m.kind != "name")
    names = tuple(NamedAt(At(*tokens.inside(n.span)), n.name, n.kind) for n in named)
    taken = {i for at in (*(v.at for v in values), *(n.at for n in names)) for i in range(at.first, at.end)}
    words = tuple(
        WordAt(At(first, last + 1), part)
        for first, last, part in lexicon.clause.find(tokens)
        if first not in taken  # 'May' is a month, 'Will' a man
    )
    return Passage(
        index,
        span,
        tokens,
        _segments(tokens, words, values, names, taken),
        values,
        names,
        tuple(_longest(cues)),
        words,
    )


def _segments(
    tokens: Tokens,
    words: Sequence[WordAt],
    values: Sequence[ValueAt],
    names: Sequence[NamedAt],
    taken: set[int],
) -> tuple[int, ...]:
    """Return each token's segment: a break mark or boundary word opens one, unless inside a value or a name."""
    breaks = {word.at.first for word in words if word.part == "boundary"}
    breaks |= {i for i, token in enumerate(tokens.words) if token in _BREAKS}
    breaks -= taken | _appositions(tokens, names, values) | {0}
    return tuple(accumulate(i in breaks for i in range(len(tokens))))


def _appositions(tokens: Tokens, names: Sequence[NamedAt], values: Sequence[ValueAt]) -> set[int]:
    """Return the commas around a few words that only explain a name: 'in Rochester, southern England, on Thursday'."""
    ends = {name.at.end for name in names}
    valued = {i for value in values for i in range(value.at.first, value.at.end)}
    commas: set[int] = set()
    for i in ends:
        if i < len(tokens) and tokens.words[i] == ",":
            inside = range(i + 1, min(i + 2 + _APPOSITION, len(tokens)))
            close = next((j for j in inside if tokens.words[j] == ","), None)
            if close in ends and not valued & set(range(i, close)):
                commas |= {i, close}
    return commas


def _longest(cues: Sequence[CueAt]) -> Iterator[CueAt]:
    """Yield the cues that no longer one of their part covers: 'votes cast' is no 'votes', 'denkbar knapp' one step."""
    for cue in cues:
        longer = (
            other.at.first <= cue.at.first and cue.at.end <= other.at.end and other.at != cue.at
            for other in cues
            if other.cue.part == cue.cue.part
        )
        if cue.cue.part not in {"noun", "step"} or not any(longer):
            yield cue
