"""Scratch repositories: one with the example's documents, one with the program itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from platformdirs import user_cache_path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
_IDENTITY = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false")


def environment(**more: str) -> dict[str, str]:
    """Return the environment of the process, in which 'crosscheck' is the one under test, and *more*.

    Nothing is cached between tests but what pip downloads.
    """
    pip_cache = os.environ.get("PIP_CACHE_DIR", str(user_cache_path("pip")))
    quiet = {"COLUMNS": "100", "TERM": "dumb", "NO_COLOR": "1"}
    caches = {"XDG_CACHE_HOME": os.devnull, "PIP_CACHE_DIR": pip_cache}
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "GITHUB_"))}
    return {**kept, "PATH": path, **quiet, **caches, **more}


def run(folder: Path, *command: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Return how *command* ends in *folder*, standard error among its output."""
    return subprocess.run(
        command,
        cwd=folder,
        env=environment(**more),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )


def commit(folder: Path, message: str = "As it is") -> str:
    """Commit everything in *folder*, in a repository that is made where there is none; return the commit."""
    steps = [["init", "--quiet", "--initial-branch=main"]] if not (folder / ".git").exists() else []
    for step in (*steps, ["add", "--all", "--force"], ["commit", "--quiet", "--message", message]):
        done = run(folder, "git", *_IDENTITY, *step)
        assert done.returncode == 0, done.stdout
    return run(folder, "git", "rev-parse", "HEAD").stdout.strip()


def copy_example(folder: Path) -> None:
    """Put the documents of the example into *folder* and commit them."""
    shutil.copytree(DOCS / "example", folder, dirs_exist_ok=True)
    commit(folder)


def copy_program(folder: Path) -> str:
    """Put what a hook's repository has to hold into *folder*; return the commit."""
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml", "action.yml"):
        shutil.copy(ROOT / name, folder / name)
    shutil.copytree(ROOT / "src", folder / "src", ignore=shutil.ignore_patterns("__pycache__"))
    return commit(folder)
