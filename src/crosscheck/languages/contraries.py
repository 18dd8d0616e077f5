"""Words that deny each other where both are said of one thing: 'rise' and 'fall', 'leicht' and 'difficult'."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

from crosscheck.languages.terms import Terms, load_terms
from crosscheck.packfile import load_pack

Ends = tuple[tuple[str, ...], tuple[str, ...]]


class Scale(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words at both ends of a scale, per language.

    ``attributive`` ones tell of the noun right behind them; of a ``denying`` scale those at the other end say that
    something is not so ('refuse', 'lack').
    """

    words: dict[str, Ends]
    attributive: bool = False
    denying: bool = False


class Scales(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All scales by name."""

    scales: dict[str, Scale]


class Pole(msgspec.Struct, frozen=True, gc=False):
    """An end of a scale: 0 or 1; a ``denying`` one says that something is not so."""

    scale: str
    end: int
    attributive: bool
    denying: bool


@cache
def load_poles(code: str) -> Mapping[str, tuple[Pole, ...]]:
    """Return, per term, the poles that a word of the language *code* with that term stands at; {} without any words.

    A term at both ends of a scale, which the glossary joins, stands at none.

    Raises:
        ConfigError: the pack does not have the shape.
    """
    scales = load_pack(Path(__file__).with_name("contraries.yaml"), Scales).scales
    terms = load_terms(code)
    poles: dict[str, dict[Pole, None]] = {}
    for name, scale in scales.items():
        sides = [_single_terms(words, terms) for words in scale.words.get(code, ((), ()))]
        for end, side in enumerate(sides):
            for term in sorted(side - sides[1 - end]):
                poles.setdefault(term, {})[Pole(name, end, scale.attributive, scale.denying and end == 1)] = None
    return {term: tuple(several) for term, several in poles.items()}


def _single_terms(words: tuple[str, ...], terms: Terms) -> set[str]:
    """Return the terms of those of *words* that have one: a compound is not what its parts are."""
    found = map(terms.of, words)
    return {several[0] for several in found if len(several) == 1}
