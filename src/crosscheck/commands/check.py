"""``crosscheck check``: the gate, a line a finding."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from crosscheck.commands.caching import open_cache
from crosscheck.commands.gate import open_gate, pass_gate, tell_statistics, tell_summary
from crosscheck.commands.inputs import compare, load_settings, read_inputs, take_piped
from crosscheck.commands.options import CacheDir, ConfigFile, Documents, LanguageOption, NoCache, Output, format_option
from crosscheck.commands.outcome import TROUBLE, FailOn, exit_code
from crosscheck.commands.publish import choose_language, publish
from crosscheck.commands.surroundings import reader_language
from crosscheck.reports import WRITERS

_CODES = "codes or their beginnings, as in CC2,CC301"


def check(
    documents: Documents = None,
    file_format: Annotated[str, format_option(WRITERS)] = "lines",
    output: Output = None,
    language: LanguageOption = None,
    fail_on: Annotated[
        FailOn | None, typer.Option(help="Exit with 1 from this severity on, else from the one in claims.yaml: error.")
    ] = None,
    select: Annotated[list[str] | None, typer.Option(metavar="CODES", help=f"Count only these: {_CODES}.")] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="CODES", help=f"Leave these out: {_CODES}.")] = None,
    changed_since: Annotated[
        str | None,
        typer.Option(metavar="REV", help="Count only what has a side on a line changed since this revision."),
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Leave out what 'crosscheck baseline write' wrote there.")
    ] = None,
    stdin_filename: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Take standard input for the content of this file.")
    ] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count the findings of each code.")] = False,
    config: ConfigFile = None,
    cache_dir: CacheDir = None,
    no_cache: NoCache = False,
) -> None:
    """Print a line a finding; fail if one is grave."""
    settings = load_settings(config)
    cache = open_cache(settings, cache_dir, off=no_cache)
    gate = open_gate(select or (), ignore or (), baseline, changed_since)
    piped = take_piped(stdin_filename)
    reader, spoken = reader_language(language), choose_language(file_format, language)
    texts, complete = read_inputs(documents, settings, reader, piped)
    result, mended = pass_gate(gate, compare(texts, settings, cache, reader, spoken), settings, piped, reader)
    publish(result, file_format, settings, output, language=spoken)
    if statistics:
        tell_statistics(result.findings, reader)
    tell_summary(result, reader)
    least = FailOn.never if exit_zero else fail_on or FailOn(settings.gate.fail_on)
    raise typer.Exit(exit_code(result.findings, least) if complete and mended else TROUBLE)
