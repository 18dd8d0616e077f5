"""Many phrases at once in many sentences: one pass over the words, whatever the number of phrases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from itertools import compress, groupby
from operator import itemgetter
from typing import Generic, TypeVar, cast

from crosscheck.claims.sentences.tokens import At, single_tokens, words_of
from crosscheck.languages.prefixes import REACH, closes_clause, is_break
from crosscheck.memo import Memo

Meaning = TypeVar("Meaning")
Told = TypeVar("Told")
Found = tuple[At, Told]
"""Where a phrase stands, and what its meanings tell."""
Sorted = tuple[tuple[int, Told], ...]
"""What the meanings of a phrase tell, each with the number of the list that it goes to."""
_SHORTEST = 2
"""The fewest letters of a stem or an ending."""
_MEMOISED_WORDS = 1 << 16
"""Of how many words an index remembers what they begin: those of most runs."""
_MEMOISED_SETS = 1 << 14
"""Of how many sets of phrases at one token it is remembered what they tell together."""
_APART = "…"
_LAST = "¶"


_Row = tuple[Sequence[str], int, Meaning]
"""Words of a phrase, its rank and its meaning."""


class _Branch(Generic[Meaning, Told]):
    """The phrases that begin with the same words: what those alone mean, with the rank of each, and what follows.

    What follows is only sorted by its first word; a branch of it is made when a text goes on with that word.
    """

    __slots__ = (
        "_gather",
        "_grown",
        "affixed",
        "apart",
        "endings",
        "exact",
        "goes_on",
        "last",
        "meanings",
        "stems",
        "told",
        "varies",
    )

    def __init__(self, phrases: Iterable[_Row[Meaning]], gather: Callable[[Sequence[Meaning]], Sorted[Told]]) -> None:
        """Enter *phrases* by the words behind those of this branch, each with rank and meaning."""
        onward: dict[str, list[_Row[Meaning]]] = {}
        meanings: list[tuple[int, Meaning]] = []
        for words, rank, meaning in phrases:
            if words:
                onward.setdefault(words[0], []).append((words[1:], rank, meaning))
            else:
                meanings.append((rank, meaning))
        self._gather = gather
        self._grown: dict[str, _Branch[Meaning, Told]] = {}
        self.exact = onward
        self.meanings = tuple(meanings)
        self.told = gather([meaning for _, meaning in meanings]) if meanings else ()
        self.apart = _Branch(onward.pop(_APART), gather) if _APART in onward else None
        self.last = _Branch(onward.pop(_LAST), gather) if _LAST in onward else None
        affixed = [word for word in onward if "*" in {word[0], word[-1]}]
        self.affixed = tuple([(word, _Branch(onward.pop(word), gather)) for word in affixed])
        self.stems = tuple([word[:-1] for word in affixed if word[-1] == "*"])
        self.endings = tuple([word[1:] for word in affixed if word[-1] != "*"])
        self.varies = bool(affixed) or self.apart is not None

    def _after(self, word: str) -> _Branch[Meaning, Told]:
        """Return the phrases that go on with *word*, which is one of ``exact``."""
        if word not in self._grown:
            self._grown[word] = _Branch(self.exact[word], self._gather)
        return self._grown[word]

    def reached(self, words: Sequence[str], at: int, length: int) -> list[_Reached[Meaning, Told]]:
        """Return the phrases that go on with the words from token *at* on, *length* being how many stand before it."""
        found: list[_Reached[Meaning, Told]] = []
        if self.last is not None and closes_clause(words, at):
            found.append((self.last, length))
        if at == len(words):
            return found
        word = words[at]
        if word in self.exact:
            found += self._after(word).begun(words, at, length)
        if self.affixed and (word.startswith(self.stems) or word.endswith(self.endings)):
            for pattern, branch in self.affixed:
                if _has_affix(word, pattern):
                    found += branch.begun(words, at, length)
        if self.apart is not None:
            found += [(branch, length) for branch in self.apart.further(words, at)]
        return found

    def begun(self, words: Sequence[str], at: int, length: int) -> list[_Reached[Meaning, Told]]:
        """Return the phrases that go on with token *at*, which is the word of this branch, and those that end there."""
        found: list[_Reached[Meaning, Told]] = [(self, length + 1)] if self.meanings else []
        goes_on = self.varies or self.last is not None or (at + 1 < len(words) and words[at + 1] in self.exact)
        return found + self.reached(words, at + 1, length + 1) if goes_on else found

    def further(self, words: Sequence[str], start: int) -> Iterator[_Branch[Meaning, Told]]:
        """Yield the phrases that go on a little behind token *start*, before the next mark."""
        for at in range(start, min(start + REACH, len(words))):
            if is_break(words[at]):
                return
            if (words[at] in self.exact or self.varies) and (told := self.reached(words, at, 0)):
                yield from (branch for branch, _ in told)
                return


_Reached = tuple[_Branch[Meaning, Told], int]
"""Phrases that stand somewhere, all words of them, and how many tokens they take."""


class PhraseIndex(Generic[Meaning, Told]):
    """Finds phrases; built once per language from (phrase, meaning) pairs, never changed after.

    A word ending in ``*`` stands for every word that begins so, one beginning with ``*`` for every word that ends so;
    either has two letters at least. Where ``…`` stands, other words of the clause may; such a phrase is found where its
    words before that stand; behind ``¶`` its clause ends. Phrases are only sorted by their first word; what begins with
    a word is made ready when a text has that word. *gather* makes of the meanings of a phrase, in their order, what is
    told of it, sorted into so many *lists*.
    """

    def __init__(
        self,
        phrases: Iterable[tuple[str, Meaning]],
        gather: Callable[[Sequence[Meaning]], Sorted[Told]],
        lists: int,
    ) -> None:
        self._by_first: defaultdict[str, list[tuple[str, Meaning]]] = defaultdict(list)
        first_of = Memo(_first_word, _MEMOISED_WORDS)
        for row in phrases:
            self._by_first[first_of[row[0].partition(" ")[0]]].append(row)
        self._stems = _by_head(first[:-1] for first in self._by_first if first[-1] == "*")
        self._endings = _by_tail(first[1:] for first in self._by_first if first[0] == "*")
        self._gather = gather
        self._empty: tuple[tuple[Found[Told], ...], ...] = ((),) * lists
        self._begun_by = Memo(self._begin, _MEMOISED_WORDS)
        self._told_by = Memo(self._tell, _MEMOISED_SETS)

    def find(self, sentences: Iterable[Sequence[str]]) -> Iterator[list[list[Found[Told]]]]:
        """Yield, for the words of each sentence, the lists of where a phrase stands and what is told, by first token.

        Of phrases at one token those stand first whose first word is told exactly, then the single words; of phrases
        of like rank each may come several times, with some of its meanings.
        """
        return map(self._matches, sentences)

    def _matches(self, words: Sequence[str]) -> list[list[Found[Told]]]:
        lists = [*map(list, self._empty)]
        begun = [*map(self._begun_by.__getitem__, words)]
        beginning = compress(zip(single_tokens(words), begun, (*words[1:], ""), strict=False), begun)
        for alone, branch, following in cast("Iterator[tuple[At, _Branch[Meaning, Told], str]]", beginning):
            goes_on = following in branch.exact or branch.varies
            if goes_on and (longer := branch.reached(words, alone.end, 1)):
                for length, several in self._told_by[(branch, 1), *longer]:
                    at = At(alone.first, alone.first + length)
                    for place, told in several:
                        lists[place].append((at, told))
                continue
            for place, told in branch.told:
                lists[place].append((alone, told))
        return lists

    def _tell(self, reached: Sequence[_Reached[Meaning, Told]]) -> list[tuple[int, Sorted[Told]]]:
        """Return what phrases at one token tell, those of like rank and length together, with how many tokens."""
        ranked = sorted(
            ((rank, length, meaning) for branch, length in reached for rank, meaning in branch.meanings), key=_RANK
        )
        return [
            (length, self._gather([meaning for _, _, meaning in several]))
            for length, several in groupby(ranked, key=itemgetter(1))
        ]

    def _begin(self, word: str) -> _Branch[Meaning, Told] | None:
        """Return the phrases that *word* begins, None where it begins none."""
        firsts = [word] if word in self._by_first else []
        stems, endings = self._stems.get(word[:_SHORTEST], ()), self._endings.get(word[-_SHORTEST:], ())
        if stems and word.startswith(stems):
            firsts += (f"{stem}*" for stem in stems if word.startswith(stem))
        if endings and word.endswith(endings):
            firsts += (f"*{ending}" for ending in endings if word.endswith(ending))
        if not firsts:
            return None
        cut = [(words_of(phrase), meaning) for first in firsts for phrase, meaning in self._by_first[first]]
        cut.sort(key=lambda row: _order(row[0]))
        return _Branch(((words[1:], rank, meaning) for rank, (words, meaning) in enumerate(cut)), self._gather)


_RANK = itemgetter(0)


def with_parted(phrases: Iterable[tuple[str, Meaning]], prefixes: Set[str]) -> Iterator[tuple[str, Meaning]]:
    """Yield *phrases*, and 'trat … zurück' of 'trat zurück', a verb with one of *prefixes* behind it."""
    for phrase, meaning in phrases:
        yield phrase, meaning
        verb, _, prefix = phrase.partition(" ")
        if prefix in prefixes and verb not in prefixes:
            yield f"{verb} {_APART} {prefix} {_LAST}", meaning


def _by_head(stems: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return beginnings of words by their first letters, the shortest first."""
    heads: dict[str, list[str]] = {}
    for stem in sorted(stems, key=len):
        heads.setdefault(stem[:_SHORTEST], []).append(stem)
    return {head: tuple(several) for head, several in heads.items()}


def _by_tail(endings: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return endings of words by their last letters, the shortest first."""
    return {tail[::-1]: tuple(e[::-1] for e in ends) for tail, ends in _by_head(e[::-1] for e in endings).items()}


def _first_word(head: str) -> str:
    """Return the first of the words in *head*, what stands before the first space of a phrase."""
    return head.lower() if head.isalpha() else words_of(head)[0]


def _has_affix(word: str, pattern: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern[-1] == "*" else word.endswith(pattern[1:])


def _order(words: Sequence[str]) -> tuple[int, int, bool, bool]:
    """Return the key that sorts phrases found at one token; those with the same stand as they were given."""
    first = words[0]
    kind = 2 if first[0] == "*" else 1 if first[-1] == "*" else 0
    return kind, len(first), len(words) > 1, len(words) > 1 and "*" in words[1]
