"""Starts and ends that one sentence tells, and the lengths beside them: 'a five-day strike from Monday to Friday'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from crosscheck.findings.accounts.passages import is_closed
from crosscheck.findings.rule import Case
from crosscheck.languages import load_language, load_terms
from crosscheck.records import SAID, Amount, Claim, Document, Period, Span

_NEAR = 40
"""Within how many code points in front of a range a length is that of what the range is of."""
_BEHIND = 60
"""And within how many behind it."""
_LONGEST_JOINT = 3
"""How many words join the ends of a range at most: 'bis zum', 'to late on'."""
_LONGEST_VERB = 6
"""How many words do where a verb is among them: 'and is due to end on'."""
_LED = 5
"""Among how many words before a start its verb stands."""
_BEGIN, _END = frozenset({"start", "open"}), frozenset({"end", "close"})
"""The terms of verbs that tell a start and an end."""


class Stretch(msgspec.Struct, frozen=True):
    """Lengths with the starts and ends that they may run between; of one range, a full hour is no other."""

    lengths: tuple[Claim, ...]
    starts: tuple[Claim, ...]
    ends: tuple[Claim, ...]
    is_range: bool = False


def find_ranges(case: Case) -> Iterator[tuple[Claim, Claim]]:
    """Yield the days or times that a sentence puts as start and end: 'from Monday to Thursday', 'began ... and ended'.

    Where both are told by verbs, nothing else stands between but these.
    """
    dated = [claim for claim in case.claims if isinstance(claim.value, Period) and claim.mention is not None]
    for start, end in pairwise(dated):
        if (start.document, start.sentence) == (end.document, end.sentence):
            document = case.documents[start.document]
            if _is_joined(start, end, document) or _begins_and_ends(start, end, document):
                yield start, end


def _is_joined(start: Claim, end: Claim, document: Document) -> bool:
    words = document.text[start.quote.end : end.quote.start].lower().strip(" ,").split()
    ranges = load_language(document.language).dates.ranges
    return 0 < len(words) <= _LONGEST_JOINT and (words[0] in ranges or words == ["–"])


def _begins_and_ends(start: Claim, end: Claim, document: Document) -> bool:
    """Return whether the words say that something begins on the one day and that it ends on the other."""
    language, terms = load_language(document.language), load_terms(document.language)
    led = document.text[start.sentence.start : start.quote.start].lower().split()[-_LED:]
    joint = document.text[start.quote.end : end.quote.start].lower().strip(" ,").split()
    if not joint or len(joint) > _LONGEST_VERB or joint[0] not in language.clauses.coordinators:
        return False
    begins = any(not _BEGIN.isdisjoint(terms.of(word)) for word in led)
    ends = any(not _END.isdisjoint(terms.of(word)) for word in joint)
    return begins and ends and language.clauses.articles.isdisjoint(joint)


def stretches_beside(case: Case, ranges: Sequence[tuple[Claim, Claim]]) -> Iterator[Stretch]:
    """Yield the lengths that stand in front of a range, or that words behind it equate with it.

    'A five-day strike from Monday to Thursday', 'from Monday to Thursday, four days in all'.
    """
    lengths: dict[tuple[str, Span], list[Claim]] = {}
    for claim in case.claims:
        if claim.mention is not None and claim.mention.rule == "duration" and claim.modality in SAID:
            lengths.setdefault((claim.document, claim.sentence), []).append(claim)
    for start, end in ranges:
        told = lengths.get((start.document, start.sentence), ())
        before = [claim for claim in told if claim.quote.end <= start.quote.start]
        behind = [claim for claim in told if claim.quote.start >= end.quote.end]
        document = case.documents[start.document]
        if before and _leads_to(before[-1], start, end, document):
            yield Stretch((before[-1],), (start,), (end,), is_range=True)
        elif len(told) == 1 and behind and _follows(behind[0], end, document):
            yield Stretch((behind[0],), (start,), (end,), is_range=True)


def _leads_to(length: Claim, start: Claim, end: Claim, document: Document) -> bool:
    """Return whether but a few words stand between a length and a range, none of which moves the one from the other.

    A range behind a comma explains a length where a mark closes it: 'eight days, from 3 to 11 June.'.
    """
    gap = document.text[length.quote.end : start.quote.start]
    language = load_language(document.language)
    openers = "|".join(sorted({*language.numbers.between, *language.dates.day_prepositions}))
    joined = gap.lower()
    if is_closed(document.text, end.quote.end):
        joined = re.sub(rf", (?={openers}\s*$)", " ", joined)
    is_within = gap.lower().split()[-1:] in [[word] for word in language.clauses.scope.inside]  # 'in 1969-1970'
    return _is_plural(length) and len(gap) <= _NEAR and not (is_within or _is_moved(joined, document))


def _follows(length: Claim, end: Claim, document: Document) -> bool:
    """Return whether a length behind a range is what the range comes to: 'also drei Tage', 'for three days'."""
    gap = document.text[end.quote.end : length.quote.start].lower()
    language = load_language(document.language)
    words = gap.replace(",", " ").split()
    told = (*language.relations.equals, *language.relations.altogether, *language.relations.sums)
    behind = document.text[length.quote.end : length.sentence.end].split(maxsplit=1)
    is_equated = any(words[-len(phrase.split()) :] == phrase.split() for phrase in told)
    lasts = words[-1:] in [[word] for word in language.dates.lasting_before] or (
        bool(behind) and behind[0] in language.dates.lasting_after
    )
    joined = gap.replace(",", " ", 1) if is_equated else gap
    return (
        _is_plural(length)
        and (is_equated or lasts)
        and len(gap) <= _BEHIND
        and "," not in joined
        and not _is_moved(joined, document)
    )


def _is_moved(joined: str, document: Document) -> bool:
    """Return whether words or marks between a length and a range part them: 'two days before the fair from'."""
    words = load_language(document.language).dates
    apart = {
        *words.before,
        *words.after,
        *words.later,
        *words.earlier,
        *words.every,
        *words.ago_after,
        *words.ago_before,
    }
    return bool(re.search(r"[.,;:()]", joined)) or not apart.isdisjoint(joined.split())


def _is_plural(length: Claim) -> bool:
    return isinstance(length.value, Amount) and length.value.interval.low != 1
