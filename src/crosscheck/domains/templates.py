"""Phrases around a number that tell what it is of, compiled: '{body} has {n} seats', 'home to {n} people'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

TARGET, OTHER, PARTY = "{n}", "{v}", "{p}"
"""What stands in a sentence for the number asked about, for every other one, and for the name of a party."""
_BODY, _GAP, _LONG_GAP = "{body}", "…", "……"
_LETTERS = r"[^\s{}]*"
_FEW = r"(?:[^\s{}.,;:()]+ ){0,4}(?:, (?:[^\s{}.,;:()]+ ){1,10}, )?"
"""A clause between commas may stand there, too: 'the council, which sits in June, has'."""
_MANY = r"(?:[^\s.;:()]+ )*?"
_BESIDE = 3
"""How many words beside a phrase may say that it is of something else: 'the outgoing council has'."""


class Templates:
    """The phrases of one language by what a number in them is of.

    TARGET stands for the number, OTHER for another one, ``{body}`` for one of *bodies*, a * for any letters, … for up
    to four words without a mark, a number or a party, …… for any words, numbers and commas. Nothing is told beside one
    of *others*.
    """

    def __init__(
        self, told: Mapping[str, Iterable[str]], bodies: Iterable[str] = (), others: Iterable[str] = ()
    ) -> None:
        self._bodies = f"(?:{'|'.join(map(_letters, bodies)) or '(?!)'})"
        self._told = tuple((meaning, self._any_of(phrases)) for meaning, phrases in told.items())
        self._others = self._any_of(others)

    def meaning_in(self, sentence: str) -> str:
        """Return what the phrase around TARGET in *sentence* tells, '' where none does.

        The words and marks of the sentence are in lower case, with one space between them.
        """
        for meaning, phrases in self._told:
            found = phrases.search(sentence)
            if found is not None:
                before = sentence[: found.start()].split()[-_BESIDE:]
                behind = sentence[found.end() :].split()[:_BESIDE]
                return "" if self._others.search(" ".join((*before, found[0], *behind))) else meaning
        return ""

    def names_body(self, word: str, sentence: str) -> bool:
        """Return whether *word* stands right before a body in *sentence*, which is as for ``meaning_in``."""
        return re.search(rf"(?<!\S){re.escape(word)} {self._bodies}(?!\S)", sentence) is not None

    def _any_of(self, phrases: Iterable[str]) -> re.Pattern[str]:
        return re.compile(rf"(?<!\S)(?:{'|'.join(map(self._pattern, phrases)) or '(?!)'})(?!\S)")

    def _pattern(self, phrase: str) -> str:
        return "".join(map(self._word, phrase.split())).removesuffix(" ")

    def _word(self, word: str) -> str:
        gap = {_GAP: _FEW, _LONG_GAP: _MANY}.get(word)
        return gap or f"{self._bodies if word == _BODY else _letters(word)} "


def _letters(word: str) -> str:
    return re.escape(word).replace(r"\*", _LETTERS)
