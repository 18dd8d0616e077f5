"""JSON, schema 1: its own types, so that a change of the records cannot change what readers were promised.

A change that breaks a reader gets a new number and a new module beside this one.
"""

from __future__ import annotations

import inspect
from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Raw, Struct

from crosscheck.records import Modality, Severity, Verdict

# Written as exact digits, which neither float nor msgspec's Decimal (a string in its schema) would give.
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

    ``derived`` is the formula of a fact that no document states, else ''; ``claims`` are then what it rests on.
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


def json_schema() -> str:
    """Return the JSON Schema of what ``write`` returns, indented, with a line break at the end."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(Report)}
    return indented(schema | {"$defs": {name: _described(record) for name, record in schema["$defs"].items()}})


def _described(record: dict[str, object]) -> dict[str, object]:
    """Return the schema of *record* with its docstring dedented, as Python does itself from 3.13 on."""
    return record | {"description": inspect.cleandoc(str(record["description"]))} if "description" in record else record


def indented(value: Struct | dict[str, object]) -> str:
    """Return *value* as JSON, indented, with a line break at the end."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"
