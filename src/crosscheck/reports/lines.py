"""One line a finding, as compilers print it: ``file:line:column: CODE severity: message``."""

from __future__ import annotations

from crosscheck.records import Finding, Report
from crosscheck.reports.printable import fold_space, printable


def write_lines(report: Report) -> str:
    """Return the findings, gravest first, a line each with its line break; '' where there are none."""
    return "".join(f"{_line(finding)}\n" for finding in report.findings)


def _line(finding: Finding) -> str:
    place = finding.evidence[0]
    where = f"{printable(place.document)}:{place.line}:{place.column}"
    return f"{where}: {finding.code} {finding.severity}: {fold_space(finding.message)}"
