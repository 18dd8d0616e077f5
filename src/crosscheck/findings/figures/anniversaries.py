"""How old a thing is told to be, against the year it is told to be from: 'founded in 1921', 'its 120th anniversary'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import permutations, takewhile

import msgspec

from crosscheck.findings.accounts.passages import are_of_one_size, is_closed
from crosscheck.findings.rule import Case
from crosscheck.languages import counts_people, is_listed, load_language, load_terms
from crosscheck.records import SAID, Amount, Claim, Document, Period, Span

_ANNIVERSARY = "anniversary"
_AGO = "distance"
"""The rule of mentions that tell a date by how long ago it was."""
_NEAR = 4
"""How many words may lie between a year and the word that makes it the year something began."""
_LIKE_SIZE = Fraction(3, 2)
"""How many times its years a thing's age may be told: beyond, it is the age of something else."""
_LEAST = 5
"""Of how many years at least the age is held against a year: of fewer, months count."""
_ROOM = 1
"""By how many years both may differ: a birthday lies between, or the first year counts."""
_ROUND, _LOOSE = 10, Fraction(1, 20)
"""Of years that are told in tens, by which share of them more both may differ."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|[.;:,()]")
_MARK = re.compile(r"[,(–—]")


class Aged(msgspec.Struct, frozen=True):
    """How many years ago the one claim says that something began, and the claim of the year in which it did."""

    told: Claim
    origin: Claim
    years: Fraction
    day: date
    """The day from which is counted: that of the document."""

    @property
    def made(self) -> int:
        """Return how many years there are from the year of origin to that of the day."""
        return self.day.year - _year(self.origin)


def find_aged(case: Case) -> Iterator[Aged]:
    """Yield each age of a thing with the year in its sentence from which it is another one.

    Nothing where another year of the sentence makes both fit, or where the sentence tells several.
    """
    sentences: dict[tuple[str, Span], list[Claim]] = {}
    for claim in case.claims:
        if claim.mention is not None and claim.modality in SAID and not claim.concept:
            sentences.setdefault((claim.document, claim.sentence), []).append(claim)
    for (key, _), claims in sentences.items():
        document = case.documents[key]
        if document.published is not None:
            yield from _of_sentence(claims, document, document.published)


def _of_sentence(claims: Sequence[Claim], document: Document, day: date) -> Iterator[Aged]:
    dated = [claim for claim in claims if isinstance(claim.value, Period) and 0 < _year(claim) <= day.year]
    for one, other in permutations(dated, 2):
        if _is_ago(one) and not _is_ago(other) and _is_apposed(one, other, document):
            aged = Aged(one, other, Fraction(day.year - _year(one)), day)
            if not _fits(aged, (day.year,)):
                yield aged
                return
    origins = [c for c in dated if _year(c) < day.year and not _is_ago(c) and _begins(c, document)]
    ages = [(claim, years) for claim in claims if (years := _age(claim, document)) is not None]
    if len(origins) == len(ages) == 1 and not _is_joined(origins[0].quote, ages[0][0].quote, document):
        aged = Aged(ages[0][0], origins[0], ages[0][1], day)
        counted_from = {day.year, *(_year(claim) for claim in claims if claim is not origins[0])}
        if are_of_one_size(aged.years, Fraction(aged.made), _LIKE_SIZE) and not _fits(aged, counted_from):
            yield aged


def _is_joined(one: Span, other: Span, document: Document) -> bool:
    """Return whether an 'and' stands between two quotes: what follows it is of something else."""
    first, last = sorted((one, other), key=lambda span: span.start)
    joiners = load_language(document.language).clauses.coordinators
    return not joiners.isdisjoint(document.text[first.end : last.start].lower().split())


def _fits(aged: Aged, years: Iterable[int]) -> bool:
    """Return whether something is as old as it is told to be in one of *years*."""
    loose = aged.years * _LOOSE if aged.years % _ROUND == 0 else 0
    origin = _year(aged.origin)
    return aged.years < _LEAST or any(abs(year - origin - aged.years) <= max(_ROOM, loose) for year in years)


def _age(claim: Claim, document: Document) -> Fraction | None:
    """Return how many years old a claim says that a thing is, or the number of its anniversary; None for others."""
    mention, value = claim.mention, claim.value
    if mention is None or not isinstance(value, Amount) or not value.interval.is_point:
        return None
    if mention.kind == "ordinal":
        return value.stated if claim.counted == _ANNIVERSARY else None
    if mention.rule != "age" or value.unit != "year":
        return None
    behind = _WORD.match(document.text[mention.span.end : claim.sentence.end].lstrip(" -"))
    terms = load_terms(document.language).of_noun(behind[0]) if behind is not None else ()
    of_things = bool(terms) and all(is_listed(term) and not counts_people(term) for term in terms)
    return value.stated if of_things else None


def _begins(claim: Claim, document: Document) -> bool:
    """Return whether words beside a date say that something began then: 'built in 1931', 'stammt aus dem Jahr 1931'."""
    before = _WORD.findall(document.text[claim.sentence.start : claim.quote.start].lower())
    behind = _WORD.findall(document.text[claim.quote.end : claim.sentence.end].lower())
    beside = " ".join((*[*_clause(before[::-1])][::-1], "|", *_clause(behind)))
    origins = load_language(document.language).clauses.scope.origins
    return any(f" {phrase} " in f" {beside} " for phrase in origins)


def _clause(words: Sequence[str]) -> Iterator[str]:
    """Return those of *words*, which lead away from a date, that are near it and before a mark."""
    return takewhile(lambda word: word[0].isalpha(), words[:_NEAR])


def _is_ago(claim: Claim) -> bool:
    return claim.mention is not None and claim.mention.rule == _AGO


def _is_apposed(one: Claim, other: Claim, document: Document) -> bool:
    """Return whether but a mark, and a preposition or participle, parts two dates: '80 years ago, in 1961'."""
    first, last = sorted((one.quote, other.quote), key=lambda span: span.start)
    words = load_language(document.language)
    small = {*words.clauses.scope.origins, *words.clauses.scope.inside, *words.dates.prepositions}
    gap = document.text[first.end : last.start].lower()
    is_apart = _MARK.search(gap) is not None and is_closed(document.text, last.end)
    return is_apart and set(_MARK.sub(" ", gap).split()) <= small


def _year(claim: Claim) -> int:
    value = claim.value
    return value.first.year if isinstance(value, Period) and value.first.year == value.last.year else 0
