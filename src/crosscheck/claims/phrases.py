"""Many phrases at once in a sentence: an index by first word, longest phrase first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from crosscheck.claims.tokens import Tokens, words_of

Meaning = TypeVar("Meaning")
STEM = 4
"""Stems ('abgegebene*') are indexed by this many first letters."""


class PhraseIndex(Generic[Meaning]):
    """Finds phrases; built once per language from (phrase, meaning) pairs, never changed after.

    A word ending in ``*`` stands for every word that begins so, one beginning with ``*`` for every word that ends so.
    """

    def __init__(self, phrases: Iterable[tuple[str, Meaning]]) -> None:
        self._exact: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        self._stems: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        self._endings: list[tuple[tuple[str, ...], Meaning]] = []
        for phrase, meaning in phrases:
            words = words_of(phrase)
            if words[0] == "*":
                self._endings.append((("*" + words[1], *words[2:]), meaning))
            elif words[0].endswith("*"):
                self._stems.setdefault(words[0][:STEM], []).append((words, meaning))
            else:
                self._exact.setdefault(words[0], []).append((words, meaning))

    def find(self, tokens: Tokens) -> Iterator[tuple[int, int, Meaning]]:
        """Yield (first token, last token, meaning) of every phrase, by first token."""
        words = tokens.words
        if not self._stems and not self._endings and self._exact.keys().isdisjoint(words):
            return
        for at, word in enumerate(words):
            exact, stemmed = self._exact.get(word, ()), self._stems.get(word[:STEM], ())
            if exact or stemmed or self._endings:
                for phrase, meaning in (*exact, *stemmed, *self._endings):
                    if len(phrase) <= len(words) - at and all(map(_fits, phrase, words[at : at + len(phrase)])):
                        yield at, at + len(phrase) - 1, meaning


def _fits(pattern: str, word: str) -> bool:
    if pattern.endswith("*"):
        return word.startswith(pattern[:-1])
    if pattern.startswith("*"):
        return word.endswith(pattern[1:])
    return pattern == word
