"""Who says what a claim claims."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from crosscheck import Document, check

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "claims" / "speakers.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_claim_knows_who_says_it(case: dict[str, Any]) -> None:
    language, _, text = case["text"].partition(" | ")
    document = Document.from_text(text, id="t", language=language)
    claims = [claim for claim in check([document]).claims if claim.subject_kind]
    assert [f"{document.slice(claim.quote)} | {claim.speaker or '-'}" for claim in claims] == case["said"]
