"""Pairs of claims worth comparing: of two documents, with words in common, found by an index and never all by all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from crosscheck.facts.vetoes import measured
from crosscheck.records import CLOSEST, Claim

_LONGEST = 48
"""A word that more claims than this stand beside tells none of them apart, and is not looked up."""
_SHARED = 2
"""How many words two sentences must share."""
_BESIDE = CLOSEST // 2


def find_candidates(claims: Sequence[Claim], are_related: Callable[[str, str], bool]) -> Iterator[tuple[Claim, Claim]]:
    """Yield the pairs of *claims* of different documents whose values measure the same and whose sentences share
    two words, or one that is beside both.

    *are_related* says of two documents' keys whether they may speak of the same. The earlier claim comes first. The
    work for a claim is bounded, however many there are.
    """
    keys = [_keys(claim) for claim in claims]
    postings: dict[tuple[str, str], list[int]] = {}
    for i, own in enumerate(keys):
        for key in own:
            postings.setdefault(key, []).append(i)
    documents = [claim.document for claim in claims]
    beside = [_beside(claim) for claim in claims]
    for i, own in enumerate(keys):
        here = documents[i]
        shared = Counter(
            j
            for key in own
            if 1 < len(postings[key]) <= _LONGEST
            for j in postings[key]
            if j > i and documents[j] != here
        )
        for j, count in shared.items():
            alike = count >= min(_SHARED, len(own), len(keys[j])) or not beside[i].isdisjoint(beside[j])
            if alike and are_related(here, documents[j]):
                yield claims[i], claims[j]


def _keys(claim: Claim) -> list[tuple[str, str]]:
    """Return the words of the claim's sentence with what its value measures; its concept and subject are one more."""
    if claim.context is None or not (kind := measured(claim)):
        return []
    keys = [(kind, term) for term in claim.context.near]
    return [*keys, (kind, f"{claim.concept} of {claim.subject}")] if claim.concept else keys


def _beside(claim: Claim) -> frozenset[str]:
    """Return the words beside the claim's value; of a concept and its bearer, these, which tell as much."""
    if claim.context is None:
        return frozenset()
    near = frozenset(term for term, nearness in claim.context.near.items() if nearness >= _BESIDE)
    return near | {f"{claim.concept} of {claim.subject}"} if claim.concept and claim.subject else near
