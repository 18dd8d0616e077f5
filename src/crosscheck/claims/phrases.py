"""Many phrases at once in many sentences: one pass over the words, whatever the number of phrases."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Generic, TypeVar

from crosscheck.claims.tokens import Tokens, words_of

Meaning = TypeVar("Meaning")
_SHORTEST = 2
"""The fewest letters of a stem or an ending."""
_MEMOISED_WORDS = 1 << 14
"""Of how many words an index remembers what they fit: those of most texts."""


class _Branch(Generic[Meaning]):
    """The phrases that begin with the same patterns: what those alone mean, with the rank of each, and what follows."""

    __slots__ = ("following", "meanings")

    def __init__(self) -> None:
        self.meanings: list[tuple[int, Meaning]] = []
        self.following: dict[str, _Branch[Meaning]] = {}


_Following = dict[str, _Branch[Meaning]]
_Begun = tuple[list[tuple[int, Meaning]], list[_Following[Meaning]]]


class PhraseIndex(Generic[Meaning]):
    """Finds phrases; built once per language from (phrase, meaning) pairs, never changed after.

    A word ending in ``*`` stands for every word that begins so, one beginning with ``*`` for every word that ends so;
    either has two letters at least.
    """

    def __init__(self, phrases: Iterable[tuple[str, Meaning]]) -> None:
        root = _Branch[Meaning]()
        patterns: set[str] = set()
        cut = ((words_of(phrase), meaning) for phrase, meaning in phrases)
        for rank, (words, meaning) in enumerate(sorted(cut, key=lambda row: _rank(row[0]))):
            branch = root
            for word in words:
                branch = branch.following.setdefault(word, _Branch())
            branch.meanings.append((rank, meaning))
            patterns.update(words)
        self._first = root.following
        self._patterns = frozenset(patterns)
        self._stems = _Affixes(pattern[:-1] for pattern in patterns if pattern[-1] == "*")
        self._endings = _Affixes(pattern[:0:-1] for pattern in patterns if pattern[0] == "*")
        self._fitting: Callable[[str], tuple[str, ...]] = lru_cache(_MEMOISED_WORDS)(self._fit)
        self._begun_by: Callable[[str], _Begun[Meaning] | None] = lru_cache(_MEMOISED_WORDS)(self._begin)

    def find(self, sentences: Iterable[Tokens]) -> Iterator[list[tuple[int, int, Meaning]]]:
        """Yield per sentence (first token, end, meaning) of each phrase in it, by first token.

        Of phrases at one token those stand first whose first word is told exactly, then the single words.
        """
        return (self._matches(sentence.words) for sentence in sentences)

    def _matches(self, words: Sequence[str]) -> list[tuple[int, int, Meaning]]:
        found: list[tuple[int, int, Meaning]] = []
        for first, begun in enumerate(map(self._begun_by, words)):
            if begun is None:
                continue
            alone, going = begun
            hits = self._follow(going, words, first + 1) if going else ()
            if hits:
                ranked = sorted([*hits, *((rank, first + 1, meaning) for rank, meaning in alone)], key=itemgetter(0))
                found += [(first, end, meaning) for _, end, meaning in ranked]
            elif alone:
                found += [(first, first + 1, meaning) for _, meaning in alone]
        return found

    def _follow(
        self, going: Sequence[_Following[Meaning]], words: Sequence[str], end: int
    ) -> list[tuple[int, int, Meaning]]:
        """Return (rank, end, meaning) of the phrases among *going*, of which the word before *end* is one."""
        hits: list[tuple[int, int, Meaning]] = []
        while going and end < len(words):
            patterns = self._fitting(words[end])
            branches = [following[pattern] for pattern in patterns for following in going if pattern in following]
            end += 1
            hits += [(rank, end, meaning) for branch in branches for rank, meaning in branch.meanings]
            going = [branch.following for branch in branches if branch.following]
        return hits

    def _begin(self, word: str) -> _Begun[Meaning] | None:
        """Return what *word* means alone, and what may follow it; None where it begins no phrase."""
        branches = [self._first[pattern] for pattern in self._fitting(word) if pattern in self._first]
        alone = sorted((row for branch in branches for row in branch.meanings), key=itemgetter(0))
        return (alone, [branch.following for branch in branches if branch.following]) if branches else None

    def _fit(self, word: str) -> tuple[str, ...]:
        """Return the patterns of any phrase that *word* fits."""
        exact = (word,) if word in self._patterns else ()
        stems = (f"{stem}*" for stem in self._stems.beginning(word))
        endings = (f"*{ending[::-1]}" for ending in self._endings.beginning(word[::-1]))
        return (*exact, *stems, *endings)


class _Affixes:
    """Beginnings of words, told by their first letters."""

    __slots__ = ("_all", "_heads", "_lengths")

    def __init__(self, affixes: Iterable[str]) -> None:
        self._all = frozenset(affixes)
        self._heads = frozenset(affix[:_SHORTEST] for affix in self._all)
        self._lengths = sorted({len(affix) for affix in self._all})

    def beginning(self, word: str) -> list[str]:
        """Return those that *word* begins with."""
        if word[:_SHORTEST] not in self._heads:
            return []
        return [word[:length] for length in self._lengths if length <= len(word) and word[:length] in self._all]


def _rank(words: Sequence[str]) -> tuple[int, int, bool, bool]:
    """Return the key that sorts phrases found at one token; those with the same stand as they were given."""
    first = words[0]
    kind = 2 if first[0] == "*" else 1 if first[-1] == "*" else 0
    return kind, len(first), len(words) > 1, len(words) > 1 and "*" in words[1]
