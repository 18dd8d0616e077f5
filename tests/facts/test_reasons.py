"""Why claims were linked, as an editor reads it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from crosscheck import Document, check

CASES = Path(__file__).parents[1] / "cases" / "facts" / "reasons.yaml"


@pytest.mark.parametrize("case", yaml.safe_load(CASES.read_text(encoding="utf-8")), ids=lambda case: case["name"])
def test_a_link_says_why(case: dict[str, Any]) -> None:
    documents = []
    for number, line in enumerate(case["texts"]):
        language, _, text = line.partition(" | ")
        documents.append(Document.from_text(text, id=str(number), language=language))
    reasons = [link.why for fact in check(documents).facts for link in fact.links]
    assert any(all(part in why for part in case["linked"]) for why in reasons), reasons
