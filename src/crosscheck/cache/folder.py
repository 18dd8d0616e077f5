"""Extractions in a folder: one file for each document and the circumstances that it was read in.

Files are written beside and then renamed, so that a run never sees half of one, whatever other runs do. What cannot be
read or is not what it should be counts as absent and is written anew.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from crosscheck.cache.codec import Unusable, decode_extraction, encode_extraction, key_of
from crosscheck.claims import Extraction
from crosscheck.errors import CrosscheckError
from crosscheck.messages import say, say_failure
from crosscheck.records import Document

BOUND = 256 << 20
"""Bytes that the files may take together: some 40,000 documents of 3 kB."""
_ROOM = 0.8
"""What is left of the bound when files are removed, so that this is seldom."""
_HOUR_NS = 3600 * 10**9
_ENDING, _DRAFT = ".extraction", ".draft"
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# A cache of crosscheck: it may be removed at any time.\n"
"""What the Cache Directory Tagging Specification asks for, so that backups leave the folder out."""


class FolderCache:
    """The extractions kept in a folder, for one set of circumstances.

    Args:
        folder: where the files are; made where it is not there, readable by its owner alone.
        circumstances: stands for all that extractions depend on besides their documents.
        bound: bytes that the files may take together.

    Raises:
        CrosscheckError: the folder cannot be made or written to.
    """

    def __init__(self, folder: Path, circumstances: bytes, bound: int = BOUND) -> None:
        self._folder, self._circumstances, self._bound = folder, circumstances, bound
        self._has_written = False
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            tag = folder / "CACHEDIR.TAG"
            if not tag.exists():
                tag.write_text(_TAG, encoding="ascii")
        except OSError as error:
            what = say("no folder for a cache: {reason}", reason=say_failure(error))
            remedy = say("name another with --cache-dir, or use --no-cache")
            raise CrosscheckError(what, remedy=remedy, place=str(folder)) from error

    def find(self, document: Document) -> Extraction | None:
        """Return what was extracted from *document*, None where nothing sound is kept of it."""
        try:
            key = key_of(document, self._circumstances)
            file = self._file(key)
            told = decode_extraction(file.read_bytes(), key, document)
        except (OSError, Unusable):
            return None
        with suppress(OSError):
            os.utime(file)  # the files used longest ago are removed first
        return told

    def keep(self, document: Document, told: Extraction) -> None:
        """Keep what was extracted from *document*; where that cannot be, it is read anew next time."""
        try:
            key = key_of(document, self._circumstances)
            stored = encode_extraction(told, key)
            self._write(self._file(key), stored)
        except (OSError, Unusable):
            return
        self._has_written = True

    def prune(self) -> None:
        """Remove what was used longest ago where the files take too much, and drafts that a dead run left."""
        if not self._has_written:
            return
        files = sorted(self._list())
        newest = files[-1][0] if files else 0
        taken = sum(size for _, size, _ in files)
        full = taken > self._bound
        for used, size, path in files:
            stale = path.endswith(_DRAFT) and used < newest - _HOUR_NS
            if stale or (full and taken > self._bound * _ROOM):
                with suppress(OSError):
                    Path(path).unlink()
                    taken -= size

    def _file(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key[2:]}{_ENDING}"

    def _write(self, file: Path, stored: bytes) -> None:
        draft = file.with_name(f"{file.name}.{os.getpid()}{_DRAFT}")
        file.parent.mkdir(exist_ok=True)
        try:
            draft.write_bytes(stored)
            draft.replace(file)
        finally:
            draft.unlink(missing_ok=True)

    def _list(self) -> Iterator[tuple[int, int, str]]:
        """Yield for each file of the cache when it was used last, in nanoseconds, its size in bytes, and its path."""
        for at, _, names in os.walk(self._folder):
            for name in names:
                if name.endswith((_ENDING, _DRAFT)):
                    path = os.path.join(at, name)  # noqa: PTH118 - there may be many
                    with suppress(OSError):  # another run has removed it
                        state = os.stat(path)  # noqa: PTH116
                        yield state.st_mtime_ns, state.st_size, path
