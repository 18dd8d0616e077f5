"""Claims about the same fact, brought together: blocked by attribute and subject, each link with its levels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

import msgspec

from crosscheck.domains import EVENT, Concept
from crosscheck.facts.entities import Registry, join_entities
from crosscheck.facts.grouping import Group, join_matches
from crosscheck.facts.match import Match, match_claims
from crosscheck.facts.reconcile import commonest, reconcile
from crosscheck.facts.stories import group_stories
from crosscheck.facts.titles import name_attribute, name_subject
from crosscheck.facts.vetoes import Opposites
from crosscheck.facts.weights import probability
from crosscheck.records import Claim, Entity, Fact, Link, Role, Scope

NAME_WEIGHT: Mapping[str, Fraction] = {
    "same name": Fraction(1),
    "alias": Fraction(98, 100),
    "surname": Fraction(95, 100),
    "similar spelling": Fraction(85, 100),
}


THE_EVENT = "the event"
"""What documents report that name no event at all: they are read together because they report the same."""


class Cast(msgspec.Struct, frozen=True):
    """What one document's claims are about: its entities, and the event it reports ('' where it names none)."""

    document: str
    entities: tuple[Entity, ...]
    event: str


_Key = tuple[str, str, Scope, str]


def link_claims(
    claims: Iterable[Claim],
    casts: Sequence[Cast],
    concepts: Mapping[str, Concept],
    general: Mapping[str, str],
    opposites: Opposites,
) -> tuple[tuple[Fact, ...], tuple[Claim, ...]]:
    """Return the facts, ordered by their first claim, and the claims that became none: nobody else speaks of the same.

    Claims of a known bearer are of one fact when attribute, subject, event and the kind of value are the same, names
    resolved across the documents; *general* is as for ``join_entities``. A claim that names no event means the one that
    the documents of its story name, if they name just one or none. All other claims are compared by the words around
    them, and matched with at most one of each other document; *opposites* are words that forbid it.
    """
    registry = join_entities({cast.document: cast.entities for cast in casts}, general)
    shared = _shared_events(casts, registry)
    keyed: dict[_Key | str, list[Claim]] = {}
    for claim in claims:
        resolved = _resolve(claim, registry, shared.get(claim.document, ""), needs_event=_needs_event(claim, concepts))
        keyed.setdefault(_key(resolved, concepts), []).append(resolved)
    stated = tuple(map(tuple, keyed.values()))
    open_claims = [c for group in stated if len({c.document for c in group}) == 1 for c in group if c.context]
    groups = join_matches(stated, match_claims(open_claims, opposites))
    facts = [group for group in groups if group.matches or group.claims[0].subject]
    loose = tuple(c for group in groups if not group.matches and not group.claims[0].subject for c in group.claims)
    return tuple(_fact(f"f{n}", group, registry) for n, group in enumerate(facts, 1)), loose


def _key(claim: Claim, concepts: Mapping[str, Concept]) -> _Key | str:
    """Return what makes claims one fact by itself; the claim's own id where its bearer is not known by name."""
    if not claim.subject or (claim.subject.startswith(THE_EVENT) and claim.context is not None):
        return claim.id
    return claim.attribute, claim.subject, claim.scope, _value_kind(claim, concepts)


def _shared_events(casts: Sequence[Cast], registry: Registry) -> dict[str, str]:
    """Return, per document, the event that its story is about.

    It is the one that the documents of the story name, THE_EVENT where none names any, '' where they name several.
    """
    names = {c.document: frozenset(registry.canonical(c.document, e.name) for e in c.entities) for c in casts}
    stories = group_stories(names)
    named: dict[int, set[str]] = {}
    for cast in casts:
        told = named.setdefault(stories[cast.document], set())
        if cast.event:
            told.add(registry.canonical(cast.document, cast.event))
    nameless = [story for story, told in named.items() if not told]
    shared = {story: next(iter(told)) for story, told in named.items() if len(told) == 1}
    shared |= {story: f"{THE_EVENT} ({n})" if n > 1 else THE_EVENT for n, story in enumerate(nameless, 1)}
    return {document: shared.get(story, "") for document, story in stories.items()}


def _needs_event(claim: Claim, concepts: Mapping[str, Concept]) -> bool:
    """Return whether the claim's subject bears its attribute in an event."""
    concept = concepts.get(claim.attribute)
    return concept is not None and concept.per_event and EVENT not in concept.subject


def _resolve(claim: Claim, registry: Registry, shared: str, *, needs_event: bool) -> Claim:
    """Return the claim with the names of subject, event and role as all documents know them."""
    event = registry.canonical(claim.document, claim.scope.event) if claim.scope.event else ""
    subject = registry.canonical(claim.document, claim.subject) if claim.subject else ""
    if not subject and claim.subject_kind == EVENT:
        subject = shared
    value = claim.value
    if isinstance(value, Role):
        value = Role(registry.canonical(claim.document, value.name), value.kind)
    return msgspec.structs.replace(
        claim,
        subject=subject,
        value=value,
        scope=msgspec.structs.replace(claim.scope, event=event or (shared if needs_event else "")),
    )


def _value_kind(claim: Claim, concepts: Mapping[str, Concept]) -> str:
    """Return what must not differ between values that are compared: the concept's kind, and that of a role's name."""
    if isinstance(claim.value, Role):
        return f"role {claim.value.kind}"
    concept = concepts.get(claim.attribute)
    return concept.kind if concept else ""


def _fact(number: str, group: Group, registry: Registry) -> Fact:
    claims = group.claims
    value, verdict = reconcile(claims)
    in_favour, against = commonest(claims)
    first = _best_told(claims)
    return Fact(
        id=number,
        subject=first.subject or name_subject(group.matches),
        attribute=first.concept or name_attribute(group.matches) or first.attribute,
        claims=claims,
        scope=first.scope,
        links=(
            *(_matched(match) for match in group.matches),
            *(_link(claims[0], other, registry) for other in claims[1:] if not group.matches),
        ),
        value=value,
        verdict=verdict,
        in_favour=in_favour,
        against=against,
    )


def _best_told(claims: Sequence[Claim]) -> Claim:
    """Return the first claim with a bearer and a concept, else with a concept, else the first."""
    told = ((c for c in claims if c.concept and c.subject), (c for c in claims if c.concept), iter(claims))
    return next(claim for several in told for claim in several)


def _matched(match: Match) -> Link:
    return Link(match.left.id, match.right.id, match.levels, probability(match.weight))


def _link(left: Claim, right: Claim, registry: Registry) -> Link:
    """Return why two claims of a fact belong together: each side's levels, and the confidence of the weakest."""
    levels: dict[str, None] = {}
    weights = [left.confidence, right.confidence]
    for claim in (left, right):
        name_level = registry.levels.get((claim.document, claim.subject), "same name")
        levels |= dict.fromkeys((f"attribute by {claim.why_attribute}", f"subject by {claim.why_subject}", name_level))
        weights.append(NAME_WEIGHT[name_level])
    return Link(left.id, right.id, tuple(levels), min(weights))
