"""GitHub workflow commands: what a step prints to annotate the changed files of a pull request.

The runner shows at most ten errors, ten warnings and ten notices of a step and drops the rest without a word: so does
this writer, the gravest first, and says how many are left.
"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.messages import join, say
from crosscheck.records import Evidence, Finding, Report, Severity
from crosscheck.reports.layout import Layout
from crosscheck.reports.places import clean_path, word_place
from crosscheck.reports.printable import fold_space
from crosscheck.reports.wording import SEVERITIES, count_severity

MOST = 10
"""Annotations of a kind that one step may make."""

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def write(report: Report, layout: Layout) -> Iterator[str]:
    """Yield a workflow command a finding, errors first, and a line that counts those left out."""
    left: list[str] = []
    for severity in SEVERITIES:
        found = [finding for finding in report.findings if finding.severity == severity]
        found.sort(key=lambda finding: -finding.confidence)
        yield from (f"{_command(finding)}\n" for finding in found[:MOST])
        if len(found) > MOST:
            left.append(count_severity(len(found) - MOST, severity, layout.words))
    if left:
        rest = say("crosscheck: not shown here: {counts}", counts=join(left))
        yield f"{rest.said_in(layout.locale)}\n"


def _command(finding: Finding) -> str:
    first, *others = finding.evidence
    properties = ",".join(f"{name}={value.translate(_PROPERTY)}" for name, value in _properties(finding, first))
    lines = (finding.message, *(f'{word_place(other)}: "{other.quote}"' for other in others), finding.suggestion)
    message = "\n".join(fold_space(line) for line in lines if line)
    return f"::{_COMMANDS[finding.severity]} {properties}::{message.translate(_DATA)}"


def _properties(finding: Finding, place: Evidence) -> Iterator[tuple[str, str]]:
    """Yield the properties; the runner takes columns only where a quotation stands on one line."""
    yield "file", clean_path(place.document)
    yield "line", str(place.line)
    yield "endLine", str(place.end_line)
    if place.line == place.end_line:
        yield "col", str(place.column)
        yield "endColumn", str(place.end_column)
    yield "title", f"{finding.code} {finding.kind}"
