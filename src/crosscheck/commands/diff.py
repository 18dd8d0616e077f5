"""``crosscheck diff``: what two reports, written as JSON, have found differently."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from crosscheck.commands.inputs import load_findings
from crosscheck.commands.options import FailOnOption, LanguageOption
from crosscheck.commands.outcome import FailOn, exit_code
from crosscheck.commands.surroundings import deliver, reader_language, tell


def diff(
    before: Annotated[Path, typer.Argument(metavar="A.json", help="The earlier report, of '--format json'.")],
    after: Annotated[Path, typer.Argument(metavar="B.json", help="The later one.")],
    language: LanguageOption = None,
    fail_on: FailOnOption = FailOn.never,
) -> None:
    """Tell which findings B adds, lacks or weighs otherwise."""
    from crosscheck.gate.difference import compare_findings, word_difference

    difference = compare_findings(load_findings(before), load_findings(after))
    deliver(word_difference(difference))
    tell(difference.summary, reader_language(language))
    raise typer.Exit(exit_code(difference.worse, fail_on))
