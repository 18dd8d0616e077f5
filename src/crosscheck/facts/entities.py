"""The same thing in several documents: entities joined across documents and languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from crosscheck.facts.spellings import find_similar
from crosscheck.records import Entity
from crosscheck.values.names import fold_name

NameLevel = Literal["same name", "alias", "surname", "similar spelling"]


class Registry(msgspec.Struct, frozen=True):
    """Which entity each document means by a name.

    ``ids`` maps (document key, the document's own name for it) to the entity's canonical name; ``levels`` names how
    the two were joined, 'same name' where they already agree.
    """

    entities: tuple[Entity, ...]
    ids: dict[tuple[str, str], str]
    levels: dict[tuple[str, str], NameLevel]

    def canonical(self, document: str, name: str) -> str:
        """Return the canonical name, *name* itself where the registry has none."""
        return self.ids.get((document, name), name)


class _Member(msgspec.Struct, frozen=True, gc=False):
    """An entity of one document: its name folded, and all the names it goes by."""

    document: str
    entity: Entity
    name: str
    keys: frozenset[str]


def join_entities(casts: Mapping[str, Sequence[Entity]], general: Mapping[str, str]) -> Registry:
    """Return the entities of all documents joined; *casts* maps a document's key to its entities.

    *general* maps a pack's kind of name to the general kind it is of ('constituency': 'place').

    Entities are one when they share a folded name and can be of one kind; then a lone surname joins the one
    person it fits; last, names of two words or more that rapidfuzz finds alike. Two entities of one document are never
    joined, whatever their names: the document tells them apart itself.
    """
    members = [
        _Member(document, entity, fold_name(entity.name), frozenset(map(fold_name, (entity.name, *entity.aliases))))
        for document, entities in casts.items()
        for entity in entities
    ]
    groups = _Groups(members, general)
    if len(casts) > 1:
        groups.join_by_key()
        groups.join_surnames()
        groups.join_similar()
    return groups.registry()


class _Groups:
    """Members in groups that only grow; group numbers are those of their first members."""

    def __init__(self, members: Sequence[_Member], general: Mapping[str, str]) -> None:
        self._members = members
        self._general = general
        self._group = list(range(len(members)))
        self._inside = {i: [i] for i in range(len(members))}
        self._kinds = [{member.entity.kind} - {""} for member in members]
        self._documents = [{member.document} for member in members]
        self._level: dict[int, NameLevel] = {}

    def join_by_key(self) -> None:
        by_key: dict[str, int] = {}
        for i, member in enumerate(self._members):
            for key in sorted(member.keys):
                if key in by_key:
                    other = self._members[by_key[key]]
                    self._join(by_key[key], i, "same name" if member.name == other.name else "alias")
                else:
                    by_key[key] = i

    def join_surnames(self) -> None:
        people: dict[str, set[int]] = {}
        lone = []
        for i, member in enumerate(self._members):
            words = member.name.split()
            if member.entity.kind not in {"person", ""}:
                continue
            if len(words) > 1:
                people.setdefault(words[-1], set()).add(self._group[i])
            else:
                lone.append(i)
        for i in lone:
            if len(people.get(self._members[i].name, ())) == 1:
                self._join(next(iter(people[self._members[i].name])), i, "surname")

    def join_similar(self) -> None:
        """Join spellings: only names of two words or more, of one kind, compared once per distinct name."""
        by_kind: dict[str, dict[str, int]] = {}
        for i, member in enumerate(self._members):
            if " " in member.name:
                by_kind.setdefault(member.entity.kind, {}).setdefault(member.name, i)
        for names in by_kind.values():
            for name, other in find_similar(sorted(names)):
                self._join(names[name], names[other], "similar spelling")

    def _join(self, left: int, right: int, level: NameLevel) -> None:
        a, b = sorted((self._group[left], self._group[right]))
        if a == b or not self._may_join(a, b):
            return
        for i in self._inside[b]:
            self._group[i] = a
            self._level[i] = level
        self._inside[a] += self._inside.pop(b)
        self._kinds[a] |= self._kinds[b]
        self._documents[a] |= self._documents[b]

    def _may_join(self, a: int, b: int) -> bool:
        return self._documents[a].isdisjoint(self._documents[b]) and _fit_together(
            self._kinds[a] | self._kinds[b], self._general
        )

    def registry(self) -> Registry:
        ids: dict[tuple[str, str], str] = {}
        levels: dict[tuple[str, str], NameLevel] = {}
        entities = []
        used: set[str] = set()
        for inside in self._inside.values():
            entity = _merged([self._members[i].entity for i in inside], used, self._general)
            used.add(entity.name)
            entities.append(entity)
            for i in inside:
                place = (self._members[i].document, self._members[i].entity.name)
                ids[place] = entity.name
                levels[place] = self._level.get(i, "same name")
        return Registry(tuple(entities), ids, levels)


def _fit_together(kinds: set[str], general: Mapping[str, str]) -> bool:
    """Return whether one thing can be of all these kinds: one exact kind at most, and the general kind of that."""
    exact = kinds & general.keys()
    return len(exact) <= 1 and len({general.get(kind, kind) for kind in kinds}) <= 1


def _merged(entities: Sequence[Entity], used: set[str], general: Mapping[str, str]) -> Entity:
    """Return one entity under its commonest, then longest, then first name; told by its kind where that is *used*."""
    if len(entities) == 1 and not entities[0].aliases and entities[0].name not in used:
        return entities[0]
    names = Counter(entity.name for entity in entities)
    name = min(names, key=lambda n: (-names[n], -len(n), n))
    kind = max((entity.kind for entity in entities), key=lambda kind: (kind in general, kind != "", kind))
    return Entity(f"{name} ({kind or len(used)})" if name in used else name, kind, tuple(_others(entities, name)))


def _others(entities: Iterable[Entity], name: str) -> list[str]:
    forms = {form for entity in entities for form in (entity.name, *entity.aliases)}
    return sorted(forms - {name})
