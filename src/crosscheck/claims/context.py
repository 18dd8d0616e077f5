"""The words a value stands among, without language and inflection: what facts that no concept knows are told by."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from crosscheck.claims.passage import Passage, ValueAt
from crosscheck.languages import Terms
from crosscheck.records import CLOSEST, Context

_BREAK = 5
"""How many words a segment break between value and word counts as."""
_HALFWAY = 3
"""At how many words' distance a word is half as near as beside the value."""


def read_contexts(passage: Passage, terms: Terms) -> tuple[Context, ...]:
    """Return the context of each value of the sentence, in their order."""
    if not passage.values:
        return ()
    words = _terms_by_place(passage, terms)
    spelled = {term: passage.tokens.words[i] for i, term in reversed(words)}
    named = {i: name.name for name in passage.names for i in range(name.at.first, name.at.end)}
    names = {term: named[i] for i, term in words if i in named}
    return tuple(
        Context(_nearest(value, words, passage), spelled, names, _counted(value, terms)) for value in passage.values
    )


def _terms_by_place(passage: Passage, terms: Terms) -> Sequence[tuple[int, str]]:
    """Return the terms of the sentence outside its values, each with the token it stands at."""
    valued = {i for value in passage.values for i in range(value.at.first, value.at.end)}
    found = terms.of_all(passage.tokens.words)
    return [(i, term) for i, several in enumerate(found) if i not in valued for term in several]


def _nearest(value: ValueAt, words: Sequence[tuple[int, str]], passage: Passage) -> dict[str, int]:
    """Return how near each term stands to *value*, where it stands nearest."""
    near: dict[str, int] = {}
    segments, first, end = passage.segments, value.at.first, value.at.end
    here = segments[first]
    for i, term in words:
        gap = first - i - 1 if i < first else i - end
        nearness = _nearness(gap, abs(segments[i] - here))
        if nearness > near.get(term, 0):
            near[term] = nearness
    return near


@cache
def _nearness(gap: int, breaks: int) -> int:
    """Return how near a word is: ``CLOSEST`` beside the value, half that ``_HALFWAY`` words off, at least 1."""
    return max(CLOSEST * _HALFWAY // (_HALFWAY + gap + _BREAK * breaks), 1)


def _counted(value: ValueAt, terms: Terms) -> str:
    """Return the term of the noun that a bare number counts, '' where it counts none."""
    mention = value.mention
    if mention.kind != "number" or not mention.unit:
        return ""
    return next(reversed(terms.of(mention.unit.split()[-1].lower())), "")
