"""Declared truths as claims: what claims.yaml says is known, held against every document like one more source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction

import msgspec

from crosscheck.claims.sentences.lexicon import EventPattern
from crosscheck.domains import Concept
from crosscheck.records import Amount, Anchor, Claim, Document, Entity, Period, Role, Scope, Span, Value, Wording
from crosscheck.values.interval import Interval

DECLARED = "declared"
"""The level of a claim that had not to be read out of a sentence."""


class Declaration(msgspec.Struct, frozen=True):
    """A truth that the user declares, with the place of its value in the file, both 1-based.

    ``value`` is an ISO date, a plain decimal number whose digits are its precision, or a name.
    """

    subject: str
    attribute: str
    value: str
    source: str
    line: int
    column: int

    @property
    def head(self) -> str:
        """Return the words before the value."""
        return f"{self.subject}, {self.attribute.replace('_', ' ')}: "

    @property
    def sentence(self) -> str:
        """Return the declaration as a line of text."""
        return f"{self.head}{self.value}{f' ({self.source})' if self.source else ''}"


class Declared(msgspec.Struct, frozen=True):
    """The declarations as a document of a line each, and what they claim of which entities."""

    document: Document
    claims: tuple[Claim, ...]
    entities: tuple[Entity, ...]


def declare(
    declarations: Sequence[Declaration], key: str, concepts: Mapping[str, Concept], patterns: Iterable[EventPattern]
) -> Declared:
    """Return *declarations* as a document called *key*, with its claims.

    A subject that an event's words surround ('Clacton by-election') is the event's name ('Clacton').
    """
    around = tuple(patterns)
    claims: list[Claim] = []
    anchors: list[Anchor] = []
    at = 0
    for said in declarations:
        subject = _entity(said.subject, around)
        quote = Span(at + len(said.head), at + len(said.head) + len(said.value))
        anchors.append(Anchor(quote.start, said.line, said.column))
        claim = _claim(said, subject, _value(said.value, concepts[said.attribute]), quote)
        sentence = Span(at, at + len(said.sentence))
        claims.append(msgspec.structs.replace(claim, id=f"{key}#{len(claims) + 1}", document=key, sentence=sentence))
        at = sentence.end + 1
    text = "\n".join(said.sentence for said in declarations)
    document = Document(id=key, text=text, title="declared truths", anchors=tuple(anchors))
    entities = dict.fromkeys(Entity(claim.subject, claim.subject_kind) for claim in claims)
    return Declared(document, tuple(claims), tuple(entities))


def _claim(said: Declaration, subject: Entity, value: Value, quote: Span) -> Claim:
    return Claim(
        subject=subject.name,
        subject_kind=subject.kind,
        attribute=said.attribute,
        value=value,
        scope=Scope(),
        modality="asserted",
        speaker=said.source or None,
        sentence=quote,
        quote=quote,
        why_subject=DECLARED,
        why_attribute=DECLARED,
        confidence=Fraction(1),
    )


def _entity(subject: str, patterns: Sequence[EventPattern]) -> Entity:
    """Return the entity that *subject* names, without an event's words around it."""
    words = subject.split()
    lower = tuple(word.lower() for word in words)
    for pattern in patterns:
        before, after = len(pattern.before), len(pattern.after)
        inside = words[before : len(words) - after]
        if inside and lower[:before] == pattern.before and lower[len(words) - after :] == pattern.after:
            return Entity(" ".join(inside), pattern.kind)
    return Entity(subject, "")


def _value(text: str, concept: Concept) -> Value:
    if concept.kind == "date":
        day = date.fromisoformat(text)
        return Period(day, day, text)
    if concept.kind == "role":
        return Role(text, concept.agents[0] if concept.agents else "")
    if concept.kind in {"wording", "polarity"}:
        return Wording(text, text)
    stated = Fraction(text)
    places = len(text.partition(".")[2])
    half = Fraction(1, 2 * 10**places) if places else Fraction(0)
    return Amount(Interval(stated - half, stated + half), stated, concept.unit, Fraction(1, 10**places))
