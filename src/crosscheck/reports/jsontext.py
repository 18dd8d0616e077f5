"""Indented JSON in pieces, so that a long report is never held in memory as one text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec


def spell_json(value: object) -> Iterator[str]:
    """Yield *value* as JSON, indented by two spaces, with a line break at the end.

    A mapping is spelled member by member and an iterator as an array, element by element; all else is spelled at once,
    records and lists too. The text is the one that ``msgspec.json.format`` gives, whatever the pieces.
    """
    yield from _spell(value, 0)
    yield "\n"


def _spell(value: object, depth: int) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from _enclose("{}", ((f"{_leaf(str(key), 0)}: ", member) for key, member in value.items()), depth)
    elif isinstance(value, Iterator):
        yield from _enclose("[]", (("", element) for element in value), depth)
    else:
        yield _leaf(value, depth)


def _enclose(marks: str, members: Iterable[tuple[str, object]], depth: int) -> Iterator[str]:
    """Yield *members*, each with what stands before it, between the two *marks*."""
    empty = True
    for key, member in members:
        yield f"{marks[0] if empty else ','}\n{'  ' * (depth + 1)}{key}"
        yield from _spell(member, depth + 1)
        empty = False
    yield marks if empty else f"\n{'  ' * depth}{marks[1]}"


def _leaf(value: object, depth: int) -> str:
    """Return *value* as JSON; no string in it holds a line break of its own, so all of them can be indented."""
    text = msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
    return text.replace("\n", "\n" + "  " * depth)
