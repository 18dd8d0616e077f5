"""A claim that the values of a sentence imply: what it is made of, and what it takes over from theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction

import msgspec

from crosscheck.claims.attributes.levels import NAMED_WHOLE
from crosscheck.claims.relations.phrases import Phrases, RelationPhrases
from crosscheck.claims.sentences.passage import At, Passage
from crosscheck.languages import Terms
from crosscheck.records import (
    HEAD_NOUN,
    Amount,
    Base,
    Claim,
    Context,
    Mention,
    MentionKind,
    Reckoning,
    Relation,
    Scope,
    Span,
)
from crosscheck.values.decimals import round_half_up
from crosscheck.values.interval import Interval

HUNDRED = Interval.point(100)
PERCENT = "percent"
POINTS = "percentage point"
_WHOLE_POINT = Fraction(1)
_DIGITS = 4


class Stated(msgspec.Struct, frozen=True, gc=False):
    """A value of the sentence, of a kind, with the claim that it makes."""

    at: At
    mention: Mention
    claim: Claim
    amount: Amount
    kind: MentionKind

    @property
    def interval(self) -> Interval:
        """Return what it may be, a round count read as rounded."""
        return self.amount.charitable


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """A sentence with its stated values in text order, the words of its language, and the sentence after it.

    ``words`` are its tokens, lower case, ``standing`` the lists of which a phrase stands in it, ``changes`` those of
    the values by which the words say that something changed.
    """

    passage: Passage
    words: tuple[str, ...]
    stated: tuple[Stated, ...]
    phrases: RelationPhrases
    standing: frozenset[Phrases]
    terms: Terms
    after: Passage | None
    changes: tuple[Stated, ...] = ()

    def marks(self, phrases: Phrases, value: Stated) -> Sequence[int]:
        """Return where each of *phrases* begins that stands before *value*, or before its small words ('the')."""
        if phrases not in self.standing:
            return ()
        fronts = self.phrases.fillers.fronts(self.words, value.at.first)
        return [first for front in fronts if (first := phrases.before(self.words, front)) is not None]

    def is_marked(self, phrases: Phrases, value: Stated) -> bool:
        """Return whether one of *phrases* stands before *value*."""
        return phrases in self.standing and bool(self.marks(phrases, value))

    def has_at(self, phrases: Phrases, token: int) -> bool:
        """Return whether one of *phrases* begins at *token*."""
        return phrases in self.standing and phrases.at(self.words, token)

    def has_within(self, phrases: Phrases, places: Iterable[int]) -> bool:
        """Return whether one of *phrases* begins at one of *places*."""
        return phrases in self.standing and phrases.within(self.words, places)

    def marks_any(self, *lists: Phrases) -> bool:
        """Return whether one of its values has a phrase of one of *lists* before it."""
        return self.has_any(*lists) and any(self.marks(phrases, v) for phrases in lists for v in self.stated)

    def has_any(self, *lists: Phrases) -> bool:
        """Return whether a phrase of one of *lists* stands in it."""
        return not self.standing.isdisjoint(lists)


class Derived(msgspec.Struct, frozen=True, gc=False):
    """What is known of a derived claim before it is one.

    ``compute`` gives its bounds for those of the operands; ``bearer`` is the value whose thing it is about. A *loose*
    one is not compared by its words: values that other documents tie to each other show what it is. Operands may stand
    in an earlier sentence. *concept* is '' where no formula of a pack says what it is.
    """

    relation: Relation
    operands: tuple[Stated, ...]
    compute: Callable[..., Interval]
    unit: str
    bearer: Stated
    scope: Scope
    restates: Stated | Span | None = None
    points: Interval | None = None
    base: Base | None = None
    is_loose: bool = False
    concept: str = ""


def derive_claim(derived: Derived, passage: Passage) -> Claim:
    """Return the claim, quoted from its first operand to its last, among the words around any of them.

    Its bounds are as wide as the rounding of a value that states the same, whole per cent where none does. Only what
    was before a change is of the concept of its value.
    """
    inside = [operand for operand in derived.operands if operand.mention.span in passage.span]
    outside = [operand for operand in derived.operands if operand not in inside]
    span = passage.text_span(At(min(o.at.first for o in inside), max(o.at.end for o in inside)))
    amount = _rounded(derived)
    kind: MentionKind = "percent" if derived.unit in {PERCENT, POINTS} else derived.bearer.kind
    restates = derived.restates
    claim = derived.bearer.claim
    if derived.relation != "before" or derived.is_loose:
        claim = _of_concept(claim, derived.concept, derived.relation)
    return msgspec.structs.replace(
        claim,
        value=amount,
        scope=derived.scope,
        sentence=passage.span,
        quote=span,
        mention=Mention(span=span, surface="", kind=kind, unit=derived.unit, rule=derived.relation),
        context=None if derived.is_loose else _joined([operand.claim.context for operand in derived.operands]),
        reckoned=Reckoning(
            derived.relation,
            tuple(operand.amount for operand in derived.operands),
            restates.claim.quote if isinstance(restates, Stated) else restates,
            derived.points,
            derived.base,
            tuple(operand.claim.quote for operand in outside),
        ),
        confidence=min(operand.claim.confidence for operand in derived.operands),
    )


def _of_concept(claim: Claim, concept: str, relation: Relation) -> Claim:
    """Return *claim* of another concept or none, but of the same thing: a share of the dead is no death toll."""
    why = NAMED_WHOLE if concept else HEAD_NOUN
    return msgspec.structs.replace(claim, attribute=concept or relation, why_attribute=why)


def _rounded(derived: Derived) -> Amount:
    """Return the value, with room for the rounding of one that states the same; none for a mere bound."""
    interval = derived.compute(*(operand.interval for operand in derived.operands))
    if not interval.is_bounded:
        return Amount(interval, None, derived.unit)
    printed = derived.restates.amount.precision if isinstance(derived.restates, Stated) else None
    room = printed or Fraction(0)
    if derived.unit in {PERCENT, POINTS}:
        room = min(printed or _WHOLE_POINT, _WHOLE_POINT)
    return Amount(interval + Interval(-room / 2, room / 2), _outcome(derived), derived.unit)


def _outcome(derived: Derived) -> Fraction | None:
    """Return what the printed numbers come to, to four digits; None where that is no number."""
    stated = [operand.amount.stated for operand in derived.operands]
    points = [Interval.point(number) for number in stated if number is not None]
    outcome = derived.compute(*points) if len(points) == len(stated) else Interval()
    return Fraction(round_half_up(outcome.low, _DIGITS)) if outcome.is_point and outcome.low is not None else None


def _joined(contexts: Sequence[Context | None]) -> Context | None:
    """Return the words around any of several values, each as near as it is to the nearest; the last one's noun."""
    told = [context for context in contexts if context is not None]
    if not told:
        return None
    near: dict[str, int] = {}
    for context in told:
        for term, nearness in context.near.items():
            near[term] = max(near.get(term, 0), nearness)
    spelled = {term: word for context in told for term, word in context.spelled.items()}
    counted = next((context.counted for context in reversed(told) if context.counted), "")
    return Context(near, spelled, told[0].names, counted)
