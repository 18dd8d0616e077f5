"""CC502 Opposed characterisations.

What it finds: documents that characterise one thing by words that exclude each other: on schedule and three years late,
sold out and tickets at the door, weitgehend normal and lahmgelegt, unanimous and against five votes.

Why it matters: no figure is wrong, and readers of the two reports believe in two different worlds.

When it stays silent: when a document uses both words, for it tells of two things; when either is negated, asked,
planned, predicted or of another day, place, part or name; when the state may have turned with time, and the report
that has the earlier state is not known to be as new. Words that are only neighbours on their scale, and words of two
named speakers, are worth a look (info).

Example: "The bridge is on schedule" in a newsletter, "two years behind schedule" in an older report.

Near miss: "The bridge is on schedule" in March and "two years behind schedule" in May.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import product
from typing import Final

from crosscheck.domains import Concept
from crosscheck.findings.proof import prove
from crosscheck.findings.rule import Case
from crosscheck.findings.words.wordings import figure, measures, quote_words, reckon, step_of, wordings
from crosscheck.messages import join, say
from crosscheck.records import Claim, Fact, Finding, FindingKind, Severity

CODE: Final = "CC502"
NAME: Final = say("opposed characterisations")
KIND: Final[FindingKind] = "narrative"
_DAY = timedelta(days=1)


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each fact that documents put at steps of its scale that exclude each other."""
    for fact, claims in wordings(case):
        pairs = tuple(_opposed(case, case.concepts[fact.attribute], _of_one_mind(claims)))
        if pairs:
            yield _apart(case, fact, pairs)


def _of_one_mind(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims of the documents that use words of one step only."""
    steps: dict[str, set[str]] = {}
    for claim in claims:
        steps.setdefault(claim.document, set()).add(step_of(claim))
    return tuple(claim for claim in claims if len(steps[claim.document]) == 1)


def _opposed(case: Case, concept: Concept, claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Yield the pairs that exclude each other, the one of the earlier step first."""
    order = scale(concept)
    for earlier, later in product(claims, claims):
        if order.index(step_of(earlier)) >= order.index(step_of(later)):
            continue
        if concept.running and not _is_as_new(case, earlier, later):
            continue
        if concept.daily and not _is_of_one_day(case, earlier, later):
            continue
        yield earlier, later


def scale(concept: Concept) -> tuple[str, ...]:
    """Return the steps of a wording from one end of its scale to the other."""
    return tuple(dict.fromkeys((*concept.outright, *concept.steps)))


def _is_as_new(case: Case, claim: Claim, other: Claim) -> bool:
    """Return whether a claim is known to be no older than another."""
    days, others = _days(case, claim), _days(case, other)
    return days is not None and others is not None and days[1] >= others[1]


def _is_of_one_day(case: Case, claim: Claim, other: Claim) -> bool:
    """Return whether two claims may be of one day: that of their clause, else that of their document or before."""
    days, others = _days(case, claim), _days(case, other)
    return days is None or others is None or (days[0] <= others[1] and others[0] <= days[1])


def _days(case: Case, claim: Claim) -> tuple[date, date] | None:
    if claim.scope.as_of:
        first, _, last = claim.scope.as_of.partition("/")
        return date.fromisoformat(first), date.fromisoformat(last or first)
    published = case.documents[claim.document].published
    return None if published is None else (published - _DAY, published)


def _apart(case: Case, fact: Fact, pairs: Sequence[tuple[Claim, Claim]]) -> Finding:
    claims = list(dict.fromkeys(claim.id for pair in pairs for claim in pair))
    by_id = {claim.id: claim for pair in pairs for claim in pair}
    chosen = sorted((by_id[i] for i in claims), key=lambda claim: (claim.document, claim.quote))
    measured = next(measures(case, fact), None)
    told = say(
        "{heading}: {quoted} pull apart",
        heading=case.heading(fact.subject, fact.attribute),
        quoted=quote_words(chosen),
    )
    return prove(
        case,
        chosen,
        [fact],
        code=CODE,
        kind=KIND,
        severity=_severity(case.concepts[fact.attribute], pairs),
        message=join((told, figure(case, measured)), "; ") if measured else told,
        calculation=reckon(case, measured) if measured else (say("it was the one or the other"),),
    )


def _severity(concept: Concept, pairs: Sequence[tuple[Claim, Claim]]) -> Severity:
    """Return 'info' where words are only neighbours on a graded scale, or two named speakers are of two minds."""
    order = scale(concept)
    widest = max(order.index(step_of(later)) - order.index(step_of(earlier)) for earlier, later in pairs)
    disputed = all(a.speaker and b.speaker and a.speaker != b.speaker for a, b in pairs)
    return "info" if disputed or (concept.graded and widest == 1) else "warning"
