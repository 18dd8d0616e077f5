"""Words of a sentence, lower case, with their places: what cues are matched on."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence
from functools import cache
from itertools import accumulate, compress, count

import msgspec

from crosscheck.memo import Memo
from crosscheck.records import Span

_TOKEN = re.compile(r"(\S(?:(?<=[^\W\d])[a-z\w]*+(?:[-’'&/][a-z\w]++)*|(?<=\d)\d*+(?:[.,:’'\u00a0\u202f]\d++)*\w*+|))")
"""A word, a number or a mark; one group, so that ``split`` gives what lies between the tokens and the tokens in turn.

It begins with one set of characters, which a search looks for without trying each way to go on; of the letters, 'a' to
'z' are found without the tables of Unicode.
"""
MAX_TOKENS = 250
_MEMOISED_WORDS = 1 << 16
"""Of how many words their lower case is remembered: those of most runs."""
_PLAIN = str.maketrans("", "", " -*")
"""What words may hold besides letters and still be one token each."""
_POSSESSIVE = ("’s", "'s")


class At(msgspec.Struct, frozen=True, gc=False):
    """A half-open range of token indices."""

    first: int
    end: int

    def __or__(self, other: At) -> At:
        """Return the range from the first token of either to the last."""
        return At(min(self.first, other.first), max(self.end, other.end))

    def gap(self, other: At) -> int:
        """Return the number of tokens between both; 0 where they touch or overlap."""
        gap = other.first - self.end if self.first <= other.first else self.first - other.end
        return gap if gap > 0 else 0  # noqa: FURB136 - a third of the time of max


_ALONE = tuple([At(place, place + 1) for place in range(MAX_TOKENS)])


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

    def places_of(self, words: Container[str]) -> Iterator[int]:
        """Yield the indices of the tokens that are among *words*."""
        return compress(count(), map(words.__contains__, self.words))

    def part(self, first: int, end: int) -> Tokens:
        """Return the tokens from *first* up to *end*, that not among them."""
        return Tokens(self.words[first:end], self.starts[first:end], self.ends[first:end])

    def span(self, first: int, last: int) -> Span:
        """Return the text from token *first* up to and with token *last*."""
        return Span(self.starts[first], self.ends[last])


def single_tokens(words: Sequence[str]) -> Sequence[At]:
    """Return the range of each of *words* alone, and perhaps of more tokens: most phrases are one word."""
    return _ALONE if len(words) <= MAX_TOKENS else [At(place, place + 1) for place in range(len(words))]


def tokenize(text: str, start: int = 0) -> Tokens:
    """Return the tokens of *text*, which begins at the offset *start*.

    A possessive ending is cut off the word, not off its place.
    """
    pieces = _TOKEN.split(text)
    places = tuple(accumulate(map(len, pieces), initial=start))
    return Tokens(tuple(map(_spellings().__getitem__, pieces[1::2])), places[1:-1:2], places[2::2])


def cut_sentences(text: str, sentences: Sequence[Span]) -> tuple[tuple[Span, ...], tuple[Tokens, ...]]:
    """Return the sentences with their tokens, in order, one of more than ``MAX_TOKENS`` tokens in pieces of so many.

    No writer needs more, and rules look at every pair of words in a sentence: the pieces keep a text without stops
    from taking longer than its length warrants.
    """
    whole = tokenize(text)
    words, starts, ends = whole.words, whole.starts, whole.ends
    spans: list[Span] = []
    pieces: list[Tokens] = []
    for span in sentences:
        first, end = bisect_right(ends, span.start), bisect_left(starts, span.end)
        if first < end and (starts[first] < span.start or ends[end - 1] > span.end):  # 'Ende.Anfang' is one word
            tokens = tokenize(text[span.start : span.end], span.start)
        else:
            tokens = Tokens(words[first:end], starts[first:end], ends[first:end])
        if len(tokens.words) <= MAX_TOKENS:
            spans.append(span)
            pieces.append(tokens)
            continue
        for first in range(0, len(tokens), MAX_TOKENS):
            piece = tokens.part(first, first + MAX_TOKENS)
            spans.append(Span(piece.starts[0], piece.ends[-1]))
            pieces.append(piece)
    return tuple(spans), tuple(pieces)


def words_of(phrase: str) -> tuple[str, ...]:
    """Return the words of *phrase* as ``tokenize`` would cut them, a ``*`` kept on its word."""
    words = phrase.lower().split()
    if phrase.replace(" ", "").isalpha():  # as most are
        return tuple(words)
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


@cache
def _spellings() -> Memo[str, str]:
    """Return words as rules look them up: in lower case, bare."""
    return Memo(lambda word: _bare(word.lower()), _MEMOISED_WORDS)
