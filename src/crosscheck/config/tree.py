"""A YAML text as records, every mistake with its place: unknown keys, wrong types, bad dates, broken syntax."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from types import NoneType, UnionType
from typing import Any, Literal, Protocol, TypeVar, get_args, get_origin, get_type_hints

import msgspec
import yaml

from crosscheck.errors import ConfigError
from crosscheck.messages import Phrase, join, say

_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LIKENESS = 70
"""Of 100: how alike two names are when one is offered for the other."""
_DEEPEST = 50
"""Levels of lists and mappings in one another."""
_Shape = Any
"""A type as msgspec reads it: a Struct, tuple[X, ...], dict[str, X], X | None, Literal, date or str."""
T = TypeVar("T")


class _Mark(Protocol):
    """A place in YAML text, from 0; the two parsers have each their own class of it."""

    line: int
    column: int


class Tree(msgspec.Struct, frozen=True):
    """A YAML text as nodes; ``name`` is its file, ``first_line`` the line of the file on which the text starts."""

    name: str
    root: yaml.Node | None
    first_line: int = 1

    def place(self, node: yaml.Node, offset: int = 0) -> str:
        """Return 'file:line:column' of *node*, or of the code point *offset* of a scalar on one line."""
        start = node.start_mark
        if offset and start.line == node.end_mark.line:
            offset += isinstance(node, yaml.ScalarNode) and node.style in ("'", '"')
        else:
            offset = 0
        return f"{self.name}:{start.line + self.first_line}:{start.column + offset + 1}"

    def at(self, *path: str | int) -> yaml.Node:
        """Return the node at *path*: keys of mappings and indices of lists."""
        node = self.root
        for step in path:
            node = next(child for name, child in _named_children(node) if name == step)
        if node is None:
            raise LookupError(path)
        return node

    def key(self, *path: str) -> yaml.Node:
        """Return the node of the last key of *path*."""
        keys: Iterator[yaml.Node] = (key for key, _ in self.at(*path[:-1]).value if key.value == path[-1])
        return next(keys)


def parse_tree(text: str, name: str, first_line: int = 1) -> Tree:
    """Return *text* as a tree.

    Raises:
        ConfigError: it is not YAML, or uses a key twice.
    """
    try:
        _refuse_depth(text, name, first_line)
        root = yaml.compose(text, _Loader)
    except yaml.MarkedYAMLError as error:
        place = _place_of_mark(name, error.problem_mark or error.context_mark, first_line)
        what = say("not YAML: {problem}", problem=error.problem or error.context or "")
        raise ConfigError(what, remedy=say("check indentation, colons and quotes there"), place=place) from error
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        place = f"{name}:{before.count(chr(10)) + first_line}:{error.position - before.rfind(chr(10))}"
        what = say("not YAML: a character that YAML does not allow")
        raise ConfigError(what, remedy=say("remove it"), place=place) from error
    tree = Tree(name, root, first_line)
    if root is not None:
        _refuse_oddities(tree, root, ())
    return tree


def _refuse_depth(text: str, name: str, first_line: int) -> None:
    """Raise where collections are nested so deeply that composing them could exhaust the stack."""
    depth = 0
    for event in yaml.parse(text, _Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _DEEPEST:
                place = _place_of_mark(name, event.start_mark, first_line)
                what = say("lists and mappings nested too deeply")
                raise ConfigError(what, remedy=say("write it flatter"), place=place)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _place_of_mark(name: str, mark: _Mark | None, first_line: int) -> str:
    """Return 'file:line:column' of *mark*, the file alone where there is none."""
    return name if mark is None else f"{name}:{mark.line + first_line}:{mark.column + 1}"


def read_tree(tree: Tree, shape: type[T]) -> T:
    """Return *tree* as a record of *shape*; a key without a value counts as absent.

    Raises:
        ConfigError: the tree does not have the shape; the place is that of the node that is wrong.
    """
    if tree.root is None or _is_null(tree.root):
        return msgspec.convert({}, shape)
    _refuse_unknown_keys(tree, tree.root, shape)
    try:
        return msgspec.convert(_plain(tree.root), shape)
    except msgspec.ValidationError as error:
        node, what, remedy = _fault(tree.root, shape)
        raise ConfigError(what, remedy=remedy, place=tree.place(node)) from error


def suggest(word: str, choices: Iterable[str]) -> Phrase:
    """Return the remedy for a name that is none of *choices*: the likeliest one meant, or all there are."""
    from rapidfuzz import process

    known = sorted(choices)
    best = process.extractOne(word, known, score_cutoff=_LIKENESS)
    if best:
        return say("did you mean {name}?", name=repr(best[0]))
    return say("use one of {names}", names=join(known))


def _entries(node: yaml.Node | None) -> Iterator[tuple[str, yaml.Node]]:
    """Yield the keys of a mapping that have a value."""
    if isinstance(node, yaml.MappingNode):
        yield from ((key.value, value) for key, value in node.value if not _is_null(value))


def _named_children(node: yaml.Node | None) -> Iterator[tuple[str | int, yaml.Node]]:
    """Yield the values of a mapping by their keys, those of a list by their indices."""
    if isinstance(node, yaml.SequenceNode):
        yield from enumerate(node.value)
    else:
        yield from _entries(node)


def _is_null(node: yaml.Node) -> bool:
    return node.tag == "tag:yaml.org,2002:null"


def _plain(node: yaml.Node) -> object:
    """Return *node* as dict, list or the text of the scalar, digits as printed."""
    if isinstance(node, yaml.MappingNode):
        return {key: _plain(value) for key, value in _entries(node)}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(value) for value in node.value]
    return None if _is_null(node) else node.value


def _refuse_oddities(tree: Tree, node: yaml.Node, above: tuple[yaml.Node, ...]) -> None:
    """Raise on a key that is no text, a key used twice, and an alias that contains itself."""
    if any(node is other for other in above):
        what = say("an alias that contains itself")
        raise ConfigError(what, remedy=say("write the value out"), place=tree.place(node))
    if isinstance(node, yaml.MappingNode):
        seen: dict[str, yaml.Node] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                what, remedy = say("a key that is no text"), say("put quotes around it")
                raise ConfigError(what, remedy=remedy, place=tree.place(key))
            if key.value in seen:
                first = seen[key.value].start_mark.line + tree.first_line
                what = say("key {key} for the second time", key=repr(key.value))
                remedy = say("join it with the one in line {line}", line=str(first))
                raise ConfigError(what, remedy=remedy, place=tree.place(key))
            seen[key.value] = key
            _refuse_oddities(tree, value, (*above, node))
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            _refuse_oddities(tree, value, (*above, node))


def _refuse_unknown_keys(tree: Tree, node: yaml.Node, shape: _Shape) -> None:
    """Raise on the first key that a closed record does not know, with a value or without."""
    shape = _required(shape)
    if _is_struct(shape) and shape.__struct_config__.forbid_unknown_fields and isinstance(node, yaml.MappingNode):
        fields = shape.__struct_fields__
        for key, _ in node.value:
            if key.value not in fields:
                what = say("unknown key {key}", key=repr(key.value))
                raise ConfigError(what, remedy=suggest(key.value, fields), place=tree.place(key))
    for child, child_shape in _children(node, shape):
        _refuse_unknown_keys(tree, child, child_shape)


def _fault(node: yaml.Node, shape: _Shape) -> tuple[yaml.Node, Phrase, Phrase]:
    """Return the innermost node that does not have its shape, what is wrong with it, and the remedy."""
    shape = _required(shape)
    for child, child_shape in _children(node, shape):
        try:
            msgspec.convert(_plain(child), child_shape)
        except msgspec.ValidationError:
            return _fault(child, child_shape)
    return _complain(node, shape)


def _required(shape: _Shape) -> _Shape:
    """Return *shape* without None."""
    if isinstance(shape, UnionType):
        return next(part for part in get_args(shape) if part is not NoneType)
    return shape


def _children(node: yaml.Node, shape: _Shape) -> Iterator[tuple[yaml.Node, _Shape]]:
    """Yield the nodes inside *node* that have a shape of their own."""
    if _is_struct(shape):
        hints = get_type_hints(shape)
        yield from ((value, hints[key]) for key, value in _entries(node) if key in hints)
    elif _origin(shape) is dict:
        yield from ((value, get_args(shape)[1]) for _, value in _entries(node))
    elif _origin(shape) is tuple and isinstance(node, yaml.SequenceNode):
        yield from ((value, get_args(shape)[0]) for value in node.value)


def _complain(node: yaml.Node, shape: _Shape) -> tuple[yaml.Node, Phrase, Phrase]:
    if _is_struct(shape):
        return _complain_of_mapping(node, shape)
    if _origin(shape) is dict:
        return node, say("a mapping is expected here"), say("write 'key: value' lines")
    if _origin(shape) is tuple:
        content = node.value if isinstance(node.value, str) else "..."
        return node, say("a list is expected here"), say("write [{content}]", content=content)
    if isinstance(node, yaml.ScalarNode) and shape is date:
        return node, say("{text} is no date", text=repr(node.value)), say("write it as YYYY-MM-DD")
    if isinstance(node, yaml.ScalarNode) and _origin(shape) is Literal:
        return node, say("unknown value {text}", text=repr(node.value)), suggest(node.value, get_args(shape))
    return node, say("a single value is expected here"), say("write text, a number or a date")


def _complain_of_mapping(node: yaml.Node, shape: type[msgspec.Struct]) -> tuple[yaml.Node, Phrase, Phrase]:
    fields = {field.name: field.required for field in msgspec.structs.fields(shape)}
    if not isinstance(node, yaml.MappingNode):
        return node, say("a mapping is expected here"), say("write keys out of {keys}", keys=join(fields))
    given = {key for key, _ in _entries(node)}
    missing = next(name for name, required in fields.items() if required and name not in given)
    return node, say("key {key} is missing", key=repr(missing)), say("add it")


def _origin(shape: _Shape) -> object:
    """Return tuple of tuple[X, ...], dict of dict[str, X], Literal of a literal type; None of a plain one."""
    return get_origin(shape)


def _is_struct(shape: _Shape) -> bool:
    return isinstance(shape, type) and issubclass(shape, msgspec.Struct)
