"""The day of publication as the head of an article prints it: dateline, byline, masthead, or a date on its own line.

A date counts only in one of those shapes, with day, month and year:

    LONDON, 21 Nov 2014 (Agency) - Text        place, date, agency, dash: text may follow
    Von Jana Beispiel, 25. September 2023      byline or masthead: the line ends with the date
    Published: March 16, 2022, 10:15 am        date alone, or behind a label with a colon; a time of day may follow
    Issued on 16 March 2022 by Jana Beispiel   behind what says so; a byline may follow
    Pressemitteilung Nr. 8 vom 16. März 2022   behind the name of a paper or a release
    Montag, 16. März 2022. Text                at the head of the text

It stays silent on a date in running text ('He was born in Leeds on 5 May 1961.'), on one without a year or a day, and
on 03/04/2022, which two countries read as two days.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

import msgspec

from crosscheck.languages.dates import DateWords
from crosscheck.languages.pack import available_languages, load_language

_LINES = 8
_REACH = 1500
"""The head of an article: so many printed lines within so many code points."""
_PARAGRAPH = 160
"""A longer line is running text; the second one ends the head."""
_PREFIX = 80
"""The most that stands before a date in its line."""
_SHORTEST_PLACE = 2
"""Letters of a place's first word that are too few unless they are capitals."""
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b")
_ISSUE = re.compile(r"\b\d{1,4}/\d{2,4}\b")
_AGENCY_ALONE = re.compile(r"\([^()\d]{2,30}\)")
_TEXT = re.compile(r"[.:]\s+[^\w\s]?[^\W\d_]")
_SENTENCE_END = re.compile(r"[.!?]\s")


class _Shapes(msgspec.Struct, frozen=True):
    """What the language packs make of the shapes: a date, its weekday, what leads to it and ends its line, the months.

    ``months`` gives the number of each month's name.
    """

    date: re.Pattern[str]
    weekday: re.Pattern[str]
    lead: re.Pattern[str]
    closing: re.Pattern[str]
    months: dict[str, int]


def find_dateline(text: str) -> date | None:
    """Return the day that the head of *text* gives as its own, None where it gives none."""
    for line in _head_lines(text):
        if _YEAR.search(line, 0, 2 * _PREFIX):
            found = _date_of_line(line)
            if found:
                return found
    return None


def parse_date(text: str) -> date | None:
    """Return the day that *text*, and nothing beside it, names in words or digits; None where it names none."""
    found = _shapes().date.fullmatch(text.strip())
    return _day(found) if found else None


def _head_lines(text: str) -> Iterator[str]:
    lines = [line for line in map(str.strip, text[:_REACH].splitlines()) if line]
    paragraphs = 0
    for line in lines[:_LINES]:
        yield line
        paragraphs += len(line) > _PARAGRAPH
        if paragraphs == 2:
            return


def _date_of_line(line: str) -> date | None:
    for found in _shapes().date.finditer(line, 0, 2 * _PREFIX):
        if found.start() > _PREFIX:
            return None
        before, after = line[: found.start()], line[found.end() :]
        closes = _shapes().closing.fullmatch(after) is not None
        if (closes and _introduces(before)) or (_OPENS_TEXT.match(after) and _is_place(before)):
            return _day(found)
        if not _without_weekday(before) and _TEXT.match(after):
            return _day(found)
    return None


# Behind the date nothing but an agency, a time of day, a page or a further column; or the mark that opens the text.
_AGENCY = r"(?:\s*[(/][^()\d]{2,30}\)?)?"
_TIME = (
    r"(?:\W*(?:[^\W\d_]{1,4}\s+)?(?:\d{1,2}[:.]\d\d(?::\d\d)?(?:\s*[^\W\d_]{1,4}\.?){0,2}|\d{1,2}\s+[^\W\d_]{2,4}))?"
)
_PAGE = r"(?:\s*[-–—|,]\s*[^\W\d_]{1,6}\.?\s*\d{1,4})?"
_COLUMN = r"(?:\s*[|·•]\s*[^|·•\d]{2,60})?"
_DESK = r"(?:,(?:\s+[^\W\d_a-z][\w-]*){1,3})?"
_OPENS_TEXT = re.compile(rf"{_AGENCY}\s*(?:[–—]|--?\s|[.:]\s)")
_MARKS = ",:|–—-/·•("


def _introduces(before: str) -> bool:
    """Return whether *before* can stand before a date that ends its line: nothing, a lead, names or a label."""
    before = _without_weekday(before)
    if not before:
        return True
    names = _ISSUE.sub("", _CLOCK.sub("", before))
    if _shapes().lead.fullmatch(before):
        return True
    return before[-1] in _MARKS and not _SENTENCE_END.search(names) and not any(c.isdigit() for c in names)


def _is_place(before: str) -> bool:
    """Return whether *before* can be the place of a dateline: names alone, and a mark behind them."""
    before = _without_weekday(before)
    if _AGENCY_ALONE.fullmatch(before):
        return True
    if not before or before[-1] not in _MARKS:
        return False
    names = re.sub(r"\([^()]*\)", " ", before)
    words = re.findall(r"[^\W\d_][\w'’.-]*", names)
    if not words or any(c.isdigit() for c in names):
        return False
    if len(words[0]) <= _SHORTEST_PLACE and not words[0].isupper():
        return False  # 'In', 'On', 'Am': a sentence begins
    return words[0][0].isupper() and 2 * sum(not word[0].isupper() for word in words) < len(words)


def _without_weekday(before: str) -> str:
    """Return *before* without the weekday, and without the article of 'Leeds, den 5. Mai', that belong to the date."""
    return _shapes().weekday.sub("", before.rstrip()).rstrip()


def _day(found: re.Match[str]) -> date | None:
    """Return the day of a match of the date shape; None where the calendar has no such day."""
    parts = {name[:-1]: text for name, text in found.groupdict().items() if text}
    month = _shapes().months.get(parts["month"].casefold()) or int(parts["month"])
    try:
        return date(int(parts["year"]), month, int(parts["day"]))
    except ValueError:
        return None


@cache
def _shapes() -> _Shapes:
    words = [load_language(code).dates for code in available_languages()]
    months = {
        form.rstrip("~."): number
        for language in words
        for number, forms in enumerate(language.months, start=1)
        for form in forms
    }
    weekdays = {form.rstrip("~.") for language in words for forms in language.weekdays for form in forms}
    suffixes = _one_of({suffix for language in words for suffix in language.ordinal_suffixes})
    month, year = _one_of(months), _YEAR.pattern
    shapes = (
        rf"(?P<day1>\d{{1,2}})(?:{suffixes}|\.)?\s+(?P<month1>{month})\.?,?\s+(?P<year1>{year})",
        rf"(?P<month2>{month})\.?\s+(?P<day2>\d{{1,2}})(?:{suffixes})?,?\s+(?P<year2>{year})",
        rf"(?P<year3>{year})-(?P<month3>\d\d)-(?P<day3>\d\d)",
        rf"(?P<day4>\d{{1,2}})\.\s?(?P<month4>\d{{1,2}})\.\s?(?P<year4>{year})",
    )
    published, joints = _phrases(words, "published"), _phrases(words, "release_joints")
    releases, bylines = _phrases(words, "releases"), _phrases(words, "bylines")
    byline = rf"(?:,?\s+(?i:{bylines})\s+[^\d.]{{3,60}})?"
    release = rf".*(?:{releases})(?!\w).*(?<!\w)(?:{joints})"
    return _Shapes(
        lead=re.compile(rf"(?:.*[{re.escape(_MARKS)}]\s*)?(?:{published})|{release}", re.IGNORECASE),
        closing=re.compile(rf"{_AGENCY}{_TIME}{_PAGE}{_COLUMN}{byline}{_DESK}\s*[.:)\]|–—-]?\s*"),
        date=re.compile(rf"(?<![\w.])(?:{'|'.join(shapes)})(?![\w-]|[.,]\d)", re.IGNORECASE),
        weekday=re.compile(
            rf"(?:(?<!\w)(?:{_one_of(weekdays)})\.?,?|(?<=,))\s*(?:[^\W\d_]{{2,3}}\s*)?$", re.IGNORECASE
        ),
        months=months,
    )


def _phrases(words: Iterable[DateWords], field: str) -> str:
    return _one_of({phrase for language in words for phrase in getattr(language, field)})


def _one_of(words: Iterable[str]) -> str:
    """Return a pattern for any of *words*, the longest first; one that never matches where there are none."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"
