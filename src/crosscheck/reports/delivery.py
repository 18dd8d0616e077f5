"""Finished text to a file, whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from crosscheck.errors import CrosscheckError


def write_file(path: Path, text: str) -> None:
    """Write *text* to *path* as UTF-8; what stood there before stays until all of it is written.

    A device or pipe is written to as it is.

    Raises:
        CrosscheckError: the file cannot be written; nothing is left behind.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_text(text, encoding="utf-8", newline="")
        else:
            _replace(path.resolve(), text)
    except OSError as error:
        what = f"cannot be written: {error.strerror}"
        raise CrosscheckError(what, remedy="name a file in a folder that may be written to", place=str(path)) from error


def _replace(path: Path, text: str) -> None:
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_text(text, encoding="utf-8", newline="")
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
