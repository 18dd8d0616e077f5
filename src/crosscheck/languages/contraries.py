"""Words that deny each other where both are said of one thing: 'rise' and 'fall', 'leicht' and 'difficult'.

Of two sentences in words of their own, ``Contraries.poles`` say which words may deny each other; of two that are the
same but for a few words, ``Contraries.turn`` says whether these turn the sentence round.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from crosscheck.languages.terms import Terms, load_terms
from crosscheck.packfile import load_pack

Turn = Literal["polarity", "bound", "unit"]
"""What kind of contradiction it is to say one of two words for the other."""

_PATH = Path(__file__).with_name("contraries.yaml")


class Scale(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words at each end of a scale, per language; two ends or more, no two of which are true of one thing.

    ``attributive`` ones tell of the noun right behind them; of a ``denying`` scale those at the other end say that
    something is not so ('refuse', 'lack'). ``strict`` ones deny only where one sentence says all that the other does:
    who is convicted of fraud may be acquitted of bribery. ``verbatim`` ones deny only where every other word of two
    sentences is the same.
    """

    words: dict[str, tuple[tuple[str, ...], ...]]
    attributive: bool = False
    denying: bool = False
    strict: bool = False
    verbatim: bool = False
    turn: Turn = "polarity"


class Negations(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one language that deny, those before which they do not, and those that come and go with them."""

    words: frozenset[str] = frozenset()
    idle: frozenset[str] = frozenset()
    helpers: frozenset[str] = frozenset()


class ContraryWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file: negations per language, and all scales by name, those that decide before others first."""

    negations: dict[str, Negations]
    scales: dict[str, Scale]


class Pole(msgspec.Struct, frozen=True, gc=False):
    """An end of a scale, counted from 0; a ``denying`` one says that something is not so; ``strict`` as its scale."""

    scale: str
    end: int
    attributive: bool
    denying: bool
    strict: bool


class Contraries:
    """The words of one language that deny each other. Make it with `load_contraries`.

    ``poles`` are those of every scale that is not verbatim, per term: where its words stand. A term at several ends of
    a scale, which the glossary joins, stands at none.
    """

    __slots__ = ("_ends_by_form", "_ends_by_term", "_negations", "_scales", "_terms", "poles")

    def __init__(self, words: ContraryWords, code: str) -> None:
        """Index what *words* has of the language *code*: {} where it has nothing."""
        self._terms = load_terms(code)
        self._negations = words.negations.get(code, Negations())
        self._scales = words.scales
        self._ends_by_form: dict[str, dict[str, int]] = {}
        self._ends_by_term: dict[str, dict[str, int]] = {}
        for name, scale in words.scales.items():
            ends = scale.words.get(code, ())
            for end, forms in enumerate(ends):
                for form in forms:
                    self._ends_by_form.setdefault(form.lower(), {})[name] = end
            for term, end in _clear_ends(ends, self._terms):
                self._ends_by_term.setdefault(term, {})[name] = end
        self.poles: Mapping[str, tuple[Pole, ...]] = {
            term: poles for term, ends in self._ends_by_term.items() if (poles := tuple(self._poles(ends)))
        }

    @property
    def is_empty(self) -> bool:
        """Return whether there are no words of the language."""
        return not self._ends_by_form

    def turn(self, left: Sequence[str], right: Sequence[str], after: str) -> Turn | None:
        """Return what it makes of a sentence to say *right* for *left*; None where nothing is turned.

        All words are in lower case; *after* is the word behind both, '' at the end of the sentence.
        """
        here, there = self._ends(left), self._ends(right)
        opposed = (scale.turn for name, scale in self._scales.items() if _is_opposed(here.get(name), there.get(name)))
        turned = next(opposed, None) if here and there else None
        return turned or ("polarity" if self._is_denied(left, right, after) else None)

    def _poles(self, ends: Mapping[str, int]) -> Iterator[Pole]:
        for name, end in ends.items():
            scale = self._scales[name]
            if not scale.verbatim:
                yield Pole(name, end, scale.attributive, scale.denying and end == 1, scale.strict)

    def _ends(self, words: Sequence[str]) -> dict[str, int]:
        """Return at which end of which scales a phrase stands, as it is printed or else by its term."""
        terms = self._terms.of(words[0]) if len(words) == 1 else ()
        by_term = self._ends_by_term.get(terms[0], {}) if len(terms) == 1 else {}
        return {**by_term, **self._ends_by_form.get(" ".join(words), {})}

    def _is_denied(self, left: Sequence[str], right: Sequence[str], after: str) -> bool:
        """Return whether only one of both denies what both say."""
        denials = [sum(word in self._negations.words for word in words) for words in (left, right)]
        if sorted(denials) != [0, 1] or after in self._negations.idle:
            return False
        return self._rest(left) == self._rest(right)

    def _rest(self, words: Iterable[str]) -> tuple[tuple[str, ...], ...]:
        """Return the terms of the words that neither deny nor help to."""
        told = (word for word in words if word not in self._negations.words and word not in self._negations.helpers)
        return tuple(self._terms.of(word) or (word,) for word in told)


@cache
def load_contraries(code: str) -> Contraries:
    """Return the words of the language *code* that deny each other; empty where there are none of it.

    Raises:
        ConfigError: the file does not have the shape.
    """
    return Contraries(load_pack(_PATH, ContraryWords), code)


def _is_opposed(end: int | None, other: int | None) -> bool:
    return end is not None and other is not None and end != other


def _clear_ends(ends: Sequence[tuple[str, ...]], terms: Terms) -> Iterator[tuple[str, int]]:
    """Yield the terms that stand at one end of a scale alone, with that end."""
    sides = [_single_terms(words, terms) for words in ends]
    for end, side in enumerate(sides):
        others = set().union(*sides[:end], *sides[end + 1 :])
        yield from ((term, end) for term in sorted(side - others))


def _single_terms(words: Iterable[str], terms: Terms) -> set[str]:
    """Return the terms of those of *words* that have one: a compound or phrase is not what its parts are."""
    found = (terms.of(word) for word in words if " " not in word)
    return {several[0] for several in found if len(several) == 1}
