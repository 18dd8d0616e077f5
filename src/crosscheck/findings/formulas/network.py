"""The network of a run: facts as cells, bound formulas as constraints, reconciled in one go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from types import MappingProxyType

import msgspec

from crosscheck.domains import Concept
from crosscheck.domains import Formula as PackFormula
from crosscheck.findings.formulas.binding import Instance, Place, bind, by_place
from crosscheck.findings.formulas.choice import choose_facts
from crosscheck.findings.formulas.standing import joint, standing_claims, state, widen
from crosscheck.findings.formulas.stated import known_facts, numeric_facts
from crosscheck.findings.formulas.timing import is_timely
from crosscheck.records import Claim, Fact
from crosscheck.values.formula import (
    Aggregate,
    Box,
    Formula,
    evaluate,
    loosen,
    nodes,
    parse_constant,
    parse_formula,
    with_units,
)
from crosscheck.values.interval import EVERYTHING, NONNEGATIVE, ZERO, Interval
from crosscheck.values.network import (
    Cell,
    Conflict,
    Constraint,
    Narrowed,
    Reconciliation,
    Statement,
    contested,
    reconcile,
)

_COUNTS = frozenset({"number", "date"})
_MOST_VALUES = 12
"""Of a fact with more values than this only those of most documents are reckoned with: the search for cores is long."""


class Solved(msgspec.Struct, frozen=True):
    """The network with its solution; ``concepts`` is by attribute, ``claims`` by statement id, ``places`` by cell id.

    ``touching`` holds the instances that name a place for one value, in the order of ``instances``.

    ``values`` is what each cell may be once the conflicts are settled: read charitably where that mends one, else
    without the likeliest culprit.
    """

    facts: dict[Place, Fact]
    instances: dict[str, Instance]
    touching: dict[Place, list[Instance]]
    concepts: Mapping[str, Concept]
    claims: dict[str, Claim]
    places: dict[str, Place]
    conflicts: tuple[Conflict, ...]
    values: Mapping[str, Narrowed]


def solve(
    facts: Sequence[Fact],
    concepts: Mapping[str, Concept],
    formulas: Sequence[PackFormula],
    loose: Iterable[Claim] = (),
    published: Mapping[str, date | None] = MappingProxyType({}),
) -> Solved:
    """Return what *facts* can jointly say under *formulas*, and every set of claims that cannot hold together.

    Of the *loose* claims, which are of no fact, those take part that say what a thing bears whatever the event.
    *published* is by document: running counts of different days are in no formula together.
    """
    units = {name: concept.unit for name, concept in concepts.items()}
    parsed = [(formula, with_units(parse(formula.formula), units)) for formula in formulas]
    candidates = numeric_facts(known_facts(facts, loose, concepts), concepts)

    def go_together(instance: Instance, chosen: Mapping[Place, Fact]) -> bool:
        return is_timely(instance, chosen, concepts, published)

    stated = choose_facts(candidates, lambda chosen: bind(chosen, concepts, parsed), go_together)
    bound = (instance for instance in bind(stated, concepts, parsed) if go_together(instance, stated))
    instances = {f"{n}: {i.formula}": i for n, i in enumerate(bound)}
    places = {p.id: p for i in instances.values() for p in i.all_places()} | {p.id: p for p in stated}
    cells = [_cell(place, stated.get(place), concepts[place.attribute]) for place in places.values()]
    totals = dict(_totals(instances.values(), stated))
    constraints = [_constraint(name, instance, stated, totals) for name, instance in instances.items()]
    claims = {claim.id: claim for fact in stated.values() for claim in standing_claims(fact)}
    solution = reconcile(cells, constraints)
    doubtful = contested(cells, constraints, solution.conflicts)
    values = {**solution.values, **reconcile(*_settled(*doubtful, solution)).values}
    return Solved(stated, instances, by_place(instances.values()), concepts, claims, places, solution.conflicts, values)


def _settled(
    cells: Sequence[Cell], constraints: Sequence[Constraint], solution: Reconciliation
) -> tuple[list[Cell], list[Constraint]]:
    """Return a network without its conflicts, which are those of *solution*."""
    mended = [conflict for conflict in solution.conflicts if conflict.readings]
    widened = {name for conflict in mended for name in conflict.statements}
    loose = {name for conflict in mended for name in conflict.constraints}
    dropped = {name for conflict in solution.conflicts if not conflict.readings for name in _culprits(conflict)}
    return (
        [_settle(cell, widened, dropped) for cell in cells],
        [msgspec.structs.replace(c, formula=loosen(c.formula, c.slack)) if c.id in loose else c for c in constraints],
    )


def _culprits(conflict: Conflict) -> tuple[str, ...]:
    first = conflict.suspects[0]
    return first.statements if first.resolves else conflict.statements


def _settle(cell: Cell, widened: set[str], dropped: set[str]) -> Cell:
    kept = (statement for statement in cell.statements if statement.id not in dropped)
    return msgspec.structs.replace(cell, statements=tuple(widen(s) if s.id in widened else s for s in kept))


@cache
def parse(text: str) -> Formula:
    """Return the formula that *text* spells; parsed once."""
    return parse_formula(text)


def _cell(place: Place, fact: Fact | None, concept: Concept) -> Cell:
    statements = [state(claim, fact.copies) for claim in standing_claims(fact)] if fact else []
    domain = NONNEGATIVE if concept.kind in {"number", "percent"} else EVERYTHING
    counts = concept.kind in _COUNTS and not concept.rounded
    whole = counts and not any(statement.interval.whole().is_empty for statement in statements)
    return Cell(place.id, _commonest(statements), domain, whole)


def _commonest(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Return *statements*, in their order, without those of the rarest values where there are too many values."""
    witnesses: dict[Interval, set[str]] = {}
    for statement in statements:
        witnesses.setdefault(statement.interval, set()).add(statement.witness)
    if len(witnesses) <= _MOST_VALUES:
        return tuple(statements)
    commonest = sorted(witnesses, key=lambda interval: -len(witnesses[interval]))[:_MOST_VALUES]
    return tuple(statement for statement in statements if statement.interval in set(commonest))


def _constraint(
    name: str, instance: Instance, stated: Mapping[Place, Fact], totals: Mapping[str, Interval]
) -> Constraint:
    return Constraint(
        id=name,
        formula=instance.formula,
        cells={n: place.id for n, place in instance.places.items()},
        bearers={n: tuple(place.id for place in places) for n, places in instance.bearers.items()},
        complete=frozenset(n for n in _ranked(instance.formula) if _ranking_is_certain(instance, n, stated, totals)),
        slack={n: parse_constant(slack.below) for n, slack in instance.origin.slack.items()},
    )


def _ranked(formula: Formula) -> Iterator[str]:
    """Yield the names whose bearers the formula ranks."""
    ranks = {"largest", "second"}
    yield from (n.name for n in nodes(formula.left, formula.right) if isinstance(n, Aggregate) and n.function in ranks)


def _totals(instances: Iterable[Instance], stated: Mapping[Place, Fact]) -> Iterator[tuple[str, Interval]]:
    """Yield what all bearers of an attribute in an event may add up to, where a formula bounds their sum."""
    for instance in instances:
        left = instance.formula.left
        if isinstance(left, Aggregate) and left.function == "sum" and instance.formula.relation == "<=":
            values = {n: joint(stated[place]) for n, place in instance.places.items() if place in stated}
            limit = evaluate(instance.formula.right, Box(values)).scaled(1 / left.scale)
            for place in instance.bearers[left.name]:
                yield f"{left.name} in {place.event}", limit


def _ranking_is_certain(
    instance: Instance, name: str, stated: Mapping[Place, Fact], totals: Mapping[str, Interval]
) -> bool:
    """Return whether nobody who is not listed can come second or better: what the listed leave over is too little."""
    places = instance.bearers[name]
    values = [joint(stated[place]) for place in places]
    limit = totals.get(f"{name} in {places[0].event}", EVERYTHING).high if len(places) > 1 else None
    if limit is None or any(value.low is None for value in values):
        return False
    lows = sorted((value.low or ZERO for value in values), reverse=True)
    return limit - sum(lows) < lows[1]
