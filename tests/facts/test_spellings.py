"""Names spelled alike are found among many without comparing all with all."""

from __future__ import annotations

from hashlib import sha256
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from crosscheck.facts.spellings import SIMILAR, find_similar

LETTERS = st.sampled_from("abc ")


@st.composite
def spellings(draw: st.DrawFn) -> list[str]:
    """Return a few names, and some of them with letters changed, left out or put in."""
    names = draw(st.lists(st.text(LETTERS, min_size=4, max_size=60), min_size=1, max_size=5))
    for name in draw(st.lists(st.sampled_from(names), max_size=6)):
        other = name
        for at in draw(st.lists(st.integers(0, len(name)), max_size=4)):
            other = other[:at] + draw(st.text(LETTERS, max_size=2)) + other[at + draw(st.integers(0, 2)) :]
        names.append(other)
    return sorted(set(names))


@given(spellings())
def test_it_finds_what_comparing_all_with_all_finds(names: list[str]) -> None:
    alike = [pair for pair in combinations(names, 2) if fuzz.ratio(*pair) >= SIMILAR]
    assert sorted(find_similar(names)) == alike


@pytest.mark.parametrize(
    ("names", "alike"),
    [
        pytest.param(["anatoli berzin", "anatoly berzin"], True, id="one letter"),
        pytest.param(["anatoli berzin", "natalia berzin"], False, id="near miss, another first name"),
        pytest.param(["margarethe von hollen", "margarete von hollen"], True, id="a letter left out"),
        pytest.param(["port selwyn", "fort selwyn"], False, id="near miss, one letter of a short name"),
    ],
)
def test_names_are_alike(names: list[str], *, alike: bool) -> None:
    assert list(find_similar(names)) == ([tuple(names)] if alike else [])


def test_the_most_alike_come_first() -> None:
    names = ["constantin abernathy", "constantine abernathy", "konstantin abernathy"]
    assert list(find_similar(names)) == [(names[0], names[1]), (names[0], names[2]), (names[1], names[2])]


def test_a_name_is_found_among_very_many_that_end_alike() -> None:
    firms = [f"{sha256(bytes([n])).hexdigest()[:6]} amalgamated holdings" for n in range(250)]
    spelled = ("brandl amalgamated holdings", "brandt amalgamated holdings")
    assert spelled in find_similar([*firms, *spelled])


def test_names_alike_only_in_what_very_many_share_are_passed_over() -> None:
    firms = [f"{sha256(bytes([n])).hexdigest()[:3]} amalgamated holdings" for n in range(250)]
    assert list(find_similar(["xyz amalgamated holdings", "xzy amalgamated holdings"]))
    assert not list(find_similar([*firms, "xyz amalgamated holdings", "xzy amalgamated holdings"]))
