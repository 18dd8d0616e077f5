"""Counts that a sentence lists as parts of a whole: 'nine wins, six draws and 16 defeats', 'in 31 matches'."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

import msgspec

from crosscheck.domains import Partition
from crosscheck.findings.rule import Case
from crosscheck.messages import Label, label
from crosscheck.records import Amount, Claim

_SHARED = 2
"""How many parts two sentences have in common that tally the same thing."""
_WHOLE = -1


class Tally(msgspec.Struct, frozen=True):
    """The claims of the parts of a whole, in the order of the partition, that of the whole, and all claims that tell
    them, those of two documents that say the same among them.
    """

    label: Label
    parts: tuple[Claim, ...]
    whole: Claim
    claims: tuple[Claim, ...]

    @property
    def total(self) -> Fraction:
        """Return what the parts add up to."""
        return sum((_number(part) for part in self.parts), Fraction(0))

    @property
    def is_right(self) -> bool:
        """Return whether the parts add up to the whole."""
        return self.total == _number(self.whole)


def find_tallies(case: Case) -> Iterator[Tally]:
    """Yield the full tallies: those of a sentence, and those of two that have two parts in common and exclude none.

    Work grows with the pairs of sentences that list parts of one whole, which are few.
    """
    for partition in case.domains.partitions:
        listed = [slots for slots in _sentences(case.claims, partition) if len(slots.keys() - {_WHOLE}) >= _SHARED]
        full = len(partition.parts) + 1
        own = [slots for slots in listed if len(slots) == full]
        yield from (_tally(partition, slots, tuple(slots.values())) for slots in own)
        for left, right in combinations((slots for slots in listed if len(slots) < full), 2):
            joined = {**left, **right}
            if len(joined) == full and _are_of_one(left, right):
                yield _tally(partition, joined, (*left.values(), *right.values()))


def _sentences(claims: Sequence[Claim], partition: Partition) -> Iterator[Mapping[int, Claim]]:
    """Yield, per sentence, what it counts of each part and of the whole; nothing of what it counts twice."""
    slot_of = {term: number for number, terms in enumerate(partition.parts) for term in terms}
    slot_of |= dict.fromkeys(partition.whole, _WHOLE)
    found: dict[object, dict[int, list[Claim]]] = {}
    for claim in claims:
        slot = slot_of.get(claim.context.counted) if claim.context is not None else None
        if slot is not None and _is_count(claim):
            found.setdefault((claim.document, claim.sentence), {}).setdefault(slot, []).append(claim)
    for slots in found.values():
        yield {slot: several[0] for slot, several in slots.items() if len(several) == 1}


def _is_count(claim: Claim) -> bool:
    """Return whether a claim prints one exact count, of no part, and says how things are."""
    value = claim.value
    exact = isinstance(value, Amount) and value.interval.is_point and not value.hedge
    return exact and claim.is_printed and claim.modality == "asserted" and not claim.scope.part


def _are_of_one(left: Mapping[int, Claim], right: Mapping[int, Claim]) -> bool:
    """Return whether two sentences state the same of all parts that both list, and list two or more."""
    shared = (left.keys() & right.keys()) - {_WHOLE}
    return len(shared) >= _SHARED and all(_number(left[slot]) == _number(right[slot]) for slot in shared)


def _tally(partition: Partition, slots: Mapping[int, Claim], claims: tuple[Claim, ...]) -> Tally:
    parts = tuple(slots[number] for number in range(len(partition.parts)))
    return Tally(label(partition.label, " / ".join(partition.whole)), parts, slots[_WHOLE], claims)


def _number(claim: Claim) -> Fraction:
    return claim.stated or Fraction(0)
