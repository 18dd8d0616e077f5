"""The tense of the clause around a date, by the pack's words: on which side of the publication the date lies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from crosscheck.languages.dates import DateWords, Phrases
from crosscheck.memo import Memo

Tense = Literal["past", "future", ""]

_REACH = 160
_END = re.compile(r"[.!?;\n](?:(?<=\n)\s*\n|(?<!\n)[\"'”“»)]*\s+(?=[A-ZÀ-ÖØ-Þ\"„“«]))")
"""It begins with one set of characters: that is what the engine finds fast."""
_WORD = re.compile(r"[^\W\d_]+(?: to\b| be\b)?")
_GUESS = 2 * _REACH
"""How much farther a word told by its ending counts than one of the list: adjectives end alike ('rechten')."""
_ELSEWHERE = 2 * _GUESS
"""How much farther a word beyond a comma counts than one before it."""
_REMEMBERED = 1 << 14

Told = tuple[Tense, int]
"""The tense that a word tells, '' where it tells none, and how far it counts as being away."""
Tenses = Memo[str, Told]
"""What every word tells, as printed, or two of them ('going to')."""


class _Words(msgspec.Struct, frozen=True, gc=False):
    """What words tell: whole words and pairs, and forms by their beginning and end ('ge*t')."""

    words: dict[str, Tense]
    forms: tuple[tuple[str, str, Tense], ...]

    def tell(self, word: str) -> Told:
        """Return what *word* tells."""
        folded = word.lower()
        known = self.words.get(folded)
        if known is not None:
            return known, 0
        first, _, rest = folded.partition(" ")
        if rest:
            return self.tell(first)
        if word[0].islower():
            for start, end, tense in self.forms:
                if folded.endswith(end) and folded.startswith(start) and len(folded) > len(start) + len(end) + 1:
                    return tense, _GUESS
        return "", 0


def tenses_of(words: DateWords) -> Tenses:
    """Return what the pack's words tell; what is listed as telling none never tells one."""
    table: dict[str, Tense] = {}
    forms: list[tuple[str, str, Tense]] = []
    tenses: tuple[tuple[Tense, Phrases], ...] = (("past", words.past_tense), ("future", words.future_tense))
    for tense, told in tenses:
        for word in told:
            start, star, end = word.partition("*")
            if star:
                forms.append((start, end, tense))
            else:
                table[word] = tense
    table.update(dict.fromkeys(words.no_tense, ""))
    return Memo(_Words(table, tuple(forms)).tell, _REMEMBERED)


def tense_of(text: str, start: int, end: int, tenses: Tenses) -> Tense:
    """Return the tense of the sentence around *start* to *end*: that of the nearest word that tells one.

    Between the commas around the date even one that only looks like it counts more than any beyond them.
    """
    floor = max(0, start - _REACH)
    stops = [stop.end() for stop in _END.finditer(text, floor, start)]
    stop = _END.search(text, end, end + _REACH)
    last = stop.start() if stop else end + _REACH
    after = ((found.start() - end, found[0]) for found in _WORD.finditer(text, end, last))
    before = list(_WORD.finditer(text, stops[-1] if stops else floor, start))
    ahead = _first(after, tenses, text.find(", ", end, last) - end)
    comma = text.rfind(", ", floor, start)
    behind = _first(((start - found.start(), found[0]) for found in reversed(before)), tenses, start - comma)
    return min(ahead, behind)[1]


def _first(nearby: Iterator[tuple[int, str]], tenses: Tenses, comma: int) -> tuple[int, Tense]:
    """Return how far the first listed word is that tells a tense, else the first that looks like one; and which.

    *comma* is how far the next comma is; below 0 or farther than all words where there is none.
    """
    guess: tuple[int, Tense] = (3 * _ELSEWHERE, "")
    for gap, word in nearby:
        beyond = 0 <= comma < gap
        if beyond and guess[1]:
            break
        told, far = tenses[word]
        if told and not far:
            return gap + _ELSEWHERE * beyond, told
        if told:
            guess = min(guess, (gap + far + _ELSEWHERE * beyond, told))
    return guess
