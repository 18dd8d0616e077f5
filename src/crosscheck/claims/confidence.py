"""How sure a claim is: the weight of the weaker of the two levels that made it."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cache

ATTRIBUTE_WEIGHT: Mapping[str, Fraction] = {
    "counted noun": Fraction(98, 100),
    "named whole": Fraction(97, 100),
    "cue in the clause": Fraction(92, 100),
    "elided noun": Fraction(92, 100),
    "age beside a name": Fraction(97, 100),
    "head noun": Fraction(98, 100),
}
SUBJECT_WEIGHT: Mapping[str, Fraction] = {
    "bearer after the value": Fraction(98, 100),
    "name before the value": Fraction(97, 100),
    "name in apposition": Fraction(97, 100),
    "event named in the sentence": Fraction(97, 100),
    "event of the document": Fraction(93, 100),
    "organisation of the document": Fraction(89, 100),
    "pronoun or anaphor": Fraction(90, 100),
    "name after the value": Fraction(88, 100),
    "name in the next sentence": Fraction(88, 100),
    "body not told": Fraction(87, 100),
    "": Fraction(1),
}


@cache
def claim_confidence(why_attribute: str, why_subject: str) -> Fraction:
    """Return how likely a claim with these levels is read rightly, 0 to 1; one without a subject claims none."""
    return min(ATTRIBUTE_WEIGHT[why_attribute], SUBJECT_WEIGHT[why_subject])
