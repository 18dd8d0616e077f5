"""How much a shared word says: little when it stands in every other sentence of both documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from math import isqrt
from operator import itemgetter

import msgspec

from crosscheck.facts.deeds import find_lone_nouns
from crosscheck.facts.sides import Borne, Ratio, borne_in_scope, number_of
from crosscheck.facts.slips import printed_day
from crosscheck.facts.vetoes import measured
from crosscheck.memo import Memo
from crosscheck.records import Amount, Claim, Span
from crosscheck.values.interval import Interval

RAREST = 12
"""The rarity of a term that one sentence of each document holds."""

ALIKE = 2
"""How many times the smaller the greater of two values may be that are of like size."""
_COMMON = frozenset({"quantity time^1"})
"""Measures of which two documents may each state one of quite different things: ages."""

_YEAR = "year"

Counts = Mapping[str, int]
"""In how many sentences with values of one document each term stands."""


Figure = tuple[Fraction, str, str]
"""A number that a document states, its unit, '' for a count, and the noun that it counts, '' where it counts none."""


class Mentioned(msgspec.Struct, frozen=True):
    """What one document holds: its counts, how many values, and the numbers that it states, each in its unit.

    ``lone`` are the concepts, by bearer, of which it states one value, ``single`` the values of which it states none of
    like size, each with what it is of, ``measures`` those (see ``vetoes.measured``) of
    which it states one number: its only tonnes. ``names`` are those of the entities that it knows, ``figures`` the
    numbers with their units and what they count, ``days`` the days of a month that it prints, ``nouns`` those of which
    it prints one count, ``lengths`` the units of time, years aside, in which it tells one length alone.
    """

    counts: Counts
    values: int
    numbers: frozenset[tuple[Ratio, str]] = frozenset()
    lone: frozenset[Borne] = frozenset()
    measures: frozenset[str] = frozenset()
    single: frozenset[tuple[Borne, Ratio]] = frozenset()
    names: frozenset[str] = frozenset()
    figures: tuple[Figure, ...] = ()
    days: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    lengths: frozenset[str] = frozenset()


def describe(claims: Sequence[Claim], names: frozenset[str] = frozenset()) -> Mentioned:
    """Return what the document that makes *claims* and knows *names* holds."""
    borne = [claim for claim in claims if claim.subject and claim.concept]
    return Mentioned(
        _count_terms(claims),
        len(claims),
        _numbers(claims),
        _find_lone(borne),
        _lone_measures(claims),
        _find_single(borne),
        names,
        _figures(claims),
        frozenset(filter(None, map(printed_day, claims))),
        find_lone_nouns(claims),
        _lone_lengths(claims),
    )


def _lone_measures(claims: Iterable[Claim]) -> frozenset[str]:
    """Return the measures of quantities, no money and no time, that one number alone is stated of."""
    held: dict[str, set[Fraction]] = {}
    for claim in claims:
        mention, value = claim.mention, claim.value
        if (
            mention is not None
            and mention.kind == "quantity"
            and isinstance(value, Amount)
            and value.stated is not None
        ):
            held.setdefault(measured(claim), set()).add(value.stated)
    return frozenset(measure for measure, numbers in held.items() if len(numbers) == 1 and measure not in _COMMON)


def _lone_lengths(claims: Iterable[Claim]) -> frozenset[str]:
    """Return the units of time, years aside, in which *claims* tell one length alone: of years, there are many."""
    held: dict[str, set[Fraction]] = {}
    for claim in claims:
        value, is_length = claim.value, claim.mention is not None and claim.mention.kind == "duration"
        if is_length and isinstance(value, Amount) and value.stated is not None and value.stated > 1:  # not 'a day'
            held.setdefault(value.unit, set()).add(value.stated)
    return frozenset(unit for unit, numbers in held.items() if len(numbers) == 1 and unit != _YEAR)


def _numbers(claims: Iterable[Claim]) -> frozenset[tuple[Ratio, str]]:
    """Return the numbers that *claims* state in so many words, each with its unit."""
    amounts = (claim.value for claim in claims if claim.is_printed)
    return frozenset(number_of(a) for a in amounts if isinstance(a, Amount) and a.stated is not None)


def _figures(claims: Iterable[Claim]) -> tuple[Figure, ...]:
    """Return the numbers that *claims* print, ranks left aside."""
    printed = (c for c in claims if c.is_printed and c.kind != "ordinal")
    figures = (figure_of(c) for c in printed)
    return tuple(figure for figure in figures if figure is not None)


def figure_of(claim: Claim) -> Figure | None:
    """Return the figure that *claim* states, None where it states no number."""
    value, mention = claim.value, claim.mention
    if not isinstance(value, Amount) or value.stated is None or mention is None:
        return None
    return value.stated, "" if mention.kind == "number" else value.unit, claim.counted


def _count_terms(claims: Iterable[Claim]) -> Counts:
    """Return the counts for the *claims* of one document."""
    counts: Counter[str] = Counter()
    seen: set[Span] = set()
    for claim in claims:
        if claim.context is not None and claim.sentence not in seen:
            seen.add(claim.sentence)
            counts.update(claim.context.near.keys())
    return counts


def _find_lone(claims: Iterable[Claim]) -> frozenset[Borne]:
    """Return the concepts of which *claims*, those of known bearers, print one value, also in one scope."""
    printed: dict[Borne, set[object]] = {}
    for claim in claims:
        stated = _ends(claim.value.interval) if isinstance(claim.value, Amount) else claim.value
        printed.setdefault((claim.concept, claim.subject), set()).add(stated)
        if claim.is_printed:
            printed.setdefault(borne_in_scope(claim), set()).add(stated)
    return frozenset(borne for borne, values in printed.items() if len(values) == 1)


def _ends(interval: Interval) -> tuple[Ratio | None, Ratio | None, bool, bool]:
    """Return *interval* as what is hashed faster."""
    low, high = interval.low, interval.high
    ends = (None if low is None else low.as_integer_ratio(), None if high is None else high.as_integer_ratio())
    return *ends, interval.low_open, interval.high_open


def _find_single(claims: Iterable[Claim]) -> frozenset[tuple[Borne, Ratio]]:
    """Return the numbers of *claims*, those of known bearers, of which nothing within ``ALIKE`` times is printed."""
    printed: dict[Borne, dict[Ratio, Fraction]] = {}
    for claim in claims:
        if claim.is_printed and isinstance(claim.value, Amount):
            stated = claim.value.stated
            if stated is not None and (number := stated.as_integer_ratio())[0] > 0:
                printed.setdefault(borne_in_scope(claim), {})[number] = stated
    return frozenset((borne, number) for borne, values in printed.items() for number in _far_apart(values))


def _far_apart(values: Mapping[Ratio, Fraction]) -> Iterable[Ratio]:
    """Return those of *values* that have no other within ``ALIKE`` times."""
    if len(values) == 1:
        return values
    ordered = sorted(values.items(), key=itemgetter(1))
    alike = [high <= ALIKE * low for (_, low), (_, high) in pairwise(ordered)]
    apart = zip(ordered, (False, *alike), (*alike, False), strict=True)
    return (number for (number, _), below, above in apart if not (below or above))


RARITY: Memo[int, int] = Memo(lambda product: 10 * RAREST // isqrt(100 * product), 1 << 12)
"""``RAREST`` over the root of a product, rounded down: of how often two documents hold a term."""
