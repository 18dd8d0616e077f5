"""The event that a document means where a sentence names none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from crosscheck.facts.entities import Registry
from crosscheck.facts.stories import FEW, group_stories
from crosscheck.facts.topics import Topic, read_topic
from crosscheck.records import THE_EVENT, Claim, Entity, Section, Span

_LEAST = 5
"""How many letters a name has at least that no other word is taken for."""


class Cast(msgspec.Struct, frozen=True):
    """What one document's claims are about: its entities, the event it reports ('' where it names none), its day.

    ``text`` is what it says, '' for a truth that is declared and stands in no text; ``sentences`` are where those of it
    stand, ``language`` is the one it is written in.
    """

    document: str
    entities: tuple[Entity, ...]
    event: str
    published: date | None = None
    text: str = ""
    sections: tuple[Section, ...] = ()
    sentences: tuple[Span, ...] = ()
    language: str = ""


def tell_stories(casts: Sequence[Cast], claims: Iterable[Claim], registry: Registry) -> dict[str, int]:
    """Return a number for each document, the same for those that tell one story; *claims* are those of all."""
    if len(casts) == 1:
        return {casts[0].document: 0}
    of_document: dict[str, list[Claim]] = {}
    for claim in claims:
        of_document.setdefault(claim.document, []).append(claim)
    topics = {c.document: _topic(c, of_document.get(c.document, ()), registry) for c in casts}
    return group_stories(_with_names_said(topics, casts) if len(casts) <= FEW else topics)


def _with_names_said(topics: Mapping[str, Topic], casts: Iterable[Cast]) -> dict[str, Topic]:
    """Return *topics* with the names besides that others know and the text says: a noun, too, may have a capital."""
    known = {name for topic in topics.values() for name in topic.names if len(name) >= _LEAST}
    found: dict[str, Topic] = {}
    for cast in casts:
        topic = topics[cast.document]
        said = {
            name
            for name in known - topic.names
            if name in cast.text and re.search(rf"\b{re.escape(name)}\b", cast.text)
        }
        found[cast.document] = msgspec.structs.replace(topic, names=topic.names | said) if said else topic
    return found


def _topic(cast: Cast, claims: Iterable[Claim], registry: Registry) -> Topic:
    sections = cast.sections or (Section(0, tuple(entity.name for entity in cast.entities)),)
    event = registry.canonical(cast.document, cast.event) if cast.event else ""
    return read_topic(cast.document, sections, claims, registry, event, cast.published)


def share_events(casts: Sequence[Cast], stories: Mapping[str, int], registry: Registry) -> dict[str, str]:
    """Return, per document, the event that its story is about.

    It is the one that the documents of the story name, THE_EVENT where none names any, '' where they name several.
    """
    named: dict[int, set[str]] = {}
    for cast in casts:
        told = named.setdefault(stories[cast.document], set())
        if cast.event:
            told.add(registry.canonical(cast.document, cast.event))
    nameless = [story for story, told in named.items() if not told]
    shared = {story: next(iter(told)) for story, told in named.items() if len(told) == 1}
    shared |= {story: f"{THE_EVENT} ({n})" if n > 1 else THE_EVENT for n, story in enumerate(nameless, 1)}
    return {document: shared.get(story, "") for document, story in stories.items()}
