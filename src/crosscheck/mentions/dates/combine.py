"""Neighbouring readings that make one expression: a day and its time, a weekday and its week, 'late' and its month."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from crosscheck.languages.dates import DateWords
from crosscheck.mentions.dates import tokens as t
from crosscheck.mentions.dates.clock import at_part
from crosscheck.mentions.dates.duration import UNIT_NAMES
from crosscheck.mentions.dates.reading import Reading
from crosscheck.mentions.dates.tokens import Token

Placed = tuple[Reading, int, int]
"""A reading with its first token and the one past its last."""

_DAY_THEN_TIME = re.compile(r",?[i@]?a?t?|-")
_TIME_THEN_DAY = re.compile(r"c?t?|gt?|i?")
_PART_THEN_CLOCK = re.compile(r"[@c]?")
_CLOCK_THEN_PART = re.compile(r"i?t?")
_WEEK_AND_DAY = re.compile(r",?[icg]?t?")
_SIDES = {t.BEFORE: "BEFORE", t.AFTER: "AFTER"}
"""'today before 4 pm'."""
_ON_DAY = re.compile(r",?c?")
_OF_YEAR = re.compile(r"[gic]?t?")
_RANGE = re.compile(r"[b-]c?t?")
_TO_NIGHT = re.compile(r"[cg]?t?")
"""'the night of 8', 'die Nacht von Montag'."""
_MOD_GAP = re.compile(r"-?[gic]?t?")
_ORDER = tuple(UNIT_NAMES)
_MODS = {t.EARLIER: "START", t.LATER: "END"}
"""'earlier this week', 'later today'."""


def combine(placed: Sequence[Placed], tokens: Sequence[Token], words: DateWords) -> list[Reading]:
    """Return the readings in text order, neighbours that make one expression as one.

    Of two parts of one word ('Montagabend') that remain apart, the first stands for it.
    """
    done: list[Placed] = []
    for entry in placed:
        floor = done[-1][2] if done else 0
        current = _with_mod(_week_of(entry, tokens, floor), tokens, floor)
        if done and (night := _night(done, current, tokens, words)):
            done, current = night
        elif done:
            done[-1], current = _range(done[-1], current, tokens, words)
        while done and (joined := _join(done[-1], current, tokens, words)):
            done.pop()
            current = joined
        done.append(current)
    readings = [reading for reading, _, _ in done]
    readings = [*map(_of_same_day, readings, (*readings[1:], None))]
    return [b for a, b in zip([None, *readings], readings, strict=False) if a is None or a.end <= b.start]


def _of_same_day(a: Reading, b: Reading | None) -> Reading:
    """Return *a*, a time of day that a range begins with as that of the day told behind its end *b*, if it is one.

    'From 4 pm to 9 pm on Friday'; from 10 pm to 2 am on Friday may have begun the day before.
    """
    if b is None or (a.side, b.side) != ("first", "last") or not (a.is_time_alone and b.names_day):
        return a
    if not a.clock or a.clock >= b.clock:
        return a
    return replace(b, start=a.start, end=a.end, clock=a.clock, part=a.part, mod=a.mod, side=a.side)


def _week_of(entry: Placed, tokens: Sequence[Token], floor: int) -> Placed:
    """Return the week that holds the day where one says so: 'the week of November 10'."""
    reading, first, stop = entry
    if not reading.names_day or reading.kind != "date" or tokens[first - 1].code not in {t.GENITIVE, t.ARTICLE}:
        return entry
    at = first - 1 - (tokens[first - 1].code == t.ARTICLE)
    if at - 1 < floor or tokens[at].code != t.GENITIVE or tokens[at - 1].code != t.UNIT or tokens[at - 1].name != "W":
        return entry
    start = at - 1 - (at - 2 >= floor and tokens[at - 2].code == t.ARTICLE)
    return replace(reading, start=tokens[start].start, week=True, rule="week of day"), start, stop


def _with_mod(entry: Placed, tokens: Sequence[Token], floor: int) -> Placed:
    """Return the reading with the mod word before it: 'early October', 'Anfang dieser Woche', 'mid-2014'."""
    reading, first, stop = entry
    if reading.kind not in {"date", "time"} or reading.literal.endswith("_REF") or reading.rule == "distance":
        return entry
    for at in range(first - 1, max(first - 5, floor) - 1, -1):
        mod = _MODS.get(tokens[at].code) or (tokens[at].name if tokens[at].code == t.MOD else "")
        if mod:
            gap = "".join(token.code for token in tokens[at + 1 : first])
            if _MOD_GAP.fullmatch(gap):
                return replace(reading, start=tokens[at].start, mod=mod), at, stop
            break
    return entry


def _night(
    done: Sequence[Placed], end: Placed, tokens: Sequence[Token], words: DateWords
) -> tuple[list[Placed], Placed] | None:
    """Return the night between the last day of *done* and the next day, *end*, as one reading, and what stands before.

    'the night of 8 to 9 November' is called by the day on which it begins, 'die Nacht von Montag auf Dienstag' by the
    other, as 'die Nacht zum Dienstag' is. None where no night is named, or the days do not follow each other.
    """
    *before, (night, first, between) = done
    if before and not night.part and before[-1][0].is_time_alone:
        *before, (night, first, at) = before
        if _TO_NIGHT.fullmatch("".join(token.code for token in tokens[at : done[-1][1]])) is None:
            return None
    begin, (last, start, stop) = done[-1][0], end
    if night.part != "NI" or night.clock or last.part or last.clock or not _follow(begin, last):
        return None
    leads = any(token.word in words.night_leads for token in tokens[between:start])
    if not leads and start > between and not _is_range(tokens[between:start], words):
        return None
    of_day = last if leads else replace(begin, month=begin.month or last.month, year=begin.year or last.year)
    joined = replace(of_day, kind="time", part="NI", start=night.start, end=last.end, mod=night.mod, side="")
    return before, (joined, first, stop)


def _follow(begin: Reading, end: Reading) -> bool:
    """Return whether two readings name a day and the one after it, as far as they tell."""
    if begin.weekday and end.weekday:
        return (end.weekday - begin.weekday) % 7 == 1
    return bool(begin.day and end.day) and end.day in {1, (begin.day or 0) + 1}


def _range(left: Placed, right: Placed, tokens: Sequence[Token], words: DateWords) -> tuple[Placed, Placed]:
    """Mark both ends of a range ('from 3 May to 9 June 2013'); a year printed once is both's."""
    (a, first, between), (b, start, stop) = left, right
    if a.kind not in {"date", "time"} or b.kind != a.kind or start < between:
        return left, right
    if not _is_range(tokens[between:start], words):
        return left, right
    if a.month and b.month and a.year is None and b.year is not None:
        a = replace(a, year=b.year - (a.month > b.month))
    return (replace(a, side="first"), first, between), (replace(b, side="last"), start, stop)


def _is_range(gap: Sequence[Token], words: DateWords) -> bool:
    """Return whether what stands between two readings makes a range of them."""
    codes = [t.RANGE if token.word in words.ranges else token.code for token in gap]
    return _RANGE.fullmatch("".join(codes)) is not None


def _join(left: Placed, right: Placed, tokens: Sequence[Token], words: DateWords) -> Placed | None:
    a, first, between = left
    b, start, stop = right
    if start < between:
        return None
    gap = "".join(token.code for token in tokens[between:start])
    if gap.startswith(t.LICENCE) and tokens[between].word not in words.day_prepositions:
        gap = gap.replace(t.LICENCE, t.UNKNOWN)  # '7 Uhr von Montag bis Freitag'
    if gap.startswith(t.RANGE) and tokens[between].word in words.clock_prepositions:
        gap = t.AT + gap[1:]  # 'mardi à 19 h'
    joined = _day_and_time(a, b, gap) or _parts_of_time(a, b, gap) or _lengths(a, b, gap) or _weekday_ago(a, b, gap)
    if joined is None:
        joined = _within(a, b, gap.replace(t.UNKNOWN, t.LICENCE))
    if joined is None:
        counted = start == between + 1 and tokens[between].word in words.counted_from
        joined = _distance(a, b, t.FROM_NOW if counted else gap)
    return (replace(joined, start=a.start, end=b.end, side=a.side or joined.side), first, stop) if joined else None


def _day_and_time(a: Reading, b: Reading, gap: str) -> Reading | None:
    """'Friday at 9 am', '7 am on Friday', 'yesterday evening', 'every Monday at 4 pm'."""
    if a.kind == "frequency" and b.is_time_alone and _DAY_THEN_TIME.fullmatch(gap):
        return replace(a, literal=_at(a.literal, b))
    if b.kind == "frequency" and a.is_time_alone and gap == "":
        return replace(b, literal=_at(b.literal, a))
    if a.feast or b.feast:  # each says enough alone
        return None
    if a.names_day and not a.clock and b.is_time_alone and b.clock and gap in _SIDES:
        return replace(a, kind="time", clock=b.clock, mod=_SIDES[gap])
    if a.names_day and a.rule != "day of list" and b.is_time_alone and not a.clock and _DAY_THEN_TIME.fullmatch(gap):
        if a.part and b.part:
            return None
        clock = at_part(b.clock, a.part) if b.clock else ""
        return replace(a, kind="time", clock=clock, part=b.part or a.part, mod=a.mod or b.mod)
    if a.is_time_alone and b.names_day and not b.clock and _TIME_THEN_DAY.fullmatch(gap):
        clock = at_part(a.clock, b.part) if a.clock else ""
        return replace(b, kind="time", clock=clock, part=a.part or b.part, mod=a.mod or b.mod)
    return None


_CLOCK = re.compile(r"T\d")


def _at(literal: str, time: Reading) -> str:
    """Return the value of a frequency with its time of day: 'P1D' at 'T15' is 'T15'."""
    if time.part and not time.clock and _CLOCK.match(literal):  # 'every day at 3 in the afternoon'
        return at_part(literal, time.part)
    clock = time.clock or f"T{time.part}"
    return literal.partition("T")[0] + clock if literal.startswith("XXXX") else clock


def _parts_of_time(a: Reading, b: Reading, gap: str) -> Reading | None:
    """'morgens um 7 Uhr', '8:00 in the evening'."""
    if a.is_time_alone and a.part and not a.clock and b.is_time_alone and b.clock and _PART_THEN_CLOCK.fullmatch(gap):
        return replace(b, clock=at_part(b.clock, a.part), direction=a.direction)
    if a.clock and not a.part and b.is_time_alone and b.part and not b.clock and _CLOCK_THEN_PART.fullmatch(gap):
        return replace(a, clock=at_part(a.clock, b.part), direction=b.direction)
    return None


def _is_shift(reading: Reading, unit: str) -> bool:
    return reading.unit == unit and reading.origin in {"published", "text"} and reading.kind == "date"


def _weekday_ago(a: Reading, b: Reading, gap: str) -> Reading | None:
    """'two weeks ago on Friday', 'Monday three weeks from now': the weekday nearest to that day."""
    if not _ON_DAY.fullmatch(gap):
        return None
    for day, distance in ((a, b), (b, a)):
        weeks = distance.rule == "distance" and distance.unit_name == "week" and distance.origin != "text"
        if weeks and day.rule == "weekday" and day.kind == "date" and day.direction is None:
            return replace(distance, weekday=day.weekday, literal="", mod="", unit_name="", rule="weekday of distance")
    return None


def _within(a: Reading, b: Reading, gap: str) -> Reading | None:
    """'Wednesday next week', 'next week on Tuesday', 'August vorigen Jahres', 'the second half of the year'."""
    if _WEEK_AND_DAY.fullmatch(gap):
        for day, week in ((a, b), (b, a)):
            if day.weekday and not day.month and day.direction is None and not day.unit and _is_shift(week, "W"):
                return replace(day, unit="W", steps=week.steps, origin=week.origin)
    if _OF_YEAR.fullmatch(gap) and (a.month or a.part_of_year or a.feast) and a.year is None and not a.unit:
        if _is_shift(b, "Y"):
            return replace(a, unit="Y", steps=b.steps, origin=b.origin)
        if b.rule == "named year":
            return replace(a, year=b.year)
    return None


def _compound_distance(a: Reading, b: Reading, gap: str) -> Reading | None:
    """'two weeks and three days ago', 'two years, a month later'; 'for two weeks and a day later' are two."""
    if gap not in ({"", "&", ",", ",&"} if b.origin == "published" else {"", ","}) or a.rule != "duration":
        return None
    larger = {"W": "DTHTMTS", "Y": "M"}.get(a.unit, "")
    if not isinstance(a.low, int) or a.low != a.high or a.mod or b.unit not in larger or b.unit[0] == "T":
        return None
    sign = -1 if b.steps < 0 else 1
    return replace(b, shifts=((a.unit, sign * a.low), *b.shifts))


def _lengths(a: Reading, b: Reading, gap: str) -> Reading | None:
    """'3 hours 30 minutes', 'two years and a month': units that grow smaller."""
    if b.rule == "distance" and b.origin in {"published", "text"}:
        return _compound_distance(a, b, gap)
    if b.kind != "duration" or gap not in {"", "&", ",", ",&"}:
        return None
    if a.origin == "hence" and a.unit[0] == "T":  # 'in two hours and nine minutes'
        a = replace(a, kind="duration", rule="duration", origin="", steps=0)
    if (
        a.kind != "duration"
        or a.rule not in {"duration", "compound duration", "recent units"}
        or b.rule != "duration"
        or b.mod
    ):
        return None
    if a.unit not in _ORDER or b.unit not in _ORDER or _ORDER.index(a.unit) <= _ORDER.index(b.unit):
        return None
    if "X" in a.literal + b.literal:
        return None
    head, _, tail = b.literal[1:].rpartition("T")
    time = ("" if "T" in a.literal else "T") + tail if b.literal.startswith("PT") else tail
    if "T" in a.literal and not b.literal.startswith("PT"):
        return None
    low, high = _sum(a.low, b.low, a.unit, b.unit), _sum(a.high, b.high, a.unit, b.unit)
    exact = low is not None and high is not None
    return replace(
        a, literal=a.literal + head + time, unit=b.unit, rule="compound duration", low=low if exact else None,
        high=high if exact else None, unit_name=b.unit_name if exact else "", precision=b.precision if exact else None,
    )  # fmt: skip


_SECONDS = {"TS": 1, "TM": 60, "TH": 3600, "D": 86400, "W": 604800}
_MONTHS = {"M": 1, "Y": 12, "DE": 120, "CE": 1200}


def _sum(larger: int | Decimal | None, smaller: int | Decimal | None, unit: str, lesser: str) -> int | Decimal | None:
    """Return a length of two units in the lesser one; None where the calendar has no fixed number of them."""
    for sizes in (_SECONDS, _MONTHS):
        if unit in sizes and lesser in sizes and larger is not None and smaller is not None:
            return larger * (sizes[unit] // sizes[lesser]) + smaller
    return None


def _distance(a: Reading, b: Reading, gap: str) -> Reading | None:
    """'three days before Christmas', 'a week after October 9', 'zwei Tage vor Silvester'."""
    signs = {t.BEFORE: -1, t.VOR: -1, t.AFTER: 1, t.FROM_NOW: 1}
    sign = signs.get(gap.rstrip(t.ARTICLE), 0)
    if not sign or a.rule != "duration" or a.low is None or a.low != a.high or not b.names_day:
        return None
    if a.unit not in {"D", "W", "M", "Y"} or not isinstance(a.low, int) or b.kind != "date" or b.shifts:
        return None
    return replace(b, shifts=((a.unit, sign * a.low),), rule="distance from date", mod=a.mod)
