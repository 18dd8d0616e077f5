"""A document costs as much among many others as among few."""

from __future__ import annotations

import cProfile
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from clock import least_seconds
from mixing import make_documents

from crosscheck import pipeline
from crosscheck.domains import load_domain
from crosscheck.facts.entities import join_entities
from crosscheck.facts.stories import group_stories
from crosscheck.facts.topics import Topic
from crosscheck.findings.formulas.binding import Place, bind
from crosscheck.findings.formulas.network import parse
from crosscheck.records import Entity, Fact

FEW, MANY = 20, 80
SMALL = 12
"""How many claims a word may stand beside here: the work for a claim is then at its bound among few documents."""


def calls_a_document(count: int, monkeypatch: pytest.MonkeyPatch) -> float:
    """Return how many calls bring the claims of so many documents together and judge them, for each document."""
    profile = cProfile.Profile()

    def counted(stage: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any) -> Any:
            profile.enable()
            try:
                return stage(*arguments)
            finally:
                profile.disable()

        return run

    with monkeypatch.context() as patch:
        patch.setattr("crosscheck.facts.candidates._LONGEST", SMALL)
        for name in ("link_claims", "judge"):
            patch.setattr(pipeline, name, counted(getattr(pipeline, name)))
        pipeline.check(make_documents(count))
    return float(sum(entry.callcount for entry in profile.getstats()) / count)


def test_the_work_for_a_document_does_not_grow(monkeypatch: pytest.MonkeyPatch) -> None:
    calls_a_document(5, monkeypatch)
    assert calls_a_document(MANY, monkeypatch) < 1.5 * calls_a_document(FEW, monkeypatch)


def join_names(count: int) -> object:
    """Join the names of so many documents: each has its own, shares one with its neighbour and one with all."""
    casts = {
        f"d{n}": [
            Entity(f"Person{n:06x} Halvorsen", "person"),
            Entity(f"Village {n // 2}", "place"),
            Entity("Great Southern Holdings", "organisation"),
        ]
        for n in range(count)
    }
    return join_entities(casts, {})


def group_documents(count: int) -> object:
    return group_stories({f"d{n}": _topic(f"x{n // 9}", f"y{n // 9}", f"z{n // 300}", f"o{n}") for n in range(count)})


def _topic(*names: str) -> Topic:
    told = frozenset(names)
    return Topic(told, told, frozenset(), told, frozenset({"kill", "person"}), "", None)


def bind_formulas(count: int) -> object:
    """Bind every formula about elections to as many elections, of each of which only the ballots are known."""
    pack = load_domain("elections")
    places = [Place("ballots_cast", f"election {n}", f"election {n}") for n in range(count)]
    parsed = [(formula, parse(formula.formula)) for formula in pack.formulas]
    fact = Fact(id="f1", subject="", attribute="ballots_cast", claims=())
    return list(bind(dict.fromkeys(places, fact), pack.concepts, parsed))


@pytest.mark.parametrize("work", [join_names, group_documents, bind_formulas])
def test_time_grows_with_the_number_and_not_with_its_square(work: Callable[[int], object]) -> None:
    """Eight times the documents take 64 times as long where each is held against each; half of that must not be."""
    assert least_seconds(partial(work, 2400)) < 24 * least_seconds(partial(work, 300))
