"""What a run finds: evidence, findings, coverage, the report."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import Literal

import msgspec

from crosscheck.records.claims import Claim
from crosscheck.records.facts import Fact
from crosscheck.records.text import Document, Span
from crosscheck.values.interval import Interval

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


class Implied(msgspec.Struct, frozen=True):
    """What the other figures of a calculation leave for a quantity that ``claim``, by its id, states outright.

    ``interval`` is in the unit of that claim, of days their proleptic Gregorian ordinals; ``calculation`` is in words.
    """

    claim: str
    interval: Interval
    calculation: str


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """Statements that cannot all be true, or that an editor should look at, with the proof.

    ``explanation`` holds the calculation, the tolerance and why the claims were linked, a line each. ``suggestion`` is
    the diagnosis: which figure is probably wrong and how it went wrong; '' where nothing decides. ``implied`` is what
    a calculation holds against one of the claims, None where the claims state the same quantity.
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
    implied: Implied | None = None

    def __post_init__(self) -> None:
        if len(self.evidence) < 2:
            raise ValueError(f"{self.code}: a finding needs evidence from two places, not {len(self.evidence)}")


Outcome = Literal["agreed", "contradicted", "changed", "single", "skipped"]
_COMPARED = frozenset({"agreed", "contradicted", "changed"})


class Entry(msgspec.Struct, frozen=True, gc=False):
    """Where one mention ended; ``why`` is the attribute of the fact that it is part of, or the reason for skipping."""

    document: str
    span: Span
    outcome: Outcome
    why: str


class Coverage(msgspec.Struct, frozen=True):
    """The ledger of a run: an entry for every value mention, by document and place. The counts add up."""

    entries: tuple[Entry, ...] = ()

    @property
    def mentions(self) -> int:
        """Return how many value mentions the documents hold."""
        return len(self.entries)

    @property
    def compared(self) -> int:
        """Return how many were compared with another, whatever came of it."""
        return sum(entry.outcome in _COMPARED for entry in self.entries)

    @property
    def agreed(self) -> int:
        """Return how many were compared and can all be right."""
        return sum(entry.outcome == "agreed" for entry in self.entries)

    @property
    def single(self) -> int:
        """Return how many one document alone states."""
        return sum(entry.outcome == "single" for entry in self.entries)

    @property
    def skipped(self) -> dict[str, int]:
        """Return how many were skipped, by reason."""
        return dict(sorted(Counter(entry.why for entry in self.entries if entry.outcome == "skipped").items()))


REPORT_MARK = "<!-- crosscheck report -->"
"""What stands in the first line of a report that is a page or Markdown, and keeps it from being read as a document."""


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What a run found: findings gravest first, facts by subject, claims in document order."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    coverage: Coverage
