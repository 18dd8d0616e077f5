"""Which facts are shown where, the gravest first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set

import msgspec

from crosscheck.records import HEAD_NOUN, Claim, Fact, Period, Report, Severity, Span, Verdict
from crosscheck.reports.wording import SEVERITIES, documents_of

_Times = Mapping[tuple[str, Span], Set[str]]
"""The times of what a sentence says, by its document's key and its place."""
_GRAVITY: Mapping[Verdict, int] = {"contradicted": 0, "changed": len(SEVERITIES)}
"""How early a fact is shown that no finding touches."""


class Trouble(msgspec.Struct, frozen=True):
    """A finding that touches a fact: its number in the report, from 1, and its severity."""

    number: int
    severity: Severity


class Row(msgspec.Struct, frozen=True):
    """One fact with the findings that touch it, in report order.

    ``is_namesake`` says that another fact has the same subject and attribute, so that only the event tells them apart.
    """

    fact: Fact
    troubles: tuple[Trouble, ...] = ()
    is_namesake: bool = False

    @property
    def gravity(self) -> int:
        """Return how early the fact is shown: 0 is the gravest."""
        if self.troubles:
            return min(SEVERITIES.index(trouble.severity) for trouble in self.troubles)
        return _GRAVITY.get(self.fact.verdict, len(SEVERITIES) + 1)

    @property
    def is_compared(self) -> bool:
        """True when several documents state the fact, other facts bear it out, or a finding touches it."""
        return bool(self.troubles or self.fact.checks) or len(documents_of(self.fact)) > 1


class Arrangement(msgspec.Struct, frozen=True):
    """A report's facts by how they are shown, each group in the order to show it.

    ``compared`` facts stand in several documents, or were held against others; the facts of a subject stand together.
    ``dating`` ones are days on which the documents agree and that only say when facts beside them hold, which tell them
    too. ``derived`` facts stand in none, ``single`` ones in one.
    """

    compared: tuple[Row, ...]
    dating: tuple[Row, ...]
    derived: tuple[Row, ...]
    single: tuple[Row, ...]


def arrange_facts(report: Report) -> Arrangement:
    """Return the facts of *report*, subjects with the gravest findings first, else in the report's order."""
    troubles = _find_troubles(report)
    named = Counter((fact.subject, fact.attribute) for fact in report.facts)
    rows = [Row(fact, troubles.get(fact.id, ()), named[fact.subject, fact.attribute] > 1) for fact in report.facts]
    derived = tuple(row for row in rows if row.fact.derived)
    times = _times_told(report.claims)
    dating = tuple(row for row in rows if _dates_others(row, times))
    beside = {row.fact.id for row in dating}
    stated = [row for row in rows if not row.fact.derived and row.fact.id not in beside]
    return Arrangement(
        compared=_gravest_first([row for row in stated if row.is_compared]),
        dating=dating,
        derived=derived,
        single=tuple(row for row in stated if not row.is_compared),
    )


def _times_told(claims: Sequence[Claim]) -> _Times:
    """Return which times the scopes of a sentence's claims tell that are no days themselves."""
    told: dict[tuple[str, Span], set[str]] = defaultdict(set)
    for claim in claims:
        if claim.scope.time and not isinstance(claim.value, Period):
            told[claim.document, claim.sentence].add(claim.scope.time)
    return told


def _dates_others(row: Row, times: _Times) -> bool:
    """Return whether nothing but agreement was found on the fact, and each of its claims dates others of a sentence."""
    fact = row.fact
    if row.troubles or fact.checks or fact.verdict != "agree":
        return False
    return all(
        claim.why_attribute == HEAD_NOUN
        and isinstance(claim.value, Period)
        and claim.value.timex in times.get((claim.document, claim.sentence), ())
        for claim in fact.claims
    )


def _gravest_first(rows: Sequence[Row]) -> tuple[Row, ...]:
    by_subject: dict[str, list[Row]] = {}
    for row in rows:
        by_subject.setdefault(row.fact.subject, []).append(row)
    ordered = sorted(by_subject.values(), key=lambda group: min(row.gravity for row in group))
    return tuple(row for group in ordered for row in sorted(group, key=lambda row: row.gravity))


def _find_troubles(report: Report) -> Mapping[str, tuple[Trouble, ...]]:
    """Return, by fact id, the findings whose evidence is one of the fact's claims."""
    fact_of = {claim.id: fact.id for fact in report.facts for claim in fact.claims}
    troubles: dict[str, tuple[Trouble, ...]] = {}
    for number, finding in enumerate(report.findings, 1):
        for fact in dict.fromkeys(fact_of.get(evidence.claim, "") for evidence in finding.evidence):
            troubles[fact] = (*troubles.get(fact, ()), Trouble(number, finding.severity))
    return troubles
