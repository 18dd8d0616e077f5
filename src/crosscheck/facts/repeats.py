"""Sentences that two documents have in common but for one value: a draft and its revision, copies of one report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain

import msgspec

from crosscheck.facts.match import Match
from crosscheck.facts.reconcile import agree
from crosscheck.facts.sentences import ONE_DAY
from crosscheck.facts.vetoes import measured
from crosscheck.facts.weights import weigh
from crosscheck.memo import Memo
from crosscheck.records import Claim, Period, Span

_WORD = re.compile(r"\w+")
_WORDS: Memo[str, list[str]] = Memo(lambda piece: _WORD.findall(piece.casefold()), 1 << 15)
"""The words of what stands between two blanks, case-folded: most of it recurs."""
_LEAST_WORDS = 6
"""A sentence with fewer words beside its values may come out the same by chance: 'It closed at 12 euros.'"""
_LEVELS = ("sentence: repeated",)


class _Sentence(msgspec.Struct, frozen=True, gc=False):
    """A sentence of a document with the claims of its values in text order."""

    document: str
    claims: tuple[Claim, ...]


def match_repeats(
    claims: Iterable[Claim],
    texts: Mapping[str, str],
    stories: Mapping[str, int],
    published: Mapping[str, date | None],
) -> Iterator[Match]:
    """Yield the values that stand at the same place of one sentence in two documents of a story.

    All words of both sentences are the same, and of their values one at most is another; neither document has that
    sentence twice, as tables and tickers do. *texts*, *stories* and *published* are by document. A sentence is held
    against its first occurrence alone: the work is linear in the length of the texts.
    """
    for group in _by_wording(claims, texts).values():
        documents = [sentence.document for sentence in group]
        once = [sentence for sentence in group if documents.count(sentence.document) == 1]
        for other in once[1:]:
            first = once[0]
            if stories[first.document] == stories[other.document]:
                yield from _pairs(first, other, published)


def _by_wording(claims: Iterable[Claim], texts: Mapping[str, str]) -> dict[tuple[str, ...], list[_Sentence]]:
    """Return the sentences of one wording, where several are; those that no other begins like are not read on."""
    told: dict[tuple[str, Span], list[Claim]] = {}
    for claim in claims:
        if claim.is_printed and texts.get(claim.document):
            told.setdefault((claim.document, claim.sentence), []).append(claim)
    openings: list[tuple[str, ...]] = []
    for (document, span), values in told.items():
        values.sort(key=_place)
        openings.append(tuple(_words_of(texts[document][span.start : _place(values[0]).start])))
    held = Counter(openings)
    wordings: dict[tuple[str, ...], list[_Sentence]] = {}
    for ((document, span), values), opening in zip(told.items(), openings, strict=True):
        if held[opening] > 1 and (words := _words(texts[document], span, values)):
            wordings.setdefault(words, []).append(_Sentence(document, tuple(values)))
    return {words: group for words, group in wordings.items() if len(group) > 1}


def _place(claim: Claim) -> Span:
    return claim.mention.span if claim.mention is not None else claim.quote


def _kind(claim: Claim) -> str:
    """Return what stands for a value in its sentence: what it measures; a weekday is no date in digits."""
    in_digits = isinstance(claim.value, Period) and claim.mention and any(map(str.isdigit, claim.mention.surface))
    return f"<{measured(claim)}{', in digits' if in_digits else ''}>"


def _words(text: str, sentence: Span, claims: Sequence[Claim]) -> tuple[str, ...]:
    """Return the words of a sentence, what each value measures in its place; () where they are too few."""
    words: list[str] = []
    at = sentence.start
    for claim in claims:
        place = _place(claim)
        if place.start < at:
            return ()
        words += _words_of(text[at : place.start])
        words.append(_kind(claim))
        at = place.end
    words += _words_of(text[at : sentence.end])
    return tuple(words) if len(words) - len(claims) >= _LEAST_WORDS else ()


def _words_of(text: str) -> Iterable[str]:
    return chain.from_iterable(map(_WORDS.__getitem__, text.split()))


def _pairs(first: _Sentence, other: _Sentence, published: Mapping[str, date | None]) -> Iterator[Match]:
    pairs = [(a, b, agree(a.value, b.value)) for a, b in zip(first.claims, other.claims, strict=True)]
    differing = sum(not agrees for _, _, agrees in pairs)
    if differing > 1 or (differing and _are_days_apart(published[first.document], published[other.document])):
        return
    yield from (Match(a, b, _LEVELS, weigh(_LEVELS), agrees) for a, b, agrees in pairs)


def _are_days_apart(day: date | None, other: date | None) -> bool:
    return day is not None and other is not None and abs(day - other) > ONE_DAY
