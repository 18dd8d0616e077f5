"""The sections of a document: what each paragraph names, so that a file of several stories can be told from one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from crosscheck.claims.sentences.cast import Named
from crosscheck.claims.sentences.lexicon import PERSON
from crosscheck.languages import Terms, is_listed
from crosscheck.records import Section

_LINES = re.compile(r"\n\s*")
_WORD = re.compile(r"\w+")


def read_sections(text: str, named: Sequence[Named], terms: Terms) -> tuple[Section, ...]:
    """Return the sections of *text*, which line breaks part, with the telling ones of its names, *named* in text order.

    A name of words that the glossary has ('Europe', 'Labour Party', 'the Board') is no telling one, unless a person
    bears it: any report may hold it.
    """
    starts = _starts(text)
    inside: list[list[Named]] = [[] for _ in starts]
    telling: dict[str, frozenset[str]] = {}
    for name in named:
        if name.name not in telling:
            telling[name.name] = frozenset(_telling_terms(name, terms))
        if telling[name.name]:
            inside[bisect_right(starts, name.span.start) - 1].append(name)
    return tuple(
        Section(start, tuple(n.name for n in names), {n.name: telling[n.name] for n in names})
        for start, names in zip(starts, inside, strict=True)
    )


def _starts(text: str) -> list[int]:
    """Return where the sections start, the first of them at 0."""
    return [0, *(end.end() for end in _LINES.finditer(text) if end.start() > 0 and end.end() < len(text))]


def _telling_terms(name: Named, terms: Terms) -> Iterator[str]:
    """Yield the terms of the words of *name* that no glossary lists, of a person the surname alone."""
    words = _WORD.findall(name.name.lower())
    if name.kind == PERSON:
        yield from map(terms.of_name, words[-1:])
        return
    for word in words:
        yield from (term for term in terms.of(word) if not is_listed(term))
