"""Schema 1 back into records: the findings of a report that was written as JSON."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import msgspec

from crosscheck import records
from crosscheck.config.faults import place_json_fault
from crosscheck.errors import DocumentError
from crosscheck.messages import say
from crosscheck.reports.schema1 import Finding, Report

_REMEDY = say("write it with 'crosscheck report --format json'")


def read_findings(text: bytes, name: str) -> tuple[records.Finding, ...]:
    """Return the findings of the report that *text* spells, the content of the file *name*, in its order.

    Raises:
        DocumentError: *text* is no JSON, or no report of schema 1.
    """
    try:
        report = msgspec.json.decode(text, type=Report)
    except msgspec.ValidationError as error:
        what = say("no report of schema 1: {problem}", problem=str(error))
        raise DocumentError(what, remedy=_REMEDY, place=name) from error
    except msgspec.DecodeError as error:
        what = say("no JSON: {problem}", problem=str(error))
        raise DocumentError(what, remedy=_REMEDY, place=place_json_fault(text, name)) from error
    return tuple(map(_to_finding, report.findings))


def _to_finding(finding: Finding) -> records.Finding:
    return records.Finding(
        code=finding.code,
        kind=finding.kind,
        severity=finding.severity,
        confidence=Fraction(Decimal(bytes(finding.confidence).decode())),
        message=finding.message,
        explanation=finding.explanation,
        suggestion=finding.suggestion,
        fingerprint=finding.fingerprint,
        evidence=tuple(records.Evidence(**msgspec.structs.asdict(evidence)) for evidence in finding.evidence),
    )
