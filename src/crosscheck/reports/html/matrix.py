"""The facts: a row each, a column a document; with too many documents, what each says in one cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

import msgspec

from crosscheck.records import Amount, Claim, Document, Fact, Span
from crosscheck.reports.html.allowed import word_amount
from crosscheck.reports.html.folding import fold_rest
from crosscheck.reports.html.markup import Content, Html, element
from crosscheck.reports.html.quotations import mark_pieces
from crosscheck.reports.html.sheet import Sheet
from crosscheck.reports.html.signs import SEVERITY_SIGNS, VERDICT_SIGNS
from crosscheck.reports.marks import mark_differences
from crosscheck.reports.ordering import Row
from crosscheck.reports.wording import documents_of, name_document, word_scope, word_value

COLUMNS = 8
"""How many documents have a column each."""
LENGTH = 90
"""Code points of a quotation that are shown in a cell."""

_Marks = Mapping[str, tuple[Span, ...]]
"""The pieces of quotations that differ, by claim id."""


def set_facts(sheet: Sheet) -> Html:
    """Return the facts that were compared and those that were derived, gravest first, and how many others there are."""
    facts = sheet.catalogue.arrangement
    return element(
        "div",
        fold_rest(facts.compared, lambda rows: _table(rows, sheet), lambda number: _more(number, sheet)),
        element("p", sheet.words.agree(len(facts.dating), sheet.words.dating), class_="note") if facts.dating else None,
        [
            element("h3", sheet.words.derived),
            fold_rest(facts.derived, lambda rows: _derived(rows, sheet), lambda number: _more(number, sheet)),
        ]
        if facts.derived
        else None,
        element("p", sheet.words.stated_once.format(facts=sheet.words.count(len(facts.single), "fact")), class_="note")
        if facts.single
        else None,
    )


def _more(number: int, sheet: Sheet) -> str:
    return sheet.words.more_facts.format(facts=sheet.words.count(number, "fact"))


def _table(rows: Sequence[Row], sheet: Sheet) -> Content:
    """Return *rows*, subject by subject; what is wider than the page scrolls by itself."""
    if not rows:
        return None
    columns = _columns(sheet)
    heads = [name_document(document) for document in columns] or [sheet.words.said_column]
    head = [sheet.words.fact, sheet.words.verdict_column, sheet.words.value_column, *heads]
    bodies = (
        element(
            "tbody",
            _subject(sheet.layout.subject(subject), len(head), sheet),
            *(_row(row, columns, sheet) for row in group),
        )
        for subject, group in groupby(rows, key=lambda row: row.fact.subject)
    )
    table = element(
        "table",
        element("thead", element("tr", *(element("th", name, scope="col") for name in head))),
        *bodies,
        class_="facts",
    )
    return element("div", table, class_="wide", tabindex=0, role="group", aria_label=sheet.words.sections["facts"])


def _columns(sheet: Sheet) -> tuple[Document, ...]:
    """Return the documents that have a column each, none where there are too many."""
    documents = sheet.catalogue.report.documents
    return documents if len(documents) <= COLUMNS else ()


def _subject(subject: str, width: int, sheet: Sheet) -> Html:
    name = sheet.layout.subject(subject) or sheet.words.no_subject
    return element("tr", element("th", name, colspan=width))


def _row(row: Row, columns: Sequence[Document], sheet: Sheet) -> Html:
    fact = row.fact
    marks = _mark_quotes(fact, sheet)
    if columns:
        cells = [element("td", *_said(fact, document, marks, sheet)) for document in columns]
    else:
        documents = dict.fromkeys(sheet.catalogue.documents[name].key for name in documents_of(fact))
        cells = [element("td", *_said_by_all(fact, list(documents), marks, sheet))]
    return element(
        "tr",
        element("th", *_label(row, sheet)),
        element("td", *_verdict(row, sheet)),
        element("td", _word_joint(fact, sheet)),
        *cells,
        id=sheet.catalogue.fact_anchors[fact.id],
        class_=fact.verdict,
    )


def _label(row: Row, sheet: Sheet) -> Iterator[Content]:
    yield sheet.layout.label(row.fact.attribute)
    scope = row.fact.scope if row.is_namesake else msgspec.structs.replace(row.fact.scope, event="")
    narrowed = word_scope(scope, sheet.words, without=row.fact.subject)
    yield element("small", f" ({narrowed})") if narrowed else None


def _verdict(row: Row, sheet: Sheet) -> Iterator[Content]:
    yield f"{VERDICT_SIGNS[row.fact.verdict]} {sheet.words.verdict[row.fact.verdict]}"
    for trouble in row.troubles:
        label = f"{SEVERITY_SIGNS[trouble.severity]} {sheet.words.severity[trouble.severity]} {trouble.number}"
        anchor = sheet.catalogue.finding_anchors[trouble.number - 1]
        yield element("br")
        yield element("a", label, href=f"#{anchor}")


def _word_joint(fact: Fact, sheet: Sheet) -> str:
    """Return what the sources jointly say, or how they are divided."""
    if isinstance(fact.value, Amount) and fact.value.stated is None:
        return word_amount(fact.value, sheet.words)
    if fact.value is not None:
        measured = any(c.mention and c.mention.kind in {"quantity", "money"} for c in fact.claims or fact.sources)
        return word_value(fact.value, sheet.layout.locale, counted=not measured)
    if fact.against and fact.verdict == "contradicted":
        counts = {"for": sheet.words.number(fact.in_favour), "against": sheet.words.number(fact.against)}
        return sheet.words.divided.format(**counts)
    return ""


def _mark_quotes(fact: Fact, sheet: Sheet) -> _Marks:
    """Return, by claim id, the pieces of its quotation that differ from the others', where the claims exclude them."""
    if fact.verdict != "contradicted" or fact.value is not None or len(fact.claims) < 2:
        return {}
    marks = mark_differences("value", [_quote(claim, sheet) for claim in fact.claims])
    return {claim.id: spans for claim, spans in zip(fact.claims, marks, strict=True)}


def _quote(claim: Claim, sheet: Sheet) -> str:
    return sheet.catalogue.documents[claim.document].slice(claim.quote)


def _said(fact: Fact, document: Document, marks: _Marks, sheet: Sheet) -> Iterator[Content]:
    """Yield what *document* says of *fact*, each wording once."""
    said: set[str] = set()
    for claim in fact.claims:
        quote = _quote(claim, sheet)
        if sheet.catalogue.documents[claim.document].key != document.key or quote in said:
            continue
        yield element("br") if said else None
        said.add(quote)
        yield link_claim(claim, marks.get(claim.id, ()), sheet)


def link_claim(claim: Claim, differing: Sequence[Span], sheet: Sheet) -> Iterator[Content]:
    """Yield the words that carry the claim's value, as a link to where they stand."""
    quote = _quote(claim, sheet)
    cut = len(quote) > LENGTH
    words: list[Content] = [quote[:LENGTH], "…"] if cut else list(mark_pieces(quote, differing))
    anchor = sheet.catalogue.claim_anchors.get(claim.id)
    yield element("a", *words, href=f"#{anchor}") if anchor else words
    if claim.modality != "asserted":
        yield f" ({sheet.words.modality[claim.modality]})"


def _said_by_all(fact: Fact, keys: Sequence[str], marks: _Marks, sheet: Sheet) -> Iterator[Content]:
    for number, key in enumerate(keys):
        document = sheet.catalogue.documents[key]
        yield element("br") if number else None
        yield f"{name_document(document)}: "
        yield from _said(fact, document, marks, sheet)


def _derived(rows: Sequence[Row], sheet: Sheet) -> Content:
    lines = (element("li", *_derivation(row, sheet), id=sheet.catalogue.fact_anchors[row.fact.id]) for row in rows)
    return element("ul", *lines, class_="derived")


def _derivation(row: Row, sheet: Sheet) -> Iterator[Content]:
    fact = row.fact
    about = ": ".join(filter(None, (sheet.layout.subject(fact.subject), sheet.layout.label(fact.attribute))))
    yield element("strong", f"{about} {_word_joint(fact, sheet)}")
    yield [element("br"), ", ".join(fact.checks)] if fact.checks else None
    yield element("br")
    yield element("small", sheet.words.derived_from.format(formula=sheet.layout.formula(fact.derived)), ": ")
    yield from _sources(fact, sheet)


def _sources(fact: Fact, sheet: Sheet) -> Iterator[Content]:
    for number, claim in enumerate(fact.sources):
        yield ", " if number else None
        yield link_claim(claim, (), sheet)
