"""A text cut into words and what stands between them, and what the document as a whole tells about each word."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal

import msgspec

from crosscheck.languages import LanguagePack
from crosscheck.memo import Memo
from crosscheck.mentions.names.vocabulary import Known, Vocabulary, load_vocabulary

_JOINED = r"[-‐‑'’&](?=[^\W_])\w++"
_ABBREVIATED = r"\.(?<=\b[^\W\d_]\.)[^\W\d_](?:\.[^\W\d_])*\.(?!\w)"
_WORD = rf"\w++(?:{_JOINED}(?:{_JOINED})*|{_ABBREVIATED}|)"  # each branch begins with what the engine sees at once
_OPENS_SENTENCE = re.compile(r"[.!?:…\n\r\"“„»«‚‘•|;]")
_ENDS_DATELINE = re.compile(r"\s[-–—]\s")
_HEADLINE_SHARE = 0.6
_HEADLINE_WORDS = 3
_LONGEST_HEADLINE = 25
_REMEMBERED = 1 << 15


class Text(msgspec.Struct, frozen=True):
    """A document's words; ``gaps[i]`` stands before word i, ``gaps[-1]`` after the last; ``parts`` has both in turn.

    ``known`` is what the language says of each capitalised word, by its index.
    ``fresh`` holds the words that may owe their capital to their place: first in a sentence or a quotation, or in a
    headline; ``headline`` holds those of headlines alone. ``printed`` are all words as printed, ``inside`` the
    capitalised ones that owe it to nothing but themselves.
    """

    parts: Sequence[str]
    words: Sequence[str]
    gaps: Sequence[str]
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
    vocabulary = load_vocabulary(pack)
    parts, lines = _cut(text, _pieces(pack.elisions))
    words, gaps = parts[1::2], parts[0::2]
    known = {index: word for index, word in enumerate(map(vocabulary.known.__getitem__, words)) if word is not None}
    headline = frozenset(_headline_words(words, gaps, lines, known, pack.names.nouns_capitalised))
    fresh = headline.union([i for i in known if gaps[i] != " " and _opens_sentence(words, gaps, i, pack)])
    inside = frozenset([word.plain for index, word in known.items() if index not in fresh])
    return Text(parts, words, gaps, known, fresh, headline, frozenset(words), inside, vocabulary)


def _cut(text: str, pieces: Mapping[str, tuple[str, Sequence[str]]]) -> tuple[list[str], list[int]]:
    """Return the gaps and words of *text* in turn, and the words that begin its lines, the number of all at the end.

    No word reaches beyond a blank, and most of what stands between two has been cut before: *pieces* remembers it.
    """
    parts, lines = [""], []
    gap: list[str] = []
    for line in text.split("\n"):
        lines.append(len(parts) // 2)
        for lead, rest in map(pieces.__getitem__, f"{line}\n".split(" ")):
            if lead or gap:
                gap.append(lead)
                if not rest:
                    continue
                parts[-1] += "".join(gap)
                gap.clear()
            parts += rest
    parts[-1] = "".join((parts[-1], *gap))[:-1]
    return parts, [*lines, len(parts) // 2]


@cache
def _pieces(elisions: frozenset[str]) -> Memo[str, tuple[str, Sequence[str]]]:
    """Return how what stands between two blanks is cut: what comes before its first word, then words and gaps in turn.

    The blank behind it, or the end of the line, is a part of its last gap. An elided word ('l' of 'l'Europe') is a word
    of its own.
    """
    elided = "|".join(sorted(elisions, key=len, reverse=True))
    pattern = re.compile(rf"((?i:\b(?:{elided})(?=['’][^\W\d_]))|{_WORD})" if elisions else f"({_WORD})")

    def cut(piece: str) -> tuple[str, Sequence[str]]:
        lead, *rest = pattern.split(piece if piece.endswith("\n") else f"{piece} ")
        return lead, rest

    return Memo(cut, _REMEMBERED)


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


def _headline_words(
    words: Sequence[str], gaps: Sequence[str], lines: Sequence[int], capitalised: Container[int], among_nouns: bool
) -> Iterator[int]:
    """Yield the words of headlines: short *lines* without a stop in which most of the longer words are *capitalised*.

    *among_nouns* says that nouns are, too: those words must then be all in capitals.
    """
    for first, last in pairwise(lines):
        if last - first > _LONGEST_HEADLINE or gaps[last][:1] in {".", "!", "?"}:
            continue
        long = [at for at in range(first, last) if len(words[at]) > 3]
        if len(long) < _HEADLINE_WORDS:
            continue
        loud = [at for at in long if at in capitalised and (not among_nouns or words[at].isupper())]
        if len(loud) >= _HEADLINE_SHARE * len(long):
            yield from range(first, last)
