"""How a superlative shows that several share its rank."""

from __future__ import annotations

import pytest

from crosscheck.languages import PluralForms, load_language


@pytest.mark.parametrize(
    ("code", "superlative", "before", "head", "is_plural"),
    [
        ("en", "largest", "the", "towns", True),
        ("en", "largest", "the", "town", False),
        ("en", "largest", "the", "bus", False),
        ("en", "most", "the", "towns", True),
        ("de", "größten", "die", "städte", True),
        ("de", "größten", "der", "stadt", False),
        ("de", "größte", "die", "stadt", False),
    ],
)
def test_plural(code: str, superlative: str, before: str, head: str, is_plural: bool) -> None:
    assert load_language(code).ranks.plural.show(superlative, before, head) is is_plural


def test_language_without_forms_shows_none() -> None:
    assert not PluralForms().show("größten", "die", "städte")
