"""Bounds that a sentence sets by saying that nothing lies beyond: 'no gauge caught more than 90 mm', 'never above 30'.

The mention reads 'more than 90' where none is more than that: the interval is turned round. What is said of none, of
each or of all times is a bound of each: any single value may break it, and no total does.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import chain
from typing import Final

import msgspec
from msgspec.structs import replace

from crosscheck.claims.sentences.passage import At, Passage
from crosscheck.claims.sentences.signs import BoundPart
from crosscheck.claims.subjects.find import Scene
from crosscheck.languages import Terms, load_language
from crosscheck.records import EACH, Amount, Claim, Modality, Scope
from crosscheck.values.interval import Interval

_STRICT = frozenset({"over", "under", "MORE_THAN", "LESS_THAN"})
"""The hedges that 'not' turns round; 'no more than' is read as one word."""
_REACH = 16
"""How many words may lie between a quantifier and its value."""
_NOT_REACH = 6
"""How many words may lie between a mere 'not' and its comparison: 'did not rise above 4.5 metres'."""
_VERB_REACH = 4
"""How many words may lie between a value and the verb that puts something beyond it."""
_GROUP_REACH = 4
"""Within how many words behind a quantifier the noun stands of those that it is said of."""
_LONGEST_HEDGE = 5
_VERBS: Final[tuple[BoundPart, ...]] = ("over", "under")


def with_bounds(claims: Sequence[Claim], passage: Passage, scene: Scene, terms: Terms) -> list[Claim]:
    """Return the claims of a sentence, those that nothing lies beyond as bounds."""
    if not passage.bound_words and "denied" not in passage.words:
        return list(claims)
    if not any(_is_amount(claim) for claim in claims):
        return list(claims)
    sentence = _Sentence(passage, terms, _hedges_of(scene.lexicon.language.code))
    return [_bounded(claim, sentence) for claim in claims]


class _Sentence(msgspec.Struct, frozen=True, gc=False):
    """A sentence with the hedges of its language as words in order."""

    passage: Passage
    terms: Terms
    hedges: frozenset[tuple[str, ...]]

    def words(self, near: At, *parts: BoundPart) -> list[At]:
        """Return the words of *parts* in the segment of *near*."""
        return [at for at, part in self.passage.bound_words if part in parts and not self.passage.crossed(at, near)]

    def start(self, value: At) -> int:
        """Return where the hedge before a value begins: 'fewer' in 'fewer than ten'; the value where it has none."""
        tokens = self.passage.tokens.words
        lengths = range(min(_LONGEST_HEDGE, value.first), 0, -1)
        return next(
            (value.first - n for n in lengths if tokens[value.first - n : value.first] in self.hedges), value.first
        )


@cache
def _hedges_of(code: str) -> frozenset[tuple[str, ...]]:
    language = load_language(code)
    phrases = (word for hedge in language.numbers.hedges.values() for word in hedge.words)
    return frozenset(tuple(phrase.split()) for phrase in (*phrases, *chain(*language.dates.hedges.values())))


def _is_amount(claim: Claim) -> bool:
    return isinstance(claim.value, Amount) and claim.mention is not None and claim.reckoned is None


def _bounded(claim: Claim, sentence: _Sentence) -> Claim:
    """Return *claim* as a bound where its sentence sets one."""
    value, passage = claim.value, sentence.passage
    if not isinstance(value, Amount) or claim.mention is None or claim.mention.kind == "ordinal" or claim.reckoned:
        return claim
    at = At(*passage.tokens.inside(claim.mention.span))
    start = sentence.start(at)
    hedge = At(start, at.end)
    if _is_behind_preposition(start, passage):
        return claim
    beyond = _beyond(value, hedge, sentence)
    quantifier = _quantifier(hedge, sentence, "none", "never")
    negation = quantifier or _negation(hedge, sentence)
    if beyond is not None and negation is not None:
        kept = Interval(None, beyond.low) if beyond.high is None else Interval(beyond.high)
        each = quantifier or next(iter(sentence.words(hedge, "anywhere")), None)
        return replace(
            claim,
            value=replace(value, interval=kept),
            modality=_modality(claim.modality, hedge | negation, passage),
            scope=_of_each(claim.scope, each, hedge, sentence),
        )
    if not value.interval.is_bounded:
        each = _quantifier(hedge, sentence, "each", "always")
        return replace(
            claim,
            modality=_modality(claim.modality, hedge, passage),
            scope=_of_each(claim.scope, each, hedge, sentence),
        )
    return claim


def _is_behind_preposition(start: int, passage: Passage) -> bool:
    """Return whether a value is no complement of its verb: 'no one was hurt among more than 300 passengers'."""
    return any(at.end == start for at in passage.parts("bearer", "of", "agent", "article", "inside"))


def _beyond(value: Amount, hedge: At, sentence: _Sentence) -> Interval | None:
    """Return where a strict hedge, or a verb near a value without one, would put it; None where there is neither."""
    if value.hedge in _STRICT and not value.interval.is_bounded:
        return value.interval
    near = {part for part in _VERBS for at in sentence.words(hedge, part) if at.gap(hedge) <= _VERB_REACH}
    if len(near) != 1 or not value.interval.is_bounded:
        return None
    interval = value.interval
    return Interval(interval.high) if "over" in near else Interval(None, interval.low)


def _quantifier(hedge: At, sentence: _Sentence, *parts: BoundPart) -> At | None:
    """Return the nearest quantifier of *parts* in front of a hedge that is no part of it, None where there is none."""
    near = [at for at in sentence.words(hedge, *parts) if at.end <= hedge.first and at.gap(hedge) <= _REACH]
    return max(near, key=lambda at: at.first, default=None)


def _negation(hedge: At, sentence: _Sentence) -> At | None:
    """Return the 'not' of a comparison: right before it, or around the verb that makes it."""
    passage = sentence.passage
    verbs = [at for at in sentence.words(hedge, *_VERBS) if at.gap(hedge) <= _VERB_REACH]
    whole = hedge | verbs[0] if verbs else hedge
    near = [
        at
        for at in passage.parts("denied")
        if not passage.crossed(at, whole)
        and (at.end <= hedge.first or (verbs and at.first >= hedge.end))
        and at.gap(whole) <= _NOT_REACH
    ]
    return min(near, key=whole.gap, default=None)


def _of_each(scope: Scope, quantifier: At | None, hedge: At, sentence: _Sentence) -> Scope:
    """Return *scope*, where there is a *quantifier* of each of those that the noun behind it names: 'each gauge'.

    'No longer than' is but a comparison.
    """
    if quantifier is None or quantifier.end == hedge.first:
        return scope
    behind = sentence.passage.tokens.words[quantifier.end : quantifier.end + _GROUP_REACH]
    named = next((several for word in behind if (several := sentence.terms.of(word))), ())
    at_once = any(at == quantifier and part in {"none", "each"} for at, part in sentence.passage.bound_words)
    return replace(scope, part=" ".join((EACH, named[-1])) if named and at_once else EACH)


def _modality(modality: Modality, used: At, passage: Passage) -> Modality:
    """Return how a bound is meant: what its own negation denies is what lies beyond, and the bound is asserted."""
    if modality != "denied":
        return modality
    segment = passage.segments[used.first]
    others = (at for at in passage.parts("denied") if passage.segments[at.first] == segment)
    if any(not (used.first <= at.first < used.end) for at in others):
        return modality
    open_parts = passage.parts("predicted", "conditional", "planned")
    return "predicted" if any(passage.segments[at.first] == segment for at in open_parts) else "asserted"
