"""How a claim is meant: its modality."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.claims.sentences.passage import COUNTED, At, Passage
from crosscheck.claims.sentences.signs import ClausePart
from crosscheck.claims.subjects.find import Scene
from crosscheck.records import Modality

_HEAD = 2
"""The last token at which a phrase still begins its sentence: a quotation mark and a dash may stand before it."""
_TELLING: frozenset[ClausePart] = frozenset({"denied", "predicted", "conditional", "demanded", "planned"})
"""The parts of small words that say how the clause around them is meant."""
_REBUTTING: frozenset[ClausePart] = frozenset({"retraction", "rebuttal"})
_LIKE = 5
"""How many tokens may lie between a word that likens and its 'not': 'wie seit dem Krieg nicht'."""
_APPOSED = 10
"""How many tokens the words of a change in apposition have before its value: 'a year-over-year increase of 17 %'."""
_PHRASE = 3
"""How many tokens may lie between a number and the participle before its noun: '380 für den Tag geplante Züge'."""


def find_modality(value: At, cue: At, passage: Passage, scene: Scene, *, wanted: bool = True) -> Modality:
    """Return how the clause of *value* and its cue is meant; 'asserted' where no word says otherwise.

    A refutation counts anywhere in the sentence, but for what it says is so instead, and at the head of the next; the
    other words only in the segments of the value or the cue, and not in a clause that explains a word behind the value.
    A demand is planned, unless that is what the concept is about ('the wage demand'), or it is not *wanted* by anybody:
    'forderte zwölf Todesopfer'.
    """
    if "refuted" in passage.words and _is_refuted(value, passage):
        return "refuted"
    if scene.after is not None and not _REBUTTING.isdisjoint(scene.after.words) and _is_rebutted(passage, scene.after):
        return "refuted"
    if _TELLING.isdisjoint(passage.words):
        told: Modality = "asserted"
    else:
        told = _told(_changed_by(value, passage, scene) or value, cue, passage, wanted=wanted)
    is_infinitive = "infinitive" in passage.words and _is_infinitive(cue, passage)
    return "planned" if is_infinitive and told == "asserted" else told


def _changed_by(value: At, passage: Passage, scene: Scene) -> At | None:
    """Return the value whose change *value* is told as in apposition: 'to be 4.2 billion, an increase of 17 %'.

    None where it is no such change: it is meant as that value is.
    """
    numbers = scene.lexicon.language.numbers
    words = passage.tokens.words
    first = passage.segments.index(passage.segments[min(value.first, len(passage.segments) - 1)])
    first += words[first] == ","
    if not first or words[first - 1] != "," or words[first] not in numbers.articles:
        return None
    if value.first - first > _APPOSED or numbers.change.isdisjoint(words[first : value.first]):
        return None
    before = (v.at for v in passage.values if v.mention.kind in COUNTED and v.at.end < first)
    return max(before, key=lambda at: at.end, default=None)


def _is_refuted(value: At, passage: Passage) -> bool:
    """Return whether a word refutes what the sentence says, and none behind it leads to the value as what is so."""
    refuting = said(passage, "refuted")
    corrected = passage.parts("corrected")
    return any(not any(at.end <= word.first and word.end <= value.first for word in corrected) for at in refuting)


def _told(value: At, cue: At, passage: Passage, *, wanted: bool) -> Modality:
    """Return how the words in the segments of the value and its cue say that the clause is meant."""
    segments = _governing(value, passage) | _governing(cue, passage)

    def says(*parts: ClausePart) -> bool:
        told = said(passage, *parts)
        return bool(told) and any(
            passage.segments[at.first] in segments and not is_apart(at) and _tells_of(at, value, passage)
            for at in told
            if not (value == cue and cue.first <= at.first and at.end <= cue.end)
        )

    def is_apart(at: At) -> bool:
        return any(value.end <= word.first < at.first for word in passage.parts("complement", "relative"))

    denials = [at for at in said(passage, "denied") if value == cue or not _is_inside(at, cue)]
    is_denied = any(passage.segments[at.first] in segments and not is_apart(at) for at in denials)
    if is_denied and not (value == cue and _is_given(value, passage)):
        return "denied"
    if says("predicted", "conditional"):
        return "predicted"
    demands = (at for at in said(passage, "demanded") if at.end <= cue.first or cue.end <= at.first)
    if says("planned") or (wanted and any(passage.segments[at.first] in segments for at in demands)):
        return "planned"
    return "asserted"


def _is_given(value: At, passage: Passage) -> bool:
    """Return whether a number is known before the clause says anything of it: 'the 412 guests', 'after 40 trials'."""
    words = passage.tokens.words
    if not any(v.at == value and v.mention.kind in COUNTED for v in passage.values):
        return False
    articles = [at for at in passage.parts("article") if at.end == value.first]
    complements = passage.parts("complement")
    if any(at not in complements and (at.first == 0 or words[at.first - 1] != ",") for at in articles):
        return True
    return any(at.end == value.first and at.first <= _HEAD for at in passage.parts("given"))


def _tells_of(at: At, value: At, passage: Passage) -> bool:
    """Return whether a word of plan or forecast tells of *value*: a participle of the number beside it alone, and no
    word of a number known before.

    That is the one right behind it ('the expected 300'), or the one whose noun it stands before ('380 planned trains').
    """
    if at not in passage.parts("attributive"):
        return not _is_given(value, passage)
    numbers = [v.at for v in passage.values if v.mention.kind in COUNTED and not passage.crossed(v.at, at)]
    behind = [number for number in numbers if number.first == at.end]
    before = [number for number in numbers if 0 <= at.first - number.end <= _PHRASE]
    if not behind and not before:
        return not _is_given(value, passage)
    return value == (behind[0] if behind else before[-1])


def _is_inside(at: At, cue: At) -> bool:
    """Return whether a word is one of several of a cue, which says it by itself: 'not yet found'."""
    return cue.first <= at.first and at.end <= cue.end and at != cue


def _governing(at: At, passage: Passage) -> set[int]:
    """Return the segment at *at*, with the clause whose complement it is: 'hofft, dass 9.000 Besucher kommen'."""
    here = passage.segments[min(at.first, len(passage.segments) - 1)]
    start = passage.segments.index(here)
    if not passage.begins(start, "complement"):
        return {here}
    comma = start > 0 and passage.tokens.words[start - 1] == ","
    return {here, here - 1 - comma}


def _is_infinitive(cue: At, passage: Passage) -> bool:
    """Return whether the cue is what is to be done ('to win'), not a value that something rose 'to'."""
    return passage.ends(cue.first, "infinitive") and not any(other.at == cue for other in passage.values)


def said(passage: Passage, *parts: ClausePart) -> Sequence[At]:
    """Return the words of these parts, but for those in a phrase that says the contrary ('not only'), and those that
    only say how long nothing was like it: 'wie seit 2004 nicht'.
    """
    said = passage.parts(*parts)
    if not said:
        return said
    if masks := passage.parts("affirmed"):
        said = [at for at in said if not any(mask.first < at.end and at.first < mask.end for mask in masks)]
    likened = passage.parts("likened") if "denied" in parts else ()
    if not likened:
        return said
    return [
        at
        for at in said
        if not any(0 <= at.first - like.end <= _LIKE and not passage.crossed(like, at) for like in likened)
    ]


def _is_rebutted(passage: Passage, after: Passage) -> bool:
    """Return whether the next sentence begins by calling this one false, or answers a rumour in it."""
    if "retraction" in after.words and any(at.first <= _HEAD for at in after.words["retraction"]):
        return True
    answers = "rebuttal" in after.words and any(at.first <= _HEAD for at in after.words["rebuttal"])
    return answers and bool(said(passage, "hearsay"))
