"""The report over the articles, and over copies of them with one thing changed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from seed_report import ARTICLES, ROOT, run

from crosscheck.records import Report


@pytest.fixture(scope="session")
def report() -> Report:
    """The report over the articles as they are."""
    return run(ROOT)


@pytest.fixture
def change(tmp_path: Path) -> Callable[[str, str, str], Report]:
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
