"""Findings of a sentence as a whole give way to those that say what is wrong in it, however many there are."""

import msgspec
import pytest
from clock import least_seconds

from crosscheck import Document, check
from crosscheck.findings.echoes import without_echoes
from crosscheck.findings.rules import revised
from crosscheck.records import Finding

_DRAFT = "The council of Ostermoor was not asked whether the bridge should be closed in the spring of this year."
_REVISION = _DRAFT.replace(" not", "")


def _turned(draft: str, revision: str) -> Finding:
    report = check([Document.from_text(draft, id="draft"), Document.from_text(revision, id="revision")])
    (finding,) = (finding for finding in report.findings if finding.code == revised.CODE)
    return finding


@pytest.mark.parametrize("turned_first", [True, False])
def test_a_sentence_is_told_once(turned_first: bool) -> None:
    turned = _turned(_DRAFT, _REVISION)
    telling = msgspec.structs.replace(turned, code="CC101", severity="warning")
    findings = [turned, telling] if turned_first else [telling, turned]
    assert [*without_echoes(findings)] == [telling]


def test_a_note_or_one_of_another_sentence_says_nothing_of_it() -> None:
    turned = _turned(_DRAFT, _REVISION)
    note = msgspec.structs.replace(turned, code="CC101", severity="info")
    first, second = turned.evidence
    of_one = msgspec.structs.replace(
        turned, code="CC101", evidence=(first, msgspec.structs.replace(second, sentence="The bridge was closed."))
    )
    assert [*without_echoes([turned, note, of_one])] == [turned, note, of_one]


def test_what_one_document_shows_to_be_wrong_is_proved_by_its_copy() -> None:
    lines = "Larkmere Herald, {}\n\n" + f"{_DRAFT}\n\nNobody else was asked.\n\nThe bridge is the third on this road."
    days = ("Tuesday 25 June 2019", "Friday 25 June 2019")
    report = check([Document.from_text(lines.format(day), id=day[:3]) for day in days])
    (finding,) = report.findings
    assert finding.code == "CC303"
    assert [(e.document, e.quote) for e in finding.evidence] == [
        ("Fri", "Friday"),
        ("Fri", "25 June 2019"),
        ("Tue", "Tuesday"),
    ]


def test_work_grows_with_the_findings_and_not_with_their_square() -> None:
    turned = _turned(_DRAFT, _REVISION)
    others = [
        msgspec.structs.replace(
            turned,
            code="CC101",
            evidence=tuple(msgspec.structs.replace(e, sentence=f"Number {n}.") for e in turned.evidence),
        )
        for n in range(5_000)
    ]
    kept = len([*without_echoes([turned] * 5_000 + others)])
    assert kept == len(others) + 5_000
    assert least_seconds(lambda: [*without_echoes([turned] * 5_000 + others)], runs=1) < 2
