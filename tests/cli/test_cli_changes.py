"""What the gate sees of a branch: findings with a side on a changed line, shown there, both sides told."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from command import Run, commands_in
from desk import FIRST, commit_all, git, set_up

UNTOUCHED = "on unchanged lines: 1\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs a command line in a repository with two reports that disagree."""
    set_up(tmp_path)
    commit_all(tmp_path)
    return commands_in(tmp_path, monkeypatch, capsys)


def rewrite(name: str, old: str, new: str) -> None:
    """Replace *old* by *new* in the file *name*."""
    path = Path(name)
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_nothing_changed_nothing_found(run: Run) -> None:
    done = run("check", ".", "--changed-since", "HEAD")
    assert (done.code, done.out) == (0, "")
    assert done.err.startswith(UNTOUCHED)


def test_a_finding_stands_on_its_changed_line_and_names_the_other_side(run: Run) -> None:
    rewrite("second.md", "12,341", "12,314")
    done = run("check", ".", "--changed-since", "HEAD")
    assert done.code == 1
    assert done.out.startswith("second.md:3:14: CC101 error: ")
    assert done.out.endswith("(first.md:1:57)\n")


def test_every_format_stands_on_the_changed_line(run: Run) -> None:
    rewrite("second.md", "12,341", "12,314")
    options = ("check", ".", "--changed-since", "HEAD", "--format")
    (result,) = json.loads(run(*options, "sarif").out)["runs"][0]["results"]
    address = "physicalLocation", "artifactLocation", "uri"
    places = [result["locations"][0], result["relatedLocations"][0]]
    assert [place[address[0]][address[1]][address[2]] for place in places] == ["second.md", "first.md"]
    assert run(*options, "github").out.startswith("::error file=second.md,line=3,")
    (issue,) = json.loads(run(*options, "gitlab").out)
    assert issue["location"]["path"] == "second.md"
    (diagnostic,) = json.loads(run(*options, "rdjson").out)["diagnostics"]
    assert diagnostic["location"]["path"] == "second.md"


def test_another_line_of_the_file_does_not_count(run: Run) -> None:
    rewrite("second.md", "Anna Weiss won", "Anna Weiss has won")
    assert run("check", ".", "--changed-since", "HEAD").out == ""


def test_a_line_that_was_removed_changes_none(run: Run) -> None:
    rewrite("second.md", "Anna Weiss won the by-election in Carford.\n\n", "")
    rewrite("second.md", "Weiss polled", "Anna Weiss of Carford polled")
    commit_all(Path())
    rewrite("first.md", FIRST, f"\n\n{FIRST}")
    commit_all(Path())
    rewrite("first.md", "\n\n", "")
    assert run("check", ".", "--changed-since", "HEAD").err.startswith(UNTOUCHED)


def test_a_new_file_is_changed_as_a_whole_tracked_or_not(run: Run) -> None:
    Path("third.md").write_text(FIRST.replace("12,431", "19,431"), encoding="utf-8")
    done = run("check", "first.md", "third.md", "--changed-since", "HEAD")
    assert done.out.startswith("third.md:1:57: ")
    git(Path(), "add", "third.md")
    assert run("check", "first.md", "third.md", "--changed-since", "HEAD").out == done.out


def test_a_renamed_file_keeps_its_lines(run: Run) -> None:
    git(Path(), "mv", "second.md", "a second \tname.md")
    assert run("check", ".", "--changed-since", "HEAD").err.startswith(UNTOUCHED)


def test_odd_names_are_found_in_the_patch(run: Run) -> None:
    for name in ('Größe "x".md', "a b.md", "tab\t.md"):
        git(Path(), "mv", next(path.name for path in Path().glob("*.md") if path.name != "first.md"), name)
        commit_all(Path(), name)
        rewrite(name, "polled ", "polled  ")
        done = run("check", ".", "--changed-since", "HEAD", "--format", "json")
        assert json.loads(done.out)["findings"][0]["evidence"][0]["document"] == name


def test_what_changed_on_the_other_branch_since_is_not_this_branchs(run: Run) -> None:
    git(Path(), "switch", "--quiet", "--create", "draft")
    git(Path(), "switch", "--quiet", "main")
    rewrite("second.md", "12,341", "12,314")
    commit_all(Path(), "Later on main")
    git(Path(), "switch", "--quiet", "draft")
    assert run("check", ".", "--changed-since", "main").err.startswith(UNTOUCHED)


def test_a_folder_of_the_repository_and_documents_outside_of_it(
    run: Run, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "wire.md"
    elsewhere.write_text(FIRST.replace("12,431", "19,431"), encoding="utf-8")
    Path("desk").mkdir()
    rewrite("second.md", "12,341", "12,314")
    monkeypatch.chdir("desk")
    done = run("check", "..", str(elsewhere), "--changed-since", "HEAD", "--format", "json")
    firsts = {finding["evidence"][0]["document"] for finding in json.loads(done.out)["findings"]}
    assert firsts == {"../second.md"}


def test_standard_input_is_compared_with_the_file_it_stands_for(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for figure, found in (("12,341", False), ("12,314", True)):
        text = Path("second.md").read_text(encoding="utf-8").replace("12,341", figure)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        done = run("check", ".", "--stdin-filename", "second.md", "--changed-since", "HEAD")
        assert done.out.startswith("second.md:3:14: ") is found


def test_a_declared_truth_is_a_line_of_claims_yaml(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    known = "known:\n  - {subject: Anna Weiss, attribute: votes, value: 12431}\n"
    Path("claims.yaml").write_text(known, encoding="utf-8")
    commit_all(Path())
    assert run("check", "second.md", "--changed-since", "HEAD").err.startswith(UNTOUCHED)
    rewrite("claims.yaml", "12431", "12444")
    done = run("check", "second.md", "--changed-since", "HEAD")
    assert done.out.startswith("claims.yaml:2:52: CC101 error: ")
    Path("desk").mkdir()
    monkeypatch.chdir("desk")
    done = run("check", "../second.md", "--changed-since", "HEAD")
    assert done.out.startswith("../claims.yaml:2:52: CC101 error: ")
    assert done.out.endswith("(../second.md:3:14)\n")


def test_standard_input_without_a_name_is_new(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    text = Path("second.md").read_text(encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert run("check", "first.md", "-", "--changed-since", "HEAD").out.startswith("<stdin>:3:14: CC101 error: ")


def test_a_revision_that_does_not_exist_is_an_error(run: Run) -> None:
    for revision in ("gone", "--output=x", "HEAD:first.md"):
        done = run("check", ".", f"--changed-since={revision}", "--output", "out.txt")
        assert (done.code, done.out) == (2, "")
        assert done.err == (
            f"--changed-since: no such revision: {revision!r}; check its name; a shallow clone has to fetch it first\n"
        )
    assert not Path("out.txt").exists()


def test_a_folder_without_repository_is_an_error(
    run: Run, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("bare"))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(Path().absolute().parent))
    Path("first.md").write_text(FIRST, encoding="utf-8")
    done = run("check", "first.md", "--changed-since", "HEAD")
    assert (done.code, done.out) == (2, "")
    assert done.err == "--changed-since: this folder is in no git repository; leave out --changed-since\n"


def test_a_machine_without_git_is_an_error(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    done = run("check", ".", "--changed-since", "HEAD")
    assert done.code == 2
    assert done.err == "--changed-since: git is not installed; install it, or leave out --changed-since\n"
