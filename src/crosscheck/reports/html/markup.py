"""Elements of a page, escaped by construction: the only module that turns text into markup.

A plain string handed to ``element`` is text and never anything else; only ``Html`` goes through as it is, and only this
module makes any from text. Attributes that could run a script, carry a style or leave the page are refused.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from functools import cache
from types import MappingProxyType
from typing import Literal

import msgspec

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_REFUSED = re.compile(r"on.*|style|src|srcdoc|srcset|action|formaction|background|poster|ping")
_VOID = frozenset({"br", "input", "meta"})
_SHAPES = frozenset({"circle", "rect"})
"""Elements of SVG, which end themselves."""
_IMPLIED = frozenset({"dd", "dt", "li", "option", "tbody", "td", "th", "thead", "tr"})
"""Elements whose end every parser knows from what follows: in a long report these tags would be a tenth of it."""
_RAW = frozenset({"script", "style", "iframe", "object", "embed", "base"})
_UNSAFE = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff"
"""Control, direction and surrogate characters: what could turn a line round, or is no character at all."""
_IN_TEXT, _IN_ATTRIBUTE = re.compile(f"[&<>{_UNSAFE}]"), re.compile(f"[&<>\"'{_UNSAFE}]")
_SPELLED = MappingProxyType({letter: html.escape(letter) for letter in "&<>\"'"})


class Html(msgspec.Struct, frozen=True, gc=False):
    """Finished markup."""

    text: str


Content = Html | str | None | Iterable["Content"]
"""What an element may hold: markup as it is, text to be escaped, nothing, or several of these."""
Attribute = str | int | bool | None
"""A value, or whether the attribute is there at all."""

EMPTY = Html("")
_SPLIT = Html("\0")
"""Stands for the content of an element that is written piece by piece; no text holds it once it is escaped."""


def element(name: str, /, *content: Content, **attributes: Attribute) -> Html:
    """Return the element *name* with *content*.

    Attribute names are written with underscores for hyphens, and one behind a reserved word: ``class_``, ``data_kind``.
    An attribute that is None or False is left out, one that is True stands without a value.

    Raises:
        ValueError: the name is none, the element or attribute could run a script or carry a style, or a link leaves
            the page.
    """
    _check_element(name)
    start = f"<{name}{''.join(_attribute(key, value) for key, value in attributes.items())}"
    if name in _SHAPES:
        return Html(f"{start}/>")
    if name in _VOID:
        return Html(f"{start}>")
    return Html(f"{start}>{join(content).text}{'' if name in _IMPLIED else f'</{name}>'}")


def enclose(name: str, /, pieces: Iterable[str], **attributes: Attribute) -> Iterator[str]:
    """Yield the element *name* around *pieces* of finished markup: for what is too long to be held as one.

    Raises:
        ValueError: as ``element``.
    """
    start, end = element(name, _SPLIT, **attributes).text.split(_SPLIT.text)
    yield start
    yield from pieces
    yield end


def join(content: Content) -> Html:
    """Return several pieces of content as one."""
    if isinstance(content, Html):
        return content
    if content is None:
        return EMPTY
    if isinstance(content, str):
        return Html(_IN_TEXT.sub(_spell, content))
    return Html("".join(join(part).text for part in content))


def inline(name: Literal["script", "style"], source: str, /, **attributes: Attribute) -> Html:
    """Return a script or style sheet of this package, which no text of a document may ever be part of.

    Raises:
        ValueError: *source* would end the element early.
    """
    if f"</{name}" in source.lower() or "<!--" in source:
        raise ValueError(f"ends the {name} element early")
    return Html(f"<{name}{''.join(_attribute(key, value) for key, value in attributes.items())}>{source}</{name}>")


def _spell(hit: re.Match[str]) -> str:
    """Return how a letter is spelled that must not stand in markup as it is."""
    return _SPELLED.get(hit.group(), "\ufffd")


def _attribute(key: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    name = _attribute_name(key)
    if value is True:
        return f" {name}"
    if name == "href" and not str(value).startswith("#"):
        raise ValueError(f"a link that leaves the page: {value!r}")
    return f' {name}="{_IN_ATTRIBUTE.sub(_spell, str(value))}"'


@cache
def _attribute_name(key: str) -> str:
    name = key.rstrip("_").replace("_", "-")
    if not _NAME.fullmatch(name) or _REFUSED.fullmatch(name):
        raise ValueError(f"no attribute of a report: {name!r}")
    return name


@cache
def _check_element(name: str) -> None:
    if not _NAME.fullmatch(name) or name in _RAW:
        raise ValueError(f"no element of a report: {name!r}")
