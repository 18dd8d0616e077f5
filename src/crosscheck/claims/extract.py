"""All claims of a document, sentence by sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

import msgspec

from crosscheck.claims.drafting import filled_claim, told_claims
from crosscheck.claims.relations import with_relations
from crosscheck.claims.roles.finders import find_filled
from crosscheck.claims.roles.occurrences import with_occurrences
from crosscheck.claims.roles.posts import without_rivals
from crosscheck.claims.roles.statements import read_statement
from crosscheck.claims.sentences.cast import Cast, Named, gather_names
from crosscheck.claims.sentences.cues import ActiveCues
from crosscheck.claims.sentences.heading import heading_dates
from crosscheck.claims.sentences.layout import read_passage
from crosscheck.claims.sentences.lexicon import Lexicon
from crosscheck.claims.sentences.passage import Passage
from crosscheck.claims.sentences.portions import as_wholes
from crosscheck.claims.sentences.sections import read_sections
from crosscheck.claims.sentences.signs import Signs
from crosscheck.claims.sentences.tokens import Tokens, cut_sentences
from crosscheck.claims.shapes.ranks import with_ranks
from crosscheck.claims.subjects.find import NAMED_EVENT, Scene
from crosscheck.claims.subjects.speakers import find_speakers
from crosscheck.claims.subjects.voices import find_voice
from crosscheck.languages import LanguagePack, Terms, load_contraries, load_terms
from crosscheck.records import (
    Annotated,
    Claim,
    Entity,
    Mention,
    Section,
    SkipReason,
    Span,
    Statement,
    Voice,
)

_Source = tuple[str | None, Voice | None]
"""Who says what a sentence says: a name, a side."""
_NOBODY: _Source = (None, None)
_TOGETHER = 64
"""How many sentences each reader of values takes before the next one does."""
_LOOK_BACK = 2
"""How many sentences before this one a pronoun may reach."""


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
    terms = load_terms(annotated.document.language)
    active = lexicon.active_cues(tokens, signs)
    passages = tuple(_passages(annotated, tokens, signs, cast, active, terms))
    scenes = _scenes(passages, cast, lexicon, annotated.document.published, active.concepts)
    poles, none = load_contraries(annotated.document.language).poles, lexicon.language.clauses.modality.none
    key = annotated.document.key
    skipped: list[tuple[Mention, SkipReason]] = []
    drafts = [*_drafts(passages, scenes, terms, headed, skipped)]
    speakers = find_speakers(passages, scenes)
    read = zip(passages, speakers, strict=True)
    statements = (read_statement(passage, none, poles, terms, speaker, key) for passage, speaker in read)
    stated = tuple([statement for statement in statements if statement is not None])
    claimed = {c.mention.span for c in drafts if c.mention}
    skipped = [row for row in skipped if row[0].span not in claimed]
    seen = claimed | {mention.span for mention, _ in skipped}
    skipped += ((m, "across two sentences") for m in annotated.mentions if m.kind != "name" and m.span not in seen)
    sources = _sources(passages, speakers, lexicon.language)
    claims = _numbered(without_rivals(drafts, lexicon.concepts), key, sources)
    sections = read_sections(annotated.document.text, cast.named, terms)
    event = cast.event or _borne_event(claims)
    return Extraction(claims, cast.entities, event, tuple(skipped), sections, stated, sentences)


def _scenes(
    passages: tuple[Passage, ...], cast: Cast, lexicon: Lexicon, published: date | None, active: frozenset[str]
) -> list[Scene]:
    """Return what each sentence is read in: the sentences before it, and those beside it."""
    beside = zip((*passages[1:], None), (None, *passages[:-1]), strict=True)
    return [
        Scene(cast, lexicon, passages[max(i - _LOOK_BACK, 0) : i], published, after, prior, active)
        for i, (after, prior) in enumerate(beside)
    ]


def _drafts(
    passages: Sequence[Passage],
    scenes: Sequence[Scene],
    terms: Terms,
    headed: frozenset[Span],
    skipped: list[tuple[Mention, SkipReason]],
) -> Iterator[Claim]:
    """Yield the claims of all sentences, in their order; values that are none go to *skipped*."""
    earlier: Sequence[Claim] = ()
    for first in range(0, len(passages), _TOGETHER):
        several = [*zip(passages[first : first + _TOGETHER], scenes[first : first + _TOGETHER], strict=True)]
        found: list[list[Claim]] = []
        for told, (passage, scene) in zip(told_claims(several, terms, headed, skipped), several, strict=True):
            wholes = as_wholes(told, earlier, scene.lexicon.portions)
            found.append(_with_implied(wholes, passage, scene, terms, earlier))
            earlier = wholes
        for drafts, (passage, scene) in zip(found, several, strict=True):
            yield from drafts
            for filled in find_filled(passage, scene) if passage.cues else ():
                yield filled_claim(filled, passage, scene)


def _with_implied(
    told: list[Claim], passage: Passage, scene: Scene, terms: Terms, earlier: Sequence[Claim]
) -> list[Claim]:
    """Return *told*, the claims of a sentence's values, with what these make together, and its ranks and happenings."""
    if not passage.values:
        return with_ranks(told, passage, scene, terms)
    found = with_relations(told, passage, scene, terms, earlier)
    return with_occurrences(with_ranks(found, passage, scene, terms), passage, scene)


def _sources(passages: Sequence[Passage], speakers: Sequence[str | None], language: LanguagePack) -> dict[int, _Source]:
    """Return who says what the sentences say, of those where somebody does, by where they begin."""
    told = (
        (passage.span.start, find_voice(passage, name, language))
        for passage, name in zip(passages, speakers, strict=True)
    )
    return {start: source for start, source in told if source != _NOBODY}


def _numbered(drafts: Sequence[Claim], key: str, sources: Mapping[int, _Source]) -> tuple[Claim, ...]:
    """Return the claims of the document *key* in text order, with their ids and their *sources*, by sentence."""
    ordered = sorted(drafts, key=lambda claim: (claim.quote.start, claim.quote.end, claim.attribute))
    return tuple(
        msgspec.structs.replace(claim, id=f"{key}#{number}", document=key)
        if (source := sources.get(claim.sentence.start)) is None
        else msgspec.structs.replace(claim, id=f"{key}#{number}", document=key, speaker=source[0], voice=source[1])
        for number, claim in enumerate(ordered, 1)
    )


def _borne_event(claims: Sequence[Claim]) -> str:
    """Return the one event that sentences name as what their values are of, '' where none or several do."""
    named = {claim.subject for claim in claims if claim.why_subject == NAMED_EVENT}
    return named.pop() if len(named) == 1 else ""


def _passages(
    annotated: Annotated, tokens: Sequence[Tokens], signs: Sequence[Signs], cast: Cast, active: ActiveCues, terms: Terms
) -> Iterator[Passage]:
    text = annotated.document.text
    values = _by_sentence([m for m in annotated.mentions if m.kind != "name"], annotated.sentences)
    names = _by_sentence(cast.named, annotated.sentences)
    sentences = zip(annotated.sentences, tokens, values, names, signs, strict=True)
    for span, words, inside, named, told in sentences:
        if words.words:
            yield read_passage(text, span, words, inside, named, told, active, terms)


Placed = TypeVar("Placed", Mention, Named)


def _by_sentence(placed: Sequence[Placed], sentences: Sequence[Span]) -> Iterator[Sequence[Placed]]:
    """Yield, for each sentence, what of *placed*, which is in order, lies in it, not what a boundary cuts."""
    starts = [each.span.start for each in placed]
    first = 0
    for span in sentences:
        end = bisect_left(starts, span.end, first)
        inside = placed[first:end]
        if inside and (starts[first] < span.start or inside[-1].span.end > span.end):
            inside = [each for each in inside if each.span in span]
        yield inside
        first = end
