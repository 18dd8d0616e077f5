"""GitLab code quality: the list that a merge request's widget reads.

https://docs.gitlab.com/ci/testing/code_quality/
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from crosscheck.messages import Locale, say
from crosscheck.records import Evidence, Finding, Report, Severity
from crosscheck.reports.jsontext import spell_json
from crosscheck.reports.layout import Layout
from crosscheck.reports.places import clean_path, word_places
from crosscheck.reports.printable import fold_space

Weight = Literal["info", "minor", "major", "critical", "blocker"]
_WEIGHTS: dict[Severity, Weight] = {"error": "critical", "warning": "major", "info": "info"}


class Position(Struct, frozen=True):
    """Line and column, both 1-based; the column in code points."""

    line: int
    column: int


class Positions(Struct, frozen=True):
    """From where to where, the end exclusive."""

    begin: Position
    end: Position


class Location(Struct, frozen=True):
    """A piece of a file, its path relative to the repository."""

    path: str
    positions: Positions


class Content(Struct, frozen=True):
    """What the issue's details show, in Markdown."""

    body: str


class Issue(Struct, frozen=True):
    """A finding; no two of a list may have one fingerprint."""

    description: str
    check_name: str
    fingerprint: str
    severity: Weight
    location: Location
    other_locations: tuple[Location, ...]
    content: Content
    type: str = "issue"
    categories: tuple[str, ...] = ("Bug Risk",)


def write(report: Report, layout: Layout) -> Iterator[str]:
    """Yield the findings as a JSON array."""
    return spell_json(_list_issues(report.findings, layout.locale))


def _list_issues(findings: tuple[Finding, ...], locale: Locale) -> Iterator[Issue]:
    seen: Counter[str] = Counter()
    for finding in findings:
        seen[finding.fingerprint] += 1
        turn = seen[finding.fingerprint]
        yield _from_finding(finding, finding.fingerprint if turn == 1 else f"{finding.fingerprint}-{turn}", locale)


def _from_finding(finding: Finding, fingerprint: str, locale: Locale) -> Issue:
    first, *others = finding.evidence
    message, places = fold_space(finding.message), word_places(others)
    description = say("{message} (compare {places})", message=message, places=places)
    return Issue(
        description=description.said_in(locale),
        check_name=finding.code,
        fingerprint=fingerprint,
        severity=_WEIGHTS[finding.severity],
        location=_locate(first),
        other_locations=tuple(map(_locate, others)),
        content=Content("\n".join(f"    {fold_space(line)}" for line in finding.explanation)),
    )


def _locate(evidence: Evidence) -> Location:
    begin, end = Position(evidence.line, evidence.column), Position(evidence.end_line, evidence.end_column)
    return Location(clean_path(evidence.document), Positions(begin, end))
