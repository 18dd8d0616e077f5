"""Lengths of time between two times that TIMEX3 values name: in minutes, days, months or years, exact, as bounds."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from fractions import Fraction

import msgspec

from crosscheck.values.calendar import add_months, period
from crosscheck.values.interval import Interval

_CLOCK = re.compile(r"T(\d\d)(?::(\d\d))?(?::\d\d)?")
_OFFSET = re.compile(r"(?<=T)(.*\d)(?:Z|([+-])(\d\d):(\d\d))$")
_PARTS = {"MO": (4, 12), "MI": (11, 14), "AF": (12, 19), "EV": (16, 24), "NI": (17, 30), "DT": (6, 20)}
"""Hours at which the parts of a day begin and end at the widest; a night ends on the next morning."""
_HOUR_ALONE = (timedelta(minutes=-30), timedelta(minutes=59))
"""What '2 a.m.' may mean, around the full hour."""
_DAY = timedelta(days=1)
_MINUTES = {"second": Fraction(1, 60), "minute": Fraction(1), "hour": Fraction(60)}
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


class Moment(msgspec.Struct, frozen=True, order=True):
    """A time within known bounds: the earliest and the latest it may be, both included, on the clock of its place."""

    first: datetime
    last: datetime

    @property
    def is_clocked(self) -> bool:
        """Return whether a time of day narrows it: it is shorter than the day that holds it."""
        return self.last - self.first < _DAY - timedelta(minutes=1)

    @property
    def is_bounded(self) -> bool:
        """Return whether neither side is open."""
        return self.first.date() > date.min and self.last.date() < date.max


def moment(timex: str, mod: str = "") -> Moment | None:
    """Return the times that the TIMEX3 value *timex* with *mod* allows; None where it names no day of a year.

    A day is from midnight to its last minute, 'T02' from half an hour before to 2:59, 'T14:12' that minute alone. A
    time in another zone ('T01:00Z') is only known to the day and the days beside it.
    """
    days = period(timex, mod)
    if days is None:
        return None
    first, last = datetime.combine(days[0], time.min), datetime.combine(days[1], time(23, 59))
    _, mark, clock = timex.partition("T")
    if not mark or mod not in {"", "START", "MID", "END"}:
        return Moment(first, last)
    printed = _CLOCK.fullmatch(f"T{clock}")
    if printed and int(printed[1]) <= 24:
        start = first + timedelta(hours=int(printed[1]), minutes=int(printed[2] or 0))
        return Moment(start, start) if printed[2] else Moment(start + _HOUR_ALONE[0], start + _HOUR_ALONE[1])
    if clock in _PARTS:
        begin, end = _PARTS[clock]
        return Moment(first + timedelta(hours=begin), first + timedelta(hours=end))
    if clock[:1].isdigit() and date.min < days[0] and days[1] < date.max:
        return Moment(first - _DAY, last + _DAY)
    return Moment(first, last)


def split_offset(timex: str) -> tuple[str, timedelta | None]:
    """Return *timex* without the zone of its clock time, and how far that is ahead of UTC; None where it has none."""
    found = _OFFSET.search(timex)
    if found is None:
        return timex, None
    ahead = timedelta(hours=int(found[3] or 0), minutes=int(found[4] or 0))
    return timex[: found.end(1)], -ahead if found[2] == "-" else ahead


def measures_time(unit: str) -> bool:
    """Return whether *unit* is one that ``elapsed`` reckons in."""
    return unit in _MINUTES or unit in _DAYS or unit in _MONTHS


def elapsed(start: Moment, end: Moment, unit: str) -> Interval:
    """Return how many of *unit* lie between *start* and *end*, at least and at most; exact, months by the calendar.

    Days are counted as writers do: the last one may count as well, so that 25 to 28 July are three days or four.

    Raises:
        ValueError: *unit* is none that ``measures_time``.
    """
    if unit in _MINUTES:
        scale = 60 * _MINUTES[unit]
        return Interval(_seconds(start.last, end.first) / scale, _seconds(start.first, end.last) / scale)
    least, most = (start.last.date(), end.first.date()), (start.first.date(), end.last.date())
    if unit in _DAYS:
        return Interval(Fraction((least[1] - least[0]).days, _DAYS[unit]), _count(most, unit) / _DAYS[unit])
    if unit not in _MONTHS:
        raise ValueError(f"{unit!r} is no unit of time")
    after = (most[0], most[1] + _DAY)
    return Interval(months_between(*least) / _MONTHS[unit], months_between(*after) / _MONTHS[unit])


def _count(days: tuple[date, date], unit: str) -> Fraction:
    return Fraction((days[1] - days[0]).days + (unit in _DAYS))


def _seconds(start: datetime, end: datetime) -> Fraction:
    gap = end - start
    return Fraction(gap.days * 86400 + gap.seconds)


def months_between(start: date, end: date) -> Fraction:
    """Return how many months lie between two days: full ones by the calendar, the rest as a share of the next month."""
    if end < start:
        return -months_between(end, start)
    full = (end.year - start.year) * 12 + end.month - start.month
    if add_months(start, full) > end:
        full -= 1
    begun, done = add_months(start, full), add_months(start, full + 1)
    return full + Fraction((end - begun).days, (done - begun).days)


def full_years(birth: date, day: date) -> int:
    """Return the age on *day* of who was born on *birth*, in full years."""
    return (months_between(birth, day) / 12).__floor__()


def births(years: Interval, day: date) -> tuple[date, date]:
    """Return the first and the last day on which somebody may have been born who is *years* old on *day*.

    Who was born on 29 February has the birthday, in other years, on the 28th or on 1 March.

    Raises:
        ValueError: *years* are not bounded, or the calendar does not reach back so far.
    """
    if years.low is None or years.high is None:
        raise ValueError("an age without bounds tells no day of birth")
    oldest, youngest = years.high.__floor__(), years.low.__ceil__()
    last = add_months(day, -12 * youngest)
    leap = (day.month, day.day) == (2, 28) and (last + _DAY).month == 2
    return add_months(day, -12 * (oldest + 1)) + _DAY, last + leap * _DAY
