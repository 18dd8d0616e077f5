"""A claim as one side of many comparisons: what these ask of it again and again, worked out once."""

from __future__ import annotations

from typing import Literal

from crosscheck.facts.slips import Digits, digits_of
from crosscheck.facts.vetoes import measured
from crosscheck.records import Amount, Claim, MentionKind
from crosscheck.values.interval import ZERO

Ratio = tuple[int, int]
"""A number as a whole one over another, in lowest terms: looked up in a fraction of the time of a ``Fraction``."""

Borne = tuple[str, ...]
"""A concept and who bears it; with part, time and whether it is so where values are told apart by these, too."""


class Side(Claim, frozen=True, gc=False, kw_only=True):
    """A ``claim`` with what it tells of itself, and more that is the same in all its comparisons.

    It holds the fields of the claim again: asking the claim for them takes linking a fourteenth more instructions.
    ``measure`` is what it measures (see ``vetoes.measured``), ``number`` the number that it states, with its unit: 0 to
    0 where it states none. ``digits`` are those of that number, ``size`` is that or what lies in the middle of a value
    without one. ``is_bound`` tells that it says no more of a value than that it lies on one side: 'over 70'; and
    ``is_exact`` that it is its number and no other. ``borne`` is what it tells of whom in which scope, () where it
    names no subject.
    """

    claim: Claim
    concept: str
    bearer: str
    kind: MentionKind | Literal[""]
    is_printed: bool
    measure: str
    number: tuple[Ratio, str]
    digits: Digits | None
    size: Ratio
    is_bound: bool
    is_exact: bool
    borne: Borne


def as_side(claim: Claim) -> Side:
    """Return *claim* as a side of comparisons, without what none of them asks: its speaker, why it was read so."""
    value = claim.value
    amount = value if isinstance(value, Amount) else None
    number = ((0, 0), "") if amount is None else number_of(amount)
    return Side(
        id=claim.id,
        document=claim.document,
        subject=claim.subject,
        attribute=claim.attribute,
        value=value,
        scope=claim.scope,
        modality=claim.modality,
        sentence=claim.sentence,
        quote=claim.quote,
        mention=claim.mention,
        context=claim.context,
        reckoned=claim.reckoned,
        series=claim.series,
        claim=claim,
        concept=claim.concept,
        bearer=claim.bearer,
        kind=claim.kind,
        is_printed=claim.is_printed,
        measure=measured(claim),
        number=number,
        size=number[0] if number[0][1] or amount is None else (amount.interval.middle or ZERO).as_integer_ratio(),
        digits=digits_of(*number[0]) if number[0][1] else None,
        is_bound=is_bound(claim),
        is_exact=amount is not None and amount.interval.is_point and amount.stated is not None and not amount.is_round,
        borne=borne_in_scope(claim) if claim.subject else (),
    )


def is_bound(claim: Claim) -> bool:
    """Return whether a claim says no more of a value than that it lies on one side: 'over 70'."""
    return isinstance(claim.value, Amount) and not claim.value.interval.is_bounded


def number_of(amount: Amount) -> tuple[Ratio, str]:
    """Return the number that *amount* states, as a ratio, with its unit; the ratio is 0 to 0 where it states none."""
    return (0, 0) if amount.stated is None else amount.stated.as_integer_ratio(), amount.unit


def borne_in_scope(claim: Claim) -> Borne:
    """Return the concept and bearer of *claim* with its part, its time and whether it says how things are."""
    says = "" if claim.modality == "asserted" else claim.modality
    return claim.concept, claim.subject, claim.scope.part, claim.scope.time, says
