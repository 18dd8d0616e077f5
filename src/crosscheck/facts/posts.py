"""Of what a post is where a document does not say: the body that another document names for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from crosscheck.domains import EVENT, Concept
from crosscheck.facts.entities import Registry
from crosscheck.facts.events import Cast
from crosscheck.records import Claim
from crosscheck.values.names import fold_name


def share_bodies(
    claims: Iterable[Claim],
    casts: Sequence[Cast],
    stories: Mapping[str, int],
    registry: Registry,
    concepts: Mapping[str, Concept],
) -> tuple[Claim, ...]:
    """Return resolved *claims*; a post without a body is of the only one that its story says and its text names.

    The head of a body of some kind ('the museum's director') needs no such text: a story is taken to have one of it.
    """
    resolved = tuple(claims)
    bodies: dict[tuple[int, str], dict[str, str]] = {}
    for claim in resolved:
        concept = concepts.get(claim.attribute)
        if concept is not None and concept.post and "place" not in concept.subject and claim.subject_kind != EVENT:
            bodies.setdefault((stories[claim.document], claim.attribute), {})[claim.subject] = claim.subject_kind
    if not bodies:
        return resolved
    heads = {attribute for _, attribute in bodies if concepts[attribute].heads}
    named = {c.document: frozenset(registry.canonical(c.document, e.name) for e in c.entities) for c in casts}
    return tuple(
        _with_sole_body(c, told) if c.attribute in heads else _with_body(c, told, named)
        for c in resolved
        for told in (bodies.get((stories[c.document], c.attribute), {}),)
    )


def _with_sole_body(claim: Claim, bodies: Mapping[str, str]) -> Claim:
    """Return *claim* as of the longest name of *bodies*, where all others are parts of it: 'Alden', 'Alden Zoo'."""
    longest = max(bodies, key=lambda name: (len(name), name), default="")
    words = frozenset(fold_name(longest).split())
    if not longest or not all(words.issuperset(fold_name(body).split()) for body in bodies):
        return claim
    return msgspec.structs.replace(claim, subject=longest, subject_kind=bodies[longest])


def _with_body(claim: Claim, bodies: Mapping[str, str], named: Mapping[str, frozenset[str]]) -> Claim:
    """Return *claim* with the one of *bodies* that its document names, if it is of none and there is just one."""
    if claim.subject_kind != EVENT or not bodies:
        return claim
    known = [body for body in bodies if body in named.get(claim.document, ())]
    if len(known) != 1:
        return claim
    return msgspec.structs.replace(claim, subject=known[0], subject_kind=bodies[known[0]])
