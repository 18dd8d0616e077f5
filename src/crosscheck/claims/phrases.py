"""Many phrases at once in many sentences: one pass over the words, whatever the number of phrases."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import Generic, TypeVar

from crosscheck.claims.tokens import Tokens, words_of

Meaning = TypeVar("Meaning")
_STEM = 4
"""Stems ('abgegebene*') and endings ('*partei') are indexed by this many letters, shorter ones by all of theirs."""


class PhraseIndex(Generic[Meaning]):
    """Finds phrases; built once per language from (phrase, meaning) pairs, never changed after.

    A word ending in ``*`` stands for every word that begins so, one beginning with ``*`` for every word that ends so.
    """

    def __init__(self, phrases: Iterable[tuple[str, Meaning]]) -> None:
        self._exact: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        self._stems: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        self._endings: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        for phrase, meaning in phrases:
            words = words_of(phrase)
            if words[0] == "*":
                words = (f"*{words[1]}", *words[2:])
            table, key = self._place(words[0])
            table.setdefault(key, []).append((words, meaning))
        self._stem_lengths = sorted({len(key) for key in self._stems})
        self._ending_lengths = sorted({len(key) for key in self._endings})

    def _place(self, word: str) -> tuple[dict[str, list[tuple[tuple[str, ...], Meaning]]], str]:
        """Return the table that phrases beginning with *word* stand in, and their key there."""
        if word.startswith("*"):
            return self._endings, word[1:][-_STEM:]
        return (self._stems, word[:-1][:_STEM]) if word.endswith("*") else (self._exact, word)

    def find(
        self, sentences: Sequence[Tokens], wanted: Callable[[Meaning], bool] | None = None
    ) -> list[list[tuple[int, int, Meaning]]]:
        """Return per sentence (first token, end, meaning) of each phrase whose meaning is *wanted*, by first token.

        Each different word of all sentences is looked up once.
        """
        begun: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        for word in set(chain.from_iterable(sentence.words for sentence in sentences)):
            phrases = [row for row in self._begun_by(word) if wanted is None or wanted(row[1])]
            if phrases:
                begun[word] = phrases
        return [_matches(sentence.words, begun) for sentence in sentences]

    def _begun_by(self, word: str) -> Iterable[tuple[tuple[str, ...], Meaning]]:
        """Yield the phrases whose first word *word* fits."""
        yield from self._exact.get(word, ())
        for length in self._stem_lengths:
            yield from (row for row in self._stems.get(word[:length], ()) if fits(row[0][0], word))
        for length in self._ending_lengths:
            yield from (row for row in self._endings.get(word[-length:], ()) if fits(row[0][0], word))


def _matches(
    words: tuple[str, ...], begun: dict[str, list[tuple[tuple[str, ...], Meaning]]]
) -> list[tuple[int, int, Meaning]]:
    found: list[tuple[int, int, Meaning]] = []
    if begun.keys().isdisjoint(words):
        return found
    for at, word in enumerate(words):
        if word in begun:
            for phrase, meaning in begun[word]:
                end = at + len(phrase)
                if end == at + 1 or (end <= len(words) and all(map(fits, phrase[1:], words[at + 1 : end]))):
                    found.append((at, end, meaning))
    return found


def fits(pattern: str, word: str) -> bool:
    """Return whether *word* is *pattern*, or begins or ends as its ``*`` leaves open."""
    if pattern.endswith("*"):
        return word.startswith(pattern[:-1])
    if pattern.startswith("*"):
        return word.endswith(pattern[1:])
    return pattern == word
