"""The run of vocabulary around a place: where it begins and ends, and its pieces."""

from __future__ import annotations

from functools import cache, partial

import msgspec

from crosscheck.memo import Memo
from crosscheck.mentions.dates.lexicon import Lexicon
from crosscheck.mentions.dates.tokens import RAW

_REACH = 48
"""How many code points before a core word its expression may begin."""
_LONGEST = 48
"""How many raw tokens a run may have; a longer one is read in pieces."""
_JOINING = frozenset(".,/()-–—'’&")
_REMEMBERED = 1 << 14


class Piece(msgspec.Struct, frozen=True, gc=False):
    """A word, a form of digits or a mark as it stands in the text: its place, its form, and its lower-case text."""

    start: int
    end: int
    form: str
    word: str


def pieces(text: str, start: int, end: int, floor: int, lexicon: Lexicon) -> list[Piece]:
    """Return the pieces of the run around the core word at *start* to *end*, not before *floor*.

    It goes on over words of the vocabulary, digits and joining marks; never over a paragraph break.
    """
    vocabulary = lexicon.vocabulary
    run: list[Piece] = []
    for match in RAW.finditer(text, _beginning(text, start, floor, vocabulary)):
        first, last = match.span()
        form, word = match.lastgroup or "", match[0].lower()
        if first >= end:
            known = word in vocabulary if form == "word" else form != "punctuation" or word in _JOINING
            if not known or form == "break" or len(run) >= _LONGEST:
                break
        run.append(Piece(first, last, form, "'" if word == "’" else word))
    return run


def _beginning(text: str, start: int, floor: int, vocabulary: frozenset[str]) -> int:
    """Return where the run begins that reaches *start* over words of the vocabulary, digits and joining marks."""
    at = max(floor, start - _REACH)
    window = text[at:start]
    if "\n\n" in window:
        cut = window.rindex("\n\n") + 2
        window, at = window[cut:], at + cut
    begin, joining = len(window), _joining(vocabulary)
    for word in reversed(window.split()):
        place = window.rindex(word, 0, begin)
        if not joining[word] or (place == 0 and at > floor and text[at - 1].isalnum()):
            break
        begin = place
    else:
        begin = 0
    return at + begin


@cache
def _joining(vocabulary: frozenset[str]) -> Memo[str, bool]:
    """Return whether a stretch between spaces holds nothing but words of *vocabulary*, digits and joining marks."""
    return Memo(partial(_joins, vocabulary), _REMEMBERED)


def _joins(vocabulary: frozenset[str], word: str) -> bool:
    folded = word.lower()
    if folded in vocabulary or folded.isdigit():
        return True
    if folded.isalpha():
        return False
    return all(
        part[0] in vocabulary or part.lastgroup not in {"word", "punctuation"} or part[0] in _JOINING
        for part in RAW.finditer(folded)
    )
