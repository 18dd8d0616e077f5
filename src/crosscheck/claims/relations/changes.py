"""Changes: 'from 46.1 to 53.2 per cent', 'up 18 per cent to 1.26 billion', as claims of how much it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

import msgspec

from crosscheck.claims.relations.change_words import change_word, direction
from crosscheck.claims.relations.derive import HUNDRED, PERCENT, POINTS, Derived, Sentence, Stated
from crosscheck.claims.relations.shares import find_portions
from crosscheck.claims.sentences.passage import At
from crosscheck.records import CHANGE, CLOSEST, PAST_REF, Claim, Context, Scope, Span
from crosscheck.values.interval import ZERO, Interval

_COUNTED = frozenset({"number", "percent", "money", "quantity"})
_POINT_UNITS = frozenset({POINTS, "point"})
_FROM_TO = 10
"""How many tokens may lie between the two values of a change."""
_LED_TO = 6
"""How many tokens may lie between how much it was and what it led to."""
_BESIDE = 12
"""How many tokens may lie between a change and how much it was."""
_AGO = 24
"""And how many between a value and the one of a time before: 'in the three months to June, from 372m a year ago'."""
_LIKE_SIZE = Fraction(10)
_HALF_OF_ALL = 50
_ONE = Interval.point(1)


def mark_changes(sentence: Sentence, marked: Mapping[Span, Claim]) -> dict[Span, Claim]:
    """Return the claims of values by which something changed, of the part 'change' where they say no part.

    *marked* are the claims that take the place of those of values, by mention.
    """
    found: dict[Span, Claim] = {}
    for value in sentence.changes:
        claim = marked.get(value.mention.span, value.claim)
        if not claim.scope.part and not _is_concept_of_change(value, sentence):
            context = _with_direction(claim.context, value.at, sentence)
            found[value.mention.span] = msgspec.structs.replace(claim, scope=as_changed(claim.scope), context=context)
    return found


def _with_direction(context: Context | None, value: At, sentence: Sentence) -> Context | None:
    """Return *context* with the term for a rise or fall beside the value, whatever word says so: 'higher', 'plus'."""
    sign = direction(value, value, sentence)
    if context is None or not sign:
        return context
    changes = sentence.phrases.changes
    term = changes.rise if sign > 0 else changes.fall
    spelled = {term: change_word(value, sentence), **context.spelled}
    return msgspec.structs.replace(context, near={**context.near, term: CLOSEST}, spelled=spelled)


def _is_concept_of_change(value: Stated, sentence: Sentence) -> bool:
    """Return whether a concept is known of which the value is no change, but which is one itself: 'growth'."""
    concept = value.claim.concept
    return bool(concept) and all(other is value or other.claim.concept != concept for other in sentence.stated)


def find_changes(sentence: Sentence) -> Iterator[Derived]:
    """Yield what the sentence's one change from a value to another comes to, or what it began with.

    A sentence of several changes yields nothing: which amount belongs to which is anybody's guess.
    """
    pairs = tuple(_pairs(sentence))
    amounts = sentence.changes
    if len(pairs) == 1:
        yield from _from_to(*pairs[0], amounts, sentence)
    elif not pairs and len(amounts) == 1:
        after = _led_to(amounts[0], sentence)
        yield from _of_amount(amounts[0], sentence) if after is None else _back_from(amounts[0], after, sentence)


def as_changed(scope: Scope) -> Scope:
    """Return *scope* as that of a change."""
    return msgspec.structs.replace(scope, part=CHANGE)


def _pairs(sentence: Sentence) -> Iterator[tuple[Stated, Stated]]:
    """Yield the values before and after each change that the sentence tells."""
    phrases = sentence.phrases
    if not sentence.marks_any(phrases.starts, phrases.earlier, phrases.than):
        return
    for first, second in pairwise(levels(sentence)):
        if _is_from_to(first, second, sentence):
            pair = first, second
        elif _is_from_to(second, first, sentence) or _is_earlier(second, first, sentence):
            pair = second, first
        else:
            continue
        if are_alike(first, second):
            yield pair


def levels(sentence: Sentence) -> list[Stated]:
    """Return the values that a change may lead from or to: no change itself, nor all of which some are counted.

    Nor is one that says the one before it in another currency: '421 million euros ($459 million)'.
    """
    others = {change.mention.span for change in sentence.changes}
    others |= {whole.mention.span for _, whole in find_portions(sentence)}
    others |= {then.mention.span for first, then in pairwise(sentence.stated) if _converts(first, then, sentence)}
    return [value for value in sentence.stated if value.kind in _COUNTED and value.mention.span not in others]


def _converts(first: Stated, then: Stated, sentence: Sentence) -> bool:
    """Return whether an amount of money in brackets stands right behind one of another currency."""
    is_money = first.kind == then.kind == "money" and first.mention.unit != then.mention.unit
    return is_money and sentence.passage.tokens.words[first.at.end : then.at.first] == ("(",)


def _is_from_to(before: Stated, after: Stated, sentence: Sentence) -> bool:
    """Return whether the words say 'from 12 to 14' of something that changes."""
    phrases = sentence.phrases
    if not (sentence.is_marked(phrases.starts, before) and sentence.is_marked(phrases.ends, after)):
        return False
    near = before.at.gap(after.at) <= _FROM_TO and sentence.passage.crossed(before.at, after.at) <= 1
    return near and direction(before.at, after.at, sentence) != 0


def _is_earlier(before: Stated, after: Stated, sentence: Sentence) -> bool:
    """Return whether the words say '14, up from 12', or '14, after 12 a year ago'."""
    phrases, gap = sentence.phrases, before.at.gap(after.at)
    if gap > _AGO or before.at.first < after.at.end:
        return False
    if gap <= _BESIDE and sentence.is_marked(phrases.earlier, before):
        return True
    dated = before.claim.scope.time not in {"", after.claim.scope.time}
    said = sentence.is_marked(phrases.than, before) or sentence.is_marked(phrases.starts, before)
    return said and dated and direction(before.at, after.at, sentence) != 0


def are_alike(a: Stated, b: Stated) -> bool:
    """Return whether both values can be of one quantity: neither zero nor a bound, in one unit.

    A bare number right before a value with a unit, of like size, is in that unit: 'von 400 auf 460 Euro'; and so is one
    behind it: '460 euros, up from 400'.
    """
    if not all(v.amount.stated is not None and v.amount.interval.is_bounded and v.amount.stated > 0 for v in (a, b)):
        return False
    if a.kind == b.kind and (a.mention.unit == b.mention.unit or (a.kind == "number" and _is_bare(a, b))):
        return True
    size = Fraction(b.amount.stated or 0) / Fraction(a.amount.stated or 1)
    is_elided = a.at.gap(b.at) <= 1 if _is_bare(a) else _is_bare(b)
    return is_elided and 1 / _LIKE_SIZE < size < _LIKE_SIZE


def _is_bare(*values: Stated) -> bool:
    """Return whether one of *values* is a number of nothing said."""
    return any(value.kind == "number" and not value.mention.unit for value in values)


def _from_to(before: Stated, after: Stated, amounts: Sequence[Stated], sentence: Sentence) -> Iterator[Derived]:
    """Yield a change in per cent, and in points or units where these are told, each with the value that says so."""
    before, after = _as_exact(before, after), _as_exact(after, before)
    beside = [value for value in amounts if _is_beside(value, before.at, after.at, sentence)]
    unit = before.mention.unit or after.mention.unit
    in_percent = _only(v for v in beside if v.mention.unit == PERCENT)
    points = _distance(before.interval, after.interval) if unit == PERCENT else None
    yield _change((before, after), relative_change, PERCENT, after, in_percent, points)
    if points is not None:
        in_points = _only(v for v in beside if v.mention.unit in _POINT_UNITS)
        yield _change((before, after), _distance, POINTS, after, in_points)
        return
    told = _only(v for v in beside if v.mention.unit == unit or (v.kind == after.kind == "number" and _is_bare(v)))
    if (unit and before.kind == after.kind == "money") or told is not None:
        yield _change((before, after), _distance, unit, after, told)


def _as_exact(value: Stated, other: Stated) -> Stated:
    """Return *value* as exact as *other* is printed, to which it is compared: who says 880 does not round 800."""
    amount, finer = value.amount, other.amount.precision
    if amount.precision is None or finer is None or amount.precision <= finer or amount.hedge or not amount.stated:
        return value
    if sum(map(str.isdigit, value.mention.surface)) != len(str(int(amount.stated))):
        return value  # '1.2 million' is not printed to the last digit
    return msgspec.structs.replace(value, amount=msgspec.structs.replace(amount, precision=finer))


def _distance(before: Interval, after: Interval) -> Interval:
    return _size(after - before)


def relative_change(before: Interval, after: Interval) -> Interval:
    """Return by how many per cent *after* is more or less than *before*, without the sign."""
    return _size(after / before - _ONE) * HUNDRED


def _change(
    operands: tuple[Stated, ...],
    compute: Callable[..., Interval],
    unit: str,
    bearer: Stated,
    restates: Stated | None = None,
    points: Interval | None = None,
) -> Derived:
    return Derived("change", operands, compute, unit, bearer, as_changed(bearer.claim.scope), restates, points)


def _only(values: Iterator[Stated]) -> Stated | None:
    """Return the one value there is, None where there is none or a choice."""
    found = tuple(values)
    return found[0] if len(found) == 1 else None


def _is_beside(value: Stated, before: At, after: At, sentence: Sentence) -> bool:
    pair = At(min(before.first, after.first), max(before.end, after.end))
    return value.at.gap(pair) <= _BESIDE and sentence.passage.crossed(value.at, pair) <= 1


def _size(interval: Interval) -> Interval:
    """Return the absolute values of *interval*."""
    if interval.low is not None and interval.low >= 0:
        return interval
    if interval.high is not None and interval.high <= 0:
        return -interval
    ends = [abs(end) for end in (interval.low, interval.high) if end is not None]
    return Interval(ZERO, max(ends) if len(ends) == 2 else None)


def _led_to(amount: Stated, sentence: Sentence) -> Stated | None:
    """Return the value that a change by *amount* led to: 'up 18 per cent to 1.26 billion'."""
    for value in sentence.stated:
        behind = 0 <= value.at.first - amount.at.end <= _LED_TO and not sentence.passage.crossed(amount.at, value.at)
        counted = value.kind in _COUNTED and value.interval.is_bounded
        if behind and counted and sentence.is_marked(sentence.phrases.ends, value):
            return value
    return None


def _back_from(amount: Stated, after: Stated, sentence: Sentence) -> Iterator[Derived]:
    """Yield the value before a change of *amount* that led to *after*; and the change of a share in per cent."""
    sign = direction(amount.at, after.at, sentence)
    if not sign or not amount.interval.is_bounded:
        return
    of_share = amount.mention.unit == POINTS and after.mention.unit == PERCENT
    step = Interval.point(sign)

    def before(change: Interval, outcome: Interval) -> Interval:
        room = _whole(change, amount) * step
        return outcome - room if of_share else outcome / (_ONE + room / HUNDRED)

    def relative(change: Interval, outcome: Interval) -> Interval:
        return change / (outcome - change * step) * HUNDRED

    if of_share and (after.interval.low or 0) > (amount.interval.high or 0):
        yield _change((amount, after), relative, PERCENT, after, None, amount.interval)
    scope = after.claim.scope
    if (
        after.claim.subject_kind
        and not scope.time
        and (of_share or amount.mention.unit == PERCENT != after.mention.unit)
    ):
        earlier = msgspec.structs.replace(scope, time=PAST_REF)
        yield Derived("before", (amount, after), before, after.mention.unit, after, earlier)


def _whole(change: Interval, amount: Stated) -> Interval:
    """Return *change* with room for rounding to a whole per cent, where it is the bounds of *amount* and these meet."""
    precision = amount.amount.precision
    if amount.interval != change or not change.is_point or precision is None:
        return change
    half = min(precision, Fraction(1)) / 2
    return change + Interval(-half, half)


def _of_amount(amount: Stated, sentence: Sentence) -> Iterator[Derived]:
    """Yield what a change in points is at least in per cent: no share is of more than everything."""
    low, sign = amount.interval.low, direction(amount.at, amount.at, sentence)
    if amount.mention.unit != POINTS or low is None or not 0 < low < _HALF_OF_ALL or not sign:
        return
    least = low * 100 / (100 - low) if sign > 0 else low
    bound = Interval(least, None, low_open=True)
    yield _change((amount,), lambda _: bound, PERCENT, amount, None, amount.interval)
