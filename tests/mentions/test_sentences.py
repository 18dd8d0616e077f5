"""Sentence boundaries: cases as data, and what must hold for every text."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from _pytest.mark import ParameterSet
from clock import least_seconds
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.languages import available_languages, load_language
from crosscheck.mentions.sentences import find_sentences

CASES = Path(__file__).parents[1] / "cases" / "mentions"
PIECES = st.sampled_from([
    "Dr.", "am 3.", "Nr. 5", "U.S.", "The", "Die", "word", "Wort", ".", "!", "?", "…", "“", "”", '"', "»", "«",
    "(", ")",    " ", "  ", "\n", "\n\n", "\r\n", "\t", "\u2028", "-", ",", "5", "20.", "said", "sagte", "A.",
])  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60)
LANGUAGES = st.sampled_from(available_languages())


def cases() -> list[ParameterSet]:
    found = []
    for path in sorted(CASES.glob("*/sentences.yaml")):
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
            ((name, marked),) = entry.items()
            found.append(pytest.param(path.parent.name, marked, id=f"{path.parent.name}: {name}"))
    return found


@pytest.mark.parametrize(("language", "marked"), cases())
def test_text_is_cut_at_the_marks_and_nowhere_else(language: str, marked: str) -> None:
    text = marked.replace("¦", "")
    sentences = find_sentences(text, load_language(language))
    assert [text[span.start : span.end] for span in sentences] == [part.strip() for part in marked.split("¦")]


def test_every_language_has_cases() -> None:
    assert {case.values[0] for case in cases()} == set(available_languages())


@given(TEXTS, LANGUAGES)
def test_every_visible_code_point_lies_in_exactly_one_sentence(text: str, language: str) -> None:
    sentences = find_sentences(text, load_language(language))
    covered = [at for span in sentences for at in range(span.start, span.end)]
    assert covered == sorted(set(covered))
    assert {at for at, letter in enumerate(text) if not letter.isspace()} <= set(covered)
    for span in sentences:
        assert text[span.start : span.end] == text[span.start : span.end].strip() != ""


@given(TEXTS, TEXTS, LANGUAGES)
def test_a_second_document_moves_no_boundary(first: str, second: str, language: str) -> None:
    pack = load_language(language)
    offset = len(first) + 2
    joined = find_sentences(f"{first}\n\n{second}", pack)
    apart = [(span.start, span.end) for span in find_sentences(first, pack)]
    apart += [(span.start + offset, span.end + offset) for span in find_sentences(second, pack)]
    assert [(span.start, span.end) for span in joined] == apart


@pytest.mark.parametrize("piece", ['"', ".", ". ", "am 3. Platz ", "a\n", " ", '("a. ', "A.\n", '."', "Dr. ", "\n "])
def test_time_grows_with_the_length_alone(piece: str) -> None:
    pack = load_language("de")

    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        return least_seconds(lambda: find_sentences(text, pack), runs=2)

    assert seconds(480_000) < 8 * 4 * seconds(60_000) + 0.05
