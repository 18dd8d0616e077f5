"""Who holds a post that one person alone holds: 'finance chief Ann Low', 'Ann Low, the club's coach'."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from crosscheck.claims.roles.filled import Filled
from crosscheck.claims.scopes.modality import find_modality
from crosscheck.claims.sentences.lexicon import PERSON
from crosscheck.claims.sentences.passage import At, CueAt, Passage
from crosscheck.claims.subjects.bodies import UNTOLD, find_body
from crosscheck.claims.subjects.find import Scene
from crosscheck.claims.subjects.holders import find_holder
from crosscheck.domains import EVENT, Concept
from crosscheck.records import Claim, Modality, Role

_GUESSED = frozenset({"event of the document", "pronoun or anaphor"})
"""How a post's body is found where its sentence does not name it."""
_BEFORE = 2
"""How many words before a post may say that its holder is not in office."""


def find_posts(passage: Passage, scene: Scene) -> Iterator[Filled]:
    """Yield who holds each post of the concepts that the sentence names together with its holder.

    A post that somebody held, will hold or stands in for, and one that many hold, has no holder. In a sentence that
    tells of a post's changing hands, everybody's holding it is only planned.
    """
    if not any(name.kind in {PERSON, ""} for name in passage.names):
        return
    words = scene.lexicon.language.clauses.posts
    changes, enters = "turnover" in passage.words, "entering" in passage.words
    for hit in _post_cues(passage, scene):
        concept = scene.lexicon.concepts[hit.cue.concept]
        body = find_body(hit, concept, passage, scene)
        if body is None or not _is_sole(body.phrase, hit.at, passage, scene, concept):
            continue
        of_event = set(concept.subject) == {EVENT}
        holder = find_holder(body.phrase, hit.at, passage, words, of_event=of_event)
        if holder is None or holder.name.name == body.subject.name:
            continue
        at = holder.name.at
        stated = find_modality(at, hit.at, passage, scene) if holder.says else "asserted"
        modality: Modality = "planned" if changes or (enters and not of_event) else stated
        yield Filled(hit.cue.concept, Role(holder.name.name, PERSON), body.subject, at | body.phrase, hit.at, modality)


def without_rivals(claims: Iterable[Claim], concepts: Mapping[str, Concept]) -> list[Claim]:
    """Return *claims*, those of one document, without the posts that it gives to several people.

    They are posts of several bodies; where it does not name them itself, their bodies are left open.
    """
    kept = list(claims)
    holders: dict[tuple[str, str, str], set[str]] = {}
    for claim in kept:
        if isinstance(claim.value, Role) and _is_held(claim, concepts):
            holders.setdefault(_post(claim), set()).add(claim.value.name)
    several = {post for post, names in holders.items() if len(names) > 1 and post[-1]}
    if not several:
        return kept
    told = (_left_open(c, concepts) if _is_held(c, concepts) and _post(c) in several else c for c in kept)
    return [c for c in told if c is not None]


def _post(claim: Claim) -> tuple[str, str, str]:
    return claim.attribute, claim.subject, claim.subject_kind


def _left_open(claim: Claim, concepts: Mapping[str, Concept]) -> Claim | None:
    """Return a claim of a body's post with the body left open, None where the sentence names it or one is all."""
    if claim.why_subject not in _GUESSED or set(concepts[claim.attribute].subject) == {EVENT}:
        return None
    return msgspec.structs.replace(claim, subject=UNTOLD.name, subject_kind=UNTOLD.kind, why_subject=UNTOLD.why)


def _is_held(claim: Claim, concepts: Mapping[str, Concept]) -> bool:
    concept = concepts.get(claim.attribute)
    return concept is not None and concept.post and claim.modality == "asserted"


def _post_cues(passage: Passage, scene: Scene) -> Iterator[CueAt]:
    """Yield the names of posts, only the longest of those that overlap, without those that a veto rules out."""
    posts = scene.lexicon.posts
    named = [hit for hit in passage.cues if hit.cue.concept in posts and hit.cue.part in {"cue", "head"}]
    for hit in named:
        longer = any(o.at.first <= hit.at.first and hit.at.end <= o.at.end and o.at != hit.at for o in named)
        if not longer and hit.cue.concept not in passage.vetoes:
            yield hit


def _is_sole(phrase: At, post: At, passage: Passage, scene: Scene, concept: Concept) -> bool:
    """Return whether nothing beside the post says that it is no longer, not yet or not alone held.

    Where nouns have no capitals, an unknown word before it may make it another post: 'regional finance chief'.
    """
    language = scene.lexicon.language
    words, posts = passage.tokens.words, language.clauses.posts
    bars = posts.indefinite | posts.vacating
    bars_behind = posts.vacating | posts.leaving
    if any(words[i] in bars for start in (phrase.first, post.first) for i in range(max(start - _BEFORE, 0), start)):
        return False
    if any(end < len(words) and words[end] in bars_behind for end in (post.end, phrase.end)):
        return False
    named = words[post.first] in concept.cues.get(language.code, ())
    if not named and words[post.first].partition("-")[0] in posts.vacating:
        return False
    before = phrase.first - 1
    if before < 0 or language.names.nouns_capitalised or not words[before][0].isalpha():
        return True
    named = any(name.at.first <= before < name.at.end for name in passage.names)
    small = any(at.first <= before < at.end for places in passage.words.values() for at in places)
    return named or small or words[before] in language.terms.stop
