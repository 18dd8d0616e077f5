"""What values the words around a number allow, in both languages."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.claims.attributes.value import claim_value
from crosscheck.languages import load_language
from crosscheck.mentions.numbers import find_numbers
from crosscheck.records import Amount

FRAME = {"en": "A path of {} ends there.", "de": "Ein Weg von {} endet dort.", "fr": "Un chemin de {} finit ici."}


@pytest.mark.parametrize(
    ("language", "text", "inside", "outside"),
    [
        ("en", "He won 42.1 % of it.", ["42.05", "42.1", "42.15"], ["42.04", "42.16"]),
        ("en", "There were 16,867 votes.", ["16867"], ["16866", "16868"]),
        ("en", "There were about 2,000 passengers.", ["1968", "2200"], ["1500", "2300"]),
        ("en", "There were nearly 9,000 cupcakes.", ["8500", "9000"], ["9001", "7000"]),
        ("en", "There were just over 9,000 cupcakes.", ["9000", "9400"], ["8999", "12000"]),
        ("en", "There were more than 40 dead.", ["41", "400"], ["40", "39"]),
        ("en", "There were at least 40 dead.", ["40", "400"], ["39"]),
        ("en", "There were fewer than 100 dead.", ["99", "0"], ["100", "132"]),
        ("en", "There were no more than 100 dead.", ["100", "0"], ["101"]),
        ("en", "There were up to 100 dead.", ["100", "3"], ["101"]),
        ("en", "A third of them left.", ["1/3"], ["0.28", "0.34", "0.4"]),
        ("en", "It cost $3.5 million.", ["3450000", "3541000"], ["3449999", "3600000"]),
        ("en", "It took 5 to 7 kg.", ["5", "6", "7"], ["4", "8"]),
        ("en", "Tens of thousands marched.", ["10000", "45000"], ["9000", "200000"]),
        ("de", "Gut 53 Prozent stimmten zu.", ["53", "53.2"], ["52.9", "60"]),
        ("de", "Knapp 50.000 Menschen kamen.", ["48000", "50000"], ["50001", "30000"]),
        ("de", "Rund 40.000 Menschen kamen.", ["38500", "41000"], ["30000"]),
        ("de", "Mindestens 14 Menschen starben.", ["14", "20"], ["13"]),
        ("de", "Es dauerte keine 20 Minuten.", ["19"], ["20"]),
    ],
)
def test_interval_holds_what_the_words_allow(language: str, text: str, inside: list[str], outside: list[str]) -> None:
    pack = load_language(language)
    (mention,) = find_numbers(text, pack)
    value = claim_value(mention, pack)
    assert isinstance(value, Amount)
    allowed = value.interval
    assert [value for value in inside if not allowed.contains(Fraction(value))] == []
    assert [value for value in outside if allowed.contains(Fraction(value))] == []


@pytest.mark.parametrize("language", FRAME)
@given(units=st.integers(1, 10**7), hedge=st.sampled_from(("about", "nearly", "just_over", "over", "under", "up_to")))
def test_what_a_hedge_allows_contains_or_touches_the_printed_value(language: str, units: int, hedge: str) -> None:
    pack = load_language(language)
    word = pack.numbers.hedges[hedge].words[0]
    (mention,) = find_numbers(FRAME[language].format(f"{word} {units} km"), pack)
    value = claim_value(mention, pack)
    assert isinstance(value, Amount)
    assert mention.hedge == hedge
    assert units in (value.interval.low, value.interval.high) or value.interval.contains(units)
