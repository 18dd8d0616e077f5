"""What must change no fact: what a place is called, and how a language groups its digits."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import permutations
from pathlib import Path

import pytest
from test_matches import load

from crosscheck import Document, check
from crosscheck.config import load_config
from crosscheck.records import Amount

SEEDS = Path(__file__).parents[2] / "seeds"
CONFIG = Path(__file__).parents[2] / "claims.yaml"
RENAMED = {"Ostrel": "Velden", "Tarvo": "Murno", "Varo": "Sella", "Norland": "Westland"}
"""Places of the cases, and others that no text names."""


def told(texts: list[tuple[str, str]]) -> list[tuple[str, tuple[Fraction | None, ...]]]:
    """Return verdict and stated values of every fact that several of *texts*, language and text, speak of."""
    documents = [Document.from_text(text, id=str(n), language=language) for n, (language, text) in enumerate(texts)]
    return sorted(
        (fact.verdict, tuple(c.value.stated for c in fact.claims if isinstance(c.value, Amount)))
        for fact in check(documents).facts
        if len({claim.document for claim in fact.claims}) > 1
    )


def renamed(text: str) -> str:
    for name, other in RENAMED.items():
        text = text.replace(name, other)
    return text


def regrouped(text: str, mark: str) -> str:
    """Return *text* with *mark* between groups of digits, but where a bare number would be read as a year."""
    return re.sub(r"\b(?!1|20)(\d{1,3})[.,](\d{3})\b", rf"\1{mark}\2", text)


@pytest.mark.parametrize("case", load())
def test_names_consistently_changed_change_nothing_else(case: dict[str, list[dict[str, str]]]) -> None:
    texts = [(text["language"], text["text"]) for text in case["texts"]]
    assert told([(language, renamed(text)) for language, text in texts]) == told(texts)


@pytest.mark.parametrize("mark", ["", "\u202f", "’"])
@pytest.mark.parametrize("case", load())
def test_the_grouping_of_digits_changes_nothing(case: dict[str, list[dict[str, str]]], mark: str) -> None:
    texts = [(text["language"], text["text"]) for text in case["texts"]]
    assert told([(language, regrouped(text, mark)) for language, text in texts]) == told(texts)


def test_the_order_of_three_articles_changes_no_fact() -> None:
    documents = [Document.open(path) for path in sorted(SEEDS.glob("*.txt"))]
    seen = {
        tuple(
            sorted(
                (fact.subject, fact.attribute, fact.verdict, tuple(sorted(c.document for c in fact.claims)))
                for fact in check(order, load_config(CONFIG)).facts
            )
        )
        for order in permutations(documents)
    }
    assert len(seen) == 1
