"""What values a mention's words allow: its printed bounds, widened as the language pack says of its hedge."""

from __future__ import annotations

from fractions import Fraction

from crosscheck.languages import LanguagePack
from crosscheck.languages.numbers import HedgeWords
from crosscheck.records import Mention
from crosscheck.values.interval import EVERYTHING, Interval

_NO_HEDGE = HedgeWords(words=())


def allowed_interval(mention: Mention, pack: LanguagePack) -> Interval:
    """Return every value that *mention* allows.

    Without a hedge these are its printed bounds, both included. An approximator widens them by the pack's shares of the
    value; a bound opens one side, and a strict one leaves the bound itself out; a bound that is itself rounded
    ('more than 3.5 million') reaches half a unit of its last digit beyond. A simple fraction in words stands for its
    neighbourhood.
    """
    hedge = pack.numbers.hedges.get(mention.hedge, _NO_HEDGE)
    low = None if mention.low is None else Fraction(mention.low)
    high = None if mention.high is None else Fraction(mention.high)
    if low is None and high is None:
        return EVERYTHING
    if low is None or high is None:
        return _bounded(low, high, hedge, mention)
    below, above = Fraction(hedge.below), Fraction(hedge.above)
    if mention.rule in ("fraction", "ratio"):
        below = above = max(Fraction(pack.numbers.fraction_slack), below, above)
    return Interval(low - abs(low) * below, high + abs(high) * above)


def _bounded(low: Fraction | None, high: Fraction | None, hedge: HedgeWords, mention: Mention) -> Interval:
    """Return the interval that is open on one side; the rounding of its end is given back."""
    slack = Fraction(0)
    stated = low if high is None else high
    if mention.precision is not None and stated is not None and mention.precision < 1:
        slack = Fraction(mention.precision) / 2
    strict = hedge.strict and not slack
    if high is None:
        return Interval(None if low is None else low - slack, None, low_open=strict)
    return Interval(None, high + slack, high_open=strict)
