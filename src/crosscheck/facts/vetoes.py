"""What forbids a link between two claims, whatever else is alike."""

from __future__ import annotations

import re
from collections.abc import Mapping

from crosscheck.facts.scopes import exclude_each_other
from crosscheck.records import CLOSEST, Amount, Claim, Context, Period
from crosscheck.values.measures import dimension

Opposites = Mapping[str, frozenset[str]]
"""Terms that exclude each other as attributes of one value ('import' and 'export')."""

_IN_YEAR = re.compile(r"\d{4}-\d\d")
_UNSAID = frozenset({"predicted", "denied", "refuted"})
_BESIDE = CLOSEST // 4
"""How near a word must be to a value for its opposite beside the other to count."""


def measured(claim: Claim) -> str:
    """Return what must be the same in two values that are compared: their kind, and what their unit measures."""
    mention = claim.mention
    if isinstance(claim.value, Period):
        return "day"
    if mention is None or not isinstance(claim.value, Amount):
        return ""
    return "number" if mention.kind == "number" else f"{mention.kind} {dimension(mention.unit)}"


def are_apart(left: Claim, right: Claim) -> bool:
    """Return whether two claims must not be linked; their values are known to measure the same.

    They are apart when they are of different concepts or bearers, words beside one rule the other's concept out, one
    only expects what the other states, part, time, place or event are others, or they count different things that no
    concept calls the same of one bearer; superlatives are told apart by their series; and what a sentence only implies
    is apart from what one with other names states.
    """
    x, y = left.context, right.context
    return (
        x is None
        or y is None
        or _differ(left.concept, right.concept)
        or left.concept in right.ruled_out
        or right.concept in left.ruled_out
        or _differ(left.subject, right.subject)
        or (left.modality in _UNSAID) != (right.modality in _UNSAID)
        or exclude_each_other(left, right)
        or (_differ(x.counted, y.counted) and not _are_of_one_concept(left, right))
        or (left.series is not None and right.series is not None)
        or (_is_reckoned(left, right) and _name_others(x, y))
        or _differ_by_a_guessed_year(left, right)
    )


def are_of_other_days(left: Claim, right: Claim) -> bool:
    """Return whether both clauses give their value a day of the news, and another: Friday's visitors and Sunday's."""
    x, y = left.context, right.context
    return x is not None and y is not None and _differ(x.day, y.day)


def _differ_by_a_guessed_year(left: Claim, right: Claim) -> bool:
    """Return whether two days fall together but for the year, which one of the texts does not print."""
    a, b = left.value, right.value
    if not (isinstance(a, Period) and isinstance(b, Period)) or a.first.year == b.first.year:
        return False
    if not (_IN_YEAR.match(a.timex) and _IN_YEAR.match(b.timex)):
        return False
    if all(_prints_year(claim) for claim in (left, right)):
        return False
    first, last = ((d.month, d.day) for d in (a.first, a.last))
    begin, end = ((d.month, d.day) for d in (b.first, b.last))
    return max(first, begin) <= min(last, end)


def _prints_year(claim: Claim) -> bool:
    """Return whether the claim is of no day or month, or its year stands in its mention."""
    timex = claim.mention.timex if claim.mention is not None else ""
    return claim.mention is None or not _IN_YEAR.match(timex) or timex[:4] in claim.mention.surface


def _are_of_one_concept(left: Claim, right: Claim) -> bool:
    """Return whether both are of one concept and one bearer, whatever they call what they count: people, passengers."""
    return bool(left.concept and left.subject) and (left.concept, left.subject) == (right.concept, right.subject)


def _is_reckoned(left: Claim, right: Claim) -> bool:
    return left.reckoned is not None or right.reckoned is not None


def _name_others(x: Context, y: Context) -> bool:
    """Return whether both sentences name somebody or something, and nothing in common."""
    return bool(x.names and y.names) and x.names.keys().isdisjoint(y.names)


def _differ(a: str, b: str) -> bool:
    """Return whether both are said, and not the same."""
    return bool(a and b) and a != b


def are_opposed(left: Claim, right: Claim, opposites: Opposites) -> bool:
    """Return whether a word beside one value excludes one beside the other, and neither stands beside both."""
    x, y = left.context, right.context
    if x is None or y is None:
        return False
    return any(
        _is_beside_alone(term, x, y) and any(_is_beside_alone(other, y, x) for other in opposites[term])
        for term in opposites.keys() & x.near.keys()
    )


def _is_beside_alone(term: str, beside: Context, other: Context) -> bool:
    """Return whether *term* stands beside the one value, and not in the sentence of the other."""
    return beside.near.get(term, 0) >= _BESIDE and term not in other.near
