"""One fact, several values: the sides, who stands behind each, and which one is probably wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from heapq import nlargest
from math import lcm

import msgspec

from crosscheck.findings.telling.diagnosis import slip_between, word_day_slip, word_slip, word_unit_slip
from crosscheck.findings.telling.notation import show_value
from crosscheck.messages import Phrase, join, say, say_count
from crosscheck.records import Amount, Claim, Fact, Period, Value, firm_claims
from crosscheck.values.interval import Interval
from crosscheck.values.measures import convert_rounded, converts

_MOST_SIDES = 12
"""More sides than these no reader follows: the others are not told."""


class Side(msgspec.Struct, frozen=True):
    """The claims that state one value, the documents they stand in, and how many of these speak for themselves."""

    shown: Phrase
    claims: tuple[Claim, ...]
    witnesses: int

    @property
    def documents(self) -> tuple[str, ...]:
        """Return the documents behind the value, each once."""
        return tuple(dict.fromkeys(claim.document for claim in self.claims))


class _Stated(msgspec.Struct, frozen=True):
    """One value, the claims that state it and their witnesses: as it is shown, and from where to where it may lie.

    ``low`` and ``high`` keep the order of the bounds of all values of one fact, and stand for nothing else.
    """

    shown: Phrase
    low: int
    high: int
    claims: tuple[Claim, ...]
    witnesses: frozenset[str]


def sides_of(fact: Fact) -> tuple[Side, ...]:
    """Return the sides of a contradicted fact: those who can be right together, most witnesses first.

    The first side is the largest set of firm claims that leave a value in common, the next the largest of the rest.
    Claims so vague that they suit several sides take none, and no predictions where anything is asserted. A side of
    vague claims alone is none, and of very many sides only the first are told.
    """
    left = _stated(fact)
    sides: list[tuple[_Stated, list[_Stated]]] = []
    while left and len(sides) < _MOST_SIDES:
        backing = {n: len(stated.witnesses) for n, stated in enumerate(left)}
        leaders = sorted(nlargest(_MOST_SIDES, backing, key=lambda n: backing[n]))
        most = max(leaders, key=lambda n: _witnesses_behind(_camp(left[n], left)))
        best = _narrowest_within(left[most], left)
        camp = _camp(best, left)
        sides.append((best, camp))
        left = [stated for stated in left if not _agree(best, stated)]
    decided = (_side(own, camp, [rival for rival, _ in sides if rival is not own]) for own, camp in sides)
    return tuple(side for side in decided if side.claims)


def _camp(own: _Stated, values: Sequence[_Stated]) -> list[_Stated]:
    """Return those of *values* that can mean *own*."""
    return [other for other in values if _agree(own, other)]


def _witnesses_behind(camp: Sequence[_Stated]) -> int:
    return len(frozenset[str]().union(*(stated.witnesses for stated in camp)))


def _narrowest_within(own: _Stated, values: Sequence[_Stated]) -> _Stated:
    """Return one of *values* that lies in *own* and holds no other: the camp of that is the larger one."""
    for other in values:
        if _agree(other, own) and not _agree(own, other):
            own = other
    return own


def _stated(fact: Fact) -> list[_Stated]:
    """Return the values that *fact*'s firm claims state, in the order in which each was first stated.

    'Almost 60' and 'a good 60' show the same number and state two values.
    """
    values: dict[tuple[Phrase, Interval], list[Claim]] = {}
    names: dict[Phrase, int] = {}
    firm = firm_claims(fact.claims)
    unit = next((claim.value.unit for claim in firm if isinstance(claim.value, Amount)), "")
    cycle = next((c.value.cycle for c in firm if isinstance(c.value, Period) and c.value.cycle is not None), None)
    for claim in firm:
        shown = show_value(claim.value)
        if cycle is not None and isinstance(claim.value, Period):
            days = claim.value.arc(cycle)
            meant = Interval.of(days.first, days.first + days.length - 1)
        else:
            meant = _meant(claim.value, names.setdefault(shown, len(names)), unit)
        values.setdefault((shown, meant), []).append(claim)
    bounds = _in_whole_numbers([meant for _, meant in values])
    return [
        _Stated(
            shown,
            low,
            high,
            tuple(claims),
            frozenset(fact.copies.get(claim.document, claim.document) for claim in claims),
        )
        for ((shown, _), claims), (low, high) in zip(values.items(), bounds, strict=True)
    ]


def _meant(value: Value, number: int, unit: str) -> Interval:
    """Return every number, in *unit*, or the ordinal of every day, that may be meant; of a name, its own *number*."""
    if isinstance(value, Amount):
        if converts(value.unit, unit):
            return convert_rounded(value.interval, value.precision, value.unit, unit)
        return value.charitable
    if isinstance(value, Period):
        return Interval.of(value.first.toordinal(), value.last.toordinal())
    return Interval.point(number)


def _in_whole_numbers(intervals: Sequence[Interval]) -> Iterator[tuple[int, int]]:
    """Yield two whole numbers for each interval, which lies in another where both lie between those of the other.

    Fractions are brought to one denominator and doubled, so that an open end has room: comparing them is slow.
    """
    ends = [end for interval in intervals for end in (interval.low, interval.high) if end is not None]
    scale = 2 * lcm(*(end.denominator for end in ends))
    whole = {end: end.numerator * (scale // end.denominator) for end in ends}
    beyond = max(map(abs, whole.values()), default=0) + 2
    for interval in intervals:
        low = -beyond if interval.low is None else whole[interval.low] + interval.low_open
        yield low, beyond if interval.high is None else whole[interval.high] - interval.high_open


def _side(own: _Stated, camp: Sequence[_Stated], rivals: Sequence[_Stated]) -> Side:
    """Return the side of *camp* without the values that suit a rival as well: 'last month' decides nothing."""
    decided = [stated for stated in camp if not any(_agree(rival, stated) for rival in rivals)]
    return Side(own.shown, tuple(claim for stated in decided for claim in stated.claims), _witnesses_behind(decided))


def _agree(own: _Stated, other: _Stated) -> bool:
    """Return whether the value *own* can be meant by *other*."""
    return other.low <= own.low and own.high <= other.high


def word_sides(sides: Sequence[Side]) -> Phrase:
    """Return '271 (2 documents) against 217 (1 document)'; '271 against 217' where each has one document."""
    is_even = all(len(side.documents) == 1 for side in sides)
    told: list[Phrase] = [
        side.shown if is_even else say("{value} ({documents})", value=side.shown, documents=_count(side))
        for side in sides
    ]
    return reduce(lambda one, other: say("{one} against {other}", one=one, other=other), told)


def suggest(sides: Sequence[Side]) -> Phrase:
    """Return which value is probably wrong and how it went wrong; nothing where nothing decides.

    The side with fewer witnesses is doubted; between equals neither is, but a slip that leads from one to the other is
    still named.
    """
    strongest, *others = sides
    doubted = [side for side in others if side.witnesses < strongest.witnesses]
    lines: list[Phrase] = []
    for side in others:
        slip = slip_between(side.claims[0], strongest.claims[0])
        told = word_unit_slip(side.claims[0], strongest.claims[0]) or word_day_slip(side.claims[0], strongest.claims[0])
        if slip is not None:
            lines.append(word_slip(side.claims[0], slip))
        elif told is not None:
            lines.append(told)
        elif side in doubted:
            rivals = _count(strongest)
            lines.append(say("{value} stands alone against {documents}", value=side.shown, documents=rivals))
    return join(lines, "; ")


def _count(side: Side) -> Phrase:
    number = len(side.documents)
    documents = say_count("{number} document", "{number} documents", number, number=number)
    if side.witnesses == number:
        return documents
    return say("{documents}, {number} independent", documents=documents, number=side.witnesses)
