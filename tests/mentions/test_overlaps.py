"""Where more than one finder claims the same words: the reading that stands, as cases, and that none overlap."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from _pytest.mark import ParameterSet
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.languages import available_languages
from crosscheck.mentions import annotate, annotate_all, find_mentions
from crosscheck.records import Document, Mention

FOLDER = Path(__file__).parents[1] / "cases" / "mentions"
PUBLISHED = date(2014, 11, 20)
PIECES = st.sampled_from([
    "5", "12", "2014", "3.23", "$", "€", "May", "Mai", "a", "an", "one", "ein", "half", "quarter", "Viertel", "years",
    "Jahre", "month", "Monat", "old", "alt", "pm", "Uhr", "of", "von", "to", "bis", "Paris", "Orla", "per", "%", "-",
    ".", ",", "\n", "second", "million",
])  # fmt: skip
TEXTS = st.lists(PIECES, max_size=16).map(" ".join)


def cases() -> list[ParameterSet]:
    found = []
    for path in sorted(FOLDER.glob("*/overlaps.yaml")):
        for text, *expected in yaml.safe_load(path.read_text(encoding="utf-8")):
            found.append(pytest.param(path.parent.name, text, expected, id=f"{path.parent.name}: {text[:50]}"))
    return found


def document(text: str, language: str) -> Document:
    return Document(id="case", text=text, language=language, published=PUBLISHED)


def printed(mention: Mention) -> str:
    """Return a mention as the case files write it."""
    bounds = str(mention.low) if mention.low == mention.high else f"{mention.low}..{mention.high}"
    value = mention.timex or (mention.unit if mention.kind == "name" else f"{bounds} {mention.unit}".strip())
    return f"{mention.surface} | {mention.kind} | {value}"


@pytest.mark.parametrize(("language", "text", "expected"), cases())
def test_one_reading_stands_where_several_claim_the_words(language: str, text: str, expected: list[str]) -> None:
    assert [printed(mention) for mention in annotate(document(text, language)).mentions] == expected


@given(TEXTS, st.sampled_from(available_languages()))
def test_no_two_mentions_share_a_word(text: str, language: str) -> None:
    found = annotate(document(text, language)).mentions
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))


@given(TEXTS, st.sampled_from(available_languages()))
def test_names_never_displace_a_value(text: str, language: str) -> None:
    values = find_mentions(document(text, language))
    found = annotate(document(text, language)).mentions
    assert tuple(mention for mention in found if mention.kind != "name") == values


def test_texts_annotated_together_are_as_each_alone() -> None:
    texts = [document("Orla paid $5 on 12 May.", "en"), document("", "de"), document("Orla zahlte im Mai 5 €.", "de")]
    assert annotate_all(texts) == [annotate(text) for text in texts]
