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
from crosscheck.findings.notation import show_number, show_rounded, show_value
from crosscheck.records import Amount, Claim, Fact, Severity, firm_claims
from crosscheck.values.digits import Slip
from crosscheck.values.formula import Aggregate, Bearers, Box, Variable, parse_constant, solve_for
from crosscheck.values.interval import EVERYTHING, Interval
from crosscheck.values.network import Conflict, Core, Reading, Suspect


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
    cores = _plain_cores(conflict)
    instances = [solved.instances[name] for name in dict.fromkeys(n for core in cores for n in core.constraints)]
    shown = _shown(conflict, instances, solved)
    readings = tuple(_readings(conflict, instances, solved))
    place = _left_place(shown)
    claims = tuple(solved.claims[name] for name in dict.fromkeys(n for core in cores for n in core.statements))
    return Clash(
        code=shown.origin.code,
        severity="warning" if readings else "error",
        subject=place.subject,
        attribute=place.attribute,
        message=_message(shown, figures),
        claims=claims,
        facts=tuple(f for f in solved.facts.values() if any(claim in f.claims for claim in claims)),
        calculation=(*dict.fromkeys(work_out(i, figures) for i in instances), *_bases(shown, solved, figures)),
        suggestion=_charity(readings, instances, shown, figures) or _slips(conflict, instances, solved),
    )


def _plain_cores(conflict: Conflict) -> tuple[Core, ...]:
    """Return the cores that a single formula shows, else the one of fewest claims: proof enough, and quickly read."""
    plain = tuple(core for core in conflict.cores if len(core.constraints) == 1)
    return plain or (min(conflict.cores, key=lambda core: (len(core.statements), len(core.constraints))),)


def _shown(conflict: Conflict, instances: Sequence[Instance], solved: Solved) -> Instance:
    """Return the instance that shows the conflict best: about the likeliest suspect, stated throughout, and plain."""
    cell = conflict.suspects[0].cell

    def rank(instance: Instance) -> tuple[bool, int, int]:
        places = set(instance.all_places())
        return cell not in {p.id for p in places}, len(places - solved.facts.keys()), len(instance.bearers)

    return min(instances, key=rank)


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
        return f"{work_out(instance, figures)} does not hold"
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
            (other, found)
            for other in _same_formula(instance, name, solved)
            if other is not instance and not (found := _needed(other, name, solved)).is_empty
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


def _readings(conflict: Conflict, instances: Sequence[Instance], solved: Solved) -> Iterator[Reading]:
    """Yield the charitable readings that mend the conflict; a slack must mend every bearer's formula by one value."""
    for reading in conflict.readings:
        if reading != "slack" or all(_have_common_value(instance, solved) for instance in instances):
            yield reading


def _have_common_value(instance: Instance, solved: Solved) -> bool:
    """Return whether one value of each slack variable, not too far below the printed one, suits all its formulas."""
    for name, slack in instance.origin.slack.items():
        place = instance.places[name]
        printed = _stated(place, solved)
        least = None if printed.low is None else printed.low * (1 - parse_constant(slack.below))
        common = Interval(least, printed.high)
        for other in _same_formula(instance, name, solved):
            common = common.meet(_needed(other, name, solved))
        if common.is_empty:
            return False
    return True


def _same_formula(instance: Instance, name: str, solved: Solved) -> Iterator[Instance]:
    """Yield the instances of the same formula in which *name* stands for the same fact."""
    for other in solved.instances.values():
        if other.formula == instance.formula and other.places.get(name) == instance.places[name]:
            yield other


def _needed(instance: Instance, name: str, solved: Solved, *, twice: bool = False) -> Interval:
    """Return what one variable may be given what is stated of the others; a count as whole numbers.

    With *twice*, rounded numbers are read as rounded twice.
    """
    values = {n: _stated(place, solved, twice=twice) for n, place in instance.places.items() if n != name}
    bearers = {
        n: Bearers(tuple(_stated(place, solved, twice=twice) for place in places))
        for n, places in instance.bearers.items()
    }
    found = solve_for(instance.formula, name, Box(values, bearers))
    fact = solved.facts.get(instance.places[name])
    is_count = fact is not None and isinstance(fact.value, Amount) and fact.value.interval.is_point
    return found.whole() if is_count else found


def _stated(place: Place, solved: Solved, *, twice: bool = False) -> Interval:
    return joint(solved.facts[place], twice=twice) if place in solved.facts else EVERYTHING


def _charity(readings: Sequence[Reading], instances: Sequence[Instance], shown: Instance, figures: Figures) -> str:
    """Return the charitable readings that mend the clash: 'rounded twice (42.0487, 42.05, 42.1), or ...'."""
    reasons = [f"rounded twice ({_twice(shown, figures)})"] if "double_rounding" in readings else []
    if "slack" in readings:
        reasons += dict.fromkeys(slack.reason for i in instances for slack in i.origin.slack.values())
    return ", or ".join(reasons)


def _slips(conflict: Conflict, instances: Sequence[Instance], solved: Solved) -> str:
    """Return the likeliest slip of one suspect's digits, else what the likeliest suspect would have to be."""
    suspects = [suspect for suspect in conflict.suspects if suspect.resolves]
    if conflict.culprit is not None:
        suspects = suspects[:1]
    slips = [row for suspect in suspects if (row := _slip(suspect, instances, solved)) is not None]
    if slips:
        claim, slip = min(slips, key=lambda row: row[1].cost)
        return word_slip(claim, slip)
    if not suspects or suspects[0].allowed is None or conflict.culprit is None:
        return ""
    claim = solved.claims[suspects[0].statements[0]]
    return f"{show_value(claim.value)} fits none of the others; {show_rounded(suspects[0].allowed)} would"


def _slip(suspect: Suspect, instances: Sequence[Instance], solved: Solved) -> tuple[Claim, Slip] | None:
    """Return the slip that explains a suspect, by what the others allow as printed, else as rounded twice."""
    claim = solved.claims[suspect.statements[0]]
    twice = EVERYTHING
    for instance in instances:
        for name, place in instance.places.items():
            if place.id == suspect.cell:
                twice = twice.meet(_needed(instance, name, solved, twice=True))
    allowed = suspect.allowed or suspect.allowed_charitably
    if allowed is not None and (slip := slip_to_fit(claim, allowed)):
        return claim, slip
    if twice.is_bounded and (slip := slip_to_fit(claim, twice, twice=True)):
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
