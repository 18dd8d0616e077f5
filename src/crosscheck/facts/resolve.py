"""A claim in the names that all documents know, and what makes several of them one fact by itself."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

import msgspec

from crosscheck.domains import EVENT, Concept
from crosscheck.facts.entities import Registry
from crosscheck.facts.events import Cast
from crosscheck.facts.reconcile import printed, reconcile
from crosscheck.facts.scopes import current_time
from crosscheck.records import Amount, Claim, Context, Period, Role, Scope, Value, hour_of, is_unnamed

_SEVERAL = 2
_MONTH = re.compile(r"\d{4}-\d\d$")
"""A month of the news, which a value is of as it may be of one of its days."""


def resolve_claims(
    claims: Iterable[Claim],
    casts: Sequence[Cast],
    shared: Mapping[str, str],
    registry: Registry,
    concepts: Mapping[str, Concept],
) -> Iterator[Claim]:
    """Yield *claims* with subject, event, place and role as all documents know them, and times that differ from now.

    A claim that names no event means that of its story, which *shared* has per document.
    """
    published = {cast.document: cast.published for cast in casts}
    for claim in claims:
        document, scope = claim.document, claim.scope
        shared_event = shared.get(document, "")
        event = registry.canonical(document, scope.event) if scope.event else ""
        resolved = Scope(
            event=event or (shared_event if _needs_event(claim, concepts) else ""),
            place=registry.canonical(document, scope.place) if scope.place else "",
            time=current_time(scope.time, published.get(document)) if scope.time else "",
            part=scope.part,
            as_of=scope.as_of,
        )
        yield msgspec.structs.replace(
            claim,
            subject=_resolve_subject(claim, registry, shared_event),
            value=_resolve_value(claim, registry),
            context=_resolve_context(claim, registry, resolved.time),
            scope=resolved,
        )


def _needs_event(claim: Claim, concepts: Mapping[str, Concept]) -> bool:
    """Return whether the claim's subject bears its attribute in an event."""
    concept = concepts.get(claim.attribute)
    return concept is not None and concept.per_event and EVENT not in concept.subject


def _resolve_subject(claim: Claim, registry: Registry, event: str) -> str:
    """Return the subject of the claim as all documents know it; *event* where the event goes without saying."""
    if claim.subject:
        return registry.canonical(claim.document, claim.subject)
    return event if claim.subject_kind == EVENT else ""


def _resolve_value(claim: Claim, registry: Registry) -> Value:
    """Return the value of the claim, a role with its name as all documents know it."""
    value = claim.value
    return Role(registry.canonical(claim.document, value.name), value.kind) if isinstance(value, Role) else value


def _resolve_context(claim: Claim, registry: Registry, time: str) -> Context | None:
    """Return the context of the claim with the names of whose it may be as all documents know them.

    A month of the news is its day, where no clause gives one: then the *time* of the claim no longer says it.
    """
    context = claim.context
    if context is None:
        return None
    if (said := claim.scope.time) != time and not context.day and _MONTH.match(said):
        context = msgspec.structs.replace(context, day=said)
    if not (context.owners or context.bearer):
        return context
    bearer = registry.canonical(claim.document, context.bearer) if context.bearer else ""
    owners = tuple([(registry.canonical(claim.document, name), kind) for name, kind in context.owners])
    if (bearer, owners) == (context.bearer, context.owners):
        return context
    return msgspec.structs.replace(context, bearer=bearer, owners=owners)


def group_by_bearer(claims: Iterable[Claim], concepts: Mapping[str, Concept]) -> tuple[tuple[Claim, ...], ...]:
    """Return *claims* in groups of one fact each, in the order of their first: the same attribute of a known bearer.

    Event, part, period and the kind of value are the same, too. Claims of an event that no document names are grouped
    within a document only, by what they print; all others stand alone, but for one that is reckoned from values beside
    the claim that states the same.
    """
    several = tuple(claims)
    reckoned = _restating(several)
    apart = {claim.id for told in reckoned.values() for claim in told}
    groups: dict[Hashable, list[Claim]] = {}
    for claim in several:
        if claim.id not in apart:
            groups.setdefault(_key(claim, concepts), []).append(claim)
    parts = [part for group in groups.values() for part in _parts(group)]
    return tuple([_with_reckoned(part, reckoned) for part in parts] if reckoned else parts)


def _parts(claims: list[Claim]) -> Iterable[tuple[Claim, ...]]:
    """Return *claims* of one key by what tells them apart besides."""
    if len(claims) == 1:
        return (tuple(claims),)
    return (part for place in _by_place(claims) for day in _by_day(place) for part in _told_apart(day))


def _with_reckoned(stated: tuple[Claim, ...], reckoned: Mapping[str, Sequence[Claim]]) -> tuple[Claim, ...]:
    """Return the claims with those *reckoned*; one that tells its bearer comes first, and else how it was reckoned."""
    others = [other for claim in stated for other in reckoned.get(claim.id, ())]
    if not others:
        return stated
    return (*stated, *others) if stated[0].subject else (*others, *stated)


def _restating(claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    """Return the claims reckoned from values beside one that states the same, by the id of that one."""
    stated = {(claim.document, claim.quote): claim for claim in claims if claim.reckoned is None}
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        restates = claim.reckoned.restates if claim.reckoned is not None else None
        if restates is not None and (same := stated.get((claim.document, restates))) is not None:
            found.setdefault(same.id, []).append(claim)
    return found


def _key(claim: Claim, concepts: Mapping[str, Concept]) -> Hashable:
    if not claim.subject or claim.series is not None or (claim.reckoned is not None and not claim.concept):
        return claim.id
    scope = claim.scope
    concept = concepts.get(claim.attribute)
    is_final = isinstance(claim.value, Amount) and concept is not None and not concept.running
    hour = hour_of(scope.as_of) if is_final else ""
    key = (claim.attribute, claim.subject, scope.event, scope.part, scope.time, hour, _value_kind(claim, concepts))
    if concept is not None and (concept.is_dealing or concept.several):
        return (*key, printed(claim.value))
    if is_unnamed(claim.subject) and claim.context is not None:
        return (*key, claim.document, scope.place, scope.as_of, printed(claim.value))
    return key


def _by_place(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """Yield *claims* by place; those that say none join the others where these say only one."""
    places = dict.fromkeys(claim.scope.place for claim in claims if claim.scope.place)
    if len(places) <= 1:
        yield list(claims)
        return
    for place in ("", *places):
        if inside := [claim for claim in claims if claim.scope.place == place]:
            yield inside


def _by_day(claims: list[Claim]) -> Iterator[list[Claim]]:
    """Yield *claims* by the day of the news that their clauses give, where these are several and the values differ."""
    days = dict.fromkeys(claim.context.day if claim.context is not None else "" for claim in claims)
    if len(days.keys() - {""}) < _SEVERAL or reconcile(tuple(claims))[0] is not None:
        yield claims
        return
    for day in days:
        yield [claim for claim in claims if (claim.context.day if claim.context is not None else "") == day]


def _told_apart(claims: Sequence[Claim]) -> Iterator[tuple[Claim, ...]]:
    """Yield *claims* as one, or by document and value where one document states several: it means several things.

    What they are, the key does not tell: adjusted and reported, this quarter and the next.
    """
    if len(claims) == 1:
        yield tuple(claims)
        return
    documents: dict[str, list[Claim]] = {}
    for claim in claims:
        documents.setdefault(claim.document, []).append(claim)
    if not any(_says_several(told) for told in documents.values()):
        yield tuple(claims)
        return
    values: dict[Hashable, list[Claim]] = {}
    for claim in claims:
        values.setdefault((claim.document, printed(claim.value)), []).append(claim)
    yield from map(tuple, values.values())


def _says_several(claims: Sequence[Claim]) -> bool:
    """Return whether the claims of one document, all of numbers or days, exclude each other."""
    if len(claims) == 1 or not all(isinstance(claim.value, Amount | Period) for claim in claims):
        return False
    return reconcile(tuple(claims))[0] is None


def _value_kind(claim: Claim, concepts: Mapping[str, Concept]) -> str:
    """Return what must not differ between values that are compared: the concept's kind, and that of a role's name."""
    if isinstance(claim.value, Role):
        return f"role {claim.value.kind}"
    if claim.mention is not None and claim.mention.kind == "money":
        return claim.mention.unit
    concept = concepts.get(claim.attribute)
    return concept.kind if concept else ""
