"""Pack files: YAML to a record. 'on', 'off', 'yes' and 'no' are words here, as in YAML 1.2, and so are dates."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec
import yaml

from crosscheck.errors import ConfigError

Pack = TypeVar("Pack")

if TYPE_CHECKING:
    _Base = yaml.SafeLoader
else:
    _Base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the one in C where yaml was built with it


class _WordLoader(_Base):
    """A safe loader to which only true and false are booleans, and nothing is a date."""


_WordLoader.yaml_implicit_resolvers = {
    mark: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":bool", ":timestamp"))]
    for mark, resolvers in _Base.yaml_implicit_resolvers.items()
}
_WordLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


def load_pack(path: Path, shape: type[Pack]) -> Pack:
    """Return the record of type *shape* that the YAML file *path* holds.

    Raises:
        ConfigError: the file is no YAML or does not have the shape.
    """
    try:
        tree = yaml.load(path.read_text(encoding="utf-8"), _WordLoader)  # noqa: S506 - a safe loader
        return msgspec.convert(tree, shape)
    except (msgspec.ValidationError, yaml.YAMLError) as error:
        raise ConfigError(str(error), place=str(path)) from error
