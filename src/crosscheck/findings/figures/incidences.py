"""Rates for so many people against the cases and the people they are of: '480 cases among 240,000', '320 per 100,000'.

Cases, people and rate may stand in one sentence, in several or in two documents. They are of one thing, place and time
only where nothing that is told speaks against it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

import msgspec

from crosscheck.domains import Rate
from crosscheck.findings.figures.populations import Reader
from crosscheck.findings.proof import prove
from crosscheck.findings.rule import Case
from crosscheck.findings.telling.notation import show_number, show_rounded, show_value
from crosscheck.messages import join, say
from crosscheck.records import CHANGE, EACH, MEMBERS, RATE, Amount, Claim, Finding, FindingKind
from crosscheck.values.interval import Interval

_ROOM = Interval.of(Fraction(19, 20), Fraction(21, 20))
"""The people are counted on another day than the cases: a twentieth more or less contradicts nothing."""
_MOST_TIMES = 15
"""Beyond so many times what it should be, a rate is one of something else."""


class Incidence(msgspec.Struct, frozen=True):
    """The claims of a rate, of its cases and of the people, and for how many people the rate is."""

    rate: Claim
    cases: Claim
    people: Claim
    base: int

    @property
    def reckoned(self) -> Interval:
        """Return the rate that cases and people make."""
        return _amount(self.cases) / _amount(self.people) * Interval.point(self.base)

    @property
    def is_possible(self) -> bool:
        """Return whether the stated rate is what cases and people make, or so far off that it is of something else."""
        stated, made = _amount(self.rate), self.reckoned * _ROOM
        least, most = made.low, made.high
        if least is None or most is None or stated.low is None or stated.high is None:
            return True
        far = stated.low > most * _MOST_TIMES or stated.high * _MOST_TIMES < least
        return far or not stated.meet(made).is_empty


def find_incidences(case: Case) -> Iterator[Incidence]:
    """Yield each rate that its cases and people exclude, with these.

    Nothing where several counts may be its cases or the documents differ in how many people there are. Work grows with
    the rates times the numbers of their stories.
    """
    for rate in case.domains.rates:
        reader = Reader(case, rate)
        stated = [(claim, base) for claim in case.claims if (base := _base(claim, rate)) and reader.is_plain(claim)]
        if not stated:
            continue
        numbers = [claim for claim in case.claims if _is_count(claim)]
        for claim, base in stated:
            incidence = _incidence(claim, base, numbers, reader)
            if incidence is not None and not incidence.is_possible:
                yield incidence


def _base(claim: Claim, rate: Rate) -> int:
    """Return for how many people a rate is, 0 for what is none."""
    context, value = claim.context, claim.value
    if context is None or RATE not in context.aspects or not isinstance(value, Amount) or not claim.is_printed:
        return 0
    if not value.interval.is_bounded or claim.modality != "asserted" or claim.scope.part.startswith(EACH):
        return 0
    told = [int(aspect) for aspect in context.aspects if aspect.isdigit()]
    return told[0] if told else rate.named.get(claim.concept, 0)


def _is_count(claim: Claim) -> bool:
    """Return whether a claim prints a number of something, which is no rate, no change and no average."""
    value, context = claim.value, claim.context
    if not isinstance(value, Amount) or claim.mention is None or claim.reckoned is not None or context is None:
        return False
    is_number = claim.mention.kind == "number" and value.interval.is_bounded and bool(value.stated)
    is_whole = claim.scope.part in {"", MEMBERS} and claim.scope.part != CHANGE
    return is_number and is_whole and claim.modality == "asserted" and RATE not in context.aspects


def _incidence(claim: Claim, base: int, numbers: Sequence[Claim], reader: Reader) -> Incidence | None:
    """Return a rate with its cases and people; None where there are none, or several that differ."""
    near = [n for n in numbers if reader.are_of_one_story(claim, n)]
    people = _sole([n for n in near if reader.is_population(n) and reader.are_of_one_place(claim, n)])
    if people is None:
        return None
    counted = [n for n in near if n is not people and reader.is_plain(n) and _is_of(claim, n, people, reader)]
    beside = [n for n in counted if (n.document, n.sentence) == (claim.document, claim.sentence)]
    cases = _sole(beside or counted)
    return None if cases is None else Incidence(claim, cases, people, base)


def _sole(claims: Sequence[Claim]) -> Claim | None:
    """Return the first of *claims* that state one number, None where they differ."""
    return claims[0] if len({claim.stated for claim in claims}) == 1 else None


def _is_of(rate: Claim, cases: Claim, people: Claim, reader: Reader) -> bool:
    """Return whether a number may be that of the cases of a rate among *people*."""
    return (
        not reader.is_population(cases)
        and _stated(cases) < _stated(people)
        and reader.are_of_one_thing(rate, cases)
        and reader.are_of_one_place(rate, cases)
        and reader.are_of_one_place(people, cases)
        and reader.is_placed(rate, cases, people)
        and reader.are_of_one_time(rate, cases)
    )


def _stated(claim: Claim) -> Fraction:
    return claim.stated or Fraction(0)


def _amount(claim: Claim) -> Interval:
    return claim.value.charitable if isinstance(claim.value, Amount) else Interval()


def prove_incidence(case: Case, incidence: Incidence, code: str, kind: FindingKind) -> Finding:
    """Return the finding that a rate is not what its cases and people make."""
    rate, cases, people = incidence.rate, incidence.cases, incidence.people
    shown = join((show_value(cases.value), show_value(people.value)), " / ")
    whole = show_number(Fraction(incidence.base))
    calculation = join((join((shown, whole), " * "), show_rounded(incidence.reckoned)), " = ")
    return prove(
        case,
        [rate, cases, people],
        (),
        code=code,
        kind=kind,
        severity="warning",
        message=say(
            "{heading}: {calculation}, not {stated}",
            heading=say("rate for {number} people", number=whole),
            calculation=calculation,
            stated=show_value(rate.value),
        ),
        calculation=[calculation],
    )
