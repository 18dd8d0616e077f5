"""Findings that say of a sentence as a whole what another says of what stands in it: one cause, one finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from crosscheck.findings.rules import revised
from crosscheck.records import Finding

_Place = tuple[str, str]
"""A document and a sentence of it."""


def without_echoes(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield *findings* but for the revised sentences of which another tells what is wrong, at least as a warning.

    The work is linear in the findings that quote one sentence.
    """
    telling: dict[_Place, list[int]] = {}
    for number, finding in enumerate(findings):
        if finding.code != revised.CODE and finding.severity != "info":
            for place in _places(finding):
                telling.setdefault(place, []).append(number)
    for finding in findings:
        if finding.code != revised.CODE or not _is_told(_places(finding), telling):
            yield finding


def _places(finding: Finding) -> set[_Place]:
    return {(evidence.document, evidence.sentence) for evidence in finding.evidence}


def _is_told(places: Iterable[_Place], telling: Mapping[_Place, Sequence[int]]) -> bool:
    """Return whether one finding quotes the sentence of two documents; *telling* has findings by what they quote."""
    documents: dict[int, set[str]] = {}
    for document, sentence in places:
        for number in telling.get((document, sentence), ()):
            documents.setdefault(number, set()).add(document)
    return any(len(several) > 1 for several in documents.values())
