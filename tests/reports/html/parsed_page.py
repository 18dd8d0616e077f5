"""A page as a browser without scripts reads it."""

from __future__ import annotations

from lxml import html

from crosscheck.records import Report
from crosscheck.reports.html import write
from crosscheck.reports.layout import Layout


def markup(report: Report, layout: Layout | None = None) -> str:
    """Return *report* as a page."""
    return "".join(write(report, layout or Layout()))


def parsed(report: Report, layout: Layout | None = None) -> html.HtmlElement:
    """Return *report* as a tree of elements."""
    return html.document_fromstring(markup(report, layout))


def words(element: html.HtmlElement) -> str:
    """Return the text of *element*, every run of white space as one space."""
    return " ".join(element.text_content().split())
