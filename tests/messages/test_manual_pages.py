"""Every manual page in every language: complete, in the order of the English one, and about the same rule."""

from __future__ import annotations

import re
from typing import Any

import pytest

from crosscheck.findings import RULES
from crosscheck.messages import load_locale

_LEADS = {
    "en": ("What it finds: ", "Why it matters: ", "When it stays silent: ", "Example: ", "Near miss: "),
    "de": ("Was sie findet: ", "Warum es zählt: ", "Wann sie schweigt: ", "Beispiel: ", "Gegenbeispiel: "),
}
_CODE = re.compile(r"\bCC\d{3}\b")
PAGES = [pytest.param(rule, language, id=f"{rule.code}-{language}") for rule in RULES for language in _LEADS]


@pytest.mark.parametrize(("rule", "language"), PAGES)
def test_a_page_has_every_part_in_its_order(rule: Any, language: str) -> None:
    heading, *parts = rule.said_in(load_locale(language))
    assert [lead for lead, part in zip(_LEADS[language], parts, strict=True) if not part.startswith(lead)] == []
    assert heading.startswith(f"{rule.code} ")
    assert all(part.endswith((".", ").", ":")) for part in (heading, *parts))


@pytest.mark.parametrize(("rule", "language"), PAGES)
def test_a_page_is_headed_by_the_name_of_its_rule(rule: Any, language: str) -> None:
    locale = load_locale(language)
    assert rule.name.said_in(locale).lower() in rule.said_in(locale)[0].lower()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_german_page_quotes_as_german_does_and_names_the_same_rules(rule: Any) -> None:
    english, german = ("\n".join(rule.said_in(load_locale(language))) for language in ("en", "de"))
    assert not set("\"'’”") & set(german)
    assert german.count("„") == german.count("“")
    assert _CODE.findall(german) == _CODE.findall(english)
    assert re.search(r"\d,\d{3}\b|\d\.\d\b(?!\.)", german) is None, "digits as English writes them"
