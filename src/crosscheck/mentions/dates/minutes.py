"""Rules for minutes before and after the hour: 'half past seven', 'zehn nach vier', 'at five to twelve'."""

from __future__ import annotations

import re

from msgspec.structs import replace

from crosscheck.mentions.dates import tokens as t
from crosscheck.mentions.dates.clock import exact_number, time_of_day
from crosscheck.mentions.dates.reading import Reading
from crosscheck.mentions.dates.scene import NOUN, Readings, Scene

_COUNTED = re.compile(r"[ \t\xa0]*[%€$£A-ZÄÖÜ]|[.,:]\d|-\w")
"""What is counted where all that could be is written with a capital letter."""


def clock_words(scene: Scene) -> Readings | None:
    """Read 'half past seven', 'quarter to eight', 'halb acht', 'Viertel nach 8'."""
    hour = exact_number(scene.need(t.SHORT + t.CARDINAL + t.ORDINAL))
    minutes = scene.need(t.CLOCK_OFFSET).number
    if not isinstance(hour, int) or not 0 <= hour <= 24:
        return None
    at_one = hour == 1 and minutes < 0  # 'halb eins' is after noon
    reading = _at_minutes(scene, hour * 60 + minutes + 12 * 60 * at_one)
    dot = scene.text[reading.end - 1] == "." and scene.found[-1].code == t.ORDINAL  # the sentence's, not the number's
    return (replace(reading, end=reading.end - dot),)


def minutes_past(scene: Scene) -> Readings | None:
    """Read '20 minutes past eight', 'zehn nach acht', 'ten minutes to five'."""
    minutes, hour = [token.value for token in scene.found if token.code in t.SHORT + t.CARDINAL]
    if not isinstance(hour, int) or not isinstance(minutes, int):  # 'anderthalb'
        return None
    word = scene.need(t.DIRECTION + t.AFTER + t.RANGE + t.VOR)
    past, before = word.word in scene.words.clock_past, word.word in scene.words.clock_to
    if not 0 < minutes < 60 or not 0 < hour <= 24 or not (past or before):
        return None
    if word.code == t.RANGE and scene.pick(t.UNITS) is None:  # 'five to seven' is a range
        return None
    return (_at_minutes(scene, hour * 60 + (minutes if past else -minutes)),)


def minutes_of_clock(scene: Scene) -> Readings | None:
    """Read 'um zehn nach vier', 'at five to twelve', 'um fünf nach halb sechs': what stands before tells the clock.

    What is counted behind it makes it a range or an order after all: 'at five to seven sites', 'um 3 nach 5 Prozent'.
    """
    minutes, hour = [token.value for token in scene.found if token.code in t.SHORT + t.CARDINAL]
    word = scene.need(t.LICENCE + t.DIRECTION + t.AFTER + t.RANGE + t.VOR)
    past, before = word.word in scene.words.clock_past, word.word in scene.words.clock_to
    if not isinstance(hour, int) or not isinstance(minutes, int) or not (past or before):
        return None
    if not 0 < minutes < 60 or not 0 < hour <= 24 or _is_counted(scene, is_range=word.code == t.RANGE):
        return None
    half = scene.pick(t.CLOCK_OFFSET)
    return (_at_minutes(scene, hour * 60 + (minutes if past else -minutes) + (half.number if half else 0)),)


def _is_counted(scene: Scene, *, is_range: bool) -> bool:
    """Return whether two numbers are of what follows, or a range of hours in digits ('at 5 to 6 pm')."""
    if is_range and scene.pick(t.SHORT):
        return True
    noun = NOUN if is_range else _COUNTED
    return not scene.pick(t.CLOCK_WORD) and bool(noun.match(scene.text, scene.end))


def _at_minutes(scene: Scene, minutes: int) -> Reading:
    """Return the time so many minutes after midnight; the scene's mark of the afternoon tells of which half day."""
    total = minutes % (24 * 60)
    word = scene.pick(t.CLOCK_WORD)
    if word and word.name == "PM" and total < 12 * 60:
        total += 12 * 60
    return time_of_day(scene, f"T{total // 60:02}:{total % 60:02}", None)
