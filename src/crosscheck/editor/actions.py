"""What an editor offers to do about a finding: put in the value that fits, or accept it with a reason."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lsprotocol import types

from crosscheck.config import Acceptance, insert_acceptance
from crosscheck.editor.desk import Review
from crosscheck.editor.fitting import find_fittings
from crosscheck.editor.hover import covers
from crosscheck.editor.positions import Lines
from crosscheck.messages import Locale, Quoted, load_locale, say
from crosscheck.records import Document, Evidence, Finding

GIVE_REASON = "crosscheck.giveReason"
"""The command that shows where the reason of an acceptance is to be written: URI, line and character of the place."""
ACCEPT = "crosscheck.accept"
"""The command that accepts a finding, for clients that ask for the reason themselves: fingerprint and reason."""
Place = tuple[int, int]
_REASON = say("Give the reason")


def find_evidence(review: Review, path: str, first: Place, last: Place) -> Iterator[tuple[Finding, Evidence]]:
    """Yield the findings that quote what stands from *first* to *last* in the document *path*, with the quotation."""
    for finding in review.findings_in(path):
        for evidence in finding.evidence:
            if evidence.document == path and covers(evidence, first, last):
                yield finding, evidence


def offer_fittings(
    finding: Finding, evidence: Evidence, review: Review, uri: str, lines: Lines
) -> Iterator[types.CodeAction]:
    """Yield an action for each value that would fit; none where the file no longer says what was read."""
    document = review.documents[evidence.document]
    for number, fitting in enumerate(find_fittings(finding, evidence, review)):
        start, end = document.place(fitting.span.start), document.place(fitting.span.end)
        old = document.slice(fitting.span)
        if not _says(lines, start, end, old):
            continue
        title = say(
            "Replace {old} by {new} ({origin})", old=Quoted(old), new=Quoted(fitting.text), origin=fitting.origin
        )
        yield types.CodeAction(
            title=title.said_in(load_locale(review.language)),
            kind=types.CodeActionKind.QuickFix,
            is_preferred=number == 0 and finding.implied is not None,
            edit=types.WorkspaceEdit(changes={uri: [types.TextEdit(lines.span(start, end), fitting.text)]}),
        )


def offer_acceptance(
    finding: Finding, by: str, locale: Locale, uri: str, text: str | None, encoding: str
) -> types.CodeAction:
    """Return the action that accepts *finding*; afterwards the place for the reason is shown.

    Args:
        finding: what to accept.
        by: who decides.
        locale: the language of the action.
        uri: the claims.yaml.
        text: what it holds, None where it is yet to be made.
        encoding: what the editor counts columns in.

    Raises:
        ConfigError: *text* is no claims.yaml.
    """
    edit, start = accept(finding.fingerprint, "", by, uri, text, encoding)
    title = say("Accept {code} with a reason, in {file}", code=finding.code, file=Path(uri).name)
    return types.CodeAction(
        title=title.said_in(locale),
        kind=types.CodeActionKind.QuickFix,
        edit=edit,
        command=types.Command(_REASON.said_in(locale), GIVE_REASON, arguments=[uri, start.line, start.character]),
    )


def accept(
    fingerprint: str, reason: str, by: str, uri: str, text: str | None, encoding: str
) -> tuple[types.WorkspaceEdit, types.Position]:
    """Return the edit of claims.yaml that accepts a finding, and where its reason then begins.

    Raises:
        ConfigError: *text* is no claims.yaml.
    """
    before = text or ""
    insertion = insert_acceptance(before, Acceptance(finding=fingerprint, reason=reason, by=by), Path(uri).name)
    at = Lines.of(before, encoding).position(*_place(before, insertion.offset))
    after = before[: insertion.offset] + insertion.text
    start = Lines.of(after, encoding).position(*_place(after, insertion.offset + insertion.reason))
    identifier = types.OptionalVersionedTextDocumentIdentifier(uri=uri, version=None)
    change = types.TextDocumentEdit(identifier, [types.TextEdit(types.Range(at, at), insertion.text)])
    made = [] if text is not None else [types.CreateFile(uri, options=types.CreateFileOptions(ignore_if_exists=True))]
    return types.WorkspaceEdit(document_changes=[*made, change]), start


def _place(text: str, offset: int) -> Place:
    return Document(id="", text=text).place(offset)


def _says(lines: Lines, start: Place, end: Place, expected: str) -> bool:
    """Return whether *expected* stands from *start* to *end*, on one line."""
    here = lines.lines[start[0] - 1 : end[0]]
    return len(here) == 1 and here[0][start[1] - 1 : end[1] - 1] == expected
