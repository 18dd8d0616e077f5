"""Counted nouns: what stands after a number without a unit ('40.113 abgegebene Stimmen'), as a lemma."""

from __future__ import annotations

import re
from functools import cache, partial

import msgspec

from crosscheck.memo import Memo
from crosscheck.mentions.numbers.lexicon import Lexicon, lexicon_of
from crosscheck.mentions.numbers.page import Page

_WORD = re.compile("(?:[ \u00a0\u202f-]|(?<=[^\\W\\d_]['’]))([^\\W\\d_]+(?:['’-][^\\W_]+)*)")
_GAPS = frozenset(" \u00a0\u202f-")
_MAX_WORDS = 4
_SHORTEST_HEAD = 3
_REMEMBERED = 1 << 14


class CountedNoun(msgspec.Struct, frozen=True, gc=False):
    """The lemma of what is counted, and the end of its last word."""

    lemma: str
    end: int


def find_noun(page: Page, at: int, *, one: bool) -> CountedNoun | None:
    """Return the noun that the number ending at *at* counts, None where none follows.

    *one* says that the number is one: the noun is then a singular. In a language that writes nouns with a capital, the
    first capital is the head; else the first plural is, with the words before it. A word that a hyphen joins to the
    number is its unit alone ('four-cylinder engine').
    """
    text, lexicon = page.text, page.lexicon
    gap = text[at : at + 1]
    if gap not in _GAPS and text[at - 1] not in "'’":
        return None
    match = _WORD.match(text, at)
    if match and gap in _GAPS and match[1].lower() in lexicon.pack.quantifiers:  # '8 more seats'
        match = _WORD.match(text, match.end())
    lemmas = _lemmas(lexicon.code)
    words: list[str] = []
    while match is not None and len(words) < _MAX_WORDS:
        word = match[1]
        lower = word.lower()
        if lower in lexicon.no_nouns or (lexicon.elision is not None and _is_elided(lower, lexicon)):
            break
        at = match.end()
        if gap == "-":
            return None if any(map(str.isdigit, word)) else CountedNoun(lemmas[word] or lower, at)
        words.append(word)
        if lexicon.pack.capital_nouns:
            if word[0].isupper():
                return CountedNoun(lemmas[word] or word, at)
        elif not one and (lemma := lemmas[word]) is not None:
            return CountedNoun(" ".join([*words[:-1], lemma]), at)
        match = _WORD.match(text, at)
    if one and words and not lexicon.pack.capital_nouns and words[0][0].islower():
        return _singular(words, at)
    return None


def _singular(words: list[str], end: int) -> CountedNoun:
    """Return the noun that *words*, the last of which ends at *end*, begin with; a verb in the past ends it.

    'One man died' has one, 'one newly infected man' none.
    """
    for place in range(1, len(words)):
        if words[place].endswith("ed") and not words[place - 1].endswith("ly"):
            return CountedNoun(" ".join(words[:place]), end - sum(len(word) + 1 for word in words[place:]))
    return CountedNoun(" ".join(words), end)


@cache
def _lemmas(code: str) -> Memo[str, str | None]:
    """Return the singular of each word of the language *code*, None of what is not a plural."""
    return Memo(partial(_lemma, lexicon_of(code)), _REMEMBERED)


def _lemma(lexicon: Lexicon, word: str) -> str | None:
    """Return the singular of *word*, None where it is not a plural; a compound has that of its head."""
    lower = word.lower()
    nouns = lexicon.pack.nouns
    known = nouns.get(lower)
    if known is not None:
        return known
    for at in range(1, len(lower) - _SHORTEST_HEAD) if lexicon.pack.capital_nouns else ():
        known = nouns.get(lower[at:])
        if known is not None:
            return word[:at] + known.lower()
    if not lexicon.pack.capital_nouns and not lower.endswith(lexicon.plural_endings):
        return None
    for ending, singular in lexicon.pack.plural_endings.items():
        if lower.endswith(ending) and len(word) > len(ending) + 1:
            if ending == "s" and lower.endswith(lexicon.pack.singular_endings):
                return None
            return word[: -len(ending)] + singular
    return None


def _is_elided(word: str, lexicon: Lexicon) -> bool:
    """Return whether *word* begins with an elided stop word: 'd'entre' in 'trois d'entre eux'."""
    if lexicon.elision is None:
        return False
    head = lexicon.elision.match(word)
    return head is not None and f"{head[1]}'" in lexicon.stops
