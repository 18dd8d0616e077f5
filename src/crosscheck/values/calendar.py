"""Calendar arithmetic: the days that a TIMEX3 value allows, shifts by months, weekdays, movable feasts."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

NO_YEAR: Final = "XXXX"
"""What TIMEX3 writes for the year of a day of no year."""
ANY_YEAR: Final = 2000
"""A leap year, for days of no year."""
_DAY = timedelta(days=1)
_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
"""First and last month of the meteorological seasons of the northern hemisphere; a winter ends in the next year."""

_SHAPES = re.compile(
    r"(?P<year>\d{4})"
    r"(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?"
    r"|W(?P<week>\d\d)(?:-(?P<weekday>[1-7]|WE))?"
    r"|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)))?"
    r"(?:T[0-9A-Z:.+-]*)?"
)
_MEMOISED = 1 << 12
"""Of how many dates the days are remembered: a text comes back to the same few."""
_OPEN = frozenset(("BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER"))
_YEAR = re.compile(r"\d{4}")
_LOOSE_YEARS = 2
_DECADE = re.compile(r"(\d{3})X?")
_CENTURY = re.compile(r"(\d{2})(?:XX)?")
_FEAST = re.compile(r"easter(?P<days>[+-]\d+)?|(?P<month>\d\d)-(?P<day>\d\d)(?P<sunday>[+-]\d)?")
_NTH = re.compile(r"(?P<month>\d\d)-(?P<nth>-?[1-5])#(?P<weekday>[1-7])(?P<days>[+-]\d+)?")


@lru_cache(_MEMOISED)
def period(timex: str, mod: str = "") -> tuple[date, date] | None:
    """Return the first and the last day, both included, that the TIMEX3 value *timex* with *mod* allows.

    A day is its own period, with or without a time of day. START and END are the first and the last third of the
    whole, in whole days rounded down, MID is what lies between: '2014-10' with START is 2014-10-01 to 2014-10-10.
    APPROX allows three days on either side of a day, so that 'two weeks ago' holds a week, and two years on either
    side of a year; else, as '', the whole. BEFORE and ON_OR_BEFORE begin with ``date.min``, AFTER and ON_OR_AFTER end
    with ``date.max``: that side is open. A time of day before or after the clock is still of its day.
    None where *timex* names no year ('XXXX-10-09'), no such day (2015-02-29), no date at all ('P3D', 'PRESENT_REF'), or
    where *mod* is none of a date (LESS_THAN, MORE_THAN).
    """
    whole = _whole(timex)
    if whole is None or mod in {"LESS_THAN", "MORE_THAN"}:
        return None
    first, last = whole
    if mod in _OPEN:
        return whole if "T" in timex else _opened(first, last, mod)
    if mod == "APPROX" and first == last:
        return first - 3 * _DAY, last + 3 * _DAY
    if mod == "APPROX" and _YEAR.fullmatch(timex) and _LOOSE_YEARS < first.year < date.max.year - _LOOSE_YEARS:
        return add_months(first, -_LOOSE_YEARS * 12), add_months(last, _LOOSE_YEARS * 12)
    third = timedelta(days=((last - first).days + 1) // 3)
    if not third or mod not in {"START", "MID", "END"}:
        return whole
    if mod == "START":
        return first, first + third - _DAY
    if mod == "END":
        return last - third + _DAY, last
    return first + third, last - third


def _opened(first: date, last: date, mod: str) -> tuple[date, date] | None:
    """Return the days on the open side of *first* to *last*, None where the calendar has none there."""
    if mod == "ON_OR_BEFORE":
        return date.min, last
    if mod == "ON_OR_AFTER":
        return first, date.max
    if mod == "BEFORE":
        return (date.min, first - _DAY) if first > date.min else None
    return (last + _DAY, date.max) if last < date.max else None


def _whole(timex: str) -> tuple[date, date] | None:
    shape = _SHAPES.fullmatch(timex)
    try:
        if shape:
            return _of_shape({name: text for name, text in shape.groupdict().items() if text})
        if decade := _DECADE.fullmatch(timex):
            start = int(decade[1]) * 10
            return date(start, 1, 1), date(start + 9, 12, 31)
        if century := _CENTURY.fullmatch(timex):
            start = int(century[1]) * 100
            return date(start, 1, 1), date(start + 99, 12, 31)
    except ValueError:  # a day, month, week or year that no calendar has
        return None
    return None


def _of_shape(parts: dict[str, str]) -> tuple[date, date]:
    """Return the period that the named parts of a TIMEX3 date give; ValueError where the calendar has none."""
    year = int(parts["year"])
    if "day" in parts:
        day = date(year, int(parts["month"]), int(parts["day"]))
        return day, day
    if "month" in parts:
        return months(year, int(parts["month"]), 1)
    if "week" in parts:
        monday = date.fromisocalendar(year, int(parts["week"]), 1)
        which = parts.get("weekday")
        if which == "WE":
            return monday + 5 * _DAY, monday + 6 * _DAY
        if which:
            day = monday + (int(which) - 1) * _DAY
            return day, day
        return monday, monday + 6 * _DAY
    if "quarter" in parts:
        return months(year, 3 * int(parts["quarter"]) - 2, 3)
    if "half" in parts:
        return months(year, 6 * int(parts["half"]) - 5, 6)
    if "season" in parts:
        return months(year, _SEASONS[parts["season"]][0], 3)
    return months(year, 1, 12)


def months(year: int, month: int, count: int) -> tuple[date, date]:
    """Return the first and the last day of *count* months in a row, the first of them *month* of *year*.

    Raises:
        ValueError: *month* is none, or the years leave 1 to 9999.
    """
    first = date(year, month, 1)
    return first, add_months(first, count) - _DAY


def add_months(day: date, count: int) -> date:
    """Return the day *count* months later (earlier when negative); a day that the month lacks becomes its last.

    Raises:
        ValueError: the year leaves 1 to 9999.
    """
    index = day.year * 12 + day.month - 1 + count
    year, month = index // 12, index % 12 + 1
    if not 1 <= year <= 9999:
        raise ValueError(f"year {year} is outside the calendar")
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def week(day: date) -> str:
    """Return the ISO 8601 week of *day* as TIMEX3: '2014-W47'."""
    year, number, _ = day.isocalendar()
    return f"{year:04}-W{number:02}"


def nearest_weekday(day: date, weekday: int, direction: int) -> date:
    """Return the day nearest to *day* that is *weekday* (Monday 1 to Sunday 7), *day* itself when it is.

    *direction* is -1 to look back, 1 to look ahead.
    """
    if direction < 0:
        return day - _DAY * ((day.isoweekday() - weekday) % 7)
    return day + _DAY * ((weekday - day.isoweekday()) % 7)


def exists(year: int | None, month: int, day: int) -> bool:
    """Return whether the calendar has that day; without a year, whether some year has it."""
    return 1 <= month <= 12 and 1 <= day <= monthrange(2000 if year is None else year, month)[1]


def easter(year: int) -> date:
    """Return Easter Sunday of *year* in the Gregorian calendar (anonymous algorithm of Meeus, Jones and Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - correction + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Return the *nth* *weekday* (Monday 1) of a month; -1 is the last, -2 the last but one.

    Raises:
        ValueError: the month has no such day.
    """
    first, last = months(year, month, 1)
    if nth > 0:
        day = nearest_weekday(first, weekday, 1) + 7 * (nth - 1) * _DAY
    else:
        day = nearest_weekday(last, weekday, -1) + 7 * (nth + 1) * _DAY
    if not first <= day <= last:
        raise ValueError(f"{year:04}-{month:02} has no weekday {weekday} number {nth}")
    return day


def feast(rule: str, year: int) -> date:
    """Return the day of *year* on which the feast falls that *rule* describes.

    'MM-DD' is fixed; 'MM-DD-N' the Nth Sunday before that day ('12-25-4' the first Advent Sunday), 'MM-DD+N' the Nth
    after; 'easter+49' counts days from Easter Sunday; 'MM-N#W' is the Nth weekday W of the month ('11-4#4', '05--1#1'
    the last Monday of May), with days added at the end ('11-4#4+1').

    Raises:
        ValueError: *rule* has none of these forms, or the year has no such day.
    """
    if nth := _NTH.fullmatch(rule):
        start = nth_weekday(year, int(nth["month"]), int(nth["weekday"]), int(nth["nth"]))
        return start + int(nth["days"] or 0) * _DAY
    match = _FEAST.fullmatch(rule)
    if match is None:
        raise ValueError(f"unknown feast rule {rule!r}")
    if match["month"] is None:
        return easter(year) + int(match["days"] or 0) * _DAY
    day = date(year, int(match["month"]), int(match["day"]))
    sundays = int(match["sunday"] or 0)
    if sundays < 0:
        return nearest_weekday(day - _DAY, 7, -1) + 7 * (sundays + 1) * _DAY
    if sundays > 0:
        return nearest_weekday(day + _DAY, 7, 1) + 7 * (sundays - 1) * _DAY
    return day
