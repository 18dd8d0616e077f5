"""What each document states, sentence by sentence: the values that stand close enough to be reckoned together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction

import msgspec

from crosscheck.records import CHANGE, MEMBERS, SAID, Amount, Claim, Mention
from crosscheck.values.interval import Interval
from crosscheck.values.units import unit_table

_NEXT = 60
"""How many characters may lie between two sentences that follow each other, one without a value between them."""
_LARGE = 100_000
"""From which number on a bare one beside money may be money: '38 million euros, 21 million of it for roads'."""
_PER = " per "
_CLOSED = re.compile(r"\s*(?:[.,;:)–—]|$)")


class Figure(msgspec.Struct, frozen=True):
    """A printed amount with its claim and its mention."""

    claim: Claim
    amount: Amount
    mention: Mention

    @property
    def stated(self) -> Fraction:
        """Return the printed number, 0 where there is none."""
        return self.amount.stated or Fraction(0)

    @property
    def interval(self) -> Interval:
        """Return what it may be, a round count read as rounded."""
        return self.amount.charitable

    @property
    def measure(self) -> str:
        """Return its unit without that for each of which it is, money under the name that rates of it have."""
        unit = self.amount.unit.partition(_PER)[0]
        return unit_table().currencies.names.get(unit, unit)

    @property
    def per(self) -> str:
        """Return for each of which unit it is ('hour'), '' where for none."""
        return self.amount.unit.partition(_PER)[2]

    @property
    def told(self) -> str:
        """Return which outcome of others the words call it."""
        return self.claim.context.told if self.claim.context is not None else ""

    @property
    def is_level(self) -> bool:
        """Return whether it states how much something is: no part, no change, no bound, no outcome of others."""
        counts = self.amount.interval.is_bounded and self.stated > 0 and self.told in {"", "total", "equal", "margin"}
        return counts and self.claim.scope.part not in {CHANGE, MEMBERS}

    def is_like(self, other: Figure) -> bool:
        """Return whether both are in one unit, a bare number of millions beside money being money."""
        kinds = {self.mention.kind, other.mention.kind}
        if len(kinds) == 1:
            units = {self.mention.unit, other.mention.unit}
            return len(units) == 1 or (kinds == {"number"} and "" in units)
        return kinds == {"number", "money"} and all(f.mention.kind == "money" or f.is_large for f in (self, other))

    def names_others(self, other: Figure) -> bool:
        """Return whether the words around both name somebody or something, and nothing in common."""
        here, there = (f.claim.context.names.keys() if f.claim.context is not None else () for f in (self, other))
        return bool(here and there) and set(here).isdisjoint(there)

    @property
    def is_large(self) -> bool:
        """Return whether it is a bare number so great that it may be of the unit beside."""
        return not self.mention.unit and self.stated >= _LARGE


class Passage(msgspec.Struct, frozen=True):
    """A sentence of a document from ``start`` to ``end``: its printed amounts in text order, and what they make."""

    document: str
    start: int
    end: int
    figures: tuple[Figure, ...]
    reckoned: tuple[Claim, ...]


def read_passages(claims: Iterable[Claim]) -> dict[str, tuple[Passage, ...]]:
    """Return, by document, its sentences with amounts that are asserted or planned, in text order."""
    documents: dict[str, dict[int, list[Claim]]] = {}
    for claim in claims:
        if isinstance(claim.value, Amount) and claim.modality in SAID:
            documents.setdefault(claim.document, {}).setdefault(claim.sentence.start, []).append(claim)
    return {
        document: tuple(_passage(sentences[start]) for start in sorted(sentences))
        for document, sentences in documents.items()
    }


def _passage(claims: Sequence[Claim]) -> Passage:
    figures = tuple(
        Figure(claim, claim.value, claim.mention)
        for claim in claims
        if isinstance(claim.value, Amount) and claim.mention is not None and claim.reckoned is None
    )
    sentence = claims[0].sentence
    return Passage(
        claims[0].document, sentence.start, sentence.end, figures, tuple(c for c in claims if c.reckoned is not None)
    )


def window(passages: Sequence[Passage], index: int, back: int, reach: int = _NEXT) -> Sequence[Passage]:
    """Return the sentence *index* and up to *back* before it, each within *reach* characters of the next."""
    first = index
    while first and index - first < back and passages[first].start - passages[first - 1].end <= reach:
        first -= 1
    return passages[first : index + 1]


def figures_before(passages: Sequence[Passage], figure: Figure) -> list[Figure]:
    """Return the figures of *passages* that end where *figure* begins, or before."""
    end = figure.claim.quote.start
    return [other for passage in passages for other in passage.figures if other.claim.quote.end <= end]


def is_closed(text: str, at: int) -> bool:
    """Return whether a mark, or the end of *text*, stands right behind what ends at *at*."""
    return _CLOSED.match(text, at) is not None


def are_of_one_size(told: Fraction | None, made: Fraction | None, times: int | Fraction) -> bool:
    """Return whether what is told is less than *times* what others make, and more than that part of it.

    Beyond, it is one of something else.
    """
    return told is not None and made is not None and 0 < made < times * told < times**2 * made
