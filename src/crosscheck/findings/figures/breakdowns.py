"""People told apart by sex or age behind their number: '47 are ill. Those affected are 31 men and 18 women'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from crosscheck.findings.accounts.passages import Figure, Passage, are_of_one_size, figures_before, window
from crosscheck.findings.figures.totals import Sum, add_up, exceed, together
from crosscheck.languages import are_apart, counts_people, load_language, load_terms
from crosscheck.records import MEMBERS, Document

_LEAST_PARTS = 2
_BETWEEN = 40
"""How many characters may lie between two parts."""
_BEHIND = 3
"""How many words may stand behind the last part: its noun."""
_LIKE_SIZE = 2
"""How many times their whole parts may make: beyond, they are parts of something else."""


def find_breakdowns(passages: Sequence[Passage], document: Document) -> Iterator[Sum]:
    """Yield each number of people with those told apart in the next sentence, or as some of them, if they are more.

    The number is the last before them, and none that stands before is what they make.
    """
    for index, passage in enumerate(passages):
        parts = _parts(passage, document)
        before = figures_before(window(passages, index, 1), parts[0]) if parts else ()
        if not before or not _is_whole(before[-1], parts, passage, document):
            continue
        makes = together(parts)
        if exceed(parts, before[-1]) and all(makes.meet(figure.interval).is_empty for figure in before):
            yield add_up(parts, before[-1])


def _parts(passage: Passage, document: Document) -> Sequence[Figure]:
    """Return the people that the sentence tells apart at its end, () where it does not, or tells more of them."""
    first = len(passage.figures)
    nouns: set[str] = set()
    while first and are_apart(nouns | {passage.figures[first - 1].claim.counted}):
        if passage.figures[first - 1].claim.counted in nouns:
            return ()
        first -= 1
        nouns.add(passage.figures[first].claim.counted)
    parts = passage.figures[first:]
    if len(parts) < _LEAST_PARTS or not all(map(_is_count, parts)):
        return ()
    gaps = [document.text[a.claim.quote.end : b.claim.quote.start] for a, b in pairwise(parts)]
    joiners = load_language(document.language).clauses.coordinators
    is_list = all(len(gap) <= _BETWEEN for gap in gaps) and not joiners.isdisjoint(gaps[-1].lower().split())
    behind = document.text[parts[-1].claim.quote.end : passage.end].split()
    return parts if is_list and len(behind) <= _BEHIND else ()


def _is_whole(whole: Figure, parts: Sequence[Figure], passage: Passage, document: Document) -> bool:
    """Return whether *whole* counts people and *parts* are said to be of them, nothing else before."""
    is_count = _is_count(whole) and whole.is_level and counts_people(whole.claim.counted)
    if not is_count or not are_of_one_size(whole.stated, together(parts).middle, _LIKE_SIZE):
        return False
    if whole.claim.sentence == parts[0].claim.sentence:
        return parts[0].claim.scope.part == MEMBERS or _is_head(whole, passage, document)
    if passage.figures[0] is not parts[0] or any(part.claim.concept not in {"", whole.claim.concept} for part in parts):
        return False
    led = document.text[passage.start : parts[0].claim.quote.start].lower()
    terms = load_terms(document.language)
    return all(counts_people(term) for word in _WORD.findall(led) for term in terms.of(word))


def _is_head(whole: Figure, passage: Passage, document: Document) -> bool:
    """Return whether the sentence begins with some of *whole*: 'Von den 640 Schülern sind'."""
    words = load_language(document.language).relations
    led = document.text[passage.start : whole.claim.quote.start].lower().split()
    while led and led[-1] in words.fillers:
        led.pop()
    return " ".join(led) in words.wholes


_WORD = re.compile(r"[^\W\d_]+")


def _is_count(figure: Figure) -> bool:
    return figure.mention.kind == "number" and figure.amount.interval.is_point
