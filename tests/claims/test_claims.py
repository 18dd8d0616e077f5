"""Claims of own sentences, by language and domain: every hit beside its near miss."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from crosscheck import Document, check
from crosscheck.domains import available_domains, load_domain
from crosscheck.languages import available_languages
from crosscheck.records import Amount, Claim, Period, Role

IN_ALL_TEXTS = ("characterisations", "dealings", "functions", "polarity")
"""The domains whose words stand in texts of every other: cases of others need not tell their claims."""
DATING = "occurrences"
"""The domain whose concepts are told by dates and are no claims of their own."""
CASES = Path(__file__).parents[1] / "cases" / "claims"


def load() -> list[Any]:
    """Return every case with its file's settings, under an id that names file and case."""
    found = []
    for path in sorted(CASES.glob("*-*.yaml")):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        found += [
            pytest.param(path.stem, content["language"], content["published"], case, id=f"{path.stem}: {case['name']}")
            for case in content["cases"]
        ]
    return found


def told(claim: Claim, document: Document) -> str:
    """Return a claim as the cases write it."""
    value = claim.value
    if isinstance(value, Amount):
        assert value.stated is not None
        shown = f'"{float(value.stated):g}"' if value.stated.denominator > 1 else f'"{int(value.stated)}"'
    elif isinstance(value, Period):
        shown = f'"{value.first}"' if value.first == value.last else f"{value.first} to {value.last}"
    else:
        shown = value.name if isinstance(value, Role) else value.step
    modality = "" if claim.modality == "asserted" else f" | {claim.modality}"
    scope = claim.scope
    narrowed = f" | part {scope.part}" if scope.part else f" | time {scope.time}" if scope.time else ""
    return f"{claim.attribute} | {claim.subject} | {document.slice(claim.quote)} | {shown}{narrowed}{modality}"


def happened(claim: Claim, document: Document) -> str:
    """Return what a claim of a date says happened then, as the cases write it, '' where it says nothing."""
    happening = claim.context.happening if claim.context is not None else ""
    timex = claim.value.timex if isinstance(claim.value, Period) else ""
    return f"{happening} | {document.slice(claim.quote)} | {timex}" if happening else ""


@pytest.mark.parametrize(("stem", "language", "published", "case"), load())
def test_claims_of_a_text(stem: str, language: str, published: str, case: dict[str, Any]) -> None:
    document = Document.from_text(case["text"], id="t", language=language, published=date.fromisoformat(published))
    if stem.startswith(DATING):
        dated = [happened(claim, document) for claim in check([document]).claims]
        assert sorted(filter(None, dated)) == sorted(case["claims"])
        return
    claims = [c for c in check([document]).claims if c.subject_kind and c.reckoned is None]
    untold = {name for pack in IN_ALL_TEXTS if not stem.startswith(pack) for name in load_domain(pack).concepts}
    untold -= {line.partition(" | ")[0] for line in case["claims"]}
    claims = [claim for claim in claims if claim.attribute not in untold]
    assert sorted(told(claim, document) for claim in claims) == sorted(case["claims"])


def test_every_domain_has_cases_in_every_language_it_speaks() -> None:
    files = {path.stem for path in CASES.glob("*-*.yaml")}
    wanted = {f"{domain}-{code}" for domain in available_domains() for code in ("en", "de")}
    assert wanted <= files
    assert {name.rpartition("-")[2] for name in files} <= set(available_languages())
