"""Claims that no concept knows, brought together across documents by the words around them, each beside a near miss."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from crosscheck import Document, Report, check

CASES = Path(__file__).parents[1] / "cases" / "facts"


def load() -> list[Any]:
    """Return every case of every file of matches, under its file's and its own name."""
    return [
        pytest.param(case, id=f"{path.stem}: {case['name']}")
        for path in sorted(CASES.glob("matches*.yaml"))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))["cases"]
    ]


def facts_of(case: dict[str, Any]) -> list[tuple[str, list[str]]]:
    """Return the verdict and the quotations, in the order of the documents, of every fact of several documents."""
    documents = [
        Document.from_text(text["text"], id=str(n), language=text["language"]) for n, text in enumerate(case["texts"])
    ]
    report = check(documents)
    return [(f.verdict, quotes(report, f.claims)) for f in report.facts if len({c.document for c in f.claims}) > 1]


def quotes(report: Report, claims: Any) -> list[str]:
    texts = {document.key: document for document in report.documents}
    return [texts[c.document].slice(c.mention.span) for c in sorted(claims, key=lambda c: c.document)]


@pytest.mark.parametrize("case", load())
def test_facts_of_documents(case: dict[str, Any]) -> None:
    found = facts_of(case)
    assert sorted(f"{verdict}: {' + '.join(quoted)}" for verdict, quoted in found) == sorted(case.get("together", []))
    for pair in case.get("apart", []):
        assert not any(set(pair.split(" + ")) <= set(quoted) and len(set(quoted)) > 1 for _, quoted in found)


def test_the_order_of_the_documents_changes_no_fact() -> None:
    for param in load():
        case = param.values[0]
        turned = {**case, "texts": case["texts"][::-1]}
        assert sorted((v, sorted(q)) for v, q in facts_of(turned)) == sorted((v, sorted(q)) for v, q in facts_of(case))
