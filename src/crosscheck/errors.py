"""Errors that a user can mend: place, what is wrong, remedy. Only cli.py catches them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, Protocol


class Sayable(Protocol):
    """What is said in the language of whoever reads it, in English by ``str``: a phrase of ``messages``."""

    def said_in(self, locale: Any, /) -> str:  # noqa: ANN401 - a locale of ``messages``, which lies above
        """Return it in the language of *locale*."""


class Verbatim(NamedTuple):
    """Text that is the same in every language: what a parser or the system says, what only authors of packs read."""

    text: str

    def said_in(self, _locale: Any, /) -> str:  # noqa: ANN401 - as above
        """Return the text."""
        return self.text

    def __str__(self) -> str:
        return self.text


class CrosscheckError(Exception):
    """A mistake outside the program, told as ``place: what; remedy``, in English by ``str``.

    Args:
        what: what is wrong, in one clause.
        remedy: what to do about it; None where there is nothing to add.
        place: ``file``, ``file:line`` or ``file:line:column`` (1-based), or empty.
    """

    def __init__(self, what: Sayable, *, remedy: Sayable | None = None, place: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy
        self.place = place

    def __str__(self) -> str:
        return self._tell(str)

    def said_in(self, locale: Any, /) -> str:  # noqa: ANN401 - as above
        """Return the whole in the language of *locale*."""
        return self._tell(lambda part: part.said_in(locale))

    def _tell(self, put: Callable[[Sayable], str]) -> str:
        message = put(self.what) if self.remedy is None else f"{put(self.what)}; {put(self.remedy)}"
        return f"{self.place}: {message}" if self.place else message


class ConfigError(CrosscheckError):
    """claims.yaml, a language pack or a domain pack is wrong."""


class DocumentError(CrosscheckError):
    """A document cannot be read."""


class FormulaError(CrosscheckError):
    """A formula cannot be parsed, names an unknown attribute, or mixes units.

    Args:
        offset: the code point of the formula's text where the mistake stands, from 0.
    """

    def __init__(self, what: Sayable, *, remedy: Sayable | None = None, place: str = "", offset: int = 0) -> None:
        super().__init__(what, remedy=remedy, place=place)
        self.offset = offset
