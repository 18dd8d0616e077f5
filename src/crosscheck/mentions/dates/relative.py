"""Rules for dates told by their distance from the publication or from a date named before."""

from __future__ import annotations

import re

from crosscheck.mentions.dates import tokens as t
from crosscheck.mentions.dates.duration import UNIT_NAMES, measured, quantity
from crosscheck.mentions.dates.reading import Origin, Reading
from crosscheck.mentions.dates.scene import Readings, Scene

_NOUN = re.compile(r"[ \t\xa0]+\w")


def near_day(scene: Scene) -> Readings:
    """Read 'yesterday', 'today', 'übermorgen'."""
    return (
        Reading(
            kind="date", start=scene.start, end=scene.end, rule="near day", unit="D",
            steps=scene.need(t.DAY).number, origin="published",
        ),
    )  # fmt: skip


def tomorrow(scene: Scene) -> Readings:
    """Read 'morgen' where no day stands before it, which would make it the morning of that day."""
    return (
        Reading(
            kind="date", start=scene.start, end=scene.end, rule="near day", unit="D", steps=1, origin="published"
        ),
    )  # fmt: skip


def near_year(scene: Scene) -> Readings:
    """Read 'heuer', 'im Vorjahr'."""
    return (
        Reading(
            kind="date", start=scene.start, end=scene.end, rule="near year", unit="Y",
            steps=scene.need(t.YEAR_WORD).number, origin="published",
        ),
    )  # fmt: skip


def neighbour_day(scene: Scene) -> Readings:
    """Read 'the day before', 'am Tag zuvor', 'the next day': counted from the day named last."""
    return (
        Reading(
            kind="date", start=scene.start, end=scene.end, rule="neighbour day", unit="D",
            steps=scene.need(t.NEIGHBOUR).number, origin="text",
        ),
    )  # fmt: skip


def reference(scene: Scene) -> Readings | None:
    """Read 'now', 'kürzlich', 'in future': TIMEX3's PRESENT_REF, FUTURE_REF ...; not 'at the moment of impact'."""
    if scene.after == t.GENITIVE:
        return None
    return (
        Reading(
            kind="date", start=scene.start, end=scene.end, rule="reference", literal=scene.need(t.REFERENCE).name
        ),
    )  # fmt: skip


def near_unit(scene: Scene) -> Readings | None:
    """Read 'last week', 'this year', 'nächsten Monat'; hours and shorter are durations."""
    unit = scene.need(t.UNIT).name
    direction = scene.need(t.DIRECTION).number
    steps = t.steps_of(direction)
    if unit in {"TS", "TM"} or (unit == "D" and steps):  # 'a last minute push', 'the last day'
        return None
    if unit == "D" and not steps:  # 'an diesem Tag' is the day told of
        return same_unit(scene)
    if unit in {"TH", "NI"}:
        return (measured(scene, 1, unit),)
    if direction == t.PAST and unit != "WE":  # 'the past year' are twelve months up to now
        return (measured(scene, 1, unit, "recent units"),)
    return (
        Reading(
            kind="date", start=scene.start, end=scene.end, rule="near unit", unit=unit, steps=steps, origin="published"
        ),
    )  # fmt: skip


def next_but_one(scene: Scene) -> Readings | None:
    """Read 'the week after next' and 'the year before last'."""
    unit, direction = scene.need(t.UNIT).name, scene.need(t.DIRECTION).number
    after = scene.need(t.BEFORE + t.AFTER).code == t.AFTER
    if unit[0] == "T" or unit not in UNIT_NAMES or direction != (1 if after else -1):
        return None
    return (
        Reading(
            kind="date", start=scene.start, end=scene.end, rule="near unit", unit=unit, steps=2 * direction,
            origin="published",
        ),
    )  # fmt: skip


def near_fiscal_year(scene: Scene) -> Readings | None:
    """Read 'last fiscal year', 'dieses Schuljahr': FY2013, SY2014, which are no calendar years."""
    prefix = scene.need(t.FISCAL).name
    if not prefix:
        return None
    return (
        Reading(
            kind="date", start=scene.start, end=scene.end, rule="fiscal year", unit="Y",
            steps=t.steps_of(scene.need(t.DIRECTION).number), origin="published", prefix=prefix,
        ),
    )  # fmt: skip


def same_unit(scene: Scene) -> Readings | None:
    """Read 'the same day', 'im selben Jahr', 'an diesem Tag': the one named last."""
    unit = scene.need(t.UNIT).name
    if unit not in UNIT_NAMES or unit[0] == "T":
        return None
    return (
        Reading(kind="date", start=scene.start, end=scene.end, rule="same unit", unit=unit, origin="text"),
    )  # fmt: skip


def weekend(scene: Scene) -> Readings | None:
    """Read 'am Wochenende', 'at the weekend': the last or the next by the tense."""
    if scene.need(t.UNIT).name != "WE":
        return None
    return (
        Reading(kind="date", start=scene.start, end=scene.end, rule="weekend", unit="WE", origin="nearest"),
    )  # fmt: skip


def nth_unit(scene: Scene) -> Readings | None:
    """Read 'the last week of July', 'the third month of 2021', 'the 15th day of next month'."""
    unit, nth = scene.need(t.UNIT).name, scene.need(t.ORDINAL + t.SECOND + t.DIRECTION).number
    if unit not in {"D", "W", "M", "WE"} or not (nth > 0 or nth == -1):
        return None
    month, whole = scene.pick(t.MONTH + t.LONE_MONTH), [k for k in scene.found if k.code == t.UNIT][1:]
    direction = [token.number for token in scene.found if token.code == t.DIRECTION and token.number != nth]
    if month is None and not whole and scene.value(t.YEAR) is None:
        return None
    if whole and whole[0].name not in {"M", "Y"}:
        return None
    return (
        Reading(
            kind="date", start=scene.start, end=scene.end, rule="nth unit", nth=(nth, unit),
            month=month.number if month else None, year=scene.value(t.YEAR),
            unit=whole[0].name if whole else "", steps=t.steps_of(direction[0]) if direction else 0,
            origin="published" if whole else "",
        ),
    )  # fmt: skip


def nth_weekday(scene: Scene) -> Readings | None:
    """Read 'the last Friday of May', 'am ersten Montag des Monats'; without a whole that of no known week."""
    place, day = scene.need(t.ORDINAL + t.SECOND + t.DIRECTION), scene.need(t.WEEKDAY + t.LONE_WEEKDAY).number
    month, unit, year = scene.pick(t.MONTH + t.LONE_MONTH), scene.pick(t.UNIT), scene.value(t.YEAR)
    led = scene.pick(t.LICENCE)
    if (place.code == t.DIRECTION and place.number not in {-1, -2}) or (led and scene.words.genitives):
        return None
    if unit is not None and unit.name not in {"M", "Y"}:
        return None
    if month is None and unit is None:
        literal = f"XXXX-WXX-{day}"
        return (Reading(kind="date", start=scene.start, end=scene.end, rule="nth weekday", literal=literal),)
    shifts = [token.number for token in scene.found if token.code == t.DIRECTION and token is not place]
    return (
        Reading(
            kind="date", start=scene.start, end=scene.end, rule="nth weekday", nth=(place.number, str(day)), year=year,
            month=month.number if month else None, unit=unit.name if unit else "",
            steps=t.steps_of(shifts[0]) if shifts else 0, origin="published" if unit and year is None else "",
        ),
    )  # fmt: skip


def unit_of_now(scene: Scene) -> Readings | None:
    """Read 'the year' and 'the month' after 'end of' and 'in': the one of the publication."""
    unit, led = scene.need(t.UNIT).name, scene.before in {t.MOD, t.LATER, t.IN, t.GENITIVE, t.HEDGE}
    if (unit in {"D", "QU", "HY"} and scene.before != t.MOD) or scene.after == t.GENITIVE:
        return None  # 'in the week of the vote'
    if not led and (unit != "Y" or scene.found[0].word not in scene.words.now_articles or scene.after == ","):
        return None
    return (
        Reading(
            kind="date", start=scene.start, end=scene.end, rule="unit of now", unit=scene.need(t.UNIT).name,
            origin="published",
        ),
    )  # fmt: skip


def ago(scene: Scene) -> Readings | None:
    """Read 'two weeks ago', 'vor drei Tagen'."""
    return _distant(scene, -1, "published")


def hence(scene: Scene) -> Readings | None:
    """Read 'in three days', 'a week from now'; in a sentence about the past 'in three days' is a duration."""
    return _distant(scene, 1, "published" if scene.pick(t.FROM_NOW) else "hence")


def later(scene: Scene) -> Readings | None:
    """Read 'three days later', 'ein Jahr danach': counted from the date named last."""
    return _distant(scene, 1, "text")


def earlier(scene: Scene) -> Readings | None:
    """Read 'a year earlier', 'zwei Wochen zuvor': counted from the date named last."""
    return _distant(scene, -1, "text")


def _distant(scene: Scene, sign: int, origin: Origin) -> Readings | None:
    unit = scene.need(t.UNIT + t.UNITS)
    number = quantity(scene.found)
    if number is None and unit.code == t.UNIT and scene.pick(t.VAGUE) is None:  # 'im Jahr darauf'
        number = 1
        if scene.found[-1].code in t.BEFORE + t.AFTER and _NOUN.match(scene.text, scene.end):
            return None  # 'the year before independence'
    base = measured(scene, number, unit.name)
    if number is None:
        literal = "" if origin == "text" else ("PAST_REF" if sign < 0 else "FUTURE_REF")
        if not literal:
            return (base,)
        return (
            Reading(kind="date", start=scene.start, end=scene.end, rule="vague distance", literal=literal),
        )  # fmt: skip
    whole = int(number)
    if whole != number:
        return (base,)
    weeks = unit.name == "W"
    return (
        Reading(
            kind="time" if unit.name[0] == "T" else "date", start=scene.start, end=scene.end, rule="distance",
            literal=base.literal, unit="D" if weeks else unit.name, steps=sign * whole * (7 if weeks else 1),
            origin=origin, mod=base.mod,
            low=base.low, high=base.high, unit_name=base.unit_name, precision=base.precision,
        ),
    )  # fmt: skip
