"""Of what a post is where a document does not say: the body that another document names for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from crosscheck.domains import EVENT, Concept
from crosscheck.records import Claim, Role
from crosscheck.values.names import fold_name

_Post = tuple[int, str]
"""The story and the post."""


class _Body(msgspec.Struct, frozen=True, gc=False):
    """A body that documents name for a post: its kind, and who holds the post there by any of them."""

    kind: str
    holders: set[str]


def share_bodies(
    claims: Iterable[Claim],
    names: Mapping[str, frozenset[str]],
    stories: Mapping[str, int],
    concepts: Mapping[str, Concept],
) -> tuple[Claim, ...]:
    """Return resolved *claims*; a post without a body is of the only one that its story says and its text names.

    The head of a body of some kind ('the museum's director') needs no such text: a story is taken to have one of it.
    Where a document leaves open which of several it is, others tell it by who holds the post there. *names* are those
    of the entities that each document knows.
    """
    resolved = tuple(claims)
    held = [c for c in resolved if isinstance(c.value, Role) and c.attribute in concepts and concepts[c.attribute].post]
    told: dict[_Post, dict[str, _Body]] = {}
    holders: dict[tuple[str, str], set[str]] = {}
    for claim in held:
        name = claim.value.name if isinstance(claim.value, Role) else ""
        holders.setdefault((claim.document, claim.attribute), set()).add(name)
        if claim.subject and claim.subject_kind != EVENT:
            bodies = told.setdefault((stories[claim.document], claim.attribute), {})
            bodies.setdefault(claim.subject, _Body(claim.subject_kind, set())).holders.add(name)
    if not told:
        return resolved
    return tuple(
        _settled(c, told[post], holders[c.document, c.attribute], names, concepts[c.attribute])
        if isinstance(c.value, Role) and (post := (stories[c.document], c.attribute)) in told
        else c
        for c in resolved
    )


def _settled(
    claim: Claim,
    bodies: Mapping[str, _Body],
    holders: Iterable[str],
    named: Mapping[str, frozenset[str]],
    concept: Concept,
) -> Claim:
    """Return *claim* with the one of *bodies* that it is about; *holders* are all that its document names."""
    if concept.heads:
        return _with_sole_body(claim, bodies)
    if claim.subject_kind == EVENT:
        return claim if "place" in concept.subject else _with_body(claim, bodies, named)
    return claim if claim.subject else _with_holders_body(claim, bodies, holders)


def _with_sole_body(claim: Claim, bodies: Mapping[str, _Body]) -> Claim:
    """Return *claim* as of the longest name of *bodies*, where all others are parts of it: 'Alden', 'Alden Zoo'."""
    longest = max(bodies, key=lambda name: (len(name), name), default="")
    words = frozenset(fold_name(longest).split())
    if not longest or not all(words.issuperset(fold_name(body).split()) for body in bodies):
        return claim
    return _of_body(claim, longest, bodies)


def _with_body(claim: Claim, bodies: Mapping[str, _Body], named: Mapping[str, frozenset[str]]) -> Claim:
    """Return *claim* with the one of *bodies* that its document names, if it is of none and there is just one."""
    known = [body for body in bodies if body in named.get(claim.document, ())]
    return _of_body(claim, known[0], bodies) if len(known) == 1 else claim


def _with_holders_body(claim: Claim, bodies: Mapping[str, _Body], holders: Iterable[str]) -> Claim:
    """Return *claim* as of the body whose post its holder has by another document.

    Where nobody knows that holder, it is of the only body left whose post none of the document's others has.
    """
    name = claim.value.name if isinstance(claim.value, Role) else ""
    own = [body for body, told in bodies.items() if name in told.holders]
    others = set(holders) - {name}
    free = [body for body, told in bodies.items() if not others & told.holders]
    if not own and len(free) < len(bodies):
        own = free
    return _of_body(claim, own[0], bodies) if len(own) == 1 else claim


def _of_body(claim: Claim, body: str, bodies: Mapping[str, _Body]) -> Claim:
    return msgspec.structs.replace(claim, subject=body, subject_kind=bodies[body].kind)
