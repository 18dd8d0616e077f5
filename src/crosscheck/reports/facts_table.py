"""The facts as tables: those of several documents with a column for each, then the derived ones, then the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

import msgspec
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from crosscheck.records import Claim, Document, Fact, Report
from crosscheck.reports.layout import Layout
from crosscheck.reports.ordering import Row, Trouble, arrange_facts
from crosscheck.reports.printable import fold_space
from crosscheck.reports.signs import sign_severity, sign_verdict, style_severity, style_verdict
from crosscheck.reports.wording import index_documents, name_document, word_scope, word_value

INDENT, GAP = 2, 2
"""Cells before the first column, and between two."""
NARROWEST, COMFORTABLE, WIDEST = 14, 20, 44
"""Cells that a document's column needs, has when the value gets a column of its own, and never exceeds."""

_LABEL, _VERDICT, _VALUE = (14, 28), 14, 16
_QUOTE_LENGTH = 90
_ATTRIBUTE = re.compile(r"[a-z][a-z0-9_]*")


class Columns(msgspec.Struct, frozen=True):
    """Widths in cells; ``value`` is 0 where it stands below the verdict, ``document`` where there is no room at all."""

    label: int
    verdict: int
    value: int
    document: int


def measure_columns(documents: int, width: int) -> Columns:
    """Return the columns for a table of *width* cells with one column a document."""
    for value, least in ((_VALUE, COMFORTABLE), (0, NARROWEST)):
        gaps = GAP * (documents + 1 + bool(value))
        room = width - INDENT - _VERDICT - value - gaps
        label = min(max(room // (documents + 1), _LABEL[0]), _LABEL[1])
        column = (room - label) // documents
        if column >= least:
            return Columns(label, _VERDICT, value, min(column, WIDEST))
    return Columns(min(max(width - INDENT - _VERDICT - _VALUE - 2 * GAP, _LABEL[0]), WIDEST), _VERDICT, _VALUE, 0)


def set_facts(report: Report, layout: Layout) -> Iterator[RenderableType]:
    """Yield the facts of *report*, gravest first, each group under its heading; nothing where there are none."""
    facts = arrange_facts(report)
    if facts.compared:
        yield from _set_compared(facts.compared, report.documents, layout)
    if facts.derived:
        yield Text("\nDerived", style="bold")
        yield _set_derived(facts.derived, layout)
    if facts.single:
        yield Text("\nStated by one document only", style="bold dim")
        yield _set_single(facts.single, report.documents, layout)


def _set_compared(rows: Sequence[Row], documents: Sequence[Document], layout: Layout) -> Iterator[RenderableType]:
    columns = measure_columns(len(documents), layout.width)
    if columns.document:
        names = [f"{number} {name_document(d)}{_comma(d.language)}" for number, d in enumerate(documents, 1)]
        yield _grid(columns, [["", "Verdict", *(["Value"] if columns.value else []), *names]], "bold")
    index = index_documents(documents)
    numbers = {document.key: number for number, document in enumerate(documents, 1)}
    for subject, group in groupby(rows, key=lambda row: row.fact.subject):
        yield Text(fold_space(subject) or "(no subject named)", style="bold")
        if columns.document:
            yield _grid(columns, [_table_row(row, documents, index, columns, layout) for row in group])
            continue
        for row in group:
            yield _grid(columns, [_table_row(row, (), index, columns, layout)])
            for claim in row.fact.claims:
                document = index[claim.document]
                yield Padding(Text(f"{numbers[document.key]:>3}  {_quote(claim, document, layout)}"), (0, 0, 0, INDENT))


def _table_row(
    row: Row, documents: Sequence[Document], index: Mapping[str, Document], columns: Columns, layout: Layout
) -> list[RenderableType]:
    verdict, value = _verdict(row.fact, layout), _value(row.fact, layout)
    quotes = ["\n".join(_quotes(row.fact, document, index, layout)) for document in documents]
    troubles = [_trouble(trouble, layout) for trouble in row.troubles]
    below = troubles if columns.value else [value, *troubles] if value else troubles
    head = [Text("\n").join([verdict, *below]), *([value] if columns.value else [])]
    return [_label(row.fact, layout), *head, *quotes]


def _grid(columns: Columns, rows: Iterable[Sequence[RenderableType]], style: str = "") -> RenderableType:
    """Return *rows* in columns of fixed widths, so that one subject's table stands below another's in step."""
    rows = list(rows)
    widths = [columns.label, columns.verdict, *([columns.value] if columns.value else [])]
    widths += [columns.document] * (len(rows[0]) - len(widths))
    table = Table(box=None, show_header=False, padding=(0, GAP, 0, 0), pad_edge=False, style=style)
    for width in widths:
        table.add_column(width=width, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell, style=style) if isinstance(cell, str) else cell for cell in row))
    return Padding(table, (0, 0, 0, INDENT))


def _set_derived(rows: Sequence[Row], layout: Layout) -> RenderableType:
    table = _list_table()
    for row in rows:
        value = word_value(row.fact.value, layout.label(row.fact.attribute)) if row.fact.value is not None else "none"
        table.add_row(
            _full_label(row.fact, layout), Text(value, style="bold"), Text(f"from {_formula(row.fact.derived, layout)}")
        )
    return Padding(table, (0, 0, 0, INDENT))


def _set_single(rows: Sequence[Row], documents: Sequence[Document], layout: Layout) -> RenderableType:
    index = index_documents(documents)
    numbers = {document.key: str(number) for number, document in enumerate(documents, 1)}
    table = _list_table()
    for row in rows:
        for claim in row.fact.claims[:1]:
            document = index[claim.document]
            quote = Text(_quote(claim, document, layout), style="dim")
            table.add_row(
                _full_label(row.fact, layout), _value(row.fact, layout), Text(numbers[document.key], "dim"), quote
            )
    return Padding(table, (0, 0, 0, INDENT))


def _list_table() -> Table:
    return Table(box=None, show_header=False, padding=(0, GAP, 0, 0), pad_edge=False)


def _label(fact: Fact, layout: Layout) -> Text:
    scope = word_scope(fact.scope, without=fact.subject)
    label = Text(layout.label(fact.attribute))
    return label.append(f" ({fold_space(scope)})", style="dim") if scope else label


def _full_label(fact: Fact, layout: Layout) -> Text:
    subject = f"{fold_space(fact.subject)}: " if fact.subject else ""
    return Text(subject).append_text(_label(fact, layout))


def _verdict(fact: Fact, layout: Layout) -> Text:
    return Text(sign_verdict(fact.verdict, layout), style=style_verdict(fact.verdict))


def _trouble(trouble: Trouble, layout: Layout) -> Text:
    return Text(f"{sign_severity(trouble.severity, layout)} #{trouble.number}", style=style_severity(trouble.severity))


def _formula(formula: str, layout: Layout) -> str:
    """Return *formula* with the names of its attributes for people."""
    return _ATTRIBUTE.sub(lambda hit: layout.label(hit.group()), formula)


def _value(fact: Fact, layout: Layout) -> Text:
    """Return what the sources jointly say, or how they are divided."""
    if fact.value is not None:
        return Text(fold_space(word_value(fact.value, layout.label(fact.attribute))))
    return Text(f"{fact.in_favour} against {fact.against}" if fact.against else "")


def _quotes(fact: Fact, document: Document, index: Mapping[str, Document], layout: Layout) -> tuple[str, ...]:
    """Return what *document* says of *fact*, each wording once."""
    claims = (claim for claim in fact.claims if index[claim.document].key == document.key)
    return tuple(dict.fromkeys(_quote(claim, document, layout) for claim in claims))


def _quote(claim: Claim, document: Document, layout: Layout) -> str:
    """Return the words that carry the value, as printed; with their modality where they do not assert it."""
    words = fold_space(document.slice(claim.quote))
    if len(words) > _QUOTE_LENGTH:
        words = f"{words[:_QUOTE_LENGTH].rstrip()}{layout.ellipsis}"
    return words if claim.modality == "asserted" else f"{words} ({claim.modality})"


def _comma(language: str) -> str:
    return f", {language}" if language else ""
