"""``crosscheck extract``: what stands in documents, before anything is compared."""

from __future__ import annotations

from typing import Annotated

import typer

from crosscheck.commands.inputs import load_settings, read_inputs
from crosscheck.commands.options import ConfigFile, Documents, LanguageOption, Output, Verbose, format_option
from crosscheck.commands.outcome import TROUBLE
from crosscheck.commands.surroundings import deliver, lay_out, reader_language
from crosscheck.reports import EXTRACTION_WRITERS


def extract(
    documents: Documents = None,
    file_format: Annotated[str, format_option(EXTRACTION_WRITERS)] = "terminal",
    output: Output = None,
    language: LanguageOption = None,
    config: ConfigFile = None,
    verbose: Verbose = False,
) -> None:
    """Show the mentions and claims of documents."""
    from crosscheck import pipeline

    settings = load_settings(config)
    reader = reader_language(language)
    texts, complete = read_inputs(documents, settings, reader)
    annotated, claims = pipeline.extract(texts, settings)
    layout = lay_out(settings, output, verbose=verbose, language=reader)
    deliver(EXTRACTION_WRITERS[file_format](annotated, claims, layout), output)
    raise typer.Exit(0 if complete else TROUBLE)
