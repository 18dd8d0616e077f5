"""A report in which every field that a document, a setting or an earlier run can fill holds an attack."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import msgspec

from crosscheck.records import (
    Amount,
    Claim,
    Coverage,
    Document,
    Entry,
    Evidence,
    Fact,
    Finding,
    Implied,
    Link,
    Period,
    Report,
    Scope,
    Span,
)
from crosscheck.reports.layout import Layout
from crosscheck.reports.previous import Previous
from crosscheck.values.interval import Interval

PAYLOADS = {
    "script": "<script>alert(1)</script>",
    "attribute": "\" onmouseover='alert(1)' autofocus onfocus=\"alert(1)",
    "image": "<img src=x onerror=alert(1)>",
    "svg": '<svg onload="alert(1)"><a xlink:href="javascript:alert(1)">',
    "style": "</style><style>*{display:none}</style>",
    "css": "red;background:url(//example.invalid/x)",
    "template": "{{constructor.constructor('alert(1)')()}} ${alert(1)} <%= 1 %>",
    "closing": "</noscript></template></textarea></title></script><script>alert(1)</script>",
    "comment": "--><script>alert(1)</script><!--",
    "entities": "&lt;script&gt;alert(1)&lt;/script&gt; &#60;b&#62;",
    "address": "javascript:alert(1)",
    "refresh": '<meta http-equiv="refresh" content="0;url=//example.invalid">',
    "plaintext": "<plaintext><base href=//example.invalid>",
    "finding": '</span><details id="f-0" class="error">',
    "direction": "\u202e)1(trela\u202c\x00\x1b[2J",
}
_REPEATED = 8
"""How often each payload's finding stands in the mixture: some then wait to be set."""


def hostile_mixture() -> Report:
    """Return one report with every payload in every field, its first findings one a payload, 120 in all."""
    reports = [hostile_report(payload) for payload in PAYLOADS.values()]
    return Report(
        documents=tuple(document for report in reports for document in report.documents),
        claims=tuple(claim for report in reports for claim in report.claims),
        facts=tuple(fact for report in reports for fact in report.facts),
        findings=tuple(finding for report in reports for finding in report.findings) * _REPEATED,
        coverage=Coverage(tuple(entry for report in reports for entry in report.coverage.entries)),
    )


def hostile_report(payload: str) -> Report:
    """Return a report with *payload* in every field of its records."""
    documents = tuple(_document(name, payload) for name in ("left", "right"))
    claims = tuple(_claim(document, payload) for document in documents)
    days = tuple(_claim(document, payload, day=day) for day, document in enumerate(documents, 1))
    facts = (
        _fact("a", claims, payload),
        _fact("b", days, payload),
        Fact(id=f"c{payload}", subject=payload, attribute=payload, claims=(), derived=payload, sources=claims),
    )
    return Report(
        documents=documents,
        claims=claims + days,
        facts=facts,
        findings=(_finding(documents, claims, payload),),
        coverage=Coverage((Entry(documents[0].key, Span(0, 5), "skipped", payload),)),
    )


def hostile_layout(payload: str) -> Layout:
    """Return a layout with *payload* as a label and all over an earlier run."""
    gone = msgspec.structs.replace(hostile_report(payload).findings[0], fingerprint="gone", code=payload)
    return Layout(labels={payload: payload}, previous=Previous(payload, (gone,)))


def _document(name: str, payload: str) -> Document:
    return Document(
        id=f"{name}{payload}",
        path=f"{name}/{payload}.txt",
        text=f"About {payload} there were {payload} 12 of them.\n\n{payload}",
        title=payload,
        source=f"{name} {payload}",
        language=payload,
        published=date(2024, 5, 3),
    )


def _claim(document: Document, payload: str, day: int = 0) -> Claim:
    told = date(2024, 5, day or 1)
    start = document.text.index(payload) if day else document.text.index(f"{payload} 12")
    return Claim(
        id=f"{document.id}#{day}",
        document=document.key,
        subject=payload,
        subject_kind=payload,
        attribute=payload,
        value=Period(told, told, payload) if day else Amount(Interval.point(12), Fraction(12), payload),
        scope=Scope(payload, payload, payload, payload, payload),
        modality="asserted",
        speaker=payload,
        sentence=Span(0, document.text.index("\n")),
        quote=Span(start, start + len(payload)),
    )


def _fact(name: str, claims: tuple[Claim, ...], payload: str) -> Fact:
    return Fact(
        id=f"{name}{payload}",
        subject=payload,
        attribute=payload,
        claims=claims,
        scope=Scope(payload, payload, payload, payload, payload),
        links=(Link(claims[0].id, claims[1].id, (payload,), Fraction(1, 2), payload),),
        verdict="contradicted",
        in_favour=2,
        against=1,
        checks=(payload,),
    )


def _finding(documents: tuple[Document, ...], claims: tuple[Claim, ...], payload: str) -> Finding:
    return Finding(
        code="CC101",
        kind="value",
        severity="error",
        confidence=Fraction(1, 2),
        message=payload,
        explanation=(payload, f"linked: {payload}"),
        evidence=tuple(
            Evidence(
                document=document.key,
                line=1,
                column=1,
                end_line=1,
                end_column=2,
                sentence=document.slice(claim.sentence),
                quote=document.slice(claim.quote),
                claim=claim.id,
            )
            for document, claim in zip(documents, claims, strict=True)
        ),
        suggestion=payload,
        fingerprint=payload,
        implied=Implied(claims[0].id, Interval.point(13), payload),
    )
