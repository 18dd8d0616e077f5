"""The records that cross a stage: immutable, in the field's own words, one meaning each.

Offsets are half-open and in code points of ``Document.text``; lines and columns are 1-based, columns in code points.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from fractions import Fraction
from typing import Literal

import msgspec

from crosscheck.values.interval import Exact, Interval

MentionKind = Literal[
    "number", "percent", "ordinal", "quantity", "money", "date", "time", "duration", "frequency", "name"
]
Modality = Literal["asserted", "planned", "predicted", "denied", "refuted"]
Severity = Literal["error", "warning", "info"]
FindingKind = Literal["value", "arithmetic", "date", "rank", "unit", "role", "polarity", "bound", "narrative"]
Verdict = Literal["agree", "compatible", "contradicted", "single", "changed"]


class Span(msgspec.Struct, frozen=True, order=True):
    """A half-open range of code points of a document's text."""

    start: int
    end: int

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Return whether both share a code point."""
        return self.start < other.end and other.start < self.end


class Anchor(msgspec.Struct, frozen=True):
    """A point where the text and its file run in step: from *offset* on, one code point is one column."""

    offset: int
    line: int
    column: int


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One text with what is known about it.

    ``anchors`` map text offsets to the file, ascending by offset; empty where the text is the file.
    ``language`` is an ISO 639-1 code, '' where nothing told it. ``published`` is the day on the dateline.
    """

    id: str
    text: str
    path: str | None = None
    language: str = ""
    published: date | None = None
    title: str | None = None
    source: str | None = None
    anchors: tuple[Anchor, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Return the path, or the id where there is none: what evidence names."""
        return self.path or self.id

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of *offset* in the file, both 1-based."""
        anchors = self.anchors or (Anchor(0, 1, 1),)
        anchor = anchors[max(bisect_right(anchors, offset, key=lambda a: a.offset) - 1, 0)]
        between = self.text[anchor.offset : offset]
        breaks = between.count("\n")
        if not breaks:
            return anchor.line, anchor.column + len(between)
        return anchor.line + breaks, len(between) - between.rindex("\n")

    def slice(self, span: Span) -> str:
        """Return the text of *span*."""
        return self.text[span.start : span.end]


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A value or a name as it stands in the text.

    ``low`` and ``high`` are the bounds of the value as printed ('42.1 %': 42.05 and 42.15; '16,867': both 16867;
    'tens of thousands': 10000 and 100000), None where open ('more than 40': 40 and None); both None for names and for
    dates. An approximator ('about') does not move them: ``hedge`` names it, as the pack does.
    ``unit`` is 'percent', an ISO 4217 code, a unit's English name or the counted noun's lemma, '' where none.
    ``timex`` is the TIMEX3 value of a date, time, duration or frequency; ``hedge`` is then its mod (START, MID, ...).
    ``precision`` is the place value of the last significant digit printed ('42.1': 0.1, '16,000': 1000), else None.
    ``rule`` names the rule that made the mention.
    """

    span: Span
    surface: str
    kind: MentionKind
    low: Exact | None = None
    high: Exact | None = None
    unit: str = ""
    timex: str = ""
    precision: Exact | None = None
    hedge: str = ""
    rule: str = ""


class Annotated(msgspec.Struct, frozen=True):
    """A document with its sentences and mentions, both in text order; sentences do not overlap."""

    document: Document
    sentences: tuple[Span, ...]
    mentions: tuple[Mention, ...]


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


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """A verbatim quotation with its place: sentence and the piece of it that carries the value."""

    document: str
    line: int
    column: int
    end_line: int
    end_column: int
    sentence: str
    quote: str
    claim: str


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """Statements that cannot all be true, or that an editor should look at, with the proof.

    ``explanation`` holds the calculation, the tolerance and why the claims were linked, a line each. ``suggestion`` is
    the diagnosis: which figure is probably wrong and how it went wrong; '' where nothing decides.
    """

    code: str
    kind: FindingKind
    severity: Severity
    confidence: Fraction
    message: str
    explanation: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    suggestion: str = ""
    fingerprint: str = ""

    def __post_init__(self) -> None:
        if len(self.evidence) < 2:
            raise ValueError(f"{self.code}: a finding needs evidence from two places, not {len(self.evidence)}")


class Coverage(msgspec.Struct, frozen=True):
    """Where every mention ended: compared with another, single, or skipped for a reason. The counts add up."""

    mentions: int = 0
    compared: int = 0
    single: int = 0
    skipped: dict[str, int] = {}


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What a run found: findings gravest first, facts by subject, claims in document order."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    coverage: Coverage
