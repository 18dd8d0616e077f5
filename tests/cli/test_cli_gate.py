"""What the commands say of documents that disagree, and how they end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

FIRST = "Anna Weiss won the by-election in Carford. Weiss polled 12,431 votes.\n"
SECOND = "Anna Weiss won the by-election in Carford. Weiss polled 12,341 votes.\n"
LINE = "first.txt:1:57: CC101 error: "


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Return a folder with two reports that give one candidate two numbers of votes."""
    (tmp_path / "first.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "second.txt").write_text(SECOND, encoding="utf-8")
    return tmp_path


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Return how the command ends in *folder*."""
    known = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    return subprocess.run(
        [sys.executable, "-m", "crosscheck", *arguments],
        cwd=folder,
        env={**known, "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_check_prints_a_line_a_finding_and_fails(desk: Path) -> None:
    done = run(desk, "check", "first.txt", "second.txt")
    assert done.returncode == 1
    assert done.stdout.startswith(LINE)
    assert done.stdout.count("\n") == 1
    assert done.stderr.splitlines()[-1].startswith("2 documents, ")
    assert done.stderr.splitlines()[-1].endswith(": 1 error")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["check"], 1),
        (["check", "--fail-on", "never"], 0),
        (["check", "--fail-on", "info"], 1),
        (["check", "--exit-zero"], 0),
        (["check", "--exit-zero", "gone.txt"], 2),
        (["report"], 0),
        (["report", "--fail-on", "error"], 1),
        (["report", "--fail-on", "warning"], 1),
        (["report", "--fail-on", "warning", "gone.txt"], 2),
        (["extract"], 0),
    ],
)
def test_the_exit_code_is_the_gates(desk: Path, arguments: list[str], code: int) -> None:
    assert run(desk, *arguments, "first.txt", "second.txt").returncode == code


def test_the_gate_of_claims_yaml_holds_for_check_alone(desk: Path) -> None:
    (desk / "claims.yaml").write_text("documents: [{path: '*.txt'}]\ngate: {fail_on: never}\n", encoding="utf-8")
    assert run(desk, "check").returncode == 0
    assert run(desk, "check", "--fail-on", "error").returncode == 1
    assert run(desk, "report", "--fail-on", "error").returncode == 1


def test_one_document_disagrees_with_none(desk: Path) -> None:
    done = run(desk, "check", "first.txt")
    assert (done.returncode, done.stdout) == (0, "")


def test_the_page_marks_the_digits_and_names_the_places(desk: Path) -> None:
    done = run(desk, "report", "first.txt", "second.txt")
    page = done.stdout.splitlines()
    places = [page.index(line) for line in page if line.startswith(("   first.txt:1:57", "   second.txt:1:57"))]
    assert len(places) == 2
    assert [page[place + 1] for place in places] == [
        "      Weiss polled 12,431 votes.",
        "      Weiss polled 12,341 votes.",
    ]
    assert {page[place + 2] for place in places} == {"                   ~~~^^~~~~~~~"}


def test_notes_and_errors_do_not_reach_standard_output(desk: Path) -> None:
    done = run(desk, "report", "--format", "json", "first.txt", "gone.txt", "second.txt")
    assert done.returncode == 2
    assert [document["id"] for document in json.loads(done.stdout)["documents"]] == ["first.txt", "second.txt"]
    assert "gone.txt: no such file" in done.stderr


def test_the_same_documents_give_the_same_bytes(desk: Path) -> None:
    arguments = ("report", "--format", "json", "first.txt", "second.txt")
    assert len({run(desk, *arguments, PYTHONHASHSEED=seed).stdout for seed in ("0", "1", "2")}) == 1


def test_extract_gives_mentions_and_claims(desk: Path) -> None:
    found = json.loads(run(desk, "extract", "--format", "json", "first.txt").stdout)
    assert [m["low"] for m in found["mentions"] if m["kind"] == "number"] == [12431]
    assert [c["value"] for c in found["claims"] if c["attribute"] == "votes"] == [12431]
    assert "12,431" in run(desk, "extract", "first.txt").stdout


def test_an_encoding_without_signs_gets_plain_ones(desk: Path) -> None:
    (desk / "first.txt").write_text(FIRST.replace("Anna", "Änna"), encoding="utf-8")
    done = run(desk, "report", "first.txt", "second.txt", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "x contradicted" in done.stdout
    assert done.stdout.isascii()


def test_a_reader_who_closes_the_pipe_early_is_no_error(desk: Path) -> None:
    command = f"'{sys.executable}' -m crosscheck report first.txt second.txt; echo \"code $?\" >&2"
    done = subprocess.run(
        ["sh", "-c", f"({command}) | true"], cwd=desk, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.stderr.splitlines()[-1] == "code 0"
    assert "Traceback" not in done.stderr
