"""The section ``ranks`` of a language pack, made ready for look-up by word or phrase."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

import msgspec

from crosscheck.claims.shapes.most import MostWords, most_words
from crosscheck.languages import PluralForms, load_language
from crosscheck.records import ALWAYS


class Words(msgspec.Struct, frozen=True):
    """The section ``ranks`` of a language, made ready for look-up by word or phrase."""

    measures: Mapping[tuple[str, ...], str]
    extents: Mapping[tuple[str, ...], str]
    spans: Mapping[tuple[str, ...], str]
    among: frozenset[tuple[str, ...]]
    always: Mapping[tuple[str, ...], str]
    opening: frozenset[str]
    """The words that a phrase for an extent, a span or all time begins with."""
    plural: PluralForms
    first: frozenset[str]
    """The words that a superlative of several words begins with."""
    begun: frozenset[str]
    """The words that any superlative begins with."""
    most: MostWords
    gate: frozenset[str]
    """The words of which a sentence with a rank, but for one by an ordinal, has one."""
    measured: frozenset[str]
    """The nouns for a measure itself: 'level'."""


@cache
def rank_words(code: str) -> Words:
    """Return the superlatives and extents of the language with ISO 639-1 *code*."""
    told = load_language(code).ranks
    measures = {
        phrase: measure
        for measure, forms in told.superlatives.items()
        for form in forms
        for phrase in _inflected(form, told.endings)
    }
    extents = {tuple(phrase.split()): extent for extent, phrases in told.extents.items() for phrase in phrases}
    spans = {tuple(phrase.split()): span for span, phrases in told.spans.items() for phrase in phrases}
    always = {tuple(phrase.split()): ALWAYS for phrase in told.always}
    most = most_words(told)
    return Words(
        measures,
        extents,
        spans,
        frozenset(tuple(phrase.split()) for phrase in told.among),
        always,
        frozenset(phrase[0] for phrase in (*extents, *spans, *always)),
        told.plural,
        frozenset(phrase[0] for phrase in measures if len(phrase) > 1),
        frozenset(phrase[0] for phrase in measures),
        most,
        most.gate.union(phrase[0] for phrase in measures),
        told.measured,
    )


def _inflected(form: str, endings: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the words of a superlative, one that ends in ``*`` with each of *endings*."""
    stem = form.removesuffix("*")
    for ending in endings if form != stem else ("",):
        yield tuple(f"{stem}{ending}".split())
