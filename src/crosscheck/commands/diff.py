"""``crosscheck diff``: what two reports, written as JSON, have found differently."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from crosscheck.commands.options import FailOnOption
from crosscheck.commands.outcome import FailOn, exit_code
from crosscheck.commands.surroundings import deliver, say
from crosscheck.errors import DocumentError

if TYPE_CHECKING:
    from crosscheck.records import Finding


def diff(
    before: Annotated[Path, typer.Argument(metavar="A.json", help="The earlier report, of '--format json'.")],
    after: Annotated[Path, typer.Argument(metavar="B.json", help="The later one.")],
    fail_on: FailOnOption = FailOn.never,
) -> None:
    """Show which findings are new in B, gone since A, or of another severity."""
    from crosscheck.gate.difference import compare_findings, word_difference

    difference = compare_findings(_load(before), _load(after))
    deliver(word_difference(difference))
    say(difference.summary)
    raise typer.Exit(exit_code(difference.worse, fail_on))


def _load(path: Path) -> tuple[Finding, ...]:
    """Return the findings of the report in the file *path*.

    Raises:
        DocumentError: it cannot be read, or holds no report.
    """
    from crosscheck.reports.decode1 import read_findings

    try:
        return read_findings(path.read_bytes(), str(path))
    except OSError as error:
        raise DocumentError(f"cannot be read: {error.strerror}", remedy="check the path", place=str(path)) from error
