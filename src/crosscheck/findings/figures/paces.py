"""So much for each day, month or year, told again for a longer time: '900 euros a month, or 10,800 euros a year'."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from crosscheck.findings.accounts.passages import Figure, Passage, are_of_one_size
from crosscheck.findings.figures.totals import Sum
from crosscheck.findings.telling.notation import show_number
from crosscheck.languages import load_language
from crosscheck.messages import join
from crosscheck.records import Document
from crosscheck.values.interval import Interval
from crosscheck.values.units import unit_table

_PER = " per "
_TIMES: Mapping[tuple[str, str], tuple[int, int]] = {
    ("second", "minute"): (60, 60),
    ("second", "hour"): (3600, 3600),
    ("minute", "hour"): (60, 60),
    ("minute", "day"): (300, 1440),
    ("hour", "day"): (6, 24),
    ("hour", "week"): (30, 168),
    ("hour", "month"): (120, 744),
    ("hour", "year"): (1400, 8784),
    ("day", "week"): (5, 7),
    ("day", "month"): (20, 31),
    ("day", "year"): (200, 366),
    ("week", "month"): (4, 5),
    ("week", "year"): (40, 53),
    ("month", "quarter"): (3, 3),
    ("month", "year"): (12, 14),
    ("quarter", "year"): (4, 4),
}
"""How many of a unit of time another one may hold, of those in which people work, schools teach or wages are paid."""
_LIKE_SIZE = 4
"""How many times what it comes to the other may be told: beyond, it is one of something else."""
_LONGEST = 4
"""How many words at most equate both: 'or a total of about'."""


def find_paces(passages: Sequence[Passage], document: Document) -> Iterator[Sum]:
    """Yield each amount for a unit of time with the one behind it for a longer unit that words equate with it.

    If no number of the shorter that may be in the longer makes both alike, whole or as people work.
    """
    for passage in passages:
        for first, then in pairwise(passage.figures):
            times = _TIMES.get((_span(first), _span(then))) or _TIMES.get((_span(then), _span(first)))
            if times is None or _thing(first) != _thing(then) or not _are_equated(first, then, document):
                continue
            short, long = (first, then) if (_span(first), _span(then)) in _TIMES else (then, first)
            makes = [short.interval * Interval.point(number) for number in range(times[0], times[1] + 1)]
            is_like = are_of_one_size(long.stated, makes[len(makes) // 2].middle, _LIKE_SIZE)
            is_offer = long.stated < times[0] * short.stated and _is_choice(first, then, document)
            if is_like and not is_offer and all(each.meet(_rounded(long)).is_empty for each in makes):
                yield _made(short, times, long)


def _rounded(figure: Figure) -> Interval:
    """Return what a figure may be, told as exactly as it is printed: to half of its last place."""
    room = (figure.amount.precision or Fraction(0)) / 2
    return figure.interval + Interval(-room, room) if figure.interval.is_point else figure.interval


def _made(short: Figure, times: tuple[int, int], long: Figure) -> Sum:
    """Return that so many times the *short* one makes another one than *long*."""
    told = [show_number(Fraction(number)) for number in dict.fromkeys(times)]
    makes = [show_number(number * short.stated) for number in dict.fromkeys(times)]
    shown = join((join((short.mention.surface, join(told, "–")), " * "), join(makes, "–")), " = ")
    return Sum((short.claim, long.claim), shown, long.amount)


def _are_equated(first: Figure, then: Figure, document: Document) -> bool:
    """Return whether but words that equate them stand between two figures: 'or', 'also', 'das sind'."""
    gap = document.text[first.claim.quote.end : then.claim.quote.start].lower()
    words = gap.strip(" ,(–—").split()
    relations = load_language(document.language).relations
    told = (*relations.equals, *relations.sums, *relations.altogether)
    if not words:
        return gap.strip() in {"(", "–", "—"}
    return len(words) <= _LONGEST and any(words[: len(phrase.split())] == phrase.split() for phrase in told)


def _is_choice(first: Figure, then: Figure, document: Document) -> bool:
    """Return whether two prices may be offered, the longer time cheaper: '9 euros a month or 90 a year'."""
    joint = document.text[first.claim.quote.end : then.claim.quote.start].lower().strip(" ,").split()
    is_money = first.mention.kind == "money"
    return is_money and bool(joint) and joint[0] in load_language(document.language).numbers.alternatives


def find_paid(passages: Sequence[Passage]) -> Iterator[Sum]:
    """Yield each total with the amount for a unit of time and the number of those before it that make another one.

    '31 million euros a year for five years, 125 million in all'.
    """
    for passage in passages:
        totals = [f for f in passage.figures if f.told == "total" and f.mention.kind in {"money", "quantity", "number"}]
        paces = [f for f in passage.figures if _span(f)]
        lengths = [f for f in passage.figures if f.mention.kind == "duration" and f.amount.interval.is_point]
        if not (len(totals) == len(paces) == len(lengths) == 1):
            continue
        (total,), (pace,), (length,) = totals, paces, lengths
        if _span(pace) != length.amount.unit or _thing(total) != _thing(pace) or total.stated <= pace.stated:
            continue
        makes = pace.interval * length.interval
        if makes.meet(total.interval).is_empty and are_of_one_size(total.stated, makes.middle, _LIKE_SIZE):
            factors = join((pace.mention.surface, length.mention.surface), " * ")
            shown = join((factors, show_number(pace.stated * length.stated)), " = ")
            yield Sum((pace.claim, length.claim, total.claim), shown, total.amount)


def _span(figure: Figure) -> str:
    """Return for each of which unit of time it is, '' where for none."""
    return figure.amount.unit.partition(_PER)[2]


def _thing(figure: Figure) -> str:
    unit = figure.amount.unit.partition(_PER)[0]
    return unit_table().currencies.names.get(unit, unit)
