"""``crosscheck init``: a claims.yaml to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from crosscheck.commands.inputs import read_inputs
from crosscheck.commands.options import LanguageOption
from crosscheck.commands.outcome import TROUBLE
from crosscheck.commands.surroundings import deliver, reader_language, tell
from crosscheck.errors import ConfigError

_HERE = ["."]


def init(
    documents: Annotated[
        list[str] | None, typer.Argument(metavar="DOC", help="Files and folders to list, else all in this folder.")
    ] = None,
    language: LanguageOption = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite the claims.yaml that there is.")] = False,
) -> None:
    """Write a commented claims.yaml for the documents found."""
    from crosscheck.config import FILE_NAME, Config
    from crosscheck.config.outline import outline
    from crosscheck.messages import load_locale, say, say_count

    target = Path(FILE_NAME)
    if target.exists() and not force:
        remedy = say("edit it, or overwrite it with --force")
        raise ConfigError(say("there is one already"), remedy=remedy, place=str(target))
    reader = reader_language(language)
    found, complete = read_inputs(documents or _HERE, Config(), reader)
    if not complete:
        raise typer.Exit(TROUBLE)
    listed = [document for document in found if document.path]
    deliver(outline(listed, load_locale(reader)), target)
    note = say_count(
        "{file}: {n} document listed", "{file}: {n} documents listed", len(found), file=str(target), n=len(found)
    )
    tell(note, reader)
