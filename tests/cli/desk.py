"""A folder with reports that disagree, and git around it."""

from __future__ import annotations

import subprocess
from pathlib import Path

FIRST = "Anna Weiss won the by-election in Carford. Weiss polled 12,431 votes.\n"
SECOND = "Anna Weiss won the by-election in Carford.\n\nWeiss polled 12,341 votes.\n"
IDENTITY = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false")


def set_up(folder: Path) -> None:
    """Write two reports that give one candidate two numbers of votes."""
    (folder / "first.md").write_text(FIRST, encoding="utf-8")
    (folder / "second.md").write_text(SECOND, encoding="utf-8")


def git(folder: Path, *arguments: str) -> str:
    """Return what git prints in *folder*."""
    command = ["git", *IDENTITY, *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout


def commit_all(folder: Path, message: str = "As it is") -> None:
    """Commit everything in *folder*, in a repository that is made where there is none."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)
