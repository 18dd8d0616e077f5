"""What a formula needs of one of its names, given what is stated of the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from crosscheck.findings.formulas.binding import Instance, Place
from crosscheck.findings.formulas.calculation import Figures
from crosscheck.findings.formulas.network import Solved
from crosscheck.findings.formulas.standing import joint
from crosscheck.findings.telling.notation import label_of, show_number
from crosscheck.messages import Phrase, say, say_all
from crosscheck.records import Amount, name_subject
from crosscheck.values.formula import Aggregate, Bearers, Box, Variable, solve_for
from crosscheck.values.interval import EVERYTHING, Interval


def same_formula(instance: Instance, name: str, solved: Solved) -> Iterator[Instance]:
    """Yield the instances of the same formula in which *name* stands for the same fact."""
    for other in solved.touching[instance.places[name]]:
        if other.formula == instance.formula and other.places.get(name) == instance.places[name]:
            yield other


def needed_value(instance: Instance, name: str, solved: Solved, *, twice: bool = False) -> Interval:
    """Return what one variable may be given what is stated of the others; a count as whole numbers.

    With *twice*, rounded numbers are read as rounded twice.
    """
    values = {n: stated_value(place, solved, twice=twice) for n, place in instance.places.items() if n != name}
    bearers = {
        n: Bearers(tuple(stated_value(place, solved, twice=twice) for place in places))
        for n, places in instance.bearers.items()
    }
    found = solve_for(instance.formula, name, Box(values, bearers))
    fact = solved.facts.get(instance.places[name])
    is_count = fact is not None and isinstance(fact.value, Amount) and fact.value.interval.is_point
    return found.whole() if is_count else found


def stated_value(place: Place, solved: Solved, *, twice: bool = False) -> Interval:
    return joint(solved.facts[place], twice=twice) if place in solved.facts else EVERYTHING


def left_place(instance: Instance) -> Place:
    left = instance.formula.left
    if isinstance(left, Variable):
        return instance.places[left.name]
    if isinstance(left, Aggregate):
        event = instance.bearers[left.name][0].event
        return Place(left.name, event, event)
    return next(iter(instance.places.values()))


def word_bases(instance: Instance, solved: Solved, figures: Figures) -> Iterator[Phrase]:
    """Yield what the formula's charitable variable would have to be here, and what the same formula needs elsewhere."""
    for name in instance.origin.slack:
        place = instance.places[name]
        needed = needed_value(instance, name, solved)
        printed = figures.printed(place).middle
        if printed is None or needed.is_empty or needed.contains(printed):
            continue
        too_high = needed.high is not None and needed.high < printed
        end = needed.high if too_high else needed.low
        if end is not None:
            yield say(
                "{numbers} fit only {base} of {bound}",
                numbers=_numbers(instance, name, figures),
                base=label_of(name, figures.concepts),
                bound=_bound(end, is_most=too_high),
            )
        others = [
            (other, found)
            for other in same_formula(instance, name, solved)
            if other is not instance and not (found := needed_value(other, name, solved)).is_empty
        ]
        yield from _elsewhere(others, name, figures, too_high=too_high)


def _elsewhere(
    others: Sequence[tuple[Instance, Interval]], name: str, figures: Figures, *, too_high: bool
) -> Iterator[Phrase]:
    """Yield what the tightest of the other bearers needs on the other side."""
    ends = [(needed.low if too_high else needed.high, i) for i, needed in others]
    known = [(end, i) for end, i in ends if end is not None]
    if not known:
        return
    end, instance = (max if too_high else min)(known, key=lambda row: row[0])
    yield say(
        "{numbers} of {subject} need {bound}",
        numbers=_numbers(instance, name, figures),
        subject=name_subject(left_place(instance).subject),
        bound=_bound(end, is_most=not too_high),
    )


def _bound(end: Fraction, *, is_most: bool) -> Phrase:
    number = show_number(end)
    return say("at most {number}", number=number) if is_most else say("at least {number}", number=number)


def _numbers(instance: Instance, without: str, figures: Figures) -> Phrase:
    return say_all(figures.shown(place) for name, place in instance.places.items() if name != without)
