"""The interpreter searches for cycles seldom while a run makes records, and as before when it has ended."""

import gc
from collections.abc import Iterator
from pathlib import Path
from weakref import ref

import pytest

from crosscheck import Document, check
from crosscheck.claims.sentences.cues import ActiveCues, CueTable
from crosscheck.claims.sentences.signs import Cues, Signs
from crosscheck.claims.sentences.tokens import At
from crosscheck.collector import patient_collector
from crosscheck.documents import read_documents

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(autouse=True)
def threshold() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


@pytest.mark.parametrize(("before", "inside"), [(700, 1_000_000), (2_500_000, 2_500_000), (0, 0)])
def test_searches_are_seldom_inside_alone(before: int, inside: int) -> None:
    gc.set_threshold(before, 11, 12)
    with patient_collector():
        assert gc.get_threshold() == (inside, 11, 12)
    assert gc.get_threshold() == (before, 11, 12)


def test_an_error_leaves_it_as_it_was() -> None:
    gc.set_threshold(700)
    with pytest.raises(RuntimeError), patient_collector():
        raise RuntimeError
    assert gc.get_threshold()[0] == 700


def test_a_check_searches_seldom() -> None:
    gc.set_threshold(700)
    seen: list[int] = []
    check([Document.from_text("Ten people died.", id="a")], progress=lambda *_: seen.append(gc.get_threshold()[0]))
    assert seen == [1_000_000]
    assert gc.get_threshold()[0] == 700


def test_a_check_makes_no_cycles() -> None:
    documents, _ = read_documents([SEEDS])
    check(documents)
    gc.collect()
    gc.disable()
    try:
        check(documents)
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_what_chooses_cues_is_gone_with_its_last_use() -> None:
    active = ActiveCues(frozenset(), CueTable({}))
    cues = [(At(0, 1), Cues(()))]
    active.choose(Signs([], cues, [], [], [], [], [], [], [], []), frozenset(), ("votes",))
    gone = ref(active)
    del active
    assert gone() is None
