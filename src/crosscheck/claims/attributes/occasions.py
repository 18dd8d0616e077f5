"""Which dates and ordinals the sentence says what they are of: the day of a release, the minute of a goal."""

from __future__ import annotations

from collections.abc import Set

from crosscheck.claims.sentences.lexicon import Lexicon
from crosscheck.claims.sentences.passage import Passage, ValueAt

_SEVERAL = 2


def of_their_occasion(told: Set[str], value: ValueAt, passage: Passage, lexicon: Lexicon) -> Set[str]:
    """Return *told* without the concepts of an occasion that the sentence does not name, or of one farther off."""
    unnamed = [name for name in told & lexicon.occasional if name not in passage.wholes]
    if unnamed and not any(name.kind in lexicon.event_names.kinds for name in passage.names):
        told = told - set(unnamed)
    return _of_nearest(told, value, passage, lexicon) if value.mention.kind == "ordinal" and passage.wholes else told


def _of_nearest(told: Set[str], value: ValueAt, passage: Passage, lexicon: Lexicon) -> Set[str]:
    """Return *told* without the concepts of an occasion farther off: the minute of the winner, not of the opener.

    One that stands before *value* has it before all that a bearer may have several of: 'scored the winner'.
    """
    gaps = {name: min(at.gap(value.at) for at in passage.wholes[name]) for name in told if name in passage.wholes}
    if len(gaps) < _SEVERAL:
        return told
    led = {
        name: gap
        for name, gap in gaps.items()
        if not lexicon.concepts[name].several
        and any(at.end <= value.at.first and not passage.crossed(at, value.at) for at in passage.wholes[name])
    }
    nearest = min((led or gaps).values(), default=0)
    return {name for name in told if name not in gaps or (name in (led or gaps) and gaps[name] == nearest)}
