"""Readings held against the calendar: the day of publication, the tense of the sentence, the days named before."""

from __future__ import annotations

from datetime import date, timedelta

from crosscheck.mentions.dates.reading import Reading
from crosscheck.mentions.dates.tense import Tense
from crosscheck.mentions.dates.tokens import COMING, steps_of
from crosscheck.values import calendar


def resolve(reading: Reading, published: date | None, focus: date | None, tense: Tense) -> str:
    """Return the TIMEX3 value of *reading* in a text of *published* whose last named day is *focus*.

    A date without a year is the one nearest to the publication on the side of the tense. What cannot be told stays X.
    """
    if reading.literal and not reading.origin:
        return reading.literal
    try:
        value = _date(reading, published, focus, tense)
    except (ValueError, OverflowError):  # the calendar has no such day, or ends before it
        value = "XXXX-XX-XX"
    if reading.nth:
        value = _nth(value, *reading.nth)
    if reading.shifts and len(value) in {7, 10} and value[0] != "X":
        value = _shifted(date.fromisoformat(f"{value}-01"[:10]), reading.shifts)[: len(value)]
    if reading.week and (days := calendar.period(value)):
        return calendar.week(days[0])
    if reading.clock:
        return value + reading.clock
    return f"{value}T{reading.part}" if reading.part else value


def _nth(whole: str, number: int, unit: str) -> str:
    """Return the *number*th *unit* of the period *whole*, the last where it is -1; the whole where it has none such.

    A unit in digits is a weekday, Monday 1.
    A week of a month is the calendar week with the month's first, second, ... Monday to Sunday that lies in it mostly.
    """
    days = calendar.period(whole)
    if days is None:
        return whole
    first, last = days
    if unit == "M":
        moved = calendar.add_months(first, number - 1 if number > 0 else 11)
        return f"{moved:%Y-%m}" if moved <= last else whole
    if unit.isdigit():
        return _nth_weekday(whole, first, last, number, int(unit))
    if unit == "D":
        day = first + timedelta(days=number - 1) if number > 0 else last
        return day.isoformat() if day <= last else whole
    middle = timedelta(days=3)
    start = first - timedelta(days=first.isoweekday() - 1)
    if start + middle < first:
        start += timedelta(weeks=1)
    end = last - timedelta(days=last.isoweekday() - 1)
    if end + middle > last:
        end -= timedelta(weeks=1)
    monday = start + timedelta(weeks=number - 1) if number > 0 else end
    return calendar.week(monday) + ("-WE" if unit == "WE" else "") if monday <= end else whole


def _nth_weekday(whole: str, first: date, last: date, number: int, weekday: int) -> str:
    """Return the *number*th *weekday* from *first* to *last*, counted from the end where the number is negative."""
    if number > 0:
        day = first + timedelta(days=(weekday - first.isoweekday()) % 7, weeks=number - 1)
    else:
        day = last - timedelta(days=(last.isoweekday() - weekday) % 7, weeks=-number - 1)
    return day.isoformat() if first <= day <= last else whole


def _shifted(day: date, shifts: tuple[tuple[str, int], ...]) -> str:
    for unit, steps in shifts:
        day = _move(day, unit, steps)
    return day.isoformat()


def _date(reading: Reading, published: date | None, focus: date | None, tense: Tense) -> str:
    if reading.day and reading.origin and not reading.month:
        return f"{shift(published, reading.unit, reading.steps)}-{reading.day:02}"
    if reading.day and not reading.month:
        return _day_of_month(reading.weekday, reading.day, published, tense)
    if reading.weekday and not reading.month:
        return _weekday(reading, published, tense)
    if reading.origin == "nearest":
        return _weekend(published, tense)
    if reading.origin and not (reading.month or reading.part_of_year or reading.feast):
        base = focus if reading.origin == "text" else published
        return reading.prefix + shift(base, reading.unit, reading.steps)
    if reading.month or reading.part_of_year or reading.feast:
        return _in_year(reading, _year(reading, published, tense))
    if reading.year is not None:
        return f"{reading.year:04}"
    return _time_of_day(reading, published, focus)


def _time_of_day(reading: Reading, published: date | None, focus: date | None) -> str:
    """Return the day of a time that names none: what stands before it, or with 'last' and 'this' the publication's."""
    if reading.direction is not None:
        if published is None:
            return "XXXX-XX-XX"
        return (published + timedelta(days=steps_of(reading.direction))).isoformat()
    return focus.isoformat() if focus else ""


def _weekend(published: date | None, tense: Tense) -> str:
    """Return the weekend that holds the publication, else the one before it, or after it where the tense says so."""
    if published is None:
        return "XXXX-WXX-WE"
    back = 1 if tense == "past" and published.isoweekday() < 6 else 0
    return shift(published, "WE", -back)


def _day_of_month(weekday: int | None, day: int, published: date | None, tense: Tense) -> str:
    """Return the day of that number nearest to the publication on which the weekday falls, if one is said."""
    if published is None:
        return f"XXXX-XX-{day:02}"
    first = published.replace(day=1)
    starts = [calendar.add_months(first, n) for n in range(-6, 7)]
    days = [start.replace(day=day) for start in starts if calendar.exists(start.year, start.month, day)]
    days.sort(key=lambda d: abs((d - published).days))
    fitting = [d for d in days if weekday is None or d.isoweekday() == weekday]
    sided = [d for d in fitting if (d >= published if tense == "future" else d <= published)]
    best = (sided if tense and sided else fitting or days)[0]
    return best.isoformat()


def _weekday(reading: Reading, published: date | None, tense: Tense) -> str:
    weekday = reading.weekday or 1
    if reading.rule == "weekday of distance":
        return _weekday_of_distance(reading, weekday, published)
    if reading.after:
        return calendar.nearest_weekday(reading.after, weekday, 1).isoformat()
    if published is None:
        return f"XXXX-WXX-{weekday}"
    direction = reading.direction
    if reading.origin or direction == 0:
        monday = published - timedelta(days=published.isoweekday() - 1) + timedelta(weeks=reading.steps)
        return (monday + timedelta(days=weekday - 1)).isoformat()
    day = timedelta(days=1)
    if direction is None:
        return calendar.nearest_weekday(published, weekday, 1 if tense == "future" else -1).isoformat()
    if direction < 0:
        return calendar.nearest_weekday(published - day, weekday, -1).isoformat()
    if direction == COMING:
        return calendar.nearest_weekday(published + day, weekday, 1).isoformat()
    monday = published - day * (published.isoweekday() - 1) + timedelta(weeks=direction)
    return (monday + day * (weekday - 1)).isoformat()


def _weekday_of_distance(reading: Reading, weekday: int, published: date | None) -> str:
    """Return the weekday nearest to the day that lies so far off: 'two weeks ago on Friday'."""
    if published is None:
        return f"XXXX-WXX-{weekday}"
    first = _move(published, reading.unit, reading.steps) - timedelta(days=3)
    return calendar.nearest_weekday(first, weekday, 1).isoformat()


def shift(base: date | None, unit: str, steps: int) -> str:
    """Return the unit that lies *steps* units from the one that holds *base*, as precise as the unit."""
    if base is None:
        return _UNKNOWN.get(unit, "XXXX-XX-XX")
    moved = _move(base, unit, steps)
    match unit:
        case "D" | "BD":
            return moved.isoformat()
        case "W":
            return calendar.week(moved)
        case "WE":
            return f"{calendar.week(moved)}-WE"
        case "M":
            return f"{moved:%Y-%m}"
        case "QU":
            return f"{moved.year:04}-Q{(moved.month + 2) // 3}"
        case "HY":
            return f"{moved.year:04}-H{(moved.month + 5) // 6}"
        case "DE":
            return f"{moved.year // 10:03}"
        case "CE":
            return f"{moved.year // 100:02}"
    return f"{moved.year:04}"


_UNKNOWN = {"W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Y": "XXXX", "QU": "XXXX-QX", "HY": "XXXX-HX",
            "DE": "XXX", "CE": "XX"}  # fmt: skip
_MONTHS = {"M": 1, "QU": 3, "HY": 6, "Y": 12, "DE": 120, "CE": 1200}


def _move(day: date, unit: str, steps: int) -> date:
    if unit in {"D", "BD"}:
        return day + timedelta(days=steps)
    if unit in {"W", "WE"}:
        return day + timedelta(weeks=steps)
    return calendar.add_months(day, steps * _MONTHS.get(unit, 12))


def _in_year(reading: Reading, year: int | None) -> str:
    """Return the date that the reading names in *year*; X where the year is not known."""
    shown = "XXXX" if year is None else f"{year:04}"
    if reading.feast:
        if year is not None:
            day = calendar.feast(reading.feast, year)
            return _weekend_of(day) if reading.unit == "WE" else day.isoformat()
        return f"XXXX-{reading.feast}" if len(reading.feast) == 5 else "XXXX"
    if reading.part_of_year:
        return f"{shown}-{reading.part_of_year}"
    return f"{shown}-{reading.month:02}" + (f"-{reading.day:02}" if reading.day else "")


def _weekend_of(day: date) -> str:
    """Return the weekend that goes with a feast: the one before a Monday or Tuesday, else that of its week."""
    return calendar.week(day - timedelta(days=2)) + "-WE"


def _year(reading: Reading, published: date | None, tense: Tense) -> int | None:
    """Return the year of a date that may not print it."""
    if reading.year is not None or published is None:
        return reading.year
    if reading.origin:
        return published.year + reading.steps
    near = _periods(reading, published.year, 1)
    periods = near or _periods(reading, published.year, _LEAP)
    direction = reading.direction
    if direction == 0:
        return published.year
    if direction is not None:
        sides = [p for p in periods if (p[2] < published if direction < 0 else p[1] > published)]
        return (sides[-1] if direction < 0 else sides[0])[0] if sides else published.year
    if not periods:
        return None  # no year has a 30 February
    sided = [p for p in periods if (p[2] >= published if tense == "future" else p[1] <= published)]
    nearest = min(sided if tense and sided else periods, key=lambda p: _distance(p[1], p[2], published))
    if near and reading.day and _distance(nearest[1], nearest[2], published) > _FAR:
        nearest = min(periods, key=lambda p: _distance(p[1], p[2], published))
    return nearest[0]


def _periods(reading: Reading, middle: int, reach: int) -> list[tuple[int, date, date]]:
    """Return the years around *middle* that have the date, each with its first and last day."""
    years = range(middle - reach, middle + reach + 1)
    return [(year, *days) for year in years if (days := calendar.period(_in_year(reading, year)))]


_LEAP = 8
"""Years after which a 29 February comes again at the latest."""
_FAR = 300
"""Days beyond which a day is printed with its year, whatever the tense of the clause says."""


def _distance(first: date, last: date, day: date) -> int:
    """Return how many days lie between *day* and the period; 0 inside it."""
    return max((first - day).days, (day - last).days, 0)
