"""Findings with their proof: verbatim evidence, why the claims were linked, and a fingerprint."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from fractions import Fraction

from crosscheck.findings.formulas.calculation import Requirement
from crosscheck.findings.rule import Case
from crosscheck.findings.telling.notation import show_value
from crosscheck.messages import NOTHING, Phrase, root_locale
from crosscheck.records import (
    THE_EVENT,
    Claim,
    Evidence,
    Fact,
    Finding,
    FindingKind,
    Implied,
    Period,
    Severity,
    Value,
    is_unnamed,
    say_linked,
)

_CERTAIN = Fraction(1)
_SURE = Fraction(85, 100)
"""From which confidence of the weakest claim on a contradiction is beyond doubt."""


def prove(
    case: Case,
    claims: Sequence[Claim],
    facts: Iterable[Fact],
    *,
    code: str,
    kind: FindingKind,
    severity: Severity,
    message: Phrase,
    calculation: Iterable[Phrase],
    suggestion: Phrase = NOTHING,
    implied: Requirement | None = None,
) -> Finding:
    """Return the finding that *claims* of *facts* cannot all be true, each claim quoted once.

    The confidence is that of the weakest claim or link.
    """
    quoted = {(claim.document, claim.quote): claim for claim in claims}
    chosen = tuple(quoted.values())
    why, linked = _weakest_link(facts, {claim.id for claim in chosen})
    confidence = min(linked, *(claim.confidence for claim in chosen))
    return Finding(
        code=code,
        kind=kind,
        severity=severity,
        confidence=confidence,
        message=message.said_in(case.locale),
        explanation=tuple(line.said_in(case.locale) for line in (*calculation, *why)),
        evidence=tuple(quote(case, claim) for claim in chosen),
        suggestion=suggestion.said_in(case.locale),
        fingerprint=fingerprint(code, chosen),
        implied=None
        if implied is None
        else Implied(implied.claim, implied.interval, implied.calculation.said_in(case.locale)),
    )


def severity_of_claims(claims: Iterable[Claim]) -> Severity:
    """Return 'warning' where what one of *claims* is about is not known for sure."""
    return "error" if all(claim.confidence >= _SURE for claim in claims) else "warning"


def quote(case: Case, claim: Claim) -> Evidence:
    """Return the claim's words as they stand, with line and column of the file."""
    document = case.documents[claim.document]
    line, column = document.place(claim.quote.start)
    end_line, last_column = document.place(claim.quote.end - 1)
    return Evidence(
        document=claim.document,
        line=line,
        column=column,
        end_line=end_line,
        end_column=last_column + 1,
        sentence=document.slice(claim.sentence),
        quote=document.slice(claim.quote),
        claim=claim.id,
    )


def fingerprint(code: str, claims: Iterable[Claim]) -> str:
    """Return 16 hexadecimal digits that stay the same while lines and columns move or documents come and go."""
    parts = sorted(
        "|".join((c.attribute, _lasting(c.subject), _lasting(c.scope.event), c.modality, _lasting_value(c.value)))
        for c in claims
    )
    return hashlib.sha256("\n".join((code, *parts)).encode()).hexdigest()[:16]


def _lasting(name: str) -> str:
    """Return *name* without the number of an event that no document names: it changes with the documents read."""
    return THE_EVENT if is_unnamed(name) else name


def _lasting_value(value: Value) -> str:
    """Return *value* as it is said in no language, a month or a year by its days."""
    if isinstance(value, Period) and value.starts and value.ends and value.first != value.last:
        return f"{value.first.isoformat()} to {value.last.isoformat()}"
    return show_value(value).said_in(root_locale())


def _weakest_link(facts: Iterable[Fact], used: set[str]) -> tuple[tuple[Phrase, ...], Fraction]:
    """Return the line that says why the claims were linked, and the confidence of the weakest link."""
    links = [link for fact in facts for link in fact.links if link.left in used or link.right in used]
    if not links:
        return (), _CERTAIN
    weakest = min(links, key=lambda link: (link.confidence, link.left, link.right))
    return (say_linked(weakest.why),) if weakest.why else (), weakest.confidence
