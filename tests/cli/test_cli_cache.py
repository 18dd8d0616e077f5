"""The cache of the command line: on unless told otherwise, and never a reason to fail by itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from command import Run, commands_in
from desk import set_up

LINE = "first.md:1:57: CC101 error"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    set_up(tmp_path)
    return commands_in(tmp_path, monkeypatch, capsys)


def files_in(folder: Path) -> dict[Path, int]:
    return {file: file.stat().st_ino for file in folder.rglob("*.extraction")}


@pytest.mark.parametrize("command", ["check", "report"])
def test_a_second_run_writes_nothing_and_prints_the_same(run: Run, tmp_path: Path, command: str) -> None:
    first = run(command, "first.md", "second.md", "--cache-dir", "kept")
    written = files_in(tmp_path / "kept")
    assert len(written) == 2
    assert run(command, "first.md", "second.md", "--cache-dir", "kept") == first
    assert files_in(tmp_path / "kept") == written
    assert run(command, "first.md", "second.md", "--no-cache") == first


def test_without_a_cache_nothing_is_written(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    assert run("check", "first.md", "second.md", "--no-cache").out.startswith(LINE)
    assert not (tmp_path / "caches").exists()
    assert run("check", "first.md", "second.md").out.startswith(LINE)
    assert len(files_in(tmp_path / "caches" / "crosscheck")) == 2


def test_a_folder_that_was_asked_for_must_be_usable(run: Run) -> None:
    ended = run("check", "first.md", "second.md", "--cache-dir", "first.md")
    assert (ended.code, ended.out) == (2, "")
    assert (
        ended.err == "first.md: no folder for a cache: File exists; name another with --cache-dir, or use --no-cache\n"
    )


def test_the_platforms_folder_need_not_be(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "first.md"))
    assert run("check", "first.md", "second.md").out.startswith(LINE)


def test_two_runs_at_once_share_a_folder(tmp_path: Path) -> None:
    set_up(tmp_path)
    command = [sys.executable, "-m", "crosscheck", "check", "first.md", "second.md", "--cache-dir", "kept"]
    runs = [subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    printed = [run.communicate()[0] for run in runs]
    assert printed[0] == printed[1]
    assert printed[0].startswith(LINE)
    assert len(files_in(tmp_path / "kept")) == 2
    assert list((tmp_path / "kept").rglob("*.draft")) == []
