"""GitLab code quality, JUnit and rdjson, as their readers read them."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import junitparser
import pytest
from foreign_report import ATTACK, CROWD, FOREIGN, WIDE
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from sample_report import RANK_FINDING, REPORT

from crosscheck.records import Report
from golden import LAYOUT, spelled

REPORTS = [REPORT, FOREIGN, ATTACK, CROWD, replace(REPORT, findings=())]

_POSITION = {
    "type": "object",
    "required": ["line"],
    "additionalProperties": False,
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
}
_QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {"$ref": "#/$defs/location"},
            "other_locations": {"type": "array", "items": {"$ref": "#/$defs/location"}},
        },
    },
    "$defs": {
        "location": {
            "type": "object",
            "required": ["path", "positions"],
            "properties": {
                "path": {"type": "string", "pattern": "^(?!\\./)"},
                "positions": {
                    "type": "object",
                    "required": ["begin"],
                    "properties": {"begin": _POSITION, "end": _POSITION},
                },
            },
        }
    },
}
_LOCATION: dict[str, Any] = {
    "type": "object",
    "required": ["path", "range"],
    "additionalProperties": False,
    "properties": {
        "path": {"type": "string"},
        "range": {
            "type": "object",
            "required": ["start"],
            "additionalProperties": False,
            "properties": {"start": _POSITION, "end": _POSITION},
        },
    },
}
_DIAGNOSTICS = {
    "type": "object",
    "required": ["diagnostics"],
    "additionalProperties": False,
    "properties": {
        "source": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location", "severity", "code"],
                "additionalProperties": False,
                "properties": {
                    "message": {"type": "string"},
                    "location": _LOCATION,
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": {"type": "object", "required": ["value"]},
                    "related_locations": {
                        "type": "array",
                        "items": {"type": "object", "properties": {"message": {}, "location": _LOCATION}},
                    },
                },
            },
        },
    },
}


@pytest.mark.parametrize("report", REPORTS)
def test_code_quality_has_the_documented_shape(report: Report) -> None:
    issues = json.loads(spelled("gitlab", report, LAYOUT))
    jsonschema.Draft202012Validator(_QUALITY).validate(issues)
    assert len(issues) == len(report.findings)


def test_no_two_issues_share_a_fingerprint() -> None:
    twice = replace(REPORT, findings=(*REPORT.findings, REPORT.findings[0], REPORT.findings[0]))
    prints = [issue["fingerprint"] for issue in json.loads(spelled("gitlab", twice, LAYOUT))]
    first, second = (finding.fingerprint for finding in REPORT.findings)
    assert prints == [first, second, f"{first}-2", f"{first}-3"]


def test_code_quality_counts_columns_in_code_points_and_cleans_paths() -> None:
    (issue,) = json.loads(spelled("gitlab", FOREIGN, LAYOUT))
    places = [issue["location"], *issue["other_locations"]]
    assert [(p["path"], p["positions"]["begin"]["column"]) for p in places] == [
        ("wire/Größe.txt", 26),
        ("wire/cafe\u0301.txt", 14),
    ]


@pytest.mark.parametrize("report", REPORTS)
def test_diagnostics_have_the_documented_shape(report: Report) -> None:
    result = json.loads(spelled("rdjson", report, LAYOUT))
    jsonschema.Draft202012Validator(_DIAGNOSTICS).validate(result)
    assert len(result["diagnostics"]) == len(report.findings)


def test_diagnostics_count_columns_in_bytes() -> None:
    (diagnostic,) = json.loads(spelled("rdjson", FOREIGN, LAYOUT))["diagnostics"]
    places = [diagnostic["location"], *(other["location"] for other in diagnostic["related_locations"])]
    for place, text in zip(places, WIDE.values(), strict=True):
        start, end = place["range"]["start"]["column"], place["range"]["end"]["column"]
        assert text.encode()[start - 1 : end - 1].decode() in ("12.431 Menschen", "12.341 Menschen")
        assert start > text.index("12.") + 1


def test_a_quotation_from_no_file_is_a_whole_line() -> None:
    stream = replace(FOREIGN, documents=tuple(replace(document, path=None) for document in FOREIGN.documents))
    (diagnostic,) = json.loads(spelled("rdjson", stream, LAYOUT))["diagnostics"]
    assert diagnostic["location"]["range"] == {"start": {"line": 1}, "end": {"line": 1}}


@pytest.mark.parametrize("report", REPORTS)
def test_a_junit_reader_reads_the_cases_back(report: Report) -> None:
    suites = junitparser.JUnitXml.fromstring(spelled("junit", report, LAYOUT).encode())
    cases = [case for suite in suites for case in suite]
    failed = [case for case in cases if any(isinstance(result, junitparser.Failure) for result in case.result)]
    graver = [finding for finding in report.findings if finding.severity != "info"]
    assert (suites.tests, suites.failures) == (len(cases), len(graver))
    assert sum(suite.failures for suite in suites) == sum(1 for _ in failed) == len(graver)
    assert {suite.name for suite in suites} >= {
        document.key for document in report.documents if document.key.isprintable()
    }


def test_a_failure_tells_both_sides() -> None:
    suites = junitparser.JUnitXml.fromstring(spelled("junit", FOREIGN, LAYOUT).encode())
    (result,) = next(case.result for suite in suites for case in suite if case.result)
    assert result.type == "CC101 error"
    assert result.text.splitlines()[:2] == [
        f"{document}:1:{column}: {text}" for (document, text), column in zip(WIDE.items(), (26, 14), strict=True)
    ]


def test_a_document_nobody_contradicts_passes() -> None:
    suites = junitparser.JUnitXml.fromstring(spelled("junit", replace(REPORT, findings=()), LAYOUT).encode())
    assert [(suite.name, case.name, case.is_passed) for suite in suites for case in suite] == [
        (document.key, "nothing contradicts it", True) for document in REPORT.documents
    ]


@given(st.text(), st.text(), st.text())
def test_whatever_documents_hold_every_reader_reads_it(document: str, message: str, quote: str) -> None:
    first, *others = RANK_FINDING.evidence
    side = replace(first, document=document, sentence=quote, quote=quote)
    made = replace(RANK_FINDING, message=message, evidence=(side, *others))
    report = replace(REPORT, findings=(made,))
    suites = junitparser.JUnitXml.fromstring(spelled("junit", report, LAYOUT).encode())
    assert suites.failures == 1
    assert len(spelled("lines", report, LAYOUT).splitlines()) == 1
    (issue,) = json.loads(spelled("gitlab", report, LAYOUT))
    jsonschema.Draft202012Validator(_QUALITY).validate([issue])
    (diagnostic,) = json.loads(spelled("rdjson", report, LAYOUT))["diagnostics"]
    assert diagnostic["location"]["path"] == issue["location"]["path"]
    (result,) = json.loads(spelled("sarif", report, LAYOUT))["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["region"]["snippet"]["text"] == quote


@pytest.mark.parametrize(
    ("file_format", "report", "german"),
    [
        ("gitlab", REPORT, " (vergleiche wire/"),
        ("junit", REPORT, 'name="nichts widerspricht ihm"'),
        ("junit", REPORT, "Warnung, 93 % sicher, Fingerabdruck "),
        ("github", CROWD, "crosscheck: hier nicht gezeigt: 3 Fehler, 1 Warnung, 1 Hinweis"),
    ],
)
def test_what_stands_around_findings_is_told_in_their_language(file_format: str, report: Report, german: str) -> None:
    assert german in spelled(file_format, report, replace(LAYOUT, language="de"))
