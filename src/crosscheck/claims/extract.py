"""All claims of a document, sentence by sentence."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeVar

import msgspec

from crosscheck.claims.arguments import by_salience
from crosscheck.claims.cast import Cast, Named, gather_names
from crosscheck.claims.characterisations import find_characterisations, find_steadiness
from crosscheck.claims.deeds import find_deeds
from crosscheck.claims.drafting import filled_claim, told_claims
from crosscheck.claims.headed import find_heads
from crosscheck.claims.heading import heading_dates
from crosscheck.claims.lexicon import Lexicon
from crosscheck.claims.nones import find_nones
from crosscheck.claims.occurrences import with_occurrences
from crosscheck.claims.passage import Passage, read_passage
from crosscheck.claims.polarity import find_polarities
from crosscheck.claims.portions import as_wholes
from crosscheck.claims.posts import find_posts, without_rivals
from crosscheck.claims.ranks import with_ranks
from crosscheck.claims.relations import with_relations
from crosscheck.claims.results import find_results
from crosscheck.claims.roles import find_roles
from crosscheck.claims.sections import read_sections
from crosscheck.claims.signs import Signs
from crosscheck.claims.speakers import find_speakers
from crosscheck.claims.statements import read_statement
from crosscheck.claims.subjects import NAMED_EVENT, Scene
from crosscheck.claims.tokens import Tokens, cut_sentences
from crosscheck.languages import load_contraries, load_terms
from crosscheck.records import (
    Annotated,
    Claim,
    Entity,
    Mention,
    Section,
    SkipReason,
    Span,
    Statement,
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
    scenes = _scenes(passages, cast, lexicon, annotated.document.published)
    terms = load_terms(annotated.document.language)
    poles, none = load_contraries(annotated.document.language).poles, lexicon.language.clauses.modality.none
    statements: list[Statement | None] = []
    drafts: list[Claim] = []
    earlier: Sequence[Claim] = ()
    skipped: list[tuple[Mention, SkipReason]] = []
    for passage, scene, speaker in zip(passages, scenes, find_speakers(passages, scenes), strict=True):
        found = [*as_wholes(told_claims(passage, scene, terms, headed, skipped), earlier, lexicon.portions)]
        found, earlier = with_relations(found, passage, scene, terms, earlier), found
        found = with_occurrences(with_ranks(found, passage, scene, terms), passage, scene)
        if passage.cues:
            found += (filled_claim(filled, passage, scene) for find in _FILLED for filled in find(passage, scene))
        statements.append(read_statement(passage, none, terms, poles, speaker))
        drafts += found if speaker is None else (msgspec.structs.replace(c, speaker=speaker) for c in found)
    claimed = {c.mention.span for c in drafts if c.mention}
    skipped = [row for row in skipped if row[0].span not in claimed]
    told = claimed | {mention.span for mention, _ in skipped}
    skipped += ((m, "across two sentences") for m in annotated.mentions if m.kind != "name" and m.span not in told)
    key = annotated.document.key
    claims = _numbered(without_rivals(drafts, lexicon.concepts), key)
    sections = read_sections(annotated.document.text, cast.named, terms)
    stated = tuple(msgspec.structs.replace(s, document=key) for s in statements if s is not None)
    return Extraction(
        claims, cast.entities, cast.event or _borne_event(claims), tuple(skipped), sections, stated, sentences
    )


def _scenes(passages: Sequence[Passage], cast: Cast, lexicon: Lexicon, published: date | None) -> list[Scene]:
    """Return what each sentence is read in: the names before it, and the sentences beside it."""
    names = [by_salience(passage, lexicon.language.grammar) for passage in passages]
    beside = zip((*passages[1:], None), (None, *passages[:-1]), strict=True)
    return [
        Scene(cast, lexicon, tuple(names[max(i - _LOOK_BACK, 0) : i]), published, after, prior)
        for i, (after, prior) in enumerate(beside)
    ]


def _numbered(drafts: Sequence[Claim], key: str) -> tuple[Claim, ...]:
    """Return the claims of the document *key* in text order, with their ids."""
    ordered = sorted(drafts, key=lambda claim: (claim.quote, claim.attribute))
    return tuple(
        msgspec.structs.replace(claim, id=f"{key}#{number}", document=key) for number, claim in enumerate(ordered, 1)
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
