"""Who or what a clause is about: its subject, by name or taken up, and nobody where that is not sure."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from crosscheck import Document, check
from crosscheck.config import Config

CASES = Path(__file__).parents[1] / "cases" / "claims" / "clauses.yaml"


@pytest.mark.parametrize("case", yaml.safe_load(CASES.read_text("utf-8"))["cases"], ids=lambda case: str(case["text"]))
def test_a_clause_is_about_its_subject(case: dict[str, list[str]]) -> None:
    language, _, text = str(case["text"]).partition(" | ")
    document = Document.from_text(text, id="t", language=language)
    claims = check([document], Config(domains=("elections",))).claims
    assert [f"{document.slice(claim.quote)} | {claim.bearer or '-'}" for claim in claims] == case["about"]
