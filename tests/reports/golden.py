"""What each writer makes of the sample report. ``python tests/reports/golden.py`` writes the files anew: read them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec
from sample_report import DOCUMENTS, LABELS, REPORT, RULE_PAGES, annotated

from crosscheck import Config, __version__, check
from crosscheck.config import known_concepts
from crosscheck.records import Report
from crosscheck.reports import EXTRACTION_WRITERS, WRITERS, schema1
from crosscheck.reports.layout import Layout

FOLDER = Path(__file__).parents[1] / "golden"
SCHEMA = Path(schema1.__file__).with_suffix(".json")
LAYOUT = Layout(width=80, labels=LABELS, rules=RULE_PAGES)


def without_version(text: str) -> str:
    """Return *text* with the installed version blanked, which no golden file should follow."""
    named = text.replace(f'"fullName": "crosscheck {__version__}"', '"fullName": "crosscheck 0"')
    return named.replace(f'"version": "{__version__}"', '"version": "0"')


def spelled(file_format: str, report: Report, layout: Layout) -> str:
    """Return *report* as *file_format*, all pieces in one."""
    return "".join(WRITERS[file_format](report, layout))


def written(file_format: str, layout: Layout) -> str:
    """Return the sample report as *file_format*."""
    return without_version(spelled(file_format, REPORT, layout))


def told_in_german(file_format: str) -> str:
    """Return what is found in the sample's documents as *file_format*, in German."""
    labels = {name: concept.label["de"] for name, concept in known_concepts(Config()).items() if concept.label}
    layout = msgspec.structs.replace(LAYOUT, language="de", labels=labels)
    return without_version(spelled(file_format, check(DOCUMENTS, language="de"), layout))


def _body(page: str) -> str:
    """Return what stands on *page*, a line an element that opens on its own; its style and script are files already."""
    body = (
        page.partition("<body>")[2]
        .partition('<template id="words">')[0]
        .replace(f"crosscheck {__version__}", "crosscheck 0")
    )
    return re.sub(r"(?=<(?:section|details|figure|dl|table|tr|p|li|div|form|h\d)[ >])", "\n", body) + "\n"


def extracted(file_format: str, language: str = "en") -> str:
    """Return the sample extraction as *file_format*."""
    documents = [annotated(document) for document in DOCUMENTS]
    layout = msgspec.structs.replace(LAYOUT, language=language)
    return without_version(EXTRACTION_WRITERS[file_format](documents, REPORT.claims, layout))


GOLDEN: Mapping[str, Callable[[], str]] = {
    "terminal.txt": lambda: written("terminal", LAYOUT),
    "terminal-wide.txt": lambda: written("terminal", msgspec.structs.replace(LAYOUT, width=132, verbose=True)),
    "terminal-narrow-ascii.txt": lambda: written("terminal", msgspec.structs.replace(LAYOUT, width=60, unicode=False)),
    "terminal-de.txt": lambda: told_in_german("terminal"),
    "html.html": lambda: _body(written("html", LAYOUT)),
    "html-de.html": lambda: _body(told_in_german("html")),
    "markdown-de.md": lambda: told_in_german("markdown"),
    "json.json": lambda: written("json", LAYOUT),
    "extraction.terminal.txt": lambda: extracted("terminal"),
    "extraction-de.terminal.txt": lambda: extracted("terminal", "de"),
    "extraction.json.json": lambda: extracted("json"),
    "lines.txt": lambda: written("lines", LAYOUT),
    "markdown.md": lambda: written("markdown", LAYOUT),
    "sarif.json": lambda: written("sarif", LAYOUT),
    "github.txt": lambda: written("github", LAYOUT),
    "gitlab.json": lambda: written("gitlab", LAYOUT),
    "junit.xml": lambda: written("junit", LAYOUT),
    "rdjson.json": lambda: written("rdjson", LAYOUT),
}
"""File name -> its content as written now; a file is named after its format."""


if __name__ == "__main__":
    for name, write in GOLDEN.items():
        (FOLDER / name).write_text(write(), encoding="utf-8")
    SCHEMA.write_text(schema1.json_schema(), encoding="utf-8")
