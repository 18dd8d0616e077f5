"""What the claims of a fact allow together: the ones that stand, as intervals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from crosscheck.records import Amount, Claim, Fact, Period, Value, firm_claims
from crosscheck.values.interval import EVERYTHING, Interval
from crosscheck.values.network import Statement


def _claim_interval(claim: Claim) -> Interval:
    """Return what the claim's words allow, days as proleptic Gregorian ordinals."""
    return _value_interval(claim.value)


def _value_interval(value: Value) -> Interval:
    """Return every number of *value*, a round count read as rounded; of a day its ordinals, of a name everything."""
    if isinstance(value, Amount):
        return value.charitable
    if isinstance(value, Period):
        return Interval.of(value.first.toordinal(), value.last.toordinal())
    return EVERYTHING


def standing_claims(fact: Fact) -> tuple[Claim, ...]:
    """Return the firm claims of *fact*; of one that changed, only those that state its latest value."""
    firm = firm_claims(fact.claims)
    if fact.verdict != "changed" or fact.value is None:
        return firm
    latest = _value_interval(fact.value)
    return tuple(claim for claim in firm if not _claim_interval(claim).meet(latest).is_empty)


def state(claim: Claim, copies: Mapping[str, str]) -> Statement:
    """Return what *claim* states, as the network reads it; *copies* says whose witness a document is."""
    value = claim.value
    rounded = isinstance(value, Amount) and not value.interval.is_point
    return Statement(
        claim.id,
        _claim_interval(claim),
        value.precision if rounded and isinstance(value, Amount) else None,
        copies.get(claim.document, claim.document),
    )


def widen(statement: Statement) -> Statement:
    """Return the statement as if its number had been rounded twice."""
    if statement.rounded_to is None:
        return statement
    half = statement.rounded_to / 20
    return msgspec.structs.replace(statement, interval=statement.interval + Interval(-half, half))


def find_rivals(facts: Iterable[Fact]) -> Mapping[str, Sequence[Amount]]:
    """Return, per claim of a contradicted fact, the amounts that others state in its place."""
    return {
        claim.id: [other.value for other in fact.claims if isinstance(other.value, Amount) and other is not claim]
        for fact in facts
        if fact.value is None
        for claim in fact.claims
    }


def joint(fact: Fact, *, twice: bool = False) -> Interval:
    """Return what all firm claims of a fact allow, days as ordinals; with *twice*, as if they were rounded twice."""
    meet = EVERYTHING
    for claim in standing_claims(fact):
        meet = meet.meet(widen(state(claim, fact.copies)).interval if twice else _claim_interval(claim))
    return meet
