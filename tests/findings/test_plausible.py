"""What may be held against each other at all: sizes that are of one order, and news of one month."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from crosscheck import Config, Document
from crosscheck.findings.accounts.dated import are_news_together
from crosscheck.findings.accounts.passages import are_of_one_size
from crosscheck.findings.formulas.stated import numeric_facts
from crosscheck.reading import load_domains
from crosscheck.records import HEAD_NOUN, Amount, Claim, Fact, Scope, Span, Wording
from crosscheck.values.interval import Interval


@pytest.mark.parametrize(
    ("told", "made", "is_alike"),
    [("10", "10", True), ("10", "79", True), ("10", "80", False), ("79", "10", True), ("80", "10", False)],
)
def test_sizes_are_one_below_so_many_times_each_other(told: str, made: str, is_alike: bool) -> None:
    assert are_of_one_size(Fraction(told), Fraction(made), 8) is is_alike


@pytest.mark.parametrize(("told", "made"), [(None, Fraction(1)), (Fraction(1), None), (Fraction(1), Fraction(0))])
def test_what_is_not_known_or_nothing_is_of_no_size(told: Fraction | None, made: Fraction | None) -> None:
    assert not are_of_one_size(told, made, 8)


@pytest.mark.parametrize(
    ("first", "second", "is_near"),
    [
        (date(2031, 3, 1), date(2031, 4, 1), True),
        (date(2031, 4, 1), date(2031, 3, 1), True),
        (date(2031, 3, 1), date(2031, 4, 2), False),
        (None, date(2031, 4, 2), True),
    ],
)
def test_documents_are_of_one_time_up_to_a_month(first: date | None, second: date, is_near: bool) -> None:
    documents = {
        key: Document.from_text("The mill burned.", id=key, language="en", published=day)
        for key, day in (("a", first), ("b", second))
    }
    left, right = (
        Claim(
            document=key,
            attribute="state",
            value=Wording("burned", "burned"),
            scope=Scope(),
            modality="asserted",
            sentence=Span(0, 16),
            quote=Span(9, 15),
        )
        for key in documents
    )
    assert are_news_together(left, right, documents) is is_near


@pytest.mark.parametrize(("why", "is_held"), [("counted noun", True), (HEAD_NOUN, False)])
def test_formulas_are_about_facts_of_their_concept_not_of_its_name(why: str, is_held: bool) -> None:
    claim = Claim(
        document="a",
        attribute="cases",
        value=Amount(Interval.point(40), Fraction(40)),
        scope=Scope(),
        modality="asserted",
        sentence=Span(0, 16),
        quote=Span(9, 15),
        why_attribute=why,
    )
    fact = Fact(id="f1", subject="", attribute="cases", claims=(claim,), scope=claim.scope, value=claim.value)
    concepts = load_domains(Config()).concepts
    assert bool(numeric_facts([fact], concepts)) is is_held
