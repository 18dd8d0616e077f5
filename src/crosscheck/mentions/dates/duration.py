"""Rules for durations and frequencies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from crosscheck.mentions.dates import tokens as t
from crosscheck.mentions.dates.clock import exact_number
from crosscheck.mentions.dates.reading import Reading
from crosscheck.mentions.dates.scene import Readings, Scene
from crosscheck.mentions.dates.tokens import Token

UNIT_NAMES = {
    "TS": "second", "TM": "minute", "TH": "hour", "D": "day", "BD": "working day", "WE": "weekend", "W": "week",
    "M": "month", "QU": "quarter", "HY": "half-year", "Y": "year", "DE": "decade", "CE": "century", "NI": "night",
    "QH": "quarter of an hour", "3QH": "three quarters of an hour",
}  # fmt: skip
"""English names of the units that packs use; TS, TM, TH are seconds, minutes, hours."""

_MULTIPLES: dict[str, tuple[int | Decimal, str]] = {
    "QU": (3, "M"), "HY": (6, "M"), "DE": (10, "Y"), "CE": (100, "Y"), "BD": (1, "D"), "NI": (1, "D"),
    "QH": (Decimal("0.25"), "TH"), "3QH": (Decimal("0.75"), "TH"),
}  # fmt: skip
_NUMBERS = t.CARDINAL + t.SHORT + t.NUMBER + t.YEAR + t.SECOND


def length(number: int | Decimal | None, unit: str) -> str:
    """Return the TIMEX3 value of *number* units, X where the number is not said: 'P3D', 'PT1.5H', 'PXY'."""
    count, letter = _MULTIPLES.get(unit, (1, unit))
    shown = "X" if number is None else _shown(number * count)
    return f"PT{shown}{letter[1]}" if letter[0] == "T" else f"P{shown}{letter}"


def _shown(number: int | Decimal) -> str:
    text = f"{number:f}" if isinstance(number, Decimal) else str(number)
    return text.rstrip("0").rstrip(".") if "." in text else text


def quantity(found: Sequence[Token]) -> int | Decimal | None:
    """Return the number that tokens before a unit say: 'two and a half' is 2.5, 'a' is 1, 'a few' None."""
    total: int | Decimal | None = None
    half = False
    if any(token.code == t.JOINER for token in found) and found[0].code == t.ONE:  # 'one and a half'
        total = 1
    for token in found:
        if token.code in _NUMBERS:
            number = exact_number(token)
            total = number if total is None or number is None else total + number
        elif token.code == t.HALF:
            half = True
        elif token.code == t.VAGUE:
            return None
    if half:
        return Decimal("0.5") if total is None else total + Decimal("0.5")
    if total is None and any(token.code == t.ONE for token in found):
        return 1
    return total


def duration(scene: Scene) -> Readings | None:
    """Read 'three days', 'half an hour', 'mehr als zwei Jahre', 'a few weeks'."""
    unit = scene.need(t.UNIT + t.UNITS)
    number = quantity(scene.found)
    if scene.pick(t.VAGUE) and unit.code == t.UNIT and unit.name in {"QU", "HY"}:
        return None
    if unit.code == t.UNIT and scene.pick(t.YEAR) and scene.pick("-") is None:  # 'the 1981 season'
        return None
    if unit.name == "QU" and unit.code == t.UNIT and scene.pick(_NUMBERS) is None:  # 'a quarter' is a fraction
        return None
    if unit.word in scene.words.apposed_ages and _stands_between_commas(scene):
        return ()
    if scene.pick(_NUMBERS) is None and len(unit.word) < 4 and scene.text[unit.start : unit.end].isupper():
        return None  # 'an SEC filing', 'an HR manager'
    if scene.found[0].code == t.ONE and _RATE.search(scene.text[max(0, scene.start - 48) : scene.start]):
        return None
    return (measured(scene, number, unit.name),)


_RATE = re.compile(r"[\d%](?:[ \t\xa0][\w'-]+){0,3}[ \t\xa0]$")
"""A number not far before: 'a year' after it says how often ('12 million tonnes a year')."""


def _stands_between_commas(scene: Scene) -> bool:
    """Return whether a number of years is the age of the person named before it: 'Marie Dupont, 58 ans, ...'."""
    named = _NAMED.search(scene.text, max(0, scene.start - _LONGEST_NAME), scene.start)
    return named is not None and named[1].isupper() and scene.text[scene.end : scene.end + 1] in {",", ")", ""}


_LONGEST_NAME = 24
_NAMED = re.compile(r"\b([^\W\d_])[^\W\d_]+, \Z")


def measured(scene: Scene, number: int | Decimal | None, unit: str, rule: str = "duration") -> Reading:
    """Return the duration of *number* units with its bounds as printed; None is more than one."""
    low, high, precision = bounds(number)
    hedge = scene.pick(t.APPROXIMATOR + t.HEDGE)
    if hedge is not None and hedge.word in scene.words.spanning and unit in _SPANNED and not _is_lasting(scene):
        hedge = None
    return Reading(
        kind="duration", start=scene.start, end=scene.end, rule=rule, literal=length(number, unit), unit=unit,
        mod=hedge.name if hedge else "", low=low, high=high, unit_name=UNIT_NAMES[unit], precision=precision,
    )  # fmt: skip


_SPANNED = frozenset({"D", "W", "M"})
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[ \t\xa0]\Z")


def _is_lasting(scene: Scene) -> bool:
    """Return whether the word before says that something took so long and more: 'it lasted over three days'."""
    word = _WORD_BEFORE.search(scene.text, max(0, scene.start - _LONGEST_NAME), scene.start)
    return word is not None and word[1].lower() in scene.words.lasting


def bounds(
    number: int | Decimal | None,
) -> tuple[int | Decimal | None, int | Decimal | None, int | Decimal | None]:
    """Return lowest and highest value that prints as *number*, and its place value; a vague plural is 2 or more."""
    if number is None:
        return 2, None, None
    if isinstance(number, int) or number == number.to_integral_value():
        whole = int(number)
        return whole, whole, 1
    place = Decimal(1).scaleb(int(number.as_tuple().exponent))
    return number - place / 2, number + place / 2, place


def duration_range(scene: Scene) -> Readings | None:
    """Read 'three to four weeks', 'sechs bis acht Monate': one duration between two numbers."""
    unit = scene.need(t.UNIT + t.UNITS).name
    tokens = [token for token in scene.found if token.code in _NUMBERS + t.ONE]
    low, high = (1 if token.code == t.ONE else exact_number(token) for token in tokens[:2])
    if low is None or high is None or low > high:
        return None
    return (
        Reading(
            kind="duration", start=scene.start, end=scene.end, rule="duration range", literal=length(high, unit),
            unit=unit, low=low, high=high, unit_name=UNIT_NAMES[unit],
        ),
    )  # fmt: skip


def bare_plural(scene: Scene) -> Readings | None:
    """Read 'for years', 'über Jahre': more than one unit, after a preposition; 'at weekends' says how often."""
    if scene.need(t.UNITS).name == "WE":
        return weekends(scene)
    return (measured(scene, None, scene.need(t.UNITS).name),)


def weekends(scene: Scene) -> Readings | None:
    """Read 'weekends' and 'all weekends'."""
    unit = scene.need(t.UNITS).name
    return _frequency(scene, length(1, unit)) if unit == "WE" else None


def recent_units(scene: Scene) -> Readings | None:
    """Read 'the last three days', 'in den vergangenen Jahren', 'the next few weeks'."""
    unit = scene.need(t.UNITS + t.UNIT)
    number = quantity(scene.found)
    numbered = scene.pick(_NUMBERS + t.VAGUE + t.HALF) is not None
    if unit.code == t.UNIT and not numbered:
        return None
    if not numbered and (scene.value(t.DIRECTION) or 0) > 0 and unit.name in "DWMY":
        return (
            Reading(kind="date", start=scene.start, end=scene.end, rule="future units", literal="FUTURE_REF"),
        )  # fmt: skip
    return (measured(scene, number, unit.name, "recent units"),)


def past_units(scene: Scene) -> Readings | None:
    """Read 'the past two years' from 'in the past two years', whose first words alone are PAST_REF."""
    lead = scene.need(t.REFERENCE)
    preposition, _, rest = lead.word.partition(" ")
    unit = scene.need(t.UNITS + t.UNIT)
    number = quantity(scene.found) if len(scene.found) > 2 or unit.code == t.UNITS else 1
    if lead.name != "PAST_REF" or not rest or preposition not in scene.words.hence:
        return None
    return (replace(measured(scene, number, unit.name, "recent units"), start=lead.end - len(rest)),)


def whole_unit(scene: Scene) -> Readings:
    """Read 'all day', 'den ganzen Tag', 'the whole week'."""
    return (measured(scene, 1, scene.need(t.UNIT).name, "whole unit"),)


def _frequency(scene: Scene, value: str) -> Readings:
    return (
        Reading(kind="frequency", start=scene.start, end=scene.end, rule="frequency", literal=value),
    )  # fmt: skip


def frequency_word(scene: Scene) -> Readings:
    """Read 'daily', 'jährlich', 'twice a day' as one word of the pack."""
    return _frequency(scene, scene.need(t.SET).name)


def every_unit(scene: Scene) -> Readings | None:
    """Read 'every day', 'alle zwei Tage', 'every other week', 'jeden zweiten Tag'."""
    unit = scene.need(t.UNIT + t.UNITS)
    step = scene.pick(t.ORDINAL + t.SECOND)
    number = step.number if step else quantity(scene.found)
    if scene.pick(t.VAGUE):
        number = None
    elif number is None:
        number = scene.need(t.EVERY).number
    return _frequency(scene, length(number, unit.name))


def every_weekday(scene: Scene) -> Readings:
    """Read 'every Monday', 'jeden Montagabend', 'mondays', 'montags'."""
    day = scene.need(t.WEEKDAY + t.WEEKLY + t.LONE_WEEKDAY).number
    part = scene.pick(t.PART + t.PART_ADVERB + t.PART_OR_TOMORROW + t.PARTS)
    return _frequency(scene, f"XXXX-WXX-{day}{'T' + part.name if part else ''}")


def every_nth_weekday(scene: Scene) -> Readings:
    """Read 'every third Wednesday of the month', 'the last Friday of each year', 'jeden zweiten Donnerstag'."""
    unit = scene.pick(t.UNIT)
    return _frequency(scene, length(1, unit.name)) if unit else every_weekday(scene)


def every_day_of_month(scene: Scene) -> Readings | None:
    """Read 'the 15th of every month' and 'am 15. jedes Monats'."""
    day = scene.need(t.ORDINAL).number
    if scene.need(t.UNIT).name != "M" or not 1 <= day <= 31:
        return None
    return _frequency(scene, f"XXXX-XX-{day:02}")


def every_part(scene: Scene) -> Readings:
    """Read 'every evening', 'jede Nacht'."""
    return _frequency(scene, f"T{scene.need(t.PART + t.PART_OR_TOMORROW + t.PARTS).name}")


def every_season(scene: Scene) -> Readings:
    """Read 'every summer', 'jeden Herbst', 'jeden Januar'."""
    token = scene.need(t.SEASON + t.LONE_SEASON + t.MONTH + t.LONE_MONTH + t.HOLIDAY)
    if token.code in t.MONTH + t.LONE_MONTH:
        return _frequency(scene, f"XXXX-{token.number:02}")
    return _frequency(scene, "P1Y" if token.code == t.HOLIDAY else f"XXXX-{token.name}")


def times_per_unit(scene: Scene) -> Readings | None:
    """Read 'three times a week', 'einmal im Monat', 'twice a year'."""
    if scene.need(t.TIMES).value is None and scene.pick(_NUMBERS) is None:
        return None
    return _frequency(scene, length(1, scene.need(t.UNIT).name))


def age(_scene: Scene) -> Readings:
    """Read nothing from '32 years old' and '31 Jahre alt': an age is a quantity, not a time."""
    return ()
