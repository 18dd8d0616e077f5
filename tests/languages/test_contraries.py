"""Words that deny each other: the shape of their pack, and what they make of a sentence."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from crosscheck import languages
from crosscheck.languages import load_contraries
from crosscheck.languages.contraries import ContraryWords, Turn
from crosscheck.packfile import load_pack

WORDS = load_pack(Path(languages.__file__).with_name("contraries.yaml"), ContraryWords)
SCALES = [
    pytest.param(ends, id=f"{name}-{code}")
    for name, scale in WORDS.scales.items()
    for code, ends in scale.words.items()
]


@pytest.mark.parametrize("ends", SCALES)
def test_scale_has_ends_that_share_no_word(ends: tuple[tuple[str, ...], ...]) -> None:
    assert len(ends) > 1
    assert all(ends)
    assert [set(a) & set(b) for a, b in combinations(ends, 2) if set(a) & set(b)] == []


@pytest.mark.parametrize("code", WORDS.negations)
def test_negation_does_not_come_and_go_with_itself(code: str) -> None:
    negations = WORDS.negations[code]
    assert negations.words & (negations.helpers | negations.idle) == set()


@pytest.mark.parametrize(
    ("code", "left", "right", "turn"),
    [
        ("en", "rose", "fell", "polarity"),
        ("en", "soared", "plummeted", "polarity"),
        ("en", "rose", "climbed", None),
        ("en", "before", "after", "polarity"),
        ("en", "in favour of", "against", "polarity"),
        ("en", "at least", "at most", "bound"),
        ("en", "maximum", "minimum", "bound"),
        ("en", "weeks", "months", "unit"),
        ("en", "week", "weeks", None),
        ("en", "was not", "was", "polarity"),
        ("en", "not never", "never", None),
        ("de", "verlängerte", "verkürzte", "polarity"),
        ("de", "außerhalb", "innerhalb", "polarity"),
        ("de", "größere", "kleinere", "polarity"),
        ("de", "größere", "große", None),
        ("de", "millionen", "milliarden", "unit"),
        ("de", "keine", "eine", "polarity"),
        ("fr", "pas", "", None),
    ],
)
def test_word_turns_a_sentence_round(code: str, left: str, right: str, turn: Turn | None) -> None:
    contraries = load_contraries(code)
    assert contraries.turn(left.split(), right.split(), "") == turn
    assert contraries.turn(right.split(), left.split(), "") == turn


def test_negation_before_an_idle_word_denies_nothing() -> None:
    assert load_contraries("en").turn(["not"], [], "only") is None


def test_verbatim_words_are_at_no_pole() -> None:
    poles = load_contraries("en").poles
    assert {pole.scale for found in poles.values() for pole in found}.isdisjoint(
        name for name, scale in WORDS.scales.items() if scale.verbatim
    )
    assert [(pole.scale, pole.end) for pole in poles["legal"]] == [("law", 0)]


def test_language_without_words_is_empty() -> None:
    assert load_contraries("fr").is_empty
    assert not load_contraries("de").is_empty
