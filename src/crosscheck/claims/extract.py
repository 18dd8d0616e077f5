"""All claims of a document, sentence by sentence."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TypeVar

import msgspec

from crosscheck.claims.ages import bear_ages
from crosscheck.claims.arguments import by_salience
from crosscheck.claims.attributes import Choice
from crosscheck.claims.bounds import with_bounds
from crosscheck.claims.cast import Cast, Named, gather_names
from crosscheck.claims.characterisations import find_characterisations, find_steadiness
from crosscheck.claims.choices import choose_attributes
from crosscheck.claims.clause_subjects import find_clause_subject
from crosscheck.claims.confidence import ATTRIBUTE_WEIGHT, claim_confidence
from crosscheck.claims.context import read_contexts
from crosscheck.claims.deeds import find_deeds
from crosscheck.claims.headed import find_heads
from crosscheck.claims.heading import heading_dates
from crosscheck.claims.lexicon import Lexicon
from crosscheck.claims.modality import find_modality
from crosscheck.claims.moments import place_in_time
from crosscheck.claims.nones import find_nones
from crosscheck.claims.occurrences import with_occurrences
from crosscheck.claims.passage import At, Passage, ValueAt, read_passage
from crosscheck.claims.periods import is_end, is_of_speech
from crosscheck.claims.polarity import find_polarities
from crosscheck.claims.portions import as_wholes
from crosscheck.claims.posts import find_posts, without_rivals
from crosscheck.claims.ranks import with_ranks
from crosscheck.claims.relations import with_relations
from crosscheck.claims.results import find_results
from crosscheck.claims.roles import Filled, find_roles
from crosscheck.claims.scope import find_scope
from crosscheck.claims.sections import read_sections
from crosscheck.claims.signs import Signs
from crosscheck.claims.speakers import find_speakers
from crosscheck.claims.statements import read_statement
from crosscheck.claims.subjects import NAMED_EVENT, Scene, find_subject
from crosscheck.claims.tallies import bear_tallies
from crosscheck.claims.tokens import Tokens, cut_sentences
from crosscheck.claims.value import claim_value
from crosscheck.languages import Terms, load_poles, load_terms
from crosscheck.records import (
    HEAD_NOUN,
    SAYING,
    UNTIL,
    Annotated,
    Claim,
    Context,
    Entity,
    Mention,
    Modality,
    Period,
    Section,
    SkipReason,
    Span,
    Statement,
    Value,
)

_FILLED = (
    find_roles,
    find_posts,
    find_deeds,
    find_heads,
    find_polarities,
    find_nones,
    find_characterisations,
    find_steadiness,
    find_results,
)
"""What finds claims without a number, where a sentence has cues for them."""
_LOOK_BACK = 2
"""How many sentences before this one a pronoun may reach."""
_INVERTED = 3
"""How many words of a speaker may stand between a verb of speech and its day: 'sagte die Polizei am Montag'."""


class Extraction(msgspec.Struct, frozen=True):
    """What a document claims: claims in text order, the entities they are about, the event it is about ('' if none).

    ``skipped`` holds each value mention that became no claim, with the reason, ``sections`` what each paragraph names,
    ``statements`` the sentences with words that may be denied, ``sentences`` where each sentence stands.
    """

    claims: tuple[Claim, ...]
    entities: tuple[Entity, ...]
    event: str
    skipped: tuple[tuple[Mention, SkipReason], ...]
    sections: tuple[Section, ...] = ()
    statements: tuple[Statement, ...] = ()
    sentences: tuple[Span, ...] = ()


def extract_claims(annotated: Annotated, lexicon: Lexicon) -> Extraction:
    """Return the claims of *annotated*, read with *lexicon*, which must be of the document's language.

    Every value mention becomes a claim or is skipped with a reason; a value that no concept knows becomes a claim about
    its counted noun, without a subject.
    """
    sentences, tokens = cut_sentences(annotated.document.text, annotated.sentences)
    annotated = msgspec.structs.replace(annotated, sentences=sentences)
    headed = frozenset(mention.span for mention in heading_dates(annotated))
    signs = lexicon.read_signs(tokens)
    cast = gather_names(annotated, tokens, signs, lexicon)
    passages = list(_passages(annotated, tokens, signs, cast, lexicon))
    names = [by_salience(passage, lexicon.language.grammar) for passage in passages]
    scenes = [
        Scene(cast, lexicon, tuple(names[max(i - _LOOK_BACK, 0) : i]), annotated.document.published, after, prior)
        for i, (after, prior) in enumerate(zip((*passages[1:], None), (None, *passages[:-1]), strict=True))
    ]
    terms = load_terms(annotated.document.language)
    poles, none = load_poles(annotated.document.language), lexicon.language.clauses.modality.none
    statements: list[Statement | None] = []
    drafts: list[Claim] = []
    earlier: Sequence[Claim] = ()
    skipped: list[tuple[Mention, SkipReason]] = []
    for passage, scene, speaker in zip(passages, scenes, find_speakers(passages, scenes), strict=True):
        found = [*as_wholes(_told_claims(passage, scene, terms, headed, skipped), earlier, lexicon.portions)]
        found, earlier = with_relations(found, passage, scene, terms, earlier), found
        found = with_occurrences(with_ranks(found, passage, scene, terms), passage, scene)
        if passage.cues:
            found += (_filled_claim(filled, passage, scene) for find in _FILLED for filled in find(passage, scene))
        statements.append(read_statement(passage, none, terms, poles, speaker))
        drafts += found if speaker is None else (msgspec.structs.replace(c, speaker=speaker) for c in found)
    claimed = {c.mention.span for c in drafts if c.mention}
    skipped = [row for row in skipped if row[0].span not in claimed]
    told = claimed | {mention.span for mention, _ in skipped}
    skipped += ((m, "across two sentences") for m in annotated.mentions if m.kind != "name" and m.span not in told)
    drafts = without_rivals(drafts, lexicon.concepts)
    drafts.sort(key=lambda claim: (claim.quote, claim.attribute))
    key = annotated.document.key
    claims = tuple(
        msgspec.structs.replace(claim, id=f"{key}#{number}", document=key) for number, claim in enumerate(drafts, 1)
    )
    sections = read_sections(annotated.document.text, cast.named, terms)
    stated = tuple(msgspec.structs.replace(s, document=key) for s in statements if s is not None)
    return Extraction(
        claims, cast.entities, cast.event or _borne_event(claims), tuple(skipped), sections, stated, sentences
    )


def _borne_event(claims: Sequence[Claim]) -> str:
    """Return the one event that sentences name as what their values are of, '' where none or several do."""
    named = {claim.subject for claim in claims if claim.why_subject == NAMED_EVENT}
    return named.pop() if len(named) == 1 else ""


def _passages(
    annotated: Annotated, tokens: Sequence[Tokens], signs: Sequence[Signs], cast: Cast, lexicon: Lexicon
) -> Iterator[Passage]:
    active = lexicon.active_cues(tokens, signs)
    mentions, named = deque(annotated.mentions), deque(cast.named)
    for index, (span, words, told) in enumerate(zip(annotated.sentences, tokens, signs, strict=True)):
        inside = tuple(_take(mentions, span))
        names = tuple(_take(named, span))
        if len(words):
            yield read_passage(index, annotated.document.text, span, words, inside, names, told, active)


Placed = TypeVar("Placed", Mention, Named)


def _take(queue: deque[Placed], span: Span) -> Iterator[Placed]:
    """Yield from the front of *queue* what lies in *span*; what a boundary cuts belongs to neither side."""
    while queue and queue[0].span.start < span.end:
        placed = queue.popleft()
        if placed.span in span:
            yield placed


def _told_claims(
    passage: Passage, scene: Scene, terms: Terms, headed: frozenset[Span], skipped: list[tuple[Mention, SkipReason]]
) -> list[Claim]:
    """Return the claims of the values that the sentence prints, with those that it adds up, in its bounds."""
    if not passage.values:
        return []
    choices = choose_attributes(passage, scene.lexicon, headed)
    found = [*bear_ages([*_value_claims(passage, scene, choices, terms, skipped)], passage, scene)]
    return with_bounds([*bear_tallies(found, passage, scene)], passage, scene, terms)


def _value_claims(
    passage: Passage,
    scene: Scene,
    choices: Sequence[tuple[ValueAt, Choice | None]],
    terms: Terms,
    skipped: list[tuple[Mention, SkipReason]],
) -> Iterator[Claim]:
    """Yield a claim for each value of the sentence that can be one; the rest goes to *skipped*."""
    for (value, choice), words in zip(choices, read_contexts(passage, terms, scene.lexicon.language), strict=True):
        content = claim_value(value.mention, scene.lexicon.language)
        if content is None:
            skipped.append((value.mention, "no date to reckon from" if value.mention.timex else "no value"))
            continue
        if choice is None and _is_within_phrase(value, passage):
            skipped.append((value.mention, "part of a phrase"))
            continue
        context = place_in_time(words, value, choice.concept if choice else "", passage, scene)
        if choice is None:
            yield _plain_claim(value, content, context, passage, scene)
            continue
        rivals = [v.at for v, c in choices if c is not None and c.concept == choice.concept and v is not value]
        subject = find_subject(choice.concept, value.at, choice.cue, passage, scene, rivals)
        yield Claim(
            id="",
            document="",
            subject=subject.name,
            subject_kind=subject.kind,
            attribute=choice.concept,
            value=content,
            scope=find_scope(choice.concept, value.at, choice.cue, passage, scene),
            modality=_as_planned(content, _modality(value.at, choice, passage, scene), scene),
            speaker=None,
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
    return "asserted" if told == "planned" and concept.design else told


def _as_planned(value: Value, modality: Modality, scene: Scene) -> Modality:
    """Return how a value is meant, a date that is still to come as planned: 'settled on October for its opening'."""
    ahead = isinstance(value, Period) and scene.published is not None and value.first > scene.published
    return "planned" if ahead and modality == "asserted" else modality


def _plain_claim(value: ValueAt, content: Value, context: Context, passage: Passage, scene: Scene) -> Claim:
    """Return the claim of a value that no concept knows: its counted noun or kind, of nothing that it asks for.

    The day on which somebody spoke is that of no event.
    """
    mention = value.mention
    scope = find_scope("", value.at, value.at, passage, scene)
    bearer = find_clause_subject(value.at, passage, scene).name
    if isinstance(content, Period) and is_of_speech(value.at, passage, _INVERTED):
        scope = msgspec.structs.replace(scope, part=SAYING)
    elif isinstance(content, Period) and is_end(value.at, passage):
        scope = msgspec.structs.replace(scope, part=UNTIL)
    return Claim(
        id="",
        document="",
        subject="",
        subject_kind="",
        attribute=mention.unit or mention.kind,
        value=content,
        scope=scope,
        modality=find_modality(value.at, value.at, passage, scene),
        speaker=None,
        sentence=passage.span,
        quote=mention.span,
        mention=mention,
        context=msgspec.structs.replace(context, bearer=bearer) if bearer else context,
        why_attribute=HEAD_NOUN,
        confidence=ATTRIBUTE_WEIGHT[HEAD_NOUN],
    )


def _filled_claim(filled: Filled, passage: Passage, scene: Scene) -> Claim:
    subject = filled.subject
    scope = find_scope(filled.concept, filled.at, filled.cue, passage, scene)
    if scene.lexicon.concepts[filled.concept].told_by:  # of one vote or match, which has no parts and no course
        scope = msgspec.structs.replace(scope, part="", time="")
    return Claim(
        id="",
        document="",
        subject=subject.name,
        subject_kind=subject.kind,
        attribute=filled.concept,
        value=filled.value,
        scope=scope,
        modality=filled.modality or find_modality(filled.at, filled.cue, passage, scene),
        speaker=None,
        sentence=passage.span,
        quote=passage.text_span(filled.at),
        why_subject=subject.why,
        why_attribute="cue in the clause",
        confidence=claim_confidence("cue in the clause", subject.why),
    )


def _quote(at: At, choice: Choice) -> At:
    """Return the value with the noun or whole that follows it, as far as the concept was chosen by that."""
    if choice.level in {"counted noun", "named whole"} and choice.cue.first >= at.first:
        return At(at.first, max(at.end, choice.cue.end))
    return at
