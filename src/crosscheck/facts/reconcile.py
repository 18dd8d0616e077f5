"""What the claims of one fact jointly say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import reduce

import msgspec

from crosscheck.records import Amount, Claim, Period, Role, Value, Verdict, Wording, firm_claims, hour_of
from crosscheck.values.interval import Interval
from crosscheck.values.measures import converts, dimension
from crosscheck.values.units import meanings

_THOUSAND = 1000
_FAR = 3
"""How many times a number another one is that both are not, however they are rounded."""


def reconcile(claims: tuple[Claim, ...]) -> tuple[Value | None, Verdict]:
    """Return the value that all firm claims allow, None where they exclude each other, and the verdict.

    'single' when all claims stand in one document; 'agree' when every claim prints the same; 'compatible' when all
    leave a value in common, round counts read as rounded.
    """
    firm = firm_claims(claims)
    value = _joint([claim.value for claim in firm])
    if value is None:
        return None, "contradicted"
    if len({claim.document for claim in claims}) == 1:
        return value, "single"
    same = len({(printed(claim.value), _hour(claim.value)) for claim in claims}) == 1
    return value, "agree" if same else "compatible"


def agree(left: Value, right: Value) -> bool:
    """Return whether both values can be right, either of them converted to the unit of the other."""
    if not (isinstance(left, Amount) and isinstance(right, Amount)):
        return _joint([left, right]) is not None
    if left.unit != right.unit:
        left, right = _on_scale(left, right), _on_scale(right, left)
        if converts(right.unit, left.unit):
            return _are_alike(left, right.converted(left.unit)) or _are_alike(left.converted(right.unit), right)
    return _are_alike(left, right)


def _are_alike(left: Amount, right: Amount) -> bool:
    """Return whether two amounts of one unit can be right, as they stand or read as rounded."""
    if _are_far_apart(left.interval, right.interval):
        return False
    if _have_common(left.interval, right.interval):
        return True
    if not (left.is_round or right.is_round):
        return False
    is_bound = not (left.interval.is_bounded and right.interval.is_bounded)
    return (is_bound or left.precision != right.precision) and _have_common(*_rounded([left, right]))


def _are_far_apart(a: Interval, b: Interval) -> bool:
    """Return whether one is so much greater that no rounding makes them meet: it takes or adds half at most."""
    return _is_far_above(a, b) or _is_far_above(b, a)


def _is_far_above(greater: Interval, smaller: Interval) -> bool:
    low, high = greater.low, smaller.high
    if low is None or high is None or high.numerator <= 0:
        return False
    return low.numerator * high.denominator > _FAR * high.numerator * low.denominator


def _on_scale(amount: Amount, other: Amount) -> Amount:
    """Return *amount* on the scale that the unit of it leaves open, where *other* tells its own: 41 degrees and 106 °F.

    On the first on which both agree, of those that it may stand for.
    """
    scales = meanings(amount.unit)
    if other.unit not in scales:
        return amount
    read = [msgspec.structs.replace(amount, unit=scale) for scale in scales]
    return next((each for each in read if agree(each, other)), read[0])


def _have_common(a: Interval, b: Interval) -> bool:
    if a.is_below(b) or b.is_below(a):
        return False
    meet = a.meet(b)
    return not meet.is_empty and not _only_touch(meet, (a, b))


def commonest(claims: tuple[Claim, ...], copies: Mapping[str, str]) -> tuple[int, int]:
    """Return how many witnesses stand behind the commonest value, and how many behind others.

    *copies* names, for each document that repeats another's words, that other one: both are one witness.
    """
    if len(claims) == 1:
        return 1, 0
    behind: dict[object, set[str]] = {}
    for claim in firm_claims(claims):
        behind.setdefault(printed(claim.value), set()).add(copies.get(claim.document, claim.document))
    counts = sorted((len(documents) for documents in behind.values()), reverse=True)
    return counts[0], sum(counts[1:])


def _joint(values: Sequence[Value]) -> Value | None:
    first = values[0]
    if isinstance(first, Amount):
        return _joint_amount([value for value in values if isinstance(value, Amount)])
    if isinstance(first, Period):
        return _joint_period([value for value in values if isinstance(value, Period)])
    if isinstance(first, Role):
        return first if len({value.name for value in values if isinstance(value, Role)}) == 1 else None
    return first if len({value.step for value in values if isinstance(value, Wording)}) == 1 else None


def _joint_amount(amounts: Sequence[Amount]) -> Amount | None:
    first, unit = amounts[0], amounts[0].unit
    if amounts.count(first) == len(amounts) and first.stated is not None and first.interval.contains(first.stated):
        return first
    told = next((amount for amount in amounts if amount.unit != unit), first)
    if told is not first:
        amounts = [_on_scale(amount, told if amount.unit == unit else first) for amount in amounts]
    units = dict.fromkeys(amount.unit for amount in amounts)
    return next((joint for unit in units if (joint := _joint_in(unit, amounts)) is not None), None)


def _joint_in(unit: str, amounts: Sequence[Amount]) -> Amount | None:
    """Return what *amounts* have in common, those of other units read as converted to *unit*."""
    amounts = [amount.converted(unit) if converts(amount.unit, unit) else amount for amount in amounts]
    return _in_common(amounts, [a.interval for a in amounts]) or _in_common(amounts, _rounded(amounts))


def _in_common(amounts: Sequence[Amount], intervals: Sequence[Interval]) -> Amount | None:
    """Return what *intervals*, those of *amounts*, have in common, with the number that most of these state in it."""
    meet = reduce(Interval.meet, intervals)
    if meet.is_empty or _only_touch(meet, intervals):
        return None
    stated = [a.stated for a in amounts if a.stated is not None and meet.contains(a.stated)]
    best = Counter(stated).most_common(1)[0][0] if stated else None
    hedge = amounts[0].hedge if all(a.hedge for a in amounts) else ""
    return Amount(meet, best, amounts[0].unit, min(filter(None, (a.precision for a in amounts)), default=None), hedge)


def _rounded(amounts: Sequence[Amount]) -> list[Interval]:
    """Return the values where each count that is rounder than another may be that one, rounded: 17,000 for 16,867.

    Beside a bound every count in thousands is one: 300,000 may well be over 300,000, but 300 are not over 300.
    """
    if not all(amount.interval.is_bounded for amount in amounts) and all(map(_is_in_thousands, amounts)):
        return [amount.charitable for amount in amounts]
    finest = min((amount.precision for amount in amounts if amount.precision is not None), default=None)
    return [a.interval if finest is None or a.precision == finest else _beside_finer(a, finest) for a in amounts]


def _beside_finer(amount: Amount, finest: Fraction) -> Interval:
    """Return what a count that is rounder than another may be; a measure without decimals beside one that has some is.

    187 km are 186.5 to 187.5 beside 187.4 km; cases and votes have no decimals.
    """
    place = amount.precision
    if place is not None and place <= 1 and finest < 1 and dimension(amount.unit):
        return amount.rounded_to(place, half_up=True)
    return amount.charitable


def _is_in_thousands(amount: Amount) -> bool:
    return amount.precision is not None and amount.precision >= _THOUSAND


def _only_touch(meet: Interval, intervals: Sequence[Interval]) -> bool:
    """Return whether intervals have only an end in common: 5.52 and 5.53 are hardly both 5.525."""
    return meet.is_point and not any(interval.is_point for interval in intervals)


def _hour(value: Value) -> str:
    """Return the time of day that a value tells, '' for none."""
    return hour_of(value.timex) if isinstance(value, Period) else ""


def _joint_period(periods: Sequence[Period]) -> Period | None:
    first, last = max(p.first for p in periods), min(p.last for p in periods)
    recurring = [p for p in periods if p.cycle is not None]
    if first > last or any(not p.meets(other) for p in recurring for other in periods):
        return None
    exact = [p for p in periods if (p.first, p.last) == (first, last)]
    if not exact or len(set(filter(None, map(_hour, exact)))) > 1:  # two hours of a day are that day
        return Period(first, last)
    return exact[0]


def printed(value: Value) -> object:
    """Return what makes two values print the same."""
    if isinstance(value, Amount):
        ends = value.interval.low, value.interval.high
        return tuple([None if end is None else end.as_integer_ratio() for end in ends])  # hashed faster than fractions
    if isinstance(value, Period):
        return (value.first, value.last) if value.cycle is None else value.timex
    return value.name if isinstance(value, Role) else value.step
