"""Who is a witness of their own: a document whose sentence is a copy of another's adds no weight to what it says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from rapidfuzz.distance import Indel

from crosscheck.records import Claim

_WORD = re.compile(r"\w+")
_ALIKE = 0.85
"""From which share of words in common, in their order, on two sentences are one wording."""
_LEAST_WORDS = 8
"""Shorter sentences may come out the same in two pens: 'Twelve people were killed.'"""
_MOST_WORDINGS = 16
"""A sentence is held against so many others at most, beside those that it repeats to the letter."""


def find_copies(claims: Iterable[Claim], texts: Mapping[str, str]) -> dict[str, str]:
    """Return the documents that state a claim in the words of another, by key, with the first that has these words.

    *claims* are of one fact, *texts* the documents' texts by key; a document without one is a witness of its own. The
    work for a claim is bounded, however many there are.
    """
    copies: dict[str, str] = {}
    wordings: dict[tuple[str, ...], str] = {}
    for claim in claims:
        words = _words(claim, texts)
        if len(words) < _LEAST_WORDS:
            continue
        first = wordings.get(words) or _nearest(words, wordings)
        wordings.setdefault(words, first or claim.document)
        if first and first != claim.document:
            copies.setdefault(claim.document, first)
    return copies


def _words(claim: Claim, texts: Mapping[str, str]) -> tuple[str, ...]:
    sentence = texts.get(claim.document, "")[claim.sentence.start : claim.sentence.end]
    return tuple(_WORD.findall(sentence.casefold()))


def _nearest(words: tuple[str, ...], wordings: Mapping[tuple[str, ...], str]) -> str:
    """Return the document of the first wording that *words* repeat but for a few, '' where none does."""
    for number, (other, document) in enumerate(wordings.items()):
        if number == _MOST_WORDINGS:
            break
        if Indel.normalized_similarity(words, other, score_cutoff=_ALIKE) >= _ALIKE:
            return document
    return ""
