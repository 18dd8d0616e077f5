"""What a sentence says that another may deny: words that have a contrary ('rose', 'leicht'), and words that negate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from crosscheck.claims.modality import said
from crosscheck.claims.passage import Passage
from crosscheck.languages import Pole, Terms
from crosscheck.records import Stance, Statement

_DOUBTED = frozenset({"conditional", "hearsay", "refuted", "demanded"})
"""The small words of a sentence for which nobody vouches: what it says, nothing denies."""
_AHEAD = frozenset({"planned", "predicted"})
_QUESTION = "?"


def read_statement(
    passage: Passage, none: frozenset[str], terms: Terms, poles: Mapping[str, tuple[Pole, ...]], speaker: str | None
) -> Statement | None:
    """Return what the sentence says that may be denied, None where it holds no such word, asks or only supposes.

    *none* are the words that say before a noun that there is none of it. Words of names say nothing.
    """
    tokens = passage.tokens
    if tokens.words[-1] == _QUESTION or not _DOUBTED.isdisjoint(passage.words):
        return None
    found = terms.of_all(tokens.words)
    negates = "denied" in passage.words or not none.isdisjoint(tokens.words)
    told = poles.keys() & {*chain.from_iterable(found)}
    if not told and not negates:
        return None
    named = frozenset([i for name in passage.names for i in range(name.at.first, name.at.end)])
    stances = tuple(_stances(found, {term: poles[term] for term in told}, named)) if told else ()
    denials = (
        tuple(sorted({*(at.end - 1 for at in said(passage, "denied")), *_nones(passage, none)})) if negates else ()
    )
    if not stances and not denials:
        return None
    return Statement(
        document="",
        sentence=passage.span,
        starts=tokens.starts,
        ends=tokens.ends,
        segments=passage.segments,
        terms=found,
        named=named,
        stances=stances,
        denials=denials,
        periods=frozenset([key for _, key in passage.labels("period")]),
        ahead=not _AHEAD.isdisjoint(passage.words),
        speaker=speaker,
    )


def _stances(
    found: tuple[tuple[str, ...], ...], poles: Mapping[str, tuple[Pole, ...]], named: frozenset[int]
) -> Iterator[Stance]:
    for place, several in enumerate(found):
        for term in several:
            if term in poles and place not in named:
                yield from (Stance(place, p.scale, p.end, p.attributive, p.denying) for p in poles[term])


def _nones(passage: Passage, none: frozenset[str]) -> Iterator[int]:
    if not none.isdisjoint(passage.tokens.words):
        masks = passage.parts("affirmed")
        for i, word in enumerate(passage.tokens.words):
            if word in none and not any(mask.first <= i < mask.end for mask in masks):
                yield i
