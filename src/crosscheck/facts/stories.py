"""Which documents tell the same story: what 'the event' means in a document that names none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import combinations

_SHARED = 2
"""How many entities two documents share at least when they tell one story."""
_FEW = 5
"""Up to so many documents are presumed to tell one story: one shared entity is enough."""
_COMMON = 10
"""Of more documents than few, an entity that more than one in so many names, and more than three do, tells no story."""


def group_stories(names: Mapping[str, frozenset[str]]) -> dict[str, int]:
    """Return a number for each document, the same for those that tell one story; *names* holds its entities.

    Documents tell one story when they share two entities that not every other document names too (any one, where there
    are few documents), or are joined by a chain of such. One with fewer names joins the story if there is just one.
    Work is linear in the number of documents, and quadratic in how many names a document shares with others.
    """
    enough = 1 if len(names) <= _FEW else _SHARED
    leader = {document: document for document in names}
    for left, right in _related(names, enough):
        leader[_find(leader, right)] = _find(leader, left)
    number = {document: n for n, document in enumerate(names)}
    story = {document: number[_find(leader, document)] for document in names}
    told = {story[document] for document, own in names.items() if len(own) >= enough}
    if len(told) <= 1:
        only = next(iter(told), 0)
        return dict.fromkeys(names, only)
    return story


def share_names(names: Mapping[str, frozenset[str]]) -> Callable[[str, str], bool]:
    """Return whether two documents may speak of the same: of more documents than few, those that share two names.

    One with fewer must share them all: one that names nothing may speak of anything.
    """

    @cache
    def shares(left: str, right: str) -> bool:
        enough = min(_SHARED, len(names[left]), len(names[right]))
        return len(names[left] & names[right]) >= enough

    return shares if len(names) > _FEW else presume_related


def presume_related(_left: str, _right: str) -> bool:
    """Return that two documents may speak of the same."""
    return True


def _related(names: Mapping[str, frozenset[str]], enough: int) -> Iterator[tuple[str, str]]:
    """Yield pairs of documents: all that share the same *enough* entities are paired with the first of them."""
    naming = Counter(entity for entities in names.values() for entity in entities)
    limit = len(names) if len(names) <= _FEW else max(3, len(names) // _COMMON)
    first: dict[tuple[str, ...], str] = {}
    for document, entities in names.items():
        telling = sorted(entity for entity in entities if 1 < naming[entity] <= limit)
        for shared in combinations(telling, enough):
            yield first.setdefault(shared, document), document


def _find(leader: dict[str, str], document: str) -> str:
    """Return who leads the group of *document*, and shorten the way there."""
    while leader[document] != document:
        leader[document] = leader[leader[document]]
        document = leader[document]
    return document
