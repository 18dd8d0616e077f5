"""The concepts of all values of a sentence, one after the other: what one is about may tell it of the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from crosscheck.claims.attributes import NAMED_WHOLE, Choice, choose_attribute
from crosscheck.claims.lexicon import Lexicon
from crosscheck.claims.passage import Passage, ValueAt
from crosscheck.claims.reach import measure
from crosscheck.domains import EVENT
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
    return [*_with_parts(choices, passage, lexicon)] if "of" in passage.words else choices


def _with_parts(choices: Sequence[Chosen], passage: Passage, lexicon: Lexicon) -> Iterator[Chosen]:
    """Yield *choices* with the part of a whole chosen where nothing else tells what it counts: '5,100 of 8,200 voters'.

    Only one concept may be a part of that whole. Of what somebody bears, the part is theirs and the whole is not: 'the
    Greens have 31 of the 99 seats'.
    """
    of = {at.first for at in passage.parts("of")}
    given = False
    for (value, choice), (following, whole) in zip(choices, (*choices[1:], (None, None)), strict=True):
        if given:
            given = False
            yield value, None
            continue
        if choice is None and following is not None and whole is not None and _is_of(value, following, of):
            given = EVENT not in lexicon.concepts[whole.concept].subject
            parts = [part for part, wholes in lexicon.portions.items() if whole.concept in wholes]
            part = whole.concept if given else parts[0] if len(parts) == 1 else ""
            yield value, Choice(part, NAMED_WHOLE, whole.cue) if part else None
        else:
            yield value, choice


def _is_of(part: ValueAt, whole: ValueAt, of: Set[int]) -> bool:
    """Return whether the words say '31 of the 99 seats', *of* being where an 'of' stands."""
    counts_alike = part.mention.kind == "number" and part.mention.unit in {"", whole.mention.unit}
    return counts_alike and part.at.end in of and whole.at.first - part.at.end <= _ARTICLE_GAP
