"""The numbers of a text as mentions: scan once, parse each run, read each number in its place, join what belongs so."""

from __future__ import annotations

import re

from msgspec.structs import replace

from crosscheck.languages import LanguagePack
from crosscheck.mentions.numbers.before import read_before
from crosscheck.mentions.numbers.combine import combine
from crosscheck.mentions.numbers.lexicon import Hedge, lexicon_for
from crosscheck.mentions.numbers.numeral import Numeral
from crosscheck.mentions.numbers.numerals import parse_run
from crosscheck.mentions.numbers.page import Page
from crosscheck.mentions.numbers.reading import Reading, read_number, stated
from crosscheck.mentions.scan import find_spans
from crosscheck.records import Mention, Span
from crosscheck.values.measures import dimension

_CODE = re.compile(r"[0-9]+([-/])[0-9]+(?:[-/][0-9]+)+(?![0-9])")
_SEASON_DIGITS = 2
_EXTENTS = frozenset({"length^1", "time^1"})
"""What something may be 'over': 22 km, or five days."""
_TRAIL = re.compile(r" ([^\W\d_]+)(?: ([^\W\d_]+))?")


def find_numbers(text: str, pack: LanguagePack) -> list[Mention]:
    """Return the numeric mentions of *text* in text order, none overlapping another."""
    page = Page.of(text, lexicon_for(pack))
    return [_mention(page, reading) for reading in combine(page, _read_all(page))]


def _read_all(page: Page) -> list[Reading]:
    """Return every number of the page that is a quantity; what is joined to a refused number goes with it."""
    readings: list[Reading] = []
    end, refused, year = 0, -2, -2
    numerals = _numerals(page)
    befores = [read_before(page, numeral) for numeral in numerals]
    for numeral, before in zip(numerals, befores, strict=True):
        if numeral.start < end:
            continue
        if numeral.start - 1 == refused and page.text[refused] in "-–/.+":
            refused = numeral.end
            continue
        if numeral.start - 1 == year and page.text[year] in "-–/" and numeral.end - numeral.start == _SEASON_DIGITS:
            continue
        reading = read_number(page, numeral, before)
        if reading is None:
            refused = numeral.end
        elif reading.start >= end:
            year = numeral.end if reading.tentative else year
            readings.append(reading)
            end = reading.end
    return readings


def _numerals(page: Page) -> list[Numeral]:
    """Return the numbers of the page as they stand, in order."""
    text, lexicon = page.text, page.lexicon
    runs = [(start, stop, text[start:stop]) for start, stop in find_spans(text, lexicon.scanner)]
    return [
        replace(numeral, start=start + numeral.start, end=start + numeral.end)
        for start, stop, run in runs
        if not _is_no_number(page, start, stop, run)
        for numeral in parse_run(run, lexicon)
    ]


def _is_no_number(page: Page, start: int, stop: int, run: str) -> bool:
    """Return whether *run* is a telephone number, a date in digits, a proverbial figure or the middle of a word."""
    if run in page.lexicon.pack.proverbial or (("-" in run or "/" in run) and _CODE.match(page.text, start)):
        return True
    return _cuts_word(page.text, stop)


def _cuts_word(text: str, at: int) -> bool:
    """Return whether a word goes on at *at*: the scanner takes letters beyond ASCII for its end ('drei|ßig')."""
    following = text[at : at + 1]
    return following.isalpha() and text[at - 1].isalpha() and not text[at - 1 : at + 1].isascii()


def _mention(page: Page, reading: Reading) -> Mention:
    low, high = reading.low, reading.high
    hedge = _meant(page, reading) or _hedge_after(page, reading.end)
    if (
        hedge is not None
        and hedge.words.bound
        and reading.rule not in ("range", "age range")
        and reading.numeral.form != "vague"
    ):
        value = stated(reading)
        low, high = (value, None) if hedge.words.bound == "low" else (None, value)
    return Mention(
        span=Span(reading.start, reading.end),
        surface=page.text[reading.start : reading.end],
        kind=reading.kind,
        low=low,
        high=high,
        unit=reading.unit,
        precision=reading.precision,
        hedge=hedge.name if hedge else "",
        rule=reading.rule,
    )


def _meant(page: Page, reading: Reading) -> Hedge | None:
    """Return the hedge before the number; 'over' leads to how long something is, or says that it is more than that."""
    hedge = reading.hedge
    if hedge is None or not hedge.words.otherwise or dimension(reading.unit) in _EXTENTS:
        return hedge
    return Hedge(hedge.words.otherwise, page.lexicon.pack.hedges[hedge.words.otherwise])


def _hedge_after(page: Page, end: int) -> Hedge | None:
    """Return the hedge that follows the number ('or more'), None where none does."""
    match = _TRAIL.match(page.text, end) if page.text[end : end + 1] == " " else None
    if match is None or match[1].lower() not in page.lexicon.trails:
        return None
    hedges = page.lexicon.hedges_after
    return hedges.get(f"{match[1]} {match[2]}".lower()) or hedges.get(match[1].lower())
