"""When a value is of: the period that it counts, or the moment up to which it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import chain
from operator import itemgetter

import msgspec

from crosscheck.claims.sentences.passage import COUNTED, At, Passage, ValueAt
from crosscheck.claims.sentences.signs import ClausePart
from crosscheck.records import PAST_REF
from crosscheck.values.calendar import period

_STALE = timedelta(days=30)
"""A day this long before the document's own is not the one of the news."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d|.*T")
_YEAR = re.compile(r"\d{4}")
_FULL_YEAR = "full year"
"""The key of the phrases for a whole year: which one, a date beside them says."""
_NIGHT = "TNI"
_REACH = 2
"""How many segment breaks a time at the head of the sentence may lie before the value: 'In 2019, in the city, 12'."""
_STAND = 2
"""How many breaks the moment of counting may lie behind the value: '14 cases (as of: 3 May)'."""
_AT_HEAD = 2
"""How many tokens may stand before a day that opens its sentence."""
_BEFORE = 4
"""What it costs a time to stand before its value: one right behind it is nearer."""
_SPEECH_GAP = 2
_COST = itemgetter(0)
_BESIDE = 1
"""How many tokens may stand between a value and its date behind it: '53 on Thursday'."""
_CHANGE_REACH = 6
"""How many tokens may lie between the two values of a change."""


def with_dates(passage: Passage) -> Passage:
    """Return the sentence with the dates in it that say when values are of, and up to when they count."""
    dates = [value for value in passage.values if _is_date(value, passage)]
    moments = tuple([value for value in dates if _is_moment(value, passage)])
    times = tuple([value for value in dates if value not in moments and _tells_time(value, passage)])
    return msgspec.structs.replace(passage, times=times, moments=moments)


def _tells_time(when: ValueAt, passage: Passage) -> bool:
    """Return whether a date may say when values are of, not only when something was said, since or between when."""
    return not (is_of_speech(when.at, passage) or _is_since(when.at, passage) or _is_paired(when, passage))


def find_period(value: At, cue: At, passage: Passage, starts: Mapping[str, str], published: date | None) -> str:
    """Return the period that the value is of, '' where the sentence does not say.

    It is a TIMEX3 value where a date says it, the shared key of a phrase ('second half'), or PAST_REF for a value that
    is only said to be an earlier one, *starts* pairing the words of a change ('from' and 'to'). A day near the
    document's own is that of the news and no period.
    """
    if "when" in passage.words and (timex := _explained(value, passage)):
        return timex
    found = [*_priced(value, cue, passage, published)] if passage.times or "period" in passage.label_words else []
    cost, nearest = min(found, key=_COST) if found else (0, "")
    if nearest == _FULL_YEAR:
        nearest = next((timex for _, timex in sorted(found) if _YEAR.fullmatch(timex)), nearest)
    if _is_earlier(value, passage, starts) and (not nearest or cost >= _BEFORE):
        return PAST_REF
    return nearest


def _priced(value: At, cue: At, passage: Passage, published: date | None) -> Iterator[tuple[int, str]]:
    """Yield the periods that the value may be of, each with how far it is."""
    times = ((when.at, when.mention.timex) for when in passage.times if _may_be_period(when, published))
    for at, timex in chain(times, _labelled(cue, passage)):
        cost = None if _is_origin(at, value, passage) else _cost(at, value, passage, far=timex != PAST_REF)
        if cost is not None:
            yield cost, timex


def _explained(value: At, passage: Passage) -> str:
    """Return the period right before the value's clause, which says what was then: 'since 2018, when 46 per cent'."""
    first = passage.segments.index(passage.segments[value.first])
    if not passage.begins(first, "when"):
        return ""
    end = first - (first > 0 and passage.tokens.words[first - 1] == ",")
    dates = (v for v in passage.values if v.at.end == end and _is_date(v, passage))
    return next((v.mention.timex for v in dates if not _DAY.match(v.mention.timex)), "")


def _is_origin(when: At, value: At, passage: Passage) -> bool:
    """Return whether a date only says since when there is what the value is of: 'the firm, founded in 2018, has'."""
    if passage.ends(when.first, "dated"):
        return True
    for at in passage.parts("origin"):
        if at.first == when.end or (0 <= when.first - at.end <= 1 and passage.crossed(when, value)):
            return True
    return False


def find_day(value: At, passage: Passage, published: date | None, *, hourly: bool = False) -> str:
    """Return the day of the news that the clause says the value is of ('on Saturday'), '' where it says none.

    Of what is *hourly*, it is the part of that day or the time in it, where the clause says that ('on Monday morning').

    It stands in the value's segment or opens the sentence. The day of publication is often that of the dateline alone,
    and a day beside a word of speech that of the speech; one long before is a period, as ``find_period`` has it.
    """
    found = []
    for other in passage.times:
        timex = other.mention.timex
        days = period(timex, "") if _DAY.match(timex) and not timex.endswith(_NIGHT) else None
        if days is None or days[0] != days[1]:
            continue
        if published is None or days[0] < published - _STALE or days[0] == published:
            continue
        if other.at.first > _AT_HEAD and passage.crossed(other.at, value):
            continue
        if (cost := _cost(other.at, value, passage, far=True)) is not None:
            found.append((cost, timex if hourly else days[0].isoformat()))
    return min(found)[1] if found else ""


def find_moment(value: At, passage: Passage, published: date | None) -> str:
    """Return the moment up to which the value counts ('by Monday noon'), as TIMEX3, '' where the sentence has none.

    At the head of the sentence it is that of all values up to a semicolon: 'As of Monday, 14 had died, of whom ...'.
    A moment after the document's own day is when something ends, not up to when it was counted.
    """
    found = []
    for other in passage.moments:
        if not _is_after(other, published):
            breaks = passage.crossed(value, other.at)
            behind = other.at.first >= value.end and breaks <= _STAND and not _values_between(value, other.at, passage)
            heads = not passage.segments[other.at.first] and other.at.end <= value.first
            near = behind or (heads and ";" not in passage.tokens.words[other.at.end : value.first])
            cost = passage.distance(value, other.at) if near else _cost(other.at, value, passage, far=True)
            if cost is not None:
                found.append((cost, _moment(other)))
    return min(found, key=_COST)[1] if found else ""


def _moment(when: ValueAt) -> str:
    """Return the TIMEX3 value of a moment; the end of a month or year is its last day."""
    if when.mention.hedge == "END" and not _DAY.match(when.mention.timex):
        days = period(when.mention.timex, "")
        return days[1].isoformat() if days else when.mention.timex
    return when.mention.timex


def _is_date(value: ValueAt, passage: Passage) -> bool:
    """Return whether *value* is a date that ends where its last word ends: 'the year-ago period' has none."""
    mention = value.mention
    if mention.kind != "date":
        return mention.kind == "time" and mention.timex != ""
    return mention.timex != "" and passage.tokens.ends[value.at.end - 1] <= mention.span.end


def _is_since(when: At, passage: Passage) -> bool:
    return _is_led_by("since", when, passage)


def is_status(when: At, passage: Passage) -> bool:
    """Return whether the words right before the date say that a count is of that day: 'as of 21 March'."""
    return _is_led_by("status", when, passage)


def is_end(when: At, passage: Passage) -> bool:
    """Return whether a word right before the date says that something ends then: 'until 2034'."""
    return _is_led_by("until", when, passage)


def _is_led_by(part: ClausePart, when: At, passage: Passage) -> bool:
    """Return whether a word of this part stands right before the date, or before its article."""
    return part in passage.words and any(0 <= when.first - at.end <= 1 for at in passage.words[part])


def _is_moment(value: ValueAt, passage: Passage) -> bool:
    """Return whether a date is one up to which something is counted."""
    if value.mention.hedge == "END" and not _DAY.match(value.mention.timex):
        return True
    if "as_of" not in passage.words:
        return False
    marks = [at for at in passage.words["as_of"] if 0 <= value.at.first - at.end <= 1]
    if not marks:
        return False
    words = passage.tokens.words
    ends = {other.at.end + (words[other.at.end : other.at.end + 1] == (".",)) for other in passage.values}
    return any(at.first not in ends for at in marks)  # not so '16. bis 18. Jahrhundert'


def _may_be_period(when: ValueAt, published: date | None) -> bool:
    """Return whether a date is more than a day of the news."""
    timex = when.mention.timex
    return not _DAY.match(timex) or timex.endswith(_NIGHT) or _is_stale(when, published)


def _is_paired(when: ValueAt, passage: Passage) -> bool:
    """Return whether a date is one of two that are no period of their own: 'between 2013 and 2016'."""
    if "coordinator" not in passage.words:
        return False
    joints = [at for at in passage.words["coordinator"] if at.end == when.at.first or at.first == when.at.end]
    if not joints:
        return False
    others = [other.at for other in passage.values if _is_date(other, passage) and other is not when]
    return any(other.end == at.first or other.first == at.end for at in joints for other in others)


def _is_after(when: ValueAt, published: date | None) -> bool:
    days = period(when.mention.timex, "")
    return published is not None and days is not None and days[when.mention.hedge == "END"] > published


def _is_stale(value: ValueAt, published: date | None) -> bool:
    days = period(value.mention.timex, "")
    return published is not None and days is not None and days[1] < published - _STALE


def is_of_speech(when: At, passage: Passage, behind: int = 1) -> bool:
    """Return whether the date says when something was said: 'said on Monday', 'on Monday the police said'.

    *behind* is how many words may stand between the verb and a date behind it: 'teilte die Polizei am Montag mit'.
    """
    return "speech" in passage.words and any(
        not passage.crossed(at, when)
        and (0 <= when.first - at.end <= behind or 0 <= at.first - when.end <= _SPEECH_GAP)
        for at in passage.words["speech"]
    )


def _labelled(cue: At, passage: Passage) -> Iterator[tuple[At, str]]:
    """Yield the phrases for a period that no date covers, and that are not what the concept itself is about.

    A date that only says that it is past covers none: 'back then'.
    """
    if "period" not in passage.label_words:
        return
    dates = (value for value in passage.values if _is_date(value, passage) and value.mention.timex != PAST_REF)
    taken = [cue, *(value.at for value in dates)]
    for at, key in passage.labels("period"):
        if not any(other.first < at.end and at.first < other.end for other in taken):
            yield at, key


def _cost(when: At, value: At, passage: Passage, *, far: bool) -> int | None:
    """Return how far a time is from a value that it may rule, None where it rules another one or none.

    Behind the value it stands in the same segment, or in one that only says who ('46 per cent who said yes in 2018'),
    with no other value and no 'and' between, nor a 'than': what it is compared with is of then. Before it, the head
    of a sentence reaches *far*, up to a semicolon.
    """
    if when.first >= value.end:
        inside = passage.between(when, value)
        breaks = passage.crossed(value, when) - sum(at.first in inside for at in passage.parts("relative"))
        if breaks > 0 or any(at.first in inside for at in passage.parts("coordinator", "than")):
            return None
        return None if _values_between(value, when, passage) else value.gap(when)
    heads = far and passage.segments[when.first] == 0
    if passage.crossed(when, value) > (_REACH if heads else 1) or ";" in passage.tokens.words[when.end : value.first]:
        return None
    if (not heads and _values_between(value, when, passage)) or _is_of_outset(when, value, passage):
        return None
    return _BEFORE + passage.distance(when, value)


def _is_of_outset(when: At, value: At, passage: Passage) -> bool:
    """Return whether a date stands beside what *value* changed from: 'rose from 53 on Thursday to 64'."""
    if "outcome" not in passage.words or not passage.ends(value.first, "outcome"):
        return False
    return any(
        v.mention.kind in COUNTED and 0 <= when.first - v.at.end <= _BESIDE and not passage.crossed(v.at, when)
        for v in passage.values
    )


def _values_between(value: At, when: At, passage: Passage) -> bool:
    inside = passage.between(value, when)
    return any(other.mention.kind in COUNTED and other.at.first in inside for other in passage.values)


def _is_earlier(value: At, passage: Passage, starts: Mapping[str, str]) -> bool:
    """Return whether the value is the one before another of its kind: 'up from 14', 'from 12 to 14'."""
    words = passage.tokens.words
    if "earlier" not in passage.words and (value.first == 0 or words[value.first - 1] not in starts):
        return False
    here = next((other for other in passage.values if other.at == value), None)
    if here is None:
        return False
    rivals = [other for other in passage.values if other is not here and _is_alike(here, other)]
    if rivals and any(0 <= value.first - at.end <= 1 for at in passage.parts("earlier")):
        return True
    return any(_changes(value, other.at, passage, starts) for other in rivals)


def _changes(value: At, other: At, passage: Passage, starts: Mapping[str, str]) -> bool:
    """Return whether *value* changed into *other*: 'from 12 to 14', 'to 14 from 12'."""
    words = passage.tokens.words
    ends = starts.get(words[value.first - 1]) if value.first else None
    return ends is not None and other.first > 0 and words[other.first - 1] == ends and value.gap(other) <= _CHANGE_REACH


def _is_alike(a: ValueAt, b: ValueAt) -> bool:
    """Return whether two values may be of the same quantity; a bare number may be of any."""
    if "" in {a.mention.unit, b.mention.unit} and "number" in {a.mention.kind, b.mention.kind}:
        return a.mention.kind in COUNTED and b.mention.kind in COUNTED
    return a.mention.kind == b.mention.kind and a.mention.unit == b.mention.unit and a.mention.kind in COUNTED
