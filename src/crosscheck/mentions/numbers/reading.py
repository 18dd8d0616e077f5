"""One number with all that belongs to it: sign, currency, scale, unit, rate, age, counted noun; or why it is none."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from crosscheck.mentions.numbers.after import After, read_after
from crosscheck.mentions.numbers.before import Before, read_before
from crosscheck.mentions.numbers.lexicon import Hedge, Lexicon
from crosscheck.mentions.numbers.names import is_name, is_year
from crosscheck.mentions.numbers.nouns import find_noun
from crosscheck.mentions.numbers.numerals import Numeral
from crosscheck.mentions.numbers.ordinals import read_ordinal_mark, stands_as_ordinal
from crosscheck.mentions.numbers.rates import read_age, read_rate
from crosscheck.records import MentionKind
from crosscheck.values.interval import Exact


class Reading(NamedTuple):
    """A number read in full. ``core_end`` is where number and measure end, before a counted noun."""

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
    open: bool = False


def read_number(text: str, numeral: Numeral, lexicon: Lexicon) -> Reading | None:
    """Return what *numeral* says in its place, None where it is no quantity."""
    if numeral.form == "denominator":
        return None
    before = read_before(text, numeral, lexicon)
    if before.refused:
        return None
    if numeral.form == "ordinal":
        return _read_ordinal(text, numeral, before, lexicon)
    if numeral.form == "digits":
        mark = read_ordinal_mark(text, numeral, before, lexicon)
        if mark:
            return _reading(numeral, before, "ordinal", mark, "", "ordinal")
    after = read_after(text, numeral, money=bool(before.currency), lexicon=lexicon)
    if after.power and numeral.printed:
        printed = numeral.printed.scaled(after.power)
        low, high = printed.bounds
        numeral = numeral._replace(low=low, high=high, precision=printed.precision, end=after.end, scaled=True)
    if before.currency:
        end = after.end if after.measure and after.measure.unit == before.currency else numeral.end
        return _with_rate(text, _reading(numeral, before, "money", end, before.currency, "money"), lexicon)
    if after.measure:
        return _measured(text, numeral, before, after, lexicon)
    if after.glued:
        return None
    if before.rank:
        return _reading(numeral, before, "ordinal", numeral.end, "", "rank")
    return _bare(text, numeral, before, lexicon)


def _measured(text: str, numeral: Numeral, before: Before, after: After, lexicon: Lexicon) -> Reading | None:
    measure = after.measure
    if measure is None:
        return None
    if (
        numeral.form == "fraction"
        and not before.start < numeral.start
        and numeral.leading == "fraction"
        and measure.kind == "money"
    ):
        return None
    reading = _reading(numeral, before, measure.kind, after.end, measure.unit, measure.kind)
    if measure.kind == "quantity":
        aged = read_age(text, reading.end, measure.unit, before, lexicon)
        if aged:
            return reading._replace(unit=aged[0], end=aged[1], rule="age")
    return _with_rate(text, reading, lexicon)


def _with_rate(text: str, reading: Reading, lexicon: Lexicon) -> Reading:
    """Return *reading* with what it is per ('a share', '/kg'), the mention ending before it."""
    rate = read_rate(text, reading.end, lexicon)
    if rate is None:
        return reading
    return reading._replace(unit=f"{reading.unit} per {rate[0]}", end=rate[1])


def _bare(text: str, numeral: Numeral, before: Before, lexicon: Lexicon) -> Reading | None:
    """Return a number without measure: a count of something, or just a number."""
    if numeral.form == "words" and numeral.low == 1 and numeral.high == 1:
        return _read_one(text, numeral, before, lexicon)
    if numeral.form == "fraction":
        return _read_fraction(text, numeral, before, lexicon)
    aged = read_age(text, numeral.end, "", before, lexicon)
    if aged:
        return _reading(numeral, before, "quantity", aged[1], aged[0], "age")
    noun = find_noun(text, numeral.end, one=numeral.low == numeral.high == 1, lexicon=lexicon)
    if is_year(text, numeral, before, noun, lexicon):
        return None
    if is_name(text, numeral, before, noun, lexicon):
        return None
    if noun is None:
        return _reading(numeral, before, "number", numeral.end, "", numeral.form)
    return _reading(numeral, before, "number", numeral.end, noun.lemma, "count")


def _read_one(text: str, numeral: Numeral, before: Before, lexicon: Lexicon) -> Reading | None:
    """Return 'one' where it counts; as a pronoun or an article it does not."""
    surface = text[numeral.start : numeral.end].lower()
    if lexicon.pack.capital_nouns and surface in lexicon.articles:
        return None
    noun = find_noun(text, numeral.end, one=True, lexicon=lexicon)
    if noun is None and (before.words or text[numeral.end : numeral.end + 1].strip()) and not before.negative:
        return None
    return _reading(numeral, before, "number", numeral.end, noun.lemma if noun else "", "count" if noun else "words")


def _read_fraction(text: str, numeral: Numeral, before: Before, lexicon: Lexicon) -> Reading | None:
    """Return a fraction; 'half' and 'quarter' after an ordinal or an article are periods and no fractions."""
    following = text[numeral.end : numeral.end + 1]
    alone = numeral.leading == "fraction" and before.start == numeral.start
    if alone and before.words and before.words[-1] in lexicon.pack.period_cues:
        return None
    if alone and following == "-":
        return None
    return _reading(numeral, before, "number", numeral.end, "", "fraction")


def _read_ordinal(text: str, numeral: Numeral, before: Before, lexicon: Lexicon) -> Reading | None:
    end = stands_as_ordinal(text, numeral, before, lexicon)
    return _reading(numeral, before, "ordinal", end, "", "ordinal") if end else None


def _reading(numeral: Numeral, before: Before, kind: MentionKind, end: int, unit: str, rule: str) -> Reading:
    low, high = numeral.low, numeral.high
    if before.negative:
        low, high = -high, -low
    hedge = before.hedge
    start = before.start
    return Reading(start, end, kind, low, high, unit, numeral.precision, hedge, rule, numeral, before)


def stated(reading: Reading) -> Exact | None:
    """Return the number as printed: the middle of its rounding, the number itself where it is exact."""
    if reading.low is None or reading.high is None:
        return reading.low if reading.high is None else reading.high
    if reading.low == reading.high:
        return reading.low
    middle = (Fraction(reading.low) + Fraction(reading.high)) / 2
    return middle.numerator if middle.denominator == 1 else middle
