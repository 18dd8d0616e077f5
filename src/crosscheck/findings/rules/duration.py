"""CC305 Duration and its ends.

What it finds: a stated length of time that is not the time between the start and the end that documents state for the
same thing, or that the same sentence names; and the age or the anniversary of a thing that is another one by the year
that its sentence says it is from.

Why it matters: the length is worked out in the head, and it is what the headline says.

When it stays silent: when any of the starts and ends stated leave room, the unit's last step and the counting of the
last day included; when start or end is stated nowhere; when the length is that of a part.

Example: "a five-day strike from Monday, 5 May, to Thursday, 8 May 2031"; a bridge begun in March 2026 and
opened in June 2030 after "six years of work".

Near miss: "the four-day fair from 25 to 28 July"; work from March 2026 to June 2030 and "four years of work".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from fractions import Fraction
from functools import reduce
from typing import Final

import msgspec

from crosscheck.findings.direct import SURE
from crosscheck.findings.figures.anniversaries import Aged, find_aged
from crosscheck.findings.figures.stretches import Stretch, find_ranges, stretches_beside
from crosscheck.findings.formulas.calculation import Requirement
from crosscheck.findings.proof import prove
from crosscheck.findings.rule import Case
from crosscheck.findings.telling.notation import show_moment, show_number, show_rounded
from crosscheck.messages import Number, Phrase, Quoted, Unit, join, say, say_all
from crosscheck.records import SAID, Amount, Claim, Finding, FindingKind, Period
from crosscheck.values.elapsed import Moment, elapsed, measures_time, moment
from crosscheck.values.interval import Interval

CODE: Final = "CC305"
NAME: Final = say("duration and its ends")
KIND: Final[FindingKind] = "arithmetic"

_LARGEST_FACTOR = 3
"""Between a length and the time between its ends; what is further apart is the length of something else."""


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for the lengths that no start and end allow, those of the same starts and ends together."""
    ranges = tuple(find_ranges(case))
    beside = tuple(stretches_beside(case, ranges))
    told = {length.id for stretch in beside for length in stretch.lengths}
    for stretch in (*beside, *_of_concepts(case, ranges, told)):
        wrong = tuple(length for length in stretch.lengths if not _is_possible(length, stretch))
        if wrong:
            yield _finding(case, msgspec.structs.replace(stretch, lengths=wrong))
    yield from (_aged(case, aged) for aged in find_aged(case))


def _of_concepts(case: Case, ranges: Sequence[tuple[Claim, Claim]], told: Collection[str]) -> Iterator[Stretch]:
    """Yield the lengths whose concept names the dates they run between, with all claims of these for the same bearer.

    Those that are *told*, by id, have ends in their own sentence. The end of a range that begins with a start is an
    end, whatever its cue.
    """
    end_of = {start.id: end for start, end in ranges}
    closing = {end.id for end in end_of.values()}
    by_attribute: dict[str, list[Claim]] = {}
    for claim in case.claims:
        if claim.concept and claim.modality in SAID:
            by_attribute.setdefault(claim.concept, []).append(claim)
    for name, concept in case.concepts.items():
        if len(concept.ends) != 2 or name not in by_attribute:
            continue
        starts, ends = ([c for attribute in names for c in by_attribute.get(attribute, ())] for names in concept.ends)
        starts = [claim for claim in starts if claim.id not in closing]
        ends += [end_of[claim.id] for claim in starts if claim.id in end_of]
        of_ends: dict[tuple[str, ...], Stretch] = {}
        for length in by_attribute[name]:
            if length.id not in told:
                own = Stretch((length,), _of_same(length, starts), _of_same(length, ends))
                key = tuple(claim.id for claim in (*own.starts, *own.ends))
                same = of_ends.get(key)
                of_ends[key] = own if same is None else msgspec.structs.replace(same, lengths=(*same.lengths, length))
        yield from of_ends.values()


def _of_same(length: Claim, dates: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the dates that are of the bearer of *length*, and of its event and part."""
    return tuple(
        claim
        for claim in dates
        if claim.subject in {length.subject, ""}
        and claim.scope.part == length.scope.part
        and not (claim.scope.event and length.scope.event and claim.scope.event != length.scope.event)
    )


def _is_possible(length: Claim, stretch: Stretch) -> bool:
    """Return whether the starts and ends leave room for *length*, or tell nothing of it."""
    possible = _possible(length, stretch)
    return possible is None or not possible.meet(_meant(length, stretch)).is_empty


def _possible(length: Claim, stretch: Stretch) -> Interval | None:
    """Return how long it may have been by all starts and ends, in the unit of *length*; None where nobody can say."""
    value = length.value
    starts, ends = (_moments(claims, exact=stretch.is_range) for claims in (stretch.starts, stretch.ends))
    if not isinstance(value, Amount) or not measures_time(value.unit) or not (starts and ends):
        return None
    if value.unit in _CLOCKED and not all(each.is_clocked for each in (*starts, *ends)):
        return None
    lengths = [elapsed(start, end, value.unit) for start in starts for end in ends if start.first <= end.last]
    if not lengths:
        return None
    whole = Interval(
        min(each.low or Fraction(0) for each in lengths), max(each.high or Fraction(0) for each in lengths)
    )
    return whole if _is_comparable(whole, value) else None


_COUNTED = 10
"""Fewer days or hours than so many are counted one by one."""
_FULL_HOUR = re.compile(r"T\d\d$")
_CLOCKED = frozenset({"second", "minute", "hour"})


def _moments(claims: Sequence[Claim], *, exact: bool) -> list[Moment]:
    read = (_moment(claim, exact=exact) for claim in claims)
    return [each for each in read if each is not None and each.is_bounded]


def _moment(claim: Claim, *, exact: bool) -> Moment | None:
    """Return when a claim says it was; an hour alone, where it is *exact*, is that full hour: 'from 4 pm to 9 pm'."""
    if not isinstance(claim.value, Period):
        return None
    timex = claim.value.timex
    if exact and _FULL_HOUR.search(timex):
        timex = f"{timex}:00"
    return moment(timex, claim.mention.hedge if claim.mention else "")


def _is_comparable(whole: Interval, value: Amount) -> bool:
    """Return whether both are of one order: a two-hour tour is no contradiction to a season of months."""
    stated = value.stated or value.interval.middle
    if not stated or whole.high is None or whole.low is None:
        return False
    return stated <= whole.high * _LARGEST_FACTOR and whole.low <= stated * _LARGEST_FACTOR


def _meant(claim: Claim, stretch: Stretch) -> Interval:
    """Return every length that the words allow: rounded to the unit, or begun ('five years' till the sixth is full).

    A few days are counted, not rounded, and so are the hours of a range.
    """
    if not isinstance(claim.value, Amount):
        return Interval()
    is_counted = claim.value.unit == "day" or (claim.value.unit == "hour" and stretch.is_range)
    if is_counted and claim.value.interval.is_point and (claim.value.stated or _COUNTED) < _COUNTED:
        return claim.value.interval
    within = claim.value.interval
    step = claim.value.precision or Fraction(1)
    size = claim.value.stated or Fraction(0)
    loose = size / 20 if step > 1 or size % 10 == 0 else Fraction(0)
    return within + Interval(-max(step / 2, loose), max(step, loose))


def _finding(case: Case, stretch: Stretch) -> Finding:
    first = stretch.lengths[0]
    claims = [*stretch.lengths, *_proof(stretch.starts), *_proof(stretch.ends)]
    possible = _possible(first, stretch) or Interval()
    shown = _show_length(first, possible)
    start, end = _joined(stretch.starts), _joined(stretch.ends)
    between = say("from {start} to {end}", start=start, end=end)
    return prove(
        case,
        claims,
        [],
        code=CODE,
        kind=KIND,
        severity="error" if all(claim.confidence >= SURE for claim in claims) else "warning",
        message=say(
            "{quoted}, but {start} to {end} is {length}",
            quoted=say_all(dict.fromkeys(Quoted(case.documents[c.document].slice(c.quote)) for c in stretch.lengths)),
            start=start,
            end=end,
            length=shown,
        ),
        calculation=[join((between, shown), ": ")],
        suggestion=say("{value} would fit", value=shown),
        implied=Requirement(first.id, possible, between),
    )


def _aged(case: Case, aged: Aged) -> Finding:
    """Return the finding that something is not as old as it is told to be."""
    start = show_moment(aged.origin.value)
    made = say("{number} {unit}", number=show_number(Fraction(aged.made)), unit=Unit("year", is_one=aged.made == 1))
    between = say("from {start} to {end}", start=start, end=aged.day)
    return prove(
        case,
        [aged.told, aged.origin],
        [],
        code=CODE,
        kind=KIND,
        severity="error",
        message=say(
            "{quoted}, but {start} to {end} is {length}",
            quoted=Quoted(case.documents[aged.told.document].slice(aged.told.quote)),
            start=start,
            end=aged.day,
            length=made,
        ),
        calculation=[join((between, made), ": ")],
        suggestion=say("{value} would fit", value=made),
    )


def _proof(claims: Sequence[Claim]) -> Sequence[Claim]:
    """Return the claims of the earliest date, which are to be quoted; that others differ is another finding."""
    first = min(map(_ends, claims))
    return [claim for claim in claims if _ends(claim) == first]


def _ends(claim: Claim) -> tuple[date, date, str]:
    """Return the first and last day of a date, and with what time of day."""
    value = claim.value
    return (value.first, value.last, value.timex) if isinstance(value, Period) else (date.max, date.max, "")


def _show_length(claim: Claim, possible: Interval) -> Phrase:
    """Return '5.2 years': hours and minutes from clock to clock, longer lengths as bounds."""
    unit = claim.value.unit if isinstance(claim.value, Amount) else ""
    low, middle, high = possible.low, possible.middle, possible.high
    number = show_rounded(possible)
    if unit in _CLOCKED and middle is not None:
        number = show_number(middle)
    elif not isinstance(number, Number) and low is not None and high is not None:
        number = say("{low} to {high}", low=show_number(low, 3), high=show_number(high, 3))
    return say("{number} {unit}", number=number, unit=Unit(unit, is_one=number == show_number(Fraction(1))))


def _joined(claims: Sequence[Claim]) -> Phrase:
    """Return each date once, the earliest first: '5 May 2031 or 6 May 2031'."""
    shown = dict.fromkeys(show_moment(claim.value) for claim in sorted(claims, key=_ends))
    return reduce(lambda one, other: say("{one} or {other}", one=one, other=other), shown)
