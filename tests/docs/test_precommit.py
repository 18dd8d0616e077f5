"""The hooks, run by pre-commit itself: it clones the program, installs it into an environment, and runs it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from repository import DOCS, commit, copy_example, copy_program, run

HOOKS = ("crosscheck", "crosscheck-changes")


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, Path]:
    """Return a repository of the program, its commit, and a folder for environments."""
    folder = tmp_path_factory.mktemp("program")
    return folder, copy_program(folder), tmp_path_factory.mktemp("environments")


@pytest.fixture
def desk(tmp_path: Path, program: tuple[Path, str, Path]) -> Path:
    """Return a repository with the example's documents that uses both hooks as the example does."""
    copy_example(tmp_path)
    config = yaml.safe_load((DOCS / "ci" / "pre-commit-config.yaml").read_text(encoding="utf-8"))
    (source,) = config["repos"]
    (hook,) = source["hooks"]
    source |= {"repo": str(program[0]), "rev": program[1], "hooks": [hook | {"id": name} for name in HOOKS]}
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    commit(tmp_path, "Use the hooks")
    return tmp_path


def run_hook(desk: Path, program: tuple[Path, str, Path], hook: str, *options: str) -> tuple[int, str]:
    """Return how *hook* ends, and what pre-commit prints."""
    command = ("pre-commit", "run", hook, "--color", "never", "--verbose", *options)
    done = run(desk, *command, PRE_COMMIT_HOME=str(program[2]))
    return done.returncode, done.stdout


def test_the_real_pre_commit_runs_both_hooks(desk: Path, program: tuple[Path, str, Path]) -> None:
    code, printed = run_hook(desk, program, "crosscheck", "--all-files")
    assert code == 1, printed
    assert "\ndraft.md:3:74: CC101 error: " in printed
    assert "- exit code: 1\n" in printed
    code, printed = run_hook(desk, program, "crosscheck-changes", "--all-files")
    assert code == 0, printed
    assert "on unchanged lines: 2\n" in printed
    radio = desk / "wire" / "radio.txt"
    radio.write_text(radio.read_text(encoding="utf-8").replace("42,1", "43,7"), encoding="utf-8")
    assert run(desk, "git", "add", "--all").returncode == 0
    code, printed = run_hook(desk, program, "crosscheck-changes")
    assert code == 1, printed
    assert "\nwire/radio.txt:3:29: CC101 error: " in printed
    assert "draft.md:3:74" not in printed
