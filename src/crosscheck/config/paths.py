"""The paths in claims.yaml: which files they name, and what they say of a document."""

from __future__ import annotations

import glob
import os
import re
from functools import cache
from pathlib import Path, PurePath
from typing import TypeVar

import msgspec

from crosscheck.config.settings import Config, DocumentSettings
from crosscheck.errors import ConfigError
from crosscheck.messages import say
from crosscheck.records import Document

_WILD = re.compile(r"(\*+|\?|\[!?[^\]!]+\])")
_WILDCARDS = {"*": "[^/]*", "**": "[^/]*", "?": "[^/]"}
_FIELDS = ("source", "published", "title", "language")
D = TypeVar("D", bound=Document)


def settings_for(path: str, config: Config) -> DocumentSettings:
    """Return what *config* says of the file *path*, relative to the working directory or absolute.

    Where several entries name the file, the later one wins, field by field.
    """
    absolute = os.path.abspath(path)  # noqa: PTH100 - keeps symlinks
    said: dict[str, object] = {}
    for entry in config.documents:
        if _pattern(os.path.join(config.folder, entry.path)).fullmatch(f"{absolute}/"):  # noqa: PTH118 - a glob is no path
            said |= {field: value for field in _FIELDS if (value := getattr(entry, field)) is not None}
    return msgspec.convert({"path": path, **said}, DocumentSettings)


def apply_settings(document: D, config: Config) -> D:
    """Return *document* with what *config* says of its file, which wins over what the file says itself."""
    if document.path is None or not config.documents:
        return document
    entry = settings_for(document.path, config)
    said = {field: value for field in _FIELDS if (value := getattr(entry, field)) is not None}
    return msgspec.structs.replace(document, **said)


def configured_paths(config: Config) -> tuple[Path, ...]:
    """Return the files that *config* names, each once, in the order of its entries, those of one glob sorted.

    Raises:
        ConfigError: an entry names no file at all.
    """
    found: dict[str, None] = {}
    for index, entry in enumerate(config.documents):
        pattern = os.path.join(config.folder, entry.path)  # noqa: PTH118 - a glob is no path
        files = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - takes absolute patterns too
        if not files:
            start = config.folder or say("the working directory")
            what = say("no file matches {path}", path=repr(entry.path))
            remedy = say("correct the path, which starts at {folder}", folder=start)
            raise ConfigError(what, remedy=remedy, place="".join(config.document_places[index : index + 1]))
        found |= dict.fromkeys(os.path.relpath(file) for file in files)
    return tuple(map(Path, found))


@cache
def _pattern(path: str) -> re.Pattern[str]:
    """Return the pattern for what the absolute glob *path* names, with a slash at the end."""
    place = PurePath(os.path.normpath(path))
    steps = place.relative_to(place.anchor).parts
    return re.compile(re.escape(place.anchor) + "".join("(?:.*/)?" if step == "**" else _step(step) for step in steps))


def _step(step: str) -> str:
    """Return the pattern for one name of a path, with a slash at the end."""
    return "".join(_translate(part) for part in _WILD.split(step)) + "/"


def _translate(part: str) -> str:
    if part in _WILDCARDS:
        return _WILDCARDS[part]
    if _WILD.fullmatch(part):
        return "[" + ("^" if part[1] == "!" else "") + re.escape(part[1:-1].lstrip("!")).replace(r"\-", "-") + "]"
    return re.escape(part)
