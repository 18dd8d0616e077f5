"""Charitable readings: a second rounding, or a base a little smaller than printed, that would mend a clash."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import reduce

from crosscheck.findings.formulas.binding import Instance
from crosscheck.findings.formulas.calculation import Figures, compute, show_computed
from crosscheck.findings.formulas.needs import needed_value, same_formula, stated_value
from crosscheck.findings.formulas.network import Solved
from crosscheck.findings.telling.notation import show_number
from crosscheck.messages import NOTHING, Phrase, join, label, say
from crosscheck.records import Amount, firm_claims
from crosscheck.values.formula import Variable, parse_constant
from crosscheck.values.interval import Interval
from crosscheck.values.network import Conflict, Reading


def find_readings(conflict: Conflict, instances: Sequence[Instance], solved: Solved) -> Iterator[Reading]:
    """Yield the charitable readings that mend the conflict; a slack must mend every bearer's formula by one value."""
    for reading in conflict.readings:
        if reading != "slack" or all(_have_common_value(instance, solved) for instance in instances):
            yield reading


def _have_common_value(instance: Instance, solved: Solved) -> bool:
    """Return whether one value of each slack variable, not too far below the printed one, suits all its formulas."""
    for name, slack in instance.origin.slack.items():
        place = instance.places[name]
        printed = stated_value(place, solved)
        least = None if printed.low is None else printed.low * (1 - parse_constant(slack.below))
        common = Interval(least, printed.high)
        for other in same_formula(instance, name, solved):
            common = common.meet(needed_value(other, name, solved))
        if common.is_empty:
            return False
    return True


def word_readings(
    readings: Sequence[Reading], instances: Sequence[Instance], shown: Instance, figures: Figures
) -> Phrase:
    """Return the charitable readings that mend the clash: 'rounded twice (42.0487, 42.05, 42.1), or ...'."""
    reasons: list[Phrase] = []
    if "double_rounding" in readings:
        reasons.append(say("rounded twice ({numbers})", numbers=_twice(shown, figures)))
    if "slack" in readings:
        reasons += dict.fromkeys(label(s.reason, name) for i in instances for name, s in i.origin.slack.items())
    return reduce(lambda one, other: say("{one}, or {other}", one=one, other=other), reasons) if reasons else NOTHING


def _twice(instance: Instance, figures: Figures) -> Phrase:
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
    return join(show_number(number, 6) for number in (computed, once, value.stated or once))
