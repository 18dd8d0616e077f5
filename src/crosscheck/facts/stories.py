"""Which documents tell the same story: what 'the event' means in a document that names none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, product

from crosscheck.facts.topics import Marks, Topic, find_marks, find_spread, have_in_common, may_be_one, size, weigh_days

_ENOUGH = 8
"""How much two documents of one story have in common at least: a main name, and rare words or a day besides."""
_SOMETHING = 2
"""How much is not chance: a rare word, or two of every day."""
_OF_WHOLE = 8
"""Of long documents, at least one part in so many of what the shorter tells: else they share a paragraph at most."""
FEW = 5
"""Up to so many documents are presumed to be of one story, unless they show that they are not."""
_SAMPLE = 6
"""How many documents speak for a story when it is held against another."""
_NEIGHBOURS = 12
"""With how many other documents that share a name one is compared, those published next to it."""


def group_stories(topics: Mapping[str, Topic]) -> dict[str, int]:
    """Return a number for each document, the same for those that tell one story.

    Documents are joined pair by pair, those with most in common first, and never by a chain alone: what two groups have
    in common on average must be half of what joins two documents. Those that name and say the same count as one, the
    order of *topics* changes no group, and the work for a document is bounded however many there are.
    """
    alike: dict[tuple[Topic, str], list[str]] = {}
    for document in sorted(topics):
        topic = topics[document]
        alike.setdefault((topic, "" if topic.main else document), []).append(document)
    joined = _Joined(tuple(topic for topic, _ in alike), few=len(topics) <= FEW)
    documents = tuple(alike.values())
    number = {document: n for n, document in enumerate(topics)}
    story: dict[str, int] = {}
    for members in joined.groups():
        told = [document for member in members for document in documents[member]]
        story |= dict.fromkeys(told, min(number[document] for document in told))
    return {document: story[document] for document in topics}


class _Joined:
    """Topics in groups that only grow."""

    def __init__(self, topics: Sequence[Topic], *, few: bool) -> None:
        self._topics = topics
        self._few = few
        spread = find_spread(topics)
        self._marks = [find_marks(topic, spread) for topic in topics]
        self._sizes = [size(marks) for marks in self._marks]
        self._common: dict[tuple[int, int], int] = {}
        self._group = list(range(len(topics)))
        self._inside = {i: [i] for i in self._group}
        self._join_all()

    def groups(self) -> Iterable[Sequence[int]]:
        """Return the places of the topics in each group."""
        return self._inside.values()

    def _join_all(self) -> None:
        days = [str(topic.published or "") for topic in self._topics]
        pairs = product(range(len(days)), repeat=2) if self._few else _candidates(self._marks, days)
        scored = ((self._in_common(i, j), i, j) for i, j in {(min(pair), max(pair)) for pair in pairs} if i != j)
        for _, i, j in sorted((row for row in scored if row[0] >= _ENOUGH), key=lambda row: (-row[0], *row[1:])):
            a, b = sorted((self._group[i], self._group[j]))
            if a != b and self._belong_together(a, b):
                for member in self._inside[b]:
                    self._group[member] = a
                self._inside[a] += self._inside.pop(b)

    def _belong_together(self, a: int, b: int) -> bool:
        """Return whether two groups have enough in common, and of many documents most pairs something."""
        pairs = list(product(islice(self._inside[a], _SAMPLE), islice(self._inside[b], _SAMPLE)))
        common = [self._in_common(i, j) for i, j in pairs]
        some = sum(weight >= _SOMETHING for weight in common)
        return 2 * sum(common) >= _ENOUGH * len(pairs) and 4 * some >= (2 if self._few else 3) * len(pairs)

    def _in_common(self, i: int, j: int) -> int:
        """Return how much two topics have in common, at most 0 where that is little of either."""
        pair = min(i, j), max(i, j)
        if pair not in self._common:
            self._common[pair] = self._weigh(*pair)
        return self._common[pair]

    def _weigh(self, i: int, j: int) -> int:
        left, right = self._topics[i], self._topics[j]
        common, days = have_in_common(self._marks[i], self._marks[j]), weigh_days(left, right)
        if self._few and may_be_one(left, right):
            return max(common + days, _ENOUGH)
        least = min(self._sizes[i], self._sizes[j])
        return common + days if common >= _SOMETHING and (common + days) * _OF_WHOLE >= least else min(days, 0)


def _candidates(topics: Sequence[Marks], days: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of topics that share a main name, a rare word or an event, of many those of the next *days*."""
    order = sorted(range(len(topics)), key=lambda i: (days[i], i))
    events = [{topic.event} - {""} for topic in topics]
    for keys in ([topic.main for topic in topics], [topic.rare for topic in topics], events):
        holding: defaultdict[str, list[int]] = defaultdict(list)
        for i in order:
            for key in keys[i]:
                holding[key].append(i)
        for held in holding.values():
            for place, i in enumerate(held[:-1]):
                yield from ((i, j) for j in held[place + 1 : place + 1 + _NEIGHBOURS])
