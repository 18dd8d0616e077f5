"""What stands where on the page: the anchors by which findings, facts, documents and claims lead to each other."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from crosscheck.records import Claim, Document, Fact, Finding, Report, Span, Verdict
from crosscheck.reports.html.paragraphs import find_paragraphs
from crosscheck.reports.html.runs import Run, cut_runs
from crosscheck.reports.ordering import Arrangement, arrange_facts
from crosscheck.reports.wording import index_documents, number_documents

_GRAVITY: Mapping[Verdict | None, int] = {
    "contradicted": 0,
    "changed": 1,
    "compatible": 2,
    "agree": 3,
    "single": 4,
    None: 5,
}
"""Which of several claims on the same words shows."""


class Galley(msgspec.Struct, frozen=True):
    """One document as it is set: its paragraphs, each in runs; the marks of the runs are indices into ``claims``."""

    document: Document
    claims: tuple[Claim, ...]
    paragraphs: tuple[Span, ...]
    runs: tuple[tuple[Run, ...], ...]


class Catalogue(msgspec.Struct, frozen=True):
    """A report by its anchors.

    ``documents`` is by key and id, ``numbers`` by key from 1. ``claims``, ``facts`` (the fact that a claim is part of),
    ``findings`` (numbers, from 0, of those that quote a claim) and ``claim_anchors`` are by claim id, ``fact_anchors``
    by fact id. ``finding_anchors`` are in the order of the report.
    """

    report: Report
    arrangement: Arrangement
    documents: Mapping[str, Document]
    numbers: Mapping[str, int]
    claims: Mapping[str, Claim]
    facts: Mapping[str, Fact]
    findings: Mapping[str, tuple[int, ...]]
    galleys: Mapping[str, Galley]
    finding_anchors: tuple[str, ...]
    fact_anchors: Mapping[str, str]
    claim_anchors: Mapping[str, str]

    def galley(self, name: str) -> Galley | None:
        """Return the document with the key or id *name* as it is set, None where the report has none such."""
        document = self.documents.get(name)
        return self.galleys[document.key] if document else None

    def verdict(self, claim: Claim) -> Verdict | None:
        """Return the verdict on the fact that *claim* is part of, None for a claim of none."""
        fact = self.facts.get(claim.id)
        return fact.verdict if fact else None


def catalogue(report: Report) -> Catalogue:
    """Return what stands where when *report* is set as a page."""
    arrangement = arrange_facts(report)
    documents = index_documents(report.documents)
    numbers = number_documents(report.documents)
    facts = {claim.id: fact for fact in report.facts for claim in fact.claims}
    galleys = dict(_galleys(report, documents, facts))
    return Catalogue(
        report=report,
        arrangement=arrangement,
        documents=documents,
        numbers=numbers,
        claims={claim.id: claim for claim in report.claims},
        facts=facts,
        findings=_findings_by_claim(report.findings),
        galleys=galleys,
        finding_anchors=_finding_anchors(report.findings),
        fact_anchors={row.fact.id: f"t{n}" for n, row in enumerate((*arrangement.compared, *arrangement.derived), 1)},
        claim_anchors=dict(_claim_anchors(galleys.values(), numbers)),
    )


def _findings_by_claim(findings: Sequence[Finding]) -> dict[str, tuple[int, ...]]:
    quoted: dict[str, tuple[int, ...]] = {}
    for number, finding in enumerate(findings):
        for name in dict.fromkeys(evidence.claim for evidence in finding.evidence):
            quoted[name] = (*quoted.get(name, ()), number)
    return quoted


def _finding_anchors(findings: Sequence[Finding]) -> tuple[str, ...]:
    """Return 'f-FINGERPRINT' for each; findings that share one are numbered, and those without one as well."""
    seen: Counter[str] = Counter()
    anchors = []
    for number, finding in enumerate(findings, 1):
        name = finding.fingerprint or f"n{number}"
        seen[name] += 1
        anchors.append(f"f-{name}" if seen[name] == 1 else f"f-{name}-{seen[name]}")
    return tuple(anchors)


def _galleys(
    report: Report, documents: Mapping[str, Document], facts: Mapping[str, Fact]
) -> Iterable[tuple[str, Galley]]:
    by_document: dict[str, list[Claim]] = {document.key: [] for document in report.documents}
    for claim in report.claims:
        by_document[documents[claim.document].key].append(claim)
    for document in report.documents:
        claims = tuple(by_document[document.key])
        marks = [claim.quote for claim in claims]
        gravity = [_GRAVITY[facts[claim.id].verdict if claim.id in facts else None] for claim in claims]
        paragraphs = find_paragraphs(document.text)
        yield document.key, Galley(document, claims, paragraphs, _runs(paragraphs, marks, gravity))


def _runs(paragraphs: Sequence[Span], marks: Sequence[Span], gravity: Sequence[int]) -> tuple[tuple[Run, ...], ...]:
    """Return each paragraph in runs; their marks count through all of *marks*."""
    inside: list[list[int]] = [[] for _ in paragraphs]
    ends = [paragraph.end for paragraph in paragraphs]
    for number, mark in enumerate(marks):
        place = bisect_right(ends, mark.start)
        while place < len(paragraphs) and paragraphs[place].start < mark.end:
            inside[place].append(number)
            place += 1
    cut = []
    for paragraph, numbers in zip(paragraphs, inside, strict=True):
        runs = cut_runs(paragraph, [marks[n] for n in numbers], [gravity[n] for n in numbers])
        cut.append(tuple(Run(run.span, numbers[run.mark] if run.mark >= 0 else -1) for run in runs))
    return tuple(cut)


def _claim_anchors(galleys: Iterable[Galley], numbers: Mapping[str, int]) -> Iterable[tuple[str, str]]:
    """Yield each claim with where it shows; one that others hide, with where these do."""
    for galley in galleys:
        runs = [run for paragraph in galley.runs for run in paragraph if run.mark >= 0]
        first = {run.mark: number for number, run in reversed([*enumerate(runs)])}
        for number, claim in enumerate(galley.claims):
            hidden = (n for n, run in enumerate(runs) if run.span.overlaps(claim.quote))
            shown = first[number] if number in first else next(hidden, None)
            if shown is not None:
                yield claim.id, anchor_of_run(numbers[galley.document.key], shown)


def anchor_of_run(document: int, number: int) -> str:
    """Return the anchor of the marked run *number*, from 0, of the document with that number."""
    return f"d{document}-{number}"
