"""Which dates and ordinals the sentence says what they are of: the day of a release, the minute of a goal."""

from __future__ import annotations

from collections.abc import Set

from crosscheck.claims.sentences.lexicon import Lexicon
from crosscheck.claims.sentences.passage import Passage, ValueAt


def of_their_occasion(told: Set[str], value: ValueAt, passage: Passage, lexicon: Lexicon) -> Set[str]:
    """Return *told* without the concepts of an occasion that the sentence does not name, or of one farther off."""
    named = {name for name in told if name not in lexicon.occasional or _is_named(name, passage, lexicon)}
    return _of_nearest(named, value, passage, lexicon) if value.mention.kind == "ordinal" else named


def _is_named(concept: str, passage: Passage, lexicon: Lexicon) -> bool:
    """Return whether the sentence says what a date belongs to."""
    return concept in passage.wholes or any(n.kind in lexicon.event_names.kinds for n in passage.names)


def _of_nearest(told: Set[str], value: ValueAt, passage: Passage, lexicon: Lexicon) -> Set[str]:
    """Return *told* without the concepts of an occasion farther off: the minute of the winner, not of the opener.

    One that stands before *value* has it before all that a bearer may have several of: 'scored the winner'.
    """
    gaps = {name: min(at.gap(value.at) for at in passage.wholes[name]) for name in told if name in passage.wholes}
    led = {
        name: gap
        for name, gap in gaps.items()
        if not lexicon.concepts[name].several
        and any(at.end <= value.at.first and not passage.crossed(at, value.at) for at in passage.wholes[name])
    }
    nearest = min((led or gaps).values(), default=0)
    return {name for name in told if name not in gaps or (name in (led or gaps) and gaps[name] == nearest)}
