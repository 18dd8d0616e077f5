"""Formulas bound to facts: which fact stands for which name, in which event, for which bearer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from crosscheck.domains import EVENT, Concept
from crosscheck.domains import Formula as PackFormula
from crosscheck.records import Amount, Fact
from crosscheck.values.formula import Formula


class Place(msgspec.Struct, frozen=True, order=True):
    """Where a fact stands in the network: an attribute of a subject in an event, stated or only reckoned."""

    attribute: str
    subject: str
    event: str

    @property
    def id(self) -> str:
        """Return the name of its cell."""
        return f"{self.attribute} of {self.subject} in {self.event}"


class Instance(msgspec.Struct, frozen=True):
    """A formula of a pack with the places that its names stand for here.

    ``bearers`` holds, per aggregated name, the places of all that bear the attribute in the event.
    """

    origin: PackFormula
    formula: Formula
    places: dict[str, Place]
    bearers: dict[str, tuple[Place, ...]]

    def all_places(self) -> Iterator[Place]:
        """Yield every place that a name of the formula stands for."""
        yield from self.places.values()
        for places in self.bearers.values():
            yield from places


def by_place(instances: Iterable[Instance]) -> dict[Place, list[Instance]]:
    """Return *instances*, in their order, by each place that they name for one value."""
    touching: dict[Place, list[Instance]] = {}
    for instance in instances:
        for place in dict.fromkeys(instance.places.values()):
            touching.setdefault(place, []).append(instance)
    return touching


class _Index:
    """The places of the stated facts, by attribute and event."""

    def __init__(self, facts: Mapping[Place, Fact]) -> None:
        self._facts = facts
        self._events: dict[str, set[str]] = {}
        self._places: dict[tuple[str, str], list[Place]] = {}
        for place in sorted(facts):
            self._events.setdefault(place.attribute, set()).add(place.event)
            self._places.setdefault((place.attribute, place.event), []).append(place)

    def events(self, attributes: Iterable[str]) -> list[str]:
        """Return the events in which any of *attributes* is stated."""
        return sorted({event for attribute in attributes for event in self._events.get(attribute, ())})

    def subjects(self, attributes: Iterable[str], event: str) -> list[str]:
        """Return the bearers of any of *attributes* in *event*."""
        return sorted({place.subject for name in attributes for place in self._places.get((name, event), ())})

    def lone_subject(self, attributes: Iterable[str]) -> str | None:
        """Return the bearer of *attributes* where all documents together know but one."""
        bearers = {p.subject for name in attributes for event in self.events([name]) for p in self._places[name, event]}
        return bearers.pop() if len(bearers) == 1 else None

    def bearers(self, attribute: str, event: str) -> tuple[Place, ...]:
        """Return the places of all who bear *attribute* in *event*, of the commonest kind alone."""
        places = self._places.get((attribute, event), ())
        kinds = Counter(self._kind(place) for place in places)
        if not kinds:
            return ()
        kind = max(sorted(kinds), key=lambda k: kinds[k])
        return tuple(place for place in places if self._kind(place) == kind)

    def _kind(self, place: Place) -> str:
        return self._facts[place].claims[0].subject_kind


def bind(
    facts: Mapping[Place, Fact], concepts: Mapping[str, Concept], formulas: Sequence[tuple[PackFormula, Formula]]
) -> Iterator[Instance]:
    """Yield each formula once per event it can be about, or once per bearer where it names a bearer's attribute.

    An instance needs at least one stated fact among its names. Where people and parties bear the same attribute in one
    event, aggregates range over the commoner kind alone, so that nobody counts twice. Work is linear in the number of
    facts and of what is yielded.
    """
    index = _Index(facts)
    for origin, formula in formulas:
        names = {*formula.variables, *formula.aggregates}
        if not names <= concepts.keys():
            continue
        borne = sorted(name for name in formula.variables if EVENT not in concepts[name].subject)
        of_event = [name for name in formula.variables if name not in borne]
        lone = index.lone_subject(borne) if of_event and not any(concepts[n].per_event for n in borne) else None
        for event in index.events(names):
            bearers = {name: index.bearers(name, event) for name in formula.aggregates}
            for subject in _subjects(index, borne, event, lone):
                home = event if subject != lone or lone is None else lone
                places = {
                    n: Place(n, subject, home) if n in borne else Place(n, event, event) for n in formula.variables
                }
                instance = Instance(origin, formula, places, bearers)
                if _is_stated(instance, facts) and _is_in_one_currency(instance, facts):
                    yield instance


def _subjects(index: _Index, borne: Sequence[str], event: str, lone: str | None) -> list[str]:
    """Return the bearers in *event*; where it has none, the one there is of what is borne whatever the event."""
    if not borne:
        return [event]
    return index.subjects(borne, event) or ([] if lone is None else [lone])


def _is_stated(instance: Instance, facts: Mapping[Place, Fact]) -> bool:
    """Return whether a fact says what the formula wants given, and one at least of what it is about."""
    given = all(instance.places[name] in facts for name in instance.origin.given)
    return given and any(place in facts for place in instance.all_places())


def _is_in_one_currency(instance: Instance, facts: Mapping[Place, Fact]) -> bool:
    """Return whether the amounts of money that the formula is about are in one currency."""
    stated = (claim for place in instance.all_places() if place in facts for claim in facts[place].claims)
    units = {claim.value.unit for claim in stated if isinstance(claim.value, Amount)}
    return sum(len(unit) == len("EUR") and unit.isupper() for unit in units) <= 1
