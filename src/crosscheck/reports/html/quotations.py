"""A quotation in its paragraph: the words that carry the value marked, and in them what differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosscheck.records import Claim, Document, Evidence, Span
from crosscheck.reports.html.markup import Content, Html, element
from crosscheck.reports.html.paragraphs import excerpt, room_for
from crosscheck.reports.html.sheet import Sheet

ELLIPSIS = "…"


def set_side(evidence: Evidence, differing: Sequence[Span], sheet: Sheet) -> Html:
    """Return one side of a finding: who says it, where, and the words in their paragraph."""
    document = sheet.catalogue.documents.get(evidence.document)
    claim = sheet.catalogue.claims.get(evidence.claim)
    return element(
        "figure",
        element("figcaption", *_caption(evidence, document, claim, sheet)),
        element(
            "blockquote",
            *_passage(evidence, differing, claim, sheet),
            lang=sheet.language_of(document),
        ),
    )


def mark_pieces(quote: str, differing: Sequence[Span]) -> Iterator[Content]:
    """Yield *quote* with the pieces that differ, offsets in it, in bold."""
    end = 0
    for span in differing:
        yield quote[end : span.start]
        yield element("b", quote[span.start : span.end])
        end = span.end
    yield quote[end:]


def _caption(evidence: Evidence, document: Document | None, claim: Claim | None, sheet: Sheet) -> Iterator[Content]:
    yield [element("cite", document.source), " "] if document and document.source else None
    yield f"{sheet.words.quoting.format(speaker=claim.speaker)} " if claim and claim.speaker else None
    place = f"{evidence.document}:{evidence.line}:{evidence.column}"
    anchor = sheet.catalogue.claim_anchors.get(evidence.claim)
    yield element("a", place, href=f"#{anchor}") if anchor else element("span", place, class_="place")


def _passage(evidence: Evidence, differing: Sequence[Span], claim: Claim | None, sheet: Sheet) -> Iterator[Content]:
    galley = sheet.catalogue.galley(evidence.document)
    marked = element("mark", mark_pieces(evidence.quote, differing))
    if galley is None or claim is None or galley.document.slice(claim.quote) != evidence.quote:
        before, quoted, after = evidence.sentence.partition(evidence.quote)
        yield from (before, marked, after) if quoted else (before, " ", marked)
        return
    text = galley.document.text
    room = room_for(len(sheet.catalogue.finding_anchors))
    shown = excerpt(text, galley.paragraphs, claim.sentence, claim.quote, room)
    yield f"{ELLIPSIS} " if shown.cut_before else None
    yield text[shown.span.start : claim.quote.start]
    yield marked
    yield text[claim.quote.end : shown.span.end]
    yield f" {ELLIPSIS}" if shown.cut_after else None
