"""Runs over the three articles of seeds/, and over copies of them with one thing changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from crosscheck.config import apply_settings, configured_paths, load_config
from crosscheck.documents import read_documents
from crosscheck.pipeline import check
from crosscheck.records import Fact, Finding, Report

ROOT = Path(__file__).parents[2]
ARTICLES = {path.name[:3]: path.name for path in (ROOT / "seeds").glob("*.txt")}

Change = Callable[..., Report]


def run(folder: Path) -> Report:
    """Return the report of the claims.yaml in *folder* over its own documents."""
    config = load_config(folder / "claims.yaml")
    documents, errors = read_documents(configured_paths(config))
    assert errors == ()
    return check([apply_settings(document, config) for document in documents], config)


@pytest.fixture(scope="session")
def report() -> Report:
    """The report over the articles as they are."""
    return run(ROOT)


@pytest.fixture
def change(tmp_path: Path) -> Change:
    """Return a function that replaces words in one article of a copy and reports over the copy."""

    def changed(article: str, old: str, new: str) -> Report:
        shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
        shutil.copy(ROOT / "claims.yaml", tmp_path)
        path = tmp_path / "seeds" / ARTICLES[article]
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        return run(tmp_path)

    return changed


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
