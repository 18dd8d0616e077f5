"""What parts leave of a whole, and lists of parts: 'two of the twelve', then 'the remaining ten'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

import msgspec

from crosscheck.findings.passages import Figure, Passage, window
from crosscheck.records import MEMBERS, Amount, Claim
from crosscheck.values.interval import Interval

_BACK = 3
"""How many sentences with values before it a part and its whole may stand."""
_REACH = 400
_LEAST_PARTS = 2
_COUNTS = 3
"""How many parts a list of counts has at least: two may be of some that are both."""


class Sum(msgspec.Struct, frozen=True):
    """Claims of which the last one's value should be what the others make, and what they make; ``shown`` says how."""

    claims: tuple[Claim, ...]
    makes: Interval
    shown: str
    value: Amount


def find_leftovers(passages: Sequence[Passage]) -> Iterator[Sum]:
    """Yield each value that the words call the rest and that is not what the parts before leave of their whole."""
    for index, passage in enumerate(passages):
        for rest in passage.figures:
            if rest.told != "rest" or not rest.amount.interval.is_point:
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
    if not _are_one(rest, shares):
        return None
    whole, numbers = wholes[0].stated or Fraction(0), {part.stated or Fraction(0) for part in parts}
    makes = whole - sum(numbers)
    if makes <= 0 or makes == rest.stated or rest.stated in {whole, *numbers}:
        return None
    shown = " - ".join(str(number) for number in (whole, *sorted(numbers, reverse=True)))
    return Sum((*shares, rest.claim), Interval.point(makes), f"{shown} = {makes}", rest.amount)


def _are_one(rest: Figure, shares: Sequence[Claim]) -> bool:
    """Return whether the rest counts what the parts do, or nothing named."""
    noun = rest.claim.context.counted if rest.claim.context is not None else ""
    return not noun or all(share.context is not None and share.context.counted in {"", noun} for share in shares)


def find_lists(passages: Sequence[Passage]) -> Iterator[Sum]:
    """Yield each whole that parts listed behind it as its own ('of which 21 for roads, 9 for homes') exceed."""
    for index, passage in enumerate(passages):
        for place, first in enumerate(passage.figures):
            if first.claim.scope.part != MEMBERS:
                continue
            whole = _whole(first, place, passages, index)
            if whole is None:
                continue
            parts = _parts(whole, passage.figures[place:])
            makes = sum((part.interval for part in parts), Interval.point(0))
            least = _LEAST_PARTS if whole.mention.kind != "number" else _COUNTS
            if len(parts) >= least and makes.low is not None and _exceeds(makes.low, whole):
                total = sum(part.stated for part in parts)
                shown = " + ".join(part.mention.surface for part in parts)
                yield Sum((*(p.claim for p in parts), whole.claim), makes, f"{shown} = {total}", whole.amount)
            break


def _exceeds(least: Fraction, whole: Figure) -> bool:
    return whole.interval.high is not None and least > whole.interval.high


def _whole(first: Figure, place: int, passages: Sequence[Passage], index: int) -> Figure | None:
    """Return the value right before the first part, in its sentence or the one before."""
    own = passages[index].figures[:place]
    before = own or (window(passages, index, 1)[0].figures if index else ())
    if not before or before[-1].claim.sentence.start > first.claim.sentence.start:
        return None
    whole = before[-1]
    return whole if whole.is_level and whole.is_like(first) and whole.stated > first.stated else None


def _parts(whole: Figure, figures: Sequence[Figure]) -> Sequence[Figure]:
    """Return the values of a list: alike, of the time of the first, each less than the whole; none after another."""
    parts: list[Figure] = []
    for figure in figures:
        fits = figure.is_like(whole) and figure.amount.interval.is_bounded and 0 < figure.stated < whole.stated
        if not fits or figure.claim.scope.time != figures[0].claim.scope.time:
            break
        parts.append(figure)
    return parts
