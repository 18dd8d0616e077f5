"""Phrases in a sentence: where they stand, in which order, and how stems and endings are told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from crosscheck.claims.sentences.phrases import PhraseIndex, with_parted
from crosscheck.claims.sentences.tokens import At

PHRASES = (
    ("rain", "rain"),
    ("rain gauge", "gauge"),
    ("rain gauge of the *works", "works' gauge"),
    ("rain*", "rainy"),
    ("*burg", "town"),
    ("north *burg", "northern town"),
    ("in the storm*", "in storms"),
    ("in the", "inside"),
    ("mother's", "mother"),
    ("the mother's house", "house"),
    ("u.s.", "country"),
    ("took … part", "participation"),
)


def in_one_list(meanings: Sequence[Any]) -> tuple[tuple[int, tuple[Any, ...]], ...]:
    """Return all meanings of a phrase for the first list."""
    return ((0, tuple(meanings)),)


def odd_and_even(meanings: Sequence[int]) -> tuple[tuple[int, list[int]], ...]:
    """Return the odd meanings of a phrase for the first list, the even ones for the second."""
    told = ((0, [m for m in meanings if m % 2]), (1, [m for m in meanings if not m % 2]))
    return tuple(row for row in told if row[1])


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("rain fell", ["0-1 rain", "0-1 rainy"]),
        ("train fell", []),
        ("rainfall", ["0-1 rainy"]),
        ("a rain gauge", ["1-2 rain", "1-3 gauge", "1-2 rainy"]),
        ("rain gauge of the waterworks", ["0-1 rain", "0-2 gauge", "0-5 works' gauge", "0-1 rainy"]),
        ("rain gauge of the", ["0-1 rain", "0-2 gauge", "0-1 rainy"]),
        ("rain gauge of works", ["0-1 rain", "0-2 gauge", "0-1 rainy"]),
        ("altburg", ["0-1 town"]),
        ("altburger", []),
        ("north altburg", ["0-2 northern town", "1-2 town"]),
        ("in the storms", ["0-3 in storms", "0-2 inside"]),
        ("in the s", ["0-2 inside"]),
        ("in a storm", []),
        ("the mother house", ["0-3 house", "1-2 mother"]),
        ("u . s .", ["0-4 country"]),
        ("u . s", []),
        ("they took an active part", ["1-2 participation"]),
        ("they took part", ["1-2 participation"]),
        ("they took 12 % of the part", ["1-2 participation"]),
        ("they took it , in part", []),
        ("they took it", []),
        ("", []),
    ],
)
def test_phrases_are_found_by_their_first_word(words: str, found: list[str]) -> None:
    index = PhraseIndex(PHRASES, in_one_list, lists=1)
    ((hits,),) = index.find([tuple(words.split())])
    assert [f"{at.first}-{at.end} {meaning}" for at, told in hits for meaning in told] == found


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("der fluss trat nach 14 % mehr regen in der nacht zum sonntag über die ufer bei merrau zurück", True),
        ("er trat zurück .", True),
        ("er trat zurück ins haus", True),
        ("er trat ans fenster zurück ins haus", False),
        ("er trat ab , sie zurück", False),
    ],
)
def test_a_verb_has_its_prefix_behind_what_it_governs(words: str, *, is_found: bool) -> None:
    phrases = with_parted([("trat zurück", "withdrawal")], frozenset({"zurück"}))
    ((hits,),) = PhraseIndex(phrases, in_one_list, lists=1).find([tuple(words.split())])
    assert bool(hits) == is_found


def test_every_meaning_of_a_phrase_is_found_in_the_order_given() -> None:
    index = PhraseIndex([("seat", 2), ("seats", 3), ("seat", 1)], in_one_list, lists=1)
    assert list(index.find([("a", "seat"), ("seats",)])) == [[[(At(1, 2), (2, 1))]], [[(At(0, 1), (3,))]]]


def test_what_phrases_tell_is_sorted_into_lists() -> None:
    index = PhraseIndex([("seat", 2), ("seat belt", 3), ("seat", 1)], odd_and_even, lists=2)
    assert list(index.find([("seat",), ("seat", "belt")])) == [
        [[(At(0, 1), [1])], [(At(0, 1), [2])]],
        [[(At(0, 1), [1]), (At(0, 2), [3])], [(At(0, 1), [2])]],
    ]
