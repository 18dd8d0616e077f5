"""A text cut into words and what stands between them, and what the document as a whole tells about each word."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import accumulate, pairwise

import msgspec

from crosscheck.languages import LanguagePack
from crosscheck.mentions.names.vocabulary import Known, Vocabulary, load_vocabulary

_JOINED = r"[-‐‑'’&](?=[^\W_])\w++"
_ABBREVIATED = r"\.(?<=\b[^\W\d_]\.)[^\W\d_](?:\.[^\W\d_])*+\.(?!\w)"
_WORD = rf"\w++(?:{_JOINED}(?:{_JOINED})*+|{_ABBREVIATED}|)"  # each branch begins with what the engine sees at once
_OPENS_SENTENCE = re.compile(r"[.!?:…\n\r\"“„»«‚‘•|;]")
_ENDS_DATELINE = re.compile(r"\s[-–—]\s")
_HEADLINE_SHARE = 0.6
_HEADLINE_WORDS = 3
_LONGEST_HEADLINE = 25


class Text(msgspec.Struct, frozen=True):
    """A document's words; ``gaps[i]`` stands before word i, ``gaps[-1]`` after the last one.

    ``capitals`` are the capitalised words, ``known`` is what the language says of each.
    ``fresh`` holds the words that may owe their capital to their place: first in a sentence or a quotation, or in a
    headline; ``headline`` holds those of headlines alone. ``printed`` are all words as printed, ``inside`` the
    capitalised ones that owe it to nothing but themselves.
    """

    words: Sequence[str]
    starts: Sequence[int]
    gaps: Sequence[str]
    capitals: Sequence[int]
    known: Mapping[int, Known]
    fresh: frozenset[int]
    headline: frozenset[int]
    printed: frozenset[str]
    inside: frozenset[str]
    vocabulary: Vocabulary

    def before(self, index: int) -> str:
        """Return the word before word *index*, '' where a stop or bracket stands between them."""
        return self.words[index - 1] if index and self.gaps[index].isspace() else ""

    def after(self, index: int) -> str:
        """Return the word after word *index*, '' where a mark stands between them."""
        return self.words[index + 1] if index + 1 < len(self.words) and self.gaps[index + 1].isspace() else ""


def read_words(text: str, pack: LanguagePack) -> Text:
    """Return *text* cut into words, with the capitalised ones marked."""
    parts = _cutter(pack.elisions).split(text)
    words, gaps = parts[1::2], parts[0::2]
    starts = list(accumulate(map(len, parts)))[0::2]  # one more than there are words: the end of the text
    capitals = [index for index, word in enumerate(words) if not word.islower() and _is_capitalised(word)]
    loud = [i for i in capitals if words[i].isupper()] if pack.names.nouns_capitalised else capitals
    headline = frozenset(_headline_words(words, gaps, loud))
    fresh = headline.union(
        index for index in capitals if gaps[index] != " " and _opens_sentence(words, gaps, index, pack)
    )
    vocabulary = load_vocabulary(pack)
    known = {index: vocabulary.known(words[index]) for index in capitals}
    inside = frozenset(known[index].plain for index in capitals if index not in fresh)
    return Text(words, starts, gaps, capitals, known, fresh, headline, frozenset(words), inside, vocabulary)


@cache
def _cutter(elisions: frozenset[str]) -> re.Pattern[str]:
    """Return the pattern of a word; an elided one ('l' of 'l'Europe') is a word of its own."""
    if not elisions:
        return re.compile(f"({_WORD})")
    elided = "|".join(sorted(elisions, key=len, reverse=True))
    return re.compile(rf"((?i:\b(?:{elided})(?=['’][^\W\d_]))|{_WORD})")


def _is_capitalised(word: str) -> bool:
    """Return whether *word* begins with a capital, or with a small letter before one ('eBay')."""
    return word[0].isupper() or (word[1:2].isupper() and word[0].isalpha() and len(word) > 2)


def _opens_sentence(words: Sequence[str], gaps: Sequence[str], index: int, pack: LanguagePack) -> bool:
    """Return whether a sentence or quotation may begin with word *index*, which more than a blank stands before."""
    gap = gaps[index]
    if index == 0:
        return True
    before = words[index - 1]
    if not _OPENS_SENTENCE.search(gap):
        return _ENDS_DATELINE.search(gap) is not None and (gap[0] == ")" or not before.islower())
    if gap[0] != "." or gap[1:].strip():
        return True
    return not ((len(before) == 1 and before.isalpha()) or before in pack.sentences.closed_abbreviations)


def _headline_words(words: Sequence[str], gaps: Sequence[str], loud: Sequence[int]) -> set[int]:
    """Return the words of headlines: short lines without a stop in which most of the longer words are *loud*."""
    lines = [0, *[index for index, gap in enumerate(gaps) if gap != " " and "\n" in gap and index], len(words)]
    marked = set(loud)
    fresh: set[int] = set()
    for first, last in pairwise(lines):
        if last - first > _LONGEST_HEADLINE or gaps[last][:1] in {".", "!", "?"}:
            continue
        long = [index for index in range(first, last) if len(words[index]) > 3]
        if len(long) < _HEADLINE_WORDS:
            continue
        if sum(index in marked for index in long) >= _HEADLINE_SHARE * len(long):
            fresh.update(range(first, last))
    return fresh
