"""A bound and the figure that it was meant to hold: reports of one event that set a bound keep it with one of theirs.

Who writes 'fewer than 2,000' or 'at least 900' knows of a figure near it. Where the other report has none that keeps
the bound, and one of like size that breaks it, that is the figure, whatever words stand around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from crosscheck.facts.rarity import Figure, Mentioned, figure_of
from crosscheck.facts.sides import Side, is_bound
from crosscheck.facts.vetoes import measured
from crosscheck.languages import may_count_alike
from crosscheck.records import Amount, Claim

_LIKE_SIZE = Fraction(7, 4)
"""Up to how many times the smaller the greater of a bound and a figure may be that are of one thing."""
_TOLD_ONCE = frozenset({"quantity mass^1", "quantity length^2", "quantity length^3"})
"""Measures of which two reports of one event seldom state one of like size of quite different things."""
_LEAST = 100
"""Smaller counts are of anything."""
_STEPS = (-1, 0, 1)


def bound_magnitudes(claims: Iterable[Claim]) -> frozenset[int]:
    """Return the powers of two that a figure of like size with a bound of *claims* has."""
    bounds = (claim for claim in claims if is_bound(claim) and _tells_by_size(claim))
    return frozenset(magnitude + step for magnitude in map(_magnitude, bounds) if magnitude for step in _STEPS)


def bound_keys(claim: Claim, magnitudes: frozenset[int]) -> Iterator[str]:
    """Yield keys of which a bound and a figure of like size share one, figures of none of *magnitudes* left aside."""
    magnitude = _magnitude(claim)
    if magnitude and magnitude in magnitudes and _tells_by_size(claim):
        yield from (f"about 2^{magnitude + step}" for step in (_STEPS if is_bound(claim) else (0,)))


def breaks_alone(left: Side, right: Side, here: Mentioned, there: Mentioned, *, by_words: bool) -> bool:
    """Return whether one of two claims, of which the other is a bound, is the one figure near it, and beyond it.

    *here* is what the document of *left* holds, *there* that of *right*. The document of the bound has not that figure.
    Sums of money are told only where the sentences have something in common, *by_words*: reports are full of them.
    """
    if not (by_words or _is_told_once(left)):
        return False
    if right.is_bound:
        left, right, here, there = right, left, there, here
    bound, figure = left.value, right.value
    if not isinstance(bound, Amount) or not isinstance(figure, Amount):
        return False
    if not _magnitude(left) or not _tells_by_size(left):
        return False
    limit, stated = figure_of(left), figure_of(right)
    if limit is None or stated is None or not _are_like(limit, stated):
        return False
    if any(number == stated[0] and unit == stated[1] for number, unit, _ in here.figures):
        return False
    return bound.interval.meet(figure.charitable).is_empty and not any(
        _are_like(limit, other) and bound.interval.contains(other[0]) for other in there.figures
    )


def is_kept_elsewhere(left: Side, right: Side, others: Iterable[Mentioned]) -> bool:
    """Return whether one of two claims is a bound that a figure of *others*, further documents of the story, keeps."""
    bound = left if left.is_bound else right
    limit = figure_of(bound)
    if limit is None or not isinstance(bound.value, Amount):
        return False
    interval = bound.value.interval
    return any(_are_like(limit, figure) and interval.contains(figure[0]) for told in others for figure in told.figures)


def _are_like(one: Figure, other: Figure) -> bool:
    """Return whether two figures may be of one thing: of one unit, one kind of noun, and like size."""
    (a, unit, noun), (b, same, counted) = one, other
    return unit == same and may_count_alike(noun, counted) and 0 < max(a, b) <= _LIKE_SIZE * min(a, b)


def _magnitude(claim: Claim) -> int:
    """Return the least power of two above the number that *claim* prints, 0 where it prints none from one on."""
    value = claim.value
    if not isinstance(value, Amount) or value.stated is None or not claim.is_printed:
        return 0
    return max(int(value.stated), 0).bit_length()


def _tells_by_size(claim: Claim) -> bool:
    """Return whether two figures of like size with that of *claim* may be taken for one."""
    return _is_told_once(claim) or claim.kind == "money"


def _is_told_once(claim: Claim) -> bool:
    """Return whether a report of one event hardly tells two figures of like size as *claim* does: counts of many."""
    if measured(claim) in _TOLD_ONCE:
        return True
    figure = figure_of(claim)
    return figure is not None and figure[0] >= _LEAST and figure[1] == "" != figure[2]
