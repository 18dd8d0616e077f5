"""Averages beside their total, '28 a day over four days, 112 in all', and rates beside their cases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

import msgspec

from crosscheck.claims.passage import At
from crosscheck.claims.relations.derive import Derived, Sentence, Stated
from crosscheck.claims.relations.shares import find_portions
from crosscheck.records import EACH, RATE, Claim, Span
from crosscheck.values.interval import Interval

_ADDED = frozenset({"number", "money", "quantity"})
_BESIDE = 3
"""How many tokens may lie between a value and the word that makes it an average or a total."""
_PER = 2
_LEAST_PARTS = 2
_LEAST_BASE = 100
"""A rate is per hundred at least; 'two per 12' is a count."""


def find_averages(sentence: Sentence) -> Iterator[Derived]:
    """Yield the average that a total and a number of days make, where the sentence states that average."""
    if not sentence.passage.words.get("average"):
        return
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


def find_rates(sentence: Sentence) -> Iterator[Derived]:
    """Yield the rate per base that some cases of a whole make, where the sentence states the rate itself."""
    rates = [*_rates(sentence)]
    if len(rates) != 1:
        return
    portions = [portion for portion in find_portions(sentence) if not any(v in portion for v in rates[0])]
    if len(portions) == 1:
        (rate, base), (cases, whole) = rates[0], portions[0]
        operands = (cases, whole, base)
        yield Derived("rate", operands, _rate, rate.mention.unit, rate, rate.claim.scope, rate)


def _rate(cases: Interval, whole: Interval, base: Interval) -> Interval:
    return cases / whole * Interval.point(base.middle or 0)


def mark_rates(sentence: Sentence, shown: Mapping[Span, Claim]) -> dict[Span, Claim]:
    """Return rates by mention, of the aspect RATE and of their base, and what each is for as of the part EACH.

    '12 per 100,000 inhabitants' count no inhabitants, nor 12 of anything.
    """
    marked: dict[Span, Claim] = {}
    for rate, base in _rates(sentence):
        own, told = shown[rate.mention.span], shown[base.mention.span]
        scope = msgspec.structs.replace(told.scope, part=f"{EACH} {base.mention.surface}")
        marked[base.mention.span] = msgspec.structs.replace(told, scope=scope)
        if own.context is not None:
            context = msgspec.structs.replace(own.context, aspects=frozenset({RATE, str(base.amount.stated)}))
            marked[rate.mention.span] = msgspec.structs.replace(own, context=context)
    return marked


def _rates(sentence: Sentence) -> Iterator[tuple[Stated, Stated]]:
    """Yield the values that the words join so: '12 per 100,000'."""
    if sentence.has_any(sentence.phrases.per):
        yield from (pair for pair in pairwise(sentence.stated) if _is_rate(*pair, sentence))


def _is_rate(rate: Stated, base: Stated, sentence: Sentence) -> bool:
    """Return whether the words say '12 per 100,000'."""
    if not rate.kind == base.kind == "number":
        return False
    first = sentence.phrases.per.before(sentence.words, base.at.first)
    number = base.amount.stated
    is_base = number is not None and number >= _LEAST_BASE and str(number).strip("0") == "1"
    return is_base and first is not None and 0 <= first - rate.at.end <= _PER
