"""Reviews of a folder, without an editor."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from crosscheck.cache import MemoryCache
from crosscheck.claims import Extraction
from crosscheck.editor.desk import Desk, Review
from crosscheck.editor.fitting import find_fittings
from crosscheck.editor.hover import explain_place
from crosscheck.records import Document

FIRST = "Anna Brühl won the by-election in Carford. Brühl polled 12,431 votes."
SECOND = "Anna Brühl won the by-election in Carford. Brühl polled 12,341 votes."
THIRD = "Tomas Reed opened the bridge in Marlow."


def today() -> date:
    return date(2031, 5, 4)


def set_up(folder: Path, **texts: str) -> Desk:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return Desk(folder, today, "en")


def fittings(review: Review, path: Path) -> list[tuple[str, str]]:
    """Return what would fit in the document *path*, and where each comes from."""
    return [
        (fitting.text, fitting.origin)
        for finding in review.findings
        for evidence in finding.evidence
        if evidence.document == str(path)
        for fitting in find_fittings(finding, evidence, review)
    ]


def test_only_what_changed_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = set_up(tmp_path, first=FIRST, second=SECOND, third=THIRD)
    read: list[str] = []

    def noting(cache: MemoryCache, document: Document, told: Extraction) -> None:
        read.append(Path(document.key).stem)
        keep(cache, document, told)

    keep = MemoryCache.keep
    monkeypatch.setattr(MemoryCache, "keep", noting)
    assert len(desk.review({}).findings) == 1
    assert read == ["first", "second", "third"]
    open_now = {str(tmp_path / "second.txt"): SECOND.replace("12,341", "12,431")}
    assert desk.review(open_now).findings == ()
    assert read[3:] == ["second"]
    (tmp_path / "third.txt").write_text(f"{THIRD} It cost 4 million euros.", encoding="utf-8")
    desk.review(open_now)
    assert read[4:] == ["third"]
    (tmp_path / "third.txt").unlink()
    assert len(desk.review(open_now).report.documents) == 2
    assert read[5:] == []


def test_settings_that_change_what_is_read_have_everything_read_again(tmp_path: Path) -> None:
    desk = set_up(tmp_path, first=FIRST, second=SECOND)
    assert len(desk.review({}).findings) == 1
    (tmp_path / "claims.yaml").write_text("documents: [{path: first.txt, published: 2031-05-03}]", encoding="utf-8")
    (only,) = desk.review({}).report.documents
    assert only.published == date(2031, 5, 3)


def test_a_file_that_is_just_begun_is_no_mistake_and_not_what_is_on_disk(tmp_path: Path) -> None:
    desk = set_up(tmp_path, first=FIRST, second=SECOND)
    review = desk.review({str(tmp_path / "second.txt"): "\n"})
    assert (review.findings, review.errors) == ((), ())
    (tmp_path / "second.txt").write_text("", encoding="utf-8")
    assert [str(error.what) for error in desk.review({}).errors] == ["the file is empty"]


def test_broken_settings_leave_those_of_before(tmp_path: Path) -> None:
    desk = set_up(tmp_path, first=FIRST, second=SECOND)
    claims = tmp_path / "claims.yaml"
    found = desk.review({}).findings
    claims.write_text(
        f"accepted: [{{finding: {found[0].fingerprint}, reason: recounted, by: desk, until: 2031-05-04}}]", "utf-8"
    )
    assert desk.review({}).findings == ()
    broken = desk.review({str(claims): "accepted: ["})
    assert broken.findings == ()
    assert [error.place for error in broken.errors] == [f"{claims}:2:1"]


def test_comments_in_documents_let_findings_pass(tmp_path: Path) -> None:
    comment = 'crosscheck: ignore[CC101] reason="recounted"'
    desk = set_up(tmp_path, first=FIRST)
    (tmp_path / "second.md").write_text(f"<!-- {comment} -->\n\n{SECOND}\n", encoding="utf-8")
    assert desk.review({}).findings == ()


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param(FIRST, SECOND, [("12,341", "second.txt:1")], id="a number of the same language"),
        pytest.param(
            FIRST,
            "Anna Brühl gewann die Nachwahl in Carford. Brühl erhielt 12.341 Stimmen.",
            [("12,341", "second.txt:1")],
            id="a number of another language, in the marks of this one",
        ),
        pytest.param(
            "Tomas Reed opened the Marlow Bridge on 12 May 2031.",
            "Tomas Reed opened the Marlow Bridge on 13 May 2031.",
            [("13 May 2031", "second.txt:1")],
            id="a day",
        ),
        pytest.param(FIRST, FIRST, [], id="no finding"),
    ],
)
def test_what_fits_is_spelled_as_the_text_spells(
    tmp_path: Path, first: str, second: str, expected: list[tuple[str, str]]
) -> None:
    desk = set_up(tmp_path, first=first, second=second)
    assert fittings(desk.review({}), tmp_path / "first.txt") == expected


@pytest.mark.parametrize(
    ("votes", "expected"),
    [
        pytest.param("9,220", ("46,1 Prozent", "9,220 / 20,014 = 46.07 %"), id="rounded"),
        pytest.param("9,206", ("46,0 Prozent", "9,206 / 20,014 = 46 %"), id="as exact as what it stands for"),
    ],
)
def test_what_a_calculation_leaves_fits_the_value_it_is_held_against(
    tmp_path: Path, votes: str, expected: tuple[str, str]
) -> None:
    desk = set_up(
        tmp_path,
        first=f"Anna Brühl polled {votes} votes in the by-election in Carford, where 20,014 votes were cast.",
        second="Bei der Nachwahl in Carford kam Anna Brühl auf 64,1 Prozent der Stimmen.",
    )
    review = desk.review({})
    assert fittings(review, tmp_path / "second.txt") == [expected]
    assert fittings(review, tmp_path / "first.txt") == []


def test_plain_text_is_not_escaped(tmp_path: Path) -> None:
    desk = set_up(tmp_path, first=f"{FIRST} [Read *more*](x).", second=SECOND)
    path = str(tmp_path / "first.txt")
    shown = explain_place(desk.review({}), path, (1, FIRST.index("12,431") + 2), markdown=False)
    assert shown.startswith("CC101 error, ")
    assert "- 12,431 - 12,341 = 90" in shown
