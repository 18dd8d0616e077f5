"""The facts of several documents as a table with a column for each document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

import msgspec
from rich.cells import cell_len, set_cell_size
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from crosscheck.records import Document, Fact
from crosscheck.reports.cells import quote_claim, set_label, set_value
from crosscheck.reports.layout import Layout
from crosscheck.reports.ordering import Row, Trouble
from crosscheck.reports.printable import fold_space
from crosscheck.reports.signs import sign_severity, sign_verdict, style_severity, style_verdict
from crosscheck.reports.wording import index_documents, name_document, number_documents, word_confidence

INDENT, GAP = 2, 2
"""Cells before the first column, and between two."""
NARROWEST, COMFORTABLE, WIDEST = 14, 20, 44
"""Cells that a document's column needs, has when the value gets a column of its own, and never exceeds."""

_LABEL, _VERDICT, _VALUE = (14, 28), 14, 16


class Columns(msgspec.Struct, frozen=True):
    """Widths in cells; ``value`` is 0 where it stands below the verdict, ``document`` where there is no room at all."""

    label: int
    value: int
    document: int


class Sheet(msgspec.Struct, frozen=True):
    """What every row of the table is set with; ``index`` finds a document by key or id, ``numbers`` count from 1."""

    documents: tuple[Document, ...]
    index: Mapping[str, Document]
    numbers: Mapping[str, int]
    columns: Columns
    layout: Layout


def measure_columns(documents: int, width: int) -> Columns:
    """Return the columns for a table of *width* cells with one column a document."""
    for value, least in ((_VALUE, COMFORTABLE), (0, NARROWEST)):
        gaps = GAP * (documents + 1 + bool(value))
        room = width - INDENT - _VERDICT - value - gaps
        label = min(max(room // (documents + 1), _LABEL[0]), _LABEL[1])
        column = (room - label) // documents
        if column >= least:
            return Columns(label, value, min(column, WIDEST))
    return Columns(min(max(width - INDENT - _VERDICT - _VALUE - 2 * GAP, _LABEL[0]), WIDEST), _VALUE, 0)


def set_comparison(rows: Sequence[Row], documents: tuple[Document, ...], layout: Layout) -> Iterator[RenderableType]:
    """Yield *rows* subject by subject, in their order, each subject with the calculations that bear its facts out.

    Where there is no room for a column a document, what each says stands below the fact, with the document's number.
    """
    numbers = number_documents(documents)
    columns = measure_columns(len(documents), layout.width)
    sheet = Sheet(documents, index_documents(documents), numbers, columns, layout)
    words = layout.words.terminal
    if columns.document:
        names = [
            _name_column(number, document, columns.document, layout) for number, document in enumerate(documents, 1)
        ]
        head = [Text(), Text(words.verdict), *([Text(words.value)] if columns.value else []), *names]
        yield _grid(sheet, head, "bold")
    for subject, group in groupby(rows, key=lambda row: row.fact.subject):
        yield Text(fold_space(layout.subject(subject)) or layout.words.no_subject, style="bold")
        rows_of_subject = tuple(group)
        for row in rows_of_subject:
            yield from _set_row(row, sheet)
        checks = dict.fromkeys(check for row in rows_of_subject for check in row.fact.checks)
        yield from (_below(check, "dim") for check in checks)


def _name_column(number: int, document: Document, width: int, layout: Layout) -> Text:
    """Return the document's number, as much of its name as fits in one line, and its language."""
    name = f"{number} {fold_space(name_document(document))}"
    language = f", {document.language}" if document.language else ""
    room = width - len(language)
    if cell_len(name) > room:
        name = set_cell_size(name, room - len(layout.ellipsis)).rstrip() + layout.ellipsis
    return Text(name + language)


def _set_row(row: Row, sheet: Sheet) -> Iterator[RenderableType]:
    """Yield the row, and below it what each document says where that has no column, and why they were linked."""
    head = [set_label(row, sheet.layout), *_verdict_and_value(row, sheet)]
    if sheet.columns.document:
        quotes = [Text("\n".join(_quotes(row.fact, document, sheet))) for document in sheet.documents]
        yield _grid(sheet, [*head, *quotes])
    else:
        yield _grid(sheet, head)
        for claim in row.fact.claims:
            document = sheet.index[claim.document]
            yield _below(f"{sheet.numbers[document.key]:>3}  {quote_claim(claim, document, sheet.layout)}")
    words = sheet.layout.words.terminal
    if sheet.layout.verbose and row.fact.links:
        weakest = min(row.fact.links, key=lambda link: link.confidence)
        sure = words.sure.format(confidence=word_confidence(weakest.confidence))
        yield _below(words.linked.format(why=weakest.why, sure=sure), "dim")


def _verdict_and_value(row: Row, sheet: Sheet) -> list[Text]:
    """Return both cells, or one; the findings that touch the fact stand below its verdict, a line each."""
    verdict = Text(sign_verdict(row.fact.verdict, sheet.layout), style=style_verdict(row.fact.verdict))
    value = set_value(row.fact, sheet.layout)
    troubles = [_trouble(trouble, sheet.layout) for trouble in row.troubles]
    if sheet.columns.value:
        return [Text("\n").join([verdict, *troubles]), value]
    return [Text("\n").join([verdict, *([value] if value else []), *troubles])]


def _trouble(trouble: Trouble, layout: Layout) -> Text:
    return Text(f"{sign_severity(trouble.severity, layout)} #{trouble.number}", style=style_severity(trouble.severity))


def _quotes(fact: Fact, document: Document, sheet: Sheet) -> tuple[str, ...]:
    """Return what *document* says of *fact*, each wording once."""
    claims = (claim for claim in fact.claims if sheet.index[claim.document].key == document.key)
    return tuple(dict.fromkeys(quote_claim(claim, document, sheet.layout) for claim in claims))


def _grid(sheet: Sheet, cells: Sequence[Text], style: str = "") -> RenderableType:
    """Return one row in columns of fixed widths, so that all rows stand in step."""
    columns = sheet.columns
    widths = [columns.label, _VERDICT, *([columns.value] if columns.value else [])]
    widths += [columns.document] * (len(cells) - len(widths))
    table = Table(box=None, show_header=False, padding=(0, GAP, 0, 0), pad_edge=False, style=style)
    for width in widths:
        table.add_column(width=width, overflow="fold")
    table.add_row(*cells)
    return Padding(table, (0, 0, 0, INDENT))


def _below(line: str, style: str = "") -> RenderableType:
    """Return *line* as it stands below the row it belongs to."""
    return Padding(Text(fold_space(line), style=style), (0, 0, 0, 2 * INDENT))
