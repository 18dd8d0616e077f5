"""Findings over small sets of own documents: every rule has cases that hit, and cases that come near and must not."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from crosscheck import Config, Document, Report, check
from crosscheck.findings import RULES
from crosscheck.records import Finding

CASES = Path(__file__).parents[1] / "cases" / "findings"
_LEAST_CASES = 10
"""How many hits, and how many near misses, each rule has at least."""


def load() -> list[Any]:
    """Return every case under an id that names its rule and itself."""
    return [
        pytest.param(case, id=f"{path.stem}: {case['name']}")
        for path in sorted(CASES.glob("*.yaml"))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def run(case: dict[str, Any]) -> tuple[Finding, ...]:
    """Return the findings over the documents of a case."""
    return run_whole(case).findings


def run_whole(case: dict[str, Any], language: str = "en") -> Report:
    """Return the report in *language* over the documents of a case: a list of 'language date | text'."""
    documents = []
    for number, document in enumerate(case["documents"], 1):
        head, _, text = document.partition(" | ")
        written, _, published = head.partition(" ")
        day = date.fromisoformat(published) if published else None
        documents.append(Document.from_text(text, id=f"d{number}", language=written, published=day))
    return check(documents, Config(constraints=tuple(case.get("constraints", ()))), language=language)


@pytest.mark.parametrize("case", load())
def test_findings_of_documents(case: dict[str, Any]) -> None:
    found = run(case)
    assert [f"{f.code} {f.severity} {f.message}" for f in found] == case["findings"]
    assert [f.suggestion for f in found] == case.get("suggestions", [""] * len(found))


EXPLAINED = yaml.safe_load((CASES.parent / "explanations.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("told", EXPLAINED, ids=lambda told: f"{told['code']}: {told['case']}")
def test_a_finding_shows_its_calculation(told: dict[str, Any]) -> None:
    cases = yaml.safe_load((CASES / f"{told['code']}.yaml").read_text(encoding="utf-8"))
    case = next(case for case in cases if case["name"] == told["case"])
    found = next(finding for finding in run(case) if finding.code == told["code"])
    assert [line for line in found.explanation if not line.startswith("linked: ")] == told["calculation"]


def test_every_rule_shows_a_calculation() -> None:
    assert {told["code"] for told in EXPLAINED} == {rule.code for rule in RULES}


@pytest.mark.parametrize("case", load())
def test_every_contradicted_fact_is_quoted_by_a_finding(case: dict[str, Any]) -> None:
    report = run_whole(case)
    quoted = {evidence.claim for finding in report.findings for evidence in finding.evidence}
    silent = [f for f in report.facts if f.verdict == "contradicted" and quoted.isdisjoint(c.id for c in f.claims)]
    assert not silent


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_ten_hits_and_ten_near_misses(rule: Any) -> None:
    cases = yaml.safe_load((CASES / f"{rule.code}.yaml").read_text(encoding="utf-8"))
    hits = [case for case in cases if any(line.startswith(rule.code) for line in case["findings"])]
    misses = [case for case in cases if not case["findings"]]
    assert min(len(hits), len(misses)) >= _LEAST_CASES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_manual_page(rule: Any) -> None:
    title = rule.page.partition("\n")[0]
    assert title.startswith(rule.code)
    assert str(rule.name) in title.lower()
    for part in ("What it finds:", "Why it matters:", "When it stays silent:", "Example:", "Near miss:"):
        assert part in rule.page


def test_the_order_of_documents_changes_no_finding() -> None:
    for case in (parameters.values[0] for parameters in load()):
        assert isinstance(case, dict)
        turned = {**case, "documents": list(reversed(case["documents"]))}
        assert sorted(f.fingerprint for f in run(case)) == sorted(f.fingerprint for f in run(turned))


def test_a_fingerprint_outlives_moved_lines() -> None:
    first = "en | The Greens won the by-election in Brackwater."
    second = "en | Labour won the by-election in Brackwater."
    moved = "en | A headline\n\n\nThe Greens won the by-election in Brackwater."
    (before,) = run({"documents": [first, second]})
    (after,) = run({"documents": [moved, second]})
    assert before.fingerprint == after.fingerprint
    assert before.evidence[0].line != after.evidence[0].line
