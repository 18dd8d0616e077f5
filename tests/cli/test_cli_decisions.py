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
    assert finding["message"] == "Anna Weiss, votes: 12,431 (1 document) against 12,341 (1 document)"
    assert places == [("first.txt", 1, 57, "12,431 votes"), ("claims.yaml", 4, 52, "12341")]


def test_an_accepted_finding_neither_shows_nor_fails(run: Run, tmp_path: Path) -> None:
    fingerprint = json.loads(run("report", "--format", "json").out)["findings"][0]["fingerprint"]
    assert run("check").code == 1
    accepted = f"accepted:\n  - {{finding: {fingerprint[:8]}, reason: recounted, by: desk}}\n"
    (tmp_path / "claims.yaml").write_text(KNOWN + accepted, encoding="utf-8")
    done = run("check")
    assert (done.code, done.out) == (0, "")
    assert "accepted in claims.yaml: 1" in done.err


def test_an_acceptance_ends_on_its_day(run: Run, tmp_path: Path) -> None:
    fingerprint = json.loads(run("report", "--format", "json").out)["findings"][0]["fingerprint"]
    accepted = f"accepted:\n  - {{finding: {fingerprint}, reason: recounted, by: desk, until: 2020-01-31}}\n"
    (tmp_path / "claims.yaml").write_text(KNOWN + accepted, encoding="utf-8")
    assert run("check").code == 1
