"""Findings that a comment in a document lets pass."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crosscheck.errors import DocumentError
from crosscheck.gate.codes import check_codes, has_code
from crosscheck.gate.passed import Passed
from crosscheck.messages import Phrase, join, say
from crosscheck.records import Document, Finding, Ignore

_FORM = say("write {form}", form='ignore[CODE, ...] reason="..."')


def pass_ignored(findings: Sequence[Finding], documents: Iterable[Document], known: Sequence[str]) -> Passed:
    """Return *findings* without those of which a quotation stands where a comment covers it, unused comments noted.

    *known* are the codes of all rules.

    Raises:
        ConfigError: a comment names an unknown code.
        DocumentError: a comment cannot be read, or gives no reason.
    """
    told: dict[str, list[int]] = {}
    for number, finding in enumerate(findings):
        for document in {evidence.document for evidence in finding.evidence}:
            told.setdefault(document, []).append(number)
    dropped: set[int] = set()
    notes: list[Phrase] = []
    for source in documents:
        for ignore in source.ignores:
            place = f"{source.key}:{ignore.line}:{ignore.column}"
            _check(ignore, place, known)
            covered = {n for n in told.get(source.key, ()) if _covers(ignore, source.key, findings[n])}
            dropped |= covered
            if not covered:
                codes = join(ignore.codes)
                notes.append(say("{place}: ignore[{codes}] lets no finding pass; remove it", place=place, codes=codes))
    left = tuple(finding for number, finding in enumerate(findings) if number not in dropped)
    return Passed(left, len(dropped), tuple(notes))


def _check(ignore: Ignore, place: str, known: Sequence[str]) -> None:
    if not ignore.codes:
        raise DocumentError(say("a comment to crosscheck that cannot be read"), remedy=_FORM, place=place)
    if not ignore.reason:
        raise DocumentError(say("an ignore without a reason"), remedy=say('add reason="..."'), place=place)
    check_codes(ignore.codes, known, place)


def _covers(ignore: Ignore, document: str, finding: Finding) -> bool:
    """Return whether a quotation of *finding* in *document* stands on the lines of *ignore*."""
    return has_code(finding, ignore.codes) and any(
        evidence.document == document and evidence.line <= ignore.last_line and ignore.first_line <= evidence.end_line
        for evidence in finding.evidence
    )
