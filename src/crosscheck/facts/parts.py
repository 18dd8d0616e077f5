"""A value that one document gives in parts: '15 here and another five there' are twenty, and contradict no 'twenty'."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from crosscheck.facts.vetoes import measured
from crosscheck.records import Amount, Claim, Span
from crosscheck.values.interval import Interval

Sentences = Mapping[tuple[str, Span], Sequence[Claim]]
"""The claims of each sentence, by document and place."""

_MOST_PARTS = 6


def by_sentence(claims: Iterable[Claim]) -> Sentences:
    """Return *claims* by the sentence they stand in."""
    sentences: dict[tuple[str, Span], list[Claim]] = {}
    for claim in claims:
        sentences.setdefault((claim.document, claim.sentence), []).append(claim)
    return sentences


def is_part_of(part: Claim, whole: Claim, others: Iterable[Claim]) -> bool:
    """Return whether the value of *part* and those of some of *others*, of the same sentence, add up to *whole*'s."""
    if not (isinstance(part.value, Amount) and isinstance(whole.value, Amount)):
        return False
    values = [other.value.interval for other in others if isinstance(other.value, Amount) and _is_of_kind(other, part)]
    few = values[:_MOST_PARTS]
    sums = (_add(part.value.interval, chosen) for n in range(1, len(few) + 1) for chosen in combinations(few, n))
    return any(not total.meet(whole.value.interval).is_empty for total in sums if total.is_bounded)


def _is_of_kind(other: Claim, part: Claim) -> bool:
    """Return whether two values of a sentence can be added: they measure the same, and count no two different things."""
    x, y = other.context, part.context
    differ = x is not None and y is not None and x.counted and y.counted and x.counted != y.counted
    return other is not part and measured(other) == measured(part) and not differ


def _add(first: Interval, others: Iterable[Interval]) -> Interval:
    for other in others:
        first = first + other
    return first
