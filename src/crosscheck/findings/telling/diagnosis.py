"""How a figure or a day may have gone wrong: a slip of the digits or of the calendar, told in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

import msgspec

from crosscheck.findings.telling.notation import show_number, show_value
from crosscheck.messages import Argument, Phrase, say
from crosscheck.records import Amount, Claim, Period, say_moment
from crosscheck.values.dayslips import DaySlip, explain_days
from crosscheck.values.digits import Slip, SlipKind, explain_difference, slip_into
from crosscheck.values.elapsed import split_offset
from crosscheck.values.interval import Interval
from crosscheck.values.measures import converts

DIGITS = re.compile(r"\d(?:[\d.,'’\u00a0\u202f ]*\d)?")
"""The digits of a printed number with the marks between them."""
_LARGEST_POWER = 15
_CLOCK = re.compile(r"T(\d\d):(\d\d)$")
_HALF_DAY = 12

_WORDS: Mapping[SlipKind, Phrase] = {
    "transposed": say("with two digits transposed"),
    "doubled": say("with a digit doubled"),
    "zero_too_many": say("with one zero too many"),
    "zero_too_few": say("with a zero missing"),
    "marks_exchanged": say("with decimal and thousands marks exchanged"),
    "mark_moved": say("with the decimal mark moved by one place"),
    "scale_word": say("with the wrong scale word"),
    "dropped": say("with a digit dropped"),
    "mistyped": say("with one digit mistyped"),
}
_DAY_WORDS: Mapping[DaySlip, Phrase] = {
    "day_off": say("off by one day"),
    "week_off": say("off by a week"),
    "exchanged": say("with day and month exchanged"),
    "year": say("of another year"),
    "month": say("of another month"),
    "day": say("with a slip in the day"),
}


class Printed(msgspec.Struct, frozen=True):
    """The digits of a claim as they stand, with a point for the decimal mark, and the scale that multiplies them."""

    digits: str
    scale: int


def printed_digits(claim: Claim) -> Printed | None:
    """Return the digits that *claim* prints, None where it prints words or a range."""
    value = claim.value
    found = DIGITS.search(claim.mention.surface) if claim.mention else None
    if found is None or not isinstance(value, Amount) or value.stated is None:
        return None
    digits = re.sub(r"\D", "", found.group())
    over, under = int(digits) * value.stated.denominator, value.stated.numerator
    for power in range(0, _LARGEST_POWER, 3):
        for decimals in range(len(digits)):
            if over * 10**power == under * 10**decimals:
                whole = digits if decimals == 0 else f"{digits[:-decimals]}.{digits[-decimals:]}"
                return Printed(whole, 10**power)
    return None


def word_slip(claim: Claim, slip: Slip) -> Phrase:
    """Return the diagnosis: '18,667 may be 16,867 with two digits transposed'."""
    value = claim.value
    stated = value.stated if isinstance(value, Amount) and value.stated is not None else slip.intended
    return _may_be(show_number(stated, 12), show_number(slip.intended, 12), _WORDS[slip.kind])


def word_day_slip(claim: Claim, other: Claim) -> Phrase | None:
    """Return how the day of *claim* may have come from that of *other*: '12 May may be 13 May 2031 off by one day'.

    None where no single slip leads from one to the other, or one of them is no day.
    """
    value, meant = claim.value, other.value
    if not isinstance(value, Period) or not isinstance(meant, Period):
        return None
    if value.first != value.last or meant.first != meant.last:
        return None
    slip = explain_days(meant.first, value.first)
    return _may_be(value.first, meant.first, _DAY_WORDS[slip]) if slip else None


def word_clock_slip(claim: Claim, other: Claim) -> Phrase | None:
    """Return how the time of day of *claim* may have come from that of *other*: '06:12 may be 04:12 of another zone'.

    None where either is not printed to the minute, or no single slip leads from one to the other.
    """
    value, meant = claim.value, other.value
    if not isinstance(value, Period) or not isinstance(meant, Period):
        return None
    (printed, zone), (intended, its_zone) = split_offset(value.timex), split_offset(meant.timex)
    one, two = _CLOCK.search(printed), _CLOCK.search(intended)
    if one is None or two is None or (zone is None) != (its_zone is None):
        return None
    slip = _clock_slip(one, two, of_one_zone=zone == its_zone, named=zone is not None)
    return _may_be(say_moment(value), say_moment(meant), slip) if slip else None


def _clock_slip(printed: re.Match[str], meant: re.Match[str], *, of_one_zone: bool, named: bool) -> Phrase | None:
    """Return what went wrong between two clock times; *named* says that both tell their zone."""
    if not of_one_zone:
        return say("with local time taken for UTC") if printed[0] == meant[0] else None
    hours = abs(int(printed[1]) - int(meant[1]))
    if printed[2] == meant[2] and hours == _HALF_DAY:
        return say("with morning and evening exchanged")
    if printed[2] == meant[2] and (named or printed[2] != "00"):
        return say("with local time taken for UTC") if named else say("of another time zone")
    slip = explain_difference(int(meant[1] + meant[2]), f"{int(printed[1] + printed[2])}")
    return _WORDS[slip.kind] if slip and slip.kind in {"transposed", "mistyped"} else None


def word_unit_slip(claim: Claim, other: Claim) -> Phrase | None:
    """Return that *claim* gives the number of *other* in another unit: '14 miles may be 14 kilometres ...'.

    Or that the one is the change of a share that the other tells in percentage points. None where the numbers differ,
    or the units do not.
    """
    value, meant = claim.value, other.value
    if not isinstance(value, Amount) or not isinstance(meant, Amount):
        return None
    if value.stated is None or value.stated != meant.stated or value.unit == meant.unit:
        return _word_points_slip(value, other) or _word_points_slip(meant, claim)
    return _may_be(show_value(value), show_value(meant), say("with the unit exchanged"))


def _word_points_slip(printed: Amount, other: Claim) -> Phrase | None:
    """Return that a change *printed* in per cent is what *other* reckons in points: '5 % may be 5 points'."""
    points = other.reckoned.points if other.reckoned is not None else None
    if points is None or printed.unit != "percent" or points.meet(printed.interval).is_empty:
        return None
    meant = msgspec.structs.replace(printed, unit="percentage point")
    return _may_be(show_value(printed), show_value(meant), say("with the unit exchanged"))


def _may_be(printed: Argument, meant: Argument, slip: Phrase) -> Phrase:
    return say("{printed} may be {meant} {slip}", printed=printed, meant=meant, slip=slip)


def slip_between(claim: Claim, other: Claim) -> Slip | None:
    """Return how the number of *claim* may have come from that of *other*, in the same unit."""
    printed = printed_digits(claim)
    meant = other.value
    if printed is None or not isinstance(meant, Amount) or meant.stated is None or _in_other_units(claim, other):
        return None
    return explain_difference(meant.stated, printed.digits, scale=printed.scale)


def _in_other_units(claim: Claim, other: Claim) -> bool:
    """Return whether two amounts are measured in units that convert: 300 hectares and 500 acres are no slip."""
    one, two = claim.value, other.value
    return isinstance(one, Amount) and isinstance(two, Amount) and one.unit != two.unit and converts(one.unit, two.unit)


def slip_to_fit(claim: Claim, allowed: Interval, *, twice: bool = False) -> Slip | None:
    """Return how the number of *claim* may have come from one that lies in *allowed*, or prints so.

    With *twice*, it may have been rounded twice before it was printed.
    """
    printed = printed_digits(claim)
    if printed is None:
        return None
    places = len(printed.digits.partition(".")[2])
    tolerance = Fraction(printed.scale, 2 * 10**places) if places or printed.scale > 1 else Fraction(0)
    tolerance += tolerance / 10 if twice else 0
    return slip_into(allowed, printed.digits, scale=printed.scale, tolerance=tolerance)
