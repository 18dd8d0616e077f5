"""Quantities that words are of: the noun for what has changed, and what narrows it in its clause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from functools import cache

import msgspec

from crosscheck.domains import Concept, Narrowing
from crosscheck.findings.rule import Case
from crosscheck.languages import load_terms
from crosscheck.records import Claim

_COUNTS = frozenset({"number"})
_WORD = re.compile(r"[\w-]+")
_OF_LANGUAGE = ":"
_CLAUSE = re.compile(r"[,;:()–]")


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


def are_together(case: Case, change: Claim, words: Claim) -> bool:
    """Return whether documents have a fact in common, or one names what the other's change is of."""
    names = frozenset(change.context.names.values()) if change.context is not None else frozenset()
    text = case.documents[words.document].text
    return (change.document, words.document) in case.together or any(name in text for name in names)


def names_in(case: Case, claim: Claim) -> frozenset[str]:
    """Return the names that any document tells, of those that stand in the clause of *claim*."""
    told = _clause(case, claim)
    known = {name for c in case.claims if c.context is not None for name in c.context.names.values()}
    return frozenset(name for name in known if name in told)


def quantity_of_words(case: Case, claim: Claim, concept: Concept) -> Quantity | None:
    """Return the one quantity of the clause of words for a change, None where it has several."""
    terms = terms_of_clause(case, claim)
    several = sorted(terms & quantities(concept))
    return Quantity.among(several[0], terms, concept.narrowed) if len(several) == 1 else None


def terms_of_clause(case: Case, claim: Claim) -> frozenset[str]:
    """Return the terms of the words between the marks around the quotation of *claim*."""
    language = case.documents[claim.document].language
    found = load_terms(language).of_all(_WORD.findall(_clause(case, claim).lower()))
    return frozenset(term for several in found for term in several)


def terms_of_sentence(case: Case, claim: Claim) -> frozenset[str]:
    """Return the terms of all words of the sentence of *claim*, without the language of those that only one has."""
    document = case.documents[claim.document]
    found = load_terms(document.language).of_all(_WORD.findall(document.slice(claim.sentence).lower()))
    return in_any_language(term for several in found for term in several)


def in_any_language(terms: Iterable[str]) -> frozenset[str]:
    """Return *terms* without the marks of languages: 'group' for 'de:group', which may stand in a name."""
    return frozenset(term.rpartition(_OF_LANGUAGE)[2] for term in terms)


def _clause(case: Case, claim: Claim) -> str:
    """Return the words between the marks around the quotation of *claim*."""
    document = case.documents[claim.document]
    before = _CLAUSE.split(document.text[claim.sentence.start : claim.quote.start])[-1]
    behind = _CLAUSE.split(document.text[claim.quote.end : claim.sentence.end])[0]
    return before + document.slice(claim.quote) + behind


def quantities(concept: Concept) -> frozenset[str]:
    """Return the terms of the nouns for what may have changed, the same in every language."""
    return frozenset().union(*(_terms_of(code, tuple(words)) for code, words in concept.of.items()))


@cache
def _terms_of(code: str, words: Sequence[str]) -> frozenset[str]:
    terms = load_terms(code)
    return frozenset(found[0] for word in words if " " not in word and len(found := terms.of(word)) == 1) - _COUNTS
