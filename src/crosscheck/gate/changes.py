"""Findings on changed lines: a patch as lines, and the findings that have a side on one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import msgspec
from msgspec.structs import replace

from crosscheck.records import Evidence, Finding

Lines = tuple[tuple[int, int], ...]
"""Ranges of changed lines, 1-based, both ends included, ascending."""
EVERY_LINE: Lines = ((1, 1 << 62),)

_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_NEW_FILE = b"+++ "
_PREFIX = b"b/"


class Changes(msgspec.Struct, frozen=True):
    """The changed lines of documents, by the documents' keys."""

    lines: Mapping[str, Lines]

    def touch(self, evidence: Evidence) -> bool:
        """Return whether the quotation stands on a changed line, or reaches into one."""
        changed = self.lines.get(evidence.document, ())
        return any(first <= evidence.end_line and evidence.line <= last for first, last in changed)


def keep_changed(findings: Iterable[Finding], changes: Changes) -> tuple[Finding, ...]:
    """Return the findings with a side on a changed line, that side first: there the finding is shown."""
    kept = []
    for finding in findings:
        touched = [changes.touch(evidence) for evidence in finding.evidence]
        if any(touched):
            order = sorted(range(len(touched)), key=lambda place: not touched[place])
            kept.append(replace(finding, evidence=tuple(finding.evidence[place] for place in order)))
    return tuple(kept)


def parse_patch(patch: bytes) -> dict[bytes, Lines]:
    """Return the changed lines of each file that *patch* leaves changed, by its path in the repository.

    *patch* is what ``git diff --unified=0 --dst-prefix=b/`` prints. A line that was only removed is not there any more
    and changes none.
    """
    found: dict[bytes, list[tuple[int, int]]] = {}
    lines = iter(patch.split(b"\n"))
    ranges: list[tuple[int, int]] = []
    for line in lines:
        if line.startswith(_NEW_FILE):
            path = _read_path(line.removeprefix(_NEW_FILE))
            ranges = found.setdefault(path.removeprefix(_PREFIX), []) if path.startswith(_PREFIX) else []
        elif hunk := _HUNK.match(line):
            removed, first, added = (int(number) if number else 1 for number in hunk.groups())
            if added:
                ranges.append((first, first + added - 1))
            _skip_content(lines, removed + added)
    return {path: tuple(changed) for path, changed in found.items()}


def _skip_content(lines: Iterable[bytes], number: int) -> None:
    """Take *number* lines of content, which may look like anything; notes about a missing line break do not count."""
    for line in lines if number else ():
        number -= not line.startswith(b"\\")
        if not number:
            return


def _read_path(written: bytes) -> bytes:
    """Return a path as git writes it: in quotes with escapes where it has odd letters, with a tab behind spaces."""
    if written.startswith(b'"'):
        return written[1:].rpartition(b'"')[0].decode("unicode_escape").encode("latin-1")
    return written.removesuffix(b"\t")
