"""Documents read by several processes say what they say to one."""

from __future__ import annotations

import pytest

from crosscheck import Config, Document, check
from crosscheck.domains import Concept
from crosscheck.reading import _parts, extract_all

_TOWNS = ("Altmoor", "Brenwick", "Colne Ferry", "Dorling", "Eskdon", "Farrow", "Garth", "Holme")


def _documents(number: int) -> list[Document]:
    """Return reports in two languages, two of each town, of which the second says another number."""
    documents = []
    for n in range(number):
        town = _TOWNS[n % len(_TOWNS)]
        if n % 2:
            text = f"In {town} wurden bei dem Brand {n + 20} Menschen verletzt. {town} hat 4.120 Einwohner."
        else:
            text = f"The fire in {town} injured {n + 21} people on Monday, police said. {town} has 4,120 residents."
        documents.append(Document.from_text(text, id=f"d{n}", language="de" if n % 2 else "en"))
    return documents


def test_two_processes_give_the_report_that_one_gives() -> None:
    documents = _documents(48)
    alone = check(documents)
    assert check(documents, workers=2) == alone
    assert len(alone.claims) >= 2 * len(documents)


def test_processes_know_the_concepts_of_the_settings() -> None:
    documents = _documents(48)
    named = Config(attributes={"dwellers": Concept(kind="number", nouns={"en": ("residents",)})})
    alone = check(documents, named)
    assert check(documents, named, workers=2) == alone
    assert {claim.attribute for claim in alone.claims} >= {"dwellers"}


@pytest.mark.parametrize("workers", [2, 3])
def test_extractions_come_in_the_order_of_the_documents(workers: int) -> None:
    documents = _documents(41)
    told = list(extract_all(documents, Config(), workers))
    assert [extraction.claims[0].document for extraction in told] == [document.key for document in documents]


def test_who_stops_early_gets_what_was_read_first() -> None:
    documents = _documents(41)
    found = extract_all(documents, Config(), 2)
    assert next(found).claims[0].document == documents[0].key
    found.close()
    assert list(found) == []


def test_parts_are_of_like_length_and_lose_nothing() -> None:
    texts = [Document.from_text("x" * length, id=str(n)) for n, length in enumerate((5, 5, 10, 0, 20, 40))]
    parts = list(_parts(texts, 4))
    assert [text for part in parts for text in part] == texts
    assert [sum(len(text.text) for text in part) for part in parts] == [20, 20, 40]
