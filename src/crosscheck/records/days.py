"""Days and times as phrases."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

from crosscheck.messages import Month, Phrase, Recurring, join, say
from crosscheck.records.claims import PAST_REF
from crosscheck.records.values import Period
from crosscheck.values import calendar
from crosscheck.values.recurring import read_recurrence

_PARTS: Mapping[str, Phrase] = MappingProxyType(
    {
        "MO": say("in the morning"),
        "MI": say("at noon"),
        "AF": say("in the afternoon"),
        "EV": say("in the evening"),
        "NI": say("at night"),
    }
)
"""Parts of the day, as TIMEX3 calls them."""
_SEASONS: Mapping[str, Phrase] = MappingProxyType(
    {"SP": say("spring"), "SU": say("summer"), "FA": say("autumn"), "WI": say("winter")}
)
"""Seasons, as TIMEX3 calls them."""


def hour_of(moment: str) -> str:
    """Return the time of day in the TIMEX3 value of a *moment*, '' where it has none."""
    return "" if moment == PAST_REF else moment.partition("T")[2]


def say_time(timex: str) -> Phrase:
    """Return the time of a scope as people write it: 'winter 2022', '12 December 2022 to 18 December 2022', '2023'.

    *timex* is a TIMEX3 value, two with a slash between them for a stretch of days, or words of a document, which stay
    as they are.
    """
    if timex == PAST_REF:
        return say("earlier")
    year, _, season = timex.rpartition("-")
    if season in _SEASONS and year.isdigit():
        return join((_SEASONS[season], year), " ")
    if timex.startswith("T") and timex[1:] in _PARTS:
        return _PARTS[timex[1:]]
    first, _, last = timex.partition("/")
    begun, ended = calendar.period(first), calendar.period(last or first)
    if begun and ended:
        return say_moment(Period(begun[0], ended[1], first if not last else ""))
    return say_period(Period(date.min, date.max, timex)) if read_recurrence(timex) else join([timex])


def say_period(period: Period) -> Phrase:
    """Return *period* as '9 October 2014', 'October 2014', '2014', '1 October 2014 to 3 October 2014', 'until ...'.

    A day without week or year is 'Tuesday' or '4 October'.
    """
    if period.starts is None and period.ends is None:
        days = read_recurrence(period.timex)
        return Recurring(days.weekday, days.month, days.day) if days else say("any day")
    if period.starts is None:
        return say("until {day}", day=period.last)
    if period.ends is None:
        return say("from {day} on", day=period.first)
    return _say_days(period.first, period.last)


def say_moment(period: Period) -> Phrase:
    """Return *period* with its time of day where there is one: '5 May 2031, 16:40', 'Tuesday, 15:00', '16:40'."""
    clock = period.timex.partition("T")[2]
    if not clock or (clock.isalpha() and clock not in _PARTS):
        return say_period(period)
    hour = _PARTS.get(clock) or join([_spell_zone(clock)])
    return hour if period.timex.startswith("T") else join((say_period(period), hour))


def _spell_zone(clock: str) -> str:
    """Return a time of day with its zone, if it has one, by how far that is from UTC: '16:40', '04:00 UTC+02:00'."""
    digits = next((i for i, mark in enumerate(clock) if mark in "Z+-"), len(clock))
    hour, zone = clock[:digits], clock[digits:].lstrip("Z")
    shown = hour if ":" in hour else f"{hour}:00"
    return f"{shown} UTC{zone}" if digits < len(clock) else shown


def _say_days(first: date, last: date) -> Phrase:
    """Return a day, a month or a year as such, other days by the first and the last."""
    if first == last:
        return join([first])
    begins_month, next_day = first.day == 1, last + timedelta(days=1)
    if begins_month and next_day.day == 1 and (first.year, first.month) == (last.year, last.month):
        return Month(first.year, first.month)
    if begins_month and (first.month, last.month, last.day, first.year) == (1, 12, 31, last.year):
        return join([str(first.year)])
    return say("{first} to {last}", first=first, last=last)
