"""Pairs of claims worth comparing: of two documents, with words in common, found by an index and never all by all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from crosscheck.facts.bounds import bound_keys, bound_magnitudes
from crosscheck.facts.rarity import Mentioned
from crosscheck.facts.sides import Side, as_side
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
) -> Iterator[tuple[Side, Side]]:
    """Return the pairs of *claims* of different documents whose values measure the same and whose sentences share
    two words, or one that is beside both.

    *stories* numbers the documents: only those of one number may speak of the same. *documents* says what each holds.
    The earlier claim comes first. The work for a claim is bounded, however many there are.
    """
    groups: dict[tuple[str, int], dict[str, list[int]]] = {}
    for i, claim in enumerate(claims):
        if measure := measured(claim):
            groups.setdefault((measure, stories[claim.document]), {}).setdefault(claim.document, []).append(i)
    partners: defaultdict[int, list[int]] = defaultdict(list)
    for (measure, _), group in groups.items():
        if len(group) > 1:
            near_bounds = bound_magnitudes(claims[i] for own in group.values() for i in own)
            words = {
                i: _words(claims[i], measure in documents[document].measures, near_bounds)
                for document, own in group.items()
                for i in own
            }
            for i, j in _pairs(list(group.values()), words):
                partners[i].append(j)
    sides = {i: as_side(claims[i]) for i in {*partners, *chain.from_iterable(partners.values())}}
    return ((sides[i], sides[j]) for i in sorted(partners) for j in sorted(partners[i]))


def _words(claim: Claim, is_only: bool, near_bounds: frozenset[int]) -> _Words:
    """Return the words of the claim's sentence; its concept and bearer are one more, which stands beside the value.

    So are the keys by which figures are found that may be a slip for one another or lie near one of the bounds, whose
    magnitudes are *near_bounds*, and what a value has that *is_only*: its document states no other of its measure.
    """
    if claim.context is None:
        return {}
    words = dict(claim.context.near)
    for key in slip_keys(claim):
        words[key] = CLOSEST
    if near_bounds:
        words |= dict.fromkeys(bound_keys(claim, near_bounds), CLOSEST)
    if is_only:
        words["only one"] = CLOSEST
    if concept := claim.concept:
        words[f"{concept} of {claim.subject}"] = CLOSEST if claim.subject else 0
    return words


def _pairs(documents: Sequence[Sequence[int]], words: Mapping[int, _Words]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of claims of two *documents* that share enough of their *words*, in any order.

    Values of all claims measure the same. One word in common is enough where it stands beside both values, or where
    either claim has no more.
    """
    frequent = _frequent(words.values()) if len(words) > _LONGEST else frozenset[str]()
    beside: dict[int, frozenset[str]] = {}
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for document in documents:
        for i in document:
            held = [posting for word in words[i] if (posting := postings.get(word))]
            if not held:
                continue
            own = beside[i] = _beside(words[i])
            for j, count in Counter(chain.from_iterable(held)).items():
                if (
                    count >= _SHARED
                    or not own.isdisjoint(beside[j])
                    or len(words[i]) < _SHARED
                    or len(words[j]) < _SHARED
                ):
                    yield (i, j) if i < j else (j, i)
        if document is documents[-1]:
            continue
        for i in document:
            beside[i] = beside.get(i) or _beside(words[i])
            for word in words[i]:
                if word not in frequent:
                    postings[word].append(i)


def _frequent(words: Iterable[_Words]) -> frozenset[str]:
    """Return the words that too many claims stand beside, each of which has *words*."""
    return frozenset(word for word, count in Counter(chain.from_iterable(words)).items() if count > _LONGEST)


def _beside(words: _Words) -> frozenset[str]:
    return frozenset([word for word, near in words.items() if near >= _BESIDE])
