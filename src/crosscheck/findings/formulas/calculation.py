"""Formulas worked out with the printed numbers, as lines that a reader can check by hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import msgspec

from crosscheck.domains import Concept
from crosscheck.findings.formulas.binding import Instance, Place
from crosscheck.findings.formulas.standing import joint
from crosscheck.findings.telling.notation import label_of, show_interval, show_rounded, show_value, with_unit
from crosscheck.messages import Phrase, join, say
from crosscheck.records import Amount, Fact, Period, firm_claims, say_period
from crosscheck.values.formula import (
    Aggregate,
    Bearers,
    Box,
    Constant,
    Expression,
    Negation,
    Operation,
    Variable,
    evaluate,
)
from crosscheck.values.interval import EVERYTHING, ZERO, Interval

_PERCENT = Fraction(1, 100)
_PERCENT_UNIT = "percent"
_BINDS = {"+": 1, "-": 1, "*": 2, "/": 2}


class Figures(msgspec.Struct, frozen=True):
    """What calculations read: the stated facts, and what each place may be where none states it.

    ``concepts`` is by attribute.
    """

    facts: Mapping[Place, Fact]
    derived: Mapping[Place, Interval]
    concepts: Mapping[str, Concept]

    def printed(self, place: Place) -> Interval:
        """Return the printed number of a place as a point where one is printed, else all it may be."""
        fact = self.facts.get(place)
        if fact is None:
            return self.derived.get(place, EVERYTHING)
        value = firm_claims(fact.claims)[0].value
        return Interval.point(value.stated) if isinstance(value, Amount) and value.stated is not None else joint(fact)

    def shown(self, place: Place) -> Phrase:
        """Return the number of a place in words: '16,867', '42.1 %', '20 November 2014'."""
        fact = self.facts.get(place)
        if fact is not None:
            return show_value(firm_claims(fact.claims)[0].value)
        return show_rounded(self.derived.get(place, EVERYTHING))


class Requirement(msgspec.Struct, frozen=True):
    """What the other figures of a calculation leave for a quantity that ``claim``, by its id, states outright.

    ``interval`` is in the unit of that claim, of days their proleptic Gregorian ordinals.
    """

    claim: str
    interval: Interval
    calculation: Phrase


def work_out(instance: Instance, figures: Figures) -> Phrase:
    """Return the right side with its numbers and what it comes to: '13,974 / 40,113 = 34.84 %'.

    Of an inequality, both sides: '42.1 % + 34.8 % + 61.7 % <= 100 %'.
    """
    if instance.formula.relation != "=":
        sides = instance.formula.left, instance.formula.right
        return join((_render(side, instance, figures, 0) for side in sides), f" {instance.formula.relation} ")
    shown = _render(instance.formula.right, instance, figures, 0)
    if isinstance(instance.formula.right, Operation):
        return join((shown, show_computed(instance, figures)), " = ")
    return shown


def compute(instance: Instance, figures: Figures) -> Interval:
    """Return what the right side comes to with the printed numbers, in the unit of the left side."""
    return evaluate(instance.formula.right, _printed_box(instance, figures)).scaled(1 / _left_scale(instance))


def show_computed(instance: Instance, figures: Figures) -> Phrase:
    """Return what the right side comes to, in the unit of the left side: '34.84 %'."""
    computed = compute(instance, figures)
    if is_date(instance, figures):
        return _show_days(computed)
    return with_unit(show_rounded(computed), _PERCENT_UNIT if _left_scale(instance) == _PERCENT else "")


def _printed_box(instance: Instance, figures: Figures) -> Box:
    """Return the printed numbers by the formula's names."""
    return Box(
        {name: figures.printed(place) for name, place in instance.places.items()},
        {name: Bearers(tuple(map(figures.printed, places))) for name, places in instance.bearers.items()},
    )


def _left_scale(instance: Instance) -> Fraction:
    """Return what one unit of the left side is worth in the formula: 1/100 for percent."""
    left = instance.formula.left
    return left.scale if isinstance(left, Variable | Aggregate) else Fraction(1)


def is_date(instance: Instance, figures: Figures) -> bool:
    """Return whether the formula is about days."""
    facts = (figures.facts.get(place) for place in instance.places.values())
    return any(fact is not None and isinstance(fact.claims[0].value, Period) for fact in facts)


def _show_days(days: Interval) -> Phrase:
    if days.low is None or days.high is None:
        return show_interval(days)
    return say_period(Period(date.fromordinal(int(days.low)), date.fromordinal(int(days.high))))


def _render(node: Expression, instance: Instance, figures: Figures, binds: int) -> Phrase:
    match node:
        case Constant():
            value = node.interval.scaled(1 / _PERCENT) if node.is_share else node.interval
            return with_unit(show_interval(value), _PERCENT_UNIT if node.is_share else "")
        case Variable():
            return figures.shown(instance.places[node.name])
        case Aggregate():
            return _render_aggregate(node, instance, figures)
        case Negation():
            return join(("-", _render(node.operand, instance, figures, 3)), "")
        case Operation():
            own = _BINDS[node.operator]
            left = _render(node.left, instance, figures, own)
            right = _render(node.right, instance, figures, own + (node.operator in "-/"))
            shown = join((left, right), f" {node.operator} ")
            return join(("(", shown, ")"), "") if own < binds else shown


def _render_aggregate(node: Aggregate, instance: Instance, figures: Figures) -> Phrase:
    places = sorted(instance.bearers[node.name], key=lambda p: (-(figures.printed(p).middle or ZERO), p))
    if node.function == "sum":
        return join(map(figures.shown, places), " + ")
    rank = 1 if node.function == "second" else 0
    if node.function == "count" or rank >= len(places):
        counted = label_of(node.name, figures.concepts)
        if node.function == "count":
            return say("number of {counted}", counted=counted)
        return say("second of {counted}", counted=counted) if rank else say("largest of {counted}", counted=counted)
    return figures.shown(places[rank])
