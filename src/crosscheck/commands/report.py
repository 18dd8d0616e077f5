"""``crosscheck report``: the facts side by side, then each finding with its proof."""

from __future__ import annotations

from typing import Annotated

import typer

from crosscheck.commands.caching import open_cache
from crosscheck.commands.inputs import compare, load_previous, load_settings, read_inputs
from crosscheck.commands.options import (
    CacheDir,
    ConfigFile,
    Documents,
    FailOnOption,
    LanguageOption,
    NoCache,
    Output,
    PreviousReport,
    Verbose,
    format_option,
)
from crosscheck.commands.outcome import TROUBLE, FailOn, exit_code
from crosscheck.commands.publish import choose_language, publish
from crosscheck.commands.surroundings import reader_language
from crosscheck.reports import WRITERS


def report(
    documents: Documents = None,
    file_format: Annotated[str, format_option(WRITERS)] = "terminal",
    output: Output = None,
    previous: PreviousReport = None,
    language: LanguageOption = None,
    fail_on: FailOnOption = FailOn.never,
    config: ConfigFile = None,
    cache_dir: CacheDir = None,
    no_cache: NoCache = False,
    verbose: Verbose = False,
) -> None:
    """Show facts and findings, with the proof."""
    settings = load_settings(config)
    past = load_previous(previous)
    cache = open_cache(settings, cache_dir, off=no_cache)
    reader, spoken = reader_language(language), choose_language(file_format, language)
    texts, complete = read_inputs(documents, settings, reader)
    result = compare(texts, settings, cache, reader, spoken)
    publish(result, file_format, settings, output, verbose=verbose, language=spoken, previous=past)
    raise typer.Exit(exit_code(result.findings, fail_on) if complete else TROUBLE)
