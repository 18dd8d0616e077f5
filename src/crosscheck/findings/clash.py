"""Clashes: claims that a formula forbids to hold together, with the calculation and the likeliest slip."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

import msgspec

from crosscheck.findings.binding import Instance, Place
from crosscheck.findings.calculation import Figures, compute, show_computed, work_out
from crosscheck.findings.derive import figures_of
from crosscheck.findings.diagnosis import slip_to_fit, word_slip
from crosscheck.findings.network import Solved, joint
from crosscheck.findings.notation import show_number
from crosscheck.records import Amount, Claim, Fact, Severity, firm_claims
from crosscheck.values.digits import Slip
from crosscheck.values.formula import Aggregate, Bearers, Box, Variable, solve_for
from crosscheck.values.interval import EVERYTHING, Interval
from crosscheck.values.network import Conflict, Suspect


class Clash(msgspec.Struct, frozen=True):
    """One conflict of the network in words. ``code`` is that of the formula that shows it best, the first."""

    code: str
    severity: Severity
    subject: str
    attribute: str
    message: str
    claims: tuple[Claim, ...]
    facts: tuple[Fact, ...]
    calculation: tuple[str, ...]
    suggestion: str


def find_clashes(solved: Solved) -> Iterator[Clash]:
    """Yield a clash for each conflict that only formulas show; values of one fact that clash are compared directly."""
    figures = figures_of(solved)
    for conflict in solved.conflicts:
        if all(core.constraints for core in conflict.cores):
            yield _clash(conflict, solved, figures)


def _clash(conflict: Conflict, solved: Solved, figures: Figures) -> Clash:
    instances = [solved.instances[name] for name in conflict.constraints]
    shown = min(instances, key=lambda i: (len(i.bearers), instances.index(i)))
    place = _left_place(shown)
    claims = tuple(solved.claims[name] for name in conflict.statements)
    return Clash(
        code=shown.origin.code,
        severity="warning" if conflict.readings else "error",
        subject=place.subject,
        attribute=place.attribute,
        message=_message(shown, figures),
        claims=claims,
        facts=tuple(f for f in solved.facts.values() if any(claim in f.claims for claim in claims)),
        calculation=(*dict.fromkeys(work_out(i, figures) for i in instances), *_bases(shown, solved, figures)),
        suggestion=_suggestion(conflict, instances, shown, solved, figures),
    )


def _left_place(instance: Instance) -> Place:
    left = instance.formula.left
    if isinstance(left, Variable):
        return instance.places[left.name]
    if isinstance(left, Aggregate):
        event = instance.bearers[left.name][0].event
        return Place(left.name, event, event)
    return next(iter(instance.places.values()))


def _message(instance: Instance, figures: Figures) -> str:
    """Return '16,867 / 40,113 = 42.05 %, which prints as 42.0, not 42.1 %'."""
    left = instance.formula.left
    if instance.formula.relation != "=" or not isinstance(left, Variable):
        return f"{work_out(instance, figures)}, which breaks {instance.formula.text}"
    place = instance.places[left.name]
    fact = figures.facts.get(place)
    value = firm_claims(fact.claims)[0].value if fact else None
    rounded = ""
    if isinstance(value, Amount) and value.precision is not None and not value.interval.is_point:
        rounded = _printed_as(compute(instance, figures), value.precision)
    return f"{work_out(instance, figures)}{rounded}, not {figures.shown(place)}"


def _printed_as(computed: Interval, precision: Fraction) -> str:
    """Return ', which prints as 42.0' where the number has decimals and one rounding."""
    if not computed.is_point or computed.low is None or precision >= 1:
        return ""
    steps = (computed.low / precision + Fraction(1, 2)).__floor__()
    places = len(str(precision.denominator)) - 1
    whole, part = divmod(steps, 10**places)
    return f", which prints as {whole:,}.{part:0{places}d}"


def _bases(instance: Instance, solved: Solved, figures: Figures) -> Iterator[str]:
    """Yield what the formula's charitable variable would have to be here, and what the same formula needs elsewhere."""
    for name in instance.origin.slack:
        place = instance.places[name]
        needed = _needed(instance, name, solved)
        printed = figures.printed(place).middle
        if printed is None or needed.is_empty:
            continue
        label = name.replace("_", " ")
        too_high = needed.high is not None and needed.high < printed
        end = needed.high if too_high else needed.low
        if end is not None:
            bound = "at most" if too_high else "at least"
            yield f"{_numbers(instance, name, figures)} fit only {label} of {bound} {show_number(end)}"
        others = [
            (i, n)
            for i in solved.instances.values()
            if i.formula == instance.formula and i.places.get(name) == place and i is not instance
            if (n := _needed(i, name, solved)) != EVERYTHING and not n.is_empty
        ]
        yield from _elsewhere(others, name, figures, too_high=too_high)


def _elsewhere(
    others: Sequence[tuple[Instance, Interval]], name: str, figures: Figures, *, too_high: bool
) -> Iterator[str]:
    """Yield what the tightest of the other bearers needs on the other side."""
    ends = [(needed.low if too_high else needed.high, i) for i, needed in others]
    known = [(end, i) for end, i in ends if end is not None]
    if not known:
        return
    end, instance = (max if too_high else min)(known, key=lambda row: row[0])
    bound = "at least" if too_high else "at most"
    subject = _left_place(instance).subject
    yield f"{_numbers(instance, name, figures)} of {subject} need {bound} {show_number(end)}"


def _numbers(instance: Instance, without: str, figures: Figures) -> str:
    return " and ".join(figures.shown(place) for name, place in instance.places.items() if name != without)


def _needed(instance: Instance, name: str, solved: Solved) -> Interval:
    """Return what one variable may be given what is stated of the others; a count as whole numbers."""
    values = {n: _stated(place, solved) for n, place in instance.places.items() if n != name}
    bearers = {n: Bearers(tuple(_stated(p, solved) for p in places)) for n, places in instance.bearers.items()}
    found = solve_for(instance.formula, name, Box(values, bearers))
    fact = solved.facts.get(instance.places[name])
    is_count = fact is not None and isinstance(fact.value, Amount) and fact.value.interval.is_point
    return found.whole() if is_count else found


def _stated(place: Place, solved: Solved) -> Interval:
    return joint(solved.facts[place]) if place in solved.facts else EVERYTHING


def _suggestion(
    conflict: Conflict, instances: Sequence[Instance], shown: Instance, solved: Solved, figures: Figures
) -> str:
    """Return how the figures may have gone wrong: a slip of one suspect's digits, else the charitable readings."""
    slips = [row for suspect in conflict.suspects if (row := _slip(suspect, solved)) is not None]
    if not conflict.readings and slips:
        claim, slip = min(slips, key=lambda row: row[1].cost)
        return word_slip(claim, slip)
    reasons = []
    if "double_rounding" in conflict.readings:
        reasons.append(f"rounded twice ({_twice(shown, figures)})")
    if "slack" in conflict.readings:
        reasons += dict.fromkeys(slack.reason for i in instances for slack in i.origin.slack.values())
    return ", or ".join(reasons)


def _slip(suspect: Suspect, solved: Solved) -> tuple[Claim, Slip] | None:
    """Return the slip that explains a suspect whose replacement resolves the conflict."""
    claim = solved.claims[suspect.statements[0]]
    for allowed in (suspect.allowed, suspect.allowed_charitably):
        slip = slip_to_fit(claim, allowed) if allowed is not None else None
        if slip is not None:
            return claim, slip
    return None


def _twice(instance: Instance, figures: Figures) -> str:
    """Return '42.0487, 42.05, 42.1': the number, once and twice rounded."""
    computed = compute(instance, figures).middle
    left = instance.formula.left
    place = instance.places.get(left.name) if isinstance(left, Variable) else None
    fact = figures.facts.get(place) if place else None
    value = firm_claims(fact.claims)[0].value if fact else None
    if computed is None or not isinstance(value, Amount) or value.precision is None:
        return show_computed(instance, figures)
    finer = value.precision / 10
    once = (computed / finer + Fraction(1, 2)).__floor__() * finer
    return f"{show_number(computed, 6)}, {show_number(once, 6)}, {show_number(value.stated or once, 6)}"
