"""The report for a terminal: what the documents jointly say, then what clashes and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from crosscheck.records import Claim, Document, Evidence, Finding, Report, Span
from crosscheck.reports.console import render, render_each
from crosscheck.reports.facts_table import set_facts
from crosscheck.reports.layout import Layout
from crosscheck.reports.ledger import set_coverage
from crosscheck.reports.marks import mark_differences
from crosscheck.reports.places import quote_span, word_place
from crosscheck.reports.printable import fold_space, printable
from crosscheck.reports.quotation import QuotedLine, set_quotation
from crosscheck.reports.signs import sign_severity, style_severity
from crosscheck.reports.wording import (
    index_documents,
    word_confidence,
    word_summary,
)

_QUOTE_INDENT = 6
_STYLES = {" ": "", "~": "bold", "^": "bold underline"}


def write(report: Report, layout: Layout) -> Iterator[str]:
    """Yield *report* as text: documents, facts, findings gravest first, coverage. No line ends in a space."""
    return render_each(_set_report(report, layout), layout)


def write_finding(report: Report, finding: Finding, layout: Layout) -> str:
    """Return one finding of *report* as text, with the number that it has there."""
    claims = {claim.id: claim for claim in report.claims}
    number = report.findings.index(finding) + 1
    return render(_set_finding(number, finding, index_documents(report.documents), claims, layout), layout)


def _set_report(report: Report, layout: Layout) -> Iterator[RenderableType]:
    yield Text("crosscheck: ", style="bold").append(word_summary(report, layout.words), style="not bold")
    yield from _set_legend(report.documents)
    yield from set_facts(report, layout)
    index = index_documents(report.documents)
    claims = {claim.id: claim for claim in report.claims}
    for number, finding in enumerate(report.findings, 1):
        yield Text()
        yield from _set_finding(number, finding, index, claims, layout)
    yield Text()
    yield from set_coverage(report, layout)


def _set_legend(documents: Sequence[Document]) -> Iterator[RenderableType]:
    """Yield what is known about each document, numbered as in the table."""
    width = max((len(document.key) for document in documents), default=0)
    for number, document in enumerate(documents, 1):
        known = (document.language, document.published and document.published.isoformat(), document.source)
        line = Text(f"{number:>3}  {printable(document.key):<{width}}", no_wrap=True)
        yield line.append("  " + ", ".join(word for word in known if word), style="dim")


def _set_finding(
    number: int, finding: Finding, index: Mapping[str, Document], claims: Mapping[str, Claim], layout: Layout
) -> Iterator[RenderableType]:
    sure = layout.words.terminal.sure.format(confidence=word_confidence(finding.confidence))
    about = f"  {finding.code} {layout.words.kind[finding.kind]}, {sure}"
    severity = sign_severity(finding.severity, layout)
    yield Text.assemble((f"#{number} {severity}", style_severity(finding.severity)), (about, "dim"))
    yield Padding(Text(fold_space(finding.message), style="bold"), (0, 0, 0, 3))
    marks = mark_differences(finding.kind, [evidence.quote for evidence in finding.evidence])
    for evidence, differing in zip(finding.evidence, marks, strict=True):
        yield Text()
        yield _place(evidence, index, claims.get(evidence.claim), layout)
        yield from _set_evidence(evidence, differing, claims.get(evidence.claim), layout)
    yield from _section(layout.words.terminal.why, finding.explanation)
    yield from _section(layout.words.probably, (finding.suggestion,) if finding.suggestion else ())


def _place(evidence: Evidence, index: Mapping[str, Document], claim: Claim | None, layout: Layout) -> Text:
    """Return where the quotation stands, in one piece that an editor's terminal can open, and who says it."""
    words = [fold_space(index[evidence.document].source or "")]
    if claim is not None and claim.speaker:
        words.append(layout.words.quoting.format(speaker=fold_space(claim.speaker)))
    return Text.assemble(
        (f"   {word_place(evidence)}", "cyan"), ("  " + ", ".join(filter(None, words)), "dim"), no_wrap=True
    )


def _set_evidence(
    evidence: Evidence, differing: tuple[Span, ...], claim: Claim | None, layout: Layout
) -> Iterator[RenderableType]:
    quote = quote_span(evidence, claim)
    inside = [Span(quote.start + span.start, quote.start + span.end) for span in differing]
    width = max(layout.width - _QUOTE_INDENT, 20)
    ellipsis = "" if layout.verbose else layout.ellipsis
    for line in set_quotation(evidence.sentence, quote, inside, width, ellipsis=ellipsis):
        yield Text(" " * _QUOTE_INDENT, no_wrap=True).append_text(_emphasise(line))
        if line.underline:
            yield Text(" " * _QUOTE_INDENT + line.underline, style="dim", no_wrap=True)


def _emphasise(line: QuotedLine) -> Text:
    text, start = Text(), 0
    for mark, run in groupby(line.marks):
        end = start + len(tuple(run))
        text.append(line.text[start:end], style=_STYLES[mark])
        start = end
    return text


def _section(title: str, lines: tuple[str, ...]) -> Iterator[RenderableType]:
    if lines:
        yield Text()
        yield Text(f"   {title}", style="bold")
        yield from (Padding(Text(fold_space(line)), (0, 0, 0, _QUOTE_INDENT)) for line in lines)
