"""What the commands say of documents that disagree, and how they end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from command import Run, commands_in

from crosscheck.reports import schema1

FIRST = "Anna Weiss won the by-election in Carford. Weiss polled 12,431 votes.\n"
SECOND = "Anna Weiss won the by-election in Carford. Weiss polled 12,341 votes.\n"
LINE = "first.txt:1:57: CC101 error: "


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Return a folder with two reports that give one candidate two numbers of votes."""
    (tmp_path / "first.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "second.txt").write_text(SECOND, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs a command line in the desk's folder."""
    return commands_in(desk, monkeypatch, capsys)


def spawn(folder: Path, command: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Return how the shell *command* ends in *folder*, in its own process; '{crosscheck}' is the program."""
    line = command.format(crosscheck=f"'{sys.executable}' -m crosscheck")
    return subprocess.run(
        ["sh", "-c", line], cwd=folder, env={**os.environ, **environment}, capture_output=True, check=False
    )


def test_check_prints_a_line_a_finding_and_fails(run: Run) -> None:
    done = run("check", "first.txt", "second.txt")
    assert done.code == 1
    assert done.out.startswith(LINE)
    assert done.out.count("\n") == 1
    assert done.err.splitlines()[-1].startswith("2 documents, ")
    assert done.err.splitlines()[-1].endswith(": 1 error")


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
def test_the_exit_code_is_the_gates(run: Run, arguments: list[str], code: int) -> None:
    assert run(*arguments, "first.txt", "second.txt").code == code


def test_the_gate_of_claims_yaml_holds_for_check_alone(run: Run, desk: Path) -> None:
    (desk / "claims.yaml").write_text("documents: [{path: '*.txt'}]\ngate: {fail_on: never}\n", encoding="utf-8")
    assert run("check").code == 0
    assert run("check", "--fail-on", "error").code == 1
    assert run("report", "--fail-on", "error").code == 1


def test_one_document_disagrees_with_none(run: Run) -> None:
    done = run("check", "first.txt")
    assert (done.code, done.out) == (0, "")


def test_the_page_marks_the_digits_and_names_the_places(run: Run) -> None:
    done = run("report", "first.txt", "second.txt")
    page = done.out.splitlines()
    places = [page.index(line) for line in page if line.startswith(("   first.txt:1:57", "   second.txt:1:57"))]
    assert len(places) == 2
    assert [page[place + 1] for place in places] == [
        "      Weiss polled 12,431 votes.",
        "      Weiss polled 12,341 votes.",
    ]
    assert {page[place + 2] for place in places} == {"                   ~~~^^~~~~~~~"}


def test_notes_and_errors_do_not_reach_standard_output(run: Run) -> None:
    done = run("report", "--format", "json", "first.txt", "gone.txt", "second.txt")
    assert done.code == 2
    assert [document["id"] for document in json.loads(done.out)["documents"]] == ["first.txt", "second.txt"]
    assert "gone.txt: no such file" in done.err


def test_the_same_documents_give_the_same_bytes(desk: Path) -> None:
    command = "{crosscheck} report --format json first.txt second.txt"
    assert len({spawn(desk, command, PYTHONHASHSEED=seed).stdout for seed in ("0", "1")}) == 1


def test_the_json_of_a_run_validates(run: Run) -> None:
    schema = json.loads(Path(schema1.__file__).with_suffix(".json").read_text(encoding="utf-8"))
    report = json.loads(run("report", "--format", "json", "first.txt", "second.txt").out)
    jsonschema.validate(report, schema)
    (finding,) = report["findings"]
    assert [(e["document"], e["line"], e["column"], e["end_column"]) for e in finding["evidence"]] == [
        ("first.txt", 1, 57, 69),
        ("second.txt", 1, 57, 69),
    ]
    assert {c["value"] for c in report["claims"] if c["id"] in {e["claim"] for e in finding["evidence"]}} == {
        12431,
        12341,
    }


def test_extract_gives_mentions_and_claims(run: Run) -> None:
    found = json.loads(run("extract", "--format", "json", "first.txt").out)
    assert [m["low"] for m in found["mentions"] if m["kind"] == "number"] == [12431]
    assert [c["value"] for c in found["claims"] if c["attribute"] == "votes"] == [12431]
    assert "12,431" in run("extract", "first.txt").out


def test_an_encoding_without_signs_gets_plain_ones(desk: Path) -> None:
    (desk / "first.txt").write_text(FIRST.replace("Anna", "Änna"), encoding="utf-8")
    done = spawn(desk, "{crosscheck} report first.txt second.txt", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert b"x contradicted" in done.stdout
    assert done.stdout.isascii()


def test_a_reader_who_closes_the_pipe_early_is_no_error(desk: Path) -> None:
    done = spawn(desk, "({crosscheck} report first.txt second.txt; echo code $? >&2) | true")
    assert done.stderr.splitlines()[-1] == b"code 0"
    assert b"Traceback" not in done.stderr
