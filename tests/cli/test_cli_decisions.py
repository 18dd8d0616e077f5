"""What claims.yaml declares as known, and what it accepts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command import Run, commands_in

TEXT = "Anna Weiss won the by-election in Carford. Weiss polled 12,431 votes.\n"
KNOWN = """documents:
  - {path: first.txt}
known:
  - {subject: Anna Weiss, attribute: votes, value: 12341, source: returning officer}
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs a command line in a folder with one report and a declared truth that it misses."""
    (tmp_path / "first.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "claims.yaml").write_text(KNOWN, encoding="utf-8")
    return commands_in(tmp_path, monkeypatch, capsys)


def test_a_document_is_held_against_what_is_known(run: Run) -> None:
    done = run("report", "--format", "json")
    (finding,) = json.loads(done.out)["findings"]
    places = [(e["document"], e["line"], e["column"], e["quote"]) for e in finding["evidence"]]
    assert finding["message"] == "Anna Weiss, votes: 12,431 against 12,341"
    assert places == [("first.txt", 1, 57, "12,431 votes"), ("claims.yaml", 4, 52, "12341")]


def test_an_accepted_finding_neither_shows_nor_fails(run: Run, tmp_path: Path) -> None:
    fingerprint = json.loads(run("report", "--format", "json").out)["findings"][0]["fingerprint"]
    assert run("check").code == 1
    accepted = f"accepted:\n  - {{finding: {fingerprint[:8]}, reason: recounted, by: desk}}\n"
    (tmp_path / "claims.yaml").write_text(KNOWN + accepted, encoding="utf-8")
    done = run("check")
    assert (done.code, done.out) == (0, "")
    assert "accepted in claims.yaml: 1" in done.err


@pytest.mark.parametrize(("until", "code"), [("2020-01-31", 2), ("2999-01-31", 0)])
def test_an_acceptance_ends_on_its_day(run: Run, tmp_path: Path, until: str, code: int) -> None:
    fingerprint = json.loads(run("report", "--format", "json").out)["findings"][0]["fingerprint"]
    accepted = f"accepted:\n  - {{finding: {fingerprint}, reason: recounted, by: desk, until: {until}}}\n"
    (tmp_path / "claims.yaml").write_text(KNOWN + accepted, encoding="utf-8")
    done = run("check")
    assert done.code == code
    said = f"claims.yaml:6:15: the acceptance of {fingerprint} by desk ran out on 2020-01-31; decide anew"
    assert (said in done.err) is (code == 2)
    assert done.out.count("CC101 error") == (code == 2)


def test_an_acceptance_that_matches_nothing_is_noted(run: Run, tmp_path: Path) -> None:
    accepted = "accepted:\n  - {finding: 00c0ffee, reason: recounted, by: desk}\n"
    (tmp_path / "claims.yaml").write_text(KNOWN + accepted, encoding="utf-8")
    done = run("check")
    assert done.code == 1
    assert "claims.yaml:6:15: no finding has the accepted fingerprint 00c0ffee; remove the entry\n" in done.err


@pytest.mark.parametrize("fingerprint", ["3f2", "3f2g", "3F2A", "''", "3f2a9c0d1e4b5a670"])
def test_an_acceptance_names_a_fingerprint(run: Run, tmp_path: Path, fingerprint: str) -> None:
    accepted = f"accepted:\n  - {{finding: {fingerprint}, reason: recounted, by: desk}}\n"
    (tmp_path / "claims.yaml").write_text(KNOWN + accepted, encoding="utf-8")
    done = run("check")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("claims.yaml:6:15: ")
    assert "is no fingerprint; write 4 to 16 digits of it" in done.err


@pytest.mark.parametrize(("entry", "key"), [("reason: ' ', by: desk", "reason"), ("reason: recounted, by: ''", "by")])
def test_an_acceptance_has_a_reason_and_an_owner(run: Run, tmp_path: Path, entry: str, key: str) -> None:
    (tmp_path / "claims.yaml").write_text(f"{KNOWN}accepted:\n  - {{finding: 3f2a9c41, {entry}}}\n", encoding="utf-8")
    done = run("check")
    assert (done.code, done.out) == (2, "")
    assert f"an acceptance without {key!r}; say why, and who decided" in done.err
