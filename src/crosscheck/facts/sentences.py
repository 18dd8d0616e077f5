"""Sentences word by word: what two of them have in common, and in which words they differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import chain
from typing import Final

import msgspec

from crosscheck.facts.events import Cast
from crosscheck.memo import Memo
from crosscheck.records import Span

_WORD = re.compile(r"\w++(?:['’]\w++)*")
_MOST_CHANGED = 3
"""The most words that stand in the place of others."""

ONE_DAY: Final = timedelta(days=1)
"""Reports that are further apart may say of another day what they said of the first."""

Words = tuple[str, ...]

_WORDS: Memo[str, Words] = Memo(lambda piece: tuple(map(str.lower, _WORD.findall(piece))), 1 << 15)
"""The words of what stands between two blanks, in lower case: most of it recurs."""


class Place(msgspec.Struct, frozen=True, gc=False):
    """Where a document says it: the sentence, and the words of it that the other puts otherwise."""

    document: str
    sentence: Span
    quote: Span


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """A sentence of a document, or several on end, and their words in lower case."""

    cast: Cast
    wholes: tuple[Span, ...]
    words: Words

    @property
    def spans(self) -> tuple[Span, ...]:
        """Return where each word stands: looked up anew, since few sentences are told to differ."""
        found = _WORD.finditer(self.cast.text, self.wholes[0].start, self.wholes[-1].end)
        return tuple(Span(*match.span()) for match in found)

    @property
    def text(self) -> str:
        """Return all that it says, from the first word to the last."""
        return self.written(range(len(self.words)))

    def written(self, tokens: range) -> str:
        """Return *tokens* as they stand in the text, '' for none."""
        spans = self.spans
        return self.cast.text[spans[tokens.start].start : spans[tokens.stop - 1].end] if tokens else ""

    def place(self, tokens: range) -> Place:
        """Return where its *tokens* stand, of which there is one at least."""
        spans = self.spans
        quote = Span(spans[tokens.start].start, spans[tokens.stop - 1].end)
        whole = next(whole for whole in self.wholes if quote.start < whole.end)
        return Place(self.cast.document, whole, quote)


def read_sentence(cast: Cast, wholes: Sequence[Span]) -> Sentence:
    """Return the sentences of *cast* that stand at *wholes*, one after the other, as one."""
    pieces = cast.text[wholes[0].start : wholes[-1].end].split()
    return Sentence(cast, tuple(wholes), tuple(chain.from_iterable(map(_WORDS.__getitem__, pieces))))


def changed(left: Words, right: Words, least: int) -> tuple[range, range] | None:
    """Return the words in which two sentences differ, None where it is more than a few words in one place.

    Before and behind these they have *least* words in common, or more.
    """
    if abs(len(left) - len(right)) > _MOST_CHANGED:
        return None
    most = min(len(left), len(right))
    before = next((i for i, (word, other) in enumerate(zip(left, right, strict=False)) if word != other), most)
    same = max(len(left), len(right)) - before - _MOST_CHANGED
    if same > 0 and left[-same:] != right[-same:]:
        return None
    behind = next((i for i in range(most - before) if left[-1 - i] != right[-1 - i]), most - before)
    here, there = range(before, len(left) - behind), range(before, len(right) - behind)
    is_little = max(len(here), len(there)) <= _MOST_CHANGED
    return (here, there) if is_little and before + behind >= least else None


def exchanged(left: Words, right: Words) -> Sequence[int]:
    """Return the places of the words that differ where as many words stand on both sides, () where those are many."""
    if len(left) != len(right):
        return ()
    places = [i for i, (word, other) in enumerate(zip(left, right, strict=True)) if word != other]
    return places if len(places) <= _MOST_CHANGED else ()


def places_of(sentences: Iterable[Sentence], tokens: range) -> Iterator[Place]:
    """Yield where each document has these tokens, in its first sentence of this wording."""
    first: dict[str, Sentence] = {}
    for sentence in sentences:
        first.setdefault(sentence.cast.document, sentence)
    return (sentence.place(tokens) for sentence in first.values())
