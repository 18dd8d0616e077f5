"""A whole told by a part and its share: '84 ferries, a fifth of its output'."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import msgspec

from crosscheck.claims.relations.derive import HUNDRED, PERCENT, Derived, Sentence, Stated
from crosscheck.claims.relations.multiples import is_quantity
from crosscheck.records import Amount
from crosscheck.values.interval import Interval

_BESIDE = 8
"""How many tokens may lie between a part and its share."""
_MARKS = frozenset(",(–—:")
_HALF = Fraction(1, 2)
_ALL = 100


def find_wholes(sentence: Sentence) -> Iterator[Derived]:
    """Yield the whole of each share that stands in apposition to its part: 'X, a fifth of its output', 'X (20 % of Y)'.

    Not of a share that is one of the part itself ('1,200 people, a third of them women').
    """
    for share in map(_as_shown, sentence.stated):
        part = _part_of(share, sentence)
        if part is not None:
            scope = part.claim.scope
            yield Derived("whole", (part, share), _whole, part.mention.unit, part, scope, is_loose=True)


def _as_shown(value: Stated) -> Stated:
    """Return *value* as its claim came out: a fraction in per cent, with the room that it has."""
    shown = value.claim.value
    return msgspec.structs.replace(value, amount=shown) if isinstance(shown, Amount) else value


def _whole(part: Interval, share: Interval) -> Interval:
    room = Interval(-_HALF, _HALF) if share.is_point else Interval.point(0)
    return part / ((share + room) / HUNDRED)


def _part_of(share: Stated, sentence: Sentence) -> Stated | None:
    """Return the part that *share* is said of, None where it is no share, or one of something else."""
    if share.amount.unit != PERCENT or share.claim.scope.part or not share.amount.interval.is_bounded:
        return None
    low = share.amount.interval.low
    if low is None or not 0 < low < _ALL or not sentence.phrases.owned.at(sentence.words, share.at.end):
        return None
    before = [value for value in sentence.stated if value.at.end <= share.at.first]
    if not before or not is_quantity(before[-1].claim) or not _is_beside(before[-1], share, sentence):
        return None
    return before[-1]


def _is_beside(part: Stated, share: Stated, sentence: Sentence) -> bool:
    """Return whether a share stands in apposition to a part: behind a mark, or behind words that equate both."""
    words, first = sentence.words, share.at.first
    if first - part.at.end > _BESIDE or sentence.passage.crossed(part.at, share.at) > 1:
        return False
    start = next(iter(sorted(sentence.marks(sentence.phrases.equals, share))), None)
    return start is not None or words[first - 1] in _MARKS
