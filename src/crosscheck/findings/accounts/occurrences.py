"""Two documents of a story that tell when the same came about, and cannot both be right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import combinations, product
from typing import Final

import msgspec

from crosscheck.findings.accounts.dated import Documents, have_changed, is_plan, name_others
from crosscheck.languages import load_language
from crosscheck.languages.dates import DateWords
from crosscheck.records import UNTIL, Claim, Period, Span
from crosscheck.values.calendar import ANY_YEAR, NO_YEAR
from crosscheck.values.elapsed import Moment, moment, split_offset

NEWS: Final = timedelta(days=60)
"""How long before its document something happened that is told as news; what lies further back may be another one."""
_AHEAD: Final = timedelta(days=3660)
"""How long before its deadline a plan may come true: 'by the end of April'."""
_MOST = 24
"""How many documents are compared pair by pair."""
SLACK: Final = timedelta(minutes=12)
"""By how much a time printed to the minute may be out: reports round, and what happens takes a while."""
_DAY: Final = timedelta(days=1)
_HALF: Final = timedelta(hours=12)
_DAYLESS = frozenset({"clock", "clock of list", "part of day"})
"""The rules that read a time of day without its day: that is but the one which the text named last."""
_WORD = re.compile(r"[^\W\d]+(?:['.’][^\W\d]+)*\.?")
_DIGIT = re.compile(r"\d")
_NOON = 12
_NIGHT, _MORNING = "NI", "MO"
_WEEK, _YEAR = 7, 366
_DAY_OF_YEAR = re.compile(rf"{NO_YEAR}-\d\d-\d\d")
_EVENING: Final = timedelta(hours=17)
_SUNRISE: Final = timedelta(hours=8)
_LUNCH: Final = timedelta(hours=2)
_WESTERNMOST: Final = timedelta(hours=12)
_EASTERNMOST: Final = timedelta(hours=14)
"""How far the clocks of the world are behind UTC and ahead of it, at most."""


HAPPENED: Final = ("same happening of the same story", "each document tells one time of it")
"""Why two claims are held to be of one thing, in words."""


_MONDAY: Final = date(2001, 1, 1)
"""The week that stands for any where no day of publication tells which one is meant."""


class Told(msgspec.Struct, frozen=True):
    """When something happened, as a claim tells it: the stretches of time that it may mean, each enough by itself.

    ``cycle`` is in how many days they come again: 0 where the text tells the day, 366 where it is a day of any year, 7
    where it is one of any week, 1 where the text tells the time of day alone. With a zone, ``offset`` is how far that
    is ahead of UTC, and the stretches are in UTC; without one they are on the clock of the place.
    """

    claim: Claim
    windows: tuple[Moment, ...]
    cycle: int
    offset: timedelta | None = None

    @property
    def is_clocked(self) -> bool:
        """Return whether it tells a time of day."""
        return all(window.is_clocked for window in self.windows)

    @property
    def is_to_the_minute(self) -> bool:
        """Return whether it is a time printed to the minute, which ``SLACK`` widens on both sides."""
        return all(window.last - window.first == 2 * SLACK for window in self.windows)


def find_clashes_of_time(
    claims: Sequence[Claim], stories: Mapping[str, int], documents: Documents
) -> Iterator[tuple[str, Claim, Claim]]:
    """Yield what happened, with the claims of two documents that leave no time in common for it.

    Of each story and concept at most one pair, the first in the order of documents. A document that tells of several
    times itself means several things, and is left aside.
    """
    by_story: dict[tuple[int, str], dict[str, list[Told]]] = {}
    for claim in claims:
        happening = claim.context.happening if claim.context is not None else ""
        told = _read_news(claim, documents) if happening else None
        if told is not None:
            story = stories.get(claim.document, 0)
            by_story.setdefault((story, happening), {}).setdefault(claim.document, []).append(told)
    beside = _dates_by_sentence(claims)
    for (_, happening), several in by_story.items():
        once = [told for told in several.values() if not any(exclude(*pair) for pair in combinations(told, 2))]
        for left, right in combinations(once[:_MOST], 2):
            pair = _first_clash(left, right, beside, documents)
            if pair is not None:
                yield happening, pair[0].claim, pair[1].claim
                break


def _read_news(claim: Claim, documents: Documents) -> Told | None:
    """Return when the claim says that it happened, None where that is vague or lies far back."""
    published, value = documents[claim.document].published, claim.value
    if not isinstance(value, Period) or (published is not None and value.last < published - NEWS):
        return None
    return None if _is_wide(value) and not is_plan(claim, documents) else read_told(claim, documents)


def read_told(claim: Claim, documents: Documents) -> Told | None:
    """Return when the claim says that it happened, None where it names no time, or one of a zone that is not known."""
    mention, value = claim.mention, claim.value
    placed = _placed(value) if isinstance(value, Period) else None
    if mention is None or placed is None:
        return None
    timex, offset = split_offset(placed[0])
    words = load_language(documents[claim.document].language).dates
    spelled = _WORD.findall(mention.surface.lower())
    if offset is None and not _single_words(words.zones).isdisjoint(spelled):
        return None
    windows = tuple(_windows(timex, mention.hedge, ends=not set(words.night_leads).isdisjoint(spelled)))
    if _may_be_either_half(timex, mention.surface, spelled, words):
        windows += tuple(Moment(each.first + _HALF, each.last + _HALF) for each in windows)
    if claim.scope.part == UNTIL:
        windows = tuple(Moment(each.first - _AHEAD, each.last) for each in windows)
    if offset is not None:
        windows = tuple(Moment(each.first - offset, each.last - offset) for each in windows)
    return Told(claim, windows, 1 if mention.rule in _DAYLESS else placed[1], offset) if windows else None


def _is_wide(value: Period) -> bool:
    """Return whether a date is a month or longer: who tells news knows the day, what was in May may be another."""
    return value.starts is not None and value.ends is not None and value.last - value.first > _WEEK * _DAY


def _placed(value: Period) -> tuple[str, int] | None:
    """Return the TIMEX3 value of a time with a day, if need be one that stands for others, and its cycle in days."""
    _, mark, clock = value.timex.partition("T")
    if value.starts is not None and value.ends is not None:
        return value.timex, 0
    if value.cycle == "week":
        named = value.arc("week").first + (clock == _NIGHT)  # a night takes in the day before it
        day = _MONDAY + named % _WEEK * _DAY
        return f"{day.isoformat()}{mark}{clock}", _WEEK
    if _DAY_OF_YEAR.match(value.timex):
        return value.timex.replace(NO_YEAR, str(ANY_YEAR)), _YEAR
    return (f"{_MONDAY.isoformat()}{mark}{clock}", 1) if value.timex.startswith("T") else None


def _single_words(table: Mapping[str, Iterable[str]]) -> set[str]:
    """Return the words of all phrases of *table*."""
    return {word for phrases in table.values() for phrase in phrases for word in phrase.split()}


def _may_be_either_half(timex: str, surface: str, spelled: Sequence[str], words: DateWords) -> bool:
    """Return whether an hour up to twelve may be that of the morning or of the evening: no word near it tells."""
    clock = timex.partition("T")[2]
    if not clock[:2].isdigit() or not 1 <= int(clock[:2]) <= _NOON:
        return False
    halves = {half: phrases for half, phrases in words.clock_words.items() if half}
    if not halves and _DIGIT.search(surface):
        return False
    tables = (halves, words.parts, words.part_adverbs, words.part_or_tomorrow, words.moments)
    telling = set[str]().union(*map(_single_words, tables))
    return not any(word.endswith(tuple(telling)) for word in spelled)


def _windows(timex: str, hedge: str, *, ends: bool) -> Iterator[Moment]:
    """Yield the stretches that a date may mean; *ends* says that a night is named by the day on which it ends."""
    meant = moment(timex, hedge)
    if meant is None or not meant.is_bounded:
        return
    clock = timex.partition("T")[2]
    midnight = datetime.combine(meant.first, time.min)
    if clock == _NIGHT:
        evening = midnight + _EVENING - (_DAY if ends else timedelta())
        yield Moment(evening, evening - _EVENING + _DAY + _SUNRISE)
    elif clock == _MORNING:
        yield Moment(midnight, meant.last)
    elif clock in {"00", "24"}:
        near = midnight.replace(hour=0)
        yield from (Moment(each - 4 * SLACK, each + 4 * SLACK) for each in (near, near + _DAY))
    elif clock == "12":
        yield Moment(midnight + _HALF - 5 * SLACK, midnight + _HALF + _LUNCH)
    elif ":" in clock:
        yield Moment(meant.first - SLACK, meant.last + SLACK)
    else:
        yield meant


def exclude(left: Told, right: Told) -> bool:
    """Return whether two of them leave no time in common: by the day where both tell it, else by the time of day.

    Where one alone tells its zone, the other may be of any.
    """
    cycles = {left.cycle, right.cycle} - {0}
    if 1 in cycles and not (left.is_clocked and right.is_clocked):
        return False
    cycle = min(cycles, default=0)
    one, other = left.windows, right.windows
    if (left.offset is None) != (right.offset is None):
        one, other = (_anywhere(told) if told.offset is not None else told.windows for told in (left, right))
    return not any(_meet(a, b, cycle) for a, b in product(one, other))


def _anywhere(told: Told) -> tuple[Moment, ...]:
    """Return which times of all zones of the world the stretches of UTC are."""
    return tuple(Moment(each.first - _WESTERNMOST, each.last + _EASTERNMOST) for each in told.windows)


def _meet(a: Moment, b: Moment, cycle: int) -> bool:
    """Return whether two stretches have a time in common, whichever turn of *cycle* days they lie in; 0 is none."""
    if cycle == _YEAR:
        return _meet(_in_any_year(a), _in_any_year(b), 0)
    turns = (a.first.date() - b.first.date()).days // cycle * cycle if cycle else 0
    shifts = (timedelta(days=turns + cycle * more) for more in ((-1, 0, 1) if cycle else (0,)))
    return any(a.first <= b.last + shift and b.first + shift <= a.last for shift in shifts)


def _in_any_year(told: Moment) -> Moment:
    """Return a stretch of time as it would lie in the year that stands for any."""
    first = told.first.replace(year=ANY_YEAR)
    return Moment(first, first + (told.last - told.first))


_Dates = Mapping[tuple[str, Span], Sequence[Period]]
"""The dates of each sentence of a document."""


def _dates_by_sentence(claims: Iterable[Claim]) -> _Dates:
    """Return the dates that name a day, by document and sentence."""
    dates: dict[tuple[str, Span], list[Period]] = {}
    for claim in claims:
        if isinstance(claim.value, Period) and claim.kind == "date":
            dates.setdefault((claim.document, claim.sentence), []).append(claim.value)
    return dates


def _tells_both(a: Claim, b: Claim, beside: _Dates) -> bool:
    """Return whether the sentence of one date tells the other's, too: 'on 25 May in Spain and on 29 May in France'."""
    return any(
        other is not one.value and other.timex == two.value.timex
        for one, two in ((a, b), (b, a))
        if isinstance(two.value, Period)
        for other in beside.get((one.document, one.sentence), ())
    )


def _first_clash(
    left: Sequence[Told], right: Sequence[Told], beside: _Dates, documents: Documents
) -> tuple[Told, Told] | None:
    """Return the first pair that excludes each other and may be of one event, None without one."""
    clashes = (
        (a, b)
        for a, b in product(left, right)
        if exclude(a, b) and may_be_of_one(a.claim, b.claim, documents) and not _tells_both(a.claim, b.claim, beside)
    )
    return next(clashes, None)


def are_of_other_days(a: Claim, b: Claim) -> bool:
    """Return whether the days of two claims exclude each other, whatever the time of day is."""
    return isinstance(a.value, Period) and isinstance(b.value, Period) and not a.value.meets(b.value)


def may_be_of_one(a: Claim, b: Claim, documents: Documents) -> bool:
    """Return whether two dates may be of one event: both plans of one time or neither, and no other names beside."""
    if is_plan(a, documents) != is_plan(b, documents) or have_changed(a, b, documents):
        return False
    return not name_others(a, b, documents)
