"""One person under two given names: 'Captain Ann Low' in one report of a story, 'the captain, Jane Low' in another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Final

import msgspec

from crosscheck.facts.events import Cast
from crosscheck.languages import are_namesakes, are_people, load_kin, load_terms
from crosscheck.languages.grammar import gender_of
from crosscheck.messages import Locale, say
from crosscheck.records import Claim, Fact, Link, Role, Scope, Span
from crosscheck.values.names import fold_name

NAMED: Final = "name"
"""The attribute of a fact that is only what somebody is called."""
_PERSON = "person"
_SURE = Fraction(80, 100)
_LEVELS = ("one surname of the story", "described alike")
_WORD = re.compile(r"[^\W\d_]+")
_BESIDE = 4
"""How many words before or behind a name may say what somebody is."""
_SHARED = 3
"""How many words two sentences share that tell of one person, where none says what he or she is."""


class _Named(msgspec.Struct, frozen=True):
    """A full name with where a document first has it: what its sentence tells, and what stands beside the name."""

    name: str
    cast: Cast
    sentence: Span
    quote: Span
    terms: frozenset[str]
    beside: frozenset[str]


def namesake_facts(casts: Sequence[Cast], stories: Mapping[str, int], first: int, locale: Locale) -> Iterator[Fact]:
    """Yield a fact for each person whom two documents of a story give other given names, numbered from *first* on.

    Each document knows one of that surname and tells of no relatives there, and both say the same of whom they name.
    """
    shared = {story for story, count in Counter(stories.values()).items() if count > 1}
    by_surname: dict[tuple[int, str], dict[str, list[str]]] = {}
    known = {cast.document: cast for cast in casts}
    for cast in casts:
        for entity in cast.entities if stories[cast.document] in shared else ():
            if entity.kind == _PERSON or (not entity.kind and gender_of(entity.name)):
                key = stories[cast.document], fold_name(entity.name).split()[-1]
                by_surname.setdefault(key, {}).setdefault(cast.document, []).append(entity.name)
    number = first
    for documents in by_surname.values():
        single = [(known[document], names[0]) for document, names in documents.items() if len(names) == 1]
        for pair in combinations(single, 2):
            if not are_namesakes(pair[0][1], pair[1][1]):
                continue
            left, right = (_find(*told) for told in pair)
            if left is not None and right is not None and _are_described_alike(left, right):
                yield _fact(f"f{number}", left, right, locale)
                number += 1
                break


def _find(cast: Cast, name: str) -> _Named | None:
    """Return where *cast* first has *name*, None where it has not as one, or tells of relatives beside it."""
    start = cast.text.find(name)
    sentence = next((span for span in cast.sentences if span.start <= start < span.end), None)
    if start < 0 or sentence is None:
        return None
    terms = load_terms(cast.language)
    end = start + len(name)
    before, behind = (
        [term for word in words for term in terms.of(word.lower())]
        for words in (
            _WORD.findall(cast.text[sentence.start : start])[-_BESIDE:],
            _WORD.findall(cast.text[end : sentence.end])[:_BESIDE],
        )
    )
    outside = f"{cast.text[sentence.start : start]} {cast.text[end : sentence.end]}"
    told = frozenset(term for word in _WORD.findall(outside) for term in terms.of(word.lower()))
    if not told.isdisjoint(load_kin()):
        return None
    return _Named(name, cast, sentence, Span(start, end), told, frozenset((*before, *behind)))


def _are_described_alike(left: _Named, right: _Named) -> bool:
    """Return whether both say by one word what the person is, or share several words of what they tell."""
    callings = [term for term in left.beside & right.beside if are_people([term])]
    return bool(callings) or len(left.terms & right.terms) >= _SHARED


def _fact(number: str, left: _Named, right: _Named, locale: Locale) -> Fact:
    claims = (_claim(left), _claim(right))
    why = say("both tell the same of one person with this surname").said_in(locale)
    return Fact(
        id=number,
        subject="",
        attribute=NAMED,
        claims=claims,
        scope=Scope(),
        links=(Link(claims[0].id, claims[1].id, _LEVELS, _SURE, why),),
        verdict="contradicted",
        in_favour=1,
        against=1,
    )


def _claim(named: _Named) -> Claim:
    return Claim(
        id=f"{named.cast.document}#named{named.quote.start}",
        document=named.cast.document,
        attribute=NAMED,
        value=Role(named.name, _PERSON),
        scope=Scope(),
        modality="asserted",
        sentence=named.sentence,
        quote=named.quote,
        why_attribute=_LEVELS[0],
        confidence=_SURE,
    )
