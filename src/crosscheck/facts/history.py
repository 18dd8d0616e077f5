"""What changed: a toll that rises from one day to the next is no contradiction."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date
from fractions import Fraction
from itertools import combinations, product
from types import MappingProxyType

import msgspec

from crosscheck.domains import Concept
from crosscheck.facts.match import Match
from crosscheck.facts.reconcile import reconcile
from crosscheck.facts.scopes import current_time
from crosscheck.facts.slips import EXCHANGED
from crosscheck.records import PAST_REF, Amount, Claim, Period, Span, Wording, firm_claims, is_misprinted
from crosscheck.values.calendar import ANY_YEAR, NO_YEAR, period

_FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_OTHER_UNIT = "slip: other unit"
_TRANSPOSED = frozenset(f"slip: {slip}" for slip in EXCHANGED)
_OTHER_SIZE = frozenset({"size: apart", "size: far apart", "size: worlds apart"})

Place = tuple[str, Span]
"""A sentence: the document and where it stands in it."""


class Counting(msgspec.Struct, frozen=True):
    """The ``sentences`` that state running counts, and all ``figures`` of documents that state one which only rises."""

    sentences: frozenset[Place]
    figures: Mapping[str, Set[Fraction]]


def latest_claims(
    claims: Sequence[Claim], concept: Concept | None, published: Mapping[str, date | None], counting: Counting
) -> tuple[Claim, ...]:
    """Return the claims of the last day, () where *claims* are no history.

    They are one where the concept is a running count, or all stand in one of the sentences that are *counting* such;
    or they say themselves up to when they count, or one that it goes on ('still'); where each tells its day, by that
    or by its document's; and where those of one day agree. Of a running count that is told with its day, a value
    without one may be of any other. A count that only rises is no history where it falls, unless a document knows both.
    """
    firm = firm_claims(tuple(claims))
    is_running = (
        all((claim.document, claim.sentence) in counting.sentences for claim in firm)
        if concept is None
        else concept.running
    )
    if not is_running and (not _go_on(firm) or any(is_misprinted(a.value, b.value) for a, b in combinations(firm, 2))):
        return ()
    by_year = not any(claim.scope.as_of.startswith(NO_YEAR) for claim in firm)
    if concept is not None and concept.running and any(map(_says_when, firm)):
        firm = tuple(claim for claim in firm if _counted_on(claim, published, by_year=by_year) is not None)
    days: dict[date, list[Claim]] = {}
    for claim in firm:
        day = _counted_on(claim, published, by_year=by_year)
        if day is None:
            return ()
        days.setdefault(day, []).append(claim)
    if len(days) == 1 or any(reconcile(tuple(told))[0] is None for told in days.values()):
        return ()
    if concept is not None and concept.rises and _falls(days, counting):
        return ()
    latest = tuple(days[max(days)])
    return () if any(map(_is_denial, latest)) else latest


def is_then_and_now(
    match: Match, published: Mapping[str, date | None], printed: Mapping[str, date | None] = MappingProxyType({})
) -> bool:
    """Return whether *match* holds a value of now against one of another time: 'a year ago', or 2019.

    *published* is by document, *printed* the last day that those without print, by which figures of another size are
    of another time. The time of a document's own news goes without saying, whoever says it; a year that
    cannot be reckoned from any day ('five years ago') may be another, unless one figure is likely the other misprinted.
    No time turns miles into as many kilometres, and none to come or left vague puts digits in another order.
    """
    if match.agrees or isinstance(match.left.value, Period) or _OTHER_UNIT in match.levels:
        return False
    now, then = sorted((match.left, match.right), key=lambda claim: claim.scope.time)
    guesses = {} if _OTHER_SIZE.isdisjoint(match.levels) else printed
    days = [published.get(c.document) or guesses.get(c.document) for c in (now, then)]
    if now.scope.time or not then.scope.time or any(current_time(then.scope.time, day) == "" for day in days):
        return False
    if not _TRANSPOSED.isdisjoint(match.levels) and not _is_of_before(then.scope.time, days[1]):
        return False
    is_slip = any(level.startswith("slip") for level in match.levels)
    is_known = days[1] is not None or bool(guesses and days[0])
    return is_known or then.scope.time == PAST_REF or (then.scope.time == NO_YEAR and not is_slip)


def _is_of_before(timex: str, day: date | None) -> bool:
    """Return whether *timex* tells a time before *day*: not one to come, and not only that it is past."""
    days = period(timex)
    if days is None:
        return timex != PAST_REF
    return day is None or days[0] <= day


def last_days_printed(published: Mapping[str, date | None], claims: Iterable[Claim]) -> Mapping[str, date | None]:
    """Return, of each document that no day of *published* is known of, the last day that its *claims* print."""
    unknown = {document for document, day in published.items() if day is None}
    days: dict[str, date | None] = {}
    for claim in claims if unknown else ():
        if claim.document in unknown and isinstance(claim.value, Period) and _FULL_DAY.match(claim.value.timex):
            days[claim.document] = max(claim.value.last, days.get(claim.document) or date.min)
    return days


def is_count_so_far(match: Match, published: Mapping[str, date | None]) -> bool:
    """Return whether *match* holds a count that goes on, and a greater one of that day or of none: 'so far 40'.

    What is most likely one figure misprinted for the other is told as that.
    """
    running = [c for c in (match.left, match.right) if c.context is not None and c.context.ongoing]
    if match.agrees or len(running) != 1 or any(level.startswith("slip") for level in match.levels):
        return False
    other = match.right if running[0] is match.left else match.left
    counts = match.left.kind == match.right.kind == "number"
    if not counts or not isinstance(running[0].value, Amount) or not isinstance(other.value, Amount):
        return False
    day, later = published.get(running[0].document), published.get(other.document)
    may_be_older = day is None or later is None or day == later
    return may_be_older and running[0].value.interval.is_below(other.value.interval)


def find_counting(claims: Sequence[Claim], concepts: Mapping[str, Concept]) -> Counting:
    """Return where running counts are stated, and all figures of the documents that state one which only rises."""
    counts = [c for c in claims if c.concept and isinstance(c.value, Amount) and concepts[c.attribute].running]
    rising = {claim.document for claim in counts if concepts[claim.attribute].rises}
    figures: dict[str, set[Fraction]] = {document: set() for document in rising}
    for claim in claims if rising else ():
        if claim.document in rising and claim.stated is not None:
            figures[claim.document].add(claim.stated)
    return Counting(frozenset((c.document, c.sentence) for c in counts), figures)


def _falls(days: Mapping[date, Sequence[Claim]], counting: Counting) -> bool:
    """Return whether a count of a later day is less than that of an earlier one, which its document does not tell."""
    exact = {day: [c for c in told if isinstance(c.value, Amount) and not c.value.hedge] for day, told in days.items()}
    return any(
        after.value.interval.is_below(before.value.interval)
        and before.stated not in counting.figures.get(after.document, ())
        for first, second in combinations(sorted(days), 2)
        for before, after in product(exact[first], exact[second])
        if isinstance(before.value, Amount) and isinstance(after.value, Amount)
    )


def _is_denial(claim: Claim) -> bool:
    """Return whether a claim says that something did not happen: once it has, nothing changes that."""
    return isinstance(claim.value, Wording) and claim.value.step == "no"


def _says_when(claim: Claim) -> bool:
    return bool(claim.scope.as_of) and isinstance(claim.value, Amount)


def _go_on(claims: Sequence[Claim]) -> bool:
    """Return whether *claims* all say up to when they count, or one that it goes on."""
    return all(map(_says_when, claims)) or any(map(_goes_on, claims))


def _goes_on(claim: Claim) -> bool:
    return claim.context is not None and claim.context.ongoing and isinstance(claim.value, Amount)


def _counted_on(claim: Claim, published: Mapping[str, date | None], *, by_year: bool) -> date | None:
    """Return the last day that the claim's value counts, None where nothing does.

    One without a year counts, too: then, not *by_year*, all days are taken for those of one year.
    """
    days = period(claim.scope.as_of.replace(NO_YEAR, str(ANY_YEAR))) if claim.scope.as_of else None
    day = days[1] if days else published.get(claim.document)
    return day if by_year or day is None else day.replace(year=ANY_YEAR)
