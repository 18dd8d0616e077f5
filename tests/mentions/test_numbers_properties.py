"""What holds for the numbers of any text: round trips through words and print, offsets, bounds, linear time."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from babel.numbers import format_decimal
from clock import least_seconds
from hypothesis import given, settings
from hypothesis import strategies as st
from spelling import english, english_ordinal, french, french_ordinal, german, german_ordinal

from crosscheck.languages import load_language
from crosscheck.mentions.numbers import find_numbers
from crosscheck.records import Mention

LANGUAGES = ("en", "de", "fr")
SPELT = {"en": english, "de": german, "fr": french}
RANKED = {"en": english_ordinal, "de": german_ordinal, "fr": french_ordinal}
FRAME = {"en": "It took {} in all.", "de": "Es waren {} an der Zahl.", "fr": "Il en a fallu {} en tout."}
TEXTS = (
    "42.1 % of 16,867 votes about nearly 3.5m $5 bn US$ € Mio. zweiundvierzig und ein halbes Dutzend Prozent a third",
    "2 1/2 km/h 5-7 to between and from 271st 271. Nr. minus -5 hundred thousand million hundert tausend Milliarden",
    "plus d'un million d'euros quatre-vingt-dix soixante et onze une dizaine de milliers et demi 1er à sur trois Md€",
    "per share a month years old, 58, ½ 1e10 2^9 COVID-19 12\" 5' °C two-thirds first (30) \u00a0 é 😀 \n .",
)
WORDS = [word for text in TEXTS for word in text.split(" ")]


def only(text: str, language: str) -> Mention:
    """Return the one mention of *text*."""
    (mention,) = find_numbers(text, load_language(language))
    return mention


def middle(mention: Mention) -> Fraction:
    assert mention.low is not None
    assert mention.high is not None
    return (Fraction(mention.low) + Fraction(mention.high)) / 2


@pytest.mark.parametrize("language", LANGUAGES)
@given(number=st.one_of(st.integers(2, 2000), st.integers(2, 10**15 - 1)))
def test_a_number_in_words_is_read_back(language: str, number: int) -> None:
    mention = only(FRAME[language].format(SPELT[language](number)), language)
    assert middle(mention) == number
    assert mention.surface == SPELT[language](number)


@pytest.mark.parametrize("language", LANGUAGES)
@given(number=st.integers(3, 999_999))
def test_an_ordinal_in_words_is_read_back(language: str, number: int) -> None:
    mention = only(FRAME[language].format(RANKED[language](number)), language)
    assert (mention.kind, mention.low, mention.high) == ("ordinal", number, number)


@pytest.mark.parametrize("language", LANGUAGES)
@given(units=st.integers(0, 10**12), places=st.integers(0, 4))
def test_a_number_printed_for_the_locale_is_read_back_within_its_last_digit(
    language: str, units: int, places: int
) -> None:
    value = Decimal(units).scaleb(-places)
    printed = format_decimal(value, format=f"#,##0.{'0' * places}", locale=language)
    mention = only(FRAME[language].format(f"{printed} km"), language)
    assert mention.surface == f"{printed} km"
    assert middle(mention) == Fraction(value)
    assert mention.low is not None
    assert mention.low <= value <= mention.high  # type: ignore[operator] # bounds of a printed number are closed
    assert Fraction(mention.high) - Fraction(mention.low) == (Fraction(1, 10**places) if places else 0)  # type: ignore[arg-type] # as above


@given(text=st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join), language=st.sampled_from(LANGUAGES))
@settings(max_examples=300)
def test_spans_slice_to_their_surfaces_in_order_and_bounds_do_not_cross(text: str, language: str) -> None:
    end = 0
    for mention in find_numbers(text, load_language(language)):
        assert text[mention.span.start : mention.span.end] == mention.surface
        assert end <= mention.span.start < mention.span.end
        assert mention.low is None or mention.high is None or mention.low <= mention.high
        end = mention.span.end


@given(texts=st.lists(st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join), min_size=2, max_size=2))
def test_a_mention_never_reaches_across_a_blank_line(texts: list[str]) -> None:
    first, second = texts
    pack = load_language("en")
    joint = find_numbers(f"{first}\n\n{second}", pack)
    assert all(m.span.end <= len(first) or m.span.start >= len(first) + 2 for m in joint)


@pytest.mark.parametrize(
    "piece",
    [
        "7",
        "7 ",
        "7,",
        "1.",
        "hundred ",
        "hundred and ",
        "five million and ",
        "$",
        "5-",
        "tausend",
        "und",
        "ein",
        "quatre-vingt-",
        "un ",
        "d'",
        '"',
        "(",
        "1/",
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_time_grows_in_step_with_the_length_of_any_text(language: str, piece: str) -> None:
    pack = load_language(language)

    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        return least_seconds(lambda: find_numbers(text, pack))

    assert seconds(48_000) < 8 * 4 * max(seconds(6_000), 0.002)
