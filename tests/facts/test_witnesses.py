"""Copies of one report are one witness, however many there are; two reports in their own words are two."""

from __future__ import annotations

import pytest

from crosscheck import Document, Report, check

WIRE = "The ferry Astrid sank off Tarvo on Monday night and 14 people were killed, the coast guard said."
EDITED = "The ferry Astrid sank off Tarvo on Monday night, and 14 people were killed, the coast guard told reporters."
OWN = "Fourteen people, all of them passengers, were killed when the Astrid went down near Tarvo on Monday."
OTHER = "At Tarvo the coast guard said that 17 people were killed on Monday, when the ferry Astrid sank at night."


def report_of(*texts: str) -> Report:
    return check(Document.from_text(text, id=f"d{n}", language="en") for n, text in enumerate(texts, 1))


def deaths(report: Report) -> tuple[int, int]:
    """Return how many witnesses the fact of the deaths has, for and against."""
    return next((fact.in_favour, fact.against) for fact in report.facts if fact.attribute == "deaths")


@pytest.mark.parametrize(
    ("texts", "witnesses"),
    [
        ((WIRE, WIRE, WIRE), (1, 0)),
        ((WIRE, EDITED), (1, 0)),
        ((WIRE, OWN), (2, 0)),
        ((WIRE, WIRE, OWN, OTHER), (2, 1)),
        (("Ten people died in the crash.", "Ten people died in the crash."), (2, 0)),
    ],
    ids=["copies", "edited copy", "own words", "both", "too short to be a copy"],
)
def test_copies_are_one_witness(texts: tuple[str, ...], witnesses: tuple[int, int]) -> None:
    assert deaths(report_of(*texts)) == witnesses


def test_two_own_words_outweigh_three_copies() -> None:
    found = report_of(OTHER, OTHER, OTHER, WIRE, OWN).findings
    assert [f.message.split(": ")[-1] for f in found] == ["14 (2 documents) against 17 (3 documents, 1 independent)"]
    assert found[0].suggestion == "17 may be 14 with one digit mistyped"


def test_the_order_of_the_documents_changes_no_count() -> None:
    texts = (WIRE, OWN, EDITED, OTHER, WIRE)
    assert deaths(report_of(*texts)) == deaths(report_of(*reversed(texts))) == (2, 1)
