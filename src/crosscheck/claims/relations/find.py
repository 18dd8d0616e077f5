"""All relations of a sentence, as claims beside those of its values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from crosscheck.claims.attributes.fitting import SHARE_RULES
from crosscheck.claims.relations.bases import base_beside
from crosscheck.claims.relations.change_words import is_change, may_change
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
    words = passage.tokens.words
    standing = phrases.standing_in(words)
    stated = tuple(_stated(claims, passage))
    compares = _may_compare(passage, phrases, standing)
    if not stated and not compares:
        return list(claims)
    sentence = Sentence(passage, words, stated, phrases, standing, terms, scene.after)
    outcomes = mark_outcomes(sentence, scene.lexicon.raced)
    if outcomes:
        claims, sentence = _as_marked(claims, outcomes), _with_marked(sentence, outcomes)
        stated = sentence.stated
    changes = tuple([value for value in stated if is_change(value, sentence)]) if may_change(sentence) else ()
    marked = {v.mention.span: as_percent(v, sentence) for v in stated if v.mention.rule in SHARE_RULES}
    if len(stated) == 1 and not changes and not compares and phrases.all.isdisjoint(words):
        return _as_marked(claims, marked)
    marked |= mark_rates(sentence, marked)
    if changes:
        sentence = msgspec.structs.replace(sentence, changes=changes)
        marked |= mark_changes(sentence, marked)
    told = _with_marked(sentence, marked) if marked else sentence
    derived = (derive_claim(relation, passage) for relation in _relations(told, earlier, scene.lexicon))
    return [*_as_marked(claims, marked), *derived, *find_trends(sentence, scene)]


def _stated(claims: Sequence[Claim], passage: Passage) -> Iterator[Stated]:
    """Yield the values of the sentence that are amounts, each with its claim."""
    by_mention = {claim.mention.span: claim for claim in claims if claim.mention is not None}
    for value in passage.values:
        claim, at = by_mention.get(value.mention.span), value.at
        if claim is not None and isinstance(claim.value, Amount) and at.first < at.end:
            yield Stated(at, value.mention, claim, claim.value, value.mention.kind)


def _may_compare(passage: Passage, phrases: RelationPhrases, standing: frozenset[Phrases]) -> bool:
    """Return whether words of the sentence compare a value with one outside of it: 'twice as many', 'this is half'."""
    return phrases.as_many in standing or (phrases.sums in standing and phrases.sums.at(passage.tokens.words, 0))


def _dated(found: Iterator[Derived], sentence: Sentence) -> Iterator[Derived]:
    """Yield what was *found* of changes with the time they are counted from, beside the value before."""
    for derived in found:
        place = derived.operands[0 if derived.relation == "change" else -1].at
        yield msgspec.structs.replace(derived, base=base_beside(place, sentence))


def _as_marked(claims: Sequence[Claim], marked: Mapping[Span, Claim]) -> list[Claim]:
    """Return *claims*, those in place of them that are *marked* by their mentions."""
    if not marked:
        return list(claims)
    return [marked.get(claim.mention.span, claim) if claim.mention else claim for claim in claims]


def _with_marked(sentence: Sentence, marked: Mapping[Span, Claim]) -> Sentence:
    """Return *sentence* with the claims of its values that are *marked* by their mentions."""
    stated = [msgspec.structs.replace(v, claim=marked.get(v.mention.span, v.claim)) for v in sentence.stated]
    changing = {change.mention.span for change in sentence.changes}
    changes = tuple([value for value in stated if value.mention.span in changing])
    return msgspec.structs.replace(sentence, stated=tuple(stated), changes=changes)


def _relations(sentence: Sentence, earlier: Sequence[Claim], lexicon: Lexicon) -> Iterator[Derived]:
    """Yield what the values of the sentence make together, which have their claims as they came out."""
    phrases = sentence.phrases
    yield from find_shares(sentence, lexicon)
    yield from find_all(sentence)
    yield from find_wholes(sentence, earlier)
    if sentence.changes or not phrases.comparing.isdisjoint(sentence.standing):
        yield from _dated(find_changes(sentence), sentence)
        yield from find_steps(sentence)
        yield from find_compared(sentence)
        yield from find_multiples(sentence, earlier)
    if "average" in sentence.passage.words:
        yield from find_averages(sentence)
    yield from find_each(sentence)
    yield from find_rates(sentence)
