"""Findings that say of a sentence as a whole what another says of what stands in it: one cause, one finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from crosscheck.findings.rules import revised
from crosscheck.records import Evidence, Finding

_Place = tuple[str, str]
"""A document and a sentence of it."""


def without_echoes(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield *findings* but for the revised sentences of which another tells what is wrong, at least as a warning.

    What one document shows by itself to be wrong is proved by how the other has it, too. The work is linear in the
    findings that quote one sentence.
    """
    telling: dict[_Place, list[int]] = {}
    for number, finding in enumerate(findings):
        if finding.code != revised.CODE and finding.severity != "info":
            for place in _places(finding):
                telling.setdefault(place, []).append(number)
    kept = dict(enumerate(findings))
    for number, finding in enumerate(findings):
        if finding.code != revised.CODE:
            continue
        shown_by = _shown_by(finding, findings, telling)
        if shown_by is not None:
            kept[shown_by] = _joined(kept[shown_by], finding)
        if shown_by is not None or _is_told(_places(finding), telling):
            del kept[number]
    yield from kept.values()


def _places(finding: Finding) -> set[_Place]:
    return {(evidence.document, evidence.sentence) for evidence in finding.evidence}


def _is_told(places: Iterable[_Place], telling: Mapping[_Place, Sequence[int]]) -> bool:
    """Return whether one finding quotes the sentence of two documents; *telling* has findings by what they quote."""
    documents: dict[int, set[str]] = {}
    for document, sentence in places:
        for number in telling.get((document, sentence), ()):
            documents.setdefault(number, set()).add(document)
    return any(len(several) > 1 for several in documents.values())


def _shown_by(finding: Finding, findings: Sequence[Finding], telling: Mapping[_Place, Sequence[int]]) -> int | None:
    """Return the first finding of one document alone that quotes the words that differ, None where none does."""
    numbers = (
        number
        for evidence in finding.evidence
        for number in telling.get((evidence.document, evidence.sentence), ())
        if any(_overlap(evidence, quoted) for quoted in findings[number].evidence)
        and all(quoted.document == evidence.document for quoted in findings[number].evidence)
    )
    return min(numbers, default=None)


def _overlap(one: Evidence, other: Evidence) -> bool:
    starts, ends = (one.line, one.column), (one.end_line, one.end_column)
    same = one.document == other.document
    return same and starts < (other.end_line, other.end_column) and (other.line, other.column) < ends


def _joined(finding: Finding, echo: Finding) -> Finding:
    """Return *finding* with what *echo* quotes of other documents."""
    documents = {evidence.document for evidence in finding.evidence}
    more = [evidence for evidence in echo.evidence if evidence.document not in documents]
    return msgspec.structs.replace(
        finding, evidence=(*finding.evidence, *more), explanation=(*finding.explanation, *echo.explanation)
    )
