"""Findings in the language asked for: what people read follows the environment, what programs read does not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command import Run, commands_in
from desk import set_up

ENGLISH = "Anna Weiss, votes: 12,431 against 12,341"
GERMAN = "Anna Weiss, Stimmen: 12.431 gegen 12.341"
DOCUMENTS = ("first.md", "second.md")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run commands in a folder of two reports, where the environment is German."""
    set_up(tmp_path)
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    monkeypatch.setenv("LANG", "de_AT.UTF-8")
    return commands_in(tmp_path, monkeypatch, capsys)


@pytest.mark.parametrize("file_format", ["terminal", "html", "lines", "markdown"])
def test_what_people_read_follows_the_environment_or_the_option(run: Run, file_format: str) -> None:
    told = " ".join(run("report", *DOCUMENTS, "--format", file_format).out.split())
    assert GERMAN in told
    assert ENGLISH in " ".join(run("report", *DOCUMENTS, "--format", file_format, "--lang", "en").out.split())


@pytest.mark.parametrize("file_format", ["json", "sarif", "github", "gitlab", "junit", "rdjson"])
def test_what_programs_read_is_english_until_asked_otherwise(run: Run, file_format: str) -> None:
    assert ENGLISH in run("check", *DOCUMENTS, "--format", file_format).out
    assert GERMAN in run("check", *DOCUMENTS, "--format", file_format, "--lang", "de").out


def test_a_baseline_and_a_difference_know_findings_in_any_language(run: Run) -> None:
    assert run("baseline", "write", *DOCUMENTS).code == 0
    assert run("check", *DOCUMENTS, "--baseline", "crosscheck-baseline.json", "--lang", "de").out == ""
    for language in ("en", "de"):
        run("report", *DOCUMENTS, "--format", "json", "--lang", language, "--output", f"{language}.json")
    reports = [json.loads(Path(f"{language}.json").read_text(encoding="utf-8")) for language in ("en", "de")]
    assert [finding["message"] for report in reports for finding in report["findings"]] == [ENGLISH, GERMAN]
    assert reports[0]["coverage"] == reports[1]["coverage"]
    assert run("diff", "en.json", "de.json").out == ""
