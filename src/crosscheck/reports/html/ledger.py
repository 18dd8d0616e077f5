"""The coverage ledger: where every value of every document ended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import get_args

from crosscheck.records import Entry, Outcome, name_reason
from crosscheck.reports.html.folding import fold, fold_rest
from crosscheck.reports.html.markup import Content, Html, element
from crosscheck.reports.html.sheet import Sheet
from crosscheck.reports.wording import name_document

OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)


def set_ledger(sheet: Sheet) -> Html:
    """Return how many values of each document were compared or not, why they were skipped, and which these are."""
    coverage = sheet.catalogue.report.coverage
    entries: dict[str, list[Entry]] = {document.key: [] for document in sheet.catalogue.report.documents}
    for entry in coverage.entries:
        entries.setdefault(entry.document, []).append(entry)
    lead = sheet.words.coverage_lead.format(mentions=sheet.words.count(coverage.mentions, "mention"))
    return element(
        "div",
        element("p", lead),
        fold_rest(
            list(entries.items()),
            lambda rows: _table(dict(rows), sheet),
            lambda number: sheet.words.count(number, "document"),
        ),
        *_reasons(coverage.skipped, sheet),
        *(_skipped(name, listed, sheet) for name, listed in entries.items()),
    )


def _table(entries: Mapping[str, list[Entry]], sheet: Sheet) -> Html:
    heads = [sheet.words.sections["documents"], *(sheet.words.outcome[outcome] for outcome in OUTCOMES)]
    rows = (_row(name, Counter(entry.outcome for entry in listed), sheet) for name, listed in entries.items())
    table = element(
        "table",
        element("thead", element("tr", *(element("th", head, scope="col") for head in heads))),
        element("tbody", *rows),
        class_="ledger",
    )
    return element("div", table, class_="wide", tabindex=0, role="group", aria_label=sheet.words.sections["coverage"])


def _row(name: str, counts: Mapping[Outcome, int], sheet: Sheet) -> Html:
    cells = (element("td", sheet.words.number(counts.get(outcome, 0))) for outcome in OUTCOMES)
    return element("tr", element("th", _name(name, sheet), scope="row"), *cells)


def _name(name: str, sheet: Sheet) -> str:
    document = sheet.catalogue.documents.get(name)
    return name_document(document) if document else name


def _reasons(skipped: Mapping[str, int], sheet: Sheet) -> Iterator[Content]:
    if not skipped:
        return
    yield element("h3", sheet.words.skipped_why)
    ordered = sorted(skipped.items(), key=lambda pair: (-pair[1], pair[0]))
    rows = (
        element("li", element("b", sheet.words.number(count)), f" {name_reason(reason, sheet.layout.locale)}")
        for reason, count in ordered
    )
    yield element("ul", *rows, class_="reasons")


def _skipped(name: str, entries: list[Entry], sheet: Sheet) -> Content:
    """Return the values of a document that were skipped, by reason, folded away."""
    document = sheet.catalogue.documents.get(name)
    by_reason: dict[str, list[str]] = {}
    for entry in entries:
        if entry.outcome == "skipped" and document is not None:
            reason = name_reason(entry.why, sheet.layout.locale)
            by_reason.setdefault(reason, []).append(" ".join(document.slice(entry.span).split()))
    if not by_reason:
        return None
    lines = (element("li", element("b", f"{reason}: "), " · ".join(values)) for reason, values in by_reason.items())
    return fold(sheet.words.every_value.format(document=_name(name, sheet)), element("ul", *lines, class_="skipped"))
