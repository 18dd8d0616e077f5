"""The tense of the clause around a date, by the pack's words: on which side of the publication the date lies."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from crosscheck.languages.dates import DateWords

Tense = Literal["past", "future", ""]

_REACH = 160
_END = re.compile(r"[.!?;][\"'”“»)]*\s+(?=[A-ZÄÖÜ\"„“])|\n\s*\n")
_WORD = re.compile(r"[^\W\d_]+(?: to\b| be\b)?")


class TenseWords(NamedTuple):
    """What words tell: whole words and pairs, and past forms by their beginning and end ('ge*t')."""

    words: dict[str, Tense]
    past_forms: tuple[tuple[str, str], ...]

    def tell(self, word: str) -> Tense:
        """Return the tense that a lower-case word tells, '' where it tells none."""
        known = self.words.get(word)
        if known is not None:
            return known
        first, _, rest = word.partition(" ")
        if rest:
            return self.tell(first)
        for start, end in self.past_forms:
            if word.endswith(end) and word.startswith(start) and len(word) > len(start) + len(end) + 1:
                return "past"
        return ""


def tense_words(words: DateWords) -> TenseWords:
    """Return the table of the pack's words; what is listed as telling none never tells one."""
    table: dict[str, Tense] = {}
    forms: list[tuple[str, str]] = []
    for word in words.past_tense:
        start, star, end = word.partition("*")
        if star:
            forms.append((start, end))
        else:
            table[word] = "past"
    table.update(dict.fromkeys(words.future_tense, "future"))
    table.update(dict.fromkeys(words.no_tense, ""))
    return TenseWords(table, tuple(forms))


def tense_of(text: str, start: int, end: int, words: TenseWords) -> Tense:
    """Return the tense of the sentence around *start* to *end*: that of the nearest word that tells one."""
    floor = max(0, start - _REACH)
    stops = [stop.end() for stop in _END.finditer(text, floor, start)]
    before = text[stops[-1] if stops else floor : start].lower()
    stop = _END.search(text, end, end + _REACH)
    after = text[end : stop.start() if stop else end + _REACH].lower()
    nearest = _REACH + 1
    best: Tense = ""
    for found in _WORD.finditer(after):
        best = words.tell(found[0])
        if best:
            nearest = found.start()
            break
    for found in _WORD.finditer(before):
        if (said := words.tell(found[0])) and len(before) - found.start() < nearest:
            best, nearest = said, len(before) - found.start()
    return best
