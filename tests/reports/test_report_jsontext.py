"""JSON in pieces is the JSON of the whole."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.reports.jsontext import spell_json

LEAVES = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text()
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=12)


def opened(value: object) -> object:
    """Return *value* with iterators for its lists, in every depth."""
    if isinstance(value, list):
        return map(opened, value)
    return {key: opened(member) for key, member in value.items()} if isinstance(value, dict) else value


@given(VALUES)
def test_the_pieces_join_to_the_text_of_the_whole(value: object) -> None:
    whole = msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"
    assert "".join(spell_json(opened(value))) == whole


def test_an_element_is_asked_for_only_when_its_piece_is() -> None:
    asked: list[int] = []

    def elements() -> Iterator[int]:
        for number in range(3):
            asked.append(number)
            yield number

    pieces = spell_json({"elements": elements()})
    while not asked:
        next(pieces)
    assert asked == [0]
