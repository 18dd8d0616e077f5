"""Which nouns may count the same things: those of one meaning, those that one word stands for, a kind and its genus."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cache

from crosscheck.languages.glossary import load_glossary


def may_count_alike(term: str, other: str) -> bool:
    """Return whether the terms of two counted nouns may mean the same things: jobs and employees, ferries and ships.

    Two kinds of one genus do not: ferries and tankers.
    """
    return term == other or other in _load_alike().get(term, frozenset())


@cache
def _load_alike() -> Mapping[str, frozenset[str]]:
    """Return, per term, the others that may count the same things; it is mutual.

    Raises:
        ConfigError: the glossary does not have the shape.
    """
    glossary = load_glossary()
    found: dict[str, set[str]] = {}
    for group in glossary.alike:
        for term in group:
            found.setdefault(term, set()).update(group)
    for genus, *kinds in glossary.kinds:
        for kind in kinds:
            found.setdefault(genus, set()).add(kind)
            found.setdefault(kind, set()).add(genus)
    return {term: frozenset(others - {term}) for term, others in found.items()}


@cache
def load_couples() -> Mapping[frozenset[str], str]:
    """Return the term that two together are all of: a person for a man and a woman.

    Raises:
        ConfigError: the glossary does not have the shape.
    """
    return {frozenset((one, other)): whole for whole, one, other in load_glossary().couples}


def are_apart(terms: Collection[str]) -> bool:
    """Return whether nobody is two of what *terms* name, people by sex and age: 'women and children'."""
    return any(partition.issuperset(terms) for partition in load_glossary().partitions)


def are_all(terms: Collection[str]) -> bool:
    """Return whether *terms*, of people by sex and age, leave nobody out: 'men, women and children'."""
    return frozenset(terms) in load_glossary().partitions


@cache
def load_parted() -> frozenset[str]:
    """Return the terms of people who are told apart by sex, age or the like, so that nobody is two of them."""
    return frozenset[str]().union(*load_glossary().partitions)


def are_people(terms: Iterable[str]) -> bool:
    """Return whether all *terms* name people."""
    return _load_people().issuperset(terms)


@cache
def _load_people() -> frozenset[str]:
    """Return the terms of people, those that are counted as persons among them.

    Raises:
        ConfigError: the glossary does not have the shape.
    """
    glossary = load_glossary()
    counted = (kinds for genus, *kinds in glossary.kinds if genus in glossary.people)
    return glossary.people.union(*counted)


def counts_people(term: str) -> bool:
    """Return whether *term* counts as many as there are people: those themselves, or what befell each of them."""
    return term in _load_people() or term in load_glossary().befallen


def names_somebody(term: str) -> bool:
    """Return whether *term* says who somebody is, and not what became of him: a guard, and no victim."""
    return term in _load_people() and term not in load_glossary().befallen


def load_kin() -> frozenset[str]:
    """Return the terms of relatives, who bear one surname."""
    return load_glossary().kin
