"""Ordinals counted since one time: 'the third eruption since 1950' and 'der vierte Ausbruch seit 1950' clash.

What is counted since the same year, in reports of one story, is one thing, whatever each report calls it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import combinations

import msgspec

from crosscheck.findings.rule import Case
from crosscheck.languages import load_language, load_terms
from crosscheck.records import OCCASION, PLACE, Claim, Fact, Link

_MOST = 24
"""How many ordinals since one time are compared pair by pair."""
_SURE = Fraction(80, 100)
_WORDS = 5
"""How many words behind 'since' may tell the time: 'since the country became independent in 1962'."""
_YEAR = re.compile(r"(?:1\d|20)\d\d\Z")


class Counted(msgspec.Struct, frozen=True):
    """An ordinal with what it is counted since: a year, the terms of an event, or both."""

    claim: Claim
    rank: Fraction
    since: frozenset[str]


def facts_of_countings(case: Case) -> Iterator[Fact]:
    """Yield a fact for two ordinals of different documents that count since one time and are not the same."""
    by_time: dict[str, list[Counted]] = {}
    for claim in case.claims:
        if (counted := _counted(case, claim)) is not None:
            for time in sorted(counted.since):
                by_time.setdefault(time, []).append(counted)
    told: set[str] = set()
    for several in by_time.values():
        for left, right in combinations(several[:_MOST], 2):
            if (left.claim.document, right.claim.document) not in case.together:
                continue
            if told.isdisjoint({left.claim.id, right.claim.id}) and _exclude_each_other(case, left, right, several):
                told |= {left.claim.id, right.claim.id}
                link = Link(left.claim.id, right.claim.id, ("ordinals since one time",), _SURE)
                subject = left.claim.subject or right.claim.subject
                yield Fact(
                    id="",
                    subject=subject,
                    attribute=left.claim.attribute,
                    claims=(left.claim, right.claim),
                    links=(link,),
                )


def _counted(case: Case, claim: Claim) -> Counted | None:
    is_ordinal = claim.kind == "ordinal" and claim.series is None
    rank = claim.stated
    if not is_ordinal or claim.modality != "asserted" or rank is None or rank < 2 or claim.counted in {"", PLACE}:
        return None
    document = case.documents[claim.document]
    since = _since(document.slice(claim.sentence), document.language)
    return Counted(claim, rank, since) if since else None


def _since(sentence: str, language: str) -> frozenset[str]:
    """Return the year that a sentence counts from and the terms of what happened then; none where it names no time."""
    match = _pattern(language).search(sentence)
    if match is None:
        return frozenset()
    terms = load_terms(language)
    keys: set[str] = set()
    for word in match[1].split():
        if _YEAR.match(word):
            return frozenset({*keys, word})
        keys.update(terms.of(word.lower()))
    return frozenset(keys)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    since = "|".join(sorted(load_language(language).ranks.since)) or "(?!)"
    return re.compile(rf"\b(?:{since})\b((?:\s+\w+){{1,{_WORDS}}})", re.IGNORECASE)


def _exclude_each_other(case: Case, left: Counted, right: Counted, several: list[Counted]) -> bool:
    """Return whether two ordinals count one thing and differ, and neither document has the other's ordinal."""
    a, b = left.claim, right.claim
    if a.document == b.document or left.rank == right.rank or not _count_one_thing(case, a, b):
        return False
    pairs = {(counted.claim.document, counted.rank) for counted in several}
    return (a.document, right.rank) not in pairs and (b.document, left.rank) not in pairs


def _count_one_thing(case: Case, left: Claim, right: Claim) -> bool:
    """Return whether two ordinals may number the same: one noun, or how often it was; other languages choose freely."""
    nouns = {left.counted, right.counted}
    languages = {case.documents[claim.document].language for claim in (left, right)}
    if left.subject and right.subject and left.subject != right.subject:
        return False
    return len(nouns) == 1 or OCCASION in nouns or len(languages) > 1
