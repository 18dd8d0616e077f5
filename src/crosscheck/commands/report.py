"""``crosscheck report``: the facts side by side, then each finding with its proof."""

from __future__ import annotations

from typing import Annotated

import typer

from crosscheck.commands.inputs import compare, load_settings, read_inputs
from crosscheck.commands.options import ConfigFile, Documents, Output, Verbose, format_option
from crosscheck.commands.outcome import TROUBLE, FailOn, exit_code
from crosscheck.commands.surroundings import deliver, lay_out
from crosscheck.reports import WRITERS


def report(
    documents: Documents = None,
    file_format: Annotated[str, format_option(WRITERS)] = "terminal",
    output: Output = None,
    fail_on: Annotated[FailOn, typer.Option(help="Exit with 1 from this severity on.")] = FailOn.never,
    config: ConfigFile = None,
    verbose: Verbose = False,
) -> None:
    """Show facts and findings, with the proof."""
    settings = load_settings(config)
    texts, complete = read_inputs(documents, settings)
    result = compare(texts, settings)
    deliver(WRITERS[file_format](result, lay_out(settings, output, verbose=verbose)), output)
    raise typer.Exit(exit_code(result.findings, fail_on) if complete else TROUBLE)
