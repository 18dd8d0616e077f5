"""Documents that are one text but for a few words: a draft and its revision, two copies of an agency's report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher

import msgspec

from crosscheck.facts.events import Cast
from crosscheck.facts.figures import figure_at
from crosscheck.facts.sentences import ONE_DAY, Sentence, exchanged, read_sentence

_LEAST_SENTENCES = 3
"""How many sentences two copies have in common at least."""
_OF_TEXT = 3
"""Copies have all but one part in so many of the shorter text in common, word for word."""
_HOLDERS = 4
"""Documents are held against so many at most that say a sentence before them: forty copies are held against one."""
_MOST_SENTENCES = 3
"""The most sentences that stand together in the place of others."""


class _Text(msgspec.Struct, frozen=True, gc=False):
    """A document with its sentences, each with single spaces between its words."""

    cast: Cast
    lines: tuple[str, ...]

    @property
    def length(self) -> int:
        """Return how much it says, in code points."""
        return sum(map(len, self.lines))


def find_copies(casts: Sequence[Cast]) -> Iterator[tuple[Sentence, Sentence]]:
    """Yield the sentences that stand at the same place of two copies in other words, of each document and an earlier.

    Copies of other days are none, unless a slip in the date at their head made them so. The work is linear in the
    number of documents.
    """
    texts = [_Text(cast, tuple(_lines(cast))) for cast in casts if cast.text] if len(casts) > 1 else []
    for left, right in _find_pairs(texts):
        pairs = [(a, b) for a, b in _aligned(left, right) if a.words != b.words]
        day, other = left.cast.published, right.cast.published
        if day is None or other is None or day == other:
            yield from pairs
            continue
        heads = [pair for pair in pairs if _is_published(*pair, day, other)]
        if abs(day - other) <= ONE_DAY:
            yield from (pair for pair in pairs if pair not in heads)
        elif any(len(exchanged(a.words, b.words)) == 1 for a, b in heads):
            yield from pairs


def _lines(cast: Cast) -> Iterator[str]:
    text = cast.text
    for span in cast.sentences:
        line = text[span.start : span.end]
        yield " ".join(line.split()) if "\n" in line or "  " in line else line


def _find_pairs(texts: Sequence[_Text]) -> Iterator[tuple[_Text, _Text]]:
    """Yield each document that is a copy with the first that it is one of."""
    holders: dict[tuple[str, str], list[int]] = {}
    for number, text in enumerate(texts):
        common: Counter[int] = Counter()
        shared: Counter[int] = Counter()
        for line in dict.fromkeys(text.lines):
            held = holders.setdefault((text.cast.language, line), [])
            for other in held[:_HOLDERS]:
                common[other] += 1
                shared[other] += len(line)
            held.append(number)
        for other in sorted(common):
            short = min(text.length, texts[other].length)
            if common[other] >= _LEAST_SENTENCES and shared[other] * _OF_TEXT >= short * (_OF_TEXT - 1):
                yield texts[other], text
                break


def _aligned(left: _Text, right: _Text) -> Iterator[tuple[Sentence, Sentence]]:
    """Yield what stands in the place of each other between sentences that two documents have in common."""
    for tag, i, i_end, j, j_end in SequenceMatcher(None, left.lines, right.lines, autojunk=False).get_opcodes():
        if tag != "replace" or max(i_end - i, j_end - j) > _MOST_SENTENCES:
            continue
        here, there = left.cast.sentences[i:i_end], right.cast.sentences[j:j_end]
        wholes = [([a], [b]) for a, b in zip(here, there, strict=True)] if len(here) == len(there) else [(here, there)]
        yield from ((read_sentence(left.cast, a), read_sentence(right.cast, b)) for a, b in wholes)


def _is_published(left: Sentence, right: Sentence, day: date, other: date) -> bool:
    """Return whether what two sentences say otherwise is the day on which their documents were published."""
    numbers, months = ((day.day, other.day), (day.year, other.year)), ((day.month - 1, other.month - 1),)
    for place in exchanged(left.words, right.words):
        one, two = figure_at(left, place), figure_at(right, place)
        if one is None or two is None or one.kind != two.kind or one.kind not in ("number", "month"):
            continue
        parts = months if one.kind == "month" else numbers
        if any(pair in parts for pair in zip(one.parts, two.parts, strict=False)):
            return True
    return False
