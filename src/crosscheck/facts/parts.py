"""A value that one document gives in parts: '15 here and another five there' are twenty, and contradict no 'twenty'."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from crosscheck.facts.vetoes import measured
from crosscheck.records import Amount, Claim, Span
from crosscheck.values.interval import Interval

Sentences = Mapping[tuple[str, Span], Sequence[Claim]]
"""The claims of each sentence, by document and place."""

SharedParts = frozenset[tuple[str, Span, Amount]]
"""Values that are told as a share of something, by document and sentence."""

_MOST_PARTS = 6
_SIDE_BY_SIDE = 30


def by_sentence(claims: Iterable[Claim]) -> Sentences:
    """Return *claims* by the sentence they stand in."""
    sentences: dict[tuple[str, Span], list[Claim]] = {}
    for claim in claims:
        sentences.setdefault((claim.document, claim.sentence), []).append(claim)
    return sentences


def is_part_of(part: Claim, whole: Claim, others: Iterable[Claim]) -> bool:
    """Return whether *part* and some of *others*, of the same sentence, add up to what *whole* states; ranks do not."""
    if (stated := whole.stated) is None or not isinstance(part.value, Amount) or part.kind == "ordinal":
        return False
    values = [_said(other.value) for other in others if isinstance(other.value, Amount) and _is_of_kind(other, part)]
    sums = [_said(part.value)]
    for value in values[:_MOST_PARTS]:
        sums += [total + value for total in sums]
    return any(total.is_bounded and total.contains(stated) for total in sums[1:])


def shared_parts(claims: Iterable[Claim]) -> SharedParts:
    """Return what *claims* state as a share of something, from which that is reckoned."""
    return frozenset(
        (claim.document, claim.sentence, claim.reckoned.operands[0])
        for claim in claims
        if claim.reckoned is not None and claim.reckoned.relation == "whole"
    )


def is_share_and_more(left: Claim, right: Claim, parts: SharedParts) -> bool:
    """Return whether one of two claims states a share of something, and the other one more than that.

    Who writes '84 ferries, a fifth of its output' does not say that the output is 84.
    """
    return any(
        isinstance(part.value, Amount)
        and isinstance(other.value, Amount)
        and part.value.interval.is_below(other.value.interval)
        and (part.document, part.sentence, part.value) in parts
        for part, other in ((left, right), (right, left))
    )


def _said(amount: Amount) -> Interval:
    """Return what *amount* says, of a bound the number itself: 'at least one and five others' are six."""
    if amount.stated is None or amount.interval.is_bounded:
        return amount.interval
    return Interval.point(amount.stated)


def _is_of_kind(other: Claim, part: Claim) -> bool:
    """Return whether two values of a sentence can be added: they measure the same, and what they count goes together.

    Different things do where one follows the other: 'one officer and five demonstrators were hurt' are six.
    """
    x, y = other.context, part.context
    differ = x is not None and y is not None and x.counted and y.counted and x.counted != y.counted
    goes_together = not differ or _gap(other, part) <= _SIDE_BY_SIDE
    return other is not part and measured(other) == measured(part) and goes_together


def _gap(a: Claim, b: Claim) -> int:
    """Return how many characters lie between two quotations."""
    return max(a.quote.start - b.quote.end, b.quote.start - a.quote.end)
