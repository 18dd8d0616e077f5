"""Rules for times of day: clock times with zones, parts of the day, noon and midnight."""

from __future__ import annotations

from decimal import Decimal

from crosscheck.mentions.dates import tokens as t
from crosscheck.mentions.dates.elapsed import elapsed, is_elapsed
from crosscheck.mentions.dates.reading import Reading
from crosscheck.mentions.dates.scene import NOUN, PLURAL, Readings, Scene
from crosscheck.mentions.dates.tokens import Token

_REACH = 24
_CLOCKS = t.COLON + t.DOTTED + t.SHORT + t.CARDINAL + t.YEAR + t.NUMBER + t.ONE


def _clock_value(token: Token, meridian: str = "") -> str | None:
    """Return the TIMEX3 time of a clock token, as precise as it is printed: 'T07', 'T07:30'; None where it is none."""
    parts = _clock_parts(token)
    if parts is None or parts[0] > 24 or any(part > 59 for part in parts[1:]):
        return None
    hour = parts[0]
    if meridian in {"AM", "PM"} and hour > 12 and parts[0] < 13:
        return None
    if meridian == "PM" and hour < 12:
        hour += 12
    if meridian == "AM" and hour == 12:
        hour = 0
    return "T" + ":".join(f"{part:02}" for part in (hour, *parts[1:]))


def _clock_parts(token: Token) -> tuple[int, ...] | None:
    value = token.value
    if token.code == t.COLON and isinstance(value, tuple):
        return tuple(int(part) for part in value)
    if token.code == t.DOTTED:
        return tuple(int(part) for part in token.word.split("."))
    if token.code in t.YEAR + t.NUMBER:
        return (int(token.word[:2]), int(token.word[2:])) if len(token.word) == 4 and token.word.isdigit() else None
    if token.code == t.ONE:
        return (1,)
    return (value,) if isinstance(value, int) else None


def clock(scene: Scene) -> Readings | None:
    """Read '7.00 am', '5.40 Uhr', '0142 GMT', '18:12', '18 Uhr 12'."""
    token = scene.need(_CLOCKS)
    word, zone = scene.pick(t.CLOCK_WORD), scene.pick(t.ZONE)
    value = _clock_value(token, word.name if word else "")
    if word is None and zone is None and is_elapsed(token, scene.before):
        return elapsed(scene, token)
    bare = token.code == t.DOTTED and word is None and zone is None
    if bare and PLURAL.match(scene.text, scene.end):  # 'at 3.23 shekels'
        return None
    if value is None or (token.code == t.ONE and word and word.name == "AM"):
        return None
    minutes = [n for n in scene.found if n.code == t.SHORT and n.start > token.start]
    if minutes and len(value) == 3 and minutes[0].number < 60:
        value += f":{minutes[0].number:02}"
    if word and _is_length(scene):
        return (_length(scene, value),)
    return (time_of_day(scene, value, zone),)


def _is_length(scene: Scene) -> bool:
    """Return whether a word before says that hours are a length: 'dure 2 h 30', 'une durée de 2 h 30'."""
    leads = scene.words.length_leads
    if not leads:
        return False
    words = scene.text[max(0, scene.start - _REACH) : scene.start].lower().split()
    if words and words[-1] in scene.words.genitives:
        words.pop()
    return bool(words) and words[-1] in leads


def _length(scene: Scene, value: str) -> Reading:
    """Return the length that a clock's *value* prints: 'T02:30' is two hours and a half."""
    hours, _, minutes = value[1:].partition(":")
    literal = f"PT{int(hours)}H" + (f"{int(minutes)}M" if minutes else "")
    count, unit = (int(hours) * 60 + int(minutes), "minute") if minutes else (int(hours), "hour")
    return Reading(
        kind="duration", start=scene.start, end=scene.end, rule="clock duration", literal=literal, low=count,
        high=count, unit_name=unit, precision=1,
    )  # fmt: skip


def hour_unit(scene: Scene) -> Readings | None:
    """Read 'à 19 heures', 'vers sept heures et demie', '8 heures du matin': hours that are no duration."""
    unit, part = scene.need(t.UNIT + t.UNITS + t.CLOCK_WORD), scene.pick(t.PART + t.PART_OR_TOMORROW)
    if unit.code != t.CLOCK_WORD and unit.word not in scene.words.clock_units:
        return None
    before = scene.run[scene.first - 1] if scene.first else None
    if part is None and (before is None or before.word not in scene.words.clock_prepositions):
        return None
    value = _clock_value(scene.found[0])
    if value is None:
        return None
    minutes = [exact_number(token) for token in scene.found[2:] if token.code in t.SHORT + t.CARDINAL]
    if scene.pick(t.HALF):
        value += ":30"
    elif minutes:
        if not isinstance(minutes[0], int) or minutes[0] > 59:
            return None
        value += f":{minutes[0]:02}"
    return (time_of_day(scene, at_part(value, part.name) if part else value, None),)


def hours_range(scene: Scene) -> Readings | None:
    """Read 'de 8 heures à 18 heures' as two times of day."""
    first, first_unit, _, last, last_unit = scene.found
    values = _clock_value(first), _clock_value(last)
    if not {first_unit.word, last_unit.word} <= set(scene.words.clock_units) or not all(values):
        return None
    spans = (first.start, first_unit.end), (last.start, last_unit.end)
    return tuple(
        Reading(kind="time", start=start, end=end, rule="clock of list", clock=value or "")
        for (start, end), value in zip(spans, values, strict=True)
    )


def time_of_day(scene: Scene, value: str, zone: Token | None) -> Reading:
    return Reading(
        kind="time", start=scene.start, end=scene.end, rule="clock", clock=value + (zone.name if zone else "")
    )


def spelled_clock(scene: Scene) -> Readings | None:
    """Read 'at five-thirty', 'seven forty-five pm': the hour and from ten to fifty-nine minutes."""
    hour, minutes = (token.value for token in scene.found if token.code == t.CARDINAL)
    word = scene.pick(t.CLOCK_WORD)
    if not isinstance(hour, int) or not isinstance(minutes, int):  # 'anderthalb'
        return None
    if not 1 <= hour <= 12 or not 10 <= minutes < 60:
        return None
    if word is None and (scene.after == "-" or PLURAL.match(scene.text, scene.end)):
        return None
    hour = hour % 12 + 12 * (word.name == "PM") if word and word.name else hour
    return (time_of_day(scene, f"T{hour:02}:{minutes:02}", None),)


def lone_colon(scene: Scene) -> Readings | None:
    """Read '18:12' with nothing beside it, where the language writes no scores and ratios that way."""
    token = scene.need(t.COLON)
    if is_elapsed(token, scene.before):
        return elapsed(scene, token)
    return clock(scene) if scene.words.colon_is_clock and len(token.word) > 4 else None


def sided_colon(scene: Scene) -> Readings | None:
    """Read the time of 'after 2:00' where the language writes no scores that way; not 'after 2:08:31'."""
    return clock(scene) if scene.words.colon_is_clock and scene.need(t.COLON).word.count(":") == 1 else None


def clock_list(scene: Scene) -> Readings | None:
    """Read '9.30/12.30 Uhr', 'von 10 bis 18 Uhr', '5 to 6 pm': a reading for each, the mark printed once."""
    tokens = [token for token in scene.found if token.code in _CLOCKS]
    word, zone = scene.need(t.CLOCK_WORD + t.ZONE), scene.pick(t.ZONE)
    meridian = word.name if word.code == t.CLOCK_WORD else ""
    values = [_clock_value(token, meridian) for token in tokens]
    if meridian == "PM" and len(tokens) == 2:
        first, last = _clock_value(tokens[0]), _clock_value(tokens[1])
        if first and last and first[1:3] > last[1:3] and last[1:3] != "12":  # '11 to 2 pm' starts in the morning
            values[0] = first
    ends = [token.end for token in tokens[:-1]] + [scene.end]
    if not all(values):
        return None
    suffix = zone.name if zone else ""
    return tuple(
        Reading(kind="time", start=token.start, end=end, rule="clock of list", clock=f"{value}{suffix}")
        for token, value, end in zip(tokens, values, ends, strict=True)
    )


def hour_of_part(scene: Scene) -> Readings | None:
    """Read '5 in the morning', 'one in the afternoon'."""
    token = scene.need(t.SHORT + t.CARDINAL + t.ONE)
    hour = 1 if token.code == t.ONE else exact_number(token)
    if not isinstance(hour, int) or not 0 < hour <= 12 or token.word in {"a", "an"}:
        return None
    return (
        time_of_day(scene, at_part(f"T{hour:02}", scene.need(t.PART + t.PART_OR_TOMORROW + t.PART_ADVERB).name), None),
    )


def hour_alone(scene: Scene) -> Readings | None:
    """Read the 4 of 'Friday at 4' and 'tonight around 7' where nothing follows that it could count."""
    hour = exact_number(scene.need(t.SHORT + t.CARDINAL))
    if not isinstance(hour, int) or hour > 24 or (not scene.after and NOUN.match(scene.text, scene.end)):
        return None
    return (time_of_day(scene, f"T{hour:02}", None),)


def moment(scene: Scene) -> Readings:
    """Read 'noon' and 'midnight'."""
    return (time_of_day(scene, scene.need(t.MOMENT).name, scene.pick(t.ZONE)),)


def part_of_day(scene: Scene) -> Readings | None:
    """Read 'in the morning', 'last night', 'dieser Abend', 'morgens'."""
    part = scene.need(t.PART + t.PART_ADVERB + t.PART_OR_TOMORROW)
    if part.code == t.PART_OR_TOMORROW and scene.text[part.start].islower() and scene.first:
        before = scene.run[scene.first - 1]
        if before.code in t.LICENCE + t.IN and before.word not in scene.words.day_prepositions:
            return None  # 'für morgen'
    following = [token.code for token in scene.run[scene.stop : scene.stop + 3] if token.code != t.ARTICLE]
    if scene.after == t.GENITIVE and following[1:2] not in _DAYS:
        return None  # 'in the early hours of the strike'
    return (
        Reading(
            kind="time", start=scene.start, end=scene.end, rule="part of day", part=part.name,
            direction=scene.value(t.DIRECTION),
        ),
    )  # fmt: skip


_DAYS = [[code] for code in t.WEEKDAY + t.LONE_WEEKDAY + t.DAY + t.SHORT + t.ORDINAL + t.MONTH + t.LONE_MONTH
         + t.HOLIDAY + t.NEIGHBOUR + t.ISO + t.NUMERIC + t.DIRECTION]  # fmt: skip


def half_of_day(scene: Scene) -> Readings | None:
    """Read the 'pm' of 'today pm' and 'Friday pm'."""
    part = {"AM": "MO", "PM": "AF"}.get(scene.need(t.CLOCK_WORD).name)
    if part is None:
        return None
    return (
        Reading(kind="time", start=scene.start, end=scene.end, rule="part of day", part=part),
    )  # fmt: skip


_EVENING = {"AF", "EV", "NI"}


def at_part(value: str, part: str) -> str:
    """Return the clock time *value* as said of a part of the day: 'T08' in the evening is 'T20'."""
    hour = int(value[1:3])
    if hour == 12 and part in {"NI", "EV"}:  # 'zwölf Uhr nachts'
        return f"T00{value[3:]}"
    if part in _EVENING and (hour < 12 and not (part == "NI" and hour < 6)):
        return f"T{hour + 12:02}{value[3:]}"
    return value


def exact_number(token: Token) -> int | Decimal | None:
    """Return the number of a token, None where it has none."""
    return token.value if isinstance(token.value, int | Decimal) else None
