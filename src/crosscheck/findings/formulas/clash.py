"""Clashes: claims that a formula forbids to hold together, with the calculation and the likeliest slip."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

import msgspec

from crosscheck.findings.formulas.binding import Instance
from crosscheck.findings.formulas.calculation import Figures, Requirement, compute, work_out
from crosscheck.findings.formulas.charity import find_readings, word_readings
from crosscheck.findings.formulas.derive import figures_of
from crosscheck.findings.formulas.needs import left_place, needed_value, word_bases
from crosscheck.findings.formulas.network import Solved
from crosscheck.findings.formulas.remedy import word_remedy
from crosscheck.messages import Number, Phrase, say
from crosscheck.records import Amount, Claim, Fact, Severity, firm_claims
from crosscheck.values.formula import Variable
from crosscheck.values.interval import Interval
from crosscheck.values.network import Conflict, Core


class Clash(msgspec.Struct, frozen=True):
    """One conflict of the network in words. ``code`` is that of the formula that shows it best, the first."""

    code: str
    severity: Severity
    subject: str
    attribute: str
    message: Phrase
    claims: tuple[Claim, ...]
    facts: tuple[Fact, ...]
    calculation: tuple[Phrase, ...]
    suggestion: Phrase
    implied: Requirement | None


def find_clashes(solved: Solved) -> Iterator[Clash]:
    """Yield a clash for each conflict that only formulas show; values of one fact that clash are compared directly."""
    figures = figures_of(solved)
    holding = {claim.id: (n, fact) for n, fact in enumerate(solved.facts.values()) for claim in fact.claims}
    for conflict in solved.conflicts:
        if all(core.constraints for core in conflict.cores):
            clash = _clash(conflict, solved, figures, holding)
            if clash is not None:
                yield clash


def _clash(
    conflict: Conflict, solved: Solved, figures: Figures, holding: Mapping[str, tuple[int, Fact]]
) -> Clash | None:
    """Return *conflict* in words; *holding* says by claim which fact it is of, and the how manieth that is.

    None where a smaller base mends it that no document states: who gives a share and a turnout gives them of two bases.
    """
    cores = _plain_cores(conflict)
    instances = [solved.instances[name] for name in dict.fromkeys(n for core in cores for n in core.constraints)]
    shown = _shown(conflict, instances, solved)
    readings = tuple(find_readings(conflict, instances, solved))
    if "slack" in readings and not any(i.places[name] in solved.facts for i in instances for name in i.origin.slack):
        return None
    place = left_place(shown)
    claims = tuple(solved.claims[name] for name in dict.fromkeys(n for core in cores for n in core.statements))
    facts = dict(holding[claim.id] for claim in claims)
    return Clash(
        code=shown.origin.code,
        severity="warning" if readings else "error",
        subject=place.subject,
        attribute=place.attribute,
        message=_message(shown, figures),
        claims=claims,
        facts=tuple(facts[n] for n in sorted(facts)),
        calculation=(*dict.fromkeys(work_out(i, figures) for i in instances), *word_bases(shown, solved, figures)),
        suggestion=word_readings(readings, instances, shown, figures) or word_remedy(conflict, instances, solved),
        implied=_imply(shown, claims, solved, figures),
    )


def _imply(shown: Instance, claims: Sequence[Claim], solved: Solved, figures: Figures) -> Requirement | None:
    """Return what the other figures leave for the one on the left of a formula; None where no claim states that."""
    left = shown.formula.left
    fact = solved.facts.get(shown.places[left.name]) if isinstance(left, Variable) else None
    if shown.formula.relation != "=" or not isinstance(left, Variable) or fact is None:
        return None
    stated = next((claim for claim in firm_claims(fact.claims) if claim in claims), None)
    needed = needed_value(shown, left.name, solved)
    return Requirement(stated.id, needed, work_out(shown, figures)) if stated and not needed.is_empty else None


def _plain_cores(conflict: Conflict) -> tuple[Core, ...]:
    """Return the cores that a single formula shows, else the one of fewest claims: proof enough, and quickly read."""
    plain = tuple(core for core in conflict.cores if len(core.constraints) == 1)
    return plain or (min(conflict.cores, key=lambda core: (len(core.statements), len(core.constraints))),)


def _shown(conflict: Conflict, instances: Sequence[Instance], solved: Solved) -> Instance:
    """Return the instance that shows the conflict best: about the likeliest suspect, stated throughout, and plain."""
    cell = conflict.suspects[0].cell

    def rank(instance: Instance) -> tuple[bool, int, int]:
        places = set(instance.all_places())
        unstated = sum(place not in solved.facts for place in places)
        return cell not in {place.id for place in places}, unstated, len(instance.bearers)

    return min(instances, key=rank)


def _message(instance: Instance, figures: Figures) -> Phrase:
    """Return '16,867 / 40,113 = 42.05 %, which prints as 42.0, not 42.1 %'."""
    left = instance.formula.left
    if instance.formula.relation != "=" or not isinstance(left, Variable):
        return say("{calculation} does not hold", calculation=work_out(instance, figures))
    place = instance.places[left.name]
    fact = figures.facts.get(place)
    value = firm_claims(fact.claims)[0].value if fact else None
    calculation, stated = work_out(instance, figures), figures.shown(place)
    if isinstance(value, Amount) and value.precision is not None and not value.interval.is_point:
        rounded = _printed_as(compute(instance, figures), value.precision)
        if rounded is not None:
            return say(
                "{calculation}, which prints as {rounded}, not {stated}",
                calculation=calculation,
                rounded=rounded,
                stated=stated,
            )
    return say("{calculation}, not {stated}", calculation=calculation, stated=stated)


def _printed_as(computed: Interval, precision: Fraction) -> Phrase | None:
    """Return '42.0' where the number has decimals and one rounding, else None."""
    if not computed.is_point or computed.low is None or precision >= 1:
        return None
    steps = (computed.low / precision + Fraction(1, 2)).__floor__()
    places = len(str(precision.denominator)) - 1
    return Number(Decimal(steps).scaleb(-places))
