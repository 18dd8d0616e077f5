"""A fact from its claims: what it is called, what they jointly say, and why they were brought together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from crosscheck.domains import Concept
from crosscheck.facts.entities import Registry
from crosscheck.facts.events import Cast
from crosscheck.facts.grouping import Group
from crosscheck.facts.history import Counting, latest_claims
from crosscheck.facts.match import Match
from crosscheck.facts.reasons import explain_bearer, explain_match
from crosscheck.facts.reconcile import commonest, reconcile
from crosscheck.facts.titles import name_attribute, name_subject
from crosscheck.facts.weights import probability
from crosscheck.facts.witnesses import find_copies
from crosscheck.messages import Locale
from crosscheck.records import Claim, Fact, Link

NAME_WEIGHT: Mapping[str, Fraction] = {
    "same name": Fraction(1),
    "alias": Fraction(98, 100),
    "surname": Fraction(95, 100),
    "similar spelling": Fraction(85, 100),
}


def make_fact(
    number: str,
    group: Group,
    registry: Registry,
    concepts: Mapping[str, Concept],
    casts: Mapping[str, Cast],
    counting: Counting,
    locale: Locale,
) -> Fact:
    """Return the fact called *number* that the claims of *group* form; *casts* is by document.

    *counting* tells where running counts are stated. Links are explained in the language of *locale*, and what
    no concept knows is called by the words of a document in that language where one speaks of it. A running count that
    the documents put differently on different days has changed: its value is the latest.
    """
    claims = group.claims
    value, verdict = reconcile(claims)
    first = _best_told(claims)
    concept = concepts.get(first.attribute)
    told = {claim.document: casts[claim.document] for claim in claims}
    copies = find_copies(claims, {document: cast.text for document, cast in told.items()}) if len(told) > 1 else {}
    if value is None:
        published = {document: cast.published for document, cast in told.items()}
        if latest := latest_claims(claims, concept, published, counting):
            value, verdict = reconcile(latest)[0], "changed"
    in_favour, against = commonest(claims, copies)
    understood = {key for key in told if told[key].language == locale.language} if group.matches else frozenset[str]()
    return Fact(
        id=number,
        subject=first.subject or name_subject(group.matches),
        attribute=first.concept or name_attribute(group.matches, understood) or first.attribute,
        claims=claims,
        scope=first.scope,
        links=_links(group, registry, concepts, locale),
        value=value,
        verdict=verdict,
        in_favour=in_favour,
        against=against,
        copies=copies,
    )


def _links(group: Group, registry: Registry, concepts: Mapping[str, Concept], locale: Locale) -> tuple[Link, ...]:
    """Return what holds the claims of *group* together: its matches, or else how each joins the first by its bearer."""
    if group.matches:
        return tuple(_matched(match, concepts, locale) for match in group.matches)
    first, *others = group.claims
    return tuple(_link(first, other, registry, concepts.get(first.attribute), locale) for other in others)


def _best_told(claims: Sequence[Claim]) -> Claim:
    """Return the first claim with a bearer and a concept, else with a concept, else the first."""
    if len(claims) == 1:
        return claims[0]
    known = [claim for claim in claims if claim.concept]
    return next((claim for claim in known if claim.subject), (*known, claims[0])[0])


def _matched(match: Match, concepts: Mapping[str, Concept], locale: Locale) -> Link:
    why = explain_match(match, concepts).said_in(locale)
    return Link(match.left.id, match.right.id, match.levels, probability(match.weight), why)


def _link(left: Claim, right: Claim, registry: Registry, concept: Concept | None, locale: Locale) -> Link:
    """Return why two claims of a fact belong together: each side's levels, and the confidence of the weakest."""
    levels: dict[str, None] = {}
    spelling = []
    weights = [left.confidence, right.confidence]
    for claim in (left, right):
        name_level = registry.levels.get((claim.document, claim.subject), "same name")
        levels |= dict.fromkeys((f"attribute by {claim.why_attribute}", f"subject by {claim.why_subject}", name_level))
        spelling.append(name_level)
        weights.append(NAME_WEIGHT[name_level])
    why = explain_bearer(left, right, spelling, concept).said_in(locale)
    return Link(left.id, right.id, tuple(levels), min(weights), why)
