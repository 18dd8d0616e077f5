"""Which single figure would mend a clash, and how it may have gone wrong."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from crosscheck.findings.formulas.binding import Instance
from crosscheck.findings.formulas.needs import needed_value
from crosscheck.findings.formulas.network import Solved
from crosscheck.findings.telling.diagnosis import slip_to_fit, word_slip
from crosscheck.findings.telling.notation import show_rounded, show_value
from crosscheck.messages import NOTHING, Phrase, Unit, say
from crosscheck.records import Claim
from crosscheck.values.digits import Slip
from crosscheck.values.interval import EVERYTHING, Interval
from crosscheck.values.network import Conflict, Suspect

_MILE = Fraction("1.609344")
_PER_LENGTH = {"mile": ("kilometre", _MILE), "kilometre": ("mile", 1 / _MILE)}
"""What a rate for each length may be for instead, and by what it must then be multiplied."""
_NEAR = Fraction(1, 100)


def word_remedy(conflict: Conflict, instances: Sequence[Instance], solved: Solved) -> Phrase:
    """Return the likeliest slip of one suspect: of its unit, or its digits; else what it would have to be."""
    suspects = [suspect for suspect in conflict.suspects if suspect.resolves]
    if conflict.culprit is not None:
        suspects = suspects[:1]
    for suspect in suspects:
        exchanged = _word_exchange(solved.claims[suspect.statements[0]], suspect.allowed)
        if exchanged is not None:
            return exchanged
    slips = [row for suspect in suspects if (row := _slip(suspect, instances, solved)) is not None]
    if slips:
        claim, slip = min(slips, key=lambda row: row[1].cost)
        return word_slip(claim, slip)
    if not suspects or suspects[0].allowed is None or conflict.culprit is None:
        return NOTHING
    claim = solved.claims[suspects[0].statements[0]]
    fitting = show_rounded(suspects[0].allowed)
    return say("{value} fits none of the others; {fitting} would", value=show_value(claim.value), fitting=fitting)


def _word_exchange(claim: Claim, allowed: Interval | None) -> Phrase | None:
    """Return that a rate of one length is given for the other, where that number lies in *allowed*; else None."""
    each = next((unit for unit in _PER_LENGTH if claim.attribute.endswith(f"_per_{unit}")), "")
    stated = claim.stated
    if not each or stated is None or allowed is None:
        return None
    other, times = _PER_LENGTH[each]
    near = Interval(stated * times * (1 - _NEAR), stated * times * (1 + _NEAR))
    if near.meet(allowed).is_empty:
        return None
    return say("{value} would be right per {unit}", value=show_value(claim.value), unit=Unit(other, is_one=True))


def _slip(suspect: Suspect, instances: Sequence[Instance], solved: Solved) -> tuple[Claim, Slip] | None:
    """Return the slip that explains a suspect, by what the others allow as printed, else as rounded twice."""
    claim = solved.claims[suspect.statements[0]]
    twice = EVERYTHING
    for instance in instances:
        for name, place in instance.places.items():
            if place.id == suspect.cell:
                twice = twice.meet(needed_value(instance, name, solved, twice=True))
    allowed = suspect.allowed or suspect.allowed_charitably
    if allowed is not None and (slip := slip_to_fit(claim, allowed)):
        return claim, slip
    if twice.is_bounded and (slip := slip_to_fit(claim, twice, twice=True)):
        return claim, slip
    return None
