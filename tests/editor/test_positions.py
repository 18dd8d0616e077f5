"""Columns in code points and in an editor's code units, there and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from crosscheck.editor.positions import Lines

UNIT_BYTES = {"utf-8": 1, "utf-16": 2, "utf-32": 4}
LETTERS = st.text(st.sampled_from("aß\u0308é😀𝔄\u200d👩\u2028\x0b"), max_size=12)


@pytest.mark.parametrize(("encoding", "unit"), UNIT_BYTES.items())
@given(before=LETTERS, after=LETTERS, breaks=st.sampled_from(["\n", "\r\n", "\r"]))
def test_positions_are_units_before_and_lead_back(
    encoding: str, unit: int, before: str, after: str, breaks: str
) -> None:
    lines = Lines.of(f"first 😀{breaks}{before}{after}{breaks}", encoding)
    place = (2, len(before) + 1)
    coded = f"{encoding}-le" if unit > 1 else encoding
    assert lines.position(*place) == types.Position(1, len(before.encode(coded)) // unit)
    assert lines.place(lines.position(*place)) == place


@pytest.mark.parametrize(
    ("position", "place"),
    [
        pytest.param((0, 1), (1, 1), id="inside a pair: its start"),
        pytest.param((0, 2), (1, 2), id="behind a pair"),
        pytest.param((0, 99), (1, 3), id="beyond the line: its end"),
        pytest.param((7, 0), (8, 1), id="beyond the file"),
    ],
)
def test_positions_that_no_character_has(position: tuple[int, int], place: tuple[int, int]) -> None:
    assert Lines.of("😀a\nb").place(types.Position(*position)) == place
