"""An entry for ``accepted`` put into the text of a claims.yaml, which otherwise stays as it is."""

from __future__ import annotations

import msgspec
import yaml

from crosscheck.config.settings import Acceptance
from crosscheck.config.tree import parse_tree
from crosscheck.errors import ConfigError
from crosscheck.messages import say

_KEY = "accepted"


class Insertion(msgspec.Struct, frozen=True):
    """What to put into a text: at which code point, which text, and where in that the reason's first letter stands."""

    offset: int
    text: str
    reason: int


def insert_acceptance(text: str, entry: Acceptance, name: str) -> Insertion:
    """Return how *entry* gets into *text*, the content of the claims.yaml *name*: first among those accepted.

    Raises:
        ConfigError: *text* is no YAML, or no mapping.
    """
    root = parse_tree(text, name).root
    spelled = _spell(entry)
    if root is None or (isinstance(root, yaml.ScalarNode) and not root.value):
        return _append(text, spelled)
    if not isinstance(root, yaml.MappingNode):
        what, remedy = say("a mapping is expected here"), say("write 'key: value' lines")
        raise ConfigError(what, remedy=remedy, place=f"{name}:1:1")
    known = next(((key, value) for key, value in root.value if key.value == _KEY), None)
    if known is not None:
        return _insert(text, *known, spelled)
    if root.flow_style:
        return _wrap(root.start_mark.index + 1, f"{_KEY}: [", spelled, "], " if root.value else "]")
    return _append(text, spelled)


def _insert(text: str, key: yaml.Node, value: yaml.Node, spelled: str) -> Insertion:
    """Return how *spelled* gets into the list that there is, or stands for the one that has no value yet."""
    start = value.start_mark
    if isinstance(value, yaml.SequenceNode) and value.flow_style:
        return _wrap(start.index + 1, "", spelled, ", " if value.value else "")
    if isinstance(value, yaml.SequenceNode):
        return _wrap(start.index - start.column, f"{' ' * start.column}- ", spelled, "\n")
    return _wrap(text.index(":", key.end_mark.index) + 1, "\n  - ", spelled, "")


def _append(text: str, spelled: str) -> Insertion:
    before = "\n" if text and not text.endswith("\n") else ""
    return _wrap(len(text), f"{before}{_KEY}:\n  - ", spelled, "\n")


def _wrap(offset: int, before: str, spelled: str, after: str) -> Insertion:
    whole = f"{before}{spelled}{after}"
    return Insertion(offset, whole, whole.index('reason: "') + len('reason: "'))


def _spell(entry: Acceptance) -> str:
    """Return *entry* on one line; a JSON text is a YAML text too."""
    until = f", until: {entry.until.isoformat()}" if entry.until else ""
    return f"{{finding: {entry.finding}, reason: {_quote(entry.reason)}, by: {_quote(entry.by)}{until}}}"


def _quote(text: str) -> str:
    return msgspec.json.encode(text).decode()
