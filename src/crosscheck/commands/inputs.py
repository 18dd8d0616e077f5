"""What a command reads: claims.yaml, the documents, and what they say of each other."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from crosscheck.commands.outcome import TROUBLE
from crosscheck.commands.surroundings import Language, count_processors, open_progress, tell

if TYPE_CHECKING:
    from crosscheck.cache import FolderCache
    from crosscheck.config import Config
    from crosscheck.records import Document, Finding, Report
    from crosscheck.reports.previous import Previous


class Piped(NamedTuple):
    """What standard input holds, and the file that it stands for."""

    path: Path
    content: bytes


def take_piped(path: Path | None) -> Piped | None:
    """Return what standard input holds as the content of *path*, None where that is None."""
    return None if path is None else Piped(path, sys.stdin.buffer.read())


def load_settings(path: Path | None) -> Config:
    """Return the configuration in *path*, else the nearest one upwards, else the one that says nothing."""
    from crosscheck.config import Config, find_config, load_config

    found = path or find_config(Path())
    return load_config(found) if found else Config()


def load_findings(path: Path) -> tuple[Finding, ...]:
    """Return the findings of the report in the file *path*, as JSON.

    Raises:
        DocumentError: it cannot be read, or holds no report.
    """
    from crosscheck.errors import DocumentError
    from crosscheck.messages import say, say_failure
    from crosscheck.reports.decode1 import read_findings

    try:
        return read_findings(path.read_bytes(), str(path))
    except OSError as error:
        what = say("cannot be read: {reason}", reason=say_failure(error))
        raise DocumentError(what, remedy=say("check the path"), place=str(path)) from error


def load_previous(path: Path | None) -> Previous | None:
    """Return the earlier run whose report is in the file *path*, None without one.

    Raises:
        DocumentError: as ``load_findings``.
    """
    if path is None:
        return None
    from crosscheck.reports.previous import Previous

    return Previous(path.name, load_findings(path))


def read_inputs(
    names: Sequence[str] | None, config: Config, language: Language, piped: Piped | None = None
) -> tuple[tuple[Document, ...], bool]:
    """Return the documents that can be read, and whether these are all.

    What is wrong with the others is said on stderr in *language*. What is *piped* is one of the documents, in place of
    its file where that is among them, else the last.

    Raises:
        ConfigError: no document is named, or claims.yaml names files that are not there.
    """
    from crosscheck.config import configured_paths
    from crosscheck.documents import read_documents
    from crosscheck.errors import ConfigError
    from crosscheck.messages import join, say

    paths = [Path(name) for name in names] if names else configured_paths(config)
    if not paths and piped is None:
        raise ConfigError(say("no documents"), remedy=say("name files, or list them as 'documents' in claims.yaml"))
    if piped is None:
        documents, errors = read_documents(paths, config=config, stdin=sys.stdin.buffer)
    else:
        stream = BytesIO(piped.content)
        documents, errors = read_documents((*paths, Path("-")), config=config, stdin=stream, stdin_path=piped.path)
    for document in documents:
        for note in document.notes:
            tell(join((document.key, note), ": "), language)
    for error in errors:
        tell(error, language)
    if not documents:
        raise typer.Exit(TROUBLE)
    return documents, not errors


def compare(
    documents: Sequence[Document], config: Config, cache: FolderCache | None, language: Language, findings_in: Language
) -> Report:
    """Return the report, with a progress bar on stderr where that is a terminal and the run takes its time.

    Progress is told in *language*, findings are told in *findings_in*. What *cache* knows is not read again; many
    documents are read by as many processes as there are processors.
    """
    from crosscheck.pipeline import check

    with ExitStack() as stack:
        report = check(documents, config, open_progress(stack, language), cache, count_processors(), findings_in)
    if cache is not None:
        cache.prune()
    return report
