"""The concepts of all values of a sentence, one after the other: what one is about may tell it of the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosscheck.claims.attributes import NAMED_WHOLE, Choice, choose_attribute
from crosscheck.claims.lexicon import Lexicon
from crosscheck.claims.passage import Passage, ValueAt
from crosscheck.claims.portions import Portions
from crosscheck.claims.reach import measure
from crosscheck.records import Span

Chosen = tuple[ValueAt, Choice | None]
"""A value with the concept it is about, None where none is."""
_ARTICLE_GAP = 2
"""How far a whole may stand behind the 'of' that leads to it."""


def choose_attributes(
    passage: Passage, lexicon: Lexicon, headed: frozenset[Span]
) -> list[tuple[ValueAt, Choice | None]]:
    """Return each value of the sentence with the concept it is about, None where none is: *headed* dates have none."""
    if not passage.cues:
        return [(value, None) for value in passage.values]
    choices: list[Chosen] = []
    earlier: tuple[ValueAt, Choice] | None = None
    reach = measure(passage)
    for value in passage.values:
        is_headed = value.mention.span in headed
        choice = None if is_headed else choose_attribute(value, reach, lexicon, earlier)
        choices.append((value, choice))
        if choice is not None:
            earlier = (value, choice)
    return [*_with_parts(choices, passage, lexicon.portions)]


def _with_parts(choices: Sequence[Chosen], passage: Passage, portions: Portions) -> Iterator[Chosen]:
    """Yield *choices* with the part of a whole chosen where nothing else tells what it counts: '5,100 of 8,200 voters'.

    Only one concept may be a part of that whole.
    """
    of = {at.first for at in passage.parts("of")}
    for (value, choice), (following, whole) in zip(choices, (*choices[1:], (None, None)), strict=True):
        led = following is not None and value.at.end in of and following.at.first - value.at.end <= _ARTICLE_GAP
        if choice is None and led and whole is not None and value.mention.kind == "number" and not value.mention.unit:
            parts = [part for part, wholes in portions.items() if whole.concept in wholes]
            yield value, Choice(parts[0], NAMED_WHOLE, whole.cue) if len(parts) == 1 else None
        else:
            yield value, choice
