"""Which names of several documents are one entity: every join beside the near miss that must stay apart."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml

from crosscheck.facts import join_entities
from crosscheck.records import Entity

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "facts" / "entities.yaml").read_text(encoding="utf-8"))


def read(line: str) -> Entity:
    """Return the entity of 'name (kind), alias, alias'."""
    found = re.fullmatch(r"(.+?) \((\w*)\)(?:, (.+))?", line)
    assert found is not None
    return Entity(found[1], found[2], tuple((found[3] or "").split(", ")) if found[3] else ())


def joined(casts: dict[str, list[str]]) -> list[list[str]]:
    """Return the groups of two and more, in the order of the documents."""
    entities = {document: [read(line) for line in lines] for document, lines in casts.items()}
    registry = join_entities(entities, {"party": "organisation", "constituency": "place"})
    groups: dict[str, list[str]] = defaultdict(list)
    numbers = {id(entity): n for n, entity in enumerate(registry.entities)}
    assert len(numbers) == len(registry.entities)
    for document, own in entities.items():
        for entity in own:
            groups[registry.canonical(document, entity.name)].append(f"{document}: {entity.name}")
    return [group for group in groups.values() if len(group) > 1]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_names_that_are_one_are_joined(case: dict[str, Any]) -> None:
    assert joined(case["casts"]) == case["joined"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_order_of_documents_joins_the_same(case: dict[str, Any]) -> None:
    turned = dict(reversed(list(case["casts"].items())))
    assert sorted(sorted(group) for group in joined(turned)) == sorted(sorted(group) for group in case["joined"])
