"""A majority of seats that is said to be held with half of them or fewer: 'governs alone with 28 of the 60 seats'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

import msgspec

from crosscheck.domains import House
from crosscheck.findings.accounts.dated import are_news_together
from crosscheck.findings.proof import prove, severity_of_claims
from crosscheck.findings.rule import Case
from crosscheck.findings.telling.notation import show_number, show_value
from crosscheck.findings.words.wordings import quote_words, step_of
from crosscheck.messages import say
from crosscheck.records import JOINT, SAID, Amount, Claim, Finding, FindingKind
from crosscheck.values.interval import Interval

_MOST = "absolute"
"""The step of the words for a majority of all seats, no relative one."""
_TWO = Interval.point(2)
_WHOLE = frozenset({"", JOINT})


class Shortfall(msgspec.Struct, frozen=True):
    """The claim that somebody has a majority, those of the seats that they hold, and that of how many there are."""

    said: Claim
    held: tuple[Claim, ...]
    total: Claim


def find_shortfalls(case: Case) -> Iterator[Shortfall]:
    """Yield the majorities of which all that is told of the bearer's seats, and of all seats, makes half or less.

    Nothing where documents of the story differ in how many seats there are, or tell of seats that are enough. Work
    grows with the majorities times the claims of seats, both few.
    """
    for house in case.domains.houses:
        said = [c for c in case.claims if c.concept == house.held and step_of(c) == _MOST and _is_meant(c)]
        seats = [c for c in case.claims if c.concept in {house.holds, house.total} and _is_count(c)] if said else []
        for claim in said:
            near = [other for other in seats if _are_of_one(case, house, claim, other)]
            shortfall = _shortfall(claim, near, house)
            if shortfall is not None:
                yield shortfall


def _is_meant(claim: Claim) -> bool:
    return claim.modality in SAID and claim.scope.part in _WHOLE and not claim.scope.time


def _is_count(claim: Claim) -> bool:
    is_whole = isinstance(claim.value, Amount) and claim.value.interval.is_bounded and claim.is_printed
    return is_whole and _is_meant(claim)


def _are_of_one(case: Case, house: House, said: Claim, seats: Claim) -> bool:
    """Return whether two claims are of one election as far as their documents tell."""
    if said.document == seats.document:
        return said.sentence == seats.sentence or not _name_others(case, house, said, seats)
    events = {c.scope.event or (c.subject if c is seats and not said.subject else "") for c in (said, seats)} - {""}
    same_story = case.stories.get(said.document) == case.stories.get(seats.document)
    return same_story and len(events) < 2 and are_news_together(said, seats, case.documents)


def _name_others(case: Case, house: House, said: Claim, seats: Claim) -> bool:
    """Return whether both sentences name something besides who holds seats, and nothing in common: another town."""
    document = [claim for claim in case.claims if claim.document == said.document]
    holders = {claim.subject for claim in document if claim.concept == house.holds or claim is said}
    here, there = (
        {name for c in document if c.sentence == one.sentence and c.context for name in c.context.names.values()}
        - holders
        for one in (said, seats)
    )
    return bool(here and there) and here.isdisjoint(there)


def _shortfall(said: Claim, seats: Sequence[Claim], house: House) -> Shortfall | None:
    """Return the majority that the *seats* forbid, None where they do not, or tell too little."""
    totals = [claim for claim in seats if claim.concept == house.total]
    held = [claim for claim in seats if claim.concept == house.holds and claim.subject == said.subject]
    held = [c for c in held if c.scope.part != JOINT or (c.document, c.sentence) == (said.document, said.sentence)]
    if not held:
        beside = [c for c in seats if c.concept == house.holds and c.sentence == said.sentence]
        held = [c for c in beside if c.document == said.document and not (c.subject and said.subject)]
    if not held or len({_amount(total).interval for total in totals}) != 1:
        return None
    total = min(totals, key=lambda claim: claim.document != held[0].document)
    is_short = all(_is_half_or_less(claim, total) for claim in held)
    return Shortfall(said, tuple(held), total) if is_short else None


def _is_half_or_less(held: Claim, total: Claim) -> bool:
    most, least = (_amount(held).charitable * _TWO).high, _amount(total).charitable.low
    return most is not None and least is not None and most <= least


def _amount(claim: Claim) -> Amount:
    if not isinstance(claim.value, Amount):
        raise TypeError(claim.attribute)
    return claim.value


def prove_shortfall(case: Case, shortfall: Shortfall, code: str, kind: FindingKind) -> Finding:
    """Return the finding that seats told as a majority are none."""
    said, total = shortfall.said, shortfall.total
    held = max(shortfall.held, key=lambda claim: (claim.sentence == said.sentence, claim.document == said.document))
    needed = Fraction((_amount(total).stated or 0) // 2 + 1)
    return prove(
        case,
        [said, held, total],
        (),
        code=code,
        kind=kind,
        severity=severity_of_claims((held, total)),
        message=say(
            "{heading}: {quoted}, but {part} of {whole}",
            heading=case.heading(said.subject, said.attribute),
            quoted=quote_words([said]),
            part=show_value(held.value),
            whole=show_value(total.value),
        ),
        calculation=[say("more than half is {number} at least", number=show_number(needed))],
    )
