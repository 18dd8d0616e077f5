"""A writer per format: a report and the room for it in, text out, piece by piece.

What a writer needs is imported when it first writes: naming the formats must cost the command line nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crosscheck.records import Annotated, Claim, Report
    from crosscheck.reports.layout import Layout

Writer = Callable[["Report", "Layout"], "Iterable[str]"]
"""Gives the text in pieces, to be written one after the other: a long report need not be held in memory as one text."""
ExtractionWriter = Callable[["Sequence[Annotated]", "Sequence[Claim]", "Layout"], str]


def _report_writer(module: str) -> Writer:
    """Return the ``write`` of *module*, which gives one text or an iterator of its pieces."""

    def write(report: Report, layout: Layout) -> Iterable[str]:
        written: str | Iterable[str] = import_module(f"crosscheck.reports.{module}").write(report, layout)
        return (written,) if isinstance(written, str) else written

    return write


def _extraction_writer(module: str) -> ExtractionWriter:
    """Return the ``write`` of *module*."""

    def write(documents: Sequence[Annotated], claims: Sequence[Claim], layout: Layout) -> str:
        writer: ExtractionWriter = import_module(f"crosscheck.reports.{module}").write
        return writer(documents, claims, layout)

    return write


WRITERS: Mapping[str, Writer] = MappingProxyType(
    {
        "terminal": _report_writer("terminal"),
        "html": _report_writer("html"),
        "json": _report_writer("encode1"),
        "lines": _report_writer("lines"),
        "markdown": _report_writer("markdown"),
        "sarif": _report_writer("sarif"),
        "github": _report_writer("github"),
        "gitlab": _report_writer("gitlab"),
        "junit": _report_writer("junit"),
        "rdjson": _report_writer("rdjson"),
    }
)
"""Every format of a report."""
TRANSLATED = frozenset({"html", "lines", "markdown", "terminal"})
"""The formats that people read: they speak the language of the environment where none is asked for."""

EXTRACTION_WRITERS: Mapping[str, ExtractionWriter] = MappingProxyType(
    {
        "terminal": _extraction_writer("extraction_table"),
        "json": _extraction_writer("extraction1"),
    }
)
"""Every format of an extraction."""

__all__ = ["EXTRACTION_WRITERS", "TRANSLATED", "WRITERS", "ExtractionWriter", "Writer"]
