"""Many phrases at once in many sentences: one pass over the words, whatever the number of phrases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Generic, TypeVar

from crosscheck.claims.tokens import Tokens, words_of

Meaning = TypeVar("Meaning")
_SHORTEST = 2
"""The fewest letters of a stem or an ending."""
_Rows = list[tuple[tuple[str, ...], Meaning]]


class _Branch(Generic[Meaning]):
    """The phrases that begin with one word: what it means alone, and the longer ones by their second word.

    Those whose second word is a pattern stand in ``open``.
    """

    __slots__ = ("alone", "by_second", "open")

    def __init__(self) -> None:
        self.alone: list[Meaning] = []
        self.by_second: dict[str, _Rows[Meaning]] = {}
        self.open: _Rows[Meaning] = []

    def add(self, words: tuple[str, ...], meaning: Meaning) -> None:
        if len(words) == 1:
            self.alone.append(meaning)
        elif "*" in words[1]:
            self.open.append((words, meaning))
        else:
            self.by_second.setdefault(words[1], []).append((words, meaning))


class PhraseIndex(Generic[Meaning]):
    """Finds phrases; built once per language from (phrase, meaning) pairs, never changed after.

    A word ending in ``*`` stands for every word that begins so, one beginning with ``*`` for every word that ends so;
    either has two letters at least.
    """

    def __init__(self, phrases: Iterable[tuple[str, Meaning]]) -> None:
        self._exact: dict[str, _Branch[Meaning]] = {}
        self._stems: dict[str, _Branch[Meaning]] = {}
        self._endings: dict[str, _Branch[Meaning]] = {}
        for phrase, meaning in phrases:
            words = words_of(phrase)
            table = self._endings if words[0][0] == "*" else self._stems if words[0][-1] == "*" else self._exact
            table.setdefault(words[0].strip("*"), _Branch()).add(words, meaning)
        self._stem_lengths = sorted({len(stem) for stem in self._stems})
        self._ending_lengths = sorted({len(ending) for ending in self._endings})
        self._heads = frozenset(stem[:_SHORTEST] for stem in self._stems)
        self._tails = frozenset(ending[-_SHORTEST:] for ending in self._endings)

    def find(self, sentences: Sequence[Tokens]) -> Iterator[list[tuple[int, int, Meaning]]]:
        """Yield per sentence (first token, end, meaning) of each phrase in it, by first token.

        Each different word of all sentences is looked up once.
        """
        begun: dict[str, list[_Branch[Meaning]]] = {}
        for word in set(chain.from_iterable(sentence.words for sentence in sentences)):
            branches = self._begun_by(word)
            if branches:
                begun[word] = branches
        return (_matches(sentence.words, begun) for sentence in sentences)

    def _begun_by(self, word: str) -> list[_Branch[Meaning]]:
        """Return the branches whose first word *word* fits."""
        branches = [self._exact[word]] if word in self._exact else []
        if word[:_SHORTEST] in self._heads:
            stems = (word[:length] for length in self._stem_lengths if length <= len(word))
            branches += [self._stems[stem] for stem in stems if stem in self._stems]
        if word[-_SHORTEST:] in self._tails:
            endings = (word[-length:] for length in self._ending_lengths if length <= len(word))
            branches += [self._endings[ending] for ending in endings if ending in self._endings]
        return branches


def _matches(words: tuple[str, ...], begun: Mapping[str, Sequence[_Branch[Meaning]]]) -> list[tuple[int, int, Meaning]]:
    found: list[tuple[int, int, Meaning]] = []
    last = len(words) - 1
    for at, word in enumerate(words):
        if word in begun:
            for branch in begun[word]:
                found += [(at, at + 1, meaning) for meaning in branch.alone]
                if at < last:
                    for phrase, meaning in (*branch.by_second.get(words[at + 1], ()), *branch.open):
                        end = at + len(phrase)
                        if end <= last + 1 and all(map(fits, phrase[1:], words[at + 1 : end])):
                            found.append((at, end, meaning))
    return found


def fits(pattern: str, word: str) -> bool:
    """Return whether *word* is *pattern*, or begins or ends as its ``*`` leaves open."""
    if pattern.endswith("*"):
        return word.startswith(pattern[:-1])
    if pattern.startswith("*"):
        return word.endswith(pattern[1:])
    return pattern == word
