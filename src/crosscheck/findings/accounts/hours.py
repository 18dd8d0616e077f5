"""Linked claims of one day whose times of day leave no time in common: 'open until 8pm', 'bis 22 Uhr geöffnet'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations

import msgspec

from crosscheck.findings.accounts.dated import Documents
from crosscheck.findings.accounts.occurrences import Told, are_of_other_days, exclude, may_be_of_one, read_told
from crosscheck.records import UNTIL, Claim, Fact

_SHARED = 2
"""How many terms two sentences must have in common to tell of one thing."""
_CLOCK = re.compile(r"T\d\d")
"""An hour, in TIMEX3; a part of the day is none."""


def find_linked_hours(facts: Iterable[Fact], documents: Documents) -> Iterator[tuple[Fact, Claim, Claim]]:
    """Yield facts of a moment, each with the first two claims of different documents that exclude each other.

    Their sentences say the same, and neither document tells the fact's time twice.
    """
    for fact in facts:
        told = [told for claim in fact.claims if (told := _read(claim, documents)) is not None]
        single = len({each.claim.document for each in told}) == len(told)
        pairs = combinations(told, 2) if single else ()
        clash = next(((a.claim, b.claim) for a, b in pairs if _clash(a, b, documents)), None)
        if clash is not None:
            yield fact, *clash


def _read(claim: Claim, documents: Documents) -> Told | None:
    """Return the hour that *claim* tells, the end of a stretch as that alone; None for none."""
    if claim.mention is None or not _CLOCK.search(claim.mention.timex):
        return None
    scope = msgspec.structs.replace(claim.scope, part="") if claim.scope.part == UNTIL else claim.scope
    told = read_told(msgspec.structs.replace(claim, scope=scope), documents)
    return msgspec.structs.replace(told, claim=claim) if told is not None and told.is_clocked else None


def _clash(left: Told, right: Told, documents: Documents) -> bool:
    a, b = left.claim, right.claim
    if (a.scope.part, a.modality) != (b.scope.part, b.modality) or are_of_other_days(a, b) or not _say_the_same(a, b):
        return False
    return exclude(left, right) and may_be_of_one(a, b, documents)


def _say_the_same(a: Claim, b: Claim) -> bool:
    """Return whether two sentences say the same beside their values: another word may tell of another step."""
    if a.context is None or b.context is None:
        return False
    told = a.context.near.keys()
    return len(told) >= _SHARED and told == b.context.near.keys()
