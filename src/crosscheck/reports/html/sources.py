"""The documents as they stand, every claim marked by the verdict on its fact and leading to the proof."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.records import Claim
from crosscheck.reports.html.catalogue import Galley, anchor_of_run
from crosscheck.reports.html.folding import wait
from crosscheck.reports.html.markup import Content, Html, element
from crosscheck.reports.html.sheet import Sheet
from crosscheck.reports.html.signs import VERDICT_SIGNS
from crosscheck.reports.wording import name_document

OPEN, SET = 4, 50
"""How many documents stand open from the start, and how many are set before one is opened."""


def set_sources(sheet: Sheet) -> Html:
    """Return all documents, in their order, and below them what the marks mean."""
    galleys = sheet.catalogue.galleys.values()
    return element("div", _legend(sheet), *(_source(galley, sheet) for galley in galleys), class_="sources")


def _legend(sheet: Sheet) -> Html:
    marks = (
        element("li", element("span", sheet.words.verdict[verdict], class_=verdict), f" {sign}")
        for verdict, sign in VERDICT_SIGNS.items()
    )
    return element("ul", *marks, class_="legend", aria_label=sheet.words.legend)


def _source(galley: Galley, sheet: Sheet) -> Html:
    document = galley.document
    number = sheet.catalogue.numbers[document.key]
    count = len(sheet.catalogue.galleys)
    text = element("div", *_text(galley, number, sheet), class_="text", lang=sheet.language_of(document))
    return element(
        "details",
        element("summary", *_heading(galley, number, sheet)),
        text if count <= SET else wait(text),
        id=f"d{number}",
        open=count <= OPEN,
    )


def _heading(galley: Galley, number: int, sheet: Sheet) -> Iterator[Content]:
    document = galley.document
    yield element("strong", f"{number} {name_document(document)}")
    known = (document.title, document.key, document.language, document.published and document.published.isoformat())
    yield f" {', '.join(word for word in known if word)} "
    findings = {n for claim in galley.claims for n in sheet.catalogue.findings.get(claim.id, ())}
    counts = sheet.words.in_document.format(
        claims=sheet.words.count(len(galley.claims), "claim"), findings=sheet.words.count(len(findings), "finding")
    )
    yield element("small", counts)


def _text(galley: Galley, number: int, sheet: Sheet) -> Iterator[Content]:
    shown = 0
    for runs in galley.runs:
        pieces: list[Content] = []
        for run in runs:
            words = galley.document.slice(run.span)
            if run.mark < 0:
                pieces.append(words)
                continue
            pieces.append(_mark(words, galley.claims[run.mark], anchor_of_run(number, shown), sheet))
            shown += 1
        yield element("p", *pieces)


def _mark(words: str, claim: Claim, anchor: str, sheet: Sheet) -> Html:
    """Return the claim's *words*, leading to the finding that quotes it, else to its fact where that has a row."""
    fact = sheet.catalogue.facts.get(claim.id)
    findings = sheet.catalogue.findings.get(claim.id, ())
    row = sheet.catalogue.fact_anchors.get(fact.id) if fact else None
    target = sheet.catalogue.finding_anchors[findings[0]] if findings else row
    label = ": ".join(filter(None, (sheet.layout.subject(claim.subject), sheet.layout.label(claim.attribute))))
    verdict = f"{sheet.words.verdict[fact.verdict]}, " if fact else ""
    number = element("sup", *(f" {n + 1}" for n in findings)) if findings else None
    kind = fact.verdict if fact else "loose"
    return element(
        "a" if target else "span",
        words,
        number,
        id=anchor,
        class_=None if findings and kind == "contradicted" else kind,  # as the style sheet sets what has no class
        href=f"#{target}" if target else None,
        title=None if target else f"{verdict}{label}",
    )
