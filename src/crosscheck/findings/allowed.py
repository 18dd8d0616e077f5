"""What stated amounts allow, as lines of a calculation. Shared by the rules that hold amounts against each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosscheck.findings.rule import Case
from crosscheck.findings.telling.notation import show_interval, show_number, show_value, with_unit
from crosscheck.messages import Phrase, join, say
from crosscheck.records import Amount, Claim
from crosscheck.values.interval import ZERO


def calculate_allowed(_: Case, claims: Sequence[Claim]) -> Iterator[Phrase]:
    """Yield what each amount allows that is read as a range, once; of exact ones in one unit, how far they are apart.

    '41.2 % allows 41.15 to 41.25'; '271 - 217 = 54'.
    """
    amounts = tuple(dict.fromkeys(claim.value for claim in claims if isinstance(claim.value, Amount)))
    ranges = [amount for amount in amounts if not amount.interval.is_point]
    for amount in ranges:
        yield say("{value} allows {interval}", value=show_value(amount), interval=show_interval(amount.interval))
    if not ranges:
        yield from _subtract(amounts)


def _subtract(amounts: Sequence[Amount]) -> Iterator[Phrase]:
    """Yield the largest less the smallest of exact *amounts*; nothing where they show another unit."""
    numbers = {amount.interval.low: amount for amount in amounts if amount.interval.low is not None}
    if len(numbers) > 1 and len({with_unit(show_number(ZERO), amount.unit) for amount in amounts}) == 1:
        low, high = min(numbers), max(numbers)
        difference = with_unit(show_number(high - low, 12), amounts[0].unit, is_one=high - low == 1)
        terms = join((show_value(numbers[high]), show_value(numbers[low])), " - ")
        yield join((terms, difference), " = ")
