"""What values of a sentence make together: shares, changes, averages, rates; each beside what only looks like one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from crosscheck import Document, check
from crosscheck.claims.relations.phrases import Phrases
from crosscheck.findings.telling.notation import show_interval, show_number
from crosscheck.records import Amount, Claim, Coverage

CASES = Path(__file__).parents[1] / "cases" / "claims" / "relations.yaml"


def load() -> list[Any]:
    """Return every case under its name."""
    return [pytest.param(case, id=case["name"]) for case in yaml.safe_load(CASES.read_text(encoding="utf-8"))["cases"]]


def read(text: str) -> tuple[Document, tuple[Claim, ...], Coverage]:
    """Return the document that 'LANGUAGE | TEXT' is, its claims, and where its mentions ended."""
    language, _, body = text.partition(" | ")
    document = Document.from_text(body, id="t", language=language)
    report = check([document])
    return document, report.claims, report.coverage


def told(claim: Claim, document: Document) -> str | None:
    """Return a claim as the cases write it, None for one whose value is printed as it is."""
    value, mention = claim.value, claim.mention
    if not isinstance(value, Amount) or mention is None:
        return None
    quote = document.slice(claim.quote)
    if claim.reckoned is not None:
        shown = (
            show_interval(value.interval) if value.stated is None else str(show_number(value.stated)).replace(",", "")
        )
        return f"{claim.reckoned.relation} | {quote} | {shown} {value.unit}"
    if mention.kind == "percent" and mention.rule in {"ratio", "fraction"}:
        low, high = value.interval.low, value.interval.high
        assert low is not None
        assert high is not None
        return f"fraction | {quote} | {show_number(low)} to {show_number(high)} percent"
    return None


@pytest.mark.parametrize("case", load())
def test_relations_of_a_sentence(case: dict[str, Any]) -> None:
    document, claims, _ = read(case["text"])
    assert [line for claim in claims if (line := told(claim, document))] == case["said"]


def test_a_share_takes_its_modality_from_its_part() -> None:
    _, claims, _ = read("en | Of the 1,240 trees in the park, 310 could be felled.")
    (share,) = (claim for claim in claims if claim.reckoned is not None)
    assert share.modality == "predicted"


def test_a_share_is_no_mention_of_the_text() -> None:
    _, claims, coverage = read("en | Of the 1,240 trees in the park, 310 were felled.")
    assert coverage.mentions == 2
    assert sum(claim.is_printed for claim in claims) == 2


def test_a_share_that_counts_restate_is_one_fact_with_them() -> None:
    document = Document.from_text("Wardens felled 310 of the 1,240 trees (25 per cent).", id="t", language="en")
    (fact,) = check([document]).facts
    assert [document.slice(claim.quote) for claim in fact.claims] == ["310 of the 1,240", "25 per cent"]
    assert fact.verdict == "single"


def test_the_longest_phrase_before_a_place_counts() -> None:
    phrases = Phrases(["of", "out of", "a total of"])
    words = ["four", "out", "of", "a", "total", "of", "twelve"]
    assert phrases.before(words, 6) == 3
    assert phrases.before(words, 3) == 1
    assert phrases.before(words, 2) is None
    assert phrases.at(words, 1)
    assert not phrases.at(words, 6)
    assert not phrases.at(words, 7)
