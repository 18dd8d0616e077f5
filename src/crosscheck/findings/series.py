"""Superlatives of one series: ranks that cannot both be right, told from those that are counted among others.

Who is first of many is first of few: a rank among more, in a wider extent or over a longer time, is never the better
one. The third of Europe may be the first of its country, and the first since 1990 the second since 1950.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import combinations

from crosscheck.records import ALWAYS, Claim, Fact, Link, Series

EXTENTS = ("world", "continent", "country", "region", "district", "city")
"""What is counted without a name, from the widest to the narrowest."""
_MOST = 24
"""How many ranks by one measure are compared pair by pair."""
_TOLD = Fraction(90, 100)
"""How sure it is that two ranks are of one thing, where both say since when and of what."""
_LEFT_OPEN = Fraction(80, 100)
"""And where one of them leaves either open."""


def facts_of_series(claims: Iterable[Claim]) -> Iterator[Fact]:
    """Yield a fact for two ranks of different documents that are of one thing and cannot both be right."""
    by_measure: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.series is not None and claim.modality == "asserted":
            by_measure.setdefault(claim.attribute, []).append(claim)
    for several in by_measure.values():
        told: set[str] = set()
        for left, right in combinations(several[:_MOST], 2):
            if left.document == right.document or not told.isdisjoint({left.id, right.id}):
                continue
            if _exclude_each_other(left, right) and not any(_tells_apart(other, left, right) for other in several):
                told |= {left.id, right.id}
                yield _fact(left, right)


def _fact(left: Claim, right: Claim) -> Fact:
    x, y = left.series, right.series
    told = x is not None and y is not None and x.of and y.of and x.since == y.since != ""
    levels = ("ranks by one measure", "of one series")
    link = Link(left.id, right.id, levels, _TOLD if told else _LEFT_OPEN)
    subject = left.subject or right.subject
    return Fact(id="", subject=subject, attribute=left.attribute, claims=(left, right), links=(link,))


def _tells_apart(other: Claim, left: Claim, right: Claim) -> bool:
    """Return whether a document of either gives another rank in what may be the same series: it ranks two things."""
    return any(
        other.document == own.document and other.value != own.value and _may_be_of_one_series(other, own)
        for own in (left, right)
        if other is not own
    )


def _exclude_each_other(left: Claim, right: Claim) -> bool:
    """Return whether two ranks of one thing cannot both be right, whichever of their series is the wider."""
    x, y = left.series, right.series
    if x is None or y is None or not _may_be_of_one_series(left, right) or not _have_one_bearer(left, right, x, y):
        return False
    a, b = _rank(left), _rank(right)
    wider = {_wider_nouns(x, y), _wider_extent(x, y), _wider_time(x, y)} - {0}
    if not wider:
        return a != b
    return wider == {1 if a < b else -1} and a != b


def _rank(claim: Claim) -> Fraction:
    return claim.stated or Fraction(0)


def _may_be_of_one_series(left: Claim, right: Claim) -> bool:
    """Return whether nothing says that two ranks are counted among others of which neither holds the other.

    Where one leaves out of what it is, as what is plain from before, both must say since which year, or in what extent,
    or both whose rank it is, and since when.
    """
    x, y = left.series, right.series
    if x is None or y is None or x.span != y.span or "?" in {x.since, y.since}:
        return False
    a, b = x.ranked, y.ranked
    are_told = bool(a and b) or (x.since.isdigit() and y.since.isdigit()) or x.extent == y.extent != ""
    is_named = left.subject == right.subject != "" and bool(x.since and y.since)
    if not (a <= b or b <= a) or not (are_told or is_named):
        return False
    if x.extent and y.extent:
        return True
    places = left.scope.place, right.scope.place
    return places[0] == places[1] or not all(places)


def _have_one_bearer(left: Claim, right: Claim, x: Series, y: Series) -> bool:
    """Return whether both rank the same by name; where one of them names none, both must say since when.

    What has been counted since a year is an event or a season, of which reports of one story have one: of the banks of
    a country, another may well be the second-largest. A place that the other ranks in is no other bearer.
    """
    if left.subject and right.subject:
        return left.subject == right.subject
    is_plain = x.extent == y.extent != "" and not (x.of and y.of)
    return (
        bool(x.since and y.since)
        or is_plain
        or right.scope.place == left.subject != ""
        or left.scope.place == right.subject != ""
    )


def _wider_nouns(x: Series, y: Series) -> int:
    """Return 1 where the first counts more things ('day' and 'October day'), -1 where the second does, else 0."""
    a, b = set(x.of), set(y.of)
    return 0 if a == b or not (a and b) else 1 if a < b else -1


def _wider_extent(x: Series, y: Series) -> int:
    if not (x.extent in EXTENTS and y.extent in EXTENTS):
        return 0
    a, b = EXTENTS.index(x.extent), EXTENTS.index(y.extent)
    return (a < b) - (a > b)


def _wider_time(x: Series, y: Series) -> int:
    """Return 1 where the first is counted since longer, -1 where the second is, 0 where they may be the same."""
    if x.since == y.since or {x.since, y.since} <= {ALWAYS, ""}:
        return 0
    return 1 if _starts(x) < _starts(y) else -1


def _starts(series: Series) -> int:
    """Return the year from which is counted, 0 where it is all time or nothing else is said."""
    return int(series.since) if series.since.isdigit() else 0
