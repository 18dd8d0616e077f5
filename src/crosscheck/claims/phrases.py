"""Many phrases at once in many sentences: one pass over the words, whatever the number of phrases."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Generic, TypeVar

from crosscheck.claims.tokens import words_of

Meaning = TypeVar("Meaning")
Found = tuple[int, int, Meaning]
"""Where a phrase stands, first token and end, and what it means."""
_SHORTEST = 2
"""The fewest letters of a stem or an ending."""
_MEMOISED_WORDS = 1 << 14
"""Of how many words an index remembers what they begin: those of most texts."""


class _Branch(Generic[Meaning]):
    """The phrases that begin with the same words: what those alone mean, with the rank of each, and what follows."""

    __slots__ = ("affixed", "exact", "meanings")

    def __init__(self) -> None:
        self.meanings: list[tuple[int, Meaning]] = []
        self.exact: dict[str, _Branch[Meaning]] = {}
        self.affixed: dict[str, _Branch[Meaning]] = {}

    def add(self, words: Sequence[str], rank: int, meaning: Meaning) -> None:
        """Enter a phrase by the *words* behind those of this branch."""
        branch = self
        for word in words:
            table = branch.affixed if "*" in {word[0], word[-1]} else branch.exact
            branch = table.setdefault(word, _Branch())
        branch.meanings.append((rank, meaning))

    def after(self, word: str) -> Sequence[_Branch[Meaning]]:
        """Return where *word* leads."""
        exact = self.exact.get(word)
        begun = () if exact is None else (exact,)
        if not self.affixed:
            return begun
        return (*begun, *(branch for pattern, branch in self.affixed.items() if _has_affix(word, pattern)))


class PhraseIndex(Generic[Meaning]):
    """Finds phrases; built once per language from (phrase, meaning) pairs, never changed after.

    A word ending in ``*`` stands for every word that begins so, one beginning with ``*`` for every word that ends so;
    either has two letters at least. Phrases are only sorted by their first word; what begins with a word is made ready
    when a text has that word.
    """

    def __init__(self, phrases: Iterable[tuple[str, Meaning]]) -> None:
        self._by_first: dict[str, list[tuple[str, Meaning]]] = {}
        for phrase, meaning in phrases:
            self._by_first.setdefault(_first_word(phrase), []).append((phrase, meaning))
        self._stems = _Affixes(first[:-1] for first in self._by_first if first[-1] == "*")
        self._endings = _Affixes(first[:0:-1] for first in self._by_first if first[0] == "*")
        self._begun_by: Callable[[str], _Branch[Meaning] | None] = lru_cache(_MEMOISED_WORDS)(self._begin)

    def find(self, sentences: Iterable[Sequence[str]]) -> Iterator[list[Found[Meaning]]]:
        """Yield, for the words of each sentence, (first token, end, meaning) of each phrase in it, by first token.

        Of phrases at one token those stand first whose first word is told exactly, then the single words.
        """
        return map(self._matches, sentences)

    def _matches(self, words: Sequence[str]) -> list[Found[Meaning]]:
        found: list[Found[Meaning]] = []
        for first, (branch, behind) in enumerate(zip(map(self._begun_by, words), (*words[1:], ""), strict=False)):
            if branch is None:
                continue
            may_go_on = behind in branch.exact or branch.affixed
            if may_go_on and (longer := list(_longer(branch, words, first + 1))):
                ranked = sorted(
                    [*longer, *((rank, first + 1, meaning) for rank, meaning in branch.meanings)], key=_RANK
                )
                found += [(first, end, meaning) for _, end, meaning in ranked]
            elif branch.meanings:
                end = first + 1
                found += [(first, end, meaning) for _, meaning in branch.meanings]
        return found

    def _begin(self, word: str) -> _Branch[Meaning] | None:
        """Return the phrases that *word* begins, None where it begins none."""
        cut = [
            (words_of(phrase), meaning) for first in self._fitting(word) for phrase, meaning in self._by_first[first]
        ]
        if not cut:
            return None
        root = _Branch[Meaning]()
        for rank, (words, meaning) in enumerate(sorted(cut, key=lambda row: _order(row[0]))):
            root.add(words[1:], rank, meaning)
        return root

    def _fitting(self, word: str) -> Iterator[str]:
        """Yield the first words of phrases that *word* fits."""
        if word in self._by_first:
            yield word
        yield from (f"{stem}*" for stem in self._stems.beginning(word))
        yield from (f"*{ending[::-1]}" for ending in self._endings.beginning(word[::-1]))


_RANK = itemgetter(0)


def _longer(branch: _Branch[Meaning], words: Sequence[str], end: int) -> Iterator[tuple[int, int, Meaning]]:
    """Yield (rank, end, meaning) of the phrases of *branch* that go on at token *end*."""
    if end < len(words):
        for onward in branch.after(words[end]):
            yield from ((rank, end + 1, meaning) for rank, meaning in onward.meanings)
            yield from _longer(onward, words, end + 1)


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


def _first_word(phrase: str) -> str:
    """Return the first of the words of *phrase*."""
    head = phrase.split(maxsplit=1)[0]
    return head.lower() if head.isalpha() else words_of(head)[0]


def _has_affix(word: str, pattern: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern[-1] == "*" else word.endswith(pattern[1:])


def _order(words: Sequence[str]) -> tuple[int, int, bool, bool]:
    """Return the key that sorts phrases found at one token; those with the same stand as they were given."""
    first = words[0]
    kind = 2 if first[0] == "*" else 1 if first[-1] == "*" else 0
    return kind, len(first), len(words) > 1, len(words) > 1 and "*" in words[1]
