"""Rules for dates that name themselves: days, months, years, decades, quarters, seasons, feasts."""

from __future__ import annotations

import re

from crosscheck.mentions.dates import tokens as t
from crosscheck.mentions.dates.reading import Reading
from crosscheck.mentions.dates.scene import Readings, Scene
from crosscheck.mentions.dates.tokens import Token
from crosscheck.values.calendar import exists

_DAYS = t.SHORT + t.ORDINAL + t.SECOND
_MONTHS = t.MONTH + t.LONE_MONTH
_WEEKDAYS = t.WEEKDAY + t.LONE_WEEKDAY


def calendar_day(scene: Scene) -> Readings | None:
    """Read 'Thursday, 9 October 2014' in either order, and the spoken 'siebter vierter'."""
    month = scene.pick(_MONTHS) or [token for token in scene.found if token.code == t.ORDINAL][-1]
    day = _beside(scene, month)
    year = scene.value(t.YEAR)
    if not exists(year, month.number, day.number):
        return None
    return (
        Reading(
            kind="date", start=scene.start, end=scene.end, rule="day", year=year,
            month=month.number, day=day.number, weekday=scene.value(_WEEKDAYS),
        ),
    )  # fmt: skip


def _beside(scene: Scene, month: Token) -> Token:
    """Return the token of the day: the last before the month, else the first after it."""
    days = [token for token in scene.found if token.code in _DAYS]
    before = [token for token in days if token.start < month.start]
    return before[-1] if before else days[0]


def days_of_month(scene: Scene) -> Readings | None:
    """Read 'the 3rd, 4th and 5th of October': a reading for each day, the month printed once."""
    month, year = scene.need(_MONTHS).number, scene.value(t.YEAR)
    days = [token for token in scene.found if token.code in _DAYS]
    if not all(exists(year, month, day.number) for day in days):
        return None
    starts = [day.start for day in days]
    ends = [day.end for day in days]
    if scene.need(_MONTHS).start < starts[0]:
        starts[0] = scene.need(_MONTHS).start
    ends[-1] = scene.end
    return tuple(
        Reading(kind="date", start=start, end=end, rule="day of list", year=year, month=month, day=day.number)
        for day, start, end in zip(days, starts, ends, strict=True)
    )


def months_of_year(scene: Scene) -> Readings:
    """Read 'June and July 2014': a reading for each month, the year printed once."""
    tokens = [token for token in scene.found if token.code in _MONTHS]
    year = scene.value(t.YEAR)
    ends = [token.end for token in tokens[:-1]] + [scene.end]
    return tuple(
        Reading(kind="date", start=token.start, end=end, rule="month of list", year=year, month=token.number)
        for token, end in zip(tokens, ends, strict=True)
    )


def month(scene: Scene) -> Readings:
    """Read 'October 2014' and 'October'."""
    name, year = scene.need(_MONTHS), scene.value(t.YEAR)
    return (
        Reading(
            kind="date", start=scene.start, end=scene.end, rule="month", year=year, month=name.number,
            direction=scene.value(t.DIRECTION),
        ),
    )  # fmt: skip


def iso_day(scene: Scene) -> Readings | None:
    """Read '2014-11-20' and '2014-11-20T07:00'."""
    day, _, clock = scene.need(t.ISO).name.partition("T")
    year, month_, number = (int(part) for part in day.split("-"))
    if not exists(year, month_, number):
        return None
    return (
        Reading(
            kind="time" if clock else "date", start=scene.start, end=scene.end, rule="iso", year=year, month=month_,
            day=number, clock=f"T{clock}" if clock else "",
        ),
    )  # fmt: skip


def numeric_day(scene: Scene) -> Readings | None:
    """Read '20.11.2014', '11/20/2014', '2014/11/20', '28.10.' and '10/9', in doubt in the language's order."""
    token = scene.need(t.NUMERIC + t.PARTIAL + t.DOTTED)
    parts = [int(part) for part in re.split(r"[./-]\s?", token.name.rstrip("."))]
    year: int | None = None
    if len(parts) == 3:
        year = parts.pop(0) if parts[0] > 31 else parts.pop()
        if year < 100:
            year += 2000 if year < 50 else 1900
        if parts and token.name[:4].isdigit():
            parts.reverse()
    day, month_ = parts
    if scene.words.numeric_order == "mdy" and "." not in token.name and not token.name[:4].isdigit():
        day, month_ = month_, day
    if not exists(year, month_, day):
        day, month_ = month_, day
    if "." in token.name and not exists(year, parts[1], parts[0]):
        return None
    if not exists(year, month_, day):
        return None
    return (
        Reading(
            kind="date", start=scene.start, end=scene.end, rule="numeric day", year=year, month=month_, day=day,
            weekday=scene.value(_WEEKDAYS),
        ),
    )  # fmt: skip


def weekday(scene: Scene) -> Readings:
    """Read 'Thursday', 'last Thursday', 'am kommenden Freitag'."""
    return (
        Reading(
            kind="date", start=scene.start, end=scene.end, rule="weekday",
            weekday=scene.need(_WEEKDAYS).number, direction=scene.value(t.DIRECTION),
        ),
    )  # fmt: skip


def weekday_and_day(scene: Scene) -> Readings | None:
    """Read 'Tuesday the 11th', 'Dienstag, der 25.': the month is not said."""
    day = scene.need(t.ORDINAL).number
    if not 1 <= day <= 31:
        return None
    return (
        Reading(
            kind="date", start=scene.start, end=scene.end, rule="weekday and day",
            weekday=scene.need(_WEEKDAYS).number, day=day,
        ),
    )  # fmt: skip


def decade(scene: Scene) -> Readings:
    """Read 'the 1990s', 'den 60er Jahren'."""
    return (
        Reading(
            kind="date", start=scene.start, end=scene.end, rule="decade", literal=scene.need(t.DECADE).name,
        ),
    )  # fmt: skip


_PARTS_OF_YEAR = {"QU": ("Q", 4), "HY": ("H", 2)}


def ordinal_unit(scene: Scene) -> Readings | None:
    """Read 'the third quarter', 'im zweiten Halbjahr 2014', 'the 15th century'."""
    number = scene.need(t.ORDINAL + t.SECOND).number
    unit = scene.need(t.UNIT).name
    if unit == "CE" and 1 <= number <= 30:
        return (
            Reading(kind="date", start=scene.start, end=scene.end, rule="century", literal=f"{number - 1:02}"),
        )  # fmt: skip
    letter, most = _PARTS_OF_YEAR.get(unit, ("", 0))
    if not 1 <= number <= most:
        return None
    return _part_of_year(scene, f"{letter}{number}")


def half_of_year(scene: Scene) -> Readings | None:
    """Read 'the first half of 2014', 'the second half of the year'."""
    number = scene.need(t.ORDINAL + t.SECOND).number
    return _part_of_year(scene, f"H{number}") if number <= 2 else None


def quarter(scene: Scene) -> Readings:
    """Read 'Q3', 'Q3 2014', '2014-H1'."""
    return _part_of_year(scene, scene.need(t.QUARTER).name)


def season(scene: Scene) -> Readings:
    """Read 'im Herbst', 'spring 2014', 'last summer'."""
    return _part_of_year(scene, scene.need(t.SEASON + t.LONE_SEASON).name)


def _part_of_year(scene: Scene, code: str) -> Readings:
    return (
        Reading(
            kind="date", start=scene.start, end=scene.end, rule="part of year", year=scene.value(t.YEAR),
            part_of_year=code, direction=scene.value(t.DIRECTION),
        ),
    )  # fmt: skip


def holiday(scene: Scene) -> Readings:
    """Read 'Christmas', 'Easter Monday 2015', 'last Easter'."""
    return (
        Reading(
            kind="date", start=scene.start, end=scene.end, rule="feast", year=scene.value(t.YEAR),
            feast=scene.need(t.HOLIDAY).name, direction=scene.value(t.DIRECTION),
        ),
    )  # fmt: skip


def fiscal_year(scene: Scene) -> Readings:
    """Read 'fiscal 2014' (FY2014, which is no calendar year), 'Geschäftsjahr 2021/22' (FY2021), 'Saison 2014/15'."""
    token = scene.need(t.YEAR + t.YEAR_PAIR)
    literal = scene.need(t.FISCAL).name + token.word[:4]
    return (
        Reading(kind="date", start=scene.start, end=scene.end, rule="fiscal year", literal=literal),
    )  # fmt: skip


def year_pair(scene: Scene) -> Readings | None:
    """Read '2012-13' and '2007/08': two years in a row, the first of which is the value."""
    token = scene.need(t.YEAR_PAIR)
    if (int(token.word[:4]) + 1) % 100 != int(token.word[-2:]):
        return None
    return (
        Reading(kind="date", start=scene.start, end=scene.end, rule="year pair", literal=token.word[:4]),
    )  # fmt: skip


def named_year(scene: Scene) -> Readings | None:
    """Read 'the year 2014', 'im Jahr 1895'."""
    unit = scene.need(t.UNIT)
    if unit.name != "Y":
        return None
    year = scene.need(t.YEAR)
    return (
        Reading(kind="date", start=scene.start, end=scene.end, rule="named year", year=year.number),
    )  # fmt: skip


def numbered_week(scene: Scene) -> Readings | None:
    """Read 'week 31 of 2027' and 'KW 31': a calendar week. 'Week 3' alone may be any series'."""
    word, number = scene.need(t.UNIT), scene.need(t.SHORT).number
    year = scene.value(t.YEAR)
    if word.name != "W" or not 1 <= number <= 53 or (year is None and word.word not in scene.words.calendar_weeks):
        return None
    return (
        Reading(
            kind="date", start=scene.start, end=scene.end, rule="numbered week", year=year, part_of_year=f"W{number:02}"
        ),
    )  # fmt: skip


_COUNTED = re.compile(r"[ \t\xa0]*(?:%|[€$£°]|[A-ZÄÖÜ][a-zäöüß]{2,})|[.,]\d|-(?!\d{4}\b)\w|\w|['’]\w{2}")
_PLURAL = re.compile(
    r"[ \t\xa0](?!(?:was|is|has|as|its|this|his|us|does|yes|thus|plus|versus)\b)[a-z]{2,}s\b|%|[.,]\d|\w|-\w"
)
_LICENCES = t.IN + t.LICENCE + t.GENITIVE + t.RANGE + t.AFTER + t.BEFORE + t.MOD + "-"


def bare_year(scene: Scene) -> Readings | None:
    """Read '2014' where the context says that it is a year: a preposition, brackets, an article and a noun.

    In a language that names years without a preposition ('2007 wurde ...') it is one unless a noun follows, which it
    would count ('2014 Stimmen').
    """
    token = scene.need(t.YEAR)
    text, start, end = scene.text, token.start, token.end
    ahead = text[end : end + 24]
    behind = text[max(0, start - 2) : start]
    if behind[-1:] and (behind[-1] in "$£€#.:" or behind[-1].isalnum()):
        return None
    if scene.after in {t.RANGE, "-"} and scene.stop + 1 < len(scene.run) and scene.run[scene.stop + 1].code == t.NUMBER:
        return None
    bracketed = behind[-1:] in {"(", "["} and ahead[:1] in {")", "]", "-", "–", "/", ","}
    strict = _COUNTED if scene.words.bare_years else _PLURAL
    counted = strict.match(ahead) is not None
    strong = scene.before == t.LICENCE
    if scene.words.bare_years:
        good = bracketed or not counted or (strong and not ahead[:1].isalnum())
    else:
        licensed = (scene.before in _LICENCES and scene.before != "") or _continues_years(scene)
        good = bracketed or (licensed and not counted) or (scene.before == t.ARTICLE and _names_event(ahead))
    if not good:
        return None
    return (
        Reading(kind="date", start=start, end=end, rule="year", year=token.number),
    )  # fmt: skip


def _continues_years(scene: Scene) -> bool:
    """Return whether a year stands before, with but a joiner between: '2007, 2009 and 2011'."""
    before = "".join(token.code for token in scene.run[max(0, scene.first - 3) : scene.first])
    return _YEARS_BEFORE.search(before) is not None


_YEARS_BEFORE = re.compile(r"y(?:,?&|[,/b])t?$")
_EVENT = re.compile(r"(?:[ \t\xa0][A-Za-z]|[-–]\d{2})")


def _names_event(ahead: str) -> bool:
    """Return whether a noun follows that a year can mark: 'the 2014 by-election'."""
    return _EVENT.match(ahead) is not None
