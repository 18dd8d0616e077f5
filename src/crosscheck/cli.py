"""Arguments in, exit code out: the only place that knows of either, of the environment, and of the clock.

What a command needs is imported when it runs, so that ``--help`` answers at once.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Collection, Mapping, Sequence
from contextlib import ExitStack
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from crosscheck.errors import CrosscheckError
from crosscheck.reports import EXTRACTION_WRITERS, WRITERS

if TYPE_CHECKING:
    from crosscheck.config import Config
    from crosscheck.records import Document, Finding, Report
    from crosscheck.reports.layout import Layout

FINDINGS, TROUBLE = 1, 2
"""Exit codes: findings that fail the gate; a bad option, bad configuration or unreadable input."""

_FILE_WIDTH, _WIDEST = 100, 160


class FailOn(StrEnum):
    """The least severity that makes a command exit with 1."""

    never = "never"
    info = "info"
    warning = "warning"
    error = "error"


app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _format_option(formats: Collection[str]) -> typer.models.OptionInfo:
    """Return the option that takes one of *formats*."""

    def known(name: str) -> str:
        if name not in formats:
            raise typer.BadParameter(f"unknown format {name!r}; use one of {', '.join(formats)}")
        return name

    option: typer.models.OptionInfo = typer.Option("--format", metavar="|".join(formats), callback=known)
    return option


Documents = Annotated[
    list[str] | None,
    typer.Argument(metavar="DOC", help="Files to read, '-' for standard input; else those that claims.yaml lists."),
]
ConfigFile = Annotated[
    Path | None,
    typer.Option("--config", metavar="FILE", help="The claims.yaml to use, else the nearest one upwards from here."),
]
Output = Annotated[Path | None, typer.Option("--output", metavar="FILE", help="Write to FILE, whole or not at all.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Leave nothing out.")]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit; *arguments* are those of the process where none are given."""
    try:
        app(args=arguments, prog_name="crosscheck")
    except CrosscheckError as error:
        _say(str(error))
        sys.exit(TROUBLE)


def _print_version(wanted: bool) -> None:
    if wanted:
        from crosscheck import __version__

        typer.echo(f"crosscheck {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Find what several documents say differently of the same facts."""


@app.command()
def report(
    documents: Documents = None,
    file_format: Annotated[str, _format_option(WRITERS)] = "terminal",
    output: Output = None,
    fail_on: Annotated[FailOn, typer.Option(help="Exit with 1 from this severity on.")] = FailOn.never,
    config: ConfigFile = None,
    verbose: Verbose = False,
) -> None:
    """Show facts and findings, with the proof."""
    settings = _load_config(config)
    texts, complete = _read(documents, settings)
    result = _check(texts, settings)
    _deliver(WRITERS[file_format](result, _layout(settings, output, verbose=verbose)), output)
    raise typer.Exit(_exit_code(result.findings, fail_on) if complete else TROUBLE)


@app.command()
def check(
    documents: Documents = None,
    fail_on: Annotated[
        FailOn | None, typer.Option(help="Exit with 1 from this severity on, else from the one in claims.yaml: error.")
    ] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")] = False,
    config: ConfigFile = None,
) -> None:
    """Print a line a finding; fail if one is grave."""
    from crosscheck.reports.lines import write_lines
    from crosscheck.reports.wording import word_summary

    settings = _load_config(config)
    texts, complete = _read(documents, settings)
    result = _without_accepted(_check(texts, settings), settings)
    _deliver(write_lines(result), None)
    _say(word_summary(result))
    least = FailOn.never if exit_zero else fail_on or FailOn(settings.gate.fail_on)
    raise typer.Exit(_exit_code(result.findings, least) if complete else TROUBLE)


@app.command()
def extract(
    documents: Documents = None,
    file_format: Annotated[str, _format_option(EXTRACTION_WRITERS)] = "terminal",
    output: Output = None,
    config: ConfigFile = None,
    verbose: Verbose = False,
) -> None:
    """Show the mentions and claims of documents."""
    from crosscheck.pipeline import extract as extract_documents

    settings = _load_config(config)
    texts, complete = _read(documents, settings)
    annotated, claims = extract_documents(texts, settings)
    _deliver(EXTRACTION_WRITERS[file_format](annotated, claims, _layout(settings, output, verbose=verbose)), output)
    raise typer.Exit(0 if complete else TROUBLE)


@app.command()
def rule(
    code: Annotated[str | None, typer.Argument(metavar="CODE", help="The rule's code, else all are listed.")] = None,
) -> None:
    """Print the manual page of a rule, or list all."""
    from crosscheck.findings import RULES

    if code is None:
        _deliver("".join(f"{known.code}  {known.name}\n" for known in RULES), None)
        return
    pages = {known.code: known.page for known in RULES}
    if code.upper() not in pages:
        raise typer.BadParameter(f"unknown rule {code!r}; use one of {', '.join(pages)}", param_hint="CODE")
    _deliver(f"{pages[code.upper()].strip()}\n", None)


def _load_config(path: Path | None) -> Config:
    """Return the configuration in *path*, else the nearest one upwards, else the one that says nothing."""
    from crosscheck.config import Config, find_config, load_config

    found = path or find_config(Path())
    return load_config(found) if found else Config()


def _read(names: Sequence[str] | None, config: Config) -> tuple[tuple[Document, ...], bool]:
    """Return the documents that can be read, and whether these are all; say on stderr what is wrong with the others.

    Raises:
        ConfigError: no document is named, or claims.yaml names files that are not there.
    """
    from crosscheck.config import configured_paths
    from crosscheck.documents import read_documents
    from crosscheck.errors import ConfigError

    paths = [Path(name) for name in names] if names else configured_paths(config)
    if not paths:
        raise ConfigError("no documents", remedy="name files, or list them as 'documents' in claims.yaml")
    documents, errors = read_documents(paths, config=config, stdin=sys.stdin.buffer)
    for document in documents:
        for note in document.notes:
            _say(f"{document.key}: {note}")
    for error in errors:
        _say(str(error))
    if not documents:
        raise typer.Exit(TROUBLE)
    return documents, not errors


def _check(documents: Sequence[Document], config: Config) -> Report:
    """Return the report, with a progress bar on stderr where that is a terminal and the run takes its time."""
    from crosscheck.pipeline import check as check_documents
    from crosscheck.reports.progress import show_progress

    with ExitStack() as stack:
        live = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        progress = stack.enter_context(show_progress(sys.stderr, time.monotonic)) if live else None
        return check_documents(documents, config, progress)


def _without_accepted(result: Report, config: Config) -> Report:
    """Return the report without the findings that claims.yaml accepts today; say on stderr how many these are."""
    from msgspec.structs import replace

    today = date.today()
    left = tuple(f for f in result.findings if not any(a.covers(f.fingerprint, today) for a in config.accepted))
    if len(left) < len(result.findings):
        _say(f"accepted in claims.yaml: {len(result.findings) - len(left)}")
    return replace(result, findings=left)


def _exit_code(findings: Sequence[Finding], fail_on: FailOn) -> int:
    grave = list(FailOn)[list(FailOn).index(fail_on) :] if fail_on is not FailOn.never else []
    return FINDINGS if any(finding.severity in grave for finding in findings) else 0


def _layout(config: Config, output: Path | None, *, verbose: bool) -> Layout:
    """Return the room and means of the terminal, or of a file."""
    from crosscheck.config import known_concepts
    from crosscheck.reports.layout import Layout

    labels = {name: concept.label["en"] for name, concept in known_concepts(config).items() if "en" in concept.label}
    if output is not None:
        return Layout(width=_FILE_WIDTH, verbose=verbose, labels=labels)
    return Layout(
        width=min(shutil.get_terminal_size().columns, _WIDEST),
        color=_takes_color(sys.stdout, os.environ),
        unicode=_takes_unicode(sys.stdout),
        verbose=verbose,
        labels=labels,
    )


def _takes_color(stream: TextIO, environment: Mapping[str, str]) -> bool:
    if environment.get("NO_COLOR"):
        return False
    return bool(environment.get("FORCE_COLOR")) or (stream.isatty() and environment.get("TERM") != "dumb")


def _takes_unicode(stream: TextIO) -> bool:
    try:
        "✗✓≈→·…".encode(stream.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True


def _deliver(text: str, output: Path | None) -> None:
    """Write *text* to the file, or to stdout, where letters that its encoding lacks become question marks.

    A reader who closes the pipe early has had enough: no error, and the exit code stays what was found.
    """
    if output is not None:
        from crosscheck.reports.delivery import write_file

        write_file(output, text)
        return
    try:
        sys.stdout.buffer.write(text.encode(sys.stdout.encoding or "utf-8", "replace"))
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(text: str) -> None:
    typer.echo(text, err=True)
