"""The names of a sentence that may bear a value, each with how far it is from it: what stands between costs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from crosscheck.claims.sentences.lexicon import PERSON, Lexicon
from crosscheck.claims.sentences.passage import At, NamedAt, Passage
from crosscheck.claims.subjects.arguments import explained_end, explained_noun, find_governor, is_governed

_INVERTED = 6
_TAKEN = 24
_ASIDE = 24
_GOVERNED = 12
_UNKNOWN_KIND = 4
_FRONTED = 3
"""The last token at which a value stands in the first words of its sentence: 'With just under 40 per cent'."""


_FAR = 60
"""How far off, in tokens and what counts as such, the only name that can bear a value may stand."""


class Bearer(msgspec.Struct, frozen=True, gc=False):
    """A name that may bear a value: how far off it is, in tokens and what counts as such, and the way it was found.

    One that a preposition governs comes behind others that are hardly farther off.
    """

    distance: int
    name: NamedAt
    why: str
    is_governed: bool = False

    @property
    def cost(self) -> int:
        """Return what the bearers of a value are ranked by, lowest first."""
        return self.distance + _GOVERNED * self.is_governed


def fits(name: NamedAt, kinds: Sequence[str], lexicon: Lexicon) -> int | None:
    """Return the extra distance of a name as bearer: 0 for a kind that fits, None for one that does not.

    A name of unknown kind may be a person's; one word alone is none where every noun has a capital.
    """
    if not kinds or name.kind in kinds or lexicon.general.get(name.kind, name.kind) in kinds:
        return 0
    if name.kind or PERSON not in kinds or (lexicon.language.names.nouns_capitalised and " " not in name.name):
        return None
    return _UNKNOWN_KIND


def bearers_after(value: At, cue: At, kinds: Sequence[str], passage: Passage, lexicon: Lexicon) -> Iterator[Bearer]:
    """Yield the names that a preposition joins to the value: '13,974 for Conservative Councillor Tolhurst'."""
    end = max(value.end, cue.end if 0 <= cue.first - value.end <= 3 else 0)
    for preposition in passage.parts("bearer"):
        if not 0 <= preposition.first - end <= 1:
            continue
        phrase = _noun_phrase(preposition.end, passage)
        fitting = [n for n in phrase if fits(n, kinds, lexicon) is not None]
        if fitting:
            head = fitting[-1]
            yield Bearer(0, head, "bearer after the value")


def _noun_phrase(start: int, passage: Passage) -> list[NamedAt]:
    """Return the names of the phrase that begins at token *start*: up to two words before each, no break between."""
    phrase: list[NamedAt] = []
    at = start
    for name in passage.names:
        if name.at.first < start:
            continue
        gap = range(at, name.at.first)
        if len(gap) > 2 or any(not passage.tokens.words[i].isalpha() for i in gap):
            break
        if passage.segments[name.at.first] != passage.segments[min(start, len(passage.segments) - 1)]:
            break
        phrase.append(name)
        at = name.at.end
    return phrase


def names_before(
    value: At, kinds: Sequence[str], passage: Passage, lexicon: Lexicon, rivals: Sequence[At]
) -> Iterator[Bearer]:
    """Yield the names before the value; one that another value has taken costs more, unless this one has its own date.

    So does one that only explains the name before it, in 'Marsden of the Greens' and 'Marsden, who leads the Greens',
    and one that a preposition governs and the value's clause does not explain. Of what rather organisations have a
    person who speaks of it bears nothing, nor does a name of what the clause tells of a noun behind it.
    """
    other, end = explained_noun(value, passage, lexicon.language), explained_end(value, passage, lexicon.language)
    places = {at.end for at in passage.parts("place")}
    timed = any(v.mention.kind == "date" and 0 <= v.at.first - value.end <= 1 for v in passage.values)
    for name in passage.names:
        extra = fits(name, kinds, lexicon)
        if extra is None or name.at.end > value.first or (extra and preposed(name.at, passage, places)):
            continue
        if only_speaks(name, kinds, passage) or (other is not None and name.at.end <= other.first):
            continue
        taken = not timed and any(name.at.end <= rival.first < value.first for rival in rivals)
        aside = _is_aside(name, value, passage) or _is_affiliation(name, kinds, passage, lexicon)
        cost = passage.distance(_with_relative(name.at, passage), value) + extra + taken * _TAKEN + aside * _ASIDE
        governor = find_governor(name, passage, lexicon.language.grammar)
        governed = governor != "" and governor not in lexicon.language.clauses.of and name.at.end != end
        yield Bearer(cost, name, "name before the value", governed)


def only_speaks(name: NamedAt, kinds: Sequence[str], passage: Passage) -> bool:
    """Return whether a verb of speech stands right behind a person, of whom no value is: 'Marsden said sales fell'."""
    rather = bool(kinds) and kinds[0] != PERSON
    return rather and name.kind == PERSON and any(0 <= at.first - name.at.end <= 1 for at in passage.parts("speech"))


def _with_relative(name: At, passage: Passage) -> At:
    """Return the name with the relative clause that explains it, if one does: 'Marsden, who leads the Greens,'."""
    for at in passage.parts("relative"):
        if 0 <= at.first - name.end <= 1:
            inside = passage.segments[at.first]
            end = next((i for i in range(at.end, len(passage.tokens)) if passage.segments[i] > inside), at.end)
            return At(name.first, end)
    return name


def _is_aside(name: NamedAt, value: At, passage: Passage) -> bool:
    """Return whether a name stands in a relative clause that the value is not in."""
    segment = passage.segments[name.at.first]
    return segment != passage.segments[value.first] and any(
        passage.segments[at.first] == segment and at.end <= name.at.first for at in passage.parts("relative")
    )


def _is_affiliation(name: NamedAt, kinds: Sequence[str], passage: Passage, lexicon: Lexicon) -> bool:
    """Return whether a name says to whom the person before it belongs: 'Marsden (Greens)', 'Marsden of the Greens'."""
    joints = {i for at in passage.parts("of", "article", "bearer", "place") for i in range(at.first, at.end)}
    for other in passage.names:
        gap = range(other.at.end, name.at.first)
        if other.kind == PERSON != name.kind and 1 <= len(gap) <= 2 and fits(other, kinds, lexicon) is not None:
            return all(i in joints or passage.tokens.words[i] == "(" for i in gap)
    return False


def inverted(
    value: At, kinds: Sequence[str], passage: Passage, lexicon: Lexicon, rivals: Sequence[At]
) -> Iterator[Bearer]:
    """Yield the names behind the value in its segment: '16,7 Prozent erhielt Khan'; not those with a value behind."""
    for name in passage.names:
        extra = fits(name, kinds, lexicon)
        if extra != 0 or name.at.first < value.end or passage.crossed(name.at, value):
            continue
        if any(rival.first >= name.at.end for rival in rivals):
            continue
        cost = passage.distance(name.at, value) + _INVERTED
        yield Bearer(cost, name, "name after the value", is_governed(name, passage, lexicon.language.grammar))


def fronted(value: At, kinds: Sequence[str], passage: Passage, lexicon: Lexicon) -> Iterator[Bearer]:
    """Yield the name right behind the phrase that a sentence begins with: 'With 40 per cent, Labour is ahead'.

    The value is near its beginning, which is no article, and no other name stands in it.
    """
    is_article = passage.begins(0, "article")
    if is_article or not 0 < value.first <= _FRONTED or passage.segments[value.first]:
        return
    name = passage.names[0] if passage.names else None
    if name is None or fits(name, kinds, lexicon) is None or passage.tokens.words[name.at.first - 1] != ",":
        return
    if passage.segments[name.at.first] == 1:
        yield Bearer(passage.distance(name.at, value), name, "name after the value")


def lone_bearer(value: At, kinds: Sequence[str], passage: Passage, lexicon: Lexicon) -> Bearer | None:
    """Return the one name before the value that can be the subject of its sentence and bear it, if it is not very far.

    Of what rather organisations have a person is told nearer by.
    """
    if explained_noun(value, passage, lexicon.language) is not None:
        return None
    free = [
        Bearer(passage.distance(name.at, value), name, "name before the value")
        for name in passage.names
        if name.at.end <= value.first
        and fits(name, kinds, lexicon) == 0
        and not (kinds and name.kind == PERSON != kinds[0])
        and not is_governed(name, passage, lexicon.language.grammar)
    ]
    is_one = len({bearer.name.name for bearer in free}) == 1
    return free[-1] if is_one and free[-1].distance <= _FAR else None


def preposed(at: At, passage: Passage, ends: set[int]) -> bool:
    """Return whether a preposition that ends at one of *ends* stands before a name, or before one small word there."""
    return at.first in ends or (at.first - 1 in ends and passage.tokens.words[at.first - 1].islower())
