"""What git knows of the documents: the only module that starts another program."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.errors import CrosscheckError

if TYPE_CHECKING:
    from crosscheck.commands.inputs import Piped
    from crosscheck.config import Config
    from crosscheck.gate.changes import Changes, Lines
    from crosscheck.records import Document

OPTION = "--changed-since"


class Base(NamedTuple):
    """The commit that the working tree is compared with, and the folder that the repository's paths start from."""

    commit: str
    top: Path


def find_base(revision: str) -> Base:
    """Return the commit at which the working tree's branch left *revision*, or that revision itself.

    What has changed in *revision* since then is not the branch's doing.

    Raises:
        CrosscheckError: git is not installed, this folder is in no repository, or there is no such revision.
    """
    from crosscheck.messages import say

    top = _ask("rev-parse", "--show-toplevel")
    if top is None:
        what, remedy = say("this folder is in no git repository"), say("leave out {option}", option=OPTION)
        raise CrosscheckError(what, remedy=remedy, place=OPTION)
    tip = _ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if tip is None:
        what = say("no such revision: {revision}", revision=repr(revision))
        remedy = say("check its name; a shallow clone has to fetch it first")
        raise CrosscheckError(what, remedy=remedy, place=OPTION)
    commit = tip.decode().strip()
    fork = _ask("merge-base", commit, "HEAD")
    return Base(fork.decode().strip() if fork else commit, Path(os.fsdecode(top.removesuffix(b"\n"))))


def find_changes(base: Base, documents: Iterable[Document], config: Config, piped: Piped | None) -> Changes:
    """Return the lines of *documents* that differ from *base*; all of what it lacks, none of what lies elsewhere.

    What *config* declares as known stands in its file; what comes from standard input without a name is new.
    """
    from crosscheck.gate.changes import EVERY_LINE, Changes, parse_patch

    patch = parse_patch(_demand(base, "diff", *_PLAIN_DIFF, base.commit, "--"))
    tracked = frozenset(_demand(base, "ls-files", "-z").split(b"\0"))
    declared = {place.rsplit(":", 2)[0] for place in config.known_places}
    lines: dict[str, Lines] = {}
    for document in documents:
        file = document.path or (document.key if document.key in declared else None)
        path = _path_in(base, file) if file else None
        if path is None:
            lines[document.key] = () if file else EVERY_LINE
        elif piped is not None and document.path == piped.path.as_posix():
            lines[document.key] = _compare_piped(base, path, piped.content)
        else:
            lines[document.key] = patch.get(path, ()) if path in tracked else EVERY_LINE
    return Changes(lines)


_PLAIN_DIFF = (
    "--unified=0",
    "--text",
    "--find-renames",
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--src-prefix=a/",
    "--dst-prefix=b/",
)


def _path_in(base: Base, file: str) -> bytes | None:
    """Return the path of *file* in the repository, None where it is not in there."""
    path = Path(os.path.realpath(file))
    return os.fsencode(path.relative_to(base.top).as_posix()) if path.is_relative_to(base.top) else None


def _compare_piped(base: Base, path: bytes, content: bytes) -> Lines:
    """Return the lines of *content* that the file *path* of the base does not have."""
    before = _ask("cat-file", "blob", f"{base.commit}:{os.fsdecode(path)}", folder=base.top) or b""
    matcher = SequenceMatcher(None, before.splitlines(), content.splitlines(), autojunk=False)
    return tuple((start + 1, end) for tag, _, _, start, end in matcher.get_opcodes() if tag != "equal" and start < end)


def _demand(base: Base, *arguments: str) -> bytes:
    """Return what git prints in the whole repository.

    Raises:
        CrosscheckError: git fails.
    """
    from crosscheck.messages import say

    printed = _ask(*arguments, folder=base.top)
    if printed is None:
        what = say("git {command} fails in {folder}", command=arguments[0], folder=str(base.top))
        raise CrosscheckError(what, remedy=say("check the repository with 'git fsck'"), place=OPTION)
    return printed


def _ask(*arguments: str, folder: Path | None = None) -> bytes | None:
    """Return what git prints, None where it fails.

    Raises:
        CrosscheckError: there is no git.
    """
    command = ["git", "-c", "core.quotePath=false", *arguments]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False)  # noqa: S603 - no shell
    except FileNotFoundError as error:
        from crosscheck.messages import say

        remedy = say("install it, or leave out {option}", option=OPTION)
        raise CrosscheckError(say("git is not installed"), remedy=remedy, place=OPTION) from error
    return done.stdout if done.returncode == 0 else None
