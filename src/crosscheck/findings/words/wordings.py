"""The characterisations of a case, and the words that they are told in. Shared by the rules that judge words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crosscheck.findings.rule import Case
from crosscheck.findings.telling.notation import show_number, show_points, show_rounded, with_unit
from crosscheck.messages import NOTHING, Phrase, Quoted, join, say, say_all
from crosscheck.records import Amount, Claim, Fact, Wording


def wordings(case: Case) -> Iterator[tuple[Fact, tuple[Claim, ...]]]:
    """Yield each fact of a wording with its asserted claims."""
    for fact in case.facts:
        concept = case.concepts.get(fact.attribute)
        if concept is not None and concept.kind == "wording" and fact.claims:
            said = (claim for claim in fact.claims if claim.modality == "asserted")
            yield fact, tuple(claim for claim in said if isinstance(claim.value, Wording))


def measures(case: Case, fact: Fact) -> Iterator[Fact]:
    """Yield the facts, stated or derived, whose figures the wording of *fact* characterises."""
    for other in case.facts_alike(case.concepts[fact.attribute].limits, fact):
        here = not (other.scope.place and fact.scope.place) or other.scope.place == fact.scope.place
        if here and isinstance(other.value, Amount):
            yield other


def figure(case: Case, measured: Fact) -> Phrase:
    """Return 'the margin is 7.2 points'."""
    value = measured.value
    if not isinstance(value, Amount):
        return NOTHING
    middle = value.interval.middle
    shown = show_rounded(value.interval)
    if value.unit == "percent" and middle is not None:
        in_points = case.concepts[measured.attribute].difference
        shown = show_points(middle) if in_points else with_unit(show_number(middle, 3), value.unit)
    return say("the {attribute} is {value}", attribute=case.label(measured.attribute), value=shown)


def reckon(case: Case, measured: Fact) -> tuple[Phrase, ...]:
    """Return how a measure was reckoned, or that it stands so."""
    as_stated = say("{attribute}: as stated", attribute=case.label(measured.attribute))
    return tuple(join([check]) for check in measured.checks) or (as_stated,)


def step_of(claim: Claim) -> str:
    """Return the step of its scale that a wording means, '' for any other claim."""
    return claim.value.step if isinstance(claim.value, Wording) else ""


def quote_words(claims: Iterable[Claim]) -> Phrase:
    """Return '“narrow” and “wafer-thin”', each once, in the order of *claims*."""
    return say_all(dict.fromkeys(Quoted(claim.value.words) for claim in claims if isinstance(claim.value, Wording)))
