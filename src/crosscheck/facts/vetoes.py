"""What forbids a link between two claims, whatever else is alike."""

from __future__ import annotations

from functools import lru_cache
from itertools import takewhile

from crosscheck.facts.days import differ_by_a_guessed_year, is_end_of_one
from crosscheck.facts.lacks import lack_alike, lack_otherwise
from crosscheck.facts.scopes import are_elsewhere, are_of_other_parts, differ
from crosscheck.facts.slips import EXCHANGED, UNLIKELY, slip_level
from crosscheck.languages import may_count_alike
from crosscheck.records import (
    AHEAD,
    CLOSEST,
    MEMBERS,
    OCCASION,
    PACE,
    PLACE,
    RATE,
    Amount,
    Claim,
    Context,
    Period,
)
from crosscheck.values.measures import dimension
from crosscheck.values.misprints import is_year_slip

_UNSAID = frozenset({"predicted", "denied", "refuted"})
_PLAIN = frozenset({"asserted", "denied"})
_BESIDE_ORDINAL = CLOSEST * 3 // 4
"""How near an ordinal the noun that it numbers stands: right behind it, or behind one adjective."""
_HUNDRED = 100
_REST = frozenset({"rest", "left"})
_RACED = frozenset({"number", "duration"})
_CHOSEN = "stretch"
"""The aspect of what a writer picks out: the last hundred metres of one are not the last thirty of another."""
_ONE_SIDED = frozenset({"left", "lead", "stretch", "threshold", RATE})
"""Aspects that a value has not where nothing says so: what remains of many, the last of them, how far ahead, what must
be reached, a rate. So is how often it comes to that much."""
Aspects = frozenset[str]
_REMEMBERED = 1 << 10
_NEAR = CLOSEST // 3
"""How near a word must be to a count to be what is told of it."""


def measured(claim: Claim) -> str:
    """Return what must be the same in two values that are compared: their kind, and what their unit measures.

    It is '' for those that are not: names, and a time of day of no day.
    """
    mention, value = claim.mention, claim.value
    if isinstance(value, Amount):
        if mention is None:
            return ""
        return "number" if mention.kind == "number" else _measure(mention.kind, mention.unit)
    return "day" if isinstance(value, Period) and not value.timex.startswith("T") else ""


@lru_cache(_REMEMBERED)
def _measure(kind: str, unit: str) -> str:
    return f"{kind} {dimension(unit)}"


def are_apart(left: Claim, right: Claim) -> bool:
    """Return whether two claims must not be linked; their values are known to measure the same.

    They are apart when they are of different concepts or bearers, one only expects what the other states, part, time,
    place or event are others, or they count different things that no concept calls the same of one bearer; superlatives
    are told apart by their series, stages and days by their numbers, an end from a beginning, a rest from a whole,
    dates by what happened then; and what a sentence only implies is apart from what one with other names states. How it
    is meant, its part and what it counts may be misread: they keep no figures apart that are a slip of each other.
    """
    x, y = left.context, right.context
    return (
        x is None
        or y is None
        or (
            left.concept != right.concept
            and differ(left.concept, right.concept)
            and (x.counted != y.counted or not _are_one_noun_slipped(left, right, x))
        )
        or (left.subject != right.subject and differ(left.subject, right.subject))
        or are_elsewhere(left, right)
        or (_seem_apart(left, right, x, y) and not _are_one_slip_apart(left, right))
        or (left.series is not None and right.series is not None)
        or (bool(x.aspects or y.aspects) and _are_of_other_aspects(x.aspects, y.aspects, left.kind))
        or ((left.reckoned is not None or right.reckoned is not None) and _name_others(x, y))
        or (bool(x.turns and y.turns) and _tell_of_other_turns(x, y))
        or (
            not isinstance(left.value, Amount) and (differ_by_a_guessed_year(left, right) or is_end_of_one(left, right))
        )
        or (x.happening != y.happening and differ(x.happening, y.happening))
    )


def _seem_apart(left: Claim, right: Claim, x: Context, y: Context) -> bool:
    """Return whether how the values are meant, of which part or what they count keeps two claims apart."""
    return (
        (left.modality != right.modality and _are_meant_otherwise(left, right, x, y))
        or (x.lacks != y.lacks and lack_otherwise(left, right, x, y))
        or (left.scope.part != right.scope.part and are_of_other_parts(left, right))
        or (x.told != y.told and _are_outcomes_of_others(left, right, x, y))
        or (x.counted != y.counted and _count_others(left, right, x, y))
        or (_is_of_whole(left) and _is_of_whole(right) and _tell_otherwise(left, right, x, y))
        or (bool(x.whole and y.whole) and _are_of_other_wholes(x, y))
    )


def _is_of_whole(claim: Claim) -> bool:
    """Return whether a claim is of some of those that a whole counts, or of their share."""
    return claim.scope.part == MEMBERS or (claim.reckoned is not None and claim.reckoned.relation == "share")


def _tell_otherwise(left: Claim, right: Claim, x: Context, y: Context) -> bool:
    """Return whether both sentences tell some of one whole something else: 37 of the 42 sold, 12 of the 42 withdrawn.

    What is nearest to the count but the noun is a word of its own in both, and what both share is farther off. Of all,
    much is told, and any two words of their own near the count are enough: all 42 'are from Poland'.
    """
    shared = x.near.keys() & y.near.keys()
    apart = [{t: c.near[t] for t in c.near.keys() - shared if t != c.counted}.values() for c in (x, y)]
    if any(claim.reckoned is not None and claim.reckoned.is_of_all for claim in (left, right)):
        return all(any(_NEAR <= near < CLOSEST for near in nears) for nears in apart)
    own = [max(nears, default=0) for nears in apart]
    told = shared - {x.counted, y.counted} - x.names.keys()
    common = [max((c.near[t] for t in told), default=0) for c in (x, y)]
    return min(own) > 0 and own[0] > common[0] and own[1] > common[1]


def _are_of_other_wholes(x: Context, y: Context) -> bool:
    """Return whether two shares are of one thing, but only one sentence narrows it: of all and of primary pupils."""
    head = next((term for term in x.whole if term in y.whole), None)
    return head is not None and (_narrows(x, head, y) or _narrows(y, head, x))


def _narrows(context: Context, head: str, other: Context) -> bool:
    """Return whether a word before *head*, no name, says of what a share is one, and the *other* sentence lacks it."""
    told = takewhile(lambda term: term != head, context.whole)
    return any(term not in other.near and term not in context.names for term in told)


def _are_meant_otherwise(left: Claim, right: Claim, x: Context, y: Context) -> bool:
    """Return whether one claim says what is or is planned and the other does not; a plan is a forecast, too."""
    modalities = {left.modality, right.modality}
    if modalities <= AHEAD or (modalities <= _PLAIN and lack_alike(x, y)):
        return False
    return (left.modality in _UNSAID) != (right.modality in _UNSAID)


def _are_outcomes_of_others(left: Claim, right: Claim, x: Context, y: Context) -> bool:
    """Return whether one value alone is the rest of what the other is all of, or by how much the other is ahead."""
    if (x.told in _REST) != (y.told in _REST) and left.concept and left.concept == right.concept:
        return True
    return (x.told == "margin") != (y.told == "margin") and _are_counts_of_others(left, right)


def _are_counts_of_others(left: Claim, right: Claim) -> bool:
    """Return whether two counts or times are of no one concept: what one side has, and by how much it is ahead."""
    kinds = {left.kind, right.kind}
    return kinds <= _RACED and not (left.concept and left.concept == right.concept)


def _are_one_slip_apart(left: Claim, right: Claim) -> bool:
    """Return whether one printed figure or year is the other with a slip that chance hardly makes."""
    a, b = left.value, right.value
    if isinstance(a, Period) and isinstance(b, Period):
        return is_year_slip(a.timex, b.timex)
    if not (isinstance(a, Amount) and isinstance(b, Amount) and left.is_printed and right.is_printed):
        return False
    return slip_level(a, b) in UNLIKELY


def _are_one_noun_slipped(left: Claim, right: Claim, x: Context) -> bool:
    """Return whether two counts of one noun, if *x* tells any, are the same but for two digits that change places.

    Reporters may tell of those counted in other ways, so that the counts are of other concepts: 48,000 and 84,000.
    """
    return bool(x.counted) and _have_changed_places(left, right)


def _have_changed_places(left: Claim, right: Claim) -> bool:
    """Return whether two digits have changed places from one printed number, of three places or more, to the other."""
    a, b = left.value, right.value
    if not (isinstance(a, Amount) and isinstance(b, Amount) and left.is_printed and right.is_printed):
        return False
    return a.stated is not None and a.stated.numerator >= _HUNDRED and slip_level(a, b) in EXCHANGED


def _share_what_is_told(x: Context, y: Context) -> bool:
    """Return whether a word that is no name stands near both counts."""
    near, others = x.near, y.near
    return any(near[t] >= _NEAR <= others[t] and t not in x.names for t in near.keys() & others.keys())


def number_one_noun(left: Claim, right: Claim) -> bool:
    """Return whether two ordinals number one noun: that of one is among the words right behind or before the other.

    Who is the first of many may be that in many ways, and a plan numbers what is not there yet.
    """
    x, y = left.context, right.context
    if x is None or y is None or left.modality != right.modality:
        return False
    if any(claim.kind != "ordinal" or claim.stated == 1 for claim in (left, right)):
        return False
    return x.near.get(_noun(y), 0) >= _BESIDE_ORDINAL or y.near.get(_noun(x), 0) >= _BESIDE_ORDINAL


def _count_others(left: Claim, right: Claim, x: Context, y: Context) -> bool:
    """Return whether both count or number something, and nothing says that it is the same.

    One concept of one bearer does, and one rank: the 271st seat may be the 271st target.
    """
    noun, other = _noun(x), _noun(y)
    if not differ(noun, other) or _are_of_one_concept(left, right) or number_one_noun(left, right):
        return False
    if may_count_alike(noun, other) and bool(left.concept) == bool(right.concept):
        return False
    if _share_what_is_told(x, y) and _have_changed_places(left, right):
        return False
    return not (left.kind == right.kind == "ordinal" and left.stated == right.stated)


def _noun(context: Context) -> str:
    """Return the noun that is counted or numbered, '' where an ordinal only tells a place or how often."""
    return "" if context.counted in {PLACE, OCCASION} else context.counted


def _tell_of_other_turns(x: Context, y: Context) -> bool:
    """Return whether both sentences number things in turn, and none alike: the fifth stage is not the sixth."""
    a, b = dict(x.turns), dict(y.turns)
    return any(a[noun] != b[noun] for noun in a.keys() & b.keys())


def _are_of_one_concept(left: Claim, right: Claim) -> bool:
    """Return whether both are of one concept and one bearer, whatever they call what they count: people, passengers."""
    return bool(left.concept and left.subject) and (left.concept, left.subject) == (right.concept, right.subject)


def _are_of_other_aspects(aspects: Aspects, others: Aspects, kind: str) -> bool:
    """Return whether two values are not the same kind of measure: one is what is left, the other how many."""
    if _CHOSEN in aspects & others:
        return kind == "quantity"
    if RATE in aspects & others:
        return differ(*("".join(sorted(several - {RATE})) for several in (aspects, others)))
    unshared = aspects ^ others
    if not _ONE_SIDED.isdisjoint(unshared) or any(aspect.startswith(PACE) for aspect in unshared):
        return True
    return bool(aspects and others and aspects.isdisjoint(others))


def _name_others(x: Context, y: Context) -> bool:
    """Return whether both sentences name somebody or something, and nothing in common."""
    return bool(x.names and y.names) and x.names.keys().isdisjoint(y.names)
