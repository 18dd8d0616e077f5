"""Values as phrases: numbers with the digits that tell, amounts with their unit, days and periods."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from crosscheck.domains import Concept
from crosscheck.messages import Number, Phrase, Recurring, Unit, join, say, say_count
from crosscheck.records import Amount, Period, Role, Value, name_attribute, name_subject, say_moment, say_period
from crosscheck.values.decimals import round_down, round_half_up, round_outward, round_up
from crosscheck.values.interval import Interval
from crosscheck.values.measures import dimension
from crosscheck.values.units import with_code

_DIGITS = 4


def label_of(attribute: str, concepts: Mapping[str, Concept]) -> Phrase:
    """Return what *attribute* is called: as its concept is, else itself with spaces for underscores."""
    concept = concepts.get(attribute)
    return name_attribute(attribute, concept.label if concept else {})


def show_number(number: Fraction, digits: int = _DIGITS) -> Phrase:
    """Return *number* with *digits* significant digits ('42.05'); a whole number keeps all of its digits."""
    return Number(round_half_up(number, digits))


def show_interval(interval: Interval) -> Phrase:
    """Return *interval* as '42.05 to 42.15', each end rounded outward."""
    low, high = interval.low, interval.high
    if low is not None and low == high:
        return show_number(low, 8)
    if low is not None and high is not None:
        lower, upper = round_outward(low, high)
        return say("{low} to {high}", low=Number(lower), high=Number(upper))
    if low is not None:
        return say("at least {number}", number=Number(round_down(low, 8)))
    return say("anything") if high is None else say("at most {number}", number=Number(round_up(high, 8)))


def _bounded(number: Phrase, interval: Interval) -> Phrase:
    """Return *number* as one that only bounds the value, itself where it states it."""
    if interval.high is None:
        return say("over {number}", number=number) if interval.low_open else say("at least {number}", number=number)
    if interval.low is None:
        return say("under {number}", number=number) if interval.high_open else say("at most {number}", number=number)
    return number


_EXACT, _THIRDS = 12, 3
"""How many digits are shown: of printed numbers all, of what no decimals print (one in six) the first."""


def show_amount(value: Amount) -> Phrase:
    """Return the number of *value* without its unit: '34', 'over 40'."""
    if value.stated is None:
        return show_interval(value.interval)
    exact = 10**_EXACT % value.stated.denominator == 0
    return _bounded(show_number(value.stated, _EXACT if exact else _THIRDS), value.interval)


def show_value(value: Value) -> Phrase:
    """Return *value* in a few words: '16,867', 'over 40 %', '9 October 2014', 'UK Independence Party', 'close'."""
    if isinstance(value, Amount):
        return with_unit(show_amount(value), value.unit, is_one=value.stated == 1)
    if isinstance(value, Period):
        return say_period(value)
    return join([value.name if isinstance(value, Role) else value.step])


def show_moment(value: Value) -> Phrase:
    """Return *value* as ``show_value`` does, a day with its time of day where it has one."""
    return say_moment(value) if isinstance(value, Period) else show_value(value)


def show_percent(interval: Interval) -> Phrase:
    """Return *interval* as a rounded share: '34.84 %'."""
    return with_unit(show_rounded(interval), "percent")


def show_points(points: Fraction) -> Phrase:
    """Return a difference of shares, in percentage points, by two significant digits: '7.2 points'."""
    rounded = round_half_up(points, 2)
    return say_count("{number} point", "{number} points", Fraction(rounded), number=Number(rounded))


def show_weekday(day: date) -> Phrase:
    """Return the name of the weekday on which *day* falls."""
    return Recurring(weekday=day.isoweekday())


def with_heading(subject: str, what: Phrase) -> Phrase:
    """Return what a finding is about: subject and attribute, the attribute alone where nothing named bears it."""
    return join([name_subject(subject), what]) if subject else what


def with_unit(number: Phrase, unit: str, *, is_one: bool = False) -> Phrase:
    """Return *number* with the name, the sign or the code of a unit that has a size; alone where it is only counted."""
    if unit == "percent":
        return say("{number} %", number=number)
    if unit == "percentage point":
        return say_count("{number} point", "{number} points", 1 if is_one else 2, number=number)
    is_currency = len(unit) == len("EUR") and unit.isupper()
    if " per " in unit:
        return say("{number} {unit}", number=number, unit=Unit(with_code(unit), is_one))
    if is_currency or dimension(unit) != unit:
        return say("{number} {unit}", number=number, unit=Unit(unit, is_one))
    return number


def show_rounded(interval: Interval) -> Phrase:
    """Return the most decimals that both ends share when rounded ('7.2' for 7.2 to 7.2121), else both ends."""
    low, high = interval.low, interval.high
    if low is None or high is None:
        return show_interval(interval)
    if low == high:
        return show_number(low)
    for places in range(_DIGITS, -1, -1):
        scale = 10**places
        ends = {(end * scale + Fraction(1, 2)).__floor__() for end in (low, high)}
        if len(ends) == 1:
            return Number(round_half_up(Fraction(ends.pop(), scale), 12))
    return show_interval(interval)
