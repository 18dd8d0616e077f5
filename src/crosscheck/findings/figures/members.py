"""The parts of a whole listed right behind it: '23 people, twelve men and nine women', 'nine medals: four gold ...'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crosscheck.findings.accounts.passages import Figure, Passage, are_of_one_size
from crosscheck.findings.figures.totals import Sum, add_up, together
from crosscheck.languages import are_all, are_apart, are_people, load_language, load_terms
from crosscheck.records import Document

_LEAST_PARTS = 2
_LED = 60
"""How many characters may lie between a whole and the mark before its first part."""
_BETWEEN = 40
"""How many between two parts of a list behind a colon."""
_LIKE_SIZE = 2
"""How many times their whole parts may make: beyond, they are parts of something else."""
_OPENS = frozenset(":,(–—")
_NOUN = 3
"""How many words the noun of a part may have: 'Ärztinnen und Ärzte'."""
_CLOSED = re.compile(rf"((?:\s+[^\W\d_]+){{1,{_NOUN}}})\s*(?:[.,;:)–—!?]|$)")
_ENDS = frozenset(".;:!?")


def find_members(passages: Sequence[Passage], document: Document) -> Iterator[Sum]:
    """Yield each whole with the parts listed right behind it, where these cannot be what it is made of.

    Parts of anything behind a colon may not make more than the whole; people of one sex or age each, and any people
    behind a colon, not less either.
    """
    for passage in passages:
        for place, whole in enumerate(passage.figures):
            first = place + 1 + _counts_parts(whole, passage.figures[place + 1 :], document)
            mark = _mark_behind(whole, passage.figures[first : first + 1], document)
            parts = _parts(whole, passage.figures[first:], mark, document) if mark else ()
            if len(parts) >= _LEAST_PARTS and _is_wrong(whole, parts, mark, document):
                yield add_up(parts, whole)
                break


def _counts_parts(whole: Figure, following: Sequence[Figure], document: Document) -> bool:
    """Return whether the next figure only says how many parts a colon leads to: '47 cases in three towns: 21 in'."""
    if len(following) <= _LEAST_PARTS or following[0].mention.kind != "number":
        return False
    number, gap = following[0].stated, document.text[following[0].claim.quote.end : following[1].claim.quote.start]
    return _LEAST_PARTS <= number < whole.stated and len(following) > number and ":" in gap


def _mark_behind(whole: Figure, following: Sequence[Figure], document: Document) -> str:
    """Return the mark right before the figure that follows *whole* in its clause, '' for none."""
    if not following or not whole.is_level or whole.claim.scope.part:
        return ""
    gap = document.text[whole.claim.quote.end : following[0].claim.quote.start].rstrip()
    is_one = 0 < len(gap) <= _LED and gap[-1] in _OPENS and _ENDS.isdisjoint(gap[:-1])
    return gap[-1] if is_one and "," not in gap[:-1] else ""


def _parts(whole: Figure, figures: Sequence[Figure], mark: str, document: Document) -> Sequence[Figure]:
    """Return the figures of the list that *figures* begin with, () where none stands before its last part."""
    joiners = load_language(document.language).clauses.coordinators
    parts = [figures[0]]
    is_joined = False
    for figure in figures[1:]:
        gap = document.text[parts[-1].claim.quote.end : figure.claim.quote.start]
        words = gap.lower().replace(",", " ").split()
        is_list = len(set(words) - joiners) <= _NOUN and ("," in gap or not joiners.isdisjoint(words))
        if len(gap) > _BETWEEN or not _ENDS.isdisjoint(gap) or not (is_list or mark == ":"):
            break
        parts.append(figure)
        is_joined = not joiners.isdisjoint(words)
    fits = all(_is_part(part, whole) for part in parts)
    return parts if fits and is_joined else ()


def _is_part(part: Figure, whole: Figure) -> bool:
    is_less = part.amount.interval.is_bounded and 0 < part.stated < whole.stated
    return is_less and not part.claim.scope.part and (part.is_like(whole) or _are_people((part, whole)))


def _is_wrong(whole: Figure, parts: Sequence[Figure], mark: str, document: Document) -> bool:
    """Return whether *parts* cannot make *whole*, which does not stand in one list with them."""
    makes, nouns = together(parts), [part.claim.counted for part in parts]
    if are_apart({whole.claim.counted, *nouns}):
        return False
    if not are_of_one_size(whole.stated, makes.middle, _LIKE_SIZE) or not makes.meet(whole.interval).is_empty:
        return False
    is_more = makes.low is not None and whole.interval.high is not None and makes.low > whole.interval.high
    if not _are_people((whole, *parts)):
        return is_more and mark == ":" and len({noun for noun in nouns if noun}) <= 1
    is_whole = mark == ":" or are_all(nouns)
    closed = _CLOSED.match(document.text, parts[-1].claim.quote.end)
    terms = load_terms(document.language)
    is_closed = closed is not None and any(nouns[-1] in terms.of(word.lower()) for word in closed[1].split())
    is_apart = mark == ":" or are_apart(nouns)
    return len(set(nouns)) == len(nouns) and ((is_more and is_apart) or (is_whole and is_closed))


def _are_people(figures: Sequence[Figure]) -> bool:
    """Return whether exact numbers of people are given, the first perhaps without a noun: 'the jury of 14'."""
    nouns = [figure.claim.counted for figure in figures]
    exact = all(f.mention.kind == "number" and f.amount.interval.is_point for f in figures)
    return exact and are_people(nouns if nouns[0] else nouns[1:])
