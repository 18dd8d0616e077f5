"""Ordinals: digits with an ordinal's mark, and the words that are ordinals only in some places."""

from __future__ import annotations

import re

from crosscheck.mentions.numbers.before import Before
from crosscheck.mentions.numbers.lexicon import Lexicon
from crosscheck.mentions.numbers.numerals import Numeral

_FOLLOWING = re.compile(r"[ \u00a0]+([\"'»«„“(]?)([^\W\d_]+)")
_LETTERS = re.compile(r"[^\W\d_]+")


def read_ordinal_mark(text: str, numeral: Numeral, before: Before, lexicon: Lexicon) -> int | None:
    """Return the end of the mark that makes *numeral* an ordinal ('271st', '271. Sitz'), None where none does."""
    marks = lexicon.pack.ordinals.digit_marks
    following = text[numeral.end : numeral.end + 1]
    if not following or numeral.printed is None or numeral.printed.rounded or numeral.scaled or before.currency:
        return None
    if following == "." and "." in marks:
        return _read_dot(text, numeral, before, lexicon)
    if following.isalpha():
        letters = _LETTERS.match(text, numeral.end)
        if letters and letters[0].lower() in marks:
            return letters.end()
    return None


def _read_dot(text: str, numeral: Numeral, before: Before, lexicon: Lexicon) -> int | None:
    """Return the end of an ordinal's dot: it does not end the sentence, for the next word belongs to the number."""
    end = numeral.end + 1
    if len(text[numeral.start : numeral.end]) > 4:
        return None
    match = _FOLLOWING.match(text, end)
    if match is None:
        return end if not text[end:].strip() and numeral.start == 0 else None
    word = match[2]
    if match[1]:
        return None
    if word[0].islower():
        return None if word in lexicon.measures.names else end
    return end if before.words and _governs(before.words[-1], lexicon) and not before.rank else None


def _governs(word: str, lexicon: Lexicon) -> bool:
    """Return whether a noun phrase can begin with *word*, so that an ordinal may follow it."""
    return word in lexicon.pack.determiners


def stands_as_ordinal(text: str, numeral: Numeral, before: Before, lexicon: Lexicon) -> int | None:
    """Return the end of an ordinal word, None where the word means something else ('per second', 'acht')."""
    surface = text[numeral.start : numeral.end]
    previous = before.words[-1] if before.words else ""
    unit = lexicon.measures.names.get(surface.lower())
    if unit is not None and (previous in lexicon.measures.per or previous in lexicon.pack.cardinals):
        follow = _FOLLOWING.match(text, numeral.end)
        if follow is None or follow[2].lower() in lexicon.stops:
            return None
    return numeral.end
