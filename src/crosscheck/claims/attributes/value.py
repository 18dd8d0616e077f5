"""From a mention to the value of a claim: every number or day that the words allow."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import lru_cache

from crosscheck.languages import LanguagePack
from crosscheck.records import Amount, Mention, Period
from crosscheck.values.calendar import period
from crosscheck.values.interval import Exact, Interval, as_fraction
from crosscheck.values.recurring import cycle_of

_UNITS = 5
"""By how many units of its last significant digit a hedge may move a number."""
_MEMOISED = 1 << 12
"""Of how many pairs of bounds the middle is remembered."""
_MODS: Mapping[str, str] = {
    "MORE_THAN": "over",
    "LESS_THAN": "under",
    "EQUAL_OR_MORE": "at_least",
    "EQUAL_OR_LESS": "at_most",
    "APPROX": "about",
}
"""TIMEX3's names for the hedges of durations; their bounds stand on both sides of the number."""
_EXACT_MODS = frozenset({"", "START", "MID", "END"})
"""TIMEX3's modifiers that keep a day within what is named."""


def claim_value(mention: Mention, pack: LanguagePack) -> Amount | Period | None:
    """Return the value of *mention*, None where it has none that can be compared (a time of day alone).

    Hedges widen the printed bounds by the shares that the language pack names, but not beyond what the digits suggest;
    bounds that are open already stay open.
    """
    if mention.kind in {"date", "time"}:
        days = period(mention.timex, mention.hedge)
        if days is None and mention.hedge in _EXACT_MODS and cycle_of(mention.timex):
            days = date.min, date.max
        return Period(*days, mention.timex) if days else None
    if mention.low is None and mention.high is None:
        return None
    return Amount(
        _allowed(mention, pack),
        _stated(mention),
        mention.unit,
        None if mention.precision is None else as_fraction(mention.precision),
        mention.hedge,
    )


def _allowed(mention: Mention, pack: LanguagePack) -> Interval:
    hedge = pack.numbers.hedges.get(_MODS.get(mention.hedge, mention.hedge)) if mention.hedge else None
    low, high = mention.low, mention.high
    if hedge is not None and mention.hedge in _MODS:
        low, high = (None if hedge.bound == "high" else low), (None if hedge.bound == "low" else high)
    if hedge is None:
        exact = None if low is None else as_fraction(low)
        return Interval(exact, exact if high is low else None if high is None else as_fraction(high))
    below = None if low is None else as_fraction(low) - _reach(as_fraction(low), hedge.below, mention)
    above = None if high is None else as_fraction(high) + _reach(as_fraction(high), hedge.above, mention)
    return Interval.of(
        below, above, low_open=hedge.strict and hedge.bound == "low", high_open=hedge.strict and hedge.bound == "high"
    )


def _reach(end: Fraction, share: str, mention: Mention) -> Fraction:
    """Return how far a hedge moves an end: by its share, but by no more than _UNITS of the last printed digit.

    'About 2,000' may be 1,850; who writes 'about 7.52' does not mean 7.1.
    """
    reach = abs(end) * _share(share)
    return reach if mention.precision is None else min(reach, _UNITS * Fraction(mention.precision))


@lru_cache(_MEMOISED)
def _share(digits: str) -> Fraction:
    return Fraction(digits)


def _stated(mention: Mention) -> Fraction | None:
    """Return the number that is printed: the middle of its rounding interval, or the one bound there is."""
    if mention.low is None or mention.high is None:
        bound = mention.high if mention.low is None else mention.low
        return None if bound is None else as_fraction(bound)
    if mention.low == mention.high:
        return as_fraction(mention.low)
    return _middle(mention.low, mention.high, mention.precision)


@lru_cache(_MEMOISED)
def _middle(low: Exact, high: Exact, precision: Exact | None) -> Fraction | None:
    """Return the middle of two different bounds, None where they are further apart than *precision*."""
    first, last = as_fraction(low), as_fraction(high)
    is_range = precision is None or last - first > as_fraction(precision)
    return None if is_range else (first + last) / 2
