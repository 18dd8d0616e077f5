"""Rules for years, their parts, and what is longer: quarters, seasons, decades, centuries."""

from __future__ import annotations

import re

from crosscheck.mentions.dates import tokens as t
from crosscheck.mentions.dates.reading import Reading
from crosscheck.mentions.dates.scene import Readings, Scene


def decade(scene: Scene) -> Readings | None:
    """Read 'the 1990s', 'den 60er Jahren'; not 'his 60s' nor '90er Wochen'."""
    unit, token = scene.pick(t.UNITS), scene.need(t.DECADE)
    if unit and unit.name != "Y":
        return None
    if len(token.word) == 2 and unit is None and not scene.before and scene.found[0].code != t.ARTICLE:
        return None
    return (
        Reading(
            kind="date", start=scene.start, end=scene.end, rule="decade", literal=token.name,
        ),
    )  # fmt: skip


def decade_of_years(scene: Scene) -> Readings | None:
    """Read 'les années 1990' and 'les années 80'."""
    number = scene.need(t.YEAR + t.SHORT)
    if scene.need(t.UNITS).word not in scene.words.decade_units or not number.word.endswith("0"):
        return None
    if len(number.word) not in {2, 4} or (scene.after and scene.after in t.UNIT + t.UNITS):
        return None
    literal = number.word[:3] if len(number.word) == 4 else ("19" if number.number > 20 else "20") + number.word[0]
    return (Reading(kind="date", start=scene.start, end=scene.end, rule="decade", literal=literal),)


_LAST_CENTURY = 30
_PARTS_OF_YEAR = {"QU": ("Q", 4), "HY": ("H", 2)}


def ordinal_unit(scene: Scene) -> Readings | None:
    """Read 'the third quarter', 'im zweiten Halbjahr 2014', 'the 15th century'."""
    number = scene.need(t.ORDINAL + t.SECOND).number
    unit = scene.need(t.UNIT).name
    if _is_fiscal(scene):
        return None
    if unit == "CE" and 1 <= number <= _LAST_CENTURY:
        return (
            Reading(kind="date", start=scene.start, end=scene.end, rule="century", literal=f"{number - 1:02}"),
        )  # fmt: skip
    letter, most = _PARTS_OF_YEAR.get(unit, ("", 0))
    if not 1 <= number <= most:
        return None
    return _part_of_year(scene, f"{letter}{number}")


def _is_fiscal(scene: Scene) -> bool:
    """Return whether a word beside says that a quarter is none of the calendar: 'fiscal third quarter'."""
    return t.FISCAL in {token.code for token in scene.run[max(0, scene.first - 1) : scene.stop + 2]}


def ordinal_units(scene: Scene) -> Readings | None:
    """Read 'the 16th to 18th century', 'the third and fourth quarters': a reading for each, the unit printed once."""
    unit, year = scene.need(t.UNIT + t.UNITS).name, scene.value(t.YEAR)
    letter, most = _PARTS_OF_YEAR.get(unit, ("", _LAST_CENTURY if unit == "CE" else 0))
    tokens = [token for token in scene.found if token.code in t.ORDINAL + t.SECOND]
    if not all(1 <= token.number <= most for token in tokens) or (letter and _is_fiscal(scene)):
        return None
    ends = [token.end for token in tokens[:-1]] + [scene.end]
    return tuple(
        Reading(
            kind="date", start=token.start, end=end, rule="part of list", year=year,
            literal="" if letter else f"{token.number - 1:02}",
            part_of_year=f"{letter}{token.number}" if letter else "",
        )
        for token, end in zip(tokens, ends, strict=True)
    )  # fmt: skip


def half_of_year(scene: Scene) -> Readings | None:
    """Read 'the first half of 2014', 'the second half of the year'."""
    number = scene.need(t.ORDINAL + t.SECOND).number
    return _part_of_year(scene, f"H{number}") if number <= 2 else None


def quarter(scene: Scene) -> Readings:
    """Read 'Q3', 'Q3 2014', '2014-H1'."""
    return _part_of_year(scene, scene.need(t.QUARTER).name)


def season(scene: Scene) -> Readings | None:
    """Read 'im Herbst', 'spring 2014', 'last summer'; not 'Winter-Biathlon'."""
    if _COMPOUND.match(scene.text, scene.end):
        return None
    return _part_of_year(scene, scene.need(t.SEASON + t.LONE_SEASON).name)


_COMPOUND = re.compile(r"-[^\W\d_]")


def _part_of_year(scene: Scene, code: str) -> Readings:
    return (
        Reading(
            kind="date", start=scene.start, end=scene.end, rule="part of year", year=scene.value(t.YEAR),
            part_of_year=code, direction=scene.value(t.DIRECTION),
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
    """Read '2012-13' and '2007/08': two years in a row, the first of which is the value; '2015-03' is a month."""
    token = scene.need(t.YEAR_PAIR)
    year, tail = int(token.word[:4]), int(token.word[-2:])
    if token.word[4] == "-" and year >= _MODERN and 1 <= tail <= 12 and tail < year % 100:
        return (Reading(kind="date", start=scene.start, end=scene.end, rule="month", year=year, month=tail),)
    if (int(token.word[:4]) + 1) % 100 != int(token.word[-2:]):
        return None
    return (
        Reading(kind="date", start=scene.start, end=scene.end, rule="year pair", literal=token.word[:4]),
    )  # fmt: skip


_MODERN = 2000
"""The first year whose last two digits a span of years would not run past: '1998-02' may end in 2002."""


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
    """Read 'week 31 of 2027', 'week 3 of last year' and 'KW 31': a calendar week. 'Week 3' alone may be any series'."""
    word, number = scene.need(t.UNIT), scene.need(t.SHORT).number
    year, whole = scene.value(t.YEAR), scene.found[-1]
    near = scene.value(t.DIRECTION) if whole.name == "Y" else None
    lone = year is None and near is None
    if word.name != "W" or not 1 <= number <= 53 or (lone and word.word not in scene.words.calendar_weeks):
        return None
    return (
        Reading(
            kind="date", start=scene.start, end=scene.end, rule="numbered week", year=year,
            part_of_year=f"W{number:02}", unit="" if near is None else "Y", steps=t.steps_of(near or 0),
            origin="" if near is None else "published",
        ),
    )  # fmt: skip
