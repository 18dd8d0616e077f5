"""Findings from formulas: shared by the rules that each stand for a kind of formula."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.findings.proof import prove
from crosscheck.findings.rule import Case
from crosscheck.messages import join
from crosscheck.records import Finding, FindingKind


def report_clashes(case: Case, code: str, kind: FindingKind) -> Iterator[Finding]:
    """Yield a finding for each clash that a formula of *code* shows."""
    for clash in case.clashes:
        if clash.code == code:
            yield prove(
                case,
                clash.claims,
                clash.facts,
                code=code,
                kind=kind,
                severity=clash.severity,
                message=join((case.heading(clash.subject, clash.attribute), clash.message), ": "),
                calculation=clash.calculation,
                suggestion=clash.suggestion,
                implied=clash.implied,
            )
