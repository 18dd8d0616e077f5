"""What each level of a comparison weighs: hundredths of a natural logarithm of odds that two claims are of one fact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

BIAS = -74
AGREEMENT = 250
"""What values that agree add, when pairs compete for a claim."""
ROUNDED = 100
"""What values add that only agree by rounding or conversion."""
BOUND_KEPT = 50
"""What a value within a bound adds."""

WEIGHTS: Mapping[str, int] = {
    "concept: same": 80,
    "concept: same, of one event": 300,
    "days: apart": 103,
    "days: far apart": 136,
    "days: near": 143,
    "modality: differs": -49,
    "names: others": -38,
    "names: shared": -85,
    "noun: beside": 56,
    "noun: missing": -63,
    "noun: same": 105,
    "part: one says": -82,
    "place: one says": -26,
    "rivals: ahead": -40,
    "rivals: behind": 20,
    "rivals: close": -43,
    "rivals: none": 63,
    "size: apart": -34,
    "size: far apart": -57,
    "size: few": -5,
    "size: same digits": 150,
    "size: near": 73,
    "time: one says": -15,
    "unit: other": -20,
    "unit: same": 112,
    "values: 16": -40,
    "values: 2": 80,
    "values: 4": 80,
    "values: 8": 40,
    "values: many": -80,
    "words beside: 0/4": -53,
    "words beside: 1/4": -63,
    "words beside: 12/4": 49,
    "words beside: 2/4": -67,
    "words beside: 3/4": 29,
    "words beside: 4/4": 26,
    "words beside: 6/4": 13,
    "words beside: 8/4": 68,
    "words shared: 0": -216,
    "words shared: 1": -49,
    "words shared: 2": 14,
    "words shared: 3": 64,
    "words shared: 4": 76,
    "words shared: 5": 84,
    "words shared: 6": 27,
}


def weigh(levels: Iterable[str]) -> int:
    """Return the weight of all *levels* together, with the bias."""
    return BIAS + sum(WEIGHTS.get(level, 0) for level in levels)


AGREEING_FROM = 0
CONFLICTING_FROM = 0
"""From which weight on claims are one fact, where their values agree and where they do not."""
_PROBABILITIES = ((300, 95), (250, 92), (200, 88), (150, 82), (100, 73), (50, 62))


def probability(weight: int) -> Fraction:
    """Return the probability, 0 to 1, that stands behind a *weight*: the logistic function, in steps rounded down."""
    return Fraction(next((percent for least, percent in _PROBABILITIES if weight >= least), 50), 100)
