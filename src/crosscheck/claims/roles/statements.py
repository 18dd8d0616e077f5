"""What a sentence says that another may deny: words that have a contrary ('rose', 'leicht'), and words that negate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import compress

from crosscheck.claims.scopes.modality import said
from crosscheck.claims.sentences.passage import Passage
from crosscheck.languages import Pole, Terms
from crosscheck.records import Stance, Statement

_DOUBTED = frozenset({"conditional", "hearsay", "refuted", "demanded"})
"""The small words of a sentence for which nobody vouches: what it says, nothing denies."""
_AHEAD = frozenset({"planned", "predicted"})
_QUESTION = "?"
_NONE: frozenset[str] = frozenset()


def read_statement(
    passage: Passage,
    none: frozenset[str],
    poles: Mapping[str, tuple[Pole, ...]],
    terms: Terms,
    speaker: str | None,
    document: str,
) -> Statement | None:
    """Return what the sentence says that may be denied, None where it holds no such word, asks or only supposes.

    *none* are the words that say before a noun that there is none of it. Words of names say nothing.
    """
    tokens = passage.tokens
    if tokens.words[-1] == _QUESTION or not _DOUBTED.isdisjoint(passage.words):
        return None
    negates = "denied" in passage.words or not none.isdisjoint(tokens.words)
    told = _told(passage, poles)
    if not told and not negates:
        return None
    named = frozenset([i for name in passage.names for i in range(name.at.first, name.at.end)])
    stances = tuple(
        [
            Stance(p, pole.scale, pole.end, pole.attributive, pole.denying, pole.strict, terms.length(tokens.words, p))
            for p, term in told
            if p not in named
            for pole in poles[term]
        ]
    )
    denials = tuple(sorted({*_denials(passage), *_nones(passage, none)})) if negates else ()
    if not stances and not denials:
        return None
    return Statement(
        document=document,
        sentence=passage.span,
        starts=tokens.starts,
        ends=tokens.ends,
        segments=passage.segments,
        terms=passage.terms,
        named=named,
        stances=stances,
        denials=denials,
        periods=frozenset([key for _, key in passage.labels("period")]) if "period" in passage.label_words else _NONE,
        ahead=not _AHEAD.isdisjoint(passage.words),
        speaker=speaker,
    )


def _told(passage: Passage, poles: Mapping[str, tuple[Pole, ...]]) -> list[tuple[int, str]]:
    """Return the terms of the sentence that have a contrary, each with its token."""
    termed = compress(enumerate(passage.terms), passage.terms)
    return [(place, term) for place, several in termed for term in several if term in poles]


def _denials(passage: Passage) -> Iterator[int]:
    return (at.end - 1 for at in said(passage, "denied"))


def _nones(passage: Passage, none: frozenset[str]) -> Iterator[int]:
    if not none.isdisjoint(passage.tokens.words):
        masks = passage.parts("affirmed")
        for i, word in enumerate(passage.tokens.words):
            if word in none and not any(mask.first <= i < mask.end for mask in masks):
                yield i
