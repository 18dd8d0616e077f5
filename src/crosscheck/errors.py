"""Errors that a user can mend: place, what is wrong, remedy. Only cli.py catches them."""

from __future__ import annotations


class CrosscheckError(Exception):
    """A mistake outside the program, told as ``place: what; remedy``.

    Args:
        what: what is wrong, in one clause.
        remedy: what to do about it; empty where there is nothing to add.
        place: ``file``, ``file:line`` or ``file:line:column`` (1-based), or empty.
    """

    def __init__(self, what: str, *, remedy: str = "", place: str = "") -> None:
        self.what = what
        self.remedy = remedy
        self.place = place
        message = f"{what}; {remedy}" if remedy else what
        super().__init__(f"{place}: {message}" if place else message)


class ConfigError(CrosscheckError):
    """claims.yaml, a language pack or a domain pack is wrong."""


class DocumentError(CrosscheckError):
    """A document cannot be read."""


class FormulaError(CrosscheckError):
    """A formula cannot be parsed, names an unknown attribute, or mixes units.

    Args:
        offset: the code point of the formula's text where the mistake stands, from 0.
    """

    def __init__(self, what: str, *, remedy: str = "", place: str = "", offset: int = 0) -> None:
        super().__init__(what, remedy=remedy, place=place)
        self.offset = offset
