"""Words that turn a sentence round where all its other words stay the same: 'won' and 'lost', 'was' and 'was not'."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from crosscheck.languages.terms import load_terms
from crosscheck.packfile import load_pack

Turn = Literal["polarity", "bound", "unit"]
"""What kind of contradiction a turned sentence is."""

_PATH = Path(__file__).with_name("reversals.yaml")


class ReversalWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One language: negations, the words before which they deny nothing, those that come with them, and opposites.

    ``opposites`` are, by the kind of contradiction, lists of which no two are true of one thing at a time.
    """

    negations: frozenset[str]
    idle: frozenset[str]
    helpers: frozenset[str]
    opposites: dict[Turn, tuple[tuple[tuple[str, ...], ...], ...]]


class Reversals:
    """The words of one language that turn a sentence round. Make it with `load_reversals`."""

    __slots__ = ("_code", "_sides", "_words")

    def __init__(self, code: str, words: ReversalWords) -> None:
        """Index *words*, of the language *code*."""
        self._code = code
        self._words = words
        self._sides: dict[str, dict[int, tuple[Turn, int]]] = {}
        rows = ((turn, row) for turn, rows in words.opposites.items() for row in rows)
        for number, (turn, row) in enumerate(rows):
            for side, phrases in enumerate(row):
                for phrase in phrases:
                    self._sides.setdefault(phrase.casefold(), {})[number] = turn, side

    def turn(self, left: Sequence[str], right: Sequence[str], after: str) -> Turn | None:
        """Return what it makes of a sentence to say *right* for *left*, casefolded words; None where nothing is turned.

        *after* is the word behind both, '' at the end of the sentence.
        """
        if (opposed := self._opposed(" ".join(left), " ".join(right))) is not None:
            return opposed
        return "polarity" if self._is_denied(left, right, after) else None

    def _opposed(self, left: str, right: str) -> Turn | None:
        here, there = self._sides.get(left, {}), self._sides.get(right, {})
        shared = sorted(row for row in here.keys() & there.keys() if here[row][1] != there[row][1])
        return here[shared[0]][0] if shared else None

    def _is_denied(self, left: Sequence[str], right: Sequence[str], after: str) -> bool:
        """Return whether only one of both denies what both say."""
        denials = [sum(word in self._words.negations for word in words) for words in (left, right)]
        if sorted(denials) != [0, 1] or after in self._words.idle:
            return False
        return self._rest(left) == self._rest(right)

    def _rest(self, words: Iterable[str]) -> tuple[tuple[str, ...], ...]:
        """Return the terms of the words that neither deny nor help to."""
        terms = load_terms(self._code)
        told = (word for word in words if word not in self._words.negations and word not in self._words.helpers)
        return tuple(terms.of(word) or (word,) for word in told)


@cache
def load_reversals(code: str) -> Reversals | None:
    """Return the words of the language *code*, None where there are none of it.

    Raises:
        ConfigError: the file does not have the shape.
    """
    words = _load().get(code)
    return None if words is None else Reversals(code, words)


@cache
def _load() -> Mapping[str, ReversalWords]:
    return load_pack(_PATH, dict[str, ReversalWords])
