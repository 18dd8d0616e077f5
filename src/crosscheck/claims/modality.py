"""How a claim is meant: its modality."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.claims.passage import At, Passage
from crosscheck.claims.signs import ClausePart
from crosscheck.claims.subjects import Scene
from crosscheck.records import Modality

_HEAD = 2
"""The last token at which a phrase still begins its sentence: a quotation mark and a dash may stand before it."""
_TELLING: frozenset[ClausePart] = frozenset({"denied", "predicted", "conditional", "demanded", "planned"})
"""The parts of small words that say how the clause around them is meant."""


def find_modality(value: At, cue: At, passage: Passage, scene: Scene, *, wanted: bool = True) -> Modality:
    """Return how the clause of *value* and its cue is meant; 'asserted' where no word says otherwise.

    A refutation counts anywhere in the sentence and at the head of the next; the other words only in the segments of
    the value or the cue, and not in a clause that explains a word behind the value. A demand is planned, unless that is
    what the concept is about ('the wage demand'), or it is not *wanted* by anybody: 'forderte zwölf Todesopfer'.
    """
    if ("refuted" in passage.words and _said(passage, "refuted")) or _is_rebutted(passage, scene.after):
        return "refuted"
    told = "asserted" if _TELLING.isdisjoint(passage.words) else _told(value, cue, passage, wanted=wanted)
    return "planned" if told == "asserted" and _is_infinitive(cue, passage) else told


def _told(value: At, cue: At, passage: Passage, *, wanted: bool) -> Modality:
    """Return how the words in the segments of the value and its cue say that the clause is meant."""
    segments = _governing(value, passage) | _governing(cue, passage)

    def says(*parts: ClausePart) -> bool:
        return any(passage.segments[at.first] in segments and not is_apart(at) for at in _said(passage, *parts))

    def is_apart(at: At) -> bool:
        return any(value.end <= word.first < at.first for word in passage.parts("complement", "relative"))

    denials = [at for at in _said(passage, "denied") if value == cue or not _is_inside(at, cue)]
    if any(passage.segments[at.first] in segments and not is_apart(at) for at in denials):
        return "denied"
    if says("predicted", "conditional"):
        return "predicted"
    demands = (at for at in _said(passage, "demanded") if at.end <= cue.first or cue.end <= at.first)
    if says("planned") or (wanted and any(passage.segments[at.first] in segments for at in demands)):
        return "planned"
    return "asserted"


def _is_inside(at: At, cue: At) -> bool:
    """Return whether a word is one of several of a cue, which says it by itself: 'not yet found'."""
    return cue.first <= at.first and at.end <= cue.end and at != cue


def _governing(at: At, passage: Passage) -> set[int]:
    """Return the segment at *at*, with the clause whose complement it is: 'hofft, dass 9.000 Besucher kommen'."""
    here = passage.segments[min(at.first, len(passage.segments) - 1)]
    start = passage.segments.index(here)
    if not any(word.first == start for word in passage.parts("complement")):
        return {here}
    comma = start > 0 and passage.tokens.words[start - 1] == ","
    return {here, here - 1 - comma}


def _is_infinitive(cue: At, passage: Passage) -> bool:
    """Return whether the cue is what is to be done ('to win'), not a value that something rose 'to'."""
    is_marked = any(at.end == cue.first for at in passage.parts("infinitive"))
    return is_marked and not any(other.at == cue for other in passage.values)


def _said(passage: Passage, *parts: ClausePart) -> Sequence[At]:
    """Return the words of these parts, but for those in a phrase that says the contrary ('not only')."""
    said, masks = passage.parts(*parts), passage.parts("affirmed")
    if not said or not masks:
        return said
    return [at for at in said if not any(mask.first < at.end and at.first < mask.end for mask in masks)]


def _is_rebutted(passage: Passage, after: Passage | None) -> bool:
    """Return whether the next sentence begins by calling this one false, or answers a rumour in it."""
    if after is None:
        return False
    if any(at.first <= _HEAD for at in after.parts("retraction")):
        return True
    return bool(_said(passage, "hearsay")) and any(at.first <= _HEAD for at in after.parts("rebuttal"))
