"""Facts whose figures have changed places in a list: one slip, which shows in the figure of each bearer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from crosscheck.findings.telling.sides import Side
from crosscheck.records import Fact


class Doubted(msgspec.Struct, frozen=True):
    """A contradicted fact with its sides, at least two, those of most witnesses first."""

    fact: Fact
    sides: tuple[Side, ...]


def by_cause(doubted: Sequence[Doubted]) -> Iterator[Sequence[Doubted]]:
    """Yield all of *doubted* by what has gone wrong: those together whose figures have changed places, others alone.

    Each group comes where its first stands. Those of one group are of one attribute, event, part and time; what some
    documents say of each of them, others say of the next, and of the last what the former say of the first.
    """
    alike: dict[tuple[str, str, str, str], list[Doubted]] = {}
    for each in doubted:
        fact = each.fact
        if fact.subject and len(each.sides) == 2:
            key = fact.attribute, fact.scope.event, fact.scope.part, fact.scope.time
            alike.setdefault(key, []).append(each)
    circles = {id(each): circle for rows in alike.values() for circle in _circles(rows) for each in circle}
    for each in doubted:
        circle = circles.get(id(each), (each,))
        if circle[0] is each:
            yield circle


def _circles(rows: Sequence[Doubted]) -> Iterator[tuple[Doubted, ...]]:
    """Yield those of *rows* that have changed places with each other, each in one circle, in their order."""
    left = list(rows)
    while len(left) > 1:
        circle = _circle(left[0], left[1:])
        left = [each for each in left[1:] if each not in circle]
        if circle:
            yield tuple(each for each in rows if each in circle)


def _circle(first: Doubted, others: Sequence[Doubted]) -> list[Doubted]:
    """Return *first* and those of *others* through which its figures lead back to it, nothing where they do not."""
    here, there = first.sides
    circle, left, wanted = [first], list(others), there
    while wanted.shown != here.shown:
        following = ((each, _turned(each, wanted, here, there)) for each in left)
        step = next(((each, after) for each, after in following if after is not None), None)
        if step is None:
            return []
        each, wanted = step
        circle.append(each)
        left.remove(each)
    return circle


def _turned(each: Doubted, wanted: Side, here: Side, there: Side) -> Side | None:
    """Return what the documents of *there* say of a bearer of which those of *here* say what is *wanted*."""
    for one, other in (each.sides, each.sides[::-1]):
        if one.shown == wanted.shown and _share(one, here) and _share(other, there):
            return other
    return None


def _share(one: Side, other: Side) -> bool:
    """Return whether a document stands behind both."""
    return not set(one.documents).isdisjoint(other.documents)
