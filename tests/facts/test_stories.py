"""Which documents tell the same story."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.facts.stories import group_stories, share_names


@pytest.mark.parametrize(
    ("names", "together"),
    [
        pytest.param({"a": "x y", "b": "x y z", "c": "p q"}, ["ab", "c"], id="two shared names"),
        pytest.param({"a": "x y", "b": "x z", "c": "p q"}, ["ab", "c"], id="one shared name of few documents"),
        pytest.param({"a": "x y", "b": "x z", "c": "x", "d": "x p"}, ["abcd"], id="a name that all of few share"),
        pytest.param({"a": "x y", "b": "v w", "c": "p q"}, ["a", "b", "c"], id="near miss, no shared name"),
        pytest.param({"a": "x y", "b": "x y p q", "c": "p q"}, ["abc"], id="a chain"),
        pytest.param({"a": "x y", "b": "x y", "c": ""}, ["abc"], id="one without names joins the only story"),
        pytest.param({"a": "x y", "b": "p q", "c": ""}, ["a", "b", "c"], id="near miss, two stories to choose from"),
        pytest.param({"a": "", "b": "x"}, ["ab"], id="nothing tells them apart"),
    ],
)
def test_documents_that_share_names_tell_one_story(names: dict[str, str], together: list[str]) -> None:
    stories = group_stories({document: frozenset(words.split()) for document, words in names.items()})
    groups: dict[int, str] = {}
    for document, story in stories.items():
        groups[story] = groups.get(story, "") + document
    assert sorted(groups.values()) == together


@pytest.mark.parametrize(
    ("left", "right", "related"),
    [
        ("x y z", "x y", True),
        ("x y z", "x w", False),
        ("x", "x w", True),
        ("x", "y w", False),
        ("", "y w", True),
    ],
)
def test_of_many_documents_those_that_share_two_names_are_related(left: str, right: str, related: bool) -> None:
    others = {str(n): frozenset({f"person {n}"}) for n in range(4)}
    names = {"a": frozenset(left.split()), "b": frozenset(right.split())}
    assert share_names(names | others)("a", "b") is related
    assert share_names(names)("a", "b")


def test_names_that_everybody_has_tell_no_story() -> None:
    names = {str(n): frozenset({"London", "Britain", f"person {n}"}) for n in range(60)}
    assert len(set(group_stories(names).values())) == 60


def test_one_shared_name_is_not_enough_among_many() -> None:
    names = {str(n): frozenset({f"person {n}", f"place {n // 2}"}) for n in range(10)}
    assert len(set(group_stories(names).values())) == 10


CASTS = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=1), st.frozensets(st.sampled_from("uvwxyz")), max_size=8
)


@given(CASTS)
def test_stories_are_the_chains_of_documents_that_share_enough(names: dict[str, frozenset[str]]) -> None:
    stories = group_stories(names)
    enough = 1 if len(names) <= 5 else 2
    limit = len(names) if len(names) <= 5 else 3
    telling = {d: {e for e in own if sum(e in other for other in names.values()) <= limit} for d, own in names.items()}
    chains = [{document} for document in names]
    for left, right in combinations(names, 2):
        if len(telling[left] & telling[right]) >= enough:
            joined = [chain for chain in chains if chain & {left, right}]
            chains = [chain for chain in chains if chain not in joined] + [set().union(*joined)]
    if sum(any(len(names[document]) >= enough for document in chain) for chain in chains) <= 1:
        chains = [set(names)] if names else []
    groups = {story: {d for d in names if stories[d] == story} for story in stories.values()}
    assert sorted(map(sorted, groups.values())) == sorted(map(sorted, chains))
