"""A patch as changed lines, against what the two versions of a file say themselves."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosscheck.gate.changes import Changes, Lines, keep_changed, parse_patch
from crosscheck.records import Evidence, Finding

LINES = st.sampled_from(["a", "b", "c", "", "+++ b/new", "--- a/new", "@@ -1 +1 @@", "\\ No newline", "ä"])


def patch(path: str, *hunks: str) -> bytes:
    """Return a patch of one file, as git prints it."""
    return "\n".join([f"diff --git a/{path} b/{path}", f"--- a/{path}", f"+++ b/{path}", *hunks, ""]).encode()


@pytest.mark.parametrize(
    ("hunks", "lines"),
    [
        (["@@ -3 +3 @@", "-old", "+new"], ((3, 3),)),
        (["@@ -3,2 +3,4 @@ heading", "-a", "-b", "+a", "+b", "+c", "+d"], ((3, 6),)),
        (["@@ -3,2 +2,0 @@", "-a", "-b"], ()),
        (["@@ -0,0 +1,2 @@", "+a", "+b"], ((1, 2),)),
        (["@@ -1 +1 @@", "-a", "\\ No newline at end of file", "+b", "@@ -5 +5 @@", "-c", "+d"], ((1, 1), (5, 5))),
        (["@@ -1 +1 @@", "--- a/x", "+++ b/other", "@@ -9 +9 @@", "-c", "+d"], ((1, 1), (9, 9))),
        (["@@ -1,0 +2 @@", "+@@ -1 +1,99 @@", "@@ -7 +8 @@", "-c", "+d"], ((2, 2), (8, 8))),
    ],
)
def test_a_hunk_tells_which_lines_are_new(hunks: list[str], lines: Lines) -> None:
    assert parse_patch(patch("wire/a.txt", *hunks)) == {b"wire/a.txt": lines}


def test_a_file_that_is_gone_has_no_lines() -> None:
    gone = b"diff --git a/a b/a\ndeleted file mode 100644\n--- a/a\n+++ /dev/null\n@@ -1,2 +0,0 @@\n-x\n-y\n"
    assert parse_patch(gone + patch("b", "@@ -1 +1 @@", "-c", "+d")) == {b"b": ((1, 1),)}


def test_odd_names_are_read_as_git_writes_them() -> None:
    for written, path in (
        ('"b/tab\\tquote\\".md"', 'tab\tquote".md'),
        ('"b/Gr\\303\\266\\303\\237e.md"', "Größe.md"),
        ("b/a b.md\t", "a b.md"),
    ):
        text = f"--- a/x\n+++ {written}\n@@ -1 +1 @@\n-c\n+d\n"
        assert parse_patch(text.encode()) == {path.encode(): ((1, 1),)}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(LINES, max_size=8), st.lists(LINES, max_size=8), st.booleans())
def test_what_git_prints_of_two_files_leaves_the_old_lines_in_order(
    tmp_path: Path, old: list[str], new: list[str], broken_off: bool
) -> None:
    before, after = ("\n".join(lines) + "\n" * (not broken_off) for lines in (old, new))
    (tmp_path / "old").write_text(before, encoding="utf-8")
    (tmp_path / "new").write_text(after, encoding="utf-8")
    command = ["git", "diff", "--no-index", "--unified=0", "--src-prefix=a/", "--dst-prefix=b/", "old", "new"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    ranges = parse_patch(done.stdout).get(b"new", ())
    changed = {number for first, last in ranges for number in range(first, last + 1)}
    numbered = list(enumerate(after.splitlines(), 1))
    kept = iter(before.splitlines())
    assert changed <= {number for number, _ in numbered}
    assert all(line in kept for number, line in numbered if number not in changed)


def evidence(document: str, line: int, end_line: int) -> Evidence:
    """Return a quotation of *document* from *line* to *end_line*."""
    return Evidence(
        document=document, line=line, column=1, end_line=end_line, end_column=2, sentence="x", quote="x", claim=""
    )


@pytest.mark.parametrize(
    ("lines", "order"),
    [
        ({"b": ((4, 4),)}, "bac"),
        ({"b": ((5, 5),)}, "bac"),
        ({"b": ((6, 9),)}, None),
        ({"c": ((1, 9),), "b": ((1, 4),)}, "bca"),
        ({"a": ((1, 1),), "c": ((1, 1),)}, "acb"),
        ({}, None),
    ],
)
def test_the_changed_sides_come_first_in_their_order(lines: dict[str, Lines], order: str | None) -> None:
    finding = Finding(
        code="CC101",
        kind="value",
        severity="error",
        confidence=1,  # type: ignore[arg-type] # any number does
        message="",
        explanation=(),
        evidence=(evidence("a", 1, 1), evidence("b", 4, 5), evidence("c", 1, 1)),
    )
    kept = keep_changed([finding], Changes(lines))
    assert ["".join(side.document for side in found.evidence) for found in kept] == ([order] if order else [])
