"""The sides of a contradicted fact: who can be right together."""

from __future__ import annotations

from fractions import Fraction

import pytest

from crosscheck.findings.telling.sides import sides_of, word_sides
from crosscheck.records import Amount, Claim, Fact, Scope, Span
from crosscheck.values.interval import Interval


def fact_of(*stated: tuple[str, int, Interval]) -> Fact:
    """Return a fact with a claim for each document, printed number and all that it may be."""
    claims = tuple(
        Claim(
            id=f"{document}#{n}",
            document=document,
            subject="Ferry Tilda",
            subject_kind="event",
            attribute="rescued",
            value=Amount(interval, Fraction(number)),
            scope=Scope(),
            modality="asserted",
            speaker=None,
            sentence=Span(0, 1),
            quote=Span(0, 1),
        )
        for n, (document, number, interval) in enumerate(stated)
    )
    return Fact(id="f1", subject="Ferry Tilda", attribute="rescued", claims=claims)


@pytest.mark.parametrize(
    ("stated", "words"),
    [
        pytest.param(
            [("a", 60, Interval.of(60, 60)), ("b", 60, Interval.of(55, 65)), ("c", 70, Interval.of(70, 70))],
            "60 (2 documents) against 70 (1 document)",
            id="a vague claim stands with the exact one that it allows",
        ),
        pytest.param(
            [("a", 60, Interval.of(54, 59)), ("b", 60, Interval.of(61, 66)), ("c", 70, Interval.of(70, 70))],
            "60 against 60 against 70",
            id="near miss, almost 60 and a good 60 have no value in common",
        ),
        pytest.param(
            [("a", 60, Interval.of(60, 60)), ("b", 65, Interval.of(55, 75)), ("c", 70, Interval.of(70, 70))],
            "60 against 70",
            id="what suits both sides takes none",
        ),
        pytest.param(
            [("a", 60, Interval.of(55, 65)), ("a", 62, Interval.of(62, 62)), ("a", 70, Interval.of(70, 70))],
            "62 against 70",
            id="of one document, too, the exact claim leads",
        ),
        pytest.param(
            [("a", 60, Interval(Fraction(60), None, low_open=True)), ("b", 60, Interval.of(60, 60))],
            "over 60 against 60",
            id="more than 60 leaves 60 out",
        ),
        pytest.param(
            [("a", 60, Interval(Fraction(60))), ("b", 61, Interval.of(61, 61)), ("c", 50, Interval.of(50, 50))],
            "61 (2 documents) against 50 (1 document)",
            id="near miss, at least 60 may be 61",
        ),
    ],
)
def test_claims_take_sides(stated: list[tuple[str, int, Interval]], words: str) -> None:
    assert str(word_sides(sides_of(fact_of(*stated)))) == words


def test_of_very_many_values_the_commonest_are_told() -> None:
    alone = [(f"d{n}", n, Interval.of(n, n)) for n in range(100, 160)]
    twice = [("x", 170, Interval.of(170, 170)), ("y", 170, Interval.of(170, 170))]
    sides = sides_of(fact_of(*alone, *twice))
    assert [str(side.shown) for side in sides] == ["170", *(str(n) for n in range(100, 111))]
