"""Counts that are parts of a whole by a formula of the packs: votes of the valid votes, ballots of the electorate.

Such a part is what the formula counts, and no portion of it: 'of 8,200 registered voters, 5,100 took part' is all the
ballots, where 'of the 16,000 votes 900 came by post' is some of the votes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from crosscheck.domains import Concept, DomainPack
from crosscheck.records import MEMBERS, Claim
from crosscheck.values.formula import Operation, Variable, parse_formula

Portions = Mapping[str, Mapping[str, str]]
"""Each concept that is a part, with the concepts that are its whole and the share that it is of each."""


def read_portions(packs: Iterable[DomainPack], concepts: Mapping[str, Concept]) -> dict[str, dict[str, str]]:
    """Return the parts and wholes of the formulas 'share = part / whole' between counts."""
    found: dict[str, dict[str, str]] = {}
    for pack in packs:
        for rule in pack.formulas:
            share = rule.formula.partition(" = ")[0]
            if share not in concepts or concepts[share].kind != "percent":
                continue
            match parse_formula(rule.formula).right:
                case Operation("/", Variable(part), Variable(whole)) if _are_counts(concepts[part], concepts[whole]):
                    found.setdefault(part, {})[whole] = share
    return found


def _are_counts(*concepts: Concept) -> bool:
    return all(concept.kind == "number" and not concept.difference for concept in concepts)


def as_wholes(claims: list[Claim], earlier: Iterable[Claim], portions: Portions) -> list[Claim]:
    """Return *claims*, those that are a part by a formula as what it counts, where none before is of the same.

    *earlier* are those of the sentence before.
    """
    if portions.keys().isdisjoint([claim.attribute for claim in claims]):
        return claims
    return [*_with_wholes(claims, {claim.attribute for claim in earlier}, portions)]


def _with_wholes(claims: Iterable[Claim], told: set[str], portions: Portions) -> Iterator[Claim]:
    """Yield *claims*, of those whose attribute was not *told* before the parts as wholes."""
    for claim in claims:
        is_all = claim.scope.part == MEMBERS and claim.attribute in portions and claim.attribute not in told
        yield msgspec.structs.replace(claim, scope=msgspec.structs.replace(claim.scope, part="")) if is_all else claim
        told.add(claim.attribute)
