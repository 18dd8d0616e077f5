"""Facts that are contradicted only by values reckoned from a sentence: which relation it is, and how it comes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosscheck.findings.rule import Case
from crosscheck.findings.telling.notation import show_interval, show_value
from crosscheck.findings.telling.sides import sides_of
from crosscheck.messages import Phrase, join, say
from crosscheck.records import Amount, Claim, Fact, Reckoning, Relation


def breaks(case: Case, fact: Fact, *relations: Relation) -> bool:
    """Return whether one of *relations* is what contradicts *fact*: what is stated outright agrees, and is stated.

    Not where a value that it is reckoned from is contradicted itself: one cause, one finding.
    """
    broken = _broken_by(fact)
    return broken is not None and broken.relation in relations and not _rests_on_doubt(case, fact)


def is_reckoned(fact: Fact) -> bool:
    """Return whether a contradiction vanishes when only what is stated outright counts."""
    if all(map(_is_outright, fact.claims)):
        return False
    return sum(any(map(_is_outright, side.claims)) for side in sides_of(fact)) < 2


def _is_outright(claim: Claim) -> bool:
    """Return whether a claim is stated and not reckoned: 'all 42' needs no reckoning to be every one."""
    return claim.reckoned is None or claim.reckoned.is_of_all


def reckonings(claims: Sequence[Claim]) -> Iterator[Reckoning]:
    """Yield how each of *claims* that is reckoned was."""
    return (claim.reckoned for claim in claims if claim.reckoned is not None)


def _broken_by(fact: Fact) -> Reckoning | None:
    if not is_reckoned(fact) or not any(map(_is_outright, fact.claims)):
        return None
    return next(reckonings([claim for claim in fact.claims if not _is_outright(claim)]), None)


def _rests_on_doubt(case: Case, fact: Fact) -> bool:
    places = {(claim.document, claim.sentence): claim.reckoned.operands for claim in fact.claims if claim.reckoned}
    return any(
        claim.value in places.get((claim.document, claim.sentence), ())
        for other in case.facts
        if other is not fact and other.value is None
        for claim in other.claims
    )


def calculate(_: Case, claims: Sequence[Claim]) -> Iterator[Phrase]:
    """Yield how each reckoned claim comes out, and what its digits and theirs allow."""
    for claim in claims:
        if isinstance(claim.value, Amount) and claim.reckoned is not None:
            shown = _formula(claim.reckoned)
            if claim.value.stated is not None:
                shown = join((shown, show_value(claim.value)), " = ")
            allowed = show_interval(claim.value.interval)
            yield say("{calculation}, which allows {allowed}", calculation=shown, allowed=allowed)


def _formula(reckoning: Reckoning) -> Phrase:
    shown = [show_value(operand) for operand in reckoning.operands]
    first, last = shown[0], shown[-1]
    match reckoning.relation:
        case "before":
            return say("before a change of {change} to {after}", change=first, after=last)
        case "multiple":
            return say("{times} times what {value} is compared with", times=first, value=last)
        case "step":
            return say("a change of {change} to {after}", change=first, after=last)
        case "whole":
            return say("the whole of which {part} are {share}", part=first, share=last)
        case "rate":
            return join((join(shown[:2], " / "), last), " * ")
        case "change" if len(shown) == 1:
            return say("{points} percentage points of a share", points=first)
        case "change" if reckoning.operands[0].unit == "percentage point":
            return say("{points} percentage points to {after}", points=first, after=last)
        case "change":
            return say("from {before} to {after}", before=first, after=last)
        case _:
            return join((first, last), " / ")
