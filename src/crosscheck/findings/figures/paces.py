"""So much for each day, month or year, told again for a longer time: '900 euros a month, or 10,800 euros a year'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
            short, long = (first, then) if _times(first, then) else (then, first)
            times = _times(short, long)
            if times is None or first.measure != then.measure or not _are_equated(first, then, document):
                continue
            least, most = times
            makes = [short.interval * Interval.point(number) for number in range(least, most + 1)]
            is_like = are_of_one_size(long.stated, makes[len(makes) // 2].middle, _LIKE_SIZE)
            is_offer = long.stated < least * short.stated and _is_choice(first, then, document)
            if is_like and not is_offer and all(each.meet(_rounded(long)).is_empty for each in makes):
                yield _made(short, times, long)


def _times(short: Figure, long: Figure) -> tuple[int, int] | None:
    """Return how many times one figure may be another for a longer unit of time, None where that is for no longer."""
    return unit_table().holding.get(long.per, {}).get(short.per)


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
