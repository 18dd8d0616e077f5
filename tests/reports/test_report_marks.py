"""The pieces of quotations that a reader should look at."""

from pathlib import Path
from typing import TypedDict

import pytest
import yaml

from crosscheck.records import FindingKind
from crosscheck.reports.marks import mark_differences


class Case(TypedDict):
    name: str
    kind: FindingKind
    quotes: list[str]
    marked: list[str]


CASES: list[Case] = yaml.safe_load((Path(__file__).parents[1] / "cases" / "reports" / "marks.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_differs_is_marked(case: Case) -> None:
    marks = mark_differences(case["kind"], case["quotes"])
    marked = []
    for quote, spans in zip(case["quotes"], marks, strict=True):
        text = quote
        for span in reversed(spans):
            text = f"{text[: span.start]}[{text[span.start : span.end]}]{text[span.end :]}"
        marked.append(text)
    assert marked == case["marked"]
