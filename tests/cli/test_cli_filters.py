"""What the gate leaves out: by code, by comment, by baseline; and what it says of it."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from command import Run, commands_in
from desk import FIRST, set_up

from crosscheck.findings import RULES
from crosscheck.records import REPORT_MARK

FOUND = "first.md:1:57: CC101 error: "
SUMMARY = "2 documents, 2 facts: 1 error"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs a command line beside two reports that disagree."""
    set_up(tmp_path)
    return commands_in(tmp_path, monkeypatch, capsys)


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], 1),
        (["--select", "CC101"], 1),
        (["--select", "cc1"], 1),
        (["--select", "CC2,CC101"], 1),
        (["--select", "CC2", "--select", "CC1"], 1),
        (["--select", "CC2"], 0),
        (["--ignore", "CC1"], 0),
        (["--ignore", "CC2,CC3"], 1),
        (["--select", "CC1", "--ignore", "CC101"], 0),
        (["--select", "CC101", "--ignore", "CC1"], 1),
        (["--select", "CC101", "--ignore", "CC101"], 0),
    ],
)
def test_findings_are_chosen_by_code(run: Run, options: list[str], code: int) -> None:
    done = run("check", ".", *options)
    assert (done.code, done.out.startswith(FOUND)) == (code, code == 1)


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_code_is_an_error_with_a_near_name(run: Run, option: str) -> None:
    done = run("check", ".", option, "CC101,CC121")
    assert (done.code, done.out) == (2, "")
    assert done.err == f"{option}: unknown code 'CC121'; did you mean 'CC101'?\n"


def test_statistics_count_the_codes(run: Run) -> None:
    done = run("check", ".", "--statistics")
    names = {rule.code: str(rule.name) for rule in RULES}
    assert done.err.splitlines() == [f"1  CC101  {names['CC101']}", SUMMARY]


def test_a_comment_lets_a_finding_pass(run: Run) -> None:
    Path("second.md").write_text(
        'Anna Weiss won the by-election in Carford.\n\n<!-- crosscheck: ignore[CC101] reason="recounted" -->\n'
        "Weiss polled 12,341 votes.\n",
        encoding="utf-8",
    )
    done = run("check", ".")
    assert (done.code, done.out) == (0, "")
    assert done.err == "ignored in documents: 1\n2 documents, 2 facts: no findings\n"


@pytest.mark.parametrize(
    ("comment", "code", "said"),
    [
        ('ignore[CC2] reason="recounted"', 1, "second.md:3:1: ignore[CC2] lets no finding pass; remove it\n"),
        ("ignore[CC101]", 2, 'second.md:3:1: an ignore without a reason; add reason="..."\n'),
        ("ignroe[CC101]", 2, "second.md:3:1: a comment to crosscheck that cannot be read; write ignore["),
        ('ignore[CC121] reason="x"', 2, "second.md:3:1: unknown code 'CC121'; did you mean 'CC101'?\n"),
    ],
)
def test_a_comment_that_is_unused_or_wrong_is_said(run: Run, comment: str, code: int, said: str) -> None:
    Path("second.md").write_text(
        f"Anna Weiss won the by-election in Carford.\n\n<!-- crosscheck: {comment} -->\nWeiss polled 12,341 votes.\n",
        encoding="utf-8",
    )
    done = run("check", ".", "--output", "out.txt")
    assert done.code == code
    assert said in done.err
    assert Path("out.txt").exists() is (code != 2)


def test_a_baseline_leaves_out_what_was_there_before(run: Run) -> None:
    written = run("baseline", "write", ".")
    assert (written.code, written.out, written.err) == (0, "", "crosscheck-baseline.json: 1 written\n")
    assert run("check", ".", "--baseline", "crosscheck-baseline.json").code == 0
    Path("third.md").write_text(FIRST.replace("12,431", "19,431"), encoding="utf-8")
    done = run("check", ".", "--baseline", "crosscheck-baseline.json")
    assert done.code == 1
    assert "19,431" in done.out


def test_a_baseline_loses_what_is_found_no_more_and_gains_nothing(run: Run) -> None:
    run("baseline", "write", ".", "--baseline", "known.json")
    known = Path("known.json").read_text(encoding="utf-8")
    Path("second.md").write_text(FIRST, encoding="utf-8")
    Path("third.md").write_text("In Marl 41 people died in the fire.\n", encoding="utf-8")
    Path("fourth.md").write_text("In Marl 14 people died in the fire.\n", encoding="utf-8")
    done = run("check", ".", "--baseline", "known.json", "--exit-zero")
    assert "known.json: 1 of 1 are found no more; run 'crosscheck baseline prune'\n" in done.err
    pruned = run("baseline", "prune", ".", "--baseline", "known.json")
    assert pruned.err == "known.json: 1 taken out, 0 left\n"
    assert json.loads(known)["findings"][0]["code"] == "CC101"
    assert json.loads(Path("known.json").read_text(encoding="utf-8")) == {"schema": 1, "findings": []}


@pytest.mark.parametrize("command", [["check"], ["baseline", "prune"]])
@pytest.mark.parametrize(
    ("content", "place", "said"),
    [
        (None, "known.json: ", "cannot be read: No such file or directory; check the path, or make it with"),
        (b'{"schema": 1,\nfindings}', "known.json:2:1: ", "no JSON: "),
        (b'{"schema": 2, "findings": []}', "known.json:1:12: ", "unknown value '2'; use one of 1"),
        (b'{"schema": 1,\n "findings": [{"code": "CC101"}]}', "known.json:2:15: ", "key 'fingerprint' is missing"),
        (b'{"schema": 1, "findings": [], "more": 1}', "known.json:1:31: ", "unknown key 'more'"),
        (b"\xff", "known.json: ", "no JSON: "),
    ],
)
def test_a_broken_baseline_has_its_place(
    run: Run, command: list[str], content: bytes | None, place: str, said: str
) -> None:
    if content is not None:
        Path("known.json").write_bytes(content)
    done = run(*command, ".", "--baseline", "known.json")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(place)
    assert said in done.err
    assert content is None or Path("known.json").read_bytes() == content


def test_no_baseline_is_made_of_documents_that_cannot_be_read(run: Run) -> None:
    assert run("baseline", "write", ".", "gone.md").code == 2
    assert not Path("crosscheck-baseline.json").exists()


def pipe(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Make *text* the standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def test_standard_input_stands_for_a_file(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe(monkeypatch, FIRST)
    assert run("check", ".", "--stdin-filename", "second.md").code == 0
    pipe(monkeypatch, FIRST.replace("12,431", "19,431"))
    done = run("check", "first.md", "-", "--stdin-filename", "drafts/new.md")
    assert done.code == 1
    assert "drafts/new.md:1:57" in done.out


def test_standard_input_is_read_in_the_format_of_its_name(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe(monkeypatch, "Weiss polled *12,341* votes.\n")
    done = run("report", "--format", "json", "-")
    assert "*12,341*" in json.loads(done.out)["claims"][0]["sentence"]
    pipe(monkeypatch, "Anna Weiss of Carford: Weiss polled **12,341** votes.\n")
    done = run("check", "first.md", "--format", "json", "--stdin-filename", "new.md")
    assert [document["path"] for document in json.loads(done.out)["documents"]] == ["first.md", "new.md"]
    assert "**" not in done.out


@pytest.mark.parametrize(
    "file_format", ["sarif", "github", "gitlab", "junit", "rdjson", "markdown", "json", "terminal"]
)
def test_the_gate_writes_every_format(run: Run, file_format: str) -> None:
    done = run("check", ".", "--format", file_format)
    assert done.code == 1
    assert "12,431" in done.out
    assert done.err == f"{SUMMARY}\n"
    again = run("check", ".", "--format", file_format, "--output", "out")
    assert (again.code, again.out) == (1, "")
    written = Path("out").read_text(encoding="utf-8")
    assert "12,431" in written
    assert run("report", ".", "--format", file_format, "--output", "out").code == 0


@pytest.mark.parametrize("command", ["check", "report"])
def test_an_output_that_is_a_folder_has_its_remedy(run: Run, command: str) -> None:
    Path("out").mkdir()
    done = run(command, ".", "--format", "sarif", "--output", "out")
    assert (done.code, done.out) == (2, "")
    assert "out: cannot be written: Is a directory; name a file in a folder that may be written to\n" in done.err
    assert sorted(path.name for path in Path().iterdir()) == ["first.md", "out", "second.md"]


def test_a_runner_gets_the_summary_of_the_job(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("summary.txt").write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.txt")
    assert run("check", "first.md", "second.md", "--format", "sarif").code == 1
    assert Path("summary.txt").read_text(encoding="utf-8") == "before\n"
    done = run("check", "first.md", "second.md", "--format", "github")
    assert done.out.startswith("::error file=first.md,line=1,")
    assert (
        Path("summary.txt")
        .read_text(encoding="utf-8")
        .startswith(f"before\n{REPORT_MARK}\n### crosscheck: {SUMMARY}\n")
    )
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "gone/summary.txt")
    done = run("check", "first.md", "second.md", "--format", "github")
    assert done.code == 2
    assert "gone/summary.txt: cannot be written: No such file or directory; correct or unset GITHUB_STEP" in done.err
