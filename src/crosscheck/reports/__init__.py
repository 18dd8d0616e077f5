"""A writer per format: a report and the room for it in, text out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from crosscheck.records import Report
from crosscheck.reports import schema1, terminal
from crosscheck.reports.layout import Layout
from crosscheck.reports.lines import write_lines

Writer = Callable[[Report, Layout], str]

WRITERS: Mapping[str, Writer] = MappingProxyType(
    {
        "terminal": terminal.write,
        "json": schema1.write,
    }
)
"""Every format there is."""

__all__ = ["WRITERS", "Layout", "Writer", "write_lines"]
