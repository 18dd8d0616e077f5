"""All relations of a sentence, as claims beside those of its values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from crosscheck.claims.relations.bases import base_beside
from crosscheck.claims.relations.change_words import is_change
from crosscheck.claims.relations.changes import find_changes, mark_changes
from crosscheck.claims.relations.derive import Derived, Sentence, Stated, derive_claim
from crosscheck.claims.relations.multiples import find_multiples
from crosscheck.claims.relations.outcomes import mark_outcomes
from crosscheck.claims.relations.phrases import Phrases, RelationPhrases, relation_phrases
from crosscheck.claims.relations.rates import find_averages, find_each, find_rates, mark_rates
from crosscheck.claims.relations.shares import as_percent, find_all, find_shares
from crosscheck.claims.relations.steps import find_compared, find_steps
from crosscheck.claims.relations.trends import find_trends
from crosscheck.claims.relations.wholes import find_wholes
from crosscheck.claims.sentences.lexicon import Lexicon
from crosscheck.claims.sentences.passage import Passage
from crosscheck.claims.subjects.find import Scene
from crosscheck.languages import Terms
from crosscheck.records import Amount, Claim, Span


def with_relations(
    claims: Sequence[Claim], passage: Passage, scene: Scene, terms: Terms, earlier: Sequence[Claim] = ()
) -> list[Claim]:
    """Return *claims*, those of the values of *passage*, and those that the values make together.

    *earlier* are the claims of the sentence before. Of *claims*, fractions of a whole come back in per cent, and
    amounts by which something changed as of the part 'change'.
    """
    if not passage.values:
        return list(claims)
    phrases = relation_phrases(scene.lexicon.language.code)
    standing = phrases.standing_in(passage.tokens.words)
    stated = tuple(_stated(claims, passage))
    compares = _may_compare(passage, phrases, standing)
    if not stated and not compares:
        return list(claims)
    sentence = Sentence(passage, stated, phrases, standing, terms, scene.after)
    outcomes = mark_outcomes(sentence, scene.lexicon.raced)
    if outcomes:
        told = [outcomes.get(claim.mention.span, claim) if claim.mention else claim for claim in claims]
        stated = tuple(msgspec.structs.replace(v, claim=outcomes.get(v.mention.span, v.claim)) for v in stated)
        claims, sentence = told, msgspec.structs.replace(sentence, stated=stated)
    changes = tuple([value for value in stated if is_change(value, sentence)])
    if len(stated) == 1 and not changes and not compares and phrases.all.isdisjoint(passage.tokens.words):
        return [as_percent(stated[0], sentence) if claim is stated[0].claim else claim for claim in claims]
    if changes:
        sentence = msgspec.structs.replace(sentence, changes=changes)
    shown = {value.mention.span: as_percent(value, sentence) for value in stated}
    shown |= mark_rates(sentence, shown)
    shown |= mark_changes(sentence, shown)
    kept = [shown.get(claim.mention.span, claim) if claim.mention else claim for claim in claims]
    derived = (derive_claim(relation, passage) for relation in _relations(sentence, shown, earlier, scene.lexicon))
    trends = find_trends(sentence, scene)
    return [*kept, *derived, *trends]


def _stated(claims: Sequence[Claim], passage: Passage) -> Iterator[Stated]:
    """Yield the values of the sentence that are amounts, each with its claim."""
    by_mention = {claim.mention.span: claim for claim in claims if claim.mention is not None}
    for value in passage.values:
        claim, at = by_mention.get(value.mention.span), value.at
        if claim is not None and isinstance(claim.value, Amount) and at.first < at.end:
            yield Stated(at, value.mention, claim, claim.value)


def _may_compare(passage: Passage, phrases: RelationPhrases, standing: frozenset[Phrases]) -> bool:
    """Return whether words of the sentence compare a value with one outside of it: 'twice as many', 'this is half'."""
    return phrases.as_many in standing or (phrases.sums in standing and phrases.sums.at(passage.tokens.words, 0))


def _dated(found: Iterator[Derived], sentence: Sentence) -> Iterator[Derived]:
    """Yield what was *found* of changes with the time they are counted from, beside the value before."""
    for derived in found:
        place = derived.operands[0 if derived.relation == "change" else -1].at
        yield msgspec.structs.replace(derived, base=base_beside(place, sentence))


def _as_shown(value: Stated, claim: Claim) -> Stated:
    """Return *value* with its claim as it came out."""
    return value if claim is value.claim else msgspec.structs.replace(value, claim=claim)


def _relations(
    sentence: Sentence, shown: Mapping[Span, Claim], earlier: Sequence[Claim], lexicon: Lexicon
) -> Iterator[Derived]:
    """Yield what the values of the sentence make together, *shown* being their claims as they came out."""
    told = {v.mention.span: _as_shown(v, shown[v.mention.span]) for v in sentence.stated}
    changes = tuple([told[change.mention.span] for change in sentence.changes])
    sentence = msgspec.structs.replace(sentence, stated=tuple(told.values()), changes=changes)
    yield from find_shares(sentence, lexicon)
    yield from find_all(sentence)
    yield from find_wholes(sentence, earlier)
    yield from _dated(find_changes(sentence), sentence)
    yield from find_steps(sentence)
    yield from find_compared(sentence)
    yield from find_multiples(sentence, earlier)
    yield from find_averages(sentence)
    yield from find_each(sentence)
    yield from find_rates(sentence)
