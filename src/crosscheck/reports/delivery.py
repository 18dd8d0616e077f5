"""Text to a file, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from crosscheck.errors import CrosscheckError
from crosscheck.messages import say, say_failure


def write_file(path: Path, pieces: Iterable[str]) -> None:
    """Write *pieces* to *path* as UTF-8; what stood there before stays until all of them are written.

    A device or pipe is written to as it is.

    Raises:
        CrosscheckError: the file cannot be written; nothing is left behind.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            _write(path, pieces)
        else:
            _replace(path.resolve(), pieces)
    except OSError as error:
        what = say("cannot be written: {reason}", reason=say_failure(error))
        remedy = say("name a file in a folder that may be written to")
        raise CrosscheckError(what, remedy=remedy, place=str(path)) from error


def _replace(path: Path, pieces: Iterable[str]) -> None:
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        _write(draft, pieces)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _write(path: Path, pieces: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.writelines(pieces)
