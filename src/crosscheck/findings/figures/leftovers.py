"""What parts leave of a whole: 'two of the twelve', then 'the remaining ten'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from crosscheck.findings.accounts.passages import Figure, Passage, window
from crosscheck.findings.figures.totals import Sum
from crosscheck.findings.telling.notation import show_number
from crosscheck.messages import join
from crosscheck.records import Claim

_BACK = 3
"""How many sentences with values before it a part and its whole may stand."""
_REACH = 400
_MOST_BESIDE = 8
"""Of how many numbers beside the parts it is told whether they are parts, too."""


def find_leftovers(passages: Sequence[Passage]) -> Iterator[Sum]:
    """Yield each value that the words call the rest and that is not what the parts before leave of their whole."""
    for index, passage in enumerate(passages):
        for rest in passage.figures:
            if rest.told not in {"rest", "left"} or not rest.amount.interval.is_point:
                continue
            if (left := _left(rest, window(passages, index, _BACK, _REACH))) is not None:
                yield left


def _left(rest: Figure, before: Sequence[Passage]) -> Sum | None:
    """Return what the parts of the whole told last leave, where that is not *rest*."""
    shares = [
        claim
        for passage in before
        for claim in passage.reckoned
        if claim.reckoned is not None
        and claim.reckoned.relation == "share"
        and claim.quote.end <= rest.claim.quote.start
    ]
    if not shares:
        return None
    wholes = [share.reckoned.operands[1] for share in shares if share.reckoned is not None]
    parts = [share.reckoned.operands[0] for share in shares if share.reckoned is not None]
    if len({whole.stated for whole in wholes}) != 1 or not all(a.interval.is_point for a in (*wholes, *parts)):
        return None
    if rest.told == "left" and not _are_one(rest, shares):
        return None
    if _is_left_by_others(rest, before):
        return None
    whole, numbers = wholes[0].stated or Fraction(0), {part.stated or Fraction(0) for part in parts}
    beside = [figure for figure in _beside(rest, shares[0], before) if figure.stated not in {whole, *numbers}]
    if len(beside) > _MOST_BESIDE or rest.stated in {whole, *numbers} | _leavings(whole - sum(numbers), beside):
        return None
    bare = [figure for figure in beside if not figure.mention.unit]
    taken = sorted((*numbers, *(figure.stated for figure in bare)), reverse=True)
    makes = whole - sum(taken)
    if makes < 0:
        return None
    shown = join((show_number(number) for number in (whole, *taken)), " - ")
    claims = (*shares, *(figure.claim for figure in bare), rest.claim)
    return Sum(claims, join((shown, show_number(makes)), " = "), rest.amount)


def _beside(rest: Figure, share: Claim, before: Sequence[Passage]) -> list[Figure]:
    """Return the numbers between the sentence of the first part and *rest*, which may be parts: 'and 130 walk'."""
    return [
        figure
        for passage in before
        if passage.start >= share.sentence.start
        for figure in passage.figures
        if figure.mention.kind == "number" and figure.claim.quote.end <= rest.claim.quote.start
    ]


def _leavings(left: Fraction, beside: Sequence[Figure]) -> set[Fraction]:
    """Return what is left of *left* when none, some or all of the numbers *beside* are taken away."""
    leavings = {left}
    for figure in beside:
        leavings |= {each - figure.stated for each in leavings}
    return leavings


def _is_left_by_others(rest: Figure, before: Sequence[Passage]) -> bool:
    """Return whether *rest* is what two or three numbers told before it leave of one another."""
    numbers = {
        figure.stated
        for passage in before
        for figure in passage.figures
        if figure.mention.kind == "number" and figure is not rest
    }
    return any(
        a - b == rest.stated or a - b - rest.stated in numbers - {a, b} for a in numbers for b in numbers if b < a
    )


def _are_one(rest: Figure, shares: Sequence[Claim]) -> bool:
    """Return whether the rest counts what the parts do, or nothing named."""
    noun = rest.claim.counted
    return not noun or all(share.context is not None and share.context.counted in {"", noun} for share in shares)
