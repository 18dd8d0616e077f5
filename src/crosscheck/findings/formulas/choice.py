"""Which of several facts at one place a formula is about: the one that suits it best.

Documents about an event that none of them names may each state its cost, and one of them an earlier cost as well.
What they agree on is one fact; of the rest, a formula takes the one that it fits, or comes nearest to. So a clash is
left only where nothing that is stated would fit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import product

import msgspec

from crosscheck.findings.formulas.binding import Instance, Place
from crosscheck.findings.formulas.standing import joint
from crosscheck.records import Fact
from crosscheck.values.formula import Box, evaluate, revise
from crosscheck.values.interval import Interval

_MOST_FACTS = 6
"""Of more facts at one place only the first are tried."""


def choose_facts(
    candidates: Mapping[Place, Sequence[Fact]],
    bind: Callable[[Mapping[Place, Fact]], Iterable[Instance]],
    go_together: Callable[[Instance, Mapping[Place, Fact]], bool],
) -> dict[Place, Fact]:
    """Return one fact for each place; *bind* yields the formulas over such a choice.

    *go_together* says of a formula and a choice whether these facts can be about one moment. Of facts that state a
    value and such as only bound it, the former stand. Places that no equation decides have their first fact. Work is
    bounded for each formula by ``_MOST_FACTS`` to the power of the names in it.
    """
    merged = {place: _merge(_telling(facts)) for place, facts in candidates.items()}
    chosen = {place: facts[0] for place, facts in merged.items()}
    several = {place for place, facts in merged.items() if len(facts) > 1}
    for instance in bind(chosen) if several else ():
        free = [place for place in dict.fromkeys(instance.places.values()) if place in several]
        if free and instance.formula.relation == "=" and all(p in chosen for p in instance.places.values()):
            options = [
                {**chosen, **dict(zip(free, facts, strict=True))} for facts in product(*(merged[p] for p in free))
            ]
            fitting = [option for option in options if go_together(instance, option)]
            if fitting:
                chosen = min(fitting, key=lambda option: _misfit(instance, option))
                several -= set(free)
    return chosen


def _telling(facts: Sequence[Fact]) -> Sequence[Fact]:
    """Return those of *facts* that state a value, all of them where each only bounds it."""
    return [fact for fact in facts if joint(fact).is_bounded] or facts if len(facts) > 1 else facts


def _merge(facts: Sequence[Fact]) -> list[Fact]:
    """Return the first of *facts*, those that agree made one, in the order of their first."""
    if len(facts) == 1:
        return list(facts)
    merged: list[Fact] = []
    allowed: list[Interval] = []
    for fact in facts:
        own = joint(fact)
        same = next((n for n, other in enumerate(allowed) if not other.meet(own).is_empty), None)
        if same is not None:
            claims = (*merged[same].claims, *fact.claims)
            merged[same] = msgspec.structs.replace(merged[same], claims=claims)
            allowed[same] = joint(merged[same])
        elif len(merged) < _MOST_FACTS:
            merged.append(fact)
            allowed.append(own)
    return merged


def _misfit(instance: Instance, facts: Mapping[Place, Fact]) -> Fraction:
    """Return how far the sides of an equation are apart as a share of the greater one; 0 where they can be equal."""
    box = Box({name: joint(facts[place]) for name, place in instance.places.items()})
    if not revise(instance.formula, box).is_empty:
        return Fraction(0)
    sides = [_middle(evaluate(side, box)) for side in (instance.formula.left, instance.formula.right)]
    return abs(sides[0] - sides[1]) / (max(map(abs, sides)) or Fraction(1))


def _middle(interval: Interval) -> Fraction:
    return interval.middle or interval.low or interval.high or Fraction(0)
