"""What each level of a comparison weighs: hundredths of a natural logarithm of odds that two claims are of one fact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

BIAS = -56
AGREEMENT = 250
"""What values that agree add, when pairs compete for a claim."""
ROUNDED = 100
"""What values add that only agree by rounding or conversion."""
BOUND_KEPT = 50
"""What a value within a bound adds."""

WEIGHTS: Mapping[str, int] = {
    "days: apart": 64,
    "days: far apart": 47,
    "days: near": 4,
    "modality: differs": 20,
    "names: others": -51,
    "names: shared": -104,
    "noun: beside": 46,
    "noun: missing": -53,
    "noun: same": 23,
    "rivals: ahead": 1,
    "rivals: behind": -7,
    "rivals: close": -81,
    "rivals: none": 86,
    "size: apart": 17,
    "size: far apart": -85,
    "size: few": -25,
    "size: near": 129,
    "unit: other": -12,
    "unit: same": 75,
    "words beside: 0/4": -120,
    "words beside: 1/4": -92,
    "words beside: 12/4": 45,
    "words beside: 2/4": -45,
    "words beside: 3/4": 18,
    "words beside: 4/4": 27,
    "words beside: 6/4": 75,
    "words beside: 8/4": 92,
    "words shared: 0": -246,
    "words shared: 1": -98,
    "words shared: 2": 16,
    "words shared: 3": 99,
    "words shared: 4": 78,
    "words shared: 5": 90,
    "words shared: 6": 61,
}


def weigh(levels: Iterable[str]) -> int:
    """Return the weight of all *levels* together, with the bias."""
    return BIAS + sum(WEIGHTS.get(level, 0) for level in levels)


AGREEING_FROM = 0
CONFLICTING_FROM = 50
"""From which weight on claims are one fact, where their values agree and where they do not."""
_PROBABILITIES = ((300, 95), (250, 92), (200, 88), (150, 82), (100, 73), (50, 62))


def probability(weight: int) -> Fraction:
    """Return the probability, 0 to 1, that stands behind a *weight*: the logistic function, in steps rounded down."""
    return Fraction(next((percent for least, percent in _PROBABILITIES if weight >= least), 50), 100)
