"""CC104 Two bounds of one quantity.

What it finds: a bound that one document sets ("more than 100 shops", "at least six months", "bis zu 30 Prozent") where
another sets quite another one on the same side ("more than 80 shops"), and a range whose ends another document puts
elsewhere ("between 2,400 and 2,600" and "between 2,100 and 2,600").

Why it matters: each is true of some number, but who knows the one does not write the other: one of them was copied
wrongly.

When it stays silent: when the two lie within a fifth of each other, or the looser one is the tighter cut to fewer
digits ("more than 3 billion" and "more than 3.8 billion"); when the count goes on; when two named speakers are told, or
the documents are of different days; when part or time is said by one of them alone.

Example: "trusted by more than 900 schools" in a release, "trusted by more than 600 schools" in the report on it.

Near miss: "more than 620,000 readers" and "more than 600,000 readers".
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from math import ceil, floor
from typing import Final, Literal

from crosscheck.findings.direct import is_rank
from crosscheck.findings.proof import prove
from crosscheck.findings.rule import Case
from crosscheck.findings.telling.notation import show_value
from crosscheck.messages import say
from crosscheck.records import AHEAD, Amount, Claim, Fact, Finding, FindingKind, Link

CODE: Final = "CC104"
NAME: Final = say("two bounds of one quantity")
KIND: Final[FindingKind] = "bound"

_SURE = Fraction(80, 100)
"""How sure the link of both must be at least: bounds agree with so much that their values say nothing for it."""
_CLOSE = Fraction(6, 5)
"""How many times the smaller number the greater may be where both may be the nearest round one."""


Shape = Literal["", "lower", "upper", "range"]


def find(case: Case) -> Iterator[Finding]:
    """Yield a warning for each fact that two documents bound on one side, or give as a range, quite differently."""
    for fact in case.facts:
        if fact.value is None or not isinstance(fact.value, Amount) or is_rank(case, fact) or _goes_on(case, fact):
            continue
        pairs = (pair for pair in combinations(fact.claims, 2) if _are_held_apart(*pair, case, fact))
        if (first := next(pairs, None)) is not None:
            yield _two_bounds(case, fact, first)


def _goes_on(case: Case, fact: Fact) -> bool:
    """Return whether the quantity is a count that goes on, so that a later document rightly sets another bound."""
    concept = case.concepts.get(fact.attribute)
    if concept is not None and concept.running:
        return True
    return any(claim.context is not None and claim.context.ongoing for claim in fact.claims)


def _are_held_apart(left: Claim, right: Claim, case: Case, fact: Fact) -> bool:
    """Return whether two claims of different documents bound one quantity so that neither writer had the other's."""
    a, b = left.value, right.value
    if left.document == right.document or not isinstance(a, Amount) or not isinstance(b, Amount):
        return False
    if a.unit != b.unit and not _are_counts(left, right):
        return False
    if not _are_of_one_time(left, right, case) or (left.speaker and right.speaker and left.speaker != right.speaker):
        return False
    link = next((link for link in fact.links if {link.left, link.right} == {left.id, right.id}), None)
    return link is not None and _is_sure(link) and _shape(a) == _shape(b) and _are_apart(a, b)


def _are_counts(*claims: Claim) -> bool:
    """Return whether all claims count something, whatever each language calls it."""
    return all(claim.kind == "number" for claim in claims)


def _are_of_one_time(left: Claim, right: Claim, case: Case) -> bool:
    """Return whether both are of one time and part, in documents that are not known to be of different days.

    What lies ahead may leave out when: a plan of so many shops, and of so many by the end of 2035.
    """
    days = {case.documents[claim.document].published for claim in (left, right)} - {None}
    if len(days) > 1 or left.scope.part != right.scope.part:
        return False
    is_ahead = {left.modality, right.modality} <= AHEAD
    times = ((left.scope.time, right.scope.time), (left.scope.as_of, right.scope.as_of))
    return all(a == b or (is_ahead and not (a and b)) for a, b in times)


def _is_sure(link: Link) -> bool:
    return link.confidence >= _SURE


def _shape(amount: Amount) -> Shape:
    """Return on which side an amount is bounded, 'range' where both ends are printed, '' where it states a number."""
    low, high = amount.interval.low, amount.interval.high
    if high is None:
        return "" if low is None or amount.stated is None else "lower"
    if low is None:
        return "" if amount.stated is None else "upper"
    return "range" if amount.stated is None and not amount.hedge else ""


def _are_apart(a: Amount, b: Amount) -> bool:
    shape = _shape(a)
    if shape == "range":
        ends = (a.interval.low, b.interval.low), (a.interval.high, b.interval.high)
        return any(x is not None and y is not None and x != y for x, y in ends)
    if not shape or a.stated is None or b.stated is None:
        return False
    low, high = sorted((a.stated, b.stated))
    loose, tight = (a, b) if (a.stated < b.stated) == (shape == "lower") else (b, a)
    return 0 < low * _CLOSE < high and not _is_cut(loose, tight, shape)


def _is_cut(loose: Amount, tight: Amount, shape: Shape) -> bool:
    """Return whether the looser bound is the tighter one with fewer digits: over 3 billion for over 3.8 billion."""
    unit = loose.precision
    if not unit or tight.stated is None:
        return False
    cut = floor if shape == "lower" else ceil
    return cut(tight.stated / unit) * unit == loose.stated


def _two_bounds(case: Case, fact: Fact, pair: tuple[Claim, Claim]) -> Finding:
    return prove(
        case,
        pair,
        [fact],
        code=CODE,
        kind=KIND,
        severity="warning",
        message=say(
            "{heading}: {value} in one report, {other} in another",
            heading=case.heading(fact.subject, fact.attribute),
            value=show_value(pair[0].value),
            other=show_value(pair[1].value),
        ),
        calculation=(say("who knows the one does not write the other"),),
    )
