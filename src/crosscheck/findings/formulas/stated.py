"""The facts that formulas can be about, in the units of their concepts, and read as rounded where they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

import msgspec

from crosscheck.domains import EVENT, Concept
from crosscheck.findings.formulas.binding import Place
from crosscheck.records import SAID, Amount, Claim, Fact, Period, Value
from crosscheck.values.measures import converts


def known_facts(facts: Sequence[Fact], loose: Iterable[Claim], concepts: Mapping[str, Concept]) -> tuple[Fact, ...]:
    """Return *facts*, and one for each of the *loose* claims of what a thing bears whatever the event: a population."""
    borne = (c for c in loose if c.concept in concepts and _is_lasting(concepts[c.concept]) and c.reckoned is None)
    lone = (Fact(id=c.id, subject="", attribute=c.concept, claims=(c,), scope=c.scope, value=c.value) for c in borne)
    return (*facts, *lone)


def numeric_facts(facts: Sequence[Fact], concepts: Mapping[str, Concept]) -> dict[Place, list[Fact]]:
    """Return the facts that formulas can be about, by place: numbers and days of the whole event, no ranks.

    Figures of a place are those of the event where of no other place a lasting figure is known. Amounts are in the unit
    of the concept, where they convert into it. A place that several facts state has all of them: what documents say of
    an event that none names is not known to be one fact.
    """
    known = [f for f in facts if _is_of_concept(f, concepts) and any(c.modality in SAID for c in f.claims)]
    homes = {fact.subject for fact in known if _is_of_place(concepts[fact.attribute])}
    stated: dict[Place, list[Fact]] = {}
    for fact in known:
        concept = concepts[fact.attribute]
        whole = not (fact.scope.part or fact.scope.time) and (not fact.scope.place or homes == {fact.scope.place})
        if whole and isinstance(fact.claims[0].value, Amount | Period) and concept.kind != "ordinal":
            stated.setdefault(place_of(fact), []).append(_as_reckoned(fact, concept))
    return stated


def _is_of_concept(fact: Fact, concepts: Mapping[str, Concept]) -> bool:
    """Return whether a claim is of the concept by whose name *fact* goes: words that claims share may be that, too."""
    return fact.attribute in concepts and any(claim.concept == fact.attribute for claim in fact.claims)


def place_of(fact: Fact) -> Place:
    """Return the place that a fact states."""
    return Place(fact.attribute, fact.subject, fact.scope.event or fact.subject)


def _is_lasting(concept: Concept) -> bool:
    """Return whether it is of its bearer whatever the event."""
    return not concept.per_event and EVENT not in concept.subject


def _is_of_place(concept: Concept) -> bool:
    return _is_lasting(concept) and "place" in concept.subject


def _as_reckoned(fact: Fact, concept: Concept) -> Fact:
    """Return *fact* with its value and its claims as formulas read them."""
    claims = tuple(msgspec.structs.replace(claim, value=_read(claim.value, concept)) for claim in fact.claims)
    value = None if fact.value is None else _read(fact.value, concept)
    return msgspec.structs.replace(fact, claims=claims, value=value)


def _read(value: Value, concept: Concept) -> Value:
    """Return *value* in the unit of *concept*; a whole per cent, and a whole number that is no count, as rounded."""
    if not isinstance(value, Amount):
        return value
    amount = value.converted(concept.unit) if converts(value.unit, concept.unit) else value
    if not (concept.rounded or concept.kind == "percent"):
        return amount
    place = Fraction(1) if amount.precision is None else max(amount.precision, Fraction(1))
    read = amount.rounded_to(place)
    return amount if read is amount.interval else msgspec.structs.replace(amount, interval=read, precision=place)
