"""One number with all that belongs to it: sign, currency, scale, unit, rate, age, counted noun; or why it is none."""

from __future__ import annotations

import re
from fractions import Fraction

import msgspec
from msgspec.structs import replace

from crosscheck.mentions.numbers.after import After, read_after
from crosscheck.mentions.numbers.before import Before, read_hedge
from crosscheck.mentions.numbers.lexicon import Hedge
from crosscheck.mentions.numbers.names import is_adjective, is_enumerator, is_name, is_year
from crosscheck.mentions.numbers.nouns import find_noun
from crosscheck.mentions.numbers.numeral import Numeral
from crosscheck.mentions.numbers.ordinals import read_article_fraction, read_ordinal_mark, stands_as_ordinal
from crosscheck.mentions.numbers.page import Page
from crosscheck.mentions.numbers.partitives import past_of, takes_of
from crosscheck.mentions.numbers.rates import read_age, read_late_rate, read_rate
from crosscheck.records import MentionKind
from crosscheck.values.interval import Exact
from crosscheck.values.printed import Printed

_OF_SET = re.compile(r" ([^\W\d_]+) ([^\W\d_]+)")
_POWER_WORD = re.compile(r" ([^\W\d_]+)")
_FIRST_DECADE, _LAST_DECADE = 1100, 2100
_DERIVED = frozenset(("range", "age range", "ratio", "sum"))
_MONEY_FLOOR = 1_000_000
"""Pounds by the million are money, whatever else the text says."""


class Reading(msgspec.Struct, frozen=True, gc=False):
    """A number read in full.

    A ``tentative`` one stands only when it joins another ('one' of 'one to two years', a year's digits of a range).
    """

    start: int
    end: int
    kind: MentionKind
    low: Exact | None
    high: Exact | None
    unit: str
    precision: Exact | None
    hedge: Hedge | None
    rule: str
    numeral: Numeral
    before: Before
    tentative: bool = False


def read_number(page: Page, numeral: Numeral, before: Before) -> Reading | None:
    """Return what *numeral* says in its place, *before* being what stands before it; None where it is no quantity."""
    if numeral.form == "denominator":
        return None
    if before.refused or (numeral.form == "vague" and not before.article and _needs_article(page, numeral)):
        return None
    if numeral.form == "ordinal":
        return _read_ordinal(page, numeral, before)
    if numeral.form == "digits":
        mark = read_ordinal_mark(page, numeral, before)
        if mark:
            return _reading(numeral, before, "ordinal", mark, "", "ordinal")
    after = read_after(page, numeral, money=bool(before.currency))
    if after.refused or (after.measure and after.measure.kind == "clock"):
        return None
    if numeral.low == 1 and _is_article(page, numeral, before, after):
        return None
    if after.power or before.power:
        end = numeral.end if not after.power or (after.measure and after.measure.power) else after.end
        numeral = _scaled(numeral, after.power + before.power, end)
    if before.currency:
        return _read_money(page, numeral, before, after)
    if after.measure:
        return _read_measured(page, numeral, before, after)
    if before.rank:
        return _reading(numeral, before, "ordinal", numeral.end, "", "rank")
    return _read_bare(page, numeral, before, after)


def _is_article(page: Page, numeral: Numeral, before: Before, after: After) -> bool:
    """Return whether a one is an article before a unit: 'a third of a percentage point', 'ein Euro-Land'."""
    if page.text[numeral.start : numeral.end].lower() not in page.lexicon.pack.articles:
        return False
    return before.word in page.lexicon.pack.of or (
        after.measure is not None and page.text[after.end : after.end + 1] == "-"
    )


def _scaled(numeral: Numeral, power: int, end: int) -> Numeral:
    """Return *numeral* times ten to the *power*, with its scale mark up to *end*."""
    printed = numeral.printed or _as_printed(numeral)
    if printed is None:
        return numeral
    scaled = printed.scaled(power)
    low, high = scaled.bounds
    total = numeral.power + power
    return replace(numeral, low=low, high=high, precision=scaled.precision, end=end, power=total, printed=scaled)


def _needs_article(page: Page, numeral: Numeral) -> bool:
    """Return whether the vague word says nothing without an article: 'few', against 'a few'."""
    vague = page.lexicon.pack.vague.get(page.text[numeral.start : numeral.end].lower())
    return vague is not None and vague.article


def _as_printed(numeral: Numeral) -> Printed | None:
    """Return a whole number in words as if it were printed in digits."""
    exact = numeral.form == "words" and isinstance(numeral.low, int) and numeral.low == numeral.high
    return Printed(int(numeral.low), 0, rounded=False) if exact else None


def _read_money(page: Page, numeral: Numeral, before: Before, after: After) -> Reading:
    """Return an amount whose currency stands before it; a currency word after it only repeats it ('$10 dollars')."""
    end = numeral.end
    if after.measure and after.measure.unit == before.currency and page.text[after.end - 1].isalpha():
        end = after.end
    return _with_rate(page, _reading(numeral, before, "money", end, before.currency, "money"))


def _read_measured(page: Page, numeral: Numeral, before: Before, after: After) -> Reading | None:
    measure = after.measure
    if measure is None or measure.kind == "clock":
        return None
    if measure.weak and _is_label(page, numeral, before):
        return None
    kind, unit = measure.kind, measure.unit
    if unit == "pound":
        if _is_sterling(page, numeral, after):
            kind, unit = "money", "GBP"
        elif page.text[numeral.end : after.end].split()[-1].lower() in page.lexicon.pack.nouns:
            return _read_bare(page, numeral, before, after)  # 'vingt livres' are books
    end = after.end
    power = _POWER_WORD.match(page.text, end) if kind == "quantity" else None
    if power and power[1].lower() in page.lexicon.pack.squared:
        unit, end = f"{page.lexicon.pack.squared[power[1].lower()]} {unit}", power.end()
    reading = _reading(numeral, before, kind, end, unit, kind)
    if kind == "quantity":
        aged = read_age(page, reading.end, unit, before)
        if aged:
            return replace(reading, unit=aged[0], end=aged[1], rule="age")
    return reading if kind == "percent" else _with_rate(page, reading)


def _is_label(page: Page, numeral: Numeral, before: Before) -> bool:
    """Return whether digits before a doubtful unit are a decade ('the 60s') or a name's ('Model 3s', 'Channel 5s')."""
    surface = page.text[numeral.start : numeral.end]
    if surface.isdigit() and page.text[numeral.end] == "s":
        if len(surface) == 4 and _FIRST_DECADE <= int(surface) <= _LAST_DECADE:
            return True
        if before.word in page.lexicon.pack.joined or (
            surface[1:] == "0" and before.word in page.lexicon.pack.determiners
        ):
            return True
    return before.word in page.lexicon.pack.labels


def _is_sterling(page: Page, numeral: Numeral, after: After) -> bool:
    """Return whether pounds are money: the text speaks of sterling, or there are millions of them."""
    if page.text[after.end - 1] == "b" or page.text[after.end - 2 : after.end] == "bs":
        return False
    return page.pounds_are_money or numeral.low >= _MONEY_FLOOR


def _with_rate(page: Page, reading: Reading) -> Reading:
    """Return *reading* with what it is per ('a share', '/kg')."""
    rate = read_rate(page, reading.end)
    if rate is None and reading.kind == "quantity":
        rate = read_late_rate(page, reading.end)
    if rate is None:
        return reading
    unit = page.lexicon.measures.currency_names.get(reading.unit, reading.unit)
    return replace(reading, unit=f"{unit} per {rate[0]}", end=rate[1])


def _read_bare(page: Page, numeral: Numeral, before: Before, after: After) -> Reading | None:
    """Return a number without measure: a count of something, an age, or just a number."""
    if numeral.form == "fraction":
        return _read_fraction(page, numeral, before)
    one = numeral.low == numeral.high == 1
    if one and numeral.form == "words":
        return _read_one(page, numeral, before)
    lexicon = page.lexicon
    may_be_age = after.word in lexicon.age_words or before.word in lexicon.age_leads or before.raw[-1:] == ","
    aged = read_age(page, numeral.end, "", before) if may_be_age else None
    if aged:
        return _reading(numeral, before, "quantity", aged[1], aged[0], "age")
    if numeral.form == "digits" and before.word in lexicon.pack.units_before:
        return _reading(numeral, before, "quantity", numeral.end, lexicon.pack.units_before[before.word], "unit before")
    at = numeral.end
    if takes_of(page, numeral) or (after.power and lexicon.pack.partitive_scales):
        at = past_of(page, at)
    noun = find_noun(page, at, one=one)
    if is_name(page, numeral, before, noun, after.word) or (noun is None and is_enumerator(page.text, numeral)):
        return None
    if (
        numeral.leading == "scale"
        and noun is None
        and numeral.form != "vague"
        and not before.article
        and _is_bare_scale(page, numeral)
    ):
        return _reading(numeral, before, "number", numeral.end, "", "scale", tentative=True)
    rule = "count" if noun else numeral.form
    tentative = is_year(page, numeral, before, noun) or (noun is None and is_adjective(page, numeral))
    return _reading(numeral, before, "number", numeral.end, noun.lemma if noun else "", rule, tentative=tentative)


def _is_bare_scale(page: Page, numeral: Numeral) -> bool:
    """Return whether the numeral is a scale word alone; 'million' needs an article or a count before it."""
    surface = page.text[numeral.start : numeral.end].lower()
    word = page.lexicon.words.get(surface)
    return word is not None and word.role == "scale" and surface not in page.lexicon.pack.bare_scales


def _read_one(page: Page, numeral: Numeral, before: Before) -> Reading | None:
    """Return 'one' where it counts; as a pronoun or an article it does not, unless it joins another number."""
    text, lexicon = page.text, page.lexicon
    if text[numeral.start : numeral.end].lower() in lexicon.pack.articles:
        return replace(_reading(numeral, before, "number", numeral.end, "", "words"), tentative=True)
    match = _OF_SET.match(text, numeral.end) if before.word not in lexicon.pack.every else None
    if match and match[1].lower() in lexicon.pack.of and match[2].lower() in lexicon.pack.determiners:
        noun = find_noun(page, match.end(2), one=False)
        return _reading(numeral, before, "number", numeral.end, noun.lemma if noun else "", "count")
    if before.raw[:1].isupper() and text[numeral.start].isupper():
        return None  # 'Air Force One'
    noun = find_noun(page, numeral.end, one=True)
    if noun and before.word not in lexicon.pack.determiners and before.word not in lexicon.pack.every:
        return _reading(numeral, before, "number", numeral.end, noun.lemma, "count")
    alone = (not before.word and not text[numeral.end :].strip()) or before.negative
    return replace(_reading(numeral, before, "number", numeral.end, "", "words"), tentative=not alone)


def _read_fraction(page: Page, numeral: Numeral, before: Before) -> Reading | None:
    """Return a fraction; 'half' and 'quarter' after an ordinal or an article are periods and no fractions."""
    following = page.text[numeral.end : numeral.end + 1]
    if following == "-" and Fraction(numeral.low).numerator == 1 and page.text[numeral.end - 1].isalpha():
        return None  # 'a half-brother', 'la demi-finale'
    if numeral.leading == "fraction" and page.text[numeral.start].isalpha() and not before.article:
        if before.word in page.lexicon.pack.period_cues or page.text[numeral.start - 1] == "-":
            return None
        word = page.text[numeral.start : numeral.end].lower()
        if page.lexicon.pack.fractions.get(word) == "1/4" and not page.lexicon.pack.capital_nouns:
            return None
    reading = _reading(numeral, before, "number", numeral.end, "", "fraction")
    alone = page.text[reading.start : numeral.end].lower() not in page.lexicon.pack.trailing_halves or before.article
    return reading if alone else replace(reading, tentative=True)


def _read_ordinal(page: Page, numeral: Numeral, before: Before) -> Reading | None:
    share = read_article_fraction(page, numeral, before)
    if share is not None:
        start, part = share
        fraction = replace(numeral, low=part, high=part, precision=None, form="fraction")
        hedged = replace(before, start=start, hedge=read_hedge(page, start))
        return _reading(fraction, hedged, "number", numeral.end, "", "fraction")
    end = stands_as_ordinal(page, numeral, before)
    return _reading(numeral, replace(before, start=numeral.start), "ordinal", end, "", "ordinal") if end else None


def _reading(
    numeral: Numeral,
    before: Before,
    kind: MentionKind,
    end: int,
    unit: str,
    rule: str,
    *,
    tentative: bool = False,
) -> Reading:
    low, high = numeral.low, numeral.high
    if before.negative:
        low, high = -high, -low
    hedge = before.hedge if kind != "ordinal" else None
    return Reading(before.start, end, kind, low, high, unit, numeral.precision, hedge, rule, numeral, before, tentative)


def stated(reading: Reading) -> Exact | None:
    """Return the number as printed: the middle of its rounding, the number itself where it is exact."""
    if reading.low is None or reading.high is None:
        return reading.low if reading.high is None else reading.high
    if reading.low == reading.high:
        return reading.low
    if reading.numeral.printed is not None and reading.rule not in _DERIVED:
        value = reading.numeral.printed.value
        return -value if reading.before.negative else value
    middle = (Fraction(reading.low) + Fraction(reading.high)) / 2
    return middle.numerator if middle.denominator == 1 else middle
