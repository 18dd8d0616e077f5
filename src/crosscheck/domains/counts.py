"""What a domain pack says of counts that hang together: parts and wholes, votes, seats, rates, steps in an order."""

from __future__ import annotations

from typing import Literal

import msgspec

Words = dict[str, tuple[str, ...]]
"""Phrases per language code. A phrase is lower-case words in order; a final ``*`` stands for any ending."""


class Partition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is counted in parts that add up: the terms of what the parts count, and of what the whole does.

    Each part has all its terms ('defeat', 'loss'), as the glossary has them. ``label`` is what the parts are of,
    by language.
    """

    label: dict[str, str]
    whole: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]


class Division(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A vote for or against, by its concepts: what both sides count, and those who won where it carried or fell.

    The words that a concept is ``of`` say that the motion was carried, or that it fell.
    """

    counted: str
    carried: str
    fell: str


class Ballot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A vote between sides, by terms as the glossary has them, and by its concepts.

    ``counted`` is the term of what each side gets, ``shares`` are those beside a share of all that, ``others`` those
    beside what is no result, or that of another round. ``lead`` is the concept for how far one side is ahead,
    ``margin`` for that in points of all; words for it are held to the limits of the first of ``measures`` that they
    have any of.
    """

    counted: str
    shares: frozenset[str]
    others: frozenset[str]
    lead: str
    margin: str
    measures: tuple[str, ...]


class House(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A body whose seats parties share, by its concepts: what each ``holds``, how many there are in ``total``, and that
    a majority of them is ``held``, in its step 'absolute'.

    ``counted`` are the terms of its seats, ``members`` of those who sit there, ``parties`` the last words of names of
    those who hold them. ``told`` are the phrases, as Templates take them, by the concept that a number in them is of;
    ``joint`` those that make a number that of several parties.
    """

    holds: str
    total: str
    held: str
    counted: frozenset[str]
    members: frozenset[str]
    parties: frozenset[str]
    bodies: Words
    told: dict[str, Words]
    joint: Words
    others: Words


class Succession(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Concepts of what comes about one after the other, by what the words mean: none before one that stands earlier.

    ``of`` says when two dates are of one course of things: those of one 'story', which has but one fire; those of one
    'bearer', whom both sentences name or take up; or those that one 'sentence' tells, the earlier step first.
    """

    steps: tuple[str, ...]
    of: Literal["story", "bearer", "sentence"]


class Rate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many of a thing there are for so many people: cases, people and the rate of both are of one place and time.

    ``population`` is the concept of how many people live in a place, ``people`` the terms of those that a rate is for,
    ``told`` the phrases for how many there are, as Templates take them. ``named`` are the concepts of rates that need
    not say for how many people they are, each with that number; ``weekly`` those of a week. ``same`` are terms of which
    each counts what the others do, ``kinds`` those that make another thing of one ('measles'), ``places`` those of
    kinds of places. ``totals`` are the concepts of all so far. ``linked`` are phrases that make a rate that of the
    sentence before. Nothing is told beside one of ``others``.
    """

    population: str
    people: frozenset[str]
    told: Words
    named: dict[str, int]
    weekly: frozenset[str]
    totals: frozenset[str]
    same: frozenset[str]
    kinds: frozenset[str]
    places: frozenset[str]
    linked: Words
    others: Words
