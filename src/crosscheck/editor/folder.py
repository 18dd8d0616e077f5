"""The documents of a folder: what the editor holds open, else what is on disk, read again when that has changed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import msgspec

from crosscheck.config import FILE_NAME, Config, configured_paths, find_config, parse_config
from crosscheck.documents import READERS, find_files, read_content
from crosscheck.errors import ConfigError, CrosscheckError, DocumentError
from crosscheck.messages import say
from crosscheck.records import Document

MOST = 2_000
"""Documents that are held against each other while one types."""
Buffers = Mapping[str, str]
"""The texts that the editor holds open, by absolute path."""
_Stamp = tuple[int, int] | str
"""Size and time of a file, or the text that the editor holds."""


class Held(msgspec.Struct, frozen=True):
    """A file as it was read last: what it was, and the document or what is wrong with it."""

    stamp: _Stamp
    document: Document | None
    error: CrosscheckError | None


class Folder:
    """The documents in and below *root*, or those that its claims.yaml lists, with the ones that are open."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._held: dict[str, Held] = {}
        self._config = Config()

    @property
    def config_path(self) -> str:
        """Return the claims.yaml of the folder: the nearest one upwards, else the one that may be written there."""
        found = find_config(self._root)
        return os.path.abspath(found or self._root / FILE_NAME)  # noqa: PTH100 - keeps symlinks

    def read_config(self, buffers: Buffers) -> tuple[Config, ConfigError | None]:
        """Return the settings, and what is wrong with them: then they are those of before."""
        path = self.config_path
        try:
            text = buffers[path] if path in buffers else _read_text(path)
            config = parse_config(text, name=path, folder=os.path.dirname(path))  # noqa: PTH120 - a text as it is
        except ConfigError as error:
            return self._config, error
        if (config.documents, config.languages) != (self._config.documents, self._config.languages):
            self._held.clear()
        self._config = config
        return config, None

    def read(self, config: Config, buffers: Buffers) -> tuple[tuple[Document, ...], tuple[CrosscheckError, ...]]:
        """Return the documents, those on disk by path and then the open ones that are not among them, and mistakes."""
        errors: list[CrosscheckError] = []
        names = dict.fromkeys(self._list(config, errors)[:MOST])
        names |= dict.fromkeys(path for path in sorted(buffers) if Path(path).suffix.lower() in READERS)
        self._held = {name: held for name in names if (held := self._hold(name, config, buffers)) is not None}
        errors += (held.error for held in self._held.values() if held.error is not None)
        return tuple(held.document for held in self._held.values() if held.document is not None), tuple(errors)

    def _list(self, config: Config, errors: list[CrosscheckError]) -> list[str]:
        """Return the absolute paths of the documents on disk."""
        try:
            listed = configured_paths(config) if config.documents else find_files(self._root)
        except ConfigError as error:
            errors.append(error)
            return []
        return [os.path.abspath(path) for path in listed]  # noqa: PTH100 - keeps symlinks

    def _hold(self, path: str, config: Config, buffers: Buffers) -> Held | None:
        """Return the file as it is now, None where it is gone; it is read where it has changed."""
        stamp = buffers[path] if path in buffers else _stamp(path)
        before = self._held.get(path)
        if stamp is None or (before is not None and before.stamp == stamp):
            return before if stamp is not None else None
        if isinstance(stamp, str) and not stamp.strip():
            return Held(stamp, None, None)  # just begun: no mistake
        try:
            raw = stamp.encode() if isinstance(stamp, str) else Path(path).read_bytes()
            return Held(stamp, read_content(raw, Path(path), config=config), None)
        except DocumentError as error:
            return Held(stamp, None, error)
        except OSError:
            return None


def _stamp(path: str) -> _Stamp | None:
    try:
        state = os.stat(path)  # noqa: PTH116 - of every file, on every change
    except OSError:
        return None
    return state.st_size, state.st_mtime_ns


def _read_text(path: str) -> str:
    """Return the text of the claims.yaml at *path*, '' where there is none.

    Raises:
        ConfigError: it cannot be read.
    """
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(say("cannot be read"), remedy=say("save it as UTF-8"), place=path) from error
