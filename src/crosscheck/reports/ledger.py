"""The coverage ledger on a terminal: one line, or every mention with where it ended."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from crosscheck.records import Document, Entry, Report, name_reason
from crosscheck.reports.layout import Layout
from crosscheck.reports.printable import fold_space, printable
from crosscheck.reports.wording import index_documents, word_coverage

_INDENT = 2


def set_coverage(report: Report, layout: Layout) -> Iterator[RenderableType]:
    """Yield where the mentions ended: in one line; in a verbose layout also the reasons, and every mention."""
    yield Text(f"{layout.words.sections['coverage']}: {word_coverage(report.coverage, layout.words)}", style="dim")
    if not layout.verbose:
        return
    for reason, number in sorted(report.coverage.skipped.items(), key=lambda pair: (-pair[1], pair[0])):
        shown = f"{layout.words.number(number):>6}  {name_reason(reason, layout.locale)}"
        yield Text(f"  {shown}", style="dim")
    index = index_documents(report.documents)
    for key, entries in groupby(report.coverage.entries, key=lambda entry: entry.document):
        yield Text(f"\n  {printable(key)}", style="bold dim")
        yield _set_entries(index[key], [*entries], layout)


def _set_entries(document: Document, entries: list[Entry], layout: Layout) -> RenderableType:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    for entry in entries:
        line, column = document.place(entry.span.start)
        why = name_reason(entry.why, layout.locale) if entry.outcome == "skipped" else layout.label(entry.why)
        words = fold_space(document.slice(entry.span))
        table.add_row(
            Text(f"{line}:{column}", "cyan"),
            Text(words),
            Text(f"{layout.words.outcome[entry.outcome]}: {fold_space(why)}", "dim"),
        )
    return Padding(table, (0, 0, 0, 2 * _INDENT))
