"""JUnit XML, for the test reports of any continuous integration: a suite a document, a case a finding at it.

A document without a finding is one case that passes; one of severity info passes too, and says what it found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from crosscheck.messages import say
from crosscheck.records import Finding, Report
from crosscheck.reports.layout import Layout
from crosscheck.reports.places import word_place
from crosscheck.reports.printable import fold_space
from crosscheck.reports.wording import word_confidence

_QUIET = say("nothing contradicts it")
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""The code points that XML 1.0 cannot hold, however they are escaped."""


def write(report: Report, layout: Layout) -> Iterator[str]:
    """Yield the findings as XML, suite by suite, in the order of the documents."""
    at: dict[str, list[Finding]] = {document.key: [] for document in report.documents}
    for finding in report.findings:
        at.setdefault(finding.evidence[0].document, []).append(finding)
    cases = sum(len(found) or 1 for found in at.values())
    failures = sum(_fails(finding) for finding in report.findings)
    yield "<?xml version='1.0' encoding='UTF-8'?>\n"
    yield f'<testsuites name="crosscheck" tests="{cases}" failures="{failures}" errors="0">\n'
    for document, found in at.items():
        suite = _make_suite(document, found, layout)
        indent(suite, level=1)
        yield f"  {tostring(suite, encoding='unicode').rstrip()}\n"
    yield "</testsuites>\n"


def _fails(finding: Finding) -> bool:
    return finding.severity != "info"


def _make_suite(document: str, found: Sequence[Finding], layout: Layout) -> Element:
    suite = Element("testsuite", {"name": _xml(document), "tests": str(len(found) or 1), "errors": "0"})
    suite.set("failures", str(sum(map(_fails, found))))
    suite.set("skipped", "0")
    suite.set("time", "0")
    for finding in found:
        _add_case(suite, document, finding, layout)
    if not found:
        _add(suite, "testcase", name=_QUIET.said_in(layout.locale), classname=_xml(document), time="0")
    return suite


def _add_case(suite: Element, document: str, finding: Finding, layout: Layout) -> None:
    message = _xml(fold_space(finding.message))
    case = _add(suite, "testcase", name=f"{finding.code} {message}", classname=_xml(document), time="0")
    case.set("file", _xml(document))
    case.set("line", str(finding.evidence[0].line))
    if _fails(finding):
        failure = _add(case, "failure", message=message, type=f"{finding.code} {finding.severity}")
    else:
        failure = _add(case, "system-out")
    failure.text = _xml("\n".join(_tell(finding, layout)))


def _add(parent: Element, tag: str, **attributes: str) -> Element:
    return SubElement(parent, tag, attributes)


def _tell(finding: Finding, layout: Layout) -> Iterator[str]:
    """Yield the proof: every quotation with its place, the calculation, the diagnosis."""
    for evidence in finding.evidence:
        yield f"{word_place(evidence)}: {fold_space(evidence.sentence)}"
    yield from map(fold_space, finding.explanation)
    if finding.suggestion:
        yield fold_space(finding.suggestion)
    sure = layout.words.terminal.sure.format(confidence=word_confidence(finding.confidence))
    fingerprint = say("fingerprint {digits}", digits=finding.fingerprint).said_in(layout.locale)
    yield f"{layout.words.severity[finding.severity]}, {sure}, {fingerprint}"


def _xml(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)
