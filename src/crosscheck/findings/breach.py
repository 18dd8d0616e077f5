"""Which statements break a bound that another document sets on each of many.

'No gauge caught more than 90 mm' is broken by any gauge, whatever it is called, and by no total.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction

import msgspec

from crosscheck.findings.accounts.dated import NEWS
from crosscheck.findings.rule import Case
from crosscheck.languages import load_language, load_moments
from crosscheck.records import CLOSEST, EACH, Amount, Claim, Fact, Link, Period, Span
from crosscheck.values.calendar import period
from crosscheck.values.measures import convert_rounded, converts, dimension

_OF_ONE_GROUP = Fraction(80, 100)
"""How sure it is that a value is of one of those that a bound holds for."""
_LARGEST_FACTOR = 10
"""Between a bound and what breaks it; what is further apart is of something else."""
_SHARED = 2
"""How many words must be shared with a bound that names no group."""


class _Told(msgspec.Struct, frozen=True):
    """What the documents tell, by sentence: the claims that stand there."""

    case: Case
    sentences: Mapping[tuple[str, Span], Sequence[Claim]]

    def beside(self, claim: Claim) -> Sequence[Claim]:
        """Return the claims of the sentence of *claim*."""
        return self.sentences[claim.document, claim.sentence]


def facts_of_breaches(case: Case) -> Iterator[Fact]:
    """Yield a fact for each bound with the first value of another document that breaks it, if no fact links both."""
    amounts = [claim for claim in case.claims if _is_stated(claim)]
    bounds = [c for c in amounts if isinstance(c.value, Amount) and not c.value.interval.is_bounded and _is_of_each(c)]
    if not bounds:
        return
    told = _told(case)
    linked = {frozenset((link.left, link.right)) for fact in case.facts for link in fact.links}
    index = _index(amounts)
    for bound in bounds:
        for other in _candidates(bound, amounts, index):
            if other.document == bound.document or frozenset((bound.id, other.id)) in linked:
                continue
            if _breaks(other, bound) and _may_be_meant(other, bound, told):
                link = Link(bound.id, other.id, ("a bound of each", "a value of one"), _OF_ONE_GROUP)
                subject = other.subject or bound.subject
                attribute = bound.concept or other.concept or bound.attribute
                yield Fact(id="", subject=subject, attribute=attribute, claims=(bound, other), links=(link,))
                break


_Index = Mapping[tuple[str, str], Sequence[int]]
"""The places of claims by what they may be linked by: ('concept', its name) and ('word', a term beside the value)."""


def _index(amounts: Sequence[Claim]) -> _Index:
    """Return the places of *amounts* by their concepts and by the words around them."""
    index: dict[tuple[str, str], list[int]] = {}
    for place, claim in enumerate(amounts):
        if claim.concept:
            index.setdefault(("concept", claim.concept), []).append(place)
        for term in claim.context.near if claim.context is not None else ():
            index.setdefault(("word", term), []).append(place)
    return index


def _candidates(bound: Claim, amounts: Sequence[Claim], index: _Index) -> Iterator[Claim]:
    """Yield those of *amounts*, in their order, that ``_may_be_meant`` may say yes to; to all others it says no.

    They are of its concept, or stand beside a word that is beside it, or its group.
    """
    keys = [("concept", bound.concept)]
    if bound.context is not None:
        keys += (("word", term) for term in (*bound.context.near, _group_of(bound)))
    return (amounts[place] for place in sorted({place for key in keys for place in index.get(key, ())}))


def _is_of_each(bound: Claim) -> bool:
    return bound.scope.part.partition(" ")[0] == EACH


def _group_of(bound: Claim) -> str:
    """Return the noun of those that a bound of each holds for, '' where it names none."""
    return bound.scope.part.removeprefix(EACH).strip()


def _is_stated(claim: Claim) -> bool:
    """Return whether a claim is a printed number, no rank, that is said to be so."""
    return (
        isinstance(claim.value, Amount)
        and claim.mention is not None
        and claim.mention.kind != "ordinal"
        and claim.reckoned is None
        and claim.modality == "asserted"
    )


def _told(case: Case) -> _Told:
    sentences: dict[tuple[str, Span], list[Claim]] = {}
    for claim in case.claims:
        sentences.setdefault((claim.document, claim.sentence), []).append(claim)
    return _Told(case, sentences)


def _breaks(other: Claim, bound: Claim) -> bool:
    """Return whether no value of one claim lies in the other, both measuring the same and of one order."""
    a, b = bound.value, other.value
    if not isinstance(a, Amount) or not isinstance(b, Amount) or not a.stated or not b.stated:
        return False
    if dimension(a.unit) != dimension(b.unit) and not (bound.concept and bound.concept == other.concept):
        return False
    within, size = b.charitable, b.stated
    if converts(b.unit, a.unit):
        within = convert_rounded(b.interval, b.precision, b.unit, a.unit)
        size = within.middle or size
    if not within.is_bounded or not within.meet(a.interval).is_empty:
        return False
    low, high = sorted((abs(a.stated), abs(size)))
    return high <= low * _LARGEST_FACTOR


def _may_be_meant(other: Claim, bound: Claim, told: _Told) -> bool:
    """Return whether a value is of one of those that a bound holds for, and of its scope and time."""
    if not _have_one_scope(other, bound) or not _are_of_one_time(other, bound, told):
        return False
    return _is_member(other, bound, told, same=bool(bound.concept) and bound.concept == other.concept)


def _have_one_scope(other: Claim, bound: Claim) -> bool:
    """Return whether event and period do not exclude each other, whoever bears the value and wherever."""
    a, b = other.scope, bound.scope
    excluded = any(x and y and x != y for x, y in ((a.event, b.event), (a.time, b.time)))
    return not excluded and a.part in {b.part, "", "change"}


def _are_of_one_time(other: Claim, bound: Claim, told: _Told) -> bool:
    """Return whether a value may be of the time that a bound is set for.

    The days that both sentences name overlap. What goes on passes an upper bound later, and was below a lower one
    before; what does not is compared in documents of one month.
    """
    days, others = _days(bound, told), _days(other, told)
    if days and others and not any(a.first <= b.last and b.first <= a.last for a in days for b in others):
        return False
    now, then = _counted_on(bound, told), _counted_on(other, told)
    if now is None or then is None:
        return not (days or others)
    concept = told.case.concepts.get(bound.concept)
    if concept is not None and concept.running:
        is_upper = isinstance(bound.value, Amount) and bound.value.interval.high is not None
        return then <= now if is_upper else now <= then
    return abs(now - then) <= NEWS


def _days(claim: Claim, told: _Told) -> list[Period]:
    """Return the days of a value: those that its clause names, but for one since which is counted.

    A clause ends at a comma: 'he said on Tuesday' is of no value.
    """
    document = told.case.documents[claim.document]
    since = load_language(document.language).clauses.scope.since
    found = []
    for other in told.beside(claim):
        days, (first, second) = other.value, sorted((claim.quote, other.quote))
        between = document.text[first.end : second.start]
        in_clause = _CLAUSE_ENDS.isdisjoint(between) and since.isdisjoint(between.lower().split())
        if in_clause and isinstance(days, Period) and days.starts and days.ends:
            found.append(days)
    return found


_CLAUSE_ENDS = frozenset(",;:")


def _counted_on(claim: Claim, told: _Told) -> date | None:
    days = period(claim.scope.as_of) if claim.scope.as_of else None
    return days[1] if days else told.case.documents[claim.document].published


def _is_member(other: Claim, bound: Claim, told: _Told, *, same: bool) -> bool:
    """Return whether a value is of one of those that a bound of each holds for: the group's noun stands beside it once.

    Where the group is of times or places, or none is named, any value of the concept is, and of what shares its words;
    and where a measure stands beside the same word, by whatever it is measured.
    """
    x, y = other.context, bound.context
    if x is None or y is None or (x.counted and y.counted and x.counted != y.counted):
        return False
    group = _group_of(bound)
    shared = x.near.keys() & y.near.keys() - {group}
    if not group or group in load_moments():
        return same or (len(shared) >= _SHARED and _touches(shared, x.near, y.near) and x.counted == y.counted)
    if _is_of_several(group, other, told):
        return False
    if group not in x.near:
        return _is_measure(other) and any(min(x.near[term], y.near[term]) >= CLOSEST // 2 for term in shared)
    return same or x.counted == y.counted != "" or bool(shared) or x.near[group] >= CLOSEST // 3


def _is_measure(claim: Claim) -> bool:
    """Return whether a value is one that does not add up over those that it is measured on: no count and no money."""
    return claim.kind == "quantity"


def _touches(shared: Iterable[str], here: Mapping[str, int], there: Mapping[str, int]) -> bool:
    """Return whether one of the shared words is near both values."""
    return any(min(here[term], there[term]) >= CLOSEST // 4 for term in shared)


def _is_of_several(group: str, claim: Claim, told: _Told) -> bool:
    """Return whether the sentence of a value counts several of a group: what they have together breaks no bound."""
    return any(
        c is not claim and c.context is not None and c.context.counted == group and _is_many(c)
        for c in told.beside(claim)
    )


def _is_many(claim: Claim) -> bool:
    return isinstance(claim.value, Amount) and (claim.value.stated is None or claim.value.stated > 1)
