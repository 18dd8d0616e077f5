"""Claims of different documents matched one to one: which value here is meant by which value there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

import msgspec

from crosscheck.facts.bounds import is_kept_elsewhere
from crosscheck.facts.candidates import find_candidates
from crosscheck.facts.comparison import compare
from crosscheck.facts.days import are_of_other_days
from crosscheck.facts.opposites import Opposites, are_opposed
from crosscheck.facts.parts import Sentences, by_sentence, is_part_of
from crosscheck.facts.rarity import Mentioned, describe
from crosscheck.facts.reconcile import agree
from crosscheck.facts.sides import Side, number_of
from crosscheck.facts.vetoes import are_apart
from crosscheck.facts.weights import AGREEMENT, BOUND_KEPT, CONFLICTING_FROM, HOPELESS, ROUNDED, weigh
from crosscheck.records import Amount, Claim, Period, Value

_CLOSE = 100
"""Within how many hundredths another pair is as good as this one."""

_TOGETHER = 512
"""How many pairs are compared after one another."""
_LENGTH = "quantity length^1"
"""What reports of one event tell many of."""
_FEW_WORDS = frozenset({"words shared: 0", "words shared: 1"})
"""The levels of two sentences with hardly a word in common."""
_SMALL = 10
"""Numbers below stand in many a sentence by chance."""
_HOUR = "T"
"""What parts a day from its hour in a timex."""
_OTHER_SCALE = "slip: other scale"
"""The level that says more than words around two values that exclude each other."""


class Match(msgspec.Struct, frozen=True, gc=False):
    """Two claims that are likelier to mean each other than any other claim of the other's document.

    ``weight`` is the logarithm of the odds that they are of one fact, in hundredths, their values left aside.
    """

    left: Claim
    right: Claim
    levels: tuple[str, ...]
    weight: int
    agrees: bool


class _Pair(msgspec.Struct, frozen=True, gc=False):
    """Two claims that may mean each other; ``rank`` decides between pairs: values that agree count for the pair."""

    left: Side
    right: Side
    levels: tuple[str, ...]
    agrees: bool
    rank: int


def match_claims(
    claims: Sequence[Claim],
    opposites: Opposites,
    stories: Mapping[str, int],
    names: Mapping[str, frozenset[str]],
) -> tuple[Match, ...]:
    """Return the best partner of each of *claims* in each other document, if it has one; none has two there.

    *stories* numbers the documents: only those of one number may speak of the same. *names* are those of the entities
    that each knows.

    Values take part: the same value in a like sentence is the likeliest partner, so that what contradicts it elsewhere
    in the document is of something else. Work is near-linear in the number of claims.
    """
    by_document = _by_document(claims)
    if len(by_document) <= 1:
        return ()
    documents = {key: describe(group, names.get(key, frozenset())) for key, group in by_document.items()}
    sentences = by_sentence(claims)
    moments = {key: _moments(group) for key, group in by_document.items()}
    pairs: dict[tuple[str, str], list[_Pair]] = {}
    for pair in _pairs(find_candidates(claims, stories, documents), documents, opposites, sentences, stories):
        if pair.agrees or not _is_told_there(pair.left, pair.right, moments):
            pairs.setdefault((pair.left.document, pair.right.document), []).append(pair)
    return tuple(
        match
        for _, group in sorted(pairs.items())
        for match in _without_parts(tuple(_assign(group)), sentences)
        if not _is_of_another(match, sentences)
    )


def _by_document(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(claim.document, []).append(claim)
    return groups


def _pairs(
    candidates: Iterable[tuple[Side, Side]],
    documents: Mapping[str, Mentioned],
    opposites: Opposites,
    sentences: Sentences,
    stories: Mapping[str, int],
) -> Iterator[_Pair]:
    for left, right, levels in _compared(candidates, documents):
        if not levels or (weight := weigh(levels)) + AGREEMENT < HOPELESS:
            continue
        agrees = _agree(left, right)
        if not agrees and (weight < HOPELESS or are_of_other_days(left, right)):
            continue
        if not agrees and _stands_beside(left, right, sentences):
            continue
        is_broken = not agrees and left.is_bound != right.is_bound and left.measure == _LENGTH
        is_broken = is_broken and not _FEW_WORDS.isdisjoint(levels)
        if is_broken and is_kept_elsewhere(left, right, _told_besides(left, right, documents, stories)):
            continue
        if _OTHER_SCALE in levels or not are_opposed(left, right, opposites):
            yield _Pair(left, right, levels, agrees, weight + _support(left, right) if agrees else weight)


def _agree(left: Side, right: Side) -> bool:
    """Return whether both values can be right: exact ones in one unit where they are the same."""
    if left.is_exact and right.is_exact and left.number[1] == right.number[1]:
        return left.number[0] == right.number[0]
    return agree(left.value, right.value)


def _told_besides(
    left: Claim, right: Claim, documents: Mapping[str, Mentioned], stories: Mapping[str, int]
) -> Iterator[Mentioned]:
    """Yield what the other documents hold that tell the story of two claims."""
    for key, told in documents.items():
        if key not in {left.document, right.document} and stories[key] == stories[left.document]:
            yield told


def _compared(
    candidates: Iterable[tuple[Side, Side]], documents: Mapping[str, Mentioned]
) -> Iterator[tuple[Side, Side, tuple[str, ...]]]:
    """Yield *candidates* that nothing keeps apart with their levels, compared some at a time.

    What vetoes and what compares push each other out of the processor's cache when they take turns pair by pair:
    linking 226 articles takes a twentieth longer then, though fewer instructions.
    """
    pairs = iter(candidates)
    while several := [*islice(pairs, _TOGETHER)]:
        likely = [(left, right) for left, right in several if not are_apart(left, right)]
        levels = [compare(left, right, documents[left.document], documents[right.document]) for left, right in likely]
        yield from ((left, right, found) for (left, right), found in zip(likely, levels, strict=True))


def _assign(pairs: Sequence[_Pair]) -> Iterator[Match]:
    """Yield the pairs of two documents best first, each claim once, with how clearly each beats its rivals."""
    of_claim: dict[str, list[int]] = {}
    for pair in pairs:
        for key in (pair.left.id, pair.right.id):
            of_claim.setdefault(key, []).append(pair.rank)
    taken: set[str] = set()
    for pair in sorted(pairs, key=lambda p: -p.rank):
        if pair.left.id in taken or pair.right.id in taken:
            continue
        taken |= {pair.left.id, pair.right.id}
        ranks = [*of_claim[pair.left.id], *of_claim[pair.right.id]]
        levels = (*pair.levels, _rivals(pair.rank, ranks))
        yield Match(pair.left.claim, pair.right.claim, levels, weigh(levels), pair.agrees)


def _without_parts(matches: Sequence[Match], sentences: Sentences) -> Iterator[Match]:
    """Yield *matches* but those of a part with its whole, the other parts being values that nothing agrees with."""
    settled = {claim.id for match in matches if match.agrees for claim in (match.left, match.right)}
    for match in matches:
        turns = (
            ()
            if match.agrees or match.weight < CONFLICTING_FROM
            else ((match.left, match.right), (match.right, match.left))
        )
        rest = [
            (part, whole, [c for c in sentences[part.document, part.sentence] if c.id not in settled])
            for part, whole in turns
        ]
        if not any(is_part_of(part, whole, others) for part, whole, others in rest):
            yield match


def _moments(claims: Iterable[Claim]) -> frozenset[str]:
    """Return the hours of days that *claims* tell."""
    return frozenset(c.value.timex for c in claims if isinstance(c.value, Period) and _HOUR in c.value.timex[1:])


def _is_told_there(left: Claim, right: Claim, moments: Mapping[str, frozenset[str]]) -> bool:
    """Return whether the hour of a day that one document tells is told by the other, too: of something else."""
    a, b = left.value, right.value
    if isinstance(a, Amount) or not (isinstance(a, Period) and isinstance(b, Period)):
        return False
    return a.timex in moments[right.document] or b.timex in moments[left.document]


def _stands_beside(left: Side, right: Side, sentences: Sentences) -> bool:
    """Return whether a bare number beside one value is the other: 'failed at 3.15 metres after 3.05' tells of both."""
    return _is_told_bare(left, right, sentences) or _is_told_bare(right, left, sentences)


def _is_of_another(match: Match, sentences: Sentences) -> bool:
    """Return whether one of two values, of two concepts or none, is told beside the other as that of something else.

    'A budget of 84 million, 12 million of it for schools' is not contradicted by '12 million for schools'. Where each
    stands beside the other, they may have changed places.
    """
    left, right = match.left, match.right
    if match.agrees or (left.concept and left.concept == right.concept):
        return False
    return _is_told_beside(left.value, right, sentences) != _is_told_beside(right.value, left, sentences)


def _is_told_beside(value: Value, other: Claim, sentences: Sentences) -> bool:
    """Return whether the sentence of *other* states the number of *value* besides, in its unit or in none."""
    if not isinstance(value, Amount) or value.stated is None or value.stated < _SMALL:
        return False
    claims = (c for c in sentences[other.document, other.sentence] if c.id != other.id and c.is_printed)
    return any(
        isinstance(c.value, Amount) and c.value.stated == value.stated and c.value.unit in {"", value.unit}
        for c in claims
    )


def _is_told_bare(claim: Side, other: Side, sentences: Sentences) -> bool:
    """Return whether the sentence of *other* states the number of *claim*, one with a fraction, without its unit."""
    number, unit = claim.number
    if not unit or number[1] <= 1:
        return False
    claims = sentences[other.document, other.sentence]
    return any(isinstance(c.value, Amount) and number_of(c.value) == (number, "") for c in claims)


def _rivals(rank: int, ranks: list[int]) -> str:
    """Return how *rank*, which *ranks* hold twice, stands against the best of the others."""
    ranks.remove(rank)
    ranks.remove(rank)
    if not ranks:
        return "rivals: none"
    lead = rank - max(ranks)
    return "rivals: behind" if lead >= _CLOSE else "rivals: close" if lead > -_CLOSE else "rivals: ahead"


def _support(left: Claim, right: Claim) -> int:
    """Return what the agreement of two values says for the pair: much where both print the same, little for a bound.

    Little, too, where one is a weekday alone, which one day in seven is, and less where one alone tells the hour.
    """
    a, b = left.value, right.value
    if isinstance(a, Period) and isinstance(b, Period) and (_HOUR in a.timex) != (_HOUR in b.timex):
        return ROUNDED
    if isinstance(a, Period) and isinstance(b, Period) and a.timex != b.timex and "week" in {a.cycle, b.cycle}:
        return BOUND_KEPT
    if isinstance(a, Amount) and isinstance(b, Amount) and (a.stated != b.stated or a.unit != b.unit):
        return ROUNDED if a.interval.is_bounded and b.interval.is_bounded else BOUND_KEPT
    return AGREEMENT
