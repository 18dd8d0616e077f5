"""A text cut into words and what stands between them, and what the document as a whole tells about each word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache, lru_cache
from itertools import compress, pairwise
from typing import Literal

import msgspec

from crosscheck.languages import LanguagePack
from crosscheck.mentions.names.vocabulary import Known, Vocabulary, load_vocabulary

_JOINED = r"[-‐‑'’&](?=[^\W_])\w++"
_ABBREVIATED = r"\.(?<=\b[^\W\d_]\.)[^\W\d_](?:\.[^\W\d_])*\.(?!\w)"
_WORD = rf"\w++(?:{_JOINED}(?:{_JOINED})*|{_ABBREVIATED}|)"  # each branch begins with what the engine sees at once
_OPENS_SENTENCE = re.compile(r"[.!?:…\n\r\"“„»«‚‘•|;]")
_ENDS_DATELINE = re.compile(r"\s[-–—]\s")
_HEADLINE_SHARE = 0.6
_HEADLINE_WORDS = 3
_LONGEST_HEADLINE = 25


class Text(msgspec.Struct, frozen=True):
    """A document's words; ``gaps[i]`` stands before word i, ``gaps[-1]`` after the last; ``parts`` has both in turn.

    ``capitals`` are the capitalised words, ``known`` is what the language says of each.
    ``fresh`` holds the words that may owe their capital to their place: first in a sentence or a quotation, or in a
    headline; ``headline`` holds those of headlines alone. ``printed`` are all words as printed, ``inside`` the
    capitalised ones that owe it to nothing but themselves.
    """

    parts: Sequence[str]
    words: Sequence[str]
    gaps: Sequence[str]
    capitals: Sequence[int]
    known: Mapping[int, Known]
    fresh: frozenset[int]
    headline: frozenset[int]
    printed: frozenset[str]
    inside: frozenset[str]
    vocabulary: Vocabulary

    def length(self, first: int, end: int) -> int:
        """Return the code points from the beginning of word *first* to that of word *end*."""
        return len("".join(self.parts[2 * first + 1 : 2 * end + 1]))

    def before(self, index: int) -> str:
        """Return the word before word *index*, '' where a stop or bracket stands between them."""
        return self.words[index - 1] if index and self.gaps[index].isspace() else ""

    def after(self, index: int) -> str:
        """Return the word after word *index*, '' where a mark stands between them."""
        return self.words[index + 1] if index + 1 < len(self.words) and self.gaps[index + 1].isspace() else ""


def read_words(text: str, pack: LanguagePack) -> Text:
    """Return *text* cut into words, with the capitalised ones marked."""
    parts, lines = _cut(text, _cutter(pack.elisions))
    words, gaps = parts[1::2], parts[0::2]
    vocabulary, printed = load_vocabulary(pack), frozenset(words)
    forms = {word: vocabulary.known(word) for word in printed if not word.islower() and _is_capitalised(word)}
    capitals = list(compress(range(len(words)), map(frozenset(forms).__contains__, words)))
    known = {index: forms[words[index]] for index in capitals}
    loud = frozenset([word for word in forms if word.isupper()] if pack.names.nouns_capitalised else forms)
    headline = frozenset(_headline_words(words, gaps, lines, loud))
    fresh = headline.union([i for i in capitals if gaps[i] != " " and _opens_sentence(words, gaps, i, pack)])
    inside = frozenset([word.plain for index, word in known.items() if index not in fresh])
    return Text(parts, words, gaps, capitals, known, fresh, headline, printed, inside, vocabulary)


def _cut(text: str, cutter: re.Pattern[str]) -> tuple[list[str], list[int]]:
    """Return the gaps and words of *text* in turn, and the words that begin its lines, the number of all at the end.

    No word reaches beyond a line, and most lines are in ASCII alone, which is cut faster.
    """
    parts, lines = [""], []
    for line in text.split("\n"):
        lines.append(len(parts) // 2)
        parts[-1:] = cutter.split(f"{parts[-1]}{line}\n")
    parts[-1] = parts[-1][:-1]
    return parts, [*lines, len(parts) // 2]


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
    if index == 0:
        return True
    opening, before = _opening(gaps[index]), words[index - 1]
    if opening == "dash":
        return not before.islower()
    if opening == "stop":
        return not ((len(before) == 1 and before.isalpha()) or before in pack.sentences.closed_abbreviations)
    return opening == "mark"


@lru_cache(maxsize=4096)
def _opening(gap: str) -> Literal["mark", "stop", "dash", ""]:
    """Return what in *gap* may open a sentence: a mark for certain, a lone stop or the dash of a dateline perhaps."""
    if _OPENS_SENTENCE.search(gap):
        return "mark" if gap[0] != "." or gap[1:].strip() else "stop"
    if _ENDS_DATELINE.search(gap):
        return "mark" if gap[0] == ")" else "dash"
    return ""


def _headline_words(words: Sequence[str], gaps: Sequence[str], lines: Sequence[int], loud: Set[str]) -> Iterator[int]:
    """Yield the words of headlines: short *lines* without a stop in which most of the longer words are *loud*."""
    for first, last in pairwise(lines):
        if last - first > _LONGEST_HEADLINE or gaps[last][:1] in {".", "!", "?"}:
            continue
        long = [word for word in words[first:last] if len(word) > 3]
        if len(long) < _HEADLINE_WORDS:
            continue
        if len([word for word in long if word in loud]) >= _HEADLINE_SHARE * len(long):
            yield from range(first, last)
