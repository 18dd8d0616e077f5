"""Names of people: what may be one person's is never held against the other."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from crosscheck.values.names import fold_name, initials, may_be_one_person

CASES: dict[str, list[list[str]]] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "values" / "people.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("names", CASES["one"], ids=" = ".join)
def test_names_that_may_be_one_persons(names: list[str]) -> None:
    assert may_be_one_person(*names)
    assert may_be_one_person(*reversed(names))


@pytest.mark.parametrize("names", CASES["two"], ids=" # ".join)
def test_names_of_two_people(names: list[str]) -> None:
    assert not may_be_one_person(*names)
    assert not may_be_one_person(*reversed(names))


@pytest.mark.parametrize(("name", "folded"), CASES["folded"])
def test_names_are_compared_without_their_marks(name: str, folded: str) -> None:
    assert fold_name(name) == folded


@pytest.mark.parametrize(("name", "short"), CASES["initials"])
def test_the_initials_of_names(name: str, short: str) -> None:
    assert initials(name) == short
