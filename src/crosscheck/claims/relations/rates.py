"""Averages beside their total, '28 a day over four days, 112 in all', and rates beside their cases.

An average may be what each of several has: '3.6 million for 24 schools, or 150,000 per school'.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import pairwise, permutations

import msgspec

from crosscheck.claims.relations.derive import Derived, Sentence, Stated
from crosscheck.claims.relations.phrases import Phrases, RelationPhrases
from crosscheck.claims.relations.shares import find_portions
from crosscheck.claims.sentences.passage import At
from crosscheck.records import EACH, RATE, Claim, Span
from crosscheck.values.interval import Interval

_ADDED = frozenset({"number", "money", "quantity"})
_BESIDE = 3
"""How many tokens may lie between a value and the word that makes it an average or a total."""
_PER = 2
_LEAST_PARTS = 2
_LIKE_SIZE = Fraction(3)
"""How many times what it comes to an average for each may be stated: beyond, it is one of something else."""
_APART = 14
"""How many tokens may lie between a total and what each of several has of it."""
_LEAST_BASE = 100
"""A rate is per hundred at least; 'two per 12' is a count."""


def find_averages(sentence: Sentence) -> Iterator[Derived]:
    """Yield the average that a total and a number of days make, where the sentence states that average."""
    averages = [v for v in sentence.stated if v.kind in _ADDED and _is_average(v, sentence)]
    totals = [v for v in sentence.stated if v.kind in _ADDED and _is_total(v, sentence) and v not in averages]
    spans = [v for v in sentence.stated if v.kind == "duration" and (v.mention.low or 0) >= _LEAST_PARTS]
    if len(averages) != 1 or len(totals) != 1 or len(spans) != 1:
        return
    (average,), (total,), (span,) = averages, totals, spans
    if total.kind == average.kind and _same_unit(total, average) and _is_per(average, span.mention.unit, sentence):
        yield Derived("average", (total, span), _per, average.mention.unit, average, average.claim.scope, average)


def _per(total: Interval, number: Interval) -> Interval:
    """Return a total for each of a number of days; 'over four days' gives that number, not a bound."""
    return total / Interval(number.low, number.low)


def _same_unit(a: Stated, b: Stated) -> bool:
    return a.mention.unit == b.mention.unit or (a.kind == "number" and "" in {a.mention.unit, b.mention.unit})


def _is_average(value: Stated, sentence: Sentence) -> bool:
    return any(_is_near(at, value, sentence) for at in sentence.passage.parts("average"))


def _is_total(value: Stated, sentence: Sentence) -> bool:
    return any(_is_near(at, value, sentence) for at in sentence.passage.parts("total"))


def _is_near(at: At, value: Stated, sentence: Sentence) -> bool:
    return at.gap(value.at) <= _BESIDE and not sentence.passage.crossed(at, value.at)


def _is_per(value: Stated, unit: str, sentence: Sentence) -> bool:
    """Return whether the words behind *value* make it one for each *unit*, a unit of time: 'a day', 'pro Tag'."""
    behind = range(value.at.end, min(value.at.end + _BESIDE, len(sentence.words)))
    return any(unit in sentence.terms.of(sentence.words[i]) for i in behind)


def find_each(sentence: Sentence) -> Iterator[Derived]:
    """Yield what each of several has of a total, where the sentence states that too, behind nothing but these two.

    Not where it calls them so itself, 'four at 5 euros each, 20 euros in all', which needs no noun.
    """
    if not sentence.has_any(sentence.phrases.singly):
        return
    for index, each in enumerate(sentence.stated):
        if index != len(("several", "total")) or each.kind not in _ADDED or not each.amount.interval.is_bounded:
            continue
        for total, count in permutations(sentence.stated[:index]):
            if _is_shared(total, count, each, sentence) and not (_told(total) == "total" and _told(each) == "each"):
                yield Derived("average", (total, count), _per, each.mention.unit, each, each.claim.scope, each)


def _is_shared(total: Stated, count: Stated, each: Stated, sentence: Sentence) -> bool:
    """Return whether *each* can be what one of *count* has of *total*: 'per school', 'a bus', 'litres an hour'."""
    unit, _, one = each.mention.unit.partition(" per ")
    a, b, several = total.amount.stated, each.amount.stated, count.amount.stated
    if total.kind != each.kind or total.mention.unit != unit or not _is_several(count) or total.claim.scope.part:
        return False
    if each.at.gap(total.at) > _APART or not total.amount.interval.is_bounded or not (a and b and several):
        return False
    if not 1 / _LIKE_SIZE < Fraction(b) * several / a < _LIKE_SIZE:
        return False
    if any(sentence.is_marked(mark, each) for mark in _others_marks(sentence.phrases)):
        return False
    context = count.claim.context
    return count.mention.unit == one if one else context is not None and context.counted in _one_of(each, sentence)


def _others_marks(phrases: RelationPhrases) -> tuple[Phrases, ...]:
    """Return the phrases that make the value behind them one of another time or thing: 'compared with', 'from'."""
    return (phrases.than, phrases.against, phrases.earlier, phrases.starts)


def _told(value: Stated) -> str:
    context = value.claim.context
    return context.told if context is not None else ""


def _is_several(value: Stated) -> bool:
    """Return whether *value* is an exact number of two or more."""
    is_exact = value.kind in {"number", "duration"} and value.interval.is_point and not value.amount.hedge
    return is_exact and (value.amount.stated or 0) >= _LEAST_PARTS


def _one_of(each: Stated, sentence: Sentence) -> frozenset[str]:
    """Return the terms of the noun behind 'per', right behind *each*, or before it: 'pro Bus sind das 4 Millionen'."""
    words, singly = sentence.words, sentence.phrases.singly
    places = (each.at.end, *range(max(each.at.first - _BESIDE - 1, 0), each.at.first))
    ends = (end for first in places if (end := singly.end_at(words, first)) is not None and end < len(words))
    return frozenset(term for end in ends for term in sentence.terms.of(words[end]))


def find_rates(sentence: Sentence) -> Iterator[Derived]:
    """Yield the rate per base that some cases of a whole make, where the sentence states the rate itself."""
    rates = [*_rates(sentence)] if sentence.phrases.per in sentence.standing else []
    if len(rates) != 1:
        return
    portions = [portion for portion in find_portions(sentence) if not any(v in portion for v in rates[0])]
    if len(portions) == 1:
        (rate, base), (cases, whole) = rates[0], portions[0]
        operands = (cases, whole, base)
        yield Derived("rate", operands, _rate, rate.mention.unit, rate, rate.claim.scope, rate)


def _rate(cases: Interval, whole: Interval, base: Interval) -> Interval:
    return cases / whole * Interval.point(base.middle or 0)


def mark_rates(sentence: Sentence, marked: Mapping[Span, Claim]) -> dict[Span, Claim]:
    """Return rates by mention, of the aspect RATE and of their base, and what each is for as of the part EACH.

    '12 per 100,000 inhabitants' count no inhabitants, nor 12 of anything. *marked* are the claims that take the place
    of those of values, by mention.
    """
    found: dict[Span, Claim] = {}
    if sentence.phrases.per not in sentence.standing:
        return found
    for rate, base in _rates(sentence):
        own, told = (marked.get(value.mention.span, value.claim) for value in (rate, base))
        scope = msgspec.structs.replace(told.scope, part=f"{EACH} {base.mention.surface}")
        found[base.mention.span] = msgspec.structs.replace(told, scope=scope)
        if own.context is not None:
            context = msgspec.structs.replace(own.context, aspects=frozenset({RATE, str(base.amount.stated)}))
            found[rate.mention.span] = msgspec.structs.replace(own, context=context)
    return found


def _rates(sentence: Sentence) -> Iterator[tuple[Stated, Stated]]:
    """Yield the values that the words join so: '12 per 100,000'."""
    return (pair for pair in pairwise(sentence.stated) if _is_rate(*pair, sentence))


def _is_rate(rate: Stated, base: Stated, sentence: Sentence) -> bool:
    """Return whether the words say '12 per 100,000'."""
    if not rate.kind == base.kind == "number":
        return False
    first = sentence.phrases.per.before(sentence.words, base.at.first)
    number = base.amount.stated
    is_base = number is not None and number >= _LEAST_BASE and str(number).strip("0") == "1"
    return is_base and first is not None and 0 <= first - rate.at.end <= _PER
