"""Words for how far a quantity has changed, against the change in per cent that is printed for it.

'Profit has barely moved' and 'doubled' are held against 'a 22 per cent fall in profit', 'profits rose sharply' against
'profits rose 0.4 per cent': words and figure stand beside the same quantity, of the same period and kind, and each
document tells nothing else of it; or both stand in one sentence that tells no other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

import msgspec

from crosscheck.domains import Concept
from crosscheck.findings.accounts.dated import are_news_together
from crosscheck.findings.figures.quantities import (
    Quantity,
    are_together,
    names_in,
    quantities,
    quantity_of_words,
    terms_of_clause,
)
from crosscheck.findings.rule import Case
from crosscheck.languages import load_changes, load_terms
from crosscheck.records import CHANGE, CLOSEST, STEADY, TREND, Amount, Claim, Wording
from crosscheck.values.interval import Interval

_HUNDRED = Fraction(100)
_BESIDE = CLOSEST // 4
"""How near a quantity stands to the change that is its own."""
_Told = tuple[Claim, Quantity]


class Extent(msgspec.Struct, frozen=True):
    """Words for how far a quantity has changed, and the printed changes of it that they do not fit."""

    claim: Claim
    changes: tuple[Claim, ...]

    @property
    def sizes(self) -> tuple[Fraction, ...]:
        """Return by how many per cent each change goes up or down."""
        middles = (_ratio(change).middle for change in self.changes)
        return tuple(abs(middle - _HUNDRED) for middle in middles if middle is not None)


def contradicted_extents(case: Case) -> Iterator[Extent]:
    """Yield the words for how far something changed, with the changes of one document that all exclude them."""
    said = [(claim, limits) for claim in case.claims if (limits := limits_of_words(case, claim)) is not None]
    if not said:
        return
    concept = case.concepts[TREND]
    printed = [claim for claim in case.claims if _is_change(claim)]
    changes = [(claim, told) for claim in printed if (told := _of_change(claim, concept)) is not None]
    for claim, limits in said:
        quantity = quantity_of_words(case, claim, concept)
        if quantity is None:
            continue
        beside = _in_its_sentence(case, claim, printed)
        if beside is None:
            against = _told_elsewhere(case, (claim, quantity), changes, limits)
        else:
            against = (beside,) if _is_out_of(beside, claim, limits) else ()
        if against:
            yield Extent(claim, against)


def limits_of_words(case: Case, claim: Claim) -> Interval | None:
    """Return what a quantity can be of what it was, in per cent, where words of *claim* say how far it changed."""
    if claim.attribute != TREND or claim.reckoned is not None or claim.modality != "asserted":
        return None
    limits = case.concepts[TREND].limits[TREND].get(claim.value.step) if isinstance(claim.value, Wording) else None
    return None if limits is None else Interval.of(*limits)


def are_of_all(case: Case, words: Claim, figure: Claim) -> bool:
    """Return whether the clause of words tells nothing of the quantity that the sentence of a figure does not.

    'Rents in the old town rose sharply' are other rents.
    """
    return _narrowing(case, words) <= (figure.context.near.keys() if figure.context is not None else frozenset[str]())


def _narrowing(case: Case, claim: Claim) -> frozenset[str]:
    """Return the terms of the clause of *claim* that may narrow what it is of: no names, changes or acts of telling."""
    own = claim.value.words.lower().split() if isinstance(claim.value, Wording) else []
    named = [word for name in names_in(case, claim) for word in name.lower().split()]
    language = case.documents[claim.document].language
    aside = {term for several in load_terms(language).of_all([*own, *named]) for term in several}
    changes, idle = load_changes(), case.concepts[TREND].narrowed.idle
    return terms_of_clause(case, claim) - aside - changes.idle - changes.rises - changes.falls - idle


def _is_steady(claim: Claim) -> bool:
    return isinstance(claim.value, Wording) and claim.value.step == STEADY


def _in_its_sentence(case: Case, words: Claim, printed: Sequence[Claim]) -> Claim | None:
    """Return the one change that the sentence of words prints, where it is clearly of the same quantity.

    Its clause must say nothing else of what it is: 'rose sharply, by 0.3 per cent'.
    """
    here = [c for c in printed if (c.document, c.sentence) == (words.document, words.sentence)]
    if len(here) != 1 or here[0].quote.start < words.quote.start:
        return None
    return here[0] if _narrowing(case, here[0]) <= terms_of_clause(case, words) else None


def _told_elsewhere(case: Case, words: _Told, changes: Sequence[_Told], limits: Interval) -> tuple[Claim, ...]:
    """Return the changes of the quantity that one other document prints, where all exclude the words; none else.

    Nor where the document of the words itself prints any.
    """
    claim, quantity = words
    meant = [change for change, other in changes if other.term == quantity.term]
    if any(change.document == claim.document for change in meant):
        return ()
    same = [change for change, other in changes if other.may_be(quantity) and are_together(case, change, claim)]
    for document in dict.fromkeys(change.document for change in same):
        told = tuple(change for change in meant if change.document == document)
        if all(change in same and _is_against(case, change, claim, limits) for change in told):
            return told
    return ()


def _is_change(claim: Claim) -> bool:
    """Return whether a claim prints by which part of itself something rose or fell: '22 per cent', 'a quarter'."""
    value, mention = claim.value, claim.mention
    if not isinstance(value, Amount) or mention is None or claim.reckoned is not None or claim.context is None:
        return False
    relative = mention.kind == "percent" or (mention.kind == "number" and bool(value.stated) and not value.unit)
    of_part = mention.kind == "percent" or (value.stated is not None and 0 < value.stated < 1)
    told = claim.scope.part == CHANGE and claim.modality == "asserted" and value.interval.is_bounded
    terms = load_changes()
    signs = {terms.rise, terms.fall} & claim.context.near.keys()
    return relative and of_part and told and len(signs) == 1


def _is_against(case: Case, change: Claim, words: Claim, limits: Interval) -> bool:
    """Return whether a change leaves a value outside *limits*, and is of the time and those that the words are of."""
    if not are_news_together(change, words, case.documents) or not _is_out_of(change, words, limits):
        return False
    then = case.documents[change.document].published
    year = change.scope.time[:4]
    if change.scope.time != words.scope.time and year.isdigit() and not (then and then.year - int(year) in {0, 1}):
        return False
    names = frozenset(change.context.names.values()) if change.context is not None else frozenset()
    others = names_in(case, words)
    if names and others and not any(name in other or other in name for name in names for other in others):
        return False
    if _is_steady(words):
        return True
    is_of_all = are_of_all(case, words, change) and _narrowing(case, change) <= terms_of_clause(case, words)
    return is_of_all and are_of_one_time(change, words)


def are_of_one_time(change: Claim, words: Claim) -> bool:
    """Return whether neither tells another time than the other."""
    return change.scope.time == words.scope.time or "" in {change.scope.time, words.scope.time}


def _is_out_of(change: Claim, words: Claim, limits: Interval) -> bool:
    """Return whether a change leaves a value outside *limits*; one the other way round is of something else."""
    ratio = _ratio(change)
    sides = {_side(ratio), _side(limits)}
    return ratio.meet(limits).is_empty and (_is_steady(words) or len(sides) == 1)


def _side(ratio: Interval) -> int:
    """Return 1 for what is more than before, -1 for less."""
    return 1 if ratio.low is not None and ratio.low >= _HUNDRED else -1


def _ratio(change: Claim) -> Interval:
    """Return what the value after a change is to the one before, in per cent of it."""
    if not isinstance(change.value, Amount) or change.context is None:
        return Interval()
    percent = change.kind == "percent"
    size = change.value.interval if percent else change.value.interval.scaled(_HUNDRED)
    whole = Interval.point(_HUNDRED)
    return whole + size if load_changes().rise in change.context.near else whole - size


def _of_change(claim: Claim, concept: Concept) -> Quantity | None:
    """Return the one quantity of the sentence of a change, None where it is far off or one of several."""
    near = claim.context.near if claim.context is not None else {}
    several = sorted(quantities(concept) & near.keys())
    if len(several) != 1 or near[several[0]] < _BESIDE or not concept.narrowed.bases.isdisjoint(near):
        return None
    beside = {term for term, nearness in near.items() if nearness >= _BESIDE}
    return Quantity.among(several[0], beside, concept.narrowed)
