"""CC304 Age and birth date.

What it finds: the age of a person that does not fit the date or year of birth that any document gives, or an age that
another document, of another day, gives, also of somebody without a name; reckoned at the day of the document.

Why it matters: ages are copied from old reports, and a birthday lies in between.

When it stays silent: when the birthday may lie between two days (44 in March and 45 in May); when a day that the
document names before the age, or with it, makes both fit ("Kern, then 23, moved to Bonn in 2004"); when the document
has no day to reckon from.

Example: "the 44-year-old manager Ralf Kern" on 3 May 2031, and "Kern, who was born on 9 August 1983": 47.

Near miss: "Ralf Kern, 47," on 3 May 2031 and "Ralf Kern (48)" on 1 September.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from crosscheck.findings.direct import SURE
from crosscheck.findings.formulas.calculation import Requirement
from crosscheck.findings.proof import prove
from crosscheck.findings.rule import Case
from crosscheck.findings.telling.diagnosis import slip_to_fit, word_slip
from crosscheck.findings.telling.notation import show_amount, show_number, show_value
from crosscheck.messages import NOTHING, Phrase, say, say_all, say_count
from crosscheck.records import Amount, Claim, Fact, Finding, FindingKind, Period, firm_claims
from crosscheck.values.elapsed import births, full_years
from crosscheck.values.interval import ZERO, Interval

CODE: Final = "CC304"
NAME: Final = say("age and birth date")
KIND: Final[FindingKind] = "arithmetic"

_OLDEST = 120
_PARAGRAPH = "\n\n"
_NEXT = 2
"""How many characters at most lie between a sentence and the next one of the same paragraph."""


class _Days:
    """The days that each document names, looked up once."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self._named: dict[str, list[tuple[int, Period]]] = {}
        for claim in case.claims:
            value = claim.value
            if isinstance(value, Period) and value.first.year > _OLDEST and value.last.year < date.max.year:
                self._named.setdefault(claim.document, []).append((claim.sentence.start, value))

    def named_before(self, claim: Claim) -> Iterator[Period]:
        """Yield the days and periods that the paragraph of *claim* names up to the sentence behind it.

        Who looks back dates that at its head: what follows later, or stands in another paragraph, is of another time.
        """
        first = self.case.documents[claim.document].text.rfind(_PARAGRAPH, 0, claim.sentence.start)
        last = claim.sentence.end + _NEXT
        return (named for start, named in self._named.get(claim.document, ()) if first <= start <= last)


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each person, named or not, whose ages and birth do not fit."""
    born = {(fact.attribute, fact.subject): fact for fact in case.facts if fact.claims and fact.subject}
    days = _Days(case)
    for fact in case.facts:
        concept = case.concepts.get(fact.attribute)
        if concept is None or len(concept.ends) != 1 or not fact.claims:
            continue
        birth = born.get((concept.ends[0][0], fact.subject)) if fact.subject else None
        if birth is not None and isinstance(birth.value, Period):
            yield from _against_birth(case, fact, birth, days)
        elif fact.value is not None:
            yield from _against_each_other(case, fact, days)


def _against_birth(case: Case, fact: Fact, birth: Fact, days: _Days) -> Iterator[Finding]:
    born = birth.value
    if not isinstance(born, Period):
        return
    wrong = [claim for claim in firm_claims(fact.claims) if _is_reckoned(claim, case) and not _fits(claim, born, days)]
    if not wrong:
        return
    first = wrong[0]
    years = _years_on(born, _day(first, case))
    slip, shown, birth_day = slip_to_fit(first, years), _show_years(years), _show_birth(born)
    stated = firm_claims(birth.claims)
    yield prove(
        case,
        [*wrong, *stated],
        [fact, birth],
        code=CODE,
        kind=KIND,
        severity="error" if all(c.confidence >= SURE for c in (*wrong, *stated)) else "warning",
        message=say("{person}: {ages}, but {birth}", person=fact.subject, ages=_ages(wrong), birth=birth_day),
        calculation=[
            *(_reckon(claim, case) for claim in wrong),
            say("{birth}: {years} on {day}", birth=birth_day, years=shown, day=_day(first, case)),
        ],
        suggestion=word_slip(first, slip) if slip else say("{years} would fit the birth", years=shown),
        implied=Requirement(first.id, years, birth_day),
    )


def _show_birth(born: Period) -> Phrase:
    day = show_value(born)
    return say("born on {day}", day=day) if born.first == born.last else say("born {day}", day=day)


def _against_each_other(case: Case, fact: Fact, days: _Days) -> Iterator[Finding]:
    """Yield a finding for the first two ages of documents of different days that no one birthday lies between."""
    claims = [claim for claim in firm_claims(fact.claims) if _is_reckoned(claim, case)]
    for number, left in enumerate(claims):
        for right in claims[number + 1 :]:
            if not any(_fits(right, Period(*window), days) for window in _windows(left, days)):
                yield _two_ages(case, fact, [left, right])
                return


def _two_ages(case: Case, fact: Fact, claims: Sequence[Claim]) -> Finding:
    return prove(
        case,
        claims,
        [fact],
        code=CODE,
        kind=KIND,
        severity="error" if all(c.confidence >= SURE for c in claims) else "warning",
        message=say(
            "{person}: {ages}, {apart}",
            person=fact.subject or case.heading("", fact.attribute),
            ages=_ages(claims),
            apart=_gap(*(_day(claim, case) for claim in claims)),
        ),
        calculation=[_reckon(claim, case) for claim in claims],
    )


def _gap(first: date, second: date) -> Phrase:
    days = abs((second - first).days)
    return say_count("{days} day apart", "{days} days apart", days, days=days)


def _fits(claim: Claim, born: Period, days: _Days) -> bool:
    """Return whether somebody *born* then may be as old as *claim* says, on the document's day or one that it names."""
    return any(first <= born.last and born.first <= last for first, last in _windows(claim, days))


def _windows(claim: Claim, days: _Days) -> Iterator[tuple[date, date]]:
    """Yield the days of birth that an age allows: on the document's day, and on each that the document names."""
    published = days.case.documents[claim.document].published
    if published is None or not isinstance(claim.value, Amount):
        return
    years = claim.value.interval
    yield births(years, published)
    for named in days.named_before(claim):
        yield births(years, named.first)[0], births(years, named.last)[1]


def _is_reckoned(claim: Claim, case: Case) -> bool:
    """Return whether the age can be reckoned: it has bounds, and its document a day."""
    value = claim.value
    if not isinstance(value, Amount) or value.unit != "year":
        return False
    if case.documents[claim.document].published is None:
        return False
    return value.interval.is_bounded and value.interval.within(Interval.of(0, _OLDEST))


def _day(claim: Claim, case: Case) -> date:
    """Return the day of the claim's document, which is known to have one."""
    return case.documents[claim.document].published or date.max


def _years_on(born: Period, day: date) -> Interval:
    """Return how old somebody *born* then is on *day*, in full years."""
    return Interval.of(full_years(born.last, day), full_years(born.first, day))


def _show_years(years: Interval) -> Phrase:
    low, high = years.low or ZERO, years.high or ZERO
    return show_number(low) if low == high else say("{one} or {other}", one=show_number(low), other=show_number(high))


def _ages(claims: Sequence[Claim]) -> Phrase:
    return say("{ages} years old", ages=say_all(dict.fromkeys(map(_years, claims))))


def _reckon(claim: Claim, case: Case) -> Phrase:
    day = _day(claim, case)
    if not isinstance(claim.value, Amount):
        return NOTHING
    first, last = births(claim.value.interval, day)
    return say("{age} on {day} means born {first} to {last}", age=_years(claim), day=day, first=first, last=last)


def _years(claim: Claim) -> Phrase:
    """Return the age as it is stated, without its unit."""
    return show_amount(claim.value) if isinstance(claim.value, Amount) else show_value(claim.value)
