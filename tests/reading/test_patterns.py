"""Patterns read alike under every Python that the project admits."""

from __future__ import annotations

import re
from pathlib import Path

import crosscheck

SOURCE = Path(crosscheck.__file__).parent
POSSESSIVE_GROUP = re.compile(r"\)(?:[*+?]|\{+\d*,?\d*\}+)\+")
"""A group with a possessive quantifier. Before Python 3.11.5 it keeps what a turn took that failed in the end."""


def test_the_pattern_for_possessive_groups_finds_them() -> None:
    written = [r"(?:a)*+", r"(?:a)++", r"(?:a)?+", r"(?:a){3,}+", r"(?:{a}){{2}}+"]
    assert [bool(POSSESSIVE_GROUP.search(text)) for text in written] == [True] * 5
    assert not POSSESSIVE_GROUP.search(r"(?:a++)*b(?:[c]*+)+")


def test_only_single_characters_are_possessive() -> None:
    groups = [
        f"{path.relative_to(SOURCE)}: {line}"
        for path in sorted(SOURCE.rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if POSSESSIVE_GROUP.search(line)
    ]
    assert groups == []
