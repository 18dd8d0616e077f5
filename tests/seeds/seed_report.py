"""Runs over the three articles of seeds/, and over copies of them with one thing changed."""

from __future__ import annotations

from pathlib import Path

from crosscheck.config import apply_settings, configured_paths, load_config
from crosscheck.documents import read_documents
from crosscheck.pipeline import check
from crosscheck.records import Fact, Finding, Report

ROOT = Path(__file__).parents[2]
ARTICLES = {path.name[:3]: path.name for path in (ROOT / "seeds").glob("*.txt")}


def run(folder: Path) -> Report:
    """Return the report of the claims.yaml in *folder* over its own documents."""
    config = load_config(folder / "claims.yaml")
    documents, errors = read_documents(configured_paths(config))
    assert errors == ()
    return check([apply_settings(document, config) for document in documents], config)


def fact(report: Report, subject: str, attribute: str, kind: str = "") -> Fact:
    """Return the one fact about *attribute* of *subject*; *kind* narrows a role."""
    found = [
        f
        for f in report.facts
        if (f.subject, f.attribute) == (subject, attribute) and (not kind or getattr(f.value, "kind", "") == kind)
    ]
    assert len(found) == 1, [(f.subject, f.attribute, f.verdict) for f in report.facts]
    return found[0]


def graver(report: Report) -> list[Finding]:
    """Return the findings at warning or error."""
    return [finding for finding in report.findings if finding.severity != "info"]
