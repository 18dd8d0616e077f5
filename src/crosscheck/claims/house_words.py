"""The phrases that tell how many seats a body has, or how many are a majority, in one language."""

from __future__ import annotations

import re
from functools import cached_property

from crosscheck.domains import House

TARGET, OTHER, PARTY = "{n}", "{v}", "{p}"
"""What stands in a sentence for the value asked about, for every other one, and for the name of a party."""
_BODY, _GAP = "{body}", "…"
_LETTERS = r"[^\s{}]*"
_FEW = r"(?:[^\s{}.,;:()]+ ){0,4}(?:, (?:[^\s{}.,;:()]+ ){1,10}, )?"
"""A clause between commas may stand there, too: 'the council, which sits in June, has'."""
_BESIDE = 3
"""How many words beside a phrase may say that it is of another body or time: 'the outgoing council has'."""


class HouseWords:
    """The phrases of one kind of body in one language; they are read when the first document needs them."""

    def __init__(self, house: House, code: str) -> None:
        self.house = house
        self._code = code

    def concept_of(self, sentence: str) -> str:
        """Return the concept that the phrase around TARGET in *sentence* tells, '' where none does.

        The words of the sentence are in lower case, with one space between them.
        """
        for concept, phrases in self._told:
            found = phrases.search(sentence)
            if found is not None:
                before = sentence[: found.start()].split()[-_BESIDE:]
                behind = sentence[found.end() :].split()[:_BESIDE]
                return "" if self._others.search(" ".join((*before, found[0], *behind))) else concept
        return ""

    @cached_property
    def _told(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        told = ((concept, words.get(self._code, ())) for concept, words in self.house.told.items())
        return tuple((concept, self._any_of(phrases)) for concept, phrases in told if phrases)

    @cached_property
    def _others(self) -> re.Pattern[str]:
        return self._any_of(self.house.others.get(self._code, ()))

    def _any_of(self, phrases: tuple[str, ...]) -> re.Pattern[str]:
        return re.compile(rf"(?<!\S)(?:{'|'.join(map(self._pattern, phrases)) or '(?!)'})(?!\S)")

    def _pattern(self, phrase: str) -> str:
        parts = (_FEW if word == _GAP else f"{self._word(word)} " for word in phrase.split())
        return "".join(parts).removesuffix(" ")

    def _word(self, word: str) -> str:
        if word == _BODY:
            return f"(?:{'|'.join(map(_letters, self.house.bodies.get(self._code, ())))})"
        return _letters(word)


def _letters(word: str) -> str:
    return re.escape(word).replace(r"\*", _LETTERS)
