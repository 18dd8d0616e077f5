"""The arguments and options that several commands take."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Annotated

import typer

from crosscheck.commands.outcome import FailOn
from crosscheck.commands.surroundings import Language

Documents = Annotated[
    list[str] | None,
    typer.Argument(metavar="DOC", help="Files to read, '-' for standard input; else those that claims.yaml lists."),
]
ConfigFile = Annotated[
    Path | None,
    typer.Option("--config", metavar="FILE", help="The claims.yaml to use, else the nearest one upwards from here."),
]
Output = Annotated[Path | None, typer.Option("--output", metavar="FILE", help="Write to FILE, whole or not at all.")]
CacheDir = Annotated[
    Path | None,
    typer.Option("--cache-dir", metavar="DIR", help="Keep what was read of documents there, else where caches go."),
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Read every document anew.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Leave nothing out.")]


FailOnOption = Annotated[FailOn, typer.Option("--fail-on", help="Exit with 1 from this severity on.")]
BaselineFile = Annotated[Path, typer.Option("--baseline", metavar="FILE", help="The file of findings to live with.")]
PreviousReport = Annotated[
    Path | None,
    typer.Option("--previous", metavar="JSON", help="A JSON report of an earlier run to compare with (html)."),
]
_LANGUAGE = "--lang"
LanguageOption = Annotated[
    Language | None,
    typer.Option(
        _LANGUAGE,
        help="The language of findings, notes and errors; else the environment's, and English in formats for programs.",
    ),
]


def asked_language(arguments: Sequence[str]) -> Language | None:
    """Return the language that *arguments* ask for, None where they ask for none that interfaces speak.

    For what is said where arguments are not understood yet, or never: help, and what is wrong with them.
    """
    asked = ""
    for argument, following in pairwise((*arguments, "")):
        option, is_joined, value = argument.partition("=")
        if option == _LANGUAGE:
            asked = value if is_joined else following
    return next((language for language in Language if language == asked), None)


def format_option(formats: Collection[str]) -> typer.models.OptionInfo:
    """Return the option that takes one of *formats*."""

    def known(name: str) -> str:
        if name not in formats:
            raise typer.BadParameter(f"unknown format {name!r}; use one of {', '.join(formats)}")
        return name

    option: typer.models.OptionInfo = typer.Option("--format", metavar="|".join(formats), callback=known)
    return option
