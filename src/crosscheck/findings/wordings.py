"""The characterisations of a case, and the words that they are told in. Shared by the rules that judge words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crosscheck.findings.notation import show_number, show_rounded
from crosscheck.findings.rule import Case
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


def figure(case: Case, measured: Fact) -> str:
    """Return 'the margin is 7.2 points'."""
    value = measured.value
    if not isinstance(value, Amount):
        return ""
    label, middle = case.label(measured.attribute), value.interval.middle
    if value.unit == "percent" and middle is not None:
        unit = " points" if case.concepts[measured.attribute].difference else " %"
        return f"the {label} is {show_number(middle, 2)}{unit}"
    return f"the {label} is {show_rounded(value.interval)}"


def reckon(case: Case, measured: Fact) -> tuple[str, ...]:
    """Return how a measure was reckoned, or that it stands so."""
    return measured.checks or (f"{case.label(measured.attribute)}: as stated",)


def step_of(claim: Claim) -> str:
    """Return the step of its scale that a wording means, '' for any other claim."""
    return claim.value.step if isinstance(claim.value, Wording) else ""


def quote_words(claims: Iterable[Claim]) -> str:
    """Return '“narrow” and “wafer-thin”', each once, in the order of *claims*."""
    return " and ".join(dict.fromkeys(f"“{claim.value.words}”" for claim in claims if isinstance(claim.value, Wording)))
