"""What rules a concept out for a value: a veto word near it, one before its cue, words for members of the counted."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.claims.sentences.passage import COUNTED, At, CueAt, Passage, ValueAt, may_be_money
from crosscheck.records import Mention

_REACH = 6
"""How many tokens may lie between a veto and the value."""
_CLAUSE = 14
"""And how many where the sentence begins with the veto."""
_BEFORE_CUE = 2


def is_vetoed(concept: str, value: ValueAt, passage: Passage) -> bool:
    """Return whether a word near the value, in its clause, says that it is not the concept's.

    A word that the sentence begins with, and so is likely to be about, may stand farther off from what is counted.
    """
    vetoes = passage.vetoes.get(concept, ())
    for at in vetoes:
        if (
            (at.gap(value.at) <= _REACH or _opens_clause(at, value, passage))
            and not passage.crossed(at, value.at)
            and not _is_of_another(at, value, passage, vetoes)
            and not _is_done_before(at, concept, value, passage)
        ):
            return True
    return False


def _is_done_before(veto: At, concept: str, value: ValueAt, passage: Passage) -> bool:
    """Return whether an 'and' leads from a veto to a cue of the concept: 'verlor und liegt bei 22 Prozent'."""
    joints = [at.end for at in passage.parts("coordinator") if veto.end <= at.first < value.at.first]
    return bool(joints) and any(cue.cue.concept == concept and cue.at.first in joints for cue in passage.cues)


def _opens_clause(veto: At, value: ValueAt, passage: Passage) -> bool:
    """Return whether the sentence begins with a word, or an article and it, and *value* is the first behind it."""
    if veto.first > 1 or value.mention.kind not in COUNTED or veto.gap(value.at) > _CLAUSE:
        return False
    return (veto.first == 0 or passage.ends(veto.first, "article")) and not any(
        veto.end <= other.at.first < value.at.first for other in passage.values
    )


def _is_of_another(veto: At, value: ValueAt, passage: Passage, vetoes: Sequence[At]) -> bool:
    """Return whether a veto behind *value* stands beside another, whose it is: 'fell to £31m from £40m a year earlier'.

    It stands right before that, or behind it with one of *vetoes* right before. Of bare numbers, the second may be what
    the first is for each of ('53 cases per 100,000'). A veto before *value* is of the other where the words lead on
    from that: 'rose from 40 on Monday to 53'.
    """
    kind = value.mention.kind
    if value.at.end <= veto.first:
        if kind != "number" and _is_right_behind(veto, value, passage):
            return True
        between = (at for at in vetoes if value.at.end <= at.first < veto.first)
        return any(_is_right_behind(at, value, passage) for at in between)
    if kind not in COUNTED or "outcome" not in passage.words:
        return False
    return passage.ends(value.at.first, "outcome") and _is_right_behind(veto, value, passage)


def _is_right_behind(veto: At, value: ValueAt, passage: Passage) -> bool:
    """Return whether a value of the same kind as *value* stands right behind a veto."""
    kind = value.mention.kind
    return any(other.at.first == veto.end and _is_alike(kind, other.mention) for other in passage.values)


def _is_alike(kind: str, other: Mention) -> bool:
    """Return whether another value may be of a kind; money once told needs no unit: 'to £31m from 40m'."""
    return other.kind == kind or (kind == "money" and may_be_money(other))


def is_vetoed_before(cue: CueAt, value: ValueAt, passage: Passage) -> bool:
    """Return whether a veto stands just before the cue that leads to *value*: 'initially put the depth of the hole'."""
    vetoes = passage.vetoes.get(cue.cue.concept)
    if vetoes is None or cue.at.end > value.at.first:
        return False
    joints = [at.first for at in passage.parts("coordinator") if at.end == cue.at.first]
    return any(
        0 <= cue.at.first - at.end <= _BEFORE_CUE
        and not passage.crossed(at, value.at)
        and not any(at.end <= joint for joint in joints)
        for at in vetoes
    )


def members_told(value: ValueAt, passage: Passage) -> set[str]:
    """Return the concepts that a phrase right behind the value counts members of: 'four of the missing'.

    A noun of the concept there decides against it.
    """
    if "cover" not in passage.hits:
        return set()
    behind = [cue.cue for cue in passage.cues if cue.at.first == value.at.end]
    own = {cue.concept for cue in behind if cue.part == "noun"}
    return {cue.concept for cue in behind if cue.part == "cover"} - own
