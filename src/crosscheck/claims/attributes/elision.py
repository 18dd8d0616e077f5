"""A value without a noun of its own, which repeats the concept of the value before: '16,867 votes to 13,974'."""

from __future__ import annotations

from collections.abc import Sequence, Set

from crosscheck.claims.attributes.fitting import has_whole
from crosscheck.claims.attributes.reach import Reach
from crosscheck.claims.attributes.vetoes import is_vetoed
from crosscheck.claims.sentences.lexicon import Lexicon
from crosscheck.claims.sentences.passage import CueAt, Passage, ValueAt


def is_elided(
    concept: str, value: ValueAt, earlier: ValueAt, reach: Reach, fitting: Set[str], lexicon: Lexicon
) -> bool:
    """Return whether *value* has no noun of its own and repeats *concept*, that of the value *earlier* in the sentence.

    What a veto or a noun of its own rules out, and what a cue of another of the *fitting* concepts is nearer to, does
    not repeat it.
    """
    passage = reach.passage
    if earlier.mention.kind != value.mention.kind or reach.is_cut(earlier.at, value.at):
        return False
    if value.mention.kind in {"ordinal", "date"}:
        return False
    if not _stands_alone(value, passage, lexicon.language.terms.separable):
        return False
    if value.mention.unit not in {"", earlier.mention.unit}:
        return False
    if value.mention.kind == "percent" and has_whole(value, passage):
        return False
    others = [cue for cue in reach.cues if cue.cue.concept != concept and cue.cue.concept in fitting]
    return not (is_vetoed(concept, value, passage) or _is_told_otherwise(concept, value, earlier, reach, others))


def _is_told_otherwise(concept: str, value: ValueAt, earlier: ValueAt, reach: Reach, cues: Sequence[CueAt]) -> bool:
    """Return whether one of *cues*, of other concepts, behind the value before, is nearer to a value than that."""
    if not cues:
        return False
    far = reach.distance(earlier.at, value.at)
    passage = reach.passage
    own = {*(cue.at for cue in passage.cues if cue.cue.concept == concept), *passage.vetoes.get(concept, ())}
    return any(
        cue.cue.part != "of"
        and cue.at.first >= earlier.at.end
        and cue.at not in own
        and reach.distance(cue.at, value.at) < far
        for cue in cues
    )


def _stands_alone(value: ValueAt, passage: Passage, prefixes: Set[str]) -> bool:
    """Return whether no noun or verb of its own follows: a mark, a preposition, a date or a new segment does.

    Behind what something came to, one of *prefixes* belongs to both values: 'ging von 4 auf 3 Millionen zurück'.
    """
    end = value.at.end
    return (
        passage.ends_segment(end)
        or (_ends_with_prefix(end, passage, prefixes) and passage.ends(value.at.first, "outcome"))
        or passage.begins(end, "bearer", "boundary", "agent", "coordinator", "inside")
        or any(other.mention.kind == "date" and other.at.first == end for other in passage.values)
        or (value.mention.kind == "percent" and has_whole(value, passage))
    )


def _ends_with_prefix(token: int, passage: Passage, prefixes: Set[str]) -> bool:
    return passage.tokens.words[token] in prefixes and passage.ends_segment(token + 1)
