"""JSON, schema 1: its own types, so that a change of the records cannot change what readers were promised.

A change that breaks a reader gets a new number and a new module beside this one.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from importlib.metadata import version
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Raw, Struct

from crosscheck import records
from crosscheck.records import Amount, Modality, Period, Role, Severity, Verdict
from crosscheck.reports.decimals import as_decimal, round_down, round_half_up, round_up
from crosscheck.reports.layout import Layout
from crosscheck.reports.wording import index_documents

DISTRIBUTION = "crosscheck-claims"

# Written by this module as exact digits, which neither float nor msgspec's Decimal (a string in its schema) would give.
Number = Annotated[Raw, Meta(extra_json_schema={"type": "number"})]
Stated = Annotated[
    Raw,
    Meta(
        description="the number in the unit as printed with scale words multiplied out ('n/d' where its decimal has no "
        "end), an ISO 8601 date, time or 'first/last' day, or a name; null for a range",
        extra_json_schema={"type": ["number", "string", "null"]},
    ),
]
Bound = Annotated[
    Raw,
    Meta(
        description="a number or an ISO 8601 date, rounded outward where its decimal has no end; null where open",
        extra_json_schema={"type": ["number", "string", "null"]},
    ),
]
FindingKind = Literal["value", "arithmetic", "date", "rank", "unit", "role", "polarity", "bound", "narrative"]


class Tool(Struct, frozen=True):
    """What wrote the report."""

    name: str
    version: str


class Document(Struct, frozen=True):
    """A document of the run; ``path`` is null for text that came without a file."""

    id: str
    path: str | None
    language: str
    published: date | None
    source: str | None
    title: str | None


class Claim(Struct, frozen=True):
    """What one sentence says of one thing; ``line`` is the quotation's, 1-based."""

    id: str
    document: str
    line: int
    sentence: str
    quote: str
    subject: str
    attribute: str
    value: Stated
    unit: str
    low: Bound
    high: Bound
    scope: dict[str, str]
    modality: Modality
    speaker: str | None


class Fact(Struct, frozen=True, rename={"in_favour": "for"}):
    """Claims about the same thing; ``value`` is '' where they exclude each other, 'low..high' for a range.

    ``derived`` is the formula of a fact that no document states, else ''.
    """

    id: str
    subject: str
    attribute: str
    unit: str
    value: str
    verdict: Verdict
    claims: tuple[str, ...]
    in_favour: int
    against: int
    derived: str


class Evidence(Struct, frozen=True):
    """A verbatim quotation; lines and columns are 1-based, columns in code points, the end exclusive."""

    document: str
    line: int
    column: int
    end_line: int
    end_column: int
    sentence: str
    quote: str
    claim: str


class Finding(Struct, frozen=True):
    """Statements that cannot all be true, or that need a look."""

    fingerprint: str
    code: str
    kind: FindingKind
    severity: Severity
    confidence: Number
    message: str
    explanation: tuple[str, ...]
    suggestion: str
    evidence: Annotated[tuple[Evidence, ...], Meta(min_length=2)]


class Coverage(Struct, frozen=True):
    """Where every mention ended."""

    mentions: int
    compared: int
    single: int
    skipped: dict[str, int]


class Report(Struct, frozen=True):
    """A run's result, schema 1."""

    schema: Literal[1]
    tool: Tool
    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    coverage: Coverage


def write(report: records.Report, _layout: Layout) -> str:
    """Return *report* as JSON, indented, with a line break at the end. The same report gives the same bytes."""
    return msgspec.json.format(msgspec.json.encode(from_report(report)), indent=2).decode() + "\n"


def json_schema() -> str:
    """Return the JSON Schema of what ``write`` returns, indented, with a line break at the end."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(Report)}
    return msgspec.json.format(msgspec.json.encode(schema), indent=2).decode() + "\n"


def from_report(report: records.Report) -> Report:
    """Return *report* in the types of schema 1."""
    documents = index_documents(report.documents)
    return Report(
        schema=1,
        tool=Tool("crosscheck", version(DISTRIBUTION)),
        documents=tuple(Document(d.id, d.path, d.language, d.published, d.source, d.title) for d in report.documents),
        claims=tuple(from_claim(claim, documents[claim.document]) for claim in report.claims),
        facts=tuple(_from_fact(fact) for fact in report.facts),
        findings=tuple(_from_finding(finding) for finding in report.findings),
        coverage=Coverage(
            report.coverage.mentions,
            report.coverage.compared,
            report.coverage.single,
            dict(sorted(report.coverage.skipped.items())),
        ),
    )


def from_claim(claim: records.Claim, document: records.Document) -> Claim:
    """Return *claim*, made in *document*, in the type of schema 1."""
    value, low, high = _parts(claim.value)
    return Claim(
        id=claim.id,
        document=document.key,
        line=document.place(claim.quote.start)[0],
        sentence=document.slice(claim.sentence),
        quote=document.slice(claim.quote),
        subject=claim.subject,
        attribute=claim.attribute,
        value=_raw(value),
        unit=claim.value.unit if isinstance(claim.value, Amount) else "",
        low=_raw(low),
        high=_raw(high),
        scope={name: text for name, text in msgspec.structs.asdict(claim.scope).items() if text},
        modality=claim.modality,
        speaker=claim.speaker,
    )


def _from_fact(fact: records.Fact) -> Fact:
    value = fact.value
    units = (claim.value.unit for claim in fact.claims if isinstance(claim.value, Amount))
    return Fact(
        id=fact.id,
        subject=fact.subject,
        attribute=fact.attribute,
        unit=value.unit if isinstance(value, Amount) else next(units, ""),
        value="" if value is None else _text(value),
        verdict=fact.verdict,
        claims=tuple(claim.id for claim in fact.claims),
        in_favour=fact.in_favour,
        against=fact.against,
        derived=fact.derived,
    )


def _from_finding(finding: records.Finding) -> Finding:
    return Finding(
        fingerprint=finding.fingerprint,
        code=finding.code,
        kind=finding.kind,
        severity=finding.severity,
        confidence=_raw(round_half_up(finding.confidence, 4)),
        message=finding.message,
        explanation=finding.explanation,
        suggestion=finding.suggestion,
        evidence=tuple(Evidence(**msgspec.structs.asdict(evidence)) for evidence in finding.evidence),
    )


_Part = Decimal | str | None


def _parts(value: records.Value) -> tuple[_Part, _Part, _Part]:
    """Return the value that the words state, its lowest and its highest reading."""
    if isinstance(value, Amount):
        interval = value.interval
        low = None if interval.low is None else round_down(interval.low)
        high = None if interval.high is None else round_up(interval.high)
        return _stated(value), low, high
    if isinstance(value, Period):
        return _moment(value), value.first.isoformat(), value.last.isoformat()
    return (value.name if isinstance(value, Role) else value.words or value.step), None, None


def _stated(amount: Amount) -> _Part:
    """Return the printed number; for a range that is open on one side, the end it has."""
    number = amount.stated
    if number is None and (amount.interval.is_point or not amount.interval.is_bounded):
        number = amount.interval.middle
    if number is None:
        return None
    exact = as_decimal(number)
    return f"{number.numerator}/{number.denominator}" if exact is None else exact


def _moment(period: Period) -> str:
    """Return an ISO 8601 day, the day and time, the time alone where the day is open, or 'first/last' day."""
    first, last = period.first.isoformat(), period.last.isoformat()
    day, _, clock = period.timex.partition("T")
    if not clock:
        return first if first == last else f"{first}/{last}"
    return period.timex if day == first else clock


def _text(value: records.Value) -> str:
    """Return a fact's value as one string: the number in plain digits, a range as 'low..high'."""
    stated, low, high = _parts(value)
    if stated is None:
        return f"{'' if low is None else f'{low:f}'}..{'' if high is None else f'{high:f}'}"
    return f"{stated:f}" if isinstance(stated, Decimal) else stated


def _raw(part: _Part) -> Raw:
    return Raw(_EXACT.encode(part))


_EXACT = msgspec.json.Encoder(decimal_format="number")
