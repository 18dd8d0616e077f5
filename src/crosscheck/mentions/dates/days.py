"""Rules for dates that name themselves: days, weekdays, months, feasts."""

from __future__ import annotations

import re

from crosscheck.mentions.dates import tokens as t
from crosscheck.mentions.dates.reading import Reading
from crosscheck.mentions.dates.scene import NOUN, Readings, Scene
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
    if not 1 <= day.number <= 31 or not 1 <= month.number <= 12:
        return None
    return (
        Reading(
            kind="date", start=scene.start, end=scene.end, rule=_day_rule(year, month.number, day.number), year=year,
            month=month.number, day=day.number, weekday=scene.value(_WEEKDAYS),
        ),
    )  # fmt: skip


def _day_rule(year: int | None, month: int, day: int) -> str:
    """Return the rule of a printed day: one that no calendar has ('31 June') is kept as printed, and says so."""
    return "day" if exists(year, month, day) else "no such day"


def _beside(scene: Scene, month: Token) -> Token:
    """Return the token of the day: the last before the month, else the first after it."""
    days = [token for token in scene.found if token.code in _DAYS]
    before = [token for token in days if token.start < month.start]
    return before[-1] if before else days[0]


def spelled_day(scene: Scene) -> Readings | None:
    """Read 'January twenty-five' where no noun follows ('in May twenty people'), 'six April 1733'."""
    name, day, year = scene.need(_MONTHS), scene.need(t.CARDINAL).value, scene.value(t.YEAR)
    counts = year is None and (scene.before == t.IN or (scene.after == "" and NOUN.match(scene.text, scene.end)))
    if counts or not isinstance(day, int) or not exists(year, name.number, day):
        return None
    return (
        Reading(
            kind="date", start=scene.start, end=scene.end, rule="day", year=year, month=name.number, day=day,
            weekday=scene.value(_WEEKDAYS),
        ),
    )  # fmt: skip


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


def month(scene: Scene) -> Readings | None:
    """Read 'October 2014' and 'October'; 'May' alone only after a preposition of months."""
    name, year = scene.need(_MONTHS), scene.value(t.YEAR)
    before = scene.run[scene.first - 1] if scene.first else None
    unfit = before and before.code == t.LICENCE and before.word not in scene.words.month_prepositions
    if name.code == t.LONE_MONTH and len(scene.found) == 1 and unfit:
        return None
    return (
        Reading(
            kind="date", start=scene.start, end=scene.end, rule="month", year=year, month=name.number,
            direction=scene.value(t.DIRECTION),
        ),
    )  # fmt: skip


def named_month(scene: Scene) -> Readings | None:
    """Read 'the month of October' and 'le mois d'octobre 2014'."""
    return month(scene) if scene.need(t.UNIT).name == "M" else None


def iso_day(scene: Scene) -> Readings | None:
    """Read '2014-11-20' and '2014-11-20T07:00'."""
    day, mark, clock = scene.need(t.ISO).name.partition("T")
    year, month_, number = (int(part) for part in day.split("-"))
    if not 1 <= month_ <= 12 or not 1 <= number <= 31:
        return None
    return (
        Reading(
            kind="time" if clock else "date", start=scene.start, end=scene.end,
            rule=_day_rule(year, month_, number), year=year, month=month_, day=number, clock=mark + clock,
        ),
    )  # fmt: skip


def numeric_day(scene: Scene) -> Readings | None:
    """Read '20.11.2014', '11/20/2014', '2014/11/20', '28.10.' and '10/9', in doubt in the language's order."""
    token = scene.need(t.NUMERIC + t.PARTIAL + t.DOTTED)
    alone = token.code != t.NUMERIC and "/" in token.word and scene.pick(_WEEKDAYS) is None
    if alone and scene.before != t.PARTIAL and not _on_day(scene):  # 'a rating of 6/10'
        return None
    if token.code == t.PARTIAL and token.word[-1] == "." and _ends_sentence(scene):
        return None
    if token.code == t.DOTTED and not scene.words.ordinal_dot:  # 'from 1.12 billion'
        return None
    year, month_, day = _numbers(token.name, scene.words.numeric_order)
    if not 1 <= day <= 31 or not 1 <= month_ <= 12 or (token.code != t.NUMERIC and not exists(year, month_, day)):
        return None
    return (
        Reading(
            kind="date", start=scene.start, end=scene.end, rule=_day_rule(year, month_, day), year=year, month=month_,
            day=day, weekday=scene.value(_WEEKDAYS),
        ),
    )  # fmt: skip


def _ends_sentence(scene: Scene) -> bool:
    """Return whether the dot after '6.1.' is the sentence's and no ordinal's: 'a magnitude of 6.1.'.

    So it is where the language writes no ordinals that way, and behind a noun that measures ('Stärke von 6.1.').
    """
    if not scene.words.ordinal_dot or not scene.first:
        return not scene.words.ordinal_dot
    words = scene.text[max(0, scene.start - _NEAR) : scene.run[scene.first - 1].start].split()
    return bool(words) and words[-1].lower() in scene.words.measures


_NEAR = 32


def _numbers(printed: str, order: str) -> tuple[int | None, int, int]:
    """Return year, month and day of digits: with dots the day is first, else *order* decides where both could be."""
    first, second, *rest = (int(part) for part in re.split(r"[./-]\s?", printed.rstrip(".")))
    if first > 31 and rest:
        return first, second, rest[0]
    year = rest[0] if rest else None
    if year is not None and year < 100:
        year += 2000 if year < 50 else 1900
    if "." in printed:
        return year, second, first
    month_, day = (first, second) if order == "mdy" else (second, first)
    return (year, month_, day) if exists(year, month_, day) else _swapped(year, month_, day)


def _swapped(year: int | None, month_: int, day: int) -> tuple[int | None, int, int]:
    """Return the other order of month and day where the calendar has it, or where this one is none at all."""
    if exists(year, day, month_) or month_ > 12:
        return year, day, month_
    return year, month_, day


def _on_day(scene: Scene) -> bool:
    """Return whether the word before is a preposition of days ('on'), or a joiner of dates."""
    before = scene.run[scene.first - 1] if scene.first else None
    return before is not None and (before.word in scene.words.day_prepositions or before.code in {",", t.JOINER})


def weekday(scene: Scene) -> Readings | None:
    """Read 'Thursday', 'last Thursday', 'am kommenden Freitag'; 'Fr' after 'am' only."""
    name, before = scene.need(_WEEKDAYS), scene.run[scene.first - 1] if scene.first else None
    licensed = before is None or before.code != t.LICENCE or before.word in scene.words.day_prepositions
    if name.code == t.LONE_WEEKDAY and not licensed:
        return None
    glued = scene.before == "-" and name.start >= 2 and scene.text[name.start - 2].isalpha()
    if glued and (scene.first < 2 or scene.run[scene.first - 2].code not in _WEEKDAYS):  # 'MIP-Montag'
        return None
    return (
        Reading(
            kind="date", start=scene.start, end=scene.end, rule="weekday",
            weekday=scene.need(_WEEKDAYS).number, direction=scene.value(t.DIRECTION),
        ),
    )  # fmt: skip


def weekday_and_day(scene: Scene) -> Readings | None:
    """Read 'Tuesday the 11th', 'Dienstag, der 25.': the month is not said."""
    token = scene.need(t.ORDINAL + t.SHORT)
    day = token.number
    counts = token.code == t.SHORT and (
        scene.after not in {"", "."} or NOUN.match(scene.text, scene.end)
    )  # 'Friday 31 people'
    if not 1 <= day <= 31 or counts or _numbers_noun(scene):
        return None
    return (
        Reading(
            kind="date", start=scene.start, end=scene.end, rule="weekday and day",
            weekday=scene.need(_WEEKDAYS).number, day=day,
        ),
    )  # fmt: skip


def _numbers_noun(scene: Scene) -> bool:
    """Return whether an ordinal without a comma before it numbers the noun behind: 'am Sonntag das 19. Festival'."""
    text = scene.text
    is_plain = scene.words.ordinal_dot and "," not in text[scene.start : scene.end]
    return is_plain and text[scene.end : scene.end + 1] == " " and text[scene.end + 1 : scene.end + 2].isupper()


_SENTENCE_GOES_ON = t.LICENCE + t.AT + t.IN + t.BEFORE + t.AFTER + t.JOINER
"""Classes after a day's number that show that it counts no noun."""


def day_alone(scene: Scene) -> Readings | None:
    """Read 'on the 18th' where no noun follows ('on the 18th hole'): the month is not said."""
    token = scene.need(t.ORDINAL)
    goes_on = scene.after != "" and scene.after in _SENTENCE_GOES_ON
    counts = not goes_on and NOUN.match(scene.text, scene.end)
    on = _on_day(scene) or (scene.before == t.GENITIVE and scene.run[scene.first - 2].name == "W")
    if not on or not token.word.isdigit() or not 1 <= token.number <= 31 or counts:
        return None
    return (
        Reading(kind="date", start=scene.start, end=scene.end, rule="day alone", day=token.number),
    )  # fmt: skip


def day_of_near_month(scene: Scene) -> Readings | None:
    """Read 'the 5th of last month', 'am 5. dieses Monats'; not 'the third this month'."""
    day, unit = scene.need(t.ORDINAL), scene.need(t.UNIT)
    alone = scene.pick(t.GENITIVE) is None and not (_on_day(scene) and day.word.isdigit())
    if unit.name != "M" or not 1 <= day.number <= 31 or alone:
        return None
    return (
        Reading(
            kind="date", start=scene.start, end=scene.end, rule="day of near month", day=day.number, unit="M",
            steps=t.steps_of(scene.need(t.DIRECTION).number), origin="published",
        ),
    )  # fmt: skip


def spoken_day(scene: Scene) -> Readings | None:
    """Read 'am siebten vierten' and 'am 7. vierter': day and month as two ordinals."""
    day, month_ = (token.number for token in scene.found if token.code == t.ORDINAL)
    year = scene.value(t.YEAR)
    if not _on_day(scene) or not exists(year, month_, day):
        return None
    return (
        Reading(kind="date", start=scene.start, end=scene.end, rule="day", year=year, month=month_, day=day),
    )  # fmt: skip


def holiday(scene: Scene, unit: str = "") -> Readings:
    """Read 'Christmas', 'Easter Monday 2015', 'last Easter'; with *unit* what lies around it."""
    return (
        Reading(
            kind="date", start=scene.start, end=scene.end, rule="feast", year=scene.value(t.YEAR),
            feast=scene.need(t.HOLIDAY).name, direction=scene.value(t.DIRECTION), unit=unit,
        ),
    )  # fmt: skip


def feast_weekend(scene: Scene) -> Readings | None:
    """Read 'Thanksgiving weekend', 'the weekend of Halloween'."""
    return holiday(scene, "WE") if scene.need(t.UNIT).name == "WE" else None
