"""The command line: its commands, and the errors that they end with. ``commands/`` has a module for each.

What a command needs is imported when it runs, so that ``--help`` answers at once.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Annotated, Any

import typer

from crosscheck.collector import patient_collector
from crosscheck.commands import COMMANDS, GROUPS
from crosscheck.commands.options import asked_language
from crosscheck.commands.outcome import TROUBLE
from crosscheck.commands.surroundings import reader_language, tell
from crosscheck.commands.usage import SpeakingCommand, SpeakingGroup
from crosscheck.errors import CrosscheckError

app = typer.Typer(
    cls=SpeakingGroup,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit; *arguments* are those of the process where none are given."""
    language = reader_language(asked_language(sys.argv[1:] if arguments is None else arguments))
    with patient_collector():
        app(args=arguments, prog_name="crosscheck", obj=language)


def _end_with_errors(command: Callable[..., None]) -> Callable[..., None]:
    """Return *command* that tells an error, in the language of its reader, and ends with it."""

    @wraps(command)
    def run(**options: Any) -> None:  # noqa: ANN401 - whatever the command takes
        try:
            command(**options)
        except CrosscheckError as error:
            tell(error, reader_language(options["language"]))
            sys.exit(TROUBLE)

    return run


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


for command in COMMANDS:
    app.command(cls=SpeakingCommand)(_end_with_errors(command))
for group in GROUPS:
    pair = typer.Typer(cls=SpeakingGroup, rich_markup_mode=None, help=group.help)
    for command in group.commands:
        pair.command(cls=SpeakingCommand)(_end_with_errors(command))
    app.add_typer(pair, name=group.name)
