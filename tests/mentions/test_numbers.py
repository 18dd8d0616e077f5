"""The number mentions of every language: each case file says which mentions a text has, and which it has not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from crosscheck.languages import available_languages, load_language
from crosscheck.mentions.numbers import find_numbers
from crosscheck.records import Mention

FOLDER = Path(__file__).parents[1] / "cases" / "mentions"


def _cases() -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*/numbers*.yaml")):
        for number, (text, *expected) in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), start=1):
            name = f"{path.parent.name}-{path.stem}-{number}-{text[:40]}"
            found.append(pytest.param(path.parent.name, text, expected, id=name))
    return found


def _printed(mention: Mention) -> str:
    """Return a mention as the case files write it."""
    low, high = (
        "" if bound is None else f"{bound:f}" if hasattr(bound, "adjusted") else str(bound)
        for bound in (mention.low, mention.high)
    )
    bounds = low if low == high else f"{low}..{high}"
    parts = (mention.surface, mention.kind, bounds, mention.unit, mention.hedge)
    return " | ".join(parts).rstrip(" |").replace(" |  | ", " | | ")


@pytest.mark.parametrize(("language", "text", "expected"), _cases())
def test_text_has_exactly_the_mentions_of_its_case(language: str, text: str, expected: list[str]) -> None:
    assert [_printed(mention) for mention in find_numbers(text, load_language(language))] == expected


@pytest.mark.parametrize("language", available_languages())
def test_every_language_has_cases_for_its_numbers(language: str) -> None:
    assert list((FOLDER / language).glob("numbers*.yaml"))


def test_a_run_that_comes_again_has_its_numbers_where_it_stands() -> None:
    text = "It scored 7.5/10 and 1 200 in May, and 7.5/10 and 1 200 in June."
    found = find_numbers(text, load_language("en"))
    assert [mention.surface for mention in found] == ["7.5/10", "1 200", "7.5/10", "1 200"]
    assert [text[mention.span.start : mention.span.end] for mention in found] == [m.surface for m in found]
    assert [(m.low, m.high) for m in found[:2]] == [(m.low, m.high) for m in found[2:]]
