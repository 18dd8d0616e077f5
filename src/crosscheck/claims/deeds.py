"""Who does what a post is for: 'designed by Ann Low', 'Den Vorsitz führte Richterin Ann Low', 'Low, who chaired it'."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.claims.headed import subject_before
from crosscheck.claims.holders import described_behind
from crosscheck.claims.lexicon import PERSON
from crosscheck.claims.modality import find_modality
from crosscheck.claims.passage import At, NamedAt, Passage
from crosscheck.claims.roles import Filled
from crosscheck.claims.subjects import UNNAMED_EVENT, Scene
from crosscheck.languages import PostWords
from crosscheck.records import Modality, Role


def find_doers(passage: Passage, scene: Scene) -> Iterator[Filled]:
    """Yield who does what the posts of an event are for, of the words before or behind the name that say so."""
    deeds = [hit for hit in passage.cues if hit.cue.part in {"by", "does"} and hit.cue.concept not in passage.vetoes]
    if not deeds or passage.parts("turnover"):
        return
    words = scene.lexicon.language.clauses.posts
    people = [n for n in passage.names if n.kind == PERSON or (not n.kind and " " in n.name)]
    for hit in deeds:
        named = _doer(hit.at, people, passage, words, behind=hit.cue.part == "by")
        if named is not None:
            at = named.at | hit.at
            stated = find_modality(named.at, hit.at, passage, scene)
            is_design = stated == "planned" and scene.lexicon.concepts[hit.cue.concept].design
            modality: Modality = "asserted" if is_design else stated
            yield Filled(hit.cue.concept, Role(named.name, PERSON), UNNAMED_EVENT, at, hit.at, modality)


def _doer(deed: At, people: list[NamedAt], passage: Passage, words: PostWords, *, behind: bool) -> NamedAt | None:
    """Return who is named right *behind* the words, or else right before them; one of several alone is nobody."""
    named = (
        described_behind(deed.end, people, passage, words) if behind else subject_before(deed.first, people, passage)
    )
    if named is None:
        return None
    coordinators = {i for at in passage.parts("coordinator") for i in range(at.first, at.end)}
    beside = {named.at.end, named.at.first - 1}
    return None if beside & coordinators else named
