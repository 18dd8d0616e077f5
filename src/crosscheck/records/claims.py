"""What documents claim: values, claims, entities, and the facts that claims form."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Literal

import msgspec

from crosscheck.records.text import Mention, Span
from crosscheck.values.interval import Interval

Modality = Literal["asserted", "planned", "predicted", "denied", "refuted"]
Verdict = Literal["agree", "compatible", "contradicted", "single", "changed"]

ROUND_FROM = 100
"""Counts that end in zeros from this place value on may be rounded; 30 dead are 30."""


class Amount(msgspec.Struct, frozen=True, tag=True):
    """A number in a unit: every value that the words allow.

    ``stated`` is the printed number with scale words multiplied out, None for a range; ``precision`` and ``hedge`` are
    the mention's.
    """

    interval: Interval
    stated: Fraction | None = None
    unit: str = ""
    precision: Fraction | None = None
    hedge: str = ""

    @property
    def charitable(self) -> Interval:
        """Return every value when a round count is read as rounded: '17,000' is 16,500 to 17,500."""
        if self.interval.is_point and self.precision is not None and self.precision >= ROUND_FROM:
            return self.interval + Interval(-self.precision / 2, self.precision / 2)
        return self.interval


class Period(msgspec.Struct, frozen=True, tag=True):
    """A day within known bounds: the first and the last day it may be, both included."""

    first: date
    last: date
    timex: str = ""


class Role(msgspec.Struct, frozen=True, tag=True):
    """The entity that fills a role: its name as resolved, and its kind ('person', 'party', ...)."""

    name: str
    kind: str


class Wording(msgspec.Struct, frozen=True, tag=True):
    """A characterisation: the step of the concept's scale that the words mean ('close', 'clear')."""

    step: str
    words: str


Value = Amount | Period | Role | Wording


class Scope(msgspec.Struct, frozen=True):
    """What narrows a claim; '' where the sentence does not say. Claims of two different scopes are never compared."""

    event: str = ""
    place: str = ""
    time: str = ""
    part: str = ""
    as_of: str = ""


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """What one sentence says of one thing.

    ``id`` is 'DOCUMENT#N', N counting from 1 in text order. ``subject`` is the name that the document itself resolves
    it to, '' where it names none. ``attribute`` is a domain concept's name or, where no pack knows it, the head noun's
    lemma. ``why_subject`` and ``why_attribute`` name the rule that decided, ``confidence`` (0 to 1) says how sure the
    less sure of the two is.
    """

    id: str
    document: str
    subject: str
    subject_kind: str
    attribute: str
    value: Value
    scope: Scope
    modality: Modality
    speaker: str | None
    sentence: Span
    quote: Span
    mention: Mention | None = None
    why_subject: str = ""
    why_attribute: str = ""
    confidence: Fraction = Fraction(0)


def firm_claims(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Return the claims that say how things are: the asserted ones, else the planned ones, else all of them."""
    by_modality = (tuple(c for c in claims if c.modality == wanted) for wanted in ("asserted", "planned"))
    return next(filter(None, by_modality), claims)


class Entity(msgspec.Struct, frozen=True):
    """A thing that documents name: canonical name, kind ('person', 'party', ...), all names it goes by."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()


class Link(msgspec.Struct, frozen=True):
    """Why two claims speak of the same fact: the named comparison level of each component, weakest first."""

    left: str
    right: str
    levels: tuple[str, ...]
    confidence: Fraction


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """Claims about the same thing, and what they jointly say.

    ``value`` is what all asserted claims allow, None where they exclude each other; ``derived`` names the formula where
    no document states the fact, ``sources`` the claims that its value then rests on. ``in_favour`` and ``against``
    count the documents behind the commonest value and behind the rest. ``checks`` are the calculations that hold it
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
