"""So many at so much each, or for each of so many units of time, against what a sentence says they come to in all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import msgspec

from crosscheck.findings.accounts.passages import Figure, Passage, are_of_one_size, figures_before, window
from crosscheck.findings.figures.totals import Sum, together
from crosscheck.findings.telling.notation import show_number
from crosscheck.languages import load_language
from crosscheck.messages import join
from crosscheck.records import Document
from crosscheck.values.interval import Interval

_LED = 60
"""How many characters may lie between a price and what it brought in all."""
_ENDS_SENTENCE = frozenset(".;:")
_MOST = 500
"""Of how many at most a text says what each costs."""
_MOST_ADDED = 4
"""Of how many figures beside a product it is told whether the total holds them, too."""
_LIKE_SIZE, _LIKE_PAID = 2, 4
"""How many times what it comes to a total may be told, of so many or over a time: beyond, it is one of other things."""
_PAID = frozenset({"money", "quantity", "number"})


class Product(msgspec.Struct, frozen=True):
    """How many, and how much each, in the order of the text, with figures that the total may hold besides."""

    factors: tuple[Figure, Figure]
    added: tuple[Figure, ...] = ()

    @property
    def makes(self) -> Interval:
        """Return what it may come to with all that is added."""
        return self._bare + together(self.added)

    @property
    def _bare(self) -> Interval:
        one, other = self.factors
        return one.interval * other.interval

    def can_make(self, total: Figure) -> bool:
        """Return whether it makes *total* with none, some or all of what is added."""
        return any(
            not (self._bare + together(some)).meet(total.interval).is_empty
            for size in range(len(self.added) + 1)
            for some in combinations(self.added, size)
        )

    def is_like(self, total: Figure, times: int) -> bool:
        """Return whether *total* is of its size, give or take so many *times*."""
        return are_of_one_size(total.stated, self.makes.middle, times)

    def against(self, total: Figure) -> Sum:
        """Return that it should make *total*, and what it makes."""
        one, other = self.factors
        makes = one.stated * other.stated + sum(figure.stated for figure in self.added)
        factors = join((figure.mention.surface for figure in self.factors), " * ")
        shown = join((factors, *(figure.mention.surface for figure in self.added)), " + ")
        claims = tuple(figure.claim for figure in (*self.factors, *self.added, total))
        return Sum(claims, join((shown, show_number(makes)), " = "), total.amount)


def find_products(passages: Sequence[Passage], document: Document) -> Iterator[Sum]:
    """Yield each total beside what each of several is and how many these are, that is not their product.

    'Three halls with 420 seats apiece, 1,360 in all', '3,120 tickets at 45 euros each, taking 120,000 euros'. Nothing
    where one of the numbers before fits.
    """
    for index, passage in enumerate(passages):
        for each in passage.figures:
            if each.told != "each":
                continue
            alike = [f for f in passage.figures if f.is_like(each) and f.stated > each.stated]
            totals = [f for f in alike if f.told == "total"]
            counts = [f for f in figures_before(window(passages, index, 1), each) if _is_few(f)]
            if not totals and (sold := _sold(each, passage)) is not None:
                totals, counts = [f for f in alike if _is_taken(f, each, document)], [sold]
            if len(totals) != 1 or not counts:
                continue
            total = totals[0]
            added = _between(each, total, passage)
            products = [Product((count, each), added) for count in counts]
            if len(added) > _MOST_ADDED or any(product.can_make(total) for product in products):
                continue
            if likely := [product for product in products if product.is_like(total, _LIKE_SIZE)]:
                yield likely[-1].against(total)


def _sold(each: Figure, passage: Passage) -> Figure | None:
    """Return the one exact number before a price in its sentence, None where none stands there or several do."""
    before = [f for f in passage.figures if f.claim.quote.end <= each.claim.quote.start]
    is_count = len(before) == 1 and before[0].mention.kind == "number" and before[0].amount.interval.is_point
    return before[0] if is_count and each.mention.kind == "money" and before[0].stated > 1 else None


def _is_taken(total: Figure, each: Figure, document: Document) -> bool:
    """Return whether money behind a price is what was taken for all: 'taking 120,000 euros'."""
    incomes = load_language(document.language).relations.incomes
    gap = document.text[each.claim.quote.end : total.claim.quote.start].lower()
    is_near = 0 < len(gap) <= _LED and _ENDS_SENTENCE.isdisjoint(gap)
    return is_near and not incomes.isdisjoint(gap.split())


def _between(each: Figure, total: Figure, passage: Passage) -> tuple[Figure, ...]:
    """Return the figures like *total* that stand between the price of each and it, which it may hold, too."""
    start, end = each.claim.quote.end, total.claim.quote.start
    return tuple(f for f in passage.figures if start <= f.claim.quote.start < end and f.is_like(total))


def _is_few(figure: Figure) -> bool:
    return figure.mention.kind == "number" and figure.amount.interval.is_point and 1 < figure.stated <= _MOST


def find_paid(passages: Sequence[Passage]) -> Iterator[Sum]:
    """Yield each total beside an amount for a unit of time and the number of those, that is not their product.

    '31 million euros a year for five years, 125 million in all'.
    """
    for passage in passages:
        totals = [f for f in passage.figures if f.told == "total" and f.mention.kind in _PAID]
        paces = [f for f in passage.figures if f.per]
        lengths = [f for f in passage.figures if f.mention.kind == "duration" and f.amount.interval.is_point]
        if not (len(totals) == len(paces) == len(lengths) == 1):
            continue
        (total,), (pace,), (length,) = totals, paces, lengths
        if pace.per != length.amount.unit or pace.measure != total.measure or total.stated <= pace.stated:
            continue
        product = Product((pace, length))
        if product.is_like(total, _LIKE_PAID) and not product.can_make(total):
            yield product.against(total)
