"""A whole told by a part and its share: '84 ferries, a fifth of its output'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

import msgspec

from crosscheck.claims.relations.derive import HUNDRED, PERCENT, Derived, Sentence, Stated
from crosscheck.claims.relations.multiples import is_quantity, quantity_of
from crosscheck.records import Amount, Claim
from crosscheck.values.interval import Interval

_BESIDE = 8
"""How many tokens may lie between a part and its share."""
_EQUATED = 12
"""And how many where words between them equate both."""
_HEAD = 5
"""The last token at which a share still begins its sentence."""
_MARKS = frozenset(",(–—:")
_HALF = Fraction(1, 2)
_ALL = 100


def find_wholes(sentence: Sentence, earlier: Sequence[Claim]) -> Iterator[Derived]:
    """Yield the whole of each share that stands in apposition to its part: 'X, a fifth of its output', 'X (20 % of Y)'.

    *earlier* are the claims of the sentence before, whose one quantity is the part where the sentence begins with what
    equates both ('That is 20 per cent of its output'). Not of a share that is one of the part itself ('1,200 people, a
    third of them women').
    """
    phrases = sentence.phrases
    if not sentence.has_any(phrases.owned, phrases.each):
        return
    for share in map(_as_shown, filter(_is_percent, sentence.stated)):
        part = _part_of(share, sentence, earlier) if _is_share(share, sentence) else None
        if part is not None:
            scope = part.claim.scope
            yield Derived("whole", (part, share), _whole, part.mention.unit, part, scope, is_loose=True)


def _is_percent(value: Stated) -> bool:
    shown = value.claim.value
    return (shown if isinstance(shown, Amount) else value.amount).unit == PERCENT


def _as_shown(value: Stated) -> Stated:
    """Return *value* as its claim came out: a fraction in per cent, with the room that it has."""
    shown = value.claim.value
    return msgspec.structs.replace(value, amount=shown) if isinstance(shown, Amount) else value


def _whole(part: Interval, share: Interval) -> Interval:
    room = Interval(-_HALF, _HALF) if share.is_point else Interval.point(0)
    return part / ((share + room) / HUNDRED)


def _is_share(value: Stated, sentence: Sentence) -> bool:
    """Return whether *value* is a share of what stands behind it: 'a fifth of its output', 'every fifth boat'."""
    low = value.amount.interval.low
    if value.claim.scope.part or not value.amount.interval.is_bounded:
        return False
    phrases, words = sentence.phrases, sentence.words
    owns = phrases.owned.at(words, value.at.end) or phrases.each.before(words, value.at.first) is not None
    return owns and low is not None and 0 < low < _ALL


def _part_of(share: Stated, sentence: Sentence, earlier: Sequence[Claim]) -> Stated | None:
    """Return the part that *share* is said of, None where it is one of something else."""
    before = [value for value in sentence.stated if value.at.end <= share.at.first]
    if before:
        return before[-1] if is_quantity(before[-1].claim) and _is_beside(before[-1], share, sentence) else None
    told = [claim for claim in earlier if is_quantity(claim)]
    begins = sentence.phrases.sums.at(sentence.words, 0) and share.at.first <= _HEAD
    return quantity_of(told[0]) if begins and len(told) == 1 else None


def _is_beside(part: Stated, share: Stated, sentence: Sentence) -> bool:
    """Return whether a share stands in apposition to a part: behind a mark, or behind words that equate both."""
    words, between = sentence.words, range(part.at.end, share.at.first)
    if sentence.phrases.equals.within(words, between):
        return len(between) <= _EQUATED
    if not between or len(between) > _BESIDE:
        return False
    return sentence.passage.crossed(part.at, share.at) <= 1 and words[between[-1]] in _MARKS
