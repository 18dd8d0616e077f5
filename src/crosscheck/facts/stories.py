"""Which documents tell the same story: what 'the event' means in a document that names none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations

_SHARED = 2
"""How many entities two documents share at least when they tell one story."""
_FEW = 5
"""Up to so many documents are presumed to tell one story: one shared entity is enough."""
_COMMON = 10
"""An entity that more than one document in so many names, and more than three do, tells no story."""


def group_stories(names: Mapping[str, frozenset[str]]) -> dict[str, int]:
    """Return a number for each document, the same for those that tell one story; *names* holds its entities.

    Documents tell one story when they share two entities that not every other document names too (one, where there
    are few documents), or are joined by a chain of such. One with fewer names joins the story if there is just one.
    Work is near-linear: entities that are everywhere are not looked at.
    """
    documents = list(names)
    enough = 1 if len(documents) <= _FEW else _SHARED
    story = {document: number for number, document in enumerate(documents)}
    for left, right in _related(names, enough):
        old, new = story[right], story[left]
        if old != new:
            story = {d: new if number == old else number for d, number in story.items()}
    poor = [document for document in documents if len(names[document]) < enough]
    told = {story[document] for document in documents if document not in poor}
    if len(told) <= 1:
        only = next(iter(told), 0)
        return dict.fromkeys(documents, only)
    return story


def _related(names: Mapping[str, frozenset[str]], enough: int) -> Sequence[tuple[str, str]]:
    """Return the pairs of documents that share *enough* entities, in the order of the documents."""
    naming: dict[str, list[str]] = {}
    for document, entities in names.items():
        for entity in sorted(entities):
            naming.setdefault(entity, []).append(document)
    limit = max(3, len(names) // _COMMON)
    shared = Counter(pair for group in naming.values() if len(group) <= limit for pair in combinations(group, 2))
    return [pair for pair, count in shared.items() if count >= enough]
