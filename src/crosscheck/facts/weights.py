"""What each level of a comparison weighs: hundredths of a natural logarithm of odds that two claims are of one fact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

BIAS = -42
AGREEMENT = 250
"""What values that agree add, when pairs compete for a claim."""
ROUNDED = 100
"""What values add that only agree by rounding or conversion."""
BOUND_KEPT = 50
"""What a value within a bound adds."""

WEIGHTS: Mapping[str, int] = {
    "concept: same": 34,
    "days: apart": 62,
    "days: far apart": 35,
    "days: near": 34,
    "modality: differs": -12,
    "names: others": -7,
    "names: shared": -81,
    "noun: beside": 3,
    "noun: missing": -93,
    "noun: same": 25,
    "rivals: ahead": -18,
    "rivals: behind": 29,
    "rivals: close": -50,
    "rivals: none": 39,
    "size: apart": -9,
    "size: far apart": -46,
    "size: few": -47,
    "size: near": 88,
    "unit: other": -32,
    "unit: same": 50,
    "values: 16": -50,
    "values: 2": 100,
    "values: 4": 100,
    "values: 8": 50,
    "values: many": -100,
    "words beside: 0/4": -50,
    "words beside: 1/4": -71,
    "words beside: 12/4": 61,
    "words beside: 2/4": -73,
    "words beside: 3/4": -11,
    "words beside: 4/4": 13,
    "words beside: 6/4": 50,
    "words beside: 8/4": 81,
    "words shared: 0": -200,
    "words shared: 1": -6,
    "words shared: 2": 12,
    "words shared: 3": 69,
    "words shared: 4": 46,
    "words shared: 5": 50,
    "words shared: 6": 29,
}


def weigh(levels: Iterable[str]) -> int:
    """Return the weight of all *levels* together, with the bias."""
    return BIAS + sum(WEIGHTS.get(level, 0) for level in levels)


AGREEING_FROM = -50
CONFLICTING_FROM = 0
"""From which weight on claims are one fact, where their values agree and where they do not."""
_PROBABILITIES = ((300, 95), (250, 92), (200, 88), (150, 82), (100, 73), (50, 62))


def probability(weight: int) -> Fraction:
    """Return the probability, 0 to 1, that stands behind a *weight*: the logistic function, in steps rounded down."""
    return Fraction(next((percent for least, percent in _PROBABILITIES if weight >= least), 50), 100)
