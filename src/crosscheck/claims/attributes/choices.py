"""The concepts of all values of a sentence, one after the other: what one is about may tell it of the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

import msgspec

from crosscheck.claims.attributes.levels import NAMED_WHOLE, Choice, choose_attribute
from crosscheck.claims.attributes.reach import measure
from crosscheck.claims.attributes.vetoes import is_vetoed
from crosscheck.claims.sentences.lexicon import Lexicon
from crosscheck.claims.sentences.passage import Passage, ValueAt
from crosscheck.domains import EVENT
from crosscheck.records import Span

Chosen = tuple[ValueAt, Choice | None]
"""A value with the concept it is about, None where none is."""
_CLAUSE = 14
"""How many words may lie between a whole that begins a sentence and its part."""
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
    return [*_with_parts(choices, passage, lexicon)] if _tells_portions(passage) else choices


def _tells_portions(passage: Passage) -> bool:
    """Return whether an 'of' stands behind a value, or begins the sentence, so that one may be a part of another."""
    of = [at.first for at in passage.parts("of")]
    return bool(of) and (of[0] == 0 or any(value.at.end in of for value in passage.values))


def _with_parts(choices: Sequence[Chosen], passage: Passage, lexicon: Lexicon) -> Iterator[Chosen]:
    """Yield *choices* with the part of a whole chosen where nothing else tells what it counts: '5,100 of 8,200 voters'.

    Of what somebody bears, the part is theirs and the whole is not: 'the Greens have 31 of the 99 seats'. Else the part
    is the one concept that is a part of that whole, which a word must tell of where nobody bears it.
    """
    of = {at.first for at in passage.parts("of")}
    given = False
    last: Choice | None = None
    before: ValueAt | None = None
    for (value, choice), (following, whole) in zip(choices, (*choices[1:], (None, None)), strict=True):
        earlier, told, before, last = before, last, value, choice
        if given:
            given = False
            yield value, _as_whole(choice, value, passage, lexicon)
        elif (
            following is not None
            and whole is not None
            and _is_of(value, following, whole, of)
            and (choice is None or _is_firmer(whole, choice, lexicon))
        ):
            given = _is_borne(whole, lexicon)
            part = whole.concept if given else _part_of(whole, value, passage, lexicon)
            yield value, Choice(part, NAMED_WHOLE, whole.cue) if part else None
        elif choice is None and earlier is not None and told is not None and _is_behind(value, earlier, passage):
            part = _part_of(told, value, passage, lexicon)
            yield value, Choice(part, NAMED_WHOLE, told.cue) if part else None
        else:
            yield value, choice


def _is_borne(choice: Choice, lexicon: Lexicon) -> bool:
    """Return whether somebody bears what is chosen, not the event."""
    return EVENT not in lexicon.concepts[choice.concept].subject


def _is_firmer(whole: Choice, part: Choice, lexicon: Lexicon) -> bool:
    """Return whether what a whole counts tells what its part does, for which but a word nearby tells another thing."""
    return part.level == "cue in the clause" and whole.level == "counted noun" and _is_borne(whole, lexicon)


def _as_whole(choice: Choice | None, value: ValueAt, passage: Passage, lexicon: Lexicon) -> Choice | None:
    """Return the concept of all, of which a value counts some by *choice*; None where there is none, or not here."""
    of_all = lexicon.concepts[choice.concept].whole if choice is not None else ""
    if choice is None or not of_all or is_vetoed(of_all, value, passage):
        return None
    return msgspec.structs.replace(choice, concept=of_all)


def _part_of(whole: Choice, value: ValueAt, passage: Passage, lexicon: Lexicon) -> str:
    """Return the one concept that is a part of *whole* by a formula, '' where no word tells of it or one forbids it."""
    parts = [part for part, wholes in lexicon.portions.items() if whole.concept in wholes]
    if len(parts) != 1:
        return ""
    meant = {parts[0], lexicon.portions[parts[0]][whole.concept]}
    told = EVENT not in lexicon.concepts[parts[0]].subject or any(
        cue.cue.concept in meant and cue.cue.part != "of" for cue in passage.cues
    )
    vetoes = (at for concept in meant for at in passage.vetoes.get(concept, ()))
    return parts[0] if told and not any(passage.crossed(at, value.at) <= 1 for at in vetoes) else ""


def _is_of(part: ValueAt, whole: ValueAt, choice: Choice, of: Set[int]) -> bool:
    """Return whether the words say '31 of the 99 seats', '31 of an electorate of 99', *of* being where an 'of' stands.

    Or '31 people out of 99 voters'.
    """
    counts_alike = part.mention.kind == "number" and part.mention.unit in {"", whole.mention.unit}
    if not counts_alike:
        return False
    first = min(whole.at.first, choice.cue.first)
    return part.at.end in of and 0 <= first - part.at.end <= _ARTICLE_GAP


def _is_behind(part: ValueAt, whole: ValueAt, passage: Passage) -> bool:
    """Return whether the words say 'of the 99 on the roll, 31', the whole first in its clause."""
    if part.mention.kind != "number" or part.mention.unit or not _is_less(part, whole):
        return False
    heads = [at for at in passage.parts("of") if 0 <= whole.at.first - at.end <= _ARTICLE_GAP]
    near = part.at.first - whole.at.end <= _CLAUSE and passage.crossed(whole.at, part.at) <= 1
    return near and any(not passage.tokens.words[: at.first] for at in heads)


def _is_less(part: ValueAt, whole: ValueAt) -> bool:
    low, high = whole.mention.low, part.mention.high
    return low is not None and high is not None and high < low
