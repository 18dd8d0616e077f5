"""What was before, told by how much more or less it is now: '412, 38 more than the year before', '412 against 374'."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import pairwise

import msgspec

from crosscheck.claims.relations.bases import base_beside
from crosscheck.claims.relations.change_words import direction
from crosscheck.claims.relations.changes import are_alike, as_changed, relative_change
from crosscheck.claims.relations.derive import HUNDRED, PERCENT, Derived, Sentence, Stated
from crosscheck.claims.relations.multiples import is_quantity
from crosscheck.claims.sentences.passage import At
from crosscheck.values.interval import Interval

Compute = Callable[[Interval, Interval], Interval]

_ADDED = frozenset({"number", "money", "quantity"})
_COUNTED = _ADDED | {"percent"}
_BESIDE = 12
"""How many tokens may lie between two values that are compared."""
_NOUN = 2
"""How many tokens may lie between a value and the comparison or share behind it: the counted noun."""
_HALF = Fraction(1, 2)
_ONE = Interval.point(1)
_LIKE_SIZE = 2
"""How many times what it comes to a value before may be stated: beyond, it is one of something else."""
_PLAUSIBLE = 8
"""How many times what it comes to a change may be stated: beyond, it is one of something else."""


def find_steps(sentence: Sentence) -> Iterator[Derived]:
    """Yield what was before, where the words say how much more or less that is than what they state now.

    Where they say it in per cent as well ('103 or 20 per cent less than in 2017'), the change is told twice, and what
    the one comes to in per cent is yielded, too. A sentence that compares twice yields nothing.
    """
    if not sentence.has_any(sentence.phrases.more, sentence.phrases.less):
        return
    told = [(step, beyond) for step in sentence.stated if (beyond := _comparison(step, sentence)) is not None]
    if len(told) != 1:
        return
    (last, beyond) = told[0]
    sign = 1 if sentence.phrases.more.at(sentence.words, beyond) else -1
    step = _told_twice(last, sentence) or last
    after = _quantity_before(step, sentence, is_same=step is last)
    base = base_beside(At(beyond, beyond + 1), sentence)
    if after is None:
        return
    if base is not None:
        compute = _in_percent_before(sign) if step.mention.unit == PERCENT else _before(sign)
        yield Derived("before", (step, after), compute, after.mention.unit, after, after.claim.scope, base=base,
                      is_loose=True)  # fmt: skip
    behind = None if step.mention.unit == PERCENT else _stated_behind(beyond, step, after, sign, sentence)
    if behind is not None:
        yield Derived("before", (step, after), _before(sign), after.mention.unit, after, behind.claim.scope, behind)
    if step is not last:
        yield Derived("step", (step, after), _relative_step(sign), PERCENT, after, as_changed(last.claim.scope), last)


def _comparison(step: Stated, sentence: Sentence) -> int | None:
    """Return where the words begin that make *step* a difference: 'more than' behind '38' or '38 cases'."""
    if step.kind not in _COUNTED or not step.amount.interval.is_bounded or not step.amount.stated:
        return None
    phrases, words = sentence.phrases, sentence.words
    for first in range(step.at.end, min(step.at.end + _NOUN, len(words))):
        signed = phrases.more.at(words, first) or phrases.less.at(words, first)
        if signed and phrases.like.at(words, first + 1):
            return first
    return None


def _told_twice(share: Stated, sentence: Sentence) -> Stated | None:
    """Return the amount before a change in per cent that says the same: '103 cases or 20 per cent'."""
    if share.mention.unit != PERCENT:
        return None
    joint = sentence.phrases.equals.before(sentence.words, share.at.first)
    amounts = [value for value in sentence.stated if value.kind in _ADDED and joint is not None]
    return next((v for v in amounts if joint is not None and 0 <= joint - v.at.end <= _NOUN), None)


def _quantity_before(step: Stated, sentence: Sentence, *, is_same: bool) -> Stated | None:
    """Return the one quantity before *step* that it can be a difference of, *is_same* where its noun must be."""
    found = [
        value
        for value in sentence.stated
        if value.at.end <= step.at.first and step.at.first - value.at.end <= _BESIDE and is_quantity(value.claim)
    ]
    if len(found) != 1:
        return None
    (value,) = found
    units = {value.mention.unit, step.mention.unit}
    fits = step.mention.unit == PERCENT or (
        value.kind == step.kind and (len(units) == 1 or (value.kind == "number" and ("" in units or not is_same)))
    )
    return value if fits else None


def _stated_behind(beyond: int, step: Stated, after: Stated, sign: int, sentence: Sentence) -> Stated | None:
    """Return the one quantity behind a comparison that it may be with: '38 more than the 374 of last year'.

    The lesser of the two where there is now more, and of the size that the comparison makes.
    """
    found = [v for v in sentence.stated if v.at.first > beyond and is_quantity(v.claim) and are_alike(after, v)]
    if len(found) != 1 or found[0].at.first - beyond > _BESIDE:
        return None
    (value,) = found
    made = _before(sign)(step.interval, after.interval).middle
    stated, now = value.amount.stated or Fraction(0), after.amount.stated or Fraction(0)
    is_like = made is not None and made > 0 and 1 <= _LIKE_SIZE * made / stated <= _LIKE_SIZE**2
    return value if is_like and (stated < now) == (sign > 0) else None


def _before(sign: int) -> Compute:
    """Return how what was before follows from a step and what it led to."""
    return lambda step, after: after - step * Interval.point(sign)


def _in_percent_before(sign: int) -> Compute:
    """Return how it follows from a step in per cent, whole ones read as rounded."""
    room = Interval(-_HALF, _HALF)
    return lambda step, after: after / (_ONE + (step + room) * Interval.point(sign) / HUNDRED)


def _relative_step(sign: int) -> Compute:
    """Return what a step comes to in per cent of what was before."""
    return lambda step, after: step / (after - step * Interval.point(sign)) * HUNDRED


def find_compared(sentence: Sentence) -> Iterator[Derived]:
    """Yield the change between two values that are compared though no word says that anything changed.

    '5,640 hives against 2,820 a decade earlier', and '5,400 the year before, 6,210 last year, a plus of 25 per
    cent', where the change is stated beside two values of two times.
    """
    if not sentence.changes and not sentence.has_any(sentence.phrases.against):
        return
    changes = {change.mention.span for change in sentence.changes}
    values = [v for v in sentence.stated if v.kind in _COUNTED and v.mention.span not in changes]
    pairs = [pair for first, second in pairwise(values) if (pair := _compared(first, second, sentence)) is not None]
    shares = [change for change in sentence.changes if change.mention.unit == PERCENT]
    if len(pairs) == 1:
        before, after = pairs[0]
        yield _change(before, after, sentence)
    elif not pairs and len(values) == 2 and len(sentence.changes) == len(shares) == 1:
        yield from _restated(values[0], values[1], shares[0], sentence)


def _compared(first: Stated, second: Stated, sentence: Sentence) -> tuple[Stated, Stated] | None:
    """Return the value before and the value after, where the words compare the first with the second."""
    if first.at.gap(second.at) > _BESIDE or not sentence.is_marked(sentence.phrases.against, second):
        return None
    is_dated = base_beside(second.at, sentence) is not None
    is_told = is_dated and direction(first.at, second.at, sentence) != 0
    return (second, first) if is_dated and not is_told and are_alike(first, second) else None


def _change(before: Stated, after: Stated, sentence: Sentence) -> Derived:
    scope = as_changed(after.claim.scope)
    base = base_beside(before.at, sentence)
    return Derived("change", (before, after), relative_change, PERCENT, after, scope, base=base, is_loose=True)


def _restated(first: Stated, second: Stated, share: Stated, sentence: Sentence) -> Iterator[Derived]:
    """Yield the change between two values of two times, where it stands behind them and its size is of that order."""
    sign = direction(share.at, share.at, sentence)
    times = {first.claim.scope.time, second.claim.scope.time, *_dates_beside(first, second, sentence)}
    if not sign or share.at.first < second.at.end or share.at.gap(second.at) > _BESIDE or len(times - {""}) < 2:
        return
    if not (are_alike(first, second) and is_quantity(first.claim) and is_quantity(second.claim)):
        return
    low, high = sorted((first, second), key=lambda value: value.amount.stated or 0)
    before, after = (low, high) if sign > 0 else (high, low)
    middle, stated = relative_change(before.interval, after.interval).middle, share.amount.stated
    if middle and stated and max(middle / stated, stated / middle) <= _PLAUSIBLE:
        derived = _change(before, after, sentence)
        yield msgspec.structs.replace(derived, restates=share, is_loose=False)


def _dates_beside(first: Stated, second: Stated, sentence: Sentence) -> Iterator[str]:
    """Yield the surfaces of the times beside two values, between or closely behind them."""
    for value in sentence.passage.values:
        beside = min(value.at.gap(first.at), value.at.gap(second.at)) <= _NOUN
        if value.mention.kind == "date" and beside and value.at.first != first.at.first:
            yield value.mention.surface.lower()
