"""What each level of a comparison weighs: hundredths of a natural logarithm of odds that two claims are of one fact.

Fitted by logistic regression as in tools/links/fit.py, on 4,400 labelled pairs of texts (VitaminC, CC BY-SA 3.0;
SummEdits, Apache-2.0; EQUATE, MIT; RTE-3 in English and German, CC BY 3.0 and MIT), on articles against themselves, and
on reports of one event whose contradictions are known. Then neighbouring steps were evened out by hand, where few pairs
had told them apart, and what the texts say little of was set: one bearer, how many values a text holds, and slips, of
which labelled texts have few and reports many.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

BIAS = -27
AGREEMENT = 250
"""What values that agree add, when pairs compete for a claim."""
ROUNDED = 100
"""What values add that only agree by rounding or conversion."""
BOUND_KEPT = 50
"""What a value within a bound adds."""

HOPELESS = -200
"""Pairs below this are no fact and too weak to rival one: the best rivalry and the nearest threshold are above it."""

WEIGHTS: Mapping[str, int] = {
    "bearer: another": -60,
    "bearer: same": 25,
    "bound: broken alone": 330,
    "concept: same": 80,
    "concept: same, of one event": 300,
    "concept: the like one of the event": 390,
    "concept: the one of the event": 420,
    "days: apart": 50,
    "days: far apart": 77,
    "days: near": 90,
    "measure: only ones": 120,
    "modality: differs": -26,
    "names: others": -100,
    "names: shared": -60,
    "noun: alike": 20,
    "noun: alone": -150,
    "noun: beside": 37,
    "noun: missing": -59,
    "noun: none": -200,
    "noun: numbered": 200,
    "noun: occasion": -60,
    "noun: one deed": 200,
    "noun: place": 60,
    "noun: same": 89,
    "noun: same, one concept": 0,
    "number: in both": -100,
    "owners: others": -700,
    "part: one says": -60,
    "rivals: ahead": -74,
    "rivals: behind": 35,
    "rivals: close": -39,
    "rivals: none": 78,
    "sentence: repeated": 600,
    "size: apart": -70,
    "size: far apart": -140,
    "size: near": 10,
    "size: same digits": 150,
    "size: worlds apart": -250,
    "slip: exchanged": 320,
    "slip: of a day": 80,
    "slip: of a year": 250,
    "slip: of tens": 330,
    "slip: one of many": 250,
    "slip: one of three": 50,
    "slip: other scale": 250,
    "slip: other unit": 420,
    "slip: transposed": 480,
    "slip: transposed pair": 300,
    "time: one says": -15,
    "unit: of time": 0,
    "unit: only one of time": 60,
    "unit: other": 0,
    "unit: same": 110,
    "values: 16": -40,
    "values: 2": 80,
    "values: 4": 80,
    "values: 8": 40,
    "values: many": -80,
    "words beside: 0/4": -70,
    "words beside: 1/4": -70,
    "words beside: 12/4": 65,
    "words beside: 2/4": -50,
    "words beside: 3/4": 10,
    "words beside: 4/4": 20,
    "words beside: 6/4": 40,
    "words beside: 8/4": 65,
    "words shared: 0": -230,
    "words shared: 1": -50,
    "words shared: 2": 15,
    "words shared: 3": 75,
    "words shared: 4": 80,
    "words shared: 5": 80,
    "words shared: 6": 80,
}


def weigh(levels: Iterable[str]) -> int:
    """Return the weight of all *levels* together, with the bias; each must be in the table."""
    return BIAS + sum(map(WEIGHTS.__getitem__, levels))


AGREEING_FROM = 0
CONFLICTING_FROM = 0
SAME_DAY_FROM = 100
"""From which weight on claims are one fact: where values agree, where they do not, where both are of one day."""
_PROBABILITIES = ((300, 95), (250, 92), (200, 88), (150, 82), (100, 73), (50, 62))


def probability(weight: int) -> Fraction:
    """Return the probability, 0 to 1, that stands behind a *weight*: the logistic function, in steps rounded down."""
    return Fraction(next((percent for least, percent in _PROBABILITIES if weight >= least), 50), 100)
