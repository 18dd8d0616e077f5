"""Direct comparison: a fact whose own claims leave no value in common. Shared by the rules that look at one fact."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Final

import msgspec

from crosscheck.findings.dated import is_plan
from crosscheck.findings.exchange import word_exchange
from crosscheck.findings.notation import show_value
from crosscheck.findings.proof import prove
from crosscheck.findings.rule import Case
from crosscheck.findings.sides import Side, sides_of, suggest, word_sides
from crosscheck.messages import Phrase, join, say
from crosscheck.records import Amount, Claim, Fact, Finding, FindingKind, Link, Severity

_ALIKE: Final = Fraction(85, 100)
"""How sure it is that the documents of a story mean one event by what each dates once."""

SURE = Fraction(85, 100)
"""From which confidence of its weakest link on a contradiction is beyond doubt."""


def compare_claims(
    case: Case,
    code: str,
    meant: Callable[[Case, Fact], bool],
    kind: Callable[[Fact], FindingKind],
    calculate: Callable[[Case, Sequence[Claim]], Iterable[Phrase]],
) -> Iterator[Finding]:
    """Yield an error for each fact that is *meant* and has no joint value: all sides quoted, the doubted one named."""
    for fact in case.facts:
        if fact.value is not None or not meant(case, fact):
            continue
        sides = sides_of(fact)
        if len(sides) < 2:
            continue
        claims = [claim for side in sides for claim in side.claims]
        yield prove(
            case,
            claims,
            [fact],
            code=code,
            kind=kind(fact),
            severity="info" if (dispute := _dispute(case, fact, sides)) else severity_of(fact),
            message=join((case.heading(fact.subject, fact.attribute), word_sides(sides)), ": "),
            calculation=[*calculate(case, claims), *dispute],
            suggestion=word_exchange(fact, sides, case.neighbours) or suggest(sides),
        )


def _dispute(case: Case, fact: Fact, sides: Sequence[Side]) -> list[Phrase]:
    """Return who says what, where all amounts that exclude each other are said by named speakers, of each side others.

    Nothing for ranks and names, which are seldom a matter of opinion.
    """
    if not isinstance(fact.claims[0].value, Amount) or is_rank(case, fact):
        return []
    speakers = [{claim.speaker for claim in side.claims} for side in sides]
    if any(None in told for told in speakers) or len(set().union(*speakers)) < sum(map(len, speakers)):
        return []
    return [
        say("{speaker} says {value}", speaker=claim.speaker, value=show_value(claim.value))
        for side in sides
        for claim in side.claims[:1]
        if claim.speaker
    ]


def is_rank(case: Case, fact: Fact) -> bool:
    """Return whether the fact's values are ordinals."""
    first = fact.claims[0] if fact.claims else None
    concept = case.concepts.get(first.concept if first else fact.attribute)
    if concept is not None:
        return concept.kind == "ordinal"
    mention = first.mention if first else None
    return mention is not None and mention.kind == "ordinal"


def has_bound(fact: Fact) -> bool:
    """Return whether a side of the fact only bounds the value: 'fewer than ten'."""
    if all(isinstance(c.value, Amount) and c.value.interval.is_bounded for c in fact.claims):
        return False
    return any(not any(_is_bounded(claim) for claim in side.claims) for side in sides_of(fact))


def _is_bounded(claim: Claim) -> bool:
    return not isinstance(claim.value, Amount) or claim.value.interval.is_bounded


def severity_of(fact: Fact) -> Severity:
    """Return 'warning' where the claims may well speak of two things."""
    return "error" if all(link.confidence >= SURE for link in fact.links) else "warning"


def fact_of_pair(attribute: str, subject: str, pair: tuple[Claim, Claim], levels: Sequence[str], case: Case) -> Fact:
    """Return the fact that two claims form on *levels*; what lies ahead is planned, however it is put."""
    claims = tuple(msgspec.structs.replace(c, modality="planned") if is_plan(c, case.documents) else c for c in pair)
    why = say("the same of one story, which each document dates once").said_in(case.locale)
    link = Link(pair[0].id, pair[1].id, tuple(levels), _ALIKE, why)
    return Fact(id="", subject=subject, attribute=attribute, claims=claims, links=(link,))
