"""What only a browser with scripts can use: filters, order, the list of keys, decisions. The script shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crosscheck.reports.html.findings import subjects_of
from crosscheck.reports.html.folding import ROWS
from crosscheck.reports.html.markup import Content, Html, element
from crosscheck.reports.html.sheet import Sheet
from crosscheck.reports.wording import SEVERITIES, name_document

ORDERS = ("gravity", "confidence", "place", "name")
_KEYS = (("j", "next"), ("k", "previous"), ("Enter", "open"), ("/", "search"), ("?", "help"), ("Esc", "leave"))


def set_tools(sheet: Sheet) -> Content:
    """Return the filters above the findings; nothing where there are no findings."""
    if not sheet.catalogue.report.findings:
        return None
    tools = sheet.words.tools
    orders = (element("option", tools[f"by_{order}"], value=order) for order in ORDERS)
    return element(
        "form",
        element(
            "div",
            _field(tools["search"], element("input", type="search", id="search", autocomplete="off")),
            *_selects(sheet),
        ),
        element(
            "div",
            _field(tools["sort"], element("select", *orders, id="sort")),
            element("button", tools["reset"], type="reset"),
            element("button", tools["expand"], type="button", id="expand"),
            element("p", role="status", id="shown"),
        ),
        id="filters",
        hidden=True,
    )


def _selects(sheet: Sheet) -> Iterator[Content]:
    words, tools = sheet.words, sheet.words.tools
    findings = sheet.catalogue.report.findings
    severities = [(name, words.severity[name]) for name in SEVERITIES]
    kinds = [(kind, words.kind[kind]) for kind in dict.fromkeys(finding.kind for finding in findings)]
    documents = [
        (str(number), f"{number} {name_document(document)}")
        for number, document in enumerate(sheet.catalogue.report.documents, 1)
    ]
    yield _select("severity", severities, sheet)
    yield _select("kind", kinds, sheet)
    yield _select("document", documents, sheet)
    yield _field(tools["entity"], element("input", type="search", id="entity", list="subjects", autocomplete="off"))
    subjects = (element("option", value=subject) for subject in subjects_of(sheet)[:ROWS])
    yield element("datalist", *subjects, id="subjects")
    if sheet.difference is not None:
        yield _select("since", [("new", words.new), ("unchanged", words.unchanged)], sheet)
    decided = [("open", tools["open"]), ("accepted", tools["accepted"]), ("dismissed", tools["dismissed"])]
    yield _select("decided", decided, sheet)


def _select(name: str, choices: Iterable[tuple[str, str]], sheet: Sheet) -> Html:
    options = (element("option", label, value=value) for value, label in choices)
    every = element("option", sheet.words.tools["all"], value="")
    return _field(sheet.words.tools[name], element("select", every, *options, id=name))


def _field(label: str, control: Html) -> Html:
    return element("label", label, " ", control)


def set_decisions(sheet: Sheet) -> Content:
    """Return the form of a decision and where all are kept.

    The script sets a copy of the form in each open finding, with the link that leads there.
    """
    if not sheet.catalogue.report.findings:
        return None
    tools = sheet.words.tools
    form = element(
        "form",
        _field(tools["reason"], element("input", type="text", required=True, autocomplete="off")),
        element("button", tools["accept"], type="submit", value="accepted"),
        element("button", tools["dismiss"], type="submit", value="dismissed"),
        element("button", tools["undo"], type="button", hidden=True),
        element("p", role="status"),
        element("a", sheet.words.link, href="#findings"),
        class_="decision",
    )
    panel = element(
        "section",
        element("h2", tools["decisions"], id="decisions-title"),
        element("p", tools["decisions_lead"]),
        element(
            "p",
            _field(tools["by"], element("input", type="text", id="by", autocomplete="name", required=True)),
            _field(tools["until"], element("input", type="date", id="until")),
        ),
        element("textarea", id="yaml", readonly=True, rows=6, aria_labelledby="decisions-title", spellcheck="false"),
        element(
            "p",
            element("button", tools["copy"], type="button", id="copy"),
            element("button", tools["download"], type="button", id="download"),
            element("span", role="status", id="copied"),
        ),
        id="decisions",
        aria_labelledby="decisions-title",
        hidden=True,
    )
    return [element("template", form, id="decision"), panel]


def set_help(sheet: Sheet) -> Html:
    """Return the list of keys, with the switch that turns those of one letter off."""
    tools = sheet.words.tools
    keys = ((element("dt", element("kbd", key)), element("dd", tools[f"key_{name}"])) for key, name in _KEYS)
    letters = element("input", type="checkbox", id="letters", checked=True)
    return element(
        "dialog",
        element("h2", tools["keys"], id="keys-title"),
        element("dl", *keys),
        element("p", element("label", letters, " ", tools["keys_on"])),
        element("form", element("button", tools["close"]), method="dialog"),
        id="help",
        aria_labelledby="keys-title",
    )
