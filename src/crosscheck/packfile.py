"""Pack files: YAML to a record, from its compiled form where that is up to date.

'on', 'off', 'yes' and 'no' are words in a pack, as in YAML 1.2, and nothing is a date. Reading 40 kB of YAML takes
25 ms, so each pack has a compiled form beside it, JSON behind a line with the checksum of the YAML it was made from.
A pack that was edited since is read from its YAML: nothing goes wrong, it only takes longer.
"""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from crosscheck.errors import ConfigError, Verbatim

Pack = TypeVar("Pack")


def load_pack(path: Path, shape: type[Pack]) -> Pack:
    """Return the record of type *shape* that the YAML file *path* holds.

    Raises:
        ConfigError: the file is no YAML or does not have the shape.
    """
    source = path.read_bytes()
    compiled = compiled_path(path)
    try:
        if compiled.is_file():
            head, _, body = compiled.read_bytes().partition(b"\n")
            if head == _checksum(source):
                return msgspec.json.decode(body, type=shape)
        return msgspec.convert(_parse(source, path), shape)
    except msgspec.ValidationError as error:
        raise ConfigError(Verbatim(str(error)), place=str(path)) from error


def compile_pack(path: Path) -> bytes:
    """Return the compiled form of the YAML file *path*, as it stands in ``compiled_path(path)``."""
    source = path.read_bytes()
    return _checksum(source) + b"\n" + msgspec.json.encode(_parse(source, path)) + b"\n"


def compiled_path(path: Path) -> Path:
    """Return where the compiled form of a pack stands: beside it."""
    return path.with_suffix(".compiled")


def _checksum(source: bytes) -> bytes:
    return b"%08x %d" % (zlib.crc32(source), len(source))


def _parse(source: bytes, path: Path) -> Any:  # noqa: ANN401 - whatever the YAML holds
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the one in C where yaml was built with it
    words = type("WordLoader", (loader,), {"yaml_implicit_resolvers": _resolvers(loader)})
    try:
        return yaml.load(source, words)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        raise ConfigError(Verbatim(str(error)), place=str(path)) from error


def _resolvers(loader: Any) -> dict[str, list[tuple[str, Any]]]:  # noqa: ANN401 - yaml's loaders share no type
    """Return the implicit tags of *loader* without dates, and with true and false as the only booleans."""
    import re

    kept = {
        mark: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":bool", ":timestamp"))]
        for mark, resolvers in loader.yaml_implicit_resolvers.items()
    }
    for mark in "tf":
        kept.setdefault(mark, []).append(("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$")))
    return kept
