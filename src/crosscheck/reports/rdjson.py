"""reviewdog's diagnostic format (rdjson): columns count the bytes of UTF-8, and ends are exclusive.

https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from crosscheck.records import Evidence, Finding, Report, Severity
from crosscheck.reports.jsontext import spell_json
from crosscheck.reports.layout import Layout
from crosscheck.reports.places import ByteColumns, clean_path
from crosscheck.reports.printable import fold_space
from crosscheck.reports.tool import tool

Level = Literal["ERROR", "WARNING", "INFO"]
_LEVELS: dict[Severity, Level] = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


class Position(Struct, frozen=True, omit_defaults=True):
    """A place, 1-based; without a column the whole line is meant."""

    line: int
    column: int = 0


class Range(Struct, frozen=True):
    """A piece of a file."""

    start: Position
    end: Position


class Location(Struct, frozen=True):
    """A piece of which file."""

    path: str
    range: Range


class RelatedLocation(Struct, frozen=True):
    """Another place, with what it says."""

    message: str
    location: Location


class Code(Struct, frozen=True):
    """The rule."""

    value: str


class Diagnostic(Struct, frozen=True):
    """A finding."""

    message: str
    location: Location
    severity: Level
    code: Code
    related_locations: tuple[RelatedLocation, ...]


def write(report: Report, _layout: Layout) -> Iterator[str]:
    """Yield the findings as one DiagnosticResult."""
    columns = ByteColumns.of(report)
    diagnostics = (_from_finding(finding, columns) for finding in report.findings)
    return spell_json({"source": {"name": tool().name}, "diagnostics": diagnostics})


def _from_finding(finding: Finding, columns: ByteColumns) -> Diagnostic:
    first, *others = finding.evidence
    words = (finding.message, *finding.explanation, finding.suggestion)
    return Diagnostic(
        message="\n".join(fold_space(line) for line in words if line),
        location=_locate(first, columns),
        severity=_LEVELS[finding.severity],
        code=Code(finding.code),
        related_locations=tuple(RelatedLocation(fold_space(o.sentence), _locate(o, columns)) for o in others),
    )


def _locate(evidence: Evidence, columns: ByteColumns) -> Location:
    first, behind = columns.find(evidence) or (0, 0)
    piece = Range(Position(evidence.line, first), Position(evidence.end_line, behind))
    return Location(clean_path(evidence.document), piece)
