"""One quantity at two times: what it is now, what it was, and by how much it is said to have changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from functools import cache

import msgspec

from crosscheck.domains import Concept
from crosscheck.findings.rule import Case
from crosscheck.languages import load_terms
from crosscheck.records import PAST_REF, Amount, Claim
from crosscheck.values.calendar import period
from crosscheck.values.interval import Interval

_LAST_YEAR = (timedelta(days=180), timedelta(days=560))
"""How long before a document the period that it compares with may have ended: a quarter or year before."""
_LIKE_SIZE = 4
"""Between two levels of one quantity; what is further apart is of something else."""
_BESIDE = 3
"""How near a word for the quantity must be to a value that no concept knows."""
_ONE, _HUNDRED = Interval.point(1), Interval.point(100)


class Change(msgspec.Struct, frozen=True):
    """A change in per cent with the levels that it may lie between; ``sign`` is 1 for a rise, -1 for a fall."""

    claim: Claim
    sign: int
    before: tuple[Claim, ...]
    after: tuple[Claim, ...]


def find_changes(case: Case) -> Iterator[Change]:
    """Yield each change of a concept in per cent whose levels now and before are stated outside its own sentence."""
    changes = [claim for claim in case.claims if _is_change(claim, case.concepts)]
    if not changes:
        return
    firm = [claim for claim in case.claims if _is_firm(claim)]
    levels: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in firm:
        levels.setdefault((claim.concept, claim.subject, claim.scope.event), []).append(claim)
    bearers = _bearers(case)
    for claim in changes:
        growth = case.concepts[claim.concept].growth_of
        quantity, sign = growth.lstrip("-"), -1 if growth.startswith("-") else 1
        after = _levels_now(case, levels.get((quantity, claim.subject, claim.scope.event), ()), claim)
        before = tuple(_levels_before(case, firm, bearers, quantity, claim, after)) if after else ()
        if before:
            yield Change(claim, sign, before, after)


def _is_change(claim: Claim, concepts: Mapping[str, Concept]) -> bool:
    """Return whether *claim* states by how much a quantity has changed, whatever its time."""
    concept = concepts.get(claim.concept)
    if concept is None or not concept.growth_of or not isinstance(claim.value, Amount):
        return False
    return _is_firm(claim) and not claim.scope.time


def is_possible(change: Change) -> bool:
    """Return whether some levels now and before make the change, a whole per cent read as rounded."""
    stated = _amount(change.claim)
    if stated is None:
        return True
    meant = stated.rounded_to(max(stated.precision or Fraction(1), Fraction(1)))
    pairs = (
        (a, b) for after in change.after for before in change.before if (a := _read(after)) and (b := _read(before))
    )
    return any(not relative(b, a, change.sign).meet(meant).is_empty for a, b in pairs)


def relative(before: Interval, after: Interval, sign: int) -> Interval:
    """Return the rise, or with *sign* -1 the fall, from *before* to *after* in per cent."""
    return (after / before - _ONE) * _HUNDRED * Interval.point(sign)


def _amount(claim: Claim) -> Amount | None:
    return claim.value if isinstance(claim.value, Amount) else None


def _read(claim: Claim) -> Interval | None:
    amount = _amount(claim)
    return None if amount is None or not amount.interval.is_bounded else amount.charitable


def _is_firm(claim: Claim) -> bool:
    return claim.modality == "asserted" and claim.reckoned is None and not claim.scope.place


def _levels_now(case: Case, levels: Iterable[Claim], change: Claim) -> tuple[Claim, ...]:
    """Return the levels of the time of their documents; none where they are of several parts: quarters, halves."""
    found = [c for c in levels if _is_recent(c.scope.time, case.documents[c.document].published)]
    parts = {claim.scope.part for claim in (*found, change)} - {""}
    return tuple(found) if len(parts) <= 1 else ()


def _is_recent(time: str, published: date | None) -> bool:
    """Return whether *time* is none, or a period that ended not long before the document."""
    days = period(time) if time and published is not None else None
    return not time or (days is not None and published is not None and published - days[1] < _LAST_YEAR[0])


def _is_level(claim: Claim, quantity: str, change: Claim) -> bool:
    """Return whether *claim* states the quantity that changed, of the same bearer."""
    return claim.concept == quantity and claim.subject == change.subject and claim.scope.event == change.scope.event


def _levels_before(
    case: Case,
    firm: Iterable[Claim],
    bearers: Mapping[str, set[str]],
    quantity: str,
    change: Claim,
    after: Sequence[Claim],
) -> Iterator[Claim]:
    """Yield the levels of the quantity a year before, by its concept or by a word for it beside the value."""
    parts = {"", change.scope.part, *(now.scope.part for now in after)}
    for claim in firm:
        if claim.sentence == change.sentence and claim.document == change.document:
            continue
        if claim.scope.part not in parts:
            continue
        named = _is_level(claim, quantity, change) or (
            not claim.subject
            and bearers.get(claim.document) == {change.subject}
            and (
                claim.concept == quantity
                if claim.concept
                else _tells(claim, case.concepts[quantity], case.documents[claim.document].language)
            )
        )
        published = case.documents[claim.document].published
        if named and _is_year_before(claim.scope.time, published) and any(_are_alike(claim, now) for now in after):
            yield claim


def _bearers(case: Case) -> dict[str, set[str]]:
    """Return, by document, who bears something that is of a bearer whatever the event."""
    found: dict[str, set[str]] = {}
    for claim in case.claims:
        concept = case.concepts.get(claim.concept)
        if concept is not None and claim.subject and not concept.per_event and concept.kind not in {"role", "polarity"}:
            found.setdefault(claim.document, set()).add(claim.subject)
    return found


def _tells(claim: Claim, concept: Concept, language: str) -> bool:
    """Return whether a word for *concept* stands beside the value."""
    near = claim.context.near if claim.context is not None else {}
    words = (concept.label.get(language, ""), *concept.cues.get(language, ()))
    return any(near.get(term, 0) >= _BESIDE for term in _terms(words, language))


@cache
def _terms(words: tuple[str, ...], language: str) -> frozenset[str]:
    """Return the terms of the single ones of *words*."""
    terms = load_terms(language)
    return frozenset(term for word in words if word.isalpha() for term in terms.of(word.lower()))


def _is_year_before(time: str, published: date | None) -> bool:
    """Return whether *time* is a period that ended about a year before the document, or only said to be past."""
    if time == PAST_REF:
        return True
    days = period(time) if time and published is not None else None
    return days is not None and published is not None and _LAST_YEAR[0] <= published - days[1] <= _LAST_YEAR[1]


def _are_alike(a: Claim, b: Claim) -> bool:
    """Return whether two values can be levels of one quantity: in one unit, and of like size."""
    x, y = _amount(a), _amount(b)
    if x is None or y is None or not x.stated or not y.stated or x.unit != y.unit:
        return False
    low, high = sorted((abs(x.stated), abs(y.stated)))
    return high <= low * _LIKE_SIZE
