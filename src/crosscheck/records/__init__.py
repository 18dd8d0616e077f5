"""The records that cross a stage: immutable, in the field's own words, one meaning each.

Offsets are half-open and in code points of ``Document.text``; lines and columns are 1-based, columns in code points.
"""

from crosscheck.records.claims import (
    CLOSEST,
    HEAD_NOUN,
    ROUND_FROM,
    Amount,
    Claim,
    Context,
    Entity,
    Fact,
    Link,
    Modality,
    Period,
    Reckoning,
    Relation,
    Role,
    Scope,
    Value,
    Verdict,
    Wording,
    firm_claims,
)
from crosscheck.records.findings import Coverage, Evidence, Finding, FindingKind, Report, Severity
from crosscheck.records.text import Anchor, Annotated, Document, Mention, MentionKind, Span

__all__ = [
    "CLOSEST",
    "HEAD_NOUN",
    "ROUND_FROM",
    "Amount",
    "Anchor",
    "Annotated",
    "Claim",
    "Context",
    "Coverage",
    "Document",
    "Entity",
    "Evidence",
    "Fact",
    "Finding",
    "FindingKind",
    "Link",
    "Mention",
    "MentionKind",
    "Modality",
    "Period",
    "Reckoning",
    "Relation",
    "Report",
    "Role",
    "Scope",
    "Severity",
    "Span",
    "Value",
    "Verdict",
    "Wording",
    "firm_claims",
]
