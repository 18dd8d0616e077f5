"""All temporal mentions of a text: runs of vocabulary, their readings, and the calendar."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from msgspec.structs import replace

from crosscheck.languages import LanguagePack
from crosscheck.languages.dates import DateWords
from crosscheck.mentions.dates.bounds import bound_after, bound_before
from crosscheck.mentions.dates.combine import combine
from crosscheck.mentions.dates.grammar import read_run
from crosscheck.mentions.dates.lexicon import Lexicon, lexicon
from crosscheck.mentions.dates.reading import Reading
from crosscheck.mentions.dates.resolve import resolve
from crosscheck.mentions.dates.tense import Tense, tense_of
from crosscheck.mentions.dates.tokenize import tokenize
from crosscheck.mentions.dates.tokens import Token
from crosscheck.mentions.scan import find_spans
from crosscheck.records import Mention, Span
from crosscheck.values.calendar import period

_DAYS = ("XXXX-", *"0123456789")
"""How a TIMEX3 value begins that names days, of whatever year; all others name a time relative to now."""

_APOSTROPHES = frozenset("'’")
_CLAUSE = re.compile(r"[^.,;:!?()\n]{1,60}")
_BETWEEN = 5
"""Within how many words of a length a comparison may be of it."""


def find_dates(text: str, pack: LanguagePack, published: date | None) -> list[Mention]:
    """Return the temporal mentions of *text* in text order, none overlapping another.

    *published* is the day of the dateline. Without it a relative or partial date keeps an X for what it does not say.
    """
    vocabulary = lexicon(pack.code)
    mentions: list[Mention] = []
    focus: tuple[date, int] | None = None
    for reading in _read_all(text, vocabulary):
        mention = _mention(text, _in_range(reading, focus), published, focus, vocabulary)
        mentions.append(mention)
        if reading.names_day and reading.origin != "text" and (day := _day(mention.timex)):
            focus = day, reading.end
    return mentions


def _read_all(text: str, vocabulary: Lexicon) -> list[Reading]:
    """Return the readings of all runs of vocabulary in *text*, in order.

    The scanner goes through all of the text first: its tables and those of the readers fill the processor's cache in
    turn else, which takes a fourth of the time.
    """
    runs: list[list[Token]] = []
    floor = 0
    for start, end in list(find_spans(text, vocabulary.scanner)):
        if start >= floor and not _is_cut(text, start, end):
            runs.append(tokenize(text, start, end, floor, vocabulary))
            floor = runs[-1][-1].end
    words = vocabulary.words
    return [reading for tokens in runs for reading in combine(read_run(text, tokens, words), tokens, words)]


def _is_cut(text: str, start: int, end: int) -> bool:
    """Return whether the place is but a part of a word: the scanner takes letters beyond ASCII for its borders."""
    if start and text[start - 1].isalnum() and text[start].isalpha():
        return True
    return not text[end - 1].isascii() and text[end : end + 1].isalpha()


def _day(timex: str) -> date | None:
    """Return the day of a value that names one."""
    days = period(timex[:10])
    return days[0] if days else None


def _in_range(reading: Reading, focus: tuple[date, int] | None) -> Reading:
    """Return the reading with the day on which its range begins, where that tells the day of a bare weekday."""
    if reading.side == "last" and reading.weekday and not reading.month and focus:
        return replace(reading, after=focus[0])
    return reading


def _mention(
    text: str, reading: Reading, published: date | None, focus: tuple[date, int] | None, vocabulary: Lexicon
) -> Mention:
    tense: Tense = ""
    if _needs_tense(reading):
        tense = tense_of(text, reading.start, reading.end, vocabulary.tenses)
    kind, timex, rule, hedge = reading.kind, "", reading.rule, reading.mod
    low, high, unit, precision = reading.low, reading.high, reading.unit_name, reading.precision
    if _is_length(reading, tense) or _is_compared(text, reading, vocabulary.words):
        timex = reading.literal
        kind = "duration"
    else:
        timex = resolve(reading, published, _day_of_focus(text, reading, published, focus), tense)
        if reading.origin:
            if unit == "week" and not hedge:  # 'two weeks ago' is a day, give or take half a week
                hedge = "APPROX"
            low = high = precision = None
            unit = ""
    if reading.weekday and reading.month and (days := period(timex[:10])) and days[0].isoweekday() != reading.weekday:
        rule = "weekday mismatch"
    if reading.side:
        rule = f"{rule}, {reading.side} of range"
    elif kind == "date" and not hedge and timex.startswith(_DAYS) and not _is_owner(text, reading.end):
        hedge = bound_before(text, reading.start, vocabulary.bounds)
        hedge = hedge or bound_after(text, reading.end, vocabulary.bounds)
    return Mention(
        span=Span(reading.start, reading.end), surface=text[reading.start : reading.end], kind=kind, low=low,
        high=high, unit=unit, timex=timex, precision=precision, hedge=hedge, rule=rule,
    )  # fmt: skip


def _is_owner(text: str, end: int) -> bool:
    """Return whether a date is that of what follows, whatever stands before it: 'after Saturday's win'."""
    return (
        text[end : end + 1] in _APOSTROPHES and text[end + 1 : end + 2] == "s" and not text[end + 2 : end + 3].isalnum()
    )


def _needs_tense(reading: Reading) -> bool:
    """Return whether the side of the publication decides the value."""
    if reading.origin in {"hence", "nearest"}:
        return True
    return (
        reading.year is None
        and reading.direction is None
        and bool(reading.weekday or reading.day or reading.month or reading.part_of_year or reading.feast)
    )


def _is_length(reading: Reading, tense: Tense) -> bool:
    """Return whether a distance is but a duration: 'in three days' in the past, hours without a clock."""
    if not reading.origin or not reading.literal:
        return False
    return reading.unit[0] == "T" or (reading.origin == "hence" and tense == "past")


def _is_compared(text: str, reading: Reading, words: DateWords) -> bool:
    """Return whether the words behind say than what something is so much later or earlier."""
    if reading.rule != "distance" or not words.than or not reading.literal.startswith("P"):
        return False
    behind = _CLAUSE.match(text, reading.end)
    told = behind[0].lower().split() if behind is not None else []
    return bool(told) and (
        told[0] in words.than
        or any(word in words.than and following in words.foreseen for word, following in pairwise(told[:_BETWEEN]))
    )


def _day_of_focus(text: str, reading: Reading, published: date | None, focus: tuple[date, int] | None) -> date | None:
    """Return the day that a bare time or a distance counts from: the one named last.

    A time of day takes it only from its own paragraph; further on, the report is back at its own day.
    """
    if focus is None:
        return None if reading.is_time_alone else published
    if reading.is_time_alone and "\n" in text[focus[1] : reading.start].strip("\n"):
        return published
    return focus[0]
