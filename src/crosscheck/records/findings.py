"""What a run finds: evidence, findings, coverage, the report."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

import msgspec

from crosscheck.records.claims import Claim, Fact
from crosscheck.records.text import Document

Severity = Literal["error", "warning", "info"]
FindingKind = Literal["value", "arithmetic", "date", "rank", "unit", "role", "polarity", "bound", "narrative"]


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """A verbatim quotation with its place: sentence and the piece of it that carries the value."""

    document: str
    line: int
    column: int
    end_line: int
    end_column: int
    sentence: str
    quote: str
    claim: str


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """Statements that cannot all be true, or that an editor should look at, with the proof.

    ``explanation`` holds the calculation, the tolerance and why the claims were linked, a line each. ``suggestion`` is
    the diagnosis: which figure is probably wrong and how it went wrong; '' where nothing decides.
    """

    code: str
    kind: FindingKind
    severity: Severity
    confidence: Fraction
    message: str
    explanation: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    suggestion: str = ""
    fingerprint: str = ""

    def __post_init__(self) -> None:
        if len(self.evidence) < 2:
            raise ValueError(f"{self.code}: a finding needs evidence from two places, not {len(self.evidence)}")


class Coverage(msgspec.Struct, frozen=True):
    """Where every mention ended: compared with another, single, or skipped for a reason. The counts add up."""

    mentions: int = 0
    compared: int = 0
    single: int = 0
    skipped: dict[str, int] = {}


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What a run found: findings gravest first, facts by subject, claims in document order."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    coverage: Coverage
