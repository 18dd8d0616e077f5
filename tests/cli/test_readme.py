"""What the README shows is what the program prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from command import commands_in

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_the_example_is_the_report_over_the_seeds(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = BLOCK.findall(README.partition("## What it finds\n")[2].partition("\n## ")[0])
    printed = commands_in(ROOT, monkeypatch, capsys)("report").out.splitlines()
    assert len(shown) == 2
    assert [line for block in shown for line in block.splitlines() if line not in printed] == []


@pytest.mark.parametrize("command", ["report", "check", "extract", "explain", "rule", "diff", "init"])
def test_every_option_is_described(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    options = re.findall(r"--[a-z-]+", commands_in(tmp_path, monkeypatch, capsys)(command, "--help").out)
    assert [option for option in options if option != "--help" and option not in README] == []
    assert f"| `crosscheck {command} " in README
