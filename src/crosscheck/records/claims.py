"""What documents claim: values, claims, entities, and the facts that claims form."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Literal

import msgspec

from crosscheck.records.text import Mention, Span
from crosscheck.values.interval import Interval
from crosscheck.values.measures import convert, convert_rounded

Modality = Literal["asserted", "planned", "predicted", "denied", "refuted"]
Verdict = Literal["agree", "compatible", "contradicted", "single", "changed"]

ROUND_FROM = 100
"""Counts that end in zeros from this place value on may be rounded; 30 dead are 30."""


class Amount(msgspec.Struct, frozen=True, gc=False, tag=True):
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
        """Return every value when a round count is read as rounded half up: '17,000' is 16,500 to under 17,500."""
        if self.interval.is_point and self.precision is not None and self.precision >= ROUND_FROM:
            return self.interval + Interval(-self.precision / 2, self.precision / 2, high_open=True)
        return self.interval

    def converted(self, unit: str) -> Amount:
        """Return the amount in *unit*, read as rounded to its last digit: who converts rounds.

        Raises:
            ValueError: it does not convert into that.
        """
        interval = convert_rounded(self.interval, self.precision, self.unit, unit)
        stated = None if self.stated is None else convert(Interval.point(self.stated), self.unit, unit).middle
        return Amount(interval, stated, unit, self.precision, self.hedge)


class Period(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A day within known bounds: the first and the last day it may be, both included.

    ``date.min`` and ``date.max`` stand for an open end.
    """

    first: date
    last: date
    timex: str = ""

    @property
    def starts(self) -> date | None:
        """Return the first day, None where it may be any: 'before 1980'."""
        return None if self.first == date.min else self.first

    @property
    def ends(self) -> date | None:
        """Return the last day, None where it may be any: 'after 2000'."""
        return None if self.last == date.max else self.last


class Role(msgspec.Struct, frozen=True, gc=False, tag=True):
    """The entity that fills a role: its name as resolved, and its kind ('person', 'party', ...)."""

    name: str
    kind: str


class Wording(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A characterisation: the step of the concept's scale that the words mean ('close', 'clear')."""

    step: str
    words: str


Value = Amount | Period | Role | Wording


PAST_REF = "PAST_REF"
"""What TIMEX3 calls a time of which only is said that it is past."""
MEMBERS = "of those"
"""The part of which only is said that it is one."""
EACH = "each"
"""What the part begins with of which is said that each of it lies within a bound: 'each gauge', or each of all."""
OTHERS = "others"
"""The part beside one that was counted before."""
AVERAGE = "average"
"""The part that is one of many on average."""
DISTANCE = "distance"
"""The part that is still missing to something: 'two votes short of a majority'."""


class Scope(msgspec.Struct, frozen=True, gc=False):
    """What narrows a claim; '' where the sentence does not say. Claims of two different scopes are never compared."""

    event: str = ""
    place: str = ""
    time: str = ""
    part: str = ""
    as_of: str = ""


HEAD_NOUN = "head noun"
"""Why a claim has an attribute that no concept knows."""
CLOSEST = 12
"""How near the word beside a value is; every other word of the sentence is less, and at least 1."""


class Context(msgspec.Struct, frozen=True, gc=False):
    """The words that a value stands among, as terms that are the same in every language and inflection.

    ``near`` maps the terms of its sentence to their nearness, 1 to ``CLOSEST``, in text order; ``spelled`` says how
    the text spells them. ``names`` maps those that are words of names to the names. ``counted`` is the term of the noun
    that a bare number counts, '' where it counts none.
    """

    near: dict[str, int]
    spelled: dict[str, str]
    names: dict[str, str]
    counted: str


Relation = Literal["share", "whole", "change", "before", "step", "multiple", "average", "rate"]


class Base(msgspec.Struct, frozen=True, gc=False):
    """The time that something is compared with: its year, and how many years back the words say it lies; None each
    where they do not tell.
    """

    year: int | None = None
    back: int | None = None

    def is_same(self, other: Base) -> bool:
        """Return whether both tell the same: the same year where both name one, else the same way back."""
        if self.year is not None and other.year is not None:
            return self.year == other.year
        return self.back is not None and self.back == other.back


class Reckoning(msgspec.Struct, frozen=True, gc=False):
    """How a value that no words state follows from values of its sentence.

    ``operands`` are these, in the order of the ``relation``: part and whole; part and share, of a whole; before and
    after; change and after, of what was before or of the change in per cent; factor and after; sum and number of parts;
    cases, whole and base. ``base`` is the time of what was before, ``quotes`` is where operands of other sentences
    stand. ``restates`` is where the document itself states the same outright, None where it does not. ``points`` is
    the change in percentage points where both values are shares: what percent may have been mistaken for.
    """

    relation: Relation
    operands: tuple[Amount, ...]
    restates: Span | None = None
    points: Interval | None = None
    base: Base | None = None
    quotes: tuple[Span, ...] = ()


ALWAYS = "always"
"""Since when a rank is counted that is one of all time."""


class Series(msgspec.Struct, frozen=True, gc=False):
    """Among what a thing is first or third; '' for all that the sentence leaves open.

    ``of`` are the terms of what is ranked ('october', 'day'), ``extent`` where it is ('world'), ``span`` within which
    time ('season'), ``since`` the year from which is counted, ALWAYS or '?' where something else tells.
    """

    of: tuple[str, ...] = ()
    extent: str = ""
    span: str = ""
    since: str = ""


class Claim(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What one sentence says of one thing.

    ``id`` is 'DOCUMENT#N', N counting from 1 in text order. ``subject`` is the name that the document itself resolves
    it to, '' where it names none. ``attribute`` is a domain concept's name or, where no pack knows it, the head noun's
    lemma. ``context`` is what the value stands among, None for claims without one. ``why_subject`` and
    ``why_attribute`` name the rule that decided, ``confidence`` (0 to 1) says how sure the
    less sure of the two is. ``reckoned`` says how a value was worked out that the sentence implies and does not print,
    None for a printed one. ``series`` is among what a superlative ranks, None for all other claims.
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
    context: Context | None = None
    reckoned: Reckoning | None = None
    series: Series | None = None
    why_subject: str = ""
    why_attribute: str = ""
    confidence: Fraction = Fraction(0)

    @property
    def concept(self) -> str:
        """Return the concept that the claim is about, '' where none knows it."""
        return "" if self.why_attribute == HEAD_NOUN else self.attribute

    @property
    def is_printed(self) -> bool:
        """Return whether its value is a mention of the text."""
        return self.mention is not None and self.reckoned is None


def firm_claims(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Return the claims that say how things are: the asserted ones, else the planned ones, else all of them.

    Where no concept tells a plan from its outcome, what 'is' and what 'will be' say the same.
    """
    if len(claims) == 1:
        return claims
    known = any(claim.concept for claim in claims)
    firm: tuple[tuple[Modality, ...], ...] = (("asserted",), ("planned",)) if known else (("asserted", "planned"),)
    by_modality = (tuple(c for c in claims if c.modality in wanted) for wanted in firm)
    return next(filter(None, by_modality), claims)


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
