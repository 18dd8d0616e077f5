"""Findings that say of a sentence as a whole what another says of what stands in it: one cause, one finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosscheck.findings.rules import revised
from crosscheck.records import Finding


def without_echoes(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield *findings* but for the revised sentences of which another tells what is wrong, at least as a warning."""
    told = [
        {(evidence.document, evidence.sentence) for evidence in finding.evidence}
        for finding in findings
        if finding.code != revised.CODE and finding.severity != "info"
    ]
    for finding in findings:
        places = {(evidence.document, evidence.sentence) for evidence in finding.evidence}
        if finding.code != revised.CODE or not any(_is_of_both(others, places) for others in told):
            yield finding


def _is_of_both(told: set[tuple[str, str]], places: set[tuple[str, str]]) -> bool:
    """Return whether a finding quotes the sentence of two documents."""
    return len({document for document, _ in told & places}) > 1
