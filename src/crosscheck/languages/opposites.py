"""Terms that exclude each other: as attributes of one value, 'export' and 'import' are never both said of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from crosscheck.languages.glossary import Glossary, load_glossary


@cache
def load_opposites() -> Mapping[str, frozenset[str]]:
    """Return, per term, the terms that exclude it as attributes of one value; the same for every language.

    Raises:
        ConfigError: the glossary does not have the shape.
    """
    return _opposites(load_glossary())


def _opposites(glossary: Glossary) -> dict[str, frozenset[str]]:
    """Return per id what it excludes: the others of every group that it stands in."""
    return {term: frozenset(_others(term, glossary)) for group in glossary.opposites for term in group}


def _others(term: str, glossary: Glossary) -> Iterator[str]:
    return (other for group in glossary.opposites if term in group for other in group if other != term)
