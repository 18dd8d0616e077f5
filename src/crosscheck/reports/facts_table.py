"""The facts: those that are compared, then the derived ones, then those that one document states alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from crosscheck.records import Document, Fact, Report
from crosscheck.reports.cells import quote_claim, set_label, set_value
from crosscheck.reports.comparison import GAP, INDENT, set_comparison
from crosscheck.reports.layout import Layout
from crosscheck.reports.ordering import Row, arrange_facts
from crosscheck.reports.signs import sign_verdict, style_verdict
from crosscheck.reports.wording import index_documents, number_documents


def set_facts(report: Report, layout: Layout) -> Iterator[RenderableType]:
    """Yield the facts of *report*, gravest first, each group under its heading; nothing where there are none."""
    facts = arrange_facts(report)
    if facts.compared:
        yield Text()
        yield from set_comparison(facts.compared, report.documents, layout)
    if facts.dating:
        yield Text(f"\n{layout.words.agree(len(facts.dating), layout.words.dating)}", style="dim")
    if facts.derived:
        yield Text(f"\n{layout.words.terminal.derived}", style="bold")
        yield _set_derived(facts.derived, report.documents, layout)
    if facts.single:
        yield Text(f"\n{layout.words.terminal.stated_once}", style="bold dim")
        yield _set_single(facts.single, report.documents, layout)


def _set_derived(rows: Sequence[Row], documents: Sequence[Document], layout: Layout) -> RenderableType:
    table = _list_table()
    for row in rows:
        value = set_value(row.fact, layout)
        value.stylize("bold")
        verdict = Text(sign_verdict(row.fact.verdict, layout) if len(row.fact.checks) > 1 else "")
        verdict.stylize(style_verdict(row.fact.verdict))
        why = Text("\n".join(row.fact.checks))
        if layout.verbose or not row.fact.checks:
            why.append("\n" if why else "")
            why.append(layout.words.derived_from.format(formula=layout.formula(row.fact.derived)))
            why.append(_sources(row.fact, documents, layout), style="dim")
        table.add_row(set_label(row, layout, with_subject=True), value, verdict, why)
    return Padding(table, (0, 0, 0, INDENT))


def _sources(fact: Fact, documents: Sequence[Document], layout: Layout) -> str:
    """Return what the derived *fact* rests on, each quotation with its document's number."""
    index, numbers = index_documents(documents), number_documents(documents)
    sources = ((claim, index[claim.document]) for claim in fact.sources)
    quotes = [f"{quote_claim(claim, document, layout)} ({numbers[document.key]})" for claim, document in sources]
    return f": {', '.join(quotes)}" if quotes else ""


def _set_single(rows: Sequence[Row], documents: Sequence[Document], layout: Layout) -> RenderableType:
    index, numbers = index_documents(documents), number_documents(documents)
    table = _list_table()
    for row in rows:
        document = index[row.fact.claims[0].document]
        quotes = dict.fromkeys(quote_claim(claim, document, layout) for claim in row.fact.claims)
        number, quote = Text(str(numbers[document.key]), "dim"), Text(" / ".join(quotes), "dim")
        table.add_row(set_label(row, layout, with_subject=True), set_value(row.fact, layout), number, quote)
    return Padding(table, (0, 0, 0, INDENT))


def _list_table() -> Table:
    return Table(box=None, show_header=False, padding=(0, GAP, 0, 0), pad_edge=False)
