"""Comments that let findings pass, in every format, and the places of the words around them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from document_cases import load_cases

from crosscheck.documents import READERS, read_document
from crosscheck.records import Ignore

FORMS = {
    read: f"\n{comment}\nSeven people died in the fire.\n"
    for read, comment in zip(
        sorted(READERS),
        ['<!-- crosscheck: ignore[CC101] reason="x" -->'] * 4 + ['# crosscheck: ignore[CC101] reason="x"'],
        strict=True,
    )
}


def words_of(ignore: Ignore) -> str:
    """Return *ignore* in one line."""
    place, lines = f"{ignore.line}:{ignore.column}", f"{ignore.first_line}-{ignore.last_line}"
    return f"{place} {' '.join(ignore.codes)} ({lines}): {ignore.reason}"


@pytest.mark.parametrize("case", load_cases("ignores"))
def test_a_comment_lets_findings_pass(case: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / case["name"]
    path.write_text(case["source"], encoding="utf-8")
    document = read_document(path)
    assert [words_of(ignore) for ignore in document.ignores] == case["ignores"]
    assert document.text.strip() == case["text"].strip()


@pytest.mark.parametrize("ending", sorted(READERS))
def test_the_words_behind_a_comment_keep_their_place(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{ending}"
    path.write_text(FORMS[ending], encoding="utf-8")
    document = read_document(path)
    assert len(document.ignores) == 1
    assert document.place(document.text.index("Seven")) == (3, 1)
    assert "crosscheck" not in document.text
