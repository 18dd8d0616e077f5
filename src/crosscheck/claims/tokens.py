"""Words of a sentence, lower case, with their places: what cues are matched on."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

import msgspec

from crosscheck.records import Span

_TOKEN = re.compile(r"(\d+(?:[.,:’'\u00a0\u202f]\d+)*\w*|\w+(?:[-’'&/]\w+)*|[^\w\s])")
"""One group, so that ``split`` gives what lies between the tokens and the tokens in turn."""
MAX_TOKENS = 250
_PLAIN = str.maketrans("", "", " -*")
"""What words may hold besides letters and still be one token each."""
_POSSESSIVE = ("’s", "'s")


class Tokens(msgspec.Struct, frozen=True, gc=False):
    """The words and marks of one sentence: parallel tuples, offsets into the document's text."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.words)

    def inside(self, span: Span) -> tuple[int, int]:
        """Return the half-open range of token indices that touch *span*."""
        return bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)

    def span(self, first: int, last: int) -> Span:
        """Return the text from token *first* up to and with token *last*."""
        return Span(self.starts[first], self.ends[last])


def tokenize(text: str, span: Span) -> Tokens:
    """Return the tokens of *span*; a possessive ending is cut off the word, not off its place."""
    line = text[span.start : span.end]
    pieces = _TOKEN.split(line)
    places = tuple(accumulate(map(len, pieces), initial=span.start))
    words = tuple(map(str.lower, pieces[1::2]))
    if "'" in line or "’" in line:
        words = tuple(map(_bare, words))
    return Tokens(words, places[1:-1:2], places[2::2])


def cut_sentences(text: str, sentences: Sequence[Span]) -> tuple[tuple[Span, ...], tuple[Tokens, ...]]:
    """Return the sentences with their tokens, in order, one of more than ``MAX_TOKENS`` tokens in pieces of so many.

    No writer needs more, and rules look at every pair of words in a sentence: the pieces keep a text without stops
    from taking longer than its length warrants.
    """
    spans: list[Span] = []
    pieces: list[Tokens] = []
    for span in sentences:
        tokens = tokenize(text, span)
        for first in range(0, max(len(tokens), 1), MAX_TOKENS):
            part = slice(first, first + MAX_TOKENS)
            piece = Tokens(tokens.words[part], tokens.starts[part], tokens.ends[part])
            whole = len(tokens) <= MAX_TOKENS
            spans.append(span if whole else Span(piece.starts[0], piece.ends[-1]))
            pieces.append(piece)
    return tuple(spans), tuple(pieces)


def words_of(phrase: str) -> tuple[str, ...]:
    """Return the words of *phrase* as ``tokenize`` would cut them, a ``*`` kept on its word."""
    words = phrase.lower().split()
    if phrase.translate(_PLAIN).isalpha() and not any(word[0] == "-" or word[-1] == "-" for word in words):
        return tuple(words)
    cut: list[str] = []
    for word in words:
        pieces = [_bare(match.group()) for match in _TOKEN.finditer(word.strip("*"))] or [""]
        pieces[0] = "*" * word.startswith("*") + pieces[0]
        pieces[-1] += "*" * word.endswith("*")
        cut += pieces
    return tuple(cut)


def _bare(word: str) -> str:
    """Return *word* without a possessive ending."""
    return word[:-2] if word.endswith(_POSSESSIVE) and len(word) > 2 else word
