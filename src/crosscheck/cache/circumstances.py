"""What an extraction depends on besides its document: the program, its packs, the libraries it reads with, settings."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

import msgspec

from crosscheck.config import Config

_PROGRAM = Path(__file__).parents[1]
_PACK = ".yaml"
_LIBRARIES = ("babel", "google-re2", "msgspec", "PyStemmer")
"""Whose tables and words decide what is read."""


def fingerprint_circumstances(config: Config) -> bytes:
    """Return 32 bytes that change with everything but the document that claims are extracted with.

    These are the program's version, its packs (by content), its modules and weights (by size and time), the libraries,
    and what *config* adds to the vocabulary.
    """
    told = msgspec.msgpack.encode((config.enabled_domains, config.attributes, config.entities))
    return hashlib.blake2b(_program() + told, digest_size=32).digest()


@cache
def _program() -> bytes:
    """Return what stands for the program and its data as they are installed."""
    digest = hashlib.blake2b()
    for part in _parts():
        digest.update(b"%d %b " % (len(part), part))
    return digest.digest()


def _parts() -> Iterator[bytes]:
    yield unicodedata.unidata_version.encode()
    for name in ("crosscheck-claims", *_LIBRARIES):
        yield version(name).encode()
    for path in _list_files(_PROGRAM):
        yield path.encode()
        if path.endswith(_PACK):
            yield Path(path).read_bytes()
        else:
            state = os.stat(path)  # noqa: PTH116 - 400 of them, on every run
            yield b"%d %d" % (state.st_size, state.st_mtime_ns)


def _list_files(folder: Path) -> Iterator[str]:
    """Yield the files below *folder* but for compiled modules, in an order that does not change."""
    for at, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (os.path.join(at, name) for name in sorted(names))  # noqa: PTH118 - as above
