"""A report of any size: towns of which two papers tell what a bridge cost, and of some how many came to a fair."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from crosscheck.records import (
    Amount,
    Claim,
    Coverage,
    Document,
    Entry,
    Evidence,
    Fact,
    Finding,
    Link,
    Mention,
    Report,
    Scope,
    Span,
)
from crosscheck.values.interval import Interval

_PER_DOCUMENT = 20
"""Findings that a pair of documents has between them."""
_AGREEING = 10
"""Each how manieth town has a figure that both papers agree on."""
_FIGURES = (
    ("cost", "The council of {town} put the cost of the new footbridge at {figure} crowns on Friday evening."),
    ("visitors", "Some way off, the fair in {town} counted {figure} visitors, more than its stewards had hoped for."),
)


def large_report(findings: int) -> Report:
    """Return a report with *findings* findings, two claims each, over a tenth as many documents of about 2.4 kB."""
    pairs = -(-findings // _PER_DOCUMENT)
    documents: list[Document] = []
    claims: list[Claim] = []
    facts: list[Fact] = []
    found: list[Finding] = []
    for pair in range(pairs):
        towns = range(pair * _PER_DOCUMENT, min((pair + 1) * _PER_DOCUMENT, findings))
        sides = [_side(pair, side, towns) for side in (0, 1)]
        documents += [document for document, _ in sides]
        claims += [claim for _, made in sides for claim in made]
        for left, right in zip(sides[0][1], sides[1][1], strict=True):
            fact = _fact(len(facts), left, right)
            facts.append(fact)
            if fact.verdict == "contradicted":
                found.append(_finding(fact, {document.key: document for document, _ in sides}))
    entries = tuple(Entry(c.document, c.quote, "agreed", c.attribute) for c in claims)
    return Report(
        documents=tuple(documents),
        claims=tuple(claims),
        facts=tuple(facts),
        findings=tuple(found),
        coverage=Coverage(entries),
    )


def _side(pair: int, side: int, towns: range) -> tuple[Document, list[Claim]]:
    name = f"{'courier' if side else 'gazette'}-{pair:04d}.txt"
    text = f"What the towns of district {pair} spent and earned\n\n"
    claims: list[Claim] = []
    for town in towns:
        for attribute, sentence in _FIGURES[: 1 if town % _AGREEING else 2]:
            figure = f"{1000 + town * 7 + (9 if side and attribute == 'cost' else 0):,}"
            told = sentence.format(town=f"Ostrau {town}", figure=figure)
            claims.append(_claim(name, len(claims), attribute, f"Ostrau {town}", text, told, figure))
            text += f"{told} "
        text += "\n\n"
    return Document(id=name, path=name, language="en", published=date(2024, 5, 3), text=text), claims


def _claim(document: str, number: int, attribute: str, town: str, text: str, told: str, figure: str) -> Claim:
    start = len(text) + told.index(figure)
    quote = Span(start, start + len(figure))
    value = Amount(Interval.point(int(figure.replace(",", ""))), Fraction(figure.replace(",", "")))
    return Claim(
        id=f"{document}#{number}",
        document=document,
        subject=town,
        subject_kind="town",
        attribute=attribute,
        value=value,
        scope=Scope(),
        modality="asserted",
        speaker=None,
        sentence=Span(len(text), len(text) + len(told)),
        quote=quote,
        mention=Mention(span=quote, surface=figure, kind="number"),
    )


def _fact(number: int, left: Claim, right: Claim) -> Fact:
    is_same = left.value == right.value
    return Fact(
        id=f"fact {number}",
        subject=left.subject,
        attribute=left.attribute,
        claims=(left, right),
        value=left.value if is_same else None,
        verdict="agree" if is_same else "contradicted",
        in_favour=2 if is_same else 1,
        against=0 if is_same else 1,
        links=(Link(left.id, right.id, ("same name",), Fraction(9, 10), "same town, same attribute"),),
    )


def _finding(fact: Fact, documents: dict[str, Document]) -> Finding:
    evidence = []
    for claim in fact.claims:
        document = documents[claim.document]
        line, column = document.place(claim.quote.start)
        quote = document.slice(claim.quote)
        evidence.append(
            Evidence(
                document=document.key,
                line=line,
                column=column,
                end_line=line,
                end_column=column + len(quote),
                sentence=document.slice(claim.sentence),
                quote=quote,
                claim=claim.id,
            )
        )
    first, second = (e.quote for e in evidence)
    number = int(fact.id.removeprefix("fact "))
    return Finding(
        code="CC101",
        kind="value",
        severity="warning" if number % 3 else "error",
        confidence=Fraction(50 + number % 50, 100),
        message=f"{fact.subject}, {fact.attribute}: {first} against {second}",
        explanation=(f"{first} allows {first}", f"{second} allows {second}", "linked: same town, same attribute"),
        evidence=tuple(evidence),
        fingerprint=f"{number:016x}",
    )
