"""Quantities that have hardly changed in one report, and changed by a tenth or more in another.

'Profit has barely moved' is held against 'a 22 per cent fall in profit': the words and the figure stand beside the same
quantity, of the same period and kind, and each document tells nothing else of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from fractions import Fraction
from functools import cache

import msgspec

from crosscheck.domains import Concept, Narrowing
from crosscheck.findings.dated import are_news_together
from crosscheck.findings.rule import Case
from crosscheck.languages import load_changes, load_terms
from crosscheck.records import CLOSEST, STEADY, TREND, Amount, Claim, Wording
from crosscheck.values.interval import Interval

_CHANGE = "change"
_HUNDRED = Fraction(100)
_BESIDE = CLOSEST // 4
"""How near a quantity stands to the change that is its own."""
_COUNTS = frozenset({"number"})
_WORD = re.compile(r"[\w-]+")
_CLAUSE = re.compile(r"[,;:()–]")


class Steady(msgspec.Struct, frozen=True):
    """Words that a quantity has hardly changed, and the changes of it that another document prints."""

    claim: Claim
    changes: tuple[Claim, ...]

    @property
    def sizes(self) -> tuple[Fraction, ...]:
        """Return by how many per cent each change goes up or down."""
        middles = (_ratio(change).middle for change in self.changes)
        return tuple(abs(middle - _HUNDRED) for middle in middles if middle is not None)


class Quantity(msgspec.Struct, frozen=True):
    """What changes or does not: its term, and those of its clause that narrow it."""

    term: str
    periods: frozenset[str]
    kinds: frozenset[str]

    @classmethod
    def among(cls, term: str, terms: Set[str], narrowed: Narrowing) -> Quantity:
        """Return the quantity *term* as those of *terms* do that may narrow it."""
        return cls(term, frozenset(terms & narrowed.periods), frozenset(terms & narrowed.kinds))

    def may_be(self, other: Quantity) -> bool:
        """Return whether both may be the same: of one kind, and of one period where both tell it."""
        periods = not (self.periods and other.periods) or self.periods & other.periods
        return self.term == other.term and self.kinds == other.kinds and bool(periods)


def contradicted_steadiness(case: Case) -> Iterator[Steady]:
    """Yield the words for no change, with the changes of one other document that all exclude them."""
    said = [c for c in case.claims if _is_steady(c)]
    if not said:
        return
    concept = case.concepts[TREND]
    low, high = concept.limits[TREND][STEADY]
    limits = Interval.of(low, high)
    changes = [(c, q) for c in case.claims if _is_change(c) and (q := _of_change(c, concept)) is not None]
    for claim in said:
        quantity = quantity_of_words(case, claim, concept)
        if quantity is None:
            continue
        meant = [c for c, other in changes if other.term == quantity.term]
        if any(c.document == claim.document for c in meant):
            continue
        same = [c for c, other in changes if other.may_be(quantity) and are_together(case, c, claim)]
        for document in dict.fromkeys(c.document for c in same):
            told = tuple(c for c in meant if c.document == document)
            if all(c in same and _is_against(case, c, claim, limits) for c in told):
                yield Steady(claim, told)
                break


def are_together(case: Case, change: Claim, steady: Claim) -> bool:
    """Return whether documents have a fact in common, or one names what the other's change is of."""
    names = frozenset(change.context.names.values()) if change.context is not None else frozenset()
    text = case.documents[steady.document].text
    return (change.document, steady.document) in case.together or any(name in text for name in names)


def _is_steady(claim: Claim) -> bool:
    value = claim.value
    told = claim.attribute == TREND and claim.reckoned is None and claim.modality == "asserted"
    return told and isinstance(value, Wording) and value.step == STEADY


def _is_change(claim: Claim) -> bool:
    """Return whether a claim prints by which part of itself something rose or fell: '22 per cent', 'a quarter'."""
    value, mention = claim.value, claim.mention
    if not isinstance(value, Amount) or mention is None or claim.reckoned is not None or claim.context is None:
        return False
    relative = mention.kind == "percent" or (mention.kind == "number" and bool(value.stated) and not value.unit)
    of_part = mention.kind == "percent" or (value.stated is not None and 0 < value.stated < 1)
    told = claim.scope.part == _CHANGE and claim.modality == "asserted" and value.interval.is_bounded
    terms = load_changes()
    signs = {terms.rise, terms.fall} & claim.context.near.keys()
    return relative and of_part and told and len(signs) == 1


def _is_against(case: Case, change: Claim, steady: Claim, limits: Interval) -> bool:
    """Return whether a change leaves a value outside *limits*, and is of the time and those that the words are of."""
    if not are_news_together(change, steady, case.documents):
        return False
    then = case.documents[change.document].published
    year = change.scope.time[:4]
    if change.scope.time != steady.scope.time and year.isdigit() and not (then and then.year - int(year) in {0, 1}):
        return False
    names = frozenset(change.context.names.values()) if change.context is not None else frozenset()
    others = names_in(case, steady)
    if names and others and not any(name in other or other in name for name in names for other in others):
        return False
    return _ratio(change).meet(limits).is_empty


def _ratio(change: Claim) -> Interval:
    """Return what the value after a change is to the one before, in per cent of it."""
    if not isinstance(change.value, Amount) or change.context is None:
        return Interval()
    percent = change.mention is not None and change.mention.kind == "percent"
    size = change.value.interval if percent else change.value.interval.scaled(_HUNDRED)
    whole = Interval.point(_HUNDRED)
    return whole + size if load_changes().rise in change.context.near else whole - size


def names_in(case: Case, claim: Claim) -> frozenset[str]:
    """Return the names that any document tells, of those that stand in the clause of *claim*."""
    told = _clause(case, claim)
    known = {name for c in case.claims if c.context is not None for name in c.context.names.values()}
    return frozenset(name for name in known if name in told)


def _of_change(claim: Claim, concept: Concept) -> Quantity | None:
    """Return the one quantity of the sentence of a change, None where it is far off or one of several."""
    near = claim.context.near if claim.context is not None else {}
    several = sorted(quantities(concept) & near.keys())
    if len(several) != 1 or near[several[0]] < _BESIDE or not concept.narrowed.bases.isdisjoint(near):
        return None
    beside = {term for term, nearness in near.items() if nearness >= _BESIDE}
    return Quantity.among(several[0], beside, concept.narrowed)


def quantity_of_words(case: Case, claim: Claim, concept: Concept) -> Quantity | None:
    """Return the one quantity of the clause of words for no change, None where it has several."""
    language = case.documents[claim.document].language
    found = load_terms(language).of_all(_WORD.findall(_clause(case, claim).lower()))
    terms = {term for several in found for term in several}
    several = sorted(terms & quantities(concept))
    return Quantity.among(several[0], terms, concept.narrowed) if len(several) == 1 else None


def _clause(case: Case, claim: Claim) -> str:
    """Return the words between the marks around the quotation of *claim*."""
    document = case.documents[claim.document]
    before = _CLAUSE.split(document.text[claim.sentence.start : claim.quote.start])[-1]
    behind = _CLAUSE.split(document.text[claim.quote.end : claim.sentence.end])[0]
    return before + document.slice(claim.quote) + behind


def quantities(concept: Concept) -> frozenset[str]:
    """Return the terms of the nouns for what may hardly have changed, the same in every language."""
    return frozenset().union(*(_terms_of(code, tuple(words)) for code, words in concept.of.items()))


@cache
def _terms_of(code: str, words: Sequence[str]) -> frozenset[str]:
    terms = load_terms(code)
    return frozenset(found[0] for word in words if " " not in word and len(found := terms.of(word)) == 1) - _COUNTS
