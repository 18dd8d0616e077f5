"""Of what a post is where a document does not say: the body that another document names for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from crosscheck.domains import EVENT, Concept
from crosscheck.facts.entities import Registry
from crosscheck.facts.events import Cast
from crosscheck.records import Claim


def share_bodies(
    claims: Iterable[Claim],
    casts: Sequence[Cast],
    stories: Mapping[str, int],
    registry: Registry,
    concepts: Mapping[str, Concept],
) -> tuple[Claim, ...]:
    """Return resolved *claims*; a post without a body is of the only one that its story says and its text names."""
    resolved = tuple(claims)
    bodies: dict[tuple[int, str], dict[str, str]] = {}
    for claim in resolved:
        concept = concepts.get(claim.attribute)
        if concept is not None and concept.post and "place" not in concept.subject and claim.subject_kind != EVENT:
            bodies.setdefault((stories[claim.document], claim.attribute), {})[claim.subject] = claim.subject_kind
    if not bodies:
        return resolved
    named = {c.document: frozenset(registry.canonical(c.document, e.name) for e in c.entities) for c in casts}
    return tuple(_with_body(c, bodies.get((stories[c.document], c.attribute), {}), named) for c in resolved)


def _with_body(claim: Claim, bodies: Mapping[str, str], named: Mapping[str, frozenset[str]]) -> Claim:
    """Return *claim* with the one of *bodies* that its document names, if it is of none and there is just one."""
    if claim.subject_kind != EVENT or not bodies:
        return claim
    known = [body for body in bodies if body in named.get(claim.document, ())]
    if len(known) != 1:
        return claim
    return msgspec.structs.replace(claim, subject=known[0], subject_kind=bodies[known[0]])
