"""Figures that are said to be a record, or the highest or lowest since a year, against those of other years.

'A record 41,000 visitors in 2031' cannot be where 44,300 came in 2027: words and figures are of the same counted noun,
or the same quantity of money, of a whole year each, and of the same name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache

import msgspec

from crosscheck.findings.accounts.passages import Figure, Passage
from crosscheck.findings.figures.quantities import quantities
from crosscheck.findings.phrases import any_of
from crosscheck.findings.rule import Case
from crosscheck.languages import load_changes, load_language, load_terms, may_count_alike
from crosscheck.records import TREND

_NEAR, _FAR = 24, 60
"""How many characters may stand between a figure and the words for a peak before it, and behind it."""
_MARK = re.compile(r"[,.;()–]")
_LIKE_SIZE = Fraction(3, 2)
"""How many times the one may be the other: beyond, they are of two things."""


class Peak(msgspec.Struct, frozen=True):
    """A figure that is said to be the most, or the least, since a year; 0 for ever. ``year`` is its own.

    ``words`` say so, ``quote`` is them with the figure.
    """

    figure: Figure
    words: str
    quote: str
    is_most: bool
    since: int
    year: int


class Beaten(msgspec.Struct, frozen=True):
    """A peak, and the figure of an earlier year that lies beyond it."""

    peak: Peak
    rival: Figure


class _Words(msgspec.Struct, frozen=True):
    """The words for peaks of one language: those before a figure and behind it, each with whether they say the most.

    ``stems`` are parts of words of which every text that has any of these has one, ``plain`` the terms of words that
    narrow nothing.
    """

    before: tuple[tuple[bool, re.Pattern[str]], ...]
    behind: tuple[tuple[bool, re.Pattern[str]], ...]
    vetoes: re.Pattern[str]
    stems: tuple[str, ...]
    plain: frozenset[str]


def find_beaten(case: Case) -> Iterator[Beaten]:
    """Yield each figure that is called a peak, with the greatest or least of an earlier year that lies beyond it."""
    peaks = [peak for key, passages in case.passages.items() for peak in _peaks(case, key, passages)]
    if not peaks:
        return
    levels = [f for p in case.passages.values() for s in p for f in s.figures if _is_of_a_year(f)]
    for peak in peaks:
        rivals = [figure for figure in levels if _is_beyond(peak, figure) and _are_of_one(case, peak, figure)]
        if rivals:
            yield Beaten(peak, max(rivals, key=lambda f: f.stated if peak.is_most else -f.stated))


def _peaks(case: Case, key: str, passages: Sequence[Passage]) -> Iterator[Peak]:
    """Yield the figures of a document that stand beside words for a peak; none where the sentence has a veto."""
    document = case.documents[key]
    if not document.language:  # a declared truth, which is no text
        return
    words, text = _peak_words(document.language), document.text
    if not any(stem in text for stem in words.stems):
        return
    for passage in passages:
        told = text[passage.start : passage.end]
        if not any(stem in told for stem in words.stems) or words.vetoes.search(told):
            continue
        levels = [f for f in passage.figures if _is_firm(f)]
        for figure in levels:
            found = _beside(figure, told, passage.start, words)
            if found is None:
                continue
            is_most, match = found
            own = figure.claim.scope.time[:4] or (str(document.published.year) if document.published else "")
            since = match[match.lastindex] if match.lastindex else ""
            if own.isdigit():
                place = figure.claim.quote
                first, end = (
                    min(place.start, passage.start + match.start()),
                    max(place.end, passage.start + match.end()),
                )
                quote = " ".join(text[first:end].split())
                yield Peak(figure, match.group(), quote, is_most, int(since) if since else 0, int(own))
                break


def _beside(figure: Figure, told: str, start: int, words: _Words) -> tuple[bool, re.Match[str]] | None:
    """Return the words for a peak beside a figure of the sentence *told*, and whether they say that it is the most."""
    first, end = figure.mention.span.start - start, figure.mention.span.end - start
    for is_most, pattern in words.before:
        for match in pattern.finditer(told, 0, first):
            between = told[match.end() : first]
            if len(between) <= _NEAR and not _MARK.search(between):
                return is_most, match
    for is_most, pattern in words.behind:
        behind = pattern.search(told, end)
        if behind is not None and behind.start() - end <= _FAR:
            return is_most, behind
    return None


def _is_firm(figure: Figure) -> bool:
    scope = figure.claim.scope
    is_of_all = not scope.part and (not scope.time or (len(scope.time) == 4 and scope.time.isdigit()))
    return figure.is_level and is_of_all and figure.claim.modality == "asserted"


def _is_of_a_year(figure: Figure) -> bool:
    return _is_firm(figure) and bool(figure.claim.scope.time) and not figure.claim.scope.as_of


def _is_beyond(peak: Peak, figure: Figure) -> bool:
    """Return whether a figure is of an earlier year that the peak is counted from, and lies beyond the peak."""
    year, low, high = int(figure.claim.scope.time), *sorted((figure.stated, peak.figure.stated))
    if not peak.since < year < peak.year or not figure.is_like(peak.figure) or high > low * _LIKE_SIZE:
        return False
    own, other = peak.figure.interval, figure.interval
    return own.is_below(other) if peak.is_most else other.is_below(own)


def _are_of_one(case: Case, peak: Peak, other: Figure) -> bool:
    """Return whether a peak and a figure are of one thing: what they count, or whose money, and the names beside them.

    And whether the sentence of the peak tells nothing of it that the other one does not ('visitors from abroad'); in
    the same document the other may say less.
    """
    own, near = peak.figure.claim, other.claim
    a, b = own.context, near.context
    if a is None or b is None or len({own.scope.place, near.scope.place} - {""}) > 1:
        return False
    is_same_text = own.document == near.document
    if a.names.keys().isdisjoint(b.names) and (not is_same_text or (a.names and b.names)):
        return False
    of, of_other = _quantity(case, peak.figure), _quantity(case, other)
    if not of or not of_other or not may_count_alike(of, of_other):
        return False
    here, there = (_narrowing(case, figure, peak) - {of, of_other} for figure in (peak.figure, other))
    return here <= b.near.keys() or (is_same_text and there <= here)


def _quantity(case: Case, figure: Figure) -> str:
    """Return the term of what a figure counts, or of the one quantity in its sentence; '' where that is not clear."""
    context = figure.claim.context
    if context is None:
        return ""
    if figure.mention.kind == "number" and context.counted:
        return context.counted
    known = sorted(quantities(case.concepts[TREND]) & context.near.keys()) if TREND in case.concepts else []
    return known[0] if len(known) == 1 else ""


def _narrowing(case: Case, figure: Figure, peak: Peak) -> frozenset[str]:
    """Return the terms of the sentence of a figure that may narrow it: no names, words for a peak, or plain ones."""
    language = case.documents[figure.claim.document].language
    context = figure.claim.context
    if context is None:
        return frozenset()
    told = {term for terms in load_terms(language).of_all(peak.words.lower().split()) for term in terms}
    return frozenset(context.near) - context.names.keys() - _peak_words(language).plain - load_changes().idle - told


@cache
def _peak_words(code: str) -> _Words:
    """Return the words for peaks of the language with ISO 639-1 *code*."""
    told = load_language(code).ranks.peaks
    terms = load_terms(code)
    return _Words(
        tuple((most, any_of(words)) for most, words in ((False, told.least_before), (True, told.most_before)) if words),
        tuple((most, any_of(words)) for most, words in ((False, told.least), (True, told.most)) if words),
        any_of(told.vetoes),
        tuple(form for stem in sorted(told.stems) for form in (stem, stem.capitalize())),
        frozenset(term for word in told.plain for term in terms.of(word)),
    )
