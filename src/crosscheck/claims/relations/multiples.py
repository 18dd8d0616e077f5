"""What was before, told by how many times: 'half as many as in 1998', 'twice as many as in 2010'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

import msgspec

from crosscheck.claims.relations.bases import base_beside
from crosscheck.claims.relations.derive import PERCENT, Derived, Sentence, Stated
from crosscheck.claims.sentences.passage import At
from crosscheck.records import Amount, Claim, Mention
from crosscheck.values.interval import Interval

_COUNTED = frozenset({"number", "money", "quantity"})
_LEAST = 10
"""Of fewer, 'twice as many' is said of pieces, not of a quantity that is followed over time."""
_MOST_TIMES = 20
_NEAR = 4
"""How many tokens may lie between a comparison and the time it is with."""
_COMPARED = 9
"""How many between it and the value: 'as long as the old bridge, which measured 190 metres'."""
_ROOM = Fraction(1, 10)
_HEDGED = Fraction(1, 5)
"""By which share of itself a factor in words may be off: 'half as many' is 45 to 55 of 100, 'almost twice' looser."""


def find_multiples(sentence: Sentence, earlier: Sequence[Claim]) -> Iterator[Derived]:
    """Yield what was before, where the words say how many times it was what they or the sentence before state.

    *earlier* are the claims of the sentence before. Nothing is yielded where several values may be meant, or where no
    time tells with what is compared.
    """
    if not sentence.has_any(sentence.phrases.as_many):
        return
    for first in range(1, len(sentence.words)):
        end = sentence.phrases.as_many.end_at(sentence.words, first)
        after = None if end is None else _counted_before(first, sentence, earlier)
        if end is None or after is None:
            continue
        factor = _factor_before(first, after, sentence)
        is_like = sentence.phrases.like.at(sentence.words, end)
        before = _compared(end, after, sentence) if is_like else None
        if factor is not None and before is not None:
            yield Derived(
                "multiple", (factor, after), _divided, after.mention.unit, after, after.claim.scope, restates=before
            )
            return
        base = base_beside(At(first, end), sentence)
        if factor is None or base is None or (is_like and not _is_behind(end, sentence)):
            continue
        yield Derived(
            "multiple",
            (factor, after),
            _divided if is_like else _multiplied,
            after.mention.unit,
            after,
            after.claim.scope,
            base=base,
            is_loose=True,
        )
        return


def _compared(end: int, after: Stated, sentence: Sentence) -> Stated | None:
    """Return the one quantity of the kind of *after* that a comparison names itself: 'twice as many as the 612'."""
    told = [v for v in sentence.stated if v.at.first > end and v.kind == after.kind and is_quantity(v.claim)]
    units = {after.mention.unit, ""}
    near = [v for v in told if v.at.first - end <= _COMPARED and v.mention.unit in units]
    return near[0] if len(near) == len(told) == 1 else None


def _multiplied(factor: Interval, after: Interval) -> Interval:
    return after * factor


def _divided(factor: Interval, after: Interval) -> Interval:
    return after / factor


def _is_behind(end: int, sentence: Sentence) -> bool:
    """Return whether a time follows the comparison closely: 'twice as many as ten years ago'."""
    return any(value.mention.kind == "date" and 0 <= value.at.first - end <= _NEAR for value in sentence.passage.values)


def _factor_before(first: int, after: Stated, sentence: Sentence) -> Stated | None:
    """Return the factor that ends before token *first*: 'half', 'a third', 'three times', 'doppelt'."""
    words, phrases = sentence.words, sentence.phrases
    end = first - 1 if words[first - 1 : first] and phrases.times.at(words, first - 1) else first
    for value in sentence.stated:
        if value.at.end == end and value.kind == "number" and value.mention.unit in {"", PERCENT}:
            number = _as_number(value)
            is_fraction = number is not None and number < 1
            return None if number is None or is_fraction == (end < first) else _loose(value, number, sentence)
    factor = phrases.multiples.get(words[first - 1])
    if factor is None:
        return None
    at = At(first - 1, first)
    mention = Mention(
        span=sentence.passage.text_span(at), surface=words[first - 1], kind="number", low=factor, high=factor
    )
    claim = msgspec.structs.replace(after.claim, mention=mention, quote=mention.span)
    return _loose(Stated(at, mention, claim, Amount(Interval.point(factor), factor), mention.kind), factor, sentence)


def _as_number(value: Stated) -> Fraction | None:
    """Return the factor that a value states, a share as a fraction; None for one that is none."""
    number = value.amount.stated
    if number is not None and value.amount.unit == PERCENT:
        number /= 100
    return number if number is not None and 0 < number <= _MOST_TIMES else None


def _loose(value: Stated, factor: Fraction, sentence: Sentence) -> Stated | None:
    """Return the factor with the room that such words leave; None where it is only a bound: 'more than twice'."""
    if not value.amount.interval.is_bounded:
        return None
    words, first = sentence.words, value.at.first
    hedged = bool(value.amount.hedge) or bool(first and words[first - 1] in sentence.phrases.hedges)
    if first and sentence.phrases.like.at(words, first - 1):
        return None
    room = factor * (_HEDGED if hedged else _ROOM)
    amount = Amount(Interval(factor - room, factor + room), factor, "", None, value.amount.hedge)
    return msgspec.structs.replace(value, amount=amount)


def _counted_before(first: int, sentence: Sentence, earlier: Sequence[Claim]) -> Stated | None:
    """Return the one quantity that stands before token *first*, where a comparison begins, else in *earlier*."""
    here = [value for value in sentence.stated if value.at.end < first - 1 and is_quantity(value.claim)]
    if here:
        return here[-1] if len(here) == 1 else None
    told = [claim for claim in earlier if is_quantity(claim)]
    return quantity_of(told[0]) if len(told) == 1 else None


def quantity_of(claim: Claim) -> Stated | None:
    """Return a quantity of another sentence as an operand of this one."""
    if claim.mention is None or not isinstance(claim.value, Amount):
        return None
    return Stated(At(0, 0), claim.mention, claim, claim.value, claim.mention.kind)


def is_quantity(claim: Claim) -> bool:
    """Return whether a claim states a quantity outright: no bound, no share, nothing by which another one changed."""
    value, mention = claim.value, claim.mention
    if mention is None or not isinstance(value, Amount) or claim.reckoned is not None or claim.scope.part:
        return False
    stated = value.stated
    return mention.kind in _COUNTED and value.interval.is_bounded and stated is not None and stated >= _LEAST
