"""One line a finding, as compilers print it: ``file:line:column: CODE severity: message (file:line:column, ...)``."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.records import Finding, Report
from crosscheck.reports.layout import Layout
from crosscheck.reports.places import word_place, word_places
from crosscheck.reports.printable import fold_space


def write(report: Report, _layout: Layout) -> Iterator[str]:
    """Yield the findings, gravest first, a line each with its line break; nothing where there are none."""
    return (f"{word_finding(finding)}\n" for finding in report.findings)


def word_finding(finding: Finding) -> str:
    """Return *finding* on one line: where it stands, what it is, and where its other sides stand."""
    first, *others = finding.evidence
    return (
        f"{word_place(first)}: {finding.code} {finding.severity}: {fold_space(finding.message)} ({word_places(others)})"
    )
