"""Dealings of two parties in which two reports let them change places: who beat whom, who buys whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta

from crosscheck.domains import Concept
from crosscheck.findings.accounts.dated import Documents
from crosscheck.languages import load_terms
from crosscheck.records import SAID, Amount, Claim, Role, Span
from crosscheck.values.names import fold_name

_ONE_STORY = timedelta(days=7)
"""Within how many days reports are taken to tell of one dealing: later, the other may have won the return match."""
_Name = tuple[frozenset[str], frozenset[str]]
"""The words of a name, and their terms, which are the same in every language."""
_MOST = 64
"""Of how many dealings of a kind in one story it is looked for two that are told either way."""


def find_exchanged(
    claims: Iterable[Claim], concepts: Mapping[str, Concept], stories: Mapping[str, int], documents: Documents
) -> Iterator[tuple[Claim, ...]]:
    """Yield the claims of reports of one story that tell a dealing of the same two parties either way.

    The first claim is of the one side, the last of the other. Nothing where one report tells both ways, where the
    reports are more than a week apart, or where their sentences print other numbers.
    """
    told: dict[tuple[str, int | None, str], list[Claim]] = {}
    printed: dict[tuple[str, Span], set[object]] = {}
    for claim in claims:
        if isinstance(claim.value, Amount) and claim.is_printed:
            printed.setdefault((claim.document, claim.sentence), set()).add(claim.value.stated)
        concept = concepts.get(claim.attribute)
        if concept is not None and concept.is_dealing and claim.modality in SAID:
            told.setdefault((claim.attribute, stories.get(claim.document), claim.scope.time), []).append(claim)
    for several in told.values():
        left = [(claim, _parties(claim, documents)) for claim in several[:_MOST]]
        while left:
            (_, (doer, other)), *rest = left
            same, turned = ([row for row in left if _are_of(row[1], *pair)] for pair in ((doer, other), (other, doer)))
            sides = [claim for claim, _ in same], [claim for claim, _ in turned]
            if _exclude_each_other(*sides, printed, documents):
                yield (*sides[0], *sides[1])
            left = [row for row in rest if row not in same and row not in turned]


def _parties(claim: Claim, documents: Documents) -> tuple[_Name, _Name]:
    """Return the name of the one who acts and the other's."""
    terms = load_terms(documents[claim.document].language)
    doer, other = (
        (
            frozenset(fold_name(name).split()),
            frozenset(term for word in name.lower().split() for term in terms.of(word)),
        )
        for name in (claim.value.name if isinstance(claim.value, Role) else "", claim.subject)
    )
    return doer, other


def _are_of(parties: tuple[_Name, _Name], doer: _Name, other: _Name) -> bool:
    return _may_be_one(parties[0], doer) and _may_be_one(parties[1], other)


def _may_be_one(name: _Name, other: _Name) -> bool:
    """Return whether one name holds all that is in the other: 'Tolna' and 'Tolna AG', 'France' and 'Frankreich'."""
    return any(x and y and (x <= y or y <= x) for x, y in zip(name, other, strict=True))


def _exclude_each_other(
    left: Sequence[Claim],
    right: Sequence[Claim],
    printed: Mapping[tuple[str, Span], set[object]],
    documents: Documents,
) -> bool:
    here, there = ({claim.document for claim in side} for side in (left, right))
    if not there or not here.isdisjoint(there):
        return False
    days = [day for key in here | there if (day := documents[key].published) is not None]
    if days and max(days) - min(days) > _ONE_STORY:
        return False
    numbers = [{n for c in side for n in printed.get((c.document, c.sentence), ())} for side in (left, right)]
    return not all(numbers) or not numbers[0].isdisjoint(numbers[1])
