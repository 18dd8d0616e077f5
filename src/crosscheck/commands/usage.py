"""Help pages, and what is wrong with arguments, in the language of the reader.

The library of the command line speaks English alone. Its words are recognised by the templates here, the texts of
commands and options by the catalogue. The reader's language is the object of the context that a command line runs in.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

import typer
from typer.core import TyperCommand, TyperGroup

from crosscheck.commands.outcome import TROUBLE
from crosscheck.commands.surroundings import Language, print_note
from crosscheck.translations import load_translations, recognise

if TYPE_CHECKING:
    from typer._click import Context, HelpFormatter  # the library names the types of its hooks nowhere else

    Rows = list[tuple[str, str]]

HELP_SAYS = (
    "Usage",
    "Arguments",
    "Options",
    "Commands",
    "[OPTIONS]",
    "COMMAND [ARGS]...",
    "DOC",
    "[DOC]",
    "{message} FILE",
    "{message} DIR",
    "Show this message and exit.",
    "[default: {value}]",
    "{message}  [default: {value}]",
    "{message}  [required]",
)
"""What stands on help pages beside the texts of commands and options, as templates."""
COMPLAINTS = (
    "Try '{command}' for help.",
    "Error: {message}",
    "Invalid value for {parameter}: {message}",
    "unknown format {name}; use one of {formats}",
    "{value} is not one of {choices}.",
    "Path {file} is not readable.",
    "Missing argument {parameter}.",
    "Missing command.",
    "No such command {name}. Did you mean {others}?",
    "No such command {name}.",
    "No such option: {name} (Possible options: {others})",
    "No such option: {name}",
    "Option {name} requires an argument.",
    "Option {name} does not take a value.",
    "Got unexpected extra argument(s) ({arguments})",
)
"""What is said of wrong arguments, as templates; of two that a text can fill, the one that says more comes first."""


class SpeakingCommand(TyperCommand):
    """A command whose help and whose complaints are in the language of the reader."""

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        _write_usage(self, ctx, formatter)

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        _write_page(self, ctx, formatter)

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        with _complaints(ctx):
            return super().parse_args(ctx, args)


class SpeakingGroup(TyperGroup):
    """Commands under one name, and their help and complaints in the language of the reader.

    Without arguments, their help is the complaint.
    """

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        _write_usage(self, ctx, formatter)

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        _write_page(self, ctx, formatter)

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        if not args:
            print_note(ctx.get_help())
            raise typer.Exit(TROUBLE)
        with _complaints(ctx):
            return super().parse_args(ctx, args)

    def invoke(self, ctx: Context) -> object:
        with _complaints(ctx):
            return super().invoke(ctx)


def _write_usage(command: TyperCommand | TyperGroup, ctx: Context, formatter: HelpFormatter) -> None:
    words = _speaker(ctx, HELP_SAYS)
    pieces = " ".join(words(piece) for piece in command.collect_usage_pieces(ctx))
    formatter.write_usage(ctx.command_path, pieces, f"{words('Usage')}: ")


def _write_page(command: TyperCommand | TyperGroup, ctx: Context, formatter: HelpFormatter) -> None:
    words = _speaker(ctx, HELP_SAYS)
    command.format_usage(ctx, formatter)
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(words(command.help or ""))
    tables = {
        "Arguments": _parameters(command, "argument", ctx, words),
        "Options": _parameters(command, "option", ctx, words),
    }
    if isinstance(command, TyperGroup):
        tables["Commands"] = _commands(command, formatter.width, words)
    for heading, rows in tables.items():
        if rows:
            with formatter.section(words(heading)):
                formatter.write_dl(rows)


def _parameters(command: TyperCommand | TyperGroup, kind: str, ctx: Context, words: Callable[[str], str]) -> Rows:
    """Return how the parameters of one *kind*, 'argument' or 'option', are written, and what each is for."""
    records = (param.get_help_record(ctx) for param in command.get_params(ctx) if param.param_type_name == kind)
    return [(words(record[0]), words(record[1])) for record in records if record is not None]


def _commands(group: TyperGroup, width: int, words: Callable[[str], str]) -> Rows:
    """Return the names of the commands of *group*, and what each is for, cut to a line of *width* columns."""
    room = width - max(map(len, group.commands)) - 6
    purposes = ((name, words(command.help or "")) for name, command in group.commands.items())
    return [(name, textwrap.shorten(purpose, room, placeholder="...")) for name, purpose in purposes]


@contextmanager
def _complaints(ctx: Context) -> Iterator[None]:
    """Tell what is wrong with the arguments of a command, below how it is used, and end with 2."""
    try:
        yield
    except typer.TyperException as error:
        words = _speaker(ctx, COMPLAINTS)
        hint = words(f"Try '{ctx.command_path} {ctx.help_option_names[0]}' for help.")
        print_note(f"{ctx.get_usage()}\n{hint}\n\n{words(f'Error: {error.format_message()}')}")
        raise typer.Exit(error.exit_code) from error


def _speaker(ctx: Context, templates: tuple[str, ...]) -> Callable[[str], str]:
    """Return what puts English, messages of the program or what fills *templates*, into the language of the reader."""
    language = ctx.find_object(Language) or Language.en
    if language is Language.en:
        return str
    return partial(recognise, templates=templates, translations=load_translations(language))
