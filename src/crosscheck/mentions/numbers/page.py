"""The text that numbers are read in, with the vocabulary of its language and what the whole text tells of its units."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import msgspec

from crosscheck.mentions.numbers.lexicon import Lexicon

BLANKS = " \u00a0\u202f\u2009\t"
QUOTES = "\"'“”„‘’‚«»‹›()[]"
_STERLING = ("£", "GBP", "pence", "sterling")


class Page(msgspec.Struct, frozen=True, gc=False):
    """A text and its language. ``pounds_are_money`` says that the text speaks of sterling: its pounds are currency.

    ``letters`` are the units that the text, by what it speaks of, may shorten to one letter: '41C'.
    """

    text: str
    lexicon: Lexicon
    pounds_are_money: bool
    letters: Mapping[str, str] = MappingProxyType({})

    @classmethod
    def of(cls, text: str, lexicon: Lexicon) -> Page:
        """Return the page of *text*."""
        lettered = lexicon.pack.lettered
        letters = lettered.units if any(word in text for word in lettered.words) else {}
        return cls(text, lexicon, any(mark in text for mark in _STERLING), letters)

    def words_before(self, at: int, count: int) -> list[str]:
        """Return up to *count* words that end at *at*, lower-case, marks at their ends stripped; all on one line."""
        line = self.text[max(0, at - 14 * count) : at].rpartition("\n")[2].lower().replace("’", "'")
        if self.lexicon.elision is not None:
            line = self.lexicon.elision.sub(r"\1 ", line)
        return [word.strip(QUOTES).lstrip(",;:") for word in line.split()[-count:]]
