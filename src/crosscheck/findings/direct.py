"""Direct comparison: a fact whose own claims leave no value in common. Shared by the rules that look at one fact."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import chain
from typing import Final

import msgspec

from crosscheck.findings.accounts.dated import is_plan
from crosscheck.findings.proof import prove
from crosscheck.findings.rule import Case
from crosscheck.findings.telling.exchange import word_exchange
from crosscheck.findings.telling.notation import show_value
from crosscheck.findings.telling.sides import Side, sides_of, suggest, word_sides
from crosscheck.findings.telling.swaps import Doubted, by_cause
from crosscheck.messages import Phrase, Quoted, join, say, say_all
from crosscheck.records import Amount, Claim, Fact, Finding, FindingKind, Link, Severity, name_subject

_ALIKE: Final = Fraction(85, 100)
"""How sure it is that the documents of a story mean one event by what each dates once."""

_MILDEST_FIRST: Final[tuple[Severity, ...]] = ("info", "warning", "error")

SURE = Fraction(85, 100)
"""From which confidence of its weakest link on a contradiction is beyond doubt."""


def compare_claims(
    case: Case,
    code: str,
    meant: Callable[[Case, Fact], bool],
    kind: Callable[[Fact], FindingKind],
    calculate: Callable[[Case, Sequence[Claim]], Iterable[Phrase]],
) -> Iterator[Finding]:
    """Yield an error for each fact that is *meant* and has no joint value: all sides quoted, the doubted one named.

    Facts whose figures have changed places in a list are one finding, which names their bearers.
    """
    contradicted = ((fact, sides_of(fact)) for fact in case.facts if fact.value is None and meant(case, fact))
    for group in by_cause([Doubted(fact, sides) for fact, sides in contradicted if len(sides) > 1]):
        facts = [each.fact for each in group]
        claims = [[claim for side in each.sides for claim in side.claims] for each in group]
        disputes = [_dispute(case, each.fact, each.sides) for each in group]
        severities = {"info" if told else _severity(case, each) for each, told in zip(group, disputes, strict=True)}
        yield prove(
            case,
            [*chain.from_iterable(claims)],
            facts,
            code=code,
            kind=kind(facts[0]),
            severity=next(each for each in _MILDEST_FIRST if each in severities),
            message=join((_word(case, each) for each in group), "; "),
            calculation=[
                *chain.from_iterable((*calculate(case, c), *d) for c, d in zip(claims, disputes, strict=True))
            ],
            suggestion=_suggest(case, group),
        )


def _severity(case: Case, each: Doubted) -> Severity:
    """Return the severity of a contradiction; a count that fell from one day to the next may have been put right."""
    concept = case.concepts.get(each.fact.attribute)
    if concept is None or not concept.rises:
        return severity_of(each.fact)
    days = [{case.documents[claim.document].published for claim in side.claims} for side in each.sides]
    is_told_later = len(set().union(*days)) == sum(map(len, days)) and not any(None in told for told in days)
    return "warning" if is_told_later else severity_of(each.fact)


def _word(case: Case, each: Doubted) -> Phrase:
    return join((case.heading(each.fact.subject, each.fact.attribute), word_sides(each.sides)), ": ")


def _suggest(case: Case, group: Sequence[Doubted]) -> Phrase:
    """Return what has probably gone wrong: the figures of several bearers have changed places, else one is wrong."""
    if len(group) > 1:
        bearers = say_all([name_subject(each.fact.subject) for each in group])
        return say("figures of {bearers} exchanged in a list?", bearers=bearers)
    (each,) = group
    return word_exchange(each.fact, each.sides, case.neighbours) or suggest(each.sides)


def _dispute(case: Case, fact: Fact, sides: Sequence[Side]) -> list[Phrase]:
    """Return who says what, where all amounts that exclude each other are the word of somebody, of each side others'.

    All are said by names, or all by such as the police and the organisers. Those who speak for one body are no two
    parties. Nothing for ranks and names, which are seldom a matter of opinion.
    """
    if not isinstance(fact.claims[0].value, Amount) or is_rank(case, fact):
        return []
    claims = [claim for side in sides for claim in side.claims]
    if not (all(claim.speaker for claim in claims) or all(claim.voice for claim in claims)):
        return []
    parties = [{claim.voice.side if claim.voice else claim.speaker for claim in side.claims} for side in sides]
    if len(set().union(*parties)) < sum(map(len, parties)):
        return []
    return [
        say("according to {source}: {value}", source=_source(claim), value=show_value(claim.value))
        for side in sides
        for claim in side.claims[:1]
    ]


def _source(claim: Claim) -> str | Quoted:
    """Return the name of who says it, else the words for the side that does."""
    return claim.speaker or Quoted(claim.voice.words if claim.voice else "")


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
