"""The findings: each a line that opens to its proof."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crosscheck.records import Evidence, Finding, say_linked
from crosscheck.reports.html.allowed import compare_ranges
from crosscheck.reports.html.drawing import set_drawing
from crosscheck.reports.html.folding import ROWS, wait
from crosscheck.reports.html.markup import Content, Html, element
from crosscheck.reports.html.quotations import set_side
from crosscheck.reports.html.sheet import Sheet
from crosscheck.reports.html.signs import SEVERITY_SIGNS
from crosscheck.reports.marks import mark_differences
from crosscheck.reports.wording import word_confidence


def set_findings(sheet: Sheet) -> Html:
    """Return all findings, gravest first; or the sentence that says why there is none."""
    report = sheet.catalogue.report
    if not report.findings:
        empty = sheet.words.no_findings if report.coverage.compared else sheet.words.nothing_compared
        return element("p", empty, class_="none")
    lines = [_set_finding(number, finding, sheet) for number, finding in enumerate(report.findings)]
    rest = wait(lines[ROWS:], id="waiting") if lines[ROWS:] else None
    more = element("button", type="button", id="more", hidden=True)
    return element("div", element("div", *lines[:ROWS], id="list"), rest, more, class_="findings")


def subjects_of(sheet: Sheet) -> tuple[str, ...]:
    """Return what the findings are about, each once, sorted."""
    return tuple(sorted({name for finding in sheet.catalogue.report.findings for name in _subjects(finding, sheet)}))


def _subjects(finding: Finding, sheet: Sheet) -> Iterable[str]:
    claims = (sheet.catalogue.claims.get(evidence.claim) for evidence in finding.evidence)
    facts = (sheet.catalogue.facts.get(claim.id) for claim in claims if claim)
    return dict.fromkeys(sheet.layout.subject(fact.subject) for fact in facts if fact and fact.subject)


def _set_finding(number: int, finding: Finding, sheet: Sheet) -> Html:
    documents = dict.fromkeys(_number(evidence, sheet) for evidence in finding.evidence)
    since = sheet.difference.state_of(finding) if sheet.difference else None
    return element(
        "details",
        element("summary", *_line(finding, sheet, since)),
        element("div", *_proof(finding, sheet)),
        id=sheet.catalogue.finding_anchors[number],
        class_=finding.severity,
        data_kind=finding.kind,
        data_docs=" ".join(documents),
        data_line=finding.evidence[0].line,
        data_about="; ".join(_subjects(finding, sheet)) or None,
        data_since=since,
    )


def _number(evidence: Evidence, sheet: Sheet) -> str:
    document = sheet.catalogue.documents.get(evidence.document)
    return str(sheet.catalogue.numbers[document.key]) if document else "0"


def _line(finding: Finding, sheet: Sheet, since: str | None) -> Iterator[Content]:
    yield element("b", f"{SEVERITY_SIGNS[finding.severity]} {sheet.words.severity[finding.severity]}")
    yield " "
    yield element("span", finding.message)
    yield " "
    yield element("i", sheet.words.new) if since == "new" else None
    yield element("small", f"{finding.code} · {word_confidence(finding.confidence)}")


def _proof(finding: Finding, sheet: Sheet) -> Iterator[Content]:
    marks = mark_differences(finding.kind, [evidence.quote for evidence in finding.evidence])
    sides = (set_side(e, m, sheet) for e, m in zip(finding.evidence, marks, strict=True))
    yield element("div", *sides)
    yield element("dl", *_reasons(finding, sheet))
    comparison = compare_ranges(finding, sheet)
    yield set_drawing(comparison, sheet.words) if comparison else None
    yield element("p", *_colophon(finding, sheet))


def _colophon(finding: Finding, sheet: Sheet) -> Iterator[Content]:
    """Yield the finding's kind and the facts that it is about."""
    yield sheet.words.kind[finding.kind]
    facts = (sheet.catalogue.facts.get(evidence.claim) for evidence in finding.evidence)
    anchors = (sheet.catalogue.fact_anchors.get(fact.id) for fact in facts if fact)
    linked = [anchor for anchor in dict.fromkeys(anchors) if anchor]
    for place, anchor in enumerate(linked, 1):
        yield " · "
        yield element("a", f"{sheet.words.fact} {place}" if len(linked) > 1 else sheet.words.fact, href=f"#{anchor}")


def _reasons(finding: Finding, sheet: Sheet) -> Iterator[Content]:
    mark = say_linked("").said_in(sheet.layout.locale)
    linked = [line.removeprefix(mark) for line in finding.explanation if line.startswith(mark)]
    calculation = [line for line in finding.explanation if not line.startswith(mark)]
    yield from _entry(sheet.words.calculation, calculation)
    yield from _entry(sheet.words.probably, [finding.suggestion] if finding.suggestion else [])
    yield from _entry(sheet.words.witnesses, _witnesses(finding, sheet))
    yield from _entry(sheet.words.linked, linked)


def _entry(title: str, lines: list[str]) -> Iterator[Content]:
    if lines:
        yield element("dt", title)
        yield from (element("dd", line) for line in lines)


def _witnesses(finding: Finding, sheet: Sheet) -> list[str]:
    """Return how many independent sources are for either value of the one fact in question; nothing where as many."""
    known = (sheet.catalogue.facts.get(evidence.claim) for evidence in finding.evidence)
    facts = {fact.id: fact for fact in known if fact}
    fact = next(iter(facts.values()), None)
    if fact is None or len(facts) > 1 or not fact.against or fact.in_favour == fact.against:
        return []
    counts = {"for": sheet.words.number(fact.in_favour), "against": sheet.words.number(fact.against)}
    return [sheet.words.witness_count.format(**counts)]
