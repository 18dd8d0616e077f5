"""Pairs of claims worth comparing: of two documents, with words in common, found by an index and never all by all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from crosscheck.facts.rarity import Mentioned
from crosscheck.facts.slips import slip_keys
from crosscheck.facts.vetoes import measured
from crosscheck.records import CLOSEST, Claim

_LONGEST = 48
"""A word that more claims than this stand beside tells none of them apart, and is not looked up."""
_SHARED = 2
"""How many words two sentences must share."""
_BESIDE = CLOSEST // 2

_Words = Mapping[str, int]
"""Words with how near they stand to a value."""


def find_candidates(
    claims: Sequence[Claim], stories: Mapping[str, int], documents: Mapping[str, Mentioned]
) -> Iterator[tuple[Claim, Claim]]:
    """Yield the pairs of *claims* of different documents whose values measure the same and whose sentences share
    two words, or one that is beside both.

    *stories* numbers the documents: only those of one number may speak of the same. *documents* says what each holds.
    The earlier claim comes first. The work for a claim is bounded, however many there are.
    """
    words = [_words(claim, documents[claim.document].measures) for claim in claims]
    beside = [frozenset(word for word, nearness in own.items() if nearness >= _BESIDE) for own in words]
    sources = [claim.document for claim in claims]
    kinds = [kind and f"{kind} of {stories[claim.document]}" for claim in claims for kind in (measured(claim),)]
    for i, following in enumerate(_sharing(kinds, words)):
        here, is_short = sources[i], len(words[i]) < _SHARED
        for j, count in following.items():
            if sources[j] != here and (
                count >= _SHARED or is_short or len(words[j]) < _SHARED or not beside[i].isdisjoint(beside[j])
            ):
                yield claims[i], claims[j]


def _words(claim: Claim, lone: frozenset[str]) -> _Words:
    """Return the words of the claim's sentence; its concept and bearer are one more, which stands beside the value.

    So are the keys by which figures are found that may be a slip for one another, and the measure that the document
    states but once, *lone*.
    """
    if claim.context is None:
        return {}
    words = claim.context.near | dict.fromkeys(slip_keys(claim), CLOSEST)
    if (measure := measured(claim)) in lone:
        words[f"only {measure}"] = CLOSEST
    return words | {f"{claim.concept} of {claim.subject}": CLOSEST if claim.subject else 0} if claim.concept else words


def _sharing(kinds: Sequence[str], words: Sequence[_Words]) -> Iterator[Counter[int]]:
    """Yield for each claim how many words it shares with which of those behind it, where values measure the same."""
    held: dict[str, Counter[str]] = {kind: Counter() for kind in kinds if kind}
    for kind, own in zip(kinds, words, strict=True):
        if kind:
            held[kind].update(own.keys())
    index = {kind: _postings(counts) for kind, counts in held.items()}
    index[""] = {}
    for i in reversed(range(len(words))):
        postings = index[kinds[i]]
        for word in words[i]:
            if word in postings:
                postings[word].append(i)
    for kind, own in zip(kinds, words, strict=True):
        postings = index[kind]
        holding = [postings[word] for word in own if word in postings]
        for posting in holding:
            posting.pop()  # the claim itself: what is left stands behind it
        yield Counter(chain.from_iterable(map(reversed, holding)))


def _postings(held: Mapping[str, int]) -> dict[str, list[int]]:
    """Return an empty list for each word that several claims hold, but not very many."""
    return {word: [] for word, count in held.items() if 1 < count <= _LONGEST}
