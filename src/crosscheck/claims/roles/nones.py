"""That none was: 'niemand kam ums Leben', 'Todesopfer gab es keine', which a count in another report denies."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.claims.roles.filled import Filled
from crosscheck.claims.scopes.modality import find_modality
from crosscheck.claims.sentences.passage import At, Passage
from crosscheck.claims.subjects.find import Scene, find_event
from crosscheck.records import Modality, Wording

_NEAR = 5
"""How many tokens may stand between 'nobody' and what happened to nobody."""
_BEHIND = 9
"""How many tokens a noun at the head of a clause stands before the 'keine' that ends it."""
_CLOSING = frozenset(".,;:!?–—)")


def find_nones(passage: Passage, scene: Scene) -> Iterator[Filled]:
    """Yield, of each polarity that an amount measures, that it did not happen where the words say that none was so.

    They are a cue of the amount with 'nobody' in its clause, or a noun for it whose clause ends in 'none'.
    """
    if scene.lexicon.denying.isdisjoint(passage.tokens.words):
        return
    measures = {hit.cue.concept for hit in passage.cues} & scene.lexicon.measured.keys()
    for measure in sorted(measures):
        name = scene.lexicon.measured[measure]
        none = _none_of(measure, passage, scene)
        if none is None or name in passage.vetoes or _is_partial(measure, passage, scene):
            continue
        told = any(hit.cue.concept == name for hit in passage.hits.get("step", ()))
        if told:
            continue
        words = passage.spelled(none)
        stated = find_modality(none, none, passage, scene)
        meant: Modality = "asserted" if stated == "denied" else stated
        yield Filled(name, Wording("no", words), find_event(name, none, passage, scene), none, none, meant)


def _is_partial(measure: str, passage: Passage, scene: Scene) -> bool:
    """Return whether the sentence counts some all the same, or speaks of a part or of others than those counted."""
    concept = scene.lexicon.concepts[measure]
    vetoed = measure in passage.vetoes or bool(passage.parts("other", "conditional"))
    return vetoed or bool(passage.part_words) or any(v.mention.kind == concept.kind for v in passage.values)


def _none_of(measure: str, passage: Passage, scene: Scene) -> At | None:
    """Return where the words stand that say that there is none of what *measure* counts."""
    modality = scene.lexicon.language.clauses.modality
    words = passage.tokens.words
    nobody = [*passage.phrases(scene.lexicon.nobody)]
    bars = {at.first for at in passage.parts("complement", "relative", "boundary", "conditional")}
    for hit in passage.cues:
        if hit.cue.concept != measure:
            continue
        if hit.cue.part == "cue":
            for at in nobody:
                told = at | hit.at
                near = at.gap(hit.at) <= _NEAR and not passage.crossed(at, hit.at)
                if near and not bars.intersection(passage.between(at, hit.at)):
                    return told
        elif hit.cue.part == "noun":
            end = next((i for i in range(hit.at.end, len(words)) if words[i] in _CLOSING), len(words))
            if end - 1 > hit.at.end and end - hit.at.end <= _BEHIND and words[end - 1] in modality.none:
                return At(hit.at.first, end)
    return None
