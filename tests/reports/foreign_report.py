"""Reports made for the writers that programs read: letters of every width, and documents that try to be mark-up."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from sample_report import RANK_FINDING, VOTES

from crosscheck.records import Claim, Coverage, Document, Evidence, Finding, Report, Severity, Span

WIDE = {
    "wire/Größe.txt": "Über die Brücke 😀 gingen 12.431 Menschen.",
    "./wire/cafe\u0301.txt": "Zu\u0308rich 👩‍🚒: 12.341 Menschen überquerten die Brücke.",
}
"""Umlauts composed and combined, an emoji of one code point and one of three, before the figure of each text."""
HOSTILE = "\x1b[31m<script>alert('1')</script> %0A::error::x ]]> [a](http://b) @desk #7 www.c.d | `r` **1** \u202e&amp;"


def place(document: Document, quote: str) -> tuple[Claim, Evidence]:
    """Return a claim that *quote* makes in the one sentence of *document*, and its evidence."""
    start = document.text.index(quote)
    span = Span(start, start + len(quote))
    claim = replace(
        VOTES,
        id=f"{document.key}#1",
        document=document.key,
        sentence=Span(0, len(document.text)),
        quote=span,
    )
    line, column = document.place(span.start)
    evidence = Evidence(
        document=document.key,
        line=line,
        column=column,
        end_line=line,
        end_column=column + len(quote),
        sentence=document.text,
        quote=quote,
        claim=claim.id,
    )
    return claim, evidence


def report_of(texts: dict[str, str], quotes: Sequence[str], **about: str) -> Report:
    """Return a report on *texts*, by path, with one finding that quotes each of them; *about* overrides its fields."""
    documents = tuple(Document(id=path, path=path, text=text) for path, text in texts.items())
    placed = [place(document, quote) for document, quote in zip(documents, quotes, strict=True)]
    finding = replace(RANK_FINDING, evidence=tuple(evidence for _, evidence in placed), **about)
    return Report(
        documents=documents,
        claims=tuple(claim for claim, _ in placed),
        facts=(),
        findings=(finding,),
        coverage=Coverage(),
    )


def several(severity: Severity, number: int) -> tuple[Finding, ...]:
    """Return *number* findings of *severity*, each with its own fingerprint."""
    return tuple(
        replace(RANK_FINDING, severity=severity, message=f"{severity} {n}", fingerprint=f"{severity[0]}{n:015}")
        for n in range(number)
    )


FOREIGN = report_of(WIDE, ["12.431 Menschen", "12.341 Menschen"])
ATTACK = report_of(
    {"a,b:c%/1.txt": HOSTILE, "b\n::warning::/2.txt": f"# {HOSTILE}"},
    [HOSTILE[5:20], HOSTILE[5:20]],
    message=HOSTILE,
    suggestion=HOSTILE,
)
CROWD = replace(
    FOREIGN, findings=(*several("error", 13), *several("warning", 11), *several("info", 11)), coverage=Coverage()
)
