"""Counted nouns: what stands after a number without a unit ('40.113 abgegebene Stimmen'), as a lemma."""

from __future__ import annotations

import re
from typing import NamedTuple

from crosscheck.mentions.numbers.lexicon import Lexicon

_WORD = re.compile(r"[ \u00a0\u202f-]([^\W\d_]+(?:['’-][^\W\d_]+)*)")
_MAX_WORDS = 4
_SINGULAR_ENDINGS = ("ss", "us", "is", "ous", "ics")


class CountedNoun(NamedTuple):
    """The lemma of what is counted, and the end of its last word."""

    lemma: str
    end: int


def find_noun(text: str, at: int, *, one: bool, lexicon: Lexicon) -> CountedNoun | None:
    """Return the noun that the number ending at *at* counts, None where none follows.

    *one* says that the number is one: the noun is then a singular.
    """
    words: list[str] = []
    while len(words) < _MAX_WORDS:
        match = _WORD.match(text, at)
        if match is None:
            break
        word = match[1]
        if word.lower() in lexicon.stops or word.lower() in lexicon.months:
            break
        at = match.end()
        words.append(word)
        lemma = _lemma(word, lexicon)
        if lexicon.pack.capital_nouns:
            if word[0].isupper():
                return CountedNoun(lemma or word, at)
        elif one:
            if word[0].isupper() and len(words) > 1:
                return None
        elif lemma is not None:
            end = at
            return CountedNoun(" ".join([*words[:-1], lemma]), end)
    if one and words and not lexicon.pack.capital_nouns:
        return CountedNoun(" ".join(words), at)
    return None


def _lemma(word: str, lexicon: Lexicon) -> str | None:
    """Return the singular of *word*, None where it is not a plural."""
    lower = word.lower()
    known = lexicon.pack.nouns.get(lower)
    if known is not None:
        return known
    for ending, singular in lexicon.pack.plural_endings.items():
        if lower.endswith(ending) and len(word) > len(ending) + 2:
            if ending == "s" and lower.endswith(_SINGULAR_ENDINGS):
                return None
            return word[: -len(ending)] + singular
    return None
