"""Name mentions: cases as data, and what must hold for every text."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from _pytest.mark import ParameterSet
from clock import least_seconds
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.languages import available_languages, load_language
from crosscheck.languages.pack import LanguagePack
from crosscheck.mentions.names import find_names

CASES = Path(__file__).parents[1] / "cases" / "mentions"
PIECES = st.sampled_from([
    "Mark", "Hallam", "UKIP", "UKIP's", "Dr.", "The", "Die", "von", "der", "of", "and", "und", "Party", "Universität",
    "Köln", "Barton", "(", ")", ".", ",", "-", "&", "’s", '"', "\n", " ", " ", " ", "word", "J.", "İ", "ß", "eBay",
])  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60)
LANGUAGES = st.sampled_from(available_languages())


def cases() -> list[ParameterSet]:
    found = []
    for path in sorted(CASES.glob("*/names.yaml")):
        for name, text, names in yaml.safe_load(path.read_text(encoding="utf-8")):
            found.append(pytest.param(path.parent.name, text, names, id=f"{path.parent.name}: {name}"))
    return found


@pytest.mark.parametrize(("language", "text", "names"), cases())
def test_names_are_found_with_their_kinds(language: str, text: str, names: list[str]) -> None:
    found = find_names(text, load_language(language))
    shown = [
        f"{mention.surface}/{mention.unit}" if at < len(names) and "/" in names[at] else mention.surface
        for at, mention in enumerate(found)
    ]
    assert shown == names


def test_every_language_has_cases() -> None:
    assert {case.values[0] for case in cases()} == set(available_languages())


@given(TEXTS, LANGUAGES)
def test_mentions_are_pieces_of_the_text_in_order_and_apart(text: str, language: str) -> None:
    end = 0
    for mention in find_names(text, load_language(language)):
        assert mention.kind == "name"
        assert mention.unit in {"", "person", "place", "organisation"}
        assert text[mention.span.start : mention.span.end] == mention.surface != ""
        assert mention.span.start >= end
        end = mention.span.end


@given(TEXTS, LANGUAGES)
def test_the_same_text_gives_the_same_names(text: str, language: str) -> None:
    pack = load_language(language)
    assert find_names(text, pack) == find_names(text, pack)


def test_a_language_without_weights_is_served_by_its_lists() -> None:
    pack = load_language("en")
    bare = LanguagePack(
        **{field: getattr(pack, field) for field in pack.__struct_fields__ if field != "code"}, code="xx"
    )
    found = find_names("They met Mr Hallam of the Bank of England in Barton.", bare)
    assert [mention.surface for mention in found] == ["Hallam", "Bank of England", "Barton"]


@pytest.mark.parametrize("piece", ["Aa ", "A", "A and B ", "A\n", "A of ", "A's ", "Aa-", "(A) ", "Dr. ", "- ", '"A" '])
def test_time_grows_with_the_length_alone(piece: str) -> None:
    pack = load_language("de")

    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        return least_seconds(lambda: find_names(text, pack))

    assert seconds(64_000) < 8 * 4 * seconds(8_000) + 0.05
