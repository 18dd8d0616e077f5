"""SARIF 2.1.0, for code scanning and editors: one run, every rule with its manual page, both sides of each finding.

A finding stands at its first quotation; the others are related locations, which its message links to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from urllib.parse import quote

from msgspec import Raw

from crosscheck.messages import Locale, join, say
from crosscheck.records import Evidence, Finding, Report, Severity
from crosscheck.reports.jsontext import spell_json
from crosscheck.reports.layout import Layout, RulePage
from crosscheck.reports.places import clean_path
from crosscheck.reports.printable import fold_space
from crosscheck.reports.sarif210 import (
    COLUMN_KIND,
    SCHEMA,
    VERSION,
    ArtifactLocation,
    Level,
    Location,
    Message,
    PhysicalLocation,
    Properties,
    Region,
    ReportingDescriptor,
    Result,
)
from crosscheck.reports.tool import HOME, tool
from crosscheck.values.decimals import round_half_up

_LEVELS: dict[Severity, Level] = {"error": "error", "warning": "warning", "info": "note"}
_ROOT = "SRCROOT"
_FOLDER = say("the folder that the command ran in")
_FINGERPRINT = "crosscheck/v1"
_LINK_MARKS = re.compile(r"([\\\[\]])")
_WORD = re.compile(r"\w+")
_LEAD = re.compile(r"^([^\W\d_][\w ]+:)")
"""What a paragraph of a manual page is about: 'What it finds:'."""


def write(report: Report, layout: Layout) -> Iterator[str]:
    """Yield *report* as a log with one run; its rules are those of *layout*, and of findings that these lack."""
    rules = _list_rules(report.findings, layout)
    places = {rule.code: place for place, rule in enumerate(rules)}
    us = tool()
    run = {
        "automationDetails": {"id": f"{us.name}/"},
        "tool": {
            "driver": {
                "name": us.name,
                "fullName": f"{us.name} {us.version}",
                "version": us.version,
                "informationUri": HOME,
                "rules": map(_describe_rule, rules),
            }
        },
        "originalUriBaseIds": {_ROOT: {"description": Message(_FOLDER.said_in(layout.locale))}},
        "columnKind": COLUMN_KIND,
        "language": layout.language,
        "results": (_from_finding(finding, places[finding.code], layout.locale) for finding in report.findings),
    }
    return spell_json({"$schema": SCHEMA, "version": VERSION, "runs": iter((run,))})


def _list_rules(findings: Sequence[Finding], layout: Layout) -> tuple[RulePage, ...]:
    known = {rule.code for rule in layout.rules}
    missing = sorted({finding.code for finding in findings} - known)
    return (*layout.rules, *(RulePage(code, code) for code in missing))


def _describe_rule(rule: RulePage) -> ReportingDescriptor:
    paragraphs = rule.paragraphs or (rule.name,)
    return ReportingDescriptor(
        id=rule.code,
        name="".join(word.capitalize() for word in _WORD.findall(rule.name)),
        short_description=Message(_as_sentence(rule.name)),
        full_description=Message(_as_sentence(paragraphs[0])),
        help=Message(
            text="\n\n".join(paragraphs),
            markdown="\n\n".join(_LEAD.sub(r"**\1**", paragraph) for paragraph in paragraphs),
        ),
    )


def _from_finding(finding: Finding, place: int, locale: Locale) -> Result:
    first, *others = finding.evidence
    return Result(
        rule_id=finding.code,
        rule_index=place,
        level=_LEVELS[finding.severity],
        message=Message(_word_message(finding.message, others, locale)),
        locations=(_locate(first),),
        related_locations=tuple(_locate(other, number) for number, other in enumerate(others, 1)),
        partial_fingerprints={_FINGERPRINT: finding.fingerprint},
        rank=_number(finding.confidence * 100),
        properties=Properties(_number(finding.confidence), finding.explanation, finding.suggestion),
    )


def _word_message(message: str, others: Sequence[Evidence], locale: Locale) -> str:
    """Return *message* as a sentence, and links to the *others*: '[wire/london.txt:3](2)'."""
    links = [
        f"[{_escape(f'{fold_space(other.document)}:{other.line}')}]({number})" for number, other in enumerate(others, 1)
    ]
    compare = say("Compare {places}.", places=join(links))
    return f"{_as_sentence(_escape(fold_space(message)))} {compare.said_in(locale)}"


def _locate(evidence: Evidence, number: int = -1) -> Location:
    region = Region(
        evidence.line, evidence.column, evidence.end_line, evidence.end_column, snippet=Message(evidence.quote)
    )
    place = PhysicalLocation(_address(evidence.document), region)
    return Location(place, number, Message(fold_space(evidence.sentence)))


def _address(document: str) -> ArtifactLocation:
    """Return where *document* is, a path as the command line gave it."""
    if document.startswith("/"):
        return ArtifactLocation(f"file://{quote(document)}")
    return ArtifactLocation(quote(clean_path(document)), _ROOT)


def _as_sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _escape(text: str) -> str:
    """Return *text* with backslashes before what the standard would read as a link (3.11.6)."""
    return _LINK_MARKS.sub(r"\\\1", text)


def _number(part: Fraction) -> Raw:
    return Raw(f"{round_half_up(part, 4):f}".encode())
