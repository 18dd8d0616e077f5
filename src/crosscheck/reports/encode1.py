"""Records into schema 1: the one place where the two are matched, and numbers become exact digits."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

import msgspec
from msgspec import Raw

from crosscheck import records
from crosscheck.records import Amount, Period, Role
from crosscheck.reports.jsontext import spell_json
from crosscheck.reports.layout import Layout
from crosscheck.reports.schema1 import Bound, Claim, Coverage, Document, Evidence, Fact, Finding
from crosscheck.reports.tool import tool
from crosscheck.reports.wording import index_documents
from crosscheck.values.decimals import as_decimal, round_down, round_half_up, round_up
from crosscheck.values.interval import Exact


def write(report: records.Report, _layout: Layout) -> Iterator[str]:
    """Yield *report* as JSON, indented, with a line break at the end. The same report gives the same bytes."""
    documents = index_documents(report.documents)
    coverage = report.coverage
    return spell_json(
        {
            "schema": 1,
            "tool": tool(),
            "documents": map(from_document, report.documents),
            "claims": (from_claim(claim, documents[claim.document]) for claim in report.claims),
            "facts": map(_from_fact, report.facts),
            "findings": map(_from_finding, report.findings),
            "coverage": Coverage(coverage.mentions, coverage.compared, coverage.single, coverage.skipped),
        }
    )


def from_document(document: records.Document) -> Document:
    """Return *document* in the type of schema 1."""
    return Document(document.id, document.path, document.language, document.published, document.source, document.title)


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
        claims=tuple(claim.id for claim in fact.claims or fact.sources),
        in_favour=fact.in_favour,
        against=fact.against,
        derived=fact.derived,
    )


def _from_finding(finding: records.Finding) -> Finding:
    """Return *finding* in the type of schema 1."""
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


def low_bound(number: Exact | None) -> Bound:
    """Return *number*, or the next decimal below it if its own has no end."""
    return _raw(None if number is None else round_down(Fraction(number)))


def high_bound(number: Exact | None) -> Bound:
    """Return *number*, or the next decimal above it if its own has no end."""
    return _raw(None if number is None else round_up(Fraction(number)))


_Part = Decimal | str | None


def _parts(value: records.Value) -> tuple[_Part, _Part, _Part]:
    """Return the value that the words state, its lowest and its highest reading."""
    if isinstance(value, Amount):
        low, high = value.interval.low, value.interval.high
        return _stated(value), None if low is None else round_down(low), None if high is None else round_up(high)
    if isinstance(value, Period):
        first, last = value.starts, value.ends
        return _moment(value), first.isoformat() if first else None, last.isoformat() if last else None
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
    """Return an ISO 8601 day, the day and time, the time alone where the day is open, or 'first/last' day.

    An open end is '..', as ISO 8601-2 has it; a day without week or year is 'XXXX-WXX-2' or 'XXXX-10-04'.
    """
    if period.cycle is not None:
        return period.timex
    first, last = (day.isoformat() if day else ".." for day in (period.starts, period.ends))
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
