"""The whole page: head, policy, sections in the order an editor reads them, and the parts that only scripts use."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

from crosscheck.records import REPORT_MARK, Report
from crosscheck.reports.html.catalogue import catalogue
from crosscheck.reports.html.findings import set_findings
from crosscheck.reports.html.ledger import set_ledger
from crosscheck.reports.html.markup import Content, Html, element, enclose, inline, join
from crosscheck.reports.html.matrix import set_facts
from crosscheck.reports.html.sheet import Sheet
from crosscheck.reports.html.signs import SEVERITY_SIGNS
from crosscheck.reports.html.sources import set_sources
from crosscheck.reports.html.strip import set_strip
from crosscheck.reports.html.timeline import set_timeline
from crosscheck.reports.html.tools import set_decisions, set_help, set_tools
from crosscheck.reports.layout import Layout
from crosscheck.reports.previous import compare
from crosscheck.reports.tool import tool
from crosscheck.reports.words import Section, words_of

_FOLDER = Path(__file__).parent
_STYLES = ("page", "findings", "facts", "documents", "print")
_SCRIPTS = ("folded", "entries", "links", "paragraphs", "filters", "keys", "decisions", "start")


def write(report: Report, layout: Layout) -> Iterator[str]:
    """Yield *report* as one HTML page that needs no other file and no network, piece by piece.

    The interface is in the language of *layout*; findings stay in the words they were made in. The width and colours of
    *layout* are a terminal's and not read.

    Raises:
        CrosscheckError: the interface does not speak the language.
    """
    difference = compare(layout.previous, report.findings) if layout.previous else None
    sheet = Sheet(catalogue(report), words_of(layout.language), layout, difference)
    yield f"<!doctype html>{REPORT_MARK}\n"
    head = element("head", *_head(sheet)).text
    yield from enclose("html", chain((head,), enclose("body", _body(sheet))), lang=sheet.words.language)
    yield "\n"


def _head(sheet: Sheet) -> tuple[Content, ...]:
    style, script = _read("css", _STYLES), _read("js", _SCRIPTS)
    policy = (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    return (
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", sheet.words.title),
        inline("style", style),
        inline("script", script, type="module"),
    )


def _body(sheet: Sheet) -> Iterator[str]:
    words = sheet.words
    yield element("a", words.skip, href="#findings", class_="skip").text
    yield element("header", element("h1", words.title), set_strip(sheet), _navigation(sheet)).text
    yield from enclose("main", _main(sheet))
    yield element("footer", element("p", words.made_by.format(version=tool().version))).text
    yield set_help(sheet).text
    yield element("template", json.dumps(words.tools, ensure_ascii=False), id="words").text


def _main(sheet: Sheet) -> Iterator[str]:
    yield _section("findings", [set_tools(sheet), set_findings(sheet), _gone(sheet)], sheet)
    yield _section("facts", set_facts(sheet), sheet)
    yield _section("timeline", set_timeline(sheet), sheet)
    yield _section("documents", set_sources(sheet), sheet)
    yield _section("coverage", set_ledger(sheet), sheet)
    yield join(set_decisions(sheet)).text


def _navigation(sheet: Sheet) -> Html:
    links = (element("a", title, href=f"#{name}") for name, title in sheet.words.sections.items())
    buttons = (
        element("button", sheet.words.tools["theme"], type="button", id="theme", hidden=True),
        element("button", sheet.words.tools["keys"], type="button", id="keys", hidden=True),
    )
    return element("nav", *links, *buttons, aria_label=sheet.words.title)


def _section(name: Section, content: Content, sheet: Sheet) -> str:
    title = element("h2", sheet.words.sections[name], id=f"{name}-title")
    return element("section", title, content, id=name, aria_labelledby=f"{name}-title", tabindex=-1).text


def _gone(sheet: Sheet) -> Content:
    """Return the findings of the earlier run that this one no longer has."""
    if sheet.difference is None or not sheet.difference.gone:
        return None
    lines = (
        element("li", f"{SEVERITY_SIGNS[past.severity]} {past.message} ", element("small", past.code))
        for past in sheet.difference.gone
    )
    return [
        element("h3", sheet.words.gone_lead),
        element("ul", *lines, class_="gone"),
    ]


@cache
def _read(kind: str, names: tuple[str, ...]) -> str:
    """Return the package's files of one kind as one text; each script in a block of its own."""
    return "".join((_FOLDER / kind / f"{name}.{kind}").read_text(encoding="utf-8") for name in names)


@cache
def _digest(source: str) -> str:
    """Return *source* as the policy names it: what it allows to run or to style is this text alone."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"
