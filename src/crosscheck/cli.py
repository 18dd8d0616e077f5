"""The command line: its commands, and the errors that they end with. ``commands/`` has a module for each.

What a command needs is imported when it runs, so that ``--help`` answers at once.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from crosscheck.collector import patient_collector
from crosscheck.commands import COMMANDS, GROUPS
from crosscheck.commands.outcome import TROUBLE
from crosscheck.commands.surroundings import say
from crosscheck.errors import CrosscheckError

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit; *arguments* are those of the process where none are given."""
    try:
        with patient_collector():
            app(args=arguments, prog_name="crosscheck")
    except CrosscheckError as error:
        say(str(error))
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


for command in COMMANDS:
    app.command()(command)
for name, group in GROUPS.items():
    app.add_typer(group, name=name)
