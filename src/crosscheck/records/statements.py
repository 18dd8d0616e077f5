"""What a sentence says of something, whatever its values: its terms, and the words in it that another may deny."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from crosscheck.records.text import Span


class Stance(msgspec.Struct, frozen=True, gc=False):
    """A word or phrase that another may deny: its first token and how many it takes, its scale and the end of that.

    An ``attributive`` one tells of the noun behind it, a ``denying`` one says that something is not so ('refuse'). A
    ``strict`` one is denied only where all that stands around it stands around the other, or the other way round.
    """

    place: int
    scale: str
    end: int
    attributive: bool
    denying: bool
    strict: bool = False
    length: int = 1


class Statement(msgspec.Struct, frozen=True, gc=False):
    """A sentence that says of something that it is so, or not so, whatever its values.

    ``starts`` and ``ends`` are the offsets of its tokens, ``segments`` number their segments, ``terms`` are those of
    each. ``named`` are the tokens of names, ``stances`` the words that have a contrary, ``denials`` the tokens that
    negate. ``periods`` are the keys of its phrases for a period, ``ahead`` tells that it is planned or predicted.
    """

    document: str
    sentence: Span
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    segments: tuple[int, ...]
    terms: tuple[tuple[str, ...], ...]
    named: frozenset[int]
    stances: tuple[Stance, ...]
    denials: tuple[int, ...]
    periods: frozenset[str]
    ahead: bool
    speaker: str | None = None

    @property
    def placed(self) -> Iterator[tuple[int, str]]:
        """Yield its terms, each with its token."""
        return ((place, term) for place, several in enumerate(self.terms) for term in several)

    @property
    def names(self) -> frozenset[str]:
        """Return the terms of the names in it."""
        return frozenset(term for place in self.named for term in self.terms[place])
