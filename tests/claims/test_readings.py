"""What narrows a value, how it is meant, whose it is: the rules that serve every domain, on concepts of their own."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from crosscheck import Document, check
from crosscheck.config import Config
from crosscheck.domains import Concept
from crosscheck.records import Claim, Scope

CASES = Path(__file__).parents[1] / "cases" / "claims"
PUBLISHED = date(2031, 5, 9)


def load(name: str) -> list[Any]:
    """Return every case of a file with the file's concepts, under the case's name as id."""
    content = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    concepts = msgspec.convert(content["concepts"], dict[str, Concept])
    return [pytest.param(concepts, case, id=case["name"]) for case in content["cases"]]


def read(concepts: dict[str, Concept], text: str) -> tuple[Document, list[Claim]]:
    """Return the document that 'LANGUAGE | TEXT' is, and what it claims of *concepts*."""
    language, _, body = text.partition(" | ")
    document = Document.from_text(body, id="t", language=language, published=PUBLISHED)
    claims = check([document], Config(domains=("elections",), attributes=concepts)).claims
    return document, [claim for claim in claims if claim.attribute in concepts or claim.mention is None]


def narrowed(scope: Scope) -> str:
    told = {field: value for field, value in msgspec.structs.asdict(scope).items() if value}
    return ", ".join(f"{field} {value}" for field, value in told.items()) or "nothing"


@pytest.mark.parametrize(("concepts", "case"), load("scope"))
def test_a_value_is_narrowed(concepts: dict[str, Concept], case: dict[str, Any]) -> None:
    document, claims = read(concepts, case["text"])
    assert [f"{document.slice(claim.quote)} | {narrowed(claim.scope)}" for claim in claims] == case["said"]


@pytest.mark.parametrize(("concepts", "case"), load("modality"))
def test_a_value_is_meant(concepts: dict[str, Concept], case: dict[str, Any]) -> None:
    document, claims = read(concepts, case["text"])
    assert [f"{document.slice(claim.quote)} | {claim.modality}" for claim in claims] == case["said"]


@pytest.mark.parametrize(("concepts", "case"), load("bearers"))
def test_a_value_has_its_bearer(concepts: dict[str, Concept], case: dict[str, Any]) -> None:
    document, claims = read(concepts, case["text"])
    assert [f"{document.slice(claim.quote)} | {claim.subject or '-'}" for claim in claims] == case["said"]
