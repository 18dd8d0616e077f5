"""What each source allows, as ranges on one line: the numbers behind the drawing, and in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction

import msgspec

from crosscheck.messages import load_locale
from crosscheck.records import Amount, Claim, Finding, FindingKind, Implied, Period, say_period
from crosscheck.reports.html.sheet import Sheet
from crosscheck.reports.wording import name_document
from crosscheck.reports.words import Words
from crosscheck.values.decimals import as_decimal, round_down, round_half_up, round_outward, round_up
from crosscheck.values.interval import Interval
from crosscheck.values.measures import converts, dimension

_DIGITS, _ROUGH, _ROUGHEST = 8, 6, 2
_SIGNS = {"percent": "%", "per mille": "‰"}


_RESTATED: frozenset[FindingKind] = frozenset({"value", "date", "rank", "unit", "bound"})
"""Findings whose quotations all tell the same quantity."""


class Range(msgspec.Struct, frozen=True):
    """What some sources allow: their names, the interval (of days as ordinals), and it in words."""

    sources: tuple[str, ...]
    interval: Interval
    text: str


class Comparison(msgspec.Struct, frozen=True):
    """Ranges of one quantity, the lowest first; ``gap`` is where they miss each other, None where they do not.

    ``apart`` is the width of the gap in words, ``unit`` the unit of measure or the currency, '' where there is none.
    """

    ranges: tuple[Range, ...]
    gap: Interval | None
    apart: str
    unit: str


def compare_ranges(finding: Finding, sheet: Sheet) -> Comparison | None:
    """Return what the sources of *finding* allow for the one quantity it is about, None where nothing can be drawn.

    That is what they state of one fact, or what one states and what a calculation leaves for it.
    """
    claims = _claims_of_one_fact(finding, sheet)
    unit = next((claim.value.unit for claim in claims if isinstance(claim.value, Amount)), "")
    drawn = [_draw(claim, unit, sheet) for claim in claims]
    is_day = any(isinstance(claim.value, Period) for claim in claims)
    if finding.implied is not None:
        drawn.append(_draw_implied(finding.implied, unit, sheet.words, is_day=is_day))
    ranges = _merge([each for each in drawn if each is not None])
    if len(ranges) < 2 or None in drawn:
        return None
    gap = _gap([each.interval for each in ranges])
    apart = "" if gap is None else _width(gap, sheet.words, is_day=is_day)
    return Comparison(ranges, gap, apart, unit if _is_measured(unit) else "")


def word_amount(amount: Amount, words: Words) -> str:
    """Return every value that *amount* allows, with the sign of its unit: '79,041 to 79,196', '42.05 to 42.15 %'."""
    return f"{_word_interval(amount.interval, words)} {_SIGNS.get(amount.unit, '')}".rstrip()


def _word_interval(interval: Interval, words: Words) -> str:
    """Return *interval* in words, each end rounded outward: '42.05 to 42.15', 'under 17,500'."""
    low, high = interval.low, interval.high
    if low is None and high is None:
        return words.any_value
    if high is None and low is not None:
        template = words.over if interval.low_open else words.at_least
        return template.format(number=words.number(round_down(low, _DIGITS)))
    if low is None and high is not None:
        template = words.under if interval.high_open else words.at_most
        return template.format(number=words.number(round_up(high, _DIGITS)))
    if low is None or high is None or low == high:
        return _exact(low or Fraction(0), words)
    lower, upper = (words.number(end) for end in round_outward(low, high))
    return words.range.format(low=lower, high=words.under.format(number=upper) if interval.high_open else upper)


def _is_measured(unit: str) -> bool:
    """Return whether *unit* has a size or is a currency, and no sign of its own."""
    is_currency = len(unit) == len("EUR") and unit.isupper()
    return unit not in _SIGNS and (is_currency or dimension(unit) != unit)


def _claims_of_one_fact(finding: Finding, sheet: Sheet) -> Sequence[Claim]:
    """Return the quoted claims that can be held against each other.

    Those are the one that a calculation is held against; where all restate one quantity, all of them; else those of
    the fact that most of them are of.
    """
    known = [sheet.catalogue.claims[e.claim] for e in finding.evidence if e.claim in sheet.catalogue.claims]
    if finding.implied is not None:
        return [claim for claim in known if claim.id == finding.implied.claim]
    if finding.kind in _RESTATED:
        return known
    by_fact: dict[str, list[Claim]] = {}
    for claim in known:
        fact = sheet.catalogue.facts.get(claim.id)
        if fact is not None:
            by_fact.setdefault(fact.id, []).append(claim)
    return max(by_fact.values(), key=len, default=())


def _draw(claim: Claim, unit: str, sheet: Sheet) -> Range | None:
    """Return the range that *claim* allows in *unit*; None for what is no quantity or day."""
    value = claim.value
    document = sheet.catalogue.documents.get(claim.document)
    sources = (name_document(document) if document else claim.document,)
    if isinstance(value, Amount) and not value.interval.is_empty:
        if value.unit != unit and converts(value.unit, unit):
            value = value.converted(unit)
        elif not _share_an_axis(value.unit, unit):
            return None
        return Range(sources, value.interval, word_amount(value, sheet.words))
    if isinstance(value, Period) and value.cycle is None and (value.starts or value.ends):
        first, last = value.starts, value.ends
        interval = Interval.of(first.toordinal() if first else None, last.toordinal() if last else None)
        return Range(sources, interval, _word_days(first, last, sheet.words))
    return None


def _share_an_axis(unit: str, other: str) -> bool:
    """Return whether numbers in both can stand on one line: nouns that are counted can, in any language."""
    return unit == other or "" in {unit, other} or not any(map(_has_size, (unit, other)))


def _has_size(unit: str) -> bool:
    return unit in _SIGNS or _is_measured(unit)


def _draw_implied(implied: Implied, unit: str, words: Words, *, is_day: bool) -> Range | None:
    """Return what a calculation leaves; None where it leaves everything, or days without an end."""
    low, high = implied.interval.low, implied.interval.high
    if is_day and low is not None and high is not None:
        text = _word_days(date.fromordinal(int(low)), date.fromordinal(int(high)), words)
    elif is_day or low is high is None:
        return None
    else:
        text = word_amount(Amount(implied.interval, unit=unit), words)
    return Range((implied.calculation,), implied.interval, text)


def _merge(ranges: Sequence[Range]) -> tuple[Range, ...]:
    """Return *ranges*, the lowest first, those that are the same as one with all its sources."""
    same: dict[tuple[object, ...], Range] = {}
    for each in ranges:
        key = msgspec.structs.astuple(each.interval)
        sources = (*same[key].sources, *each.sources) if key in same else each.sources
        same[key] = Range(tuple(dict.fromkeys(sources)), each.interval, each.text)
    return tuple(sorted(same.values(), key=_position))


def _word_days(first: date | None, last: date | None, words: Words) -> str:
    period = Period(first or date.min, last or date.max)
    return say_period(period).said_in(load_locale(words.language))


def _position(each: Range) -> tuple[bool, Fraction, bool, Fraction]:
    low, high = each.interval.low, each.interval.high
    return low is not None, low or Fraction(0), high is None, high or Fraction(0)


def _gap(intervals: Iterable[Interval]) -> Interval | None:
    """Return what lies between the lowest upper and the highest lower end, where no value is in all *intervals*."""
    known = tuple(intervals)
    highs = [each.high for each in known if each.high is not None]
    lows = [each.low for each in known if each.low is not None]
    if not highs or not lows or min(highs) > max(lows):
        return None
    gap = Interval(min(highs), max(lows))
    return None if gap.is_point and all(each.contains(min(highs)) for each in known) else gap


def _width(gap: Interval, words: Words, *, is_day: bool) -> str:
    width = (gap.high or Fraction(0)) - (gap.low or Fraction(0))
    return words.count(int(width), "day") if is_day else _exact(width, words, _ROUGHEST)


def _exact(number: Fraction, words: Words, digits: int = _ROUGH) -> str:
    """Return *number* in digits, rounded to *digits* significant ones where its decimal has no end."""
    decimal = as_decimal(number)
    return words.number(decimal) if decimal is not None else f"≈ {words.number(round_half_up(number, digits))}"
