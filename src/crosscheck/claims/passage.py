"""One sentence as the claim rules see it: tokens, segments, values, names and cues, all by token index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import TypeVar

import msgspec

from crosscheck.claims.cast import Named
from crosscheck.claims.cues import ActiveCues
from crosscheck.claims.signs import BoundPart, ClausePart, Cue, CuePart, LabelTable, Signs
from crosscheck.claims.tokens import Tokens
from crosscheck.languages import Terms
from crosscheck.records import Mention, Span

Key = TypeVar("Key")
Row = TypeVar("Row")
_BREAKS = frozenset(",;:()[]–—-…/")
_MILLION = 1_000_000
COUNTED = frozenset({"number", "percent", "money", "quantity"})
"""Kinds of values that a place or time can be of; dates, durations and ranks between change nothing."""
_COVERERS: Mapping[CuePart, frozenset[CuePart]] = {
    "noun": frozenset({"noun", "cover"}),
    "count": frozenset({"noun", "count", "cover"}),
    "step": frozenset({"step", "outright"}),
    "outright": frozenset({"step", "outright"}),
}
"""The parts of cues that longer ones of some parts take the place of."""
_NO_KINDS: frozenset[str] = frozenset()
_NONE: frozenset[int] = frozenset()
_APPOSITION = 3
"""The most words of an apposition that is no segment of its own."""


class At(msgspec.Struct, frozen=True, gc=False):
    """A half-open range of token indices."""

    first: int
    end: int

    def __or__(self, other: At) -> At:
        """Return the range from the first token of either to the last."""
        return At(min(self.first, other.first), max(self.end, other.end))

    def gap(self, other: At) -> int:
        """Return the number of tokens between both; 0 where they touch or overlap."""
        return max(other.first - self.end, self.first - other.end, 0)


class NamedAt(msgspec.Struct, frozen=True, gc=False):
    """A name in the sentence."""

    at: At
    name: str
    kind: str


class ValueAt(msgspec.Struct, frozen=True, gc=False):
    """A value mention in the sentence."""

    at: At
    mention: Mention


class CueAt(msgspec.Struct, frozen=True, gc=False):
    """A phrase of a concept in the sentence."""

    at: At
    cue: Cue


class Passage(msgspec.Struct, frozen=True, gc=False):
    """A sentence; ``segments[i]`` numbers the segment of token i, rising by one at each break or boundary word.

    ``text`` is that of the whole document, which offsets are of; ``kinds`` are those that the values may be of.
    ``hits`` are the cues by their part, ``wholes`` where the words for what a concept is of stand, by that; ``vetoes``
    where the cues stand that rule out a concept, by that; ``words`` the small words and phrases of the language by what
    they do, each list in text order; ``anaphors`` the nouns that may take up a name, each with the kind of that;
    ``part_words`` the words for a part of an event, each with its domain; ``label_words`` those for an extent, period
    or group with their keys, by table; ``bound_words`` those that bounds are told by; ``terms`` the terms of each
    token, those of a phrase at its first.
    """

    index: int
    text: str
    span: Span
    tokens: Tokens
    segments: tuple[int, ...]
    values: tuple[ValueAt, ...]
    kinds: frozenset[str]
    names: tuple[NamedAt, ...]
    cues: tuple[CueAt, ...]
    hits: Mapping[CuePart, Sequence[CueAt]]
    wholes: Mapping[str, Sequence[At]]
    vetoes: Mapping[str, Sequence[At]]
    words: Mapping[ClausePart, Sequence[At]]
    anaphors: tuple[tuple[At, str], ...]
    part_words: tuple[tuple[At, str], ...]
    label_words: Mapping[LabelTable, Sequence[tuple[At, str]]]
    bound_words: tuple[tuple[At, BoundPart], ...]
    terms: tuple[tuple[str, ...], ...]

    def nearest_whole(self, hit: CueAt, reach: int) -> At | None:
        """Return where the nearest word for what a concept is of stands, None where *hit*'s clause has none in reach.

        *reach* is how many tokens may lie between it and the hit.
        """
        wholes = self.wholes.get(hit.cue.concept, ())
        near = [at for at in wholes if at.gap(hit.at) <= reach and not self.crossed(at, hit.at)]
        return min(near, key=hit.at.gap) if near else None

    def crossed(self, a: At, b: At) -> int:
        """Return how many segment breaks lie between two ranges."""
        left, right = (a, b) if a.first <= b.first else (b, a)
        return max(self.segments[right.first] - self.segments[left.end - 1], 0)

    def distance(self, a: At, b: At) -> int:
        """Return how far apart two ranges are: tokens between, a break counting as much as eight."""
        return a.gap(b) + 8 * self.crossed(a, b)

    def parts(self, *parts: ClausePart) -> Sequence[At]:
        """Return where the small words of these parts stand."""
        words = self.words
        if len(parts) == 1:
            return words.get(parts[0], ())
        return [at for part in parts if part in words for at in words[part]]

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

    def text_span(self, at: At) -> Span:
        """Return the offsets of a token range."""
        return self.tokens.span(at.first, at.end - 1)


def read_passage(
    index: int,
    text: str,
    span: Span,
    tokens: Tokens,
    mentions: Sequence[Mention],
    named: Sequence[Named],
    signs: Signs,
    active: ActiveCues,
    terms: Terms,
) -> Passage:
    """Return the sentence of *text* with all that is found in it; *mentions* and *named* are those inside it."""
    values = tuple([ValueAt(At(*tokens.inside(m.span)), m) for m in mentions if m.kind != "name"]) if mentions else ()
    names = tuple([NamedAt(At(*tokens.inside(n.span)), n.name, n.kind) for n in named]) if named else ()
    places = [*(v.at for v in values), *(n.at for n in names)] if values or names else ()
    taken = {i for at in places for i in range(at.first, at.end)} if places else _NONE
    words = _small_words(signs, taken)
    kinds = frozenset([kind for v in values for kind in _possible_kinds(v.mention)]) if values else _NO_KINDS
    chosen, ruled_out = active.choose(signs, kinds, tokens.words)
    cues = _longest([CueAt(At(first, end), cue) for first, end, cue in chosen]) if chosen else ()
    return Passage(
        index,
        text,
        span,
        tokens,
        _segments(tokens, words.get("boundary", ()), values, names, taken),
        values,
        kinds,
        names,
        cues,
        _grouped((hit.cue.part, hit) for hit in cues) if cues else {},
        _grouped((hit.cue.concept, hit.at) for hit in cues if hit.cue.part == "of") if cues else {},
        _grouped((concept, At(first, end)) for first, end, concept in ruled_out) if ruled_out else {},
        words,
        tuple([(At(first, end), each.kind) for first, end, found in signs.anaphors for each in found]),
        tuple([(At(first, end), each.domain) for first, end, found in signs.parts for each in found]),
        _labels(signs) if signs.labels else {},
        tuple([(At(first, end), each.part) for first, end, found in signs.bounds for each in found]),
        terms.of_all(tokens.words),
    )


def _small_words(signs: Signs, taken: Set[int]) -> dict[ClausePart, list[At]]:
    """Return where the small words stand, by what they do, without those of *taken* tokens: 'May' is a month."""
    words: defaultdict[ClausePart, list[At]] = defaultdict(list)
    for first, end, parts in signs.words:
        if first not in taken:
            at = At(first, end)
            for part in parts:
                words[part].append(at)
    return words


def _labels(signs: Signs) -> dict[LabelTable, list[tuple[At, str]]]:
    labels = ((label.table, (At(first, end), label.key)) for first, end, found in signs.labels for label in found)
    return _grouped(labels)


def _grouped(rows: Iterable[tuple[Key, Row]]) -> dict[Key, list[Row]]:
    """Return what stands in *rows* by its keys, in order."""
    groups: dict[Key, list[Row]] = {}
    for key, row in rows:
        groups.setdefault(key, []).append(row)
    return groups


def may_be_money(mention: Mention) -> bool:
    """Return whether it is a number of millions of nothing said, as money told before: 'once 2.1 billion'."""
    return mention.kind == "number" and not mention.unit and (mention.low or 0) >= _MILLION


def _possible_kinds(mention: Mention) -> tuple[str, ...]:
    return (mention.kind, "money") if may_be_money(mention) else (mention.kind,)


def _segments(
    tokens: Tokens,
    boundaries: Sequence[At],
    values: Sequence[ValueAt],
    names: Sequence[NamedAt],
    taken: Set[int],
) -> tuple[int, ...]:
    """Return each token's segment: a break mark or boundary word opens one, unless inside a value or a name."""
    marks = set(tokens.places_of(_BREAKS))
    if not boundaries and not marks:
        return (0,) * len(tokens.words)
    breaks = {at.first for at in boundaries} | marks
    if marks and names:
        breaks -= _appositions(tokens.words, names, values)
    segments: list[int] = []
    for number, end in enumerate((*sorted(breaks - taken - {0}), len(tokens.words))):
        segments += [number] * (end - len(segments))
    return tuple(segments)


def _appositions(words: Sequence[str], names: Sequence[NamedAt], values: Sequence[ValueAt]) -> set[int]:
    """Return the commas around a few words that only explain a name: 'in Rochester, southern England, on Thursday'."""
    ends = {name.at.end for name in names}
    commas: set[int] = set()
    for i in ends:
        if i < len(words) and words[i] == ",":
            inside = range(i + 1, min(i + 2 + _APPOSITION, len(words)))
            close = next((j for j in inside if words[j] == ","), None)
            if close in ends and not any(max(v.at.first, i) < min(v.at.end, close) for v in values):
                commas |= {i, close}
    return commas


def _longest(cues: Sequence[CueAt]) -> tuple[CueAt, ...]:
    """Return the cues that no longer one covers: 'votes cast' is no 'votes', 'denkbar knapp' one step.

    A noun is covered by one of its domain or of no domain, by what its domain says that covers nouns, and by nothing
    of another domain: one may see people where another sees cases.
    """
    longer = [cue for cue in cues if cue.at.end - cue.at.first > 1]
    if not longer:
        return tuple(cues)
    return tuple([cue for cue in cues if not _is_covered(cue, longer)])


def _is_covered(cue: CueAt, longer: Sequence[CueAt]) -> bool:
    coverers = _COVERERS.get(cue.cue.part)
    return coverers is not None and any(_covers(other, cue) for other in longer if other.cue.part in coverers)


def _covers(longer: CueAt, cue: CueAt) -> bool:
    return (
        longer.at.first <= cue.at.first
        and cue.at.end <= longer.at.end
        and longer.at != cue.at
        and longer.cue.domain in {"", cue.cue.domain}
    )
