"""What is more than ever, as a superlative: 'the river was never higher', 'noch nie so hoch', 'higher than ever'."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from crosscheck.claims.sentences.passage import At, Passage
from crosscheck.languages import RankWords

_LONGEST = 3
"""How many words a comparative may have: 'more powerful'."""
_REACH = 14
"""How many words may stand between 'never' and it: 'never since records began in the valley was the river higher'."""


class MostWords(msgspec.Struct, frozen=True):
    """The comparatives of a language by their words, with what they measure, and the words that make them the most.

    Each sentence that has one has a word of ``gate`` and one of ``opening``, which comparatives begin with.
    """

    forms: Mapping[tuple[str, ...], str]
    opening: frozenset[str]
    never: frozenset[str]
    than: frozenset[str]
    ever: frozenset[tuple[str, ...]]
    gate: frozenset[str]


def most_words(told: RankWords) -> MostWords:
    """Return the words of a pack's section ``ranks``, ready for look-up."""
    forms = {tuple(form.split()): key for key, several in told.comparatives.items() for form in several}
    ever = frozenset(tuple(phrase.split()) for phrase in told.ever)
    opening = frozenset(form[0] for form in forms)
    return MostWords(forms, opening, told.never, told.than, ever, told.never | {phrase[-1] for phrase in ever})


def find_most(passage: Passage, words: MostWords) -> Iterator[tuple[At, str]]:
    """Yield where the sentence says that something is more than ever, and what it measures.

    Not where it names with what it compares: 'never higher than in 2002'.
    """
    tokens = passage.tokens.words
    nevers = tuple(passage.tokens.places_of(words.never))
    for i, length in ((i, n) for i in passage.tokens.places_of(words.opening) for n in range(_LONGEST, 0, -1)):
        measure = words.forms.get(tokens[i : i + length])
        if measure is None:
            continue
        at = At(i, i + length)
        behind = tokens[at.end : at.end + 1]
        is_most = any(tokens[at.end : at.end + len(phrase)] == phrase for phrase in words.ever)
        is_denied = any(abs(n - i) <= _REACH and passage.crossed(At(n, n + 1), at) <= 1 for n in nevers)
        if is_most or (is_denied and words.than.isdisjoint(behind)):
            yield at, measure
