"""The verdict strip: what was found in one sentence, and how the facts stand as one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from crosscheck.records import Report
from crosscheck.reports.html.markup import Content, Html, element
from crosscheck.reports.html.places import percent
from crosscheck.reports.html.sheet import Sheet
from crosscheck.reports.html.signs import SEVERITY_SIGNS, VERDICT_SIGNS
from crosscheck.reports.wording import SEVERITIES


def set_strip(sheet: Sheet) -> Html:
    """Return how many findings of each severity there are, what was read, and how many facts have each verdict."""
    report = sheet.catalogue.report
    return element(
        "div",
        element("p", *_headline(report, sheet), class_="headline"),
        element("p", _read(report, sheet), class_="note"),
        *_bar(report, sheet),
        _since(sheet),
        class_="strip",
    )


def _headline(report: Report, sheet: Sheet) -> Iterator[Content]:
    counts = Counter(finding.severity for finding in report.findings)
    if not counts:
        yield sheet.words.no_findings if report.coverage.compared else sheet.words.nothing_compared
    for number, severity in enumerate(severity for severity in SEVERITIES if counts[severity]):
        yield ", " if number else None
        words = sheet.words.agree(counts[severity], sheet.words.severities[severity])
        yield element("span", f"{SEVERITY_SIGNS[severity]} {words}", class_=severity)


def _read(report: Report, sheet: Sheet) -> str:
    arrangement = sheet.catalogue.arrangement
    shown = len(arrangement.compared) + len(arrangement.dating) + len(arrangement.derived)
    return sheet.words.read.format(
        documents=sheet.words.count(len(report.documents), "document"), facts=sheet.words.count(shown, "fact")
    )


def _bar(report: Report, sheet: Sheet) -> Iterator[Content]:
    """Yield the facts by verdict, each a stretch as long as its share, and the same in words."""
    counts = Counter(fact.verdict for fact in report.facts)
    if not counts:
        return
    start, parts = Fraction(0), []
    for verdict in VERDICT_SIGNS:
        share = Fraction(counts[verdict] * 100, counts.total())
        if share:
            parts.append(element("rect", x=percent(start), width=percent(share), class_=verdict))
        start += share
    yield element("svg", *parts, class_="bar", role="none")
    words = (
        element("li", f"{sign} {sheet.words.number(counts[verdict])} {sheet.words.verdict[verdict]}", class_=verdict)
        for verdict, sign in VERDICT_SIGNS.items()
        if counts[verdict]
    )
    yield element("ul", *words, class_="verdicts")


def _since(sheet: Sheet) -> Content:
    difference = sheet.difference
    if difference is None:
        return None
    states = Counter(difference.state_of(finding) for finding in sheet.catalogue.report.findings)
    line = sheet.words.compared_with.format(
        file=difference.name,
        new=sheet.words.number(states["new"]),
        unchanged=sheet.words.number(states["unchanged"]),
        gone=sheet.words.number(len(difference.gone)),
    )
    return element("p", line, class_="note since")
