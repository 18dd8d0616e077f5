"""The claims of one sentence: a value or a name with all that the sentence says of it, before it has a number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

import msgspec

from crosscheck.claims.attributes.choices import choose_attributes
from crosscheck.claims.attributes.levels import Choice
from crosscheck.claims.attributes.value import claim_value
from crosscheck.claims.confidence import ATTRIBUTE_WEIGHT, claim_confidence
from crosscheck.claims.context import read_contexts
from crosscheck.claims.roles.filled import Filled
from crosscheck.claims.roles.placings import in_contest, place_context
from crosscheck.claims.roles.scores import match_context
from crosscheck.claims.scopes.find import find_plain_scope, find_scope
from crosscheck.claims.scopes.modality import find_modality
from crosscheck.claims.scopes.moments import place_in_time
from crosscheck.claims.sentences.passage import At, Passage, ValueAt
from crosscheck.claims.sentences.periods import is_end, is_of_speech, is_status
from crosscheck.claims.shapes.ages import bear_ages
from crosscheck.claims.shapes.bounds import with_bounds
from crosscheck.claims.shapes.houses import bear_houses
from crosscheck.claims.shapes.tallies import bear_tallies
from crosscheck.claims.subjects.clause_subjects import find_clause_subject
from crosscheck.claims.subjects.find import Scene, find_subject
from crosscheck.languages import Terms
from crosscheck.records import (
    GROWTH,
    HEAD_NOUN,
    MATCH,
    RESULT,
    SAYING,
    STATUS,
    UNTIL,
    Amount,
    Claim,
    Context,
    Mention,
    Modality,
    Period,
    SkipReason,
    Span,
    Value,
)

_MATCHES = frozenset({MATCH, RESULT})
_INVERTED = 3
"""How many words of a speaker may stand between a verb of speech and its day: 'sagte die Polizei am Montag'."""


def told_claims(
    several: Sequence[tuple[Passage, Scene]],
    terms: Terms,
    headed: frozenset[Span],
    skipped: list[tuple[Mention, SkipReason]],
) -> Iterator[list[Claim]]:
    """Yield, for each of *several* sentences, the claims of the values that it prints, and of those that it adds up.

    Each reader takes all sentences before the next one begins, so that it stays in the processor's cache: a twentieth
    of the time.
    """
    valued = [(passage, scene) for passage, scene in several if passage.values]
    choices = [choose_attributes(passage, scene.lexicon, headed) for passage, scene in valued]
    contexts = [read_contexts(passage, terms, scene.lexicon.language) for passage, scene in valued]
    read = zip(valued, choices, contexts, strict=True)
    told = [[*_value_claims(*where, chosen, words, skipped)] for where, chosen, words in read]
    aged = [[*bear_ages(claims, *where)] for claims, where in zip(told, valued, strict=True)]
    tallied = [bear_tallies(claims, *where) for claims, where in zip(aged, valued, strict=True)]
    housed = [bear_houses(claims, *where) for claims, where in zip(tallied, valued, strict=True)]
    found = (with_bounds(claims, *where, terms) for claims, where in zip(housed, valued, strict=True))
    return (next(found) if passage.values else [] for passage, _ in several)


def _value_claims(
    passage: Passage,
    scene: Scene,
    choices: Sequence[tuple[ValueAt, Choice | None]],
    contexts: Sequence[Context],
    skipped: list[tuple[Mention, SkipReason]],
) -> Iterator[Claim]:
    """Yield a claim for each value of the sentence that can be one; the rest goes to *skipped*."""
    for (value, choice), words in zip(choices, contexts, strict=True):
        content = claim_value(value.mention, scene.lexicon.language)
        if content is None:
            skipped.append((value.mention, "no date to reckon from" if value.mention.timex else "no value"))
            continue
        if choice is None and _is_within_phrase(value, passage):
            skipped.append((value.mention, "part of a phrase"))
            continue
        context = place_in_time(words, value, choice.concept if choice else "", passage, scene)
        if choice is not None and scene.lexicon.concepts[choice.concept].growth_of:
            context = msgspec.structs.replace(context, aspects=context.aspects | {GROWTH})
        if choice is None:
            yield _plain_claim(value, content, context, passage, scene)
            continue
        rivals = [v.at for v, c in choices if c is not None and c.concept == choice.concept and v is not value]
        subject = find_subject(choice.concept, value.at, choice.cue, passage, scene, rivals)
        scope = find_scope(choice.concept, value.at, choice.cue, passage, scene)
        yield Claim(
            subject=subject.name,
            subject_kind=subject.kind,
            attribute=choice.concept,
            value=content,
            scope=in_contest(scope, passage) if choice.concept in scene.lexicon.places else scope,
            modality=_as_planned(content, _modality(value.at, choice, passage, scene), scene),
            sentence=passage.span,
            quote=passage.text_span(_quote(value.at, choice)),
            mention=value.mention,
            context=context,
            why_subject=subject.why,
            why_attribute=choice.level,
            confidence=claim_confidence(choice.level, subject.why),
        )


def _is_within_phrase(value: ValueAt, passage: Passage) -> bool:
    """Return whether an ordinal is but a word of a longer phrase: 'second quarter', 'first-quarter revenue'."""
    if value.mention.kind != "ordinal":
        return False
    phrases = (
        *(at for at, _ in passage.labels("period")),
        *(at for at, _ in passage.part_words),
        *(cue.at for cue in passage.cues),
        *chain.from_iterable(passage.vetoes.values()),
    )
    return any(at.first <= value.at.first < at.end - 1 for at in phrases)


def _modality(value: At, choice: Choice, passage: Passage, scene: Scene) -> Modality:
    """Return how the clause is meant; a plan of what goes by its plan is as good as stated."""
    concept = scene.lexicon.concepts[choice.concept]
    told = find_modality(value, choice.cue, passage, scene, wanted=not concept.suffered)
    if told == "denied" and (cue := _denying_cue(choice.concept, passage)) is not None:
        told = find_modality(value, cue, passage, scene, wanted=not concept.suffered)
    return "asserted" if told == "planned" and concept.design else told


def _denying_cue(concept: str, passage: Passage) -> At | None:
    """Return the cue of a concept that says 'not' itself, None where none does: 'did not vote'."""
    cues = [hit.at for hit in passage.hits.get("cue", ()) if hit.cue.concept == concept]
    denials = passage.parts("denied")
    return next((at for at in cues if any(at.first <= no.first < at.end for no in denials)), None)


def _as_planned(value: Value, modality: Modality, scene: Scene) -> Modality:
    """Return how a value is meant, a date that is still to come as planned: 'settled on October for its opening'."""
    ahead = isinstance(value, Period) and scene.published is not None and value.first > scene.published
    return "planned" if ahead and modality == "asserted" else modality


def _plain_claim(value: ValueAt, content: Value, context: Context, passage: Passage, scene: Scene) -> Claim:
    """Return the claim of a value that no concept knows: its counted noun or kind, of nothing that it asks for.

    The day on which somebody spoke is that of no event.
    """
    mention = value.mention
    scope = find_plain_scope(value, passage, scene)
    bearer = find_clause_subject(value.at, passage, scene).name
    if isinstance(content, Period) and is_of_speech(value.at, passage, _INVERTED):
        scope = msgspec.structs.replace(scope, part=SAYING)
    elif isinstance(content, Period) and is_status(value.at, passage):
        scope = msgspec.structs.replace(scope, part=STATUS)
    elif isinstance(content, Period) and is_end(value.at, passage):
        scope = msgspec.structs.replace(scope, part=UNTIL)
    return Claim(
        attribute=mention.unit or mention.kind,
        value=content,
        scope=scope,
        modality=find_modality(value.at, value.at, passage, scene),
        sentence=passage.span,
        quote=mention.span,
        mention=mention,
        context=msgspec.structs.replace(context, bearer=bearer) if bearer else context,
        why_attribute=HEAD_NOUN,
        confidence=ATTRIBUTE_WEIGHT[HEAD_NOUN],
    )


def filled_claim(filled: Filled, passage: Passage, scene: Scene) -> Claim:
    """Return the claim of what fills a concept without a number."""
    subject = filled.subject
    scope = find_scope(filled.concept, filled.at, filled.cue, passage, scene)
    is_place = isinstance(filled.value, Amount)
    if is_place:
        scope = in_contest(scope, passage)
    if scene.lexicon.concepts[filled.concept].told_by:  # of one vote or match, which has no parts and no course
        scope = msgspec.structs.replace(scope, part="", time="")
    return Claim(
        subject=subject.name,
        subject_kind=subject.kind,
        attribute=filled.concept,
        value=filled.value,
        scope=scope,
        modality=filled.modality or find_modality(filled.at, filled.cue, passage, scene),
        sentence=passage.span,
        quote=passage.text_span(filled.at),
        context=_context(filled, passage, scene),
        why_subject=subject.why,
        why_attribute="cue in the clause",
        confidence=claim_confidence("cue in the clause", subject.why),
    )


def _context(filled: Filled, passage: Passage, scene: Scene) -> Context | None:
    """Return the context of a place in a contest, or of words for how a match ended; None of anything else."""
    if isinstance(filled.value, Amount):
        return place_context(filled.at, passage, scene)
    return match_context(filled.at, passage, scene) if filled.concept in _MATCHES else None


def _quote(at: At, choice: Choice) -> At:
    """Return the value with the noun or whole that follows it, as far as the concept was chosen by that."""
    if choice.level in {"counted noun", "named whole"} and choice.cue.first >= at.first:
        return At(at.first, max(at.end, choice.cue.end))
    return at
