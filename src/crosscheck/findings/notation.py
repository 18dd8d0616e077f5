"""Values in the words of findings: digits grouped by thousands, dates as ISO 8601."""

from __future__ import annotations

from fractions import Fraction

from crosscheck.records import Amount, Period, Role, Value
from crosscheck.values.decimals import plain, round_down, round_half_up, round_up
from crosscheck.values.interval import Interval
from crosscheck.values.measures import dimension
from crosscheck.values.recurring import name_recurring

_DIGITS = 4


def show_number(number: Fraction, digits: int = _DIGITS) -> str:
    """Return *number* with *digits* significant digits ('42.05'); a whole number keeps all of its digits."""
    return plain(round_half_up(number, digits))


def show_interval(interval: Interval) -> str:
    """Return *interval* as '42.05 to 42.15', each end rounded outward."""
    low, high = interval.low, interval.high
    if low is not None and low == high:
        return show_number(low, 8)
    if low is None:
        return "anything" if high is None else f"at most {plain(round_up(high, 8))}"
    if high is None:
        return f"at least {plain(round_down(low, 8))}"
    return f"{plain(round_down(low, 8))} to {plain(round_up(high, 8))}"


def _bound(interval: Interval) -> str:
    """Return the word for a number that only bounds the value, '' for one that states it."""
    if interval.high is None:
        return "over " if interval.low_open else "at least "
    if interval.low is None:
        return "under " if interval.high_open else "at most "
    return ""


def show_value(value: Value) -> str:
    """Return *value* in a few words: '16,867', 'over 40 %', '2014-10-09', 'UK Independence Party', 'close'."""
    if isinstance(value, Amount):
        number = show_interval(value.interval)
        if value.stated is not None:
            number = f"{_bound(value.interval)}{show_number(value.stated, 12)}"
        return f"{number} {_unit(value.unit)}".rstrip()
    if isinstance(value, Period):
        return show_period(value)
    return value.name if isinstance(value, Role) else value.step


def _unit(unit: str) -> str:
    """Return the sign, name or code of a unit that has a size, or of a currency; '' for what is only counted."""
    if unit == "percent":
        return "%"
    is_currency = len(unit) == len("EUR") and unit.isupper()
    return unit if is_currency or dimension(unit) != unit else ""


def show_period(period: Period) -> str:
    """Return *period* as '2014-10-09', '2014-10-01 to 2014-10-31', 'until 1979-12-31' or 'from 2001-01-01 on'.

    A day without week or year is 'Tuesday' or '4 October'.
    """
    if period.starts is None:
        return name_recurring(period.timex) or "any day" if period.ends is None else f"until {period.last.isoformat()}"
    if period.ends is None:
        return f"from {period.first.isoformat()} on"
    same = period.first == period.last
    return period.first.isoformat() if same else f"{period.first.isoformat()} to {period.last.isoformat()}"


def show_rounded(interval: Interval) -> str:
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
            return plain(round_half_up(Fraction(ends.pop(), scale), 12))
    return show_interval(interval)
