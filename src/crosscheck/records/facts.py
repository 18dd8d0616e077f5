"""What claims form together: the entities they are about, the links between them, and the facts."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

import msgspec

from crosscheck.records.claims import Claim, Scope
from crosscheck.records.values import Value

Verdict = Literal["agree", "compatible", "contradicted", "single", "changed"]

THE_EVENT = "the event"
"""What documents report that name no event at all: they are read together because they report the same."""


def is_unnamed(subject: str) -> bool:
    """Return whether *subject* is the event of documents that name none, whatever number tells it from others."""
    return subject == THE_EVENT or subject.startswith(f"{THE_EVENT} (")


class Entity(msgspec.Struct, frozen=True, gc=False):
    """A thing that documents name: canonical name, kind ('person', 'party', ...), all names it goes by."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()


class Section(msgspec.Struct, frozen=True):
    """What stands between two line breaks of a document: where it starts, and the telling names in it.

    ``names`` are these in text order, each time as the document's entity is called; ``terms`` are, per name, those of
    its words that no glossary has.
    """

    start: int
    names: tuple[str, ...] = ()
    terms: dict[str, frozenset[str]] = {}


class Link(msgspec.Struct, frozen=True, gc=False):
    """Why two claims speak of the same fact: the named comparison level of each component, and ``why`` in words.

    ``left`` and ``right`` are the claims' ids, ``confidence`` is from 0 to 1.
    """

    left: str
    right: str
    levels: tuple[str, ...]
    confidence: Fraction
    why: str = ""


class Fact(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Claims about the same thing, and what they jointly say.

    ``value`` is what all asserted claims allow, None where they exclude each other; ``derived`` names the formula where
    no document states the fact, ``sources`` the claims that its value then rests on. ``in_favour`` and ``against``
    count the witnesses behind the commonest value and behind the rest: a document that repeats another's words is none
    of its own, and ``copies`` names that other by its key. ``checks`` are the calculations that hold it
    against other facts, a line each.
    """

    id: str
    subject: str
    attribute: str
    claims: tuple[Claim, ...]
    scope: Scope = Scope()
    links: tuple[Link, ...] = ()
    value: Value | None = None
    verdict: Verdict = "single"
    in_favour: int = 0
    against: int = 0
    derived: str = ""
    sources: tuple[Claim, ...] = ()
    checks: tuple[str, ...] = ()
    copies: dict[str, str] = {}
