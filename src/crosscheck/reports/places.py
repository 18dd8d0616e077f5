"""Places of quotations as programs want them. Shared by the writers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from crosscheck.records import Claim, Document, Evidence, Report, Span, count_bytes
from crosscheck.reports.printable import printable_name
from crosscheck.reports.wording import index_documents


def clean_path(document: str) -> str:
    """Return the path *document* without empty and '.' steps, as services match it with the files they know."""
    steps = [step for step in document.split("/") if step not in ("", ".")]
    return ("/" if document.startswith("/") else "") + "/".join(steps)


def word_place(evidence: Evidence) -> str:
    """Return 'file:line:column'."""
    return f"{printable_name(evidence.document)}:{evidence.line}:{evidence.column}"


def word_places(others: Sequence[Evidence]) -> str:
    """Return where *others* stand, separated by commas."""
    return ", ".join(map(word_place, others))


def quote_span(evidence: Evidence, claim: Claim | None) -> Span:
    """Return where the quotation stands in its sentence; the claim knows which of several equal pieces is meant."""
    start = max(evidence.sentence.find(evidence.quote), 0)
    if claim is not None:
        meant = claim.quote.start - claim.sentence.start
        if evidence.sentence[meant : meant + len(evidence.quote)] == evidence.quote:
            start = meant
    return Span(start, start + len(evidence.quote))


class ByteColumns(Struct, frozen=True):
    """The columns of a report's quotations in bytes of UTF-8, found by claim: evidence knows code points only."""

    documents: Mapping[str, Document]
    claims: Mapping[str, Claim]

    @classmethod
    def of(cls, report: Report) -> ByteColumns:
        """Return the columns of the quotations in *report*."""
        cited = {evidence.claim for finding in report.findings for evidence in finding.evidence}
        return cls(index_documents(report.documents), {c.id: c for c in report.claims if c.id in cited})

    def find(self, evidence: Evidence) -> tuple[int, int] | None:
        """Return first column and the one behind the last; None where the quotation stands in no file that was read."""
        claim, document = self.claims.get(evidence.claim), self.documents.get(evidence.document)
        if claim is None or document is None or document.path is None:
            return None
        last = claim.quote.end - 1
        return document.byte_column(claim.quote.start), document.byte_column(last) + count_bytes(document.text[last])
