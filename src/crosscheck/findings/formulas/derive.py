"""What the network adds to the facts: values that no document states, and calculations that confirm stated ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

from crosscheck.domains import EVENT, Concept
from crosscheck.findings.formulas.binding import Instance, Place, by_place
from crosscheck.findings.formulas.calculation import Figures, work_out
from crosscheck.findings.formulas.network import Solved
from crosscheck.messages import Locale
from crosscheck.records import Amount, Claim, Fact, Scope
from crosscheck.values.interval import Interval

_Teller = Callable[[Instance], str]
"""Puts a formula, worked out, in the language of the report."""


def reckon(facts: Sequence[Fact], solved: Solved, locale: Locale) -> tuple[Fact, ...]:
    """Return *facts* with the calculations that test them, told in *locale*, then the derived facts of each event.

    A stated fact that was 'single' becomes 'compatible' when a formula of other stated facts confirms it, and
    'contradicted' when it stands in a conflict. A derived fact is 'compatible' when it can be reckoned in two ways
    that agree, else 'single'.
    """
    broken = {name for conflict in solved.conflicts for name in conflict.constraints}
    doubted = {claim for conflict in solved.conflicts for claim in conflict.statements}
    figures = figures_of(solved)
    ways = _ways(solved, broken)
    tests = by_place(_tests(solved, ways, broken))
    tested_by = {fact.id: tests.get(place, ()) for place, fact in solved.facts.items()}

    def tell(instance: Instance) -> str:
        return work_out(instance, figures).said_in(locale)

    stated = tuple(_tested(fact, tested_by.get(fact.id, ()), tell, doubted) for fact in facts)
    return (*stated, *_derived(len(facts), solved, ways, tests, tell))


def figures_of(solved: Solved) -> Figures:
    """Return the stated facts and the narrowed values of the network for calculations."""
    derived = {place: solved.values[cell].interval for cell, place in solved.places.items()}
    return Figures(solved.facts, derived, solved.concepts)


def _ways(solved: Solved, broken: set[str]) -> dict[Place, str]:
    """Return, per place that no document states, the equation by which it is reckoned: all other names are known."""
    ways: dict[Place, str] = {}
    equations = {n: i for n, i in solved.instances.items() if i.formula.relation == "=" and n not in broken}
    while True:
        fresh: dict[Place, str] = {}
        for name, instance in equations.items():
            unknown = {p for p in instance.places.values() if p not in solved.facts and p not in ways}
            if len(unknown) == 1 and _is_bounded(solved, next(iter(unknown))) and all(instance.bearers.values()):
                fresh.setdefault(unknown.pop(), name)
        if not fresh:
            return ways
        ways |= fresh


def _is_bounded(solved: Solved, place: Place) -> bool:
    return solved.values[place.id].interval.is_bounded


def _tests(solved: Solved, ways: Mapping[Place, str], broken: set[str]) -> Iterator[Instance]:
    """Yield the equations that test what is known: every name stated or reckoned otherwise."""
    used = set(ways.values())
    for name, instance in solved.instances.items():
        known = all(place in solved.facts or place in ways for place in instance.places.values())
        if instance.formula.relation == "=" and name not in broken | used and known and all(instance.bearers.values()):
            yield instance


def _tested(fact: Fact, tests: Sequence[Instance], tell: _Teller, doubted: set[str]) -> Fact:
    if any(claim.id in doubted for claim in fact.claims):
        return msgspec.structs.replace(fact, verdict="contradicted")
    checks = tuple(map(tell, tests))
    if not checks:
        return fact
    verdict = "compatible" if fact.verdict == "single" else fact.verdict
    return msgspec.structs.replace(fact, checks=checks, verdict=verdict)


def _derived(
    count: int,
    solved: Solved,
    ways: Mapping[Place, str],
    tests: Mapping[Place, Sequence[Instance]],
    tell: _Teller,
) -> Iterator[Fact]:
    """Yield the derived facts about events; what a bearer's missing figure might be is left to the reader."""
    for place, name in ways.items():
        if EVENT not in solved.concepts[place.attribute].subject:
            continue
        count += 1
        narrowed = solved.values[place.id]
        instance = solved.instances[name]
        checks = tuple(map(tell, tests.get(place, ())))
        sources = dict.fromkeys((*narrowed.low.statements, *narrowed.high.statements))
        yield Fact(
            id=f"f{count}",
            subject=place.subject,
            attribute=place.attribute,
            claims=(),
            scope=Scope(event=place.event),
            value=_amount(narrowed.interval, solved.concepts[place.attribute]),
            verdict="compatible" if checks else "single",
            derived=instance.formula.text,
            sources=tuple(_claims(sources, solved)),
            checks=(tell(instance), *checks),
        )


def _amount(interval: Interval, concept: Concept) -> Amount:
    stated = interval.low if interval.is_point else None
    return Amount(interval, stated, concept.unit)


def _claims(ids: Mapping[str, None], solved: Solved) -> Iterator[Claim]:
    return (solved.claims[claim] for claim in ids if claim in solved.claims)
