"""One sentence as the claim rules see it: tokens, segments, values, names and cues, all by token index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from crosscheck.claims.sentences.signs import BoundPart, ClausePart, Cue, CuePart, LabelTable
from crosscheck.claims.sentences.tokens import At, Tokens
from crosscheck.records import Mention, Span

__all__ = ["COUNTED", "At", "CueAt", "NamedAt", "Passage", "ValueAt", "may_be_money"]
_MILLION = 1_000_000
_NOWHERE: Sequence[At] = ()
COUNTED = frozenset({"number", "percent", "money", "quantity"})
"""Kinds of values that a place or time can be of; dates, durations and ranks between change nothing."""


class NamedAt(msgspec.Struct, frozen=True, gc=False):
    """A name in the sentence."""

    at: At
    name: str
    kind: str


class ValueAt(msgspec.Struct, frozen=True, gc=False):
    """A value mention in the sentence; ``phrase`` goes on to the noun that it counts: 'two elderly women'."""

    at: At
    mention: Mention
    phrase: At


class CueAt(msgspec.Struct, frozen=True, gc=False):
    """A phrase of a concept in the sentence."""

    at: At
    cue: Cue


class Passage(msgspec.Struct, frozen=True, gc=False):
    """A sentence; ``segments[i]`` numbers the segment of token i, rising by one at each break or boundary word.

    ``text`` is that of the whole document, which offsets are of; ``kinds`` are those that the values may be of.
    ``concepts`` are those of its cues, ``hits`` the cues by their part, ``wholes`` where the words for what a concept
    is of stand, by that; ``vetoes`` where the cues stand that rule out a concept, by that; ``words`` the small words
    and phrases of the language by what they do, each list in text order; ``anaphors`` the nouns that may take up a
    name, each with the kind of that; ``part_words`` the words for a part of an event, each with its domain;
    ``label_words`` those for an extent, period or group with their keys, by table; ``bound_words`` those that bounds
    are told by; ``terms`` the terms of each token, those of a phrase at its first; ``times`` the dates that may say
    when values are of, ``moments`` those up to which they count.
    """

    text: str
    span: Span
    tokens: Tokens
    segments: tuple[int, ...]
    values: tuple[ValueAt, ...]
    kinds: frozenset[str]
    names: tuple[NamedAt, ...]
    cues: tuple[CueAt, ...]
    concepts: frozenset[str]
    hits: Mapping[CuePart, Sequence[CueAt]]
    wholes: Mapping[str, Sequence[At]]
    vetoes: Mapping[str, Sequence[At]]
    words: Mapping[ClausePart, Sequence[At]]
    anaphors: tuple[tuple[At, str], ...]
    part_words: tuple[tuple[At, str], ...]
    label_words: Mapping[LabelTable, Sequence[tuple[At, str]]]
    bound_words: tuple[tuple[At, BoundPart], ...]
    terms: tuple[tuple[str, ...], ...]
    times: tuple[ValueAt, ...] = ()
    moments: tuple[ValueAt, ...] = ()

    def nearest_whole(self, hit: CueAt, reach: int) -> At | None:
        """Return where the nearest word for what a concept is of stands, None where *hit*'s clause has none in reach.

        *reach* is how many tokens may lie between it and the hit.
        """
        wholes = self.wholes.get(hit.cue.concept, ())
        near = [at for at in wholes if at.gap(hit.at) <= reach and not self.crossed(at, hit.at)]
        return min(near, key=hit.at.gap) if near else None

    def crossed(self, a: At, b: At) -> int:
        """Return how many segment breaks lie between two ranges."""
        segments = self.segments
        breaks = (
            segments[b.first] - segments[a.end - 1] if a.first <= b.first else segments[a.first] - segments[b.end - 1]
        )
        return breaks if breaks > 0 else 0  # noqa: FURB136 - a third of the time of max

    def distance(self, a: At, b: At) -> int:
        """Return how far apart two ranges are: tokens between, a break counting as much as eight."""
        return a.gap(b) + 8 * self.crossed(a, b)

    def ends_segment(self, token: int) -> bool:
        """Return whether *token* is a mark, or the sentence is over before it."""
        return token >= len(self.tokens) or not self.tokens.words[token][0].isalnum()

    def parts(self, *parts: ClausePart) -> Sequence[At]:
        """Return where the small words of these parts stand."""
        words, found = self.words, _NOWHERE
        for part in parts:
            if part in words:
                found = [*found, *words[part]] if found else words[part]
        return found

    def begins(self, token: int, *parts: ClausePart) -> bool:
        """Return whether a small word of one of these parts begins at *token*."""
        words = self.words
        for part in parts:
            if part in words:
                for at in words[part]:
                    if at.first == token:
                        return True
        return False

    def ends(self, token: int, part: ClausePart) -> bool:
        """Return whether a small word of this part ends before *token*, right beside it."""
        if part in self.words:
            for at in self.words[part]:
                if at.end == token:
                    return True
        return False

    def labels(self, table: LabelTable) -> Sequence[tuple[At, str]]:
        """Return the phrases of *table* with their keys."""
        return self.label_words.get(table, ())

    def phrases(self, phrases: Iterable[tuple[str, ...]]) -> Iterator[At]:
        """Yield where each of *phrases* stands, one after the other."""
        words = self.tokens.words
        for phrase in phrases:
            for first in range(words.index(phrase[0]), len(words)) if phrase[0] in words else ():
                if words[first : first + len(phrase)] == phrase:
                    yield At(first, first + len(phrase))

    def between(self, a: At, b: At) -> range:
        """Return the indices of the tokens between two ranges."""
        left, right = (a, b) if a.first <= b.first else (b, a)
        return range(left.end, right.first)

    def is_capital(self, token: int) -> bool:
        """Return whether a token is written with a capital."""
        return self.text[self.tokens.starts[token]].isupper()

    def spelled(self, at: At) -> str:
        """Return the words of a token range as the text writes them, one blank between two."""
        span = self.text_span(at)
        return " ".join(self.text[span.start : span.end].split())

    def text_span(self, at: At) -> Span:
        """Return the offsets of a token range."""
        return self.tokens.span(at.first, at.end - 1)


def may_be_money(mention: Mention) -> bool:
    """Return whether it is a number of millions of nothing said, as money told before: 'once 2.1 billion'."""
    return mention.kind == "number" and not mention.unit and (mention.low or 0) >= _MILLION
