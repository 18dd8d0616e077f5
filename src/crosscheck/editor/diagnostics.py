"""Findings and mistakes as diagnostics, with links to the other side."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lsprotocol import types

from crosscheck.editor.desk import Review
from crosscheck.editor.positions import Lines
from crosscheck.errors import CrosscheckError
from crosscheck.messages import Locale, load_locale
from crosscheck.records import Evidence, Finding, Severity
from crosscheck.reports.printable import fold_space
from crosscheck.reports.words import words_of

SOURCE = "crosscheck"
_SEVERITIES: dict[Severity, types.DiagnosticSeverity] = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}
_PLACE = re.compile(r"(.*?)(?::(\d+))?(?::(\d+))?", re.DOTALL)

LinesOf = Callable[[str], Lines]
"""Gives the lines of the file at an absolute path."""
AddressOf = Callable[[str], str]
"""Gives the URI of the file at an absolute path."""


def list_diagnostics(review: Review, path: str, lines_of: LinesOf, address_of: AddressOf) -> Iterator[types.Diagnostic]:
    """Yield what *review* says of the file *path*: mistakes, then each quotation in it that a finding rests on."""
    locale = load_locale(review.language)
    yield from (_from_error(error, locale, lines_of(path)) for error in review.errors if place_of(error)[0] == path)
    for finding in review.findings_in(path):
        for evidence in finding.evidence:
            if evidence.document == path:
                yield _from_finding(finding, evidence, review.language, lines_of, address_of)


def place_of(error: CrosscheckError) -> tuple[str, int, int]:
    """Return file, line and column of *error*; the first line where it names none."""
    found = _PLACE.fullmatch(error.place)
    path, line, column = found.groups() if found else (error.place, None, None)
    return path, int(line or 1), int(column or 1)


def _from_finding(
    finding: Finding, evidence: Evidence, language: str, lines_of: LinesOf, address_of: AddressOf
) -> types.Diagnostic:
    probably = f"\n{words_of(language).probably}: {finding.suggestion}" if finding.suggestion else ""
    return types.Diagnostic(
        range=lines_of(evidence.document).range_of(evidence),
        message=f"{finding.message}{probably}",
        severity=_SEVERITIES[finding.severity],
        code=finding.code,
        source=SOURCE,
        related_information=[
            types.DiagnosticRelatedInformation(
                location=types.Location(address_of(other.document), lines_of(other.document).range_of(other)),
                message=fold_space(other.sentence),
            )
            for other in finding.evidence
            if other is not evidence
        ],
        data={"fingerprint": finding.fingerprint},
    )


def _from_error(error: CrosscheckError, locale: Locale, lines: Lines) -> types.Diagnostic:
    _, line, column = place_of(error)
    start = lines.position(line, column)
    return types.Diagnostic(
        range=types.Range(start, types.Position(line, 0)),
        message=error.said_in(locale).removeprefix(f"{error.place}: "),
        severity=types.DiagnosticSeverity.Error,
        source=SOURCE,
    )
