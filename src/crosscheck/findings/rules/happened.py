"""CC403 Happened or not.

What it finds: one document says that something happened, another that it did not: pleaded guilty and denied
everything, a dividend of 80 cents and no dividend, nobody killed and two dead, a bill passed and thrown out, the robber
arrested and on the run.

Why it matters: no figure is wrong, and still one of the reports is.

When it stays silent: when the one that denies it is older, or not known to be as new, and it may have happened since;
when a document says both; when it may be otherwise on another day (a road is open); when either is only expected,
planned or hearsay; when the sentence speaks of a part.

Example: "She pleaded guilty in June" in one report, "She denied everything to the last" in a later one.

Near miss: "She denies the charges" on Monday and "She pleaded guilty" on Thursday.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import Final

from crosscheck.domains import Concept
from crosscheck.findings.direct import severity_of
from crosscheck.findings.proof import prove
from crosscheck.findings.rule import Case
from crosscheck.findings.telling.sides import Side, word_sides
from crosscheck.messages import Quoted, join, say
from crosscheck.records import SAID, Amount, Claim, Fact, Finding, FindingKind, Span, Wording
from crosscheck.values.calendar import period
from crosscheck.values.elapsed import moment

CODE: Final = "CC403"
NAME: Final = say("happened or not")
KIND: Final[FindingKind] = "polarity"
_CAME_ABOUT: Final = frozenset({"asserted"})


def find(case: Case) -> Iterator[Finding]:
    """Yield an error for each thing that happened by some documents and did not by others, none of them outdated.

    Two concepts may read the same words of one person, 'was acquitted of bribery': these count once.
    """
    told: set[tuple[str, str, Span]] = set()
    for fact in case.facts:
        concept = case.concepts.get(fact.attribute)
        if concept is None or concept.kind != "polarity" or not fact.claims:
            continue
        for claims in _by_thing((*fact.claims, *_measured(case, fact))):
            yes, no = _sides(case, concept, claims)
            words = {(fact.subject, claim.document, claim.sentence) for claim in (*yes, *no) if fact.subject}
            if yes and no and not (words and words <= told):
                told |= words
                yield _denied(case, fact, yes, no)


def _by_thing(claims: Iterable[Claim]) -> Iterable[Sequence[Claim]]:
    """Return *claims* by the noun of what they are said of, where things that go by two are two."""
    things: dict[str, list[Claim]] = {}
    for claim in claims:
        things.setdefault(claim.value.of if isinstance(claim.value, Wording) else "", []).append(claim)
    return things.values()


def _denied(case: Case, fact: Fact, yes: Sequence[Claim], no: Sequence[Claim]) -> Finding:
    heading = case.heading(fact.subject, fact.attribute)
    return prove(
        case,
        [*yes, *no],
        [fact],
        code=CODE,
        kind=KIND,
        severity=severity_of(fact),
        message=join((heading, word_sides((_quoted(case, yes), _quoted(case, no)))), ": "),
        calculation=[say("it happened or it did not")],
    )


def _measured(case: Case, fact: Fact) -> tuple[Claim, ...]:
    """Return the claims of the amounts that say that it happened: 'three injured'; of whichever part, where it denies
    it of all.
    """
    measure = case.concepts[fact.attribute].measure
    if not measure:
        return ()
    alike = [f for f in case.facts if f.attribute == measure and f.subject == fact.subject]
    if fact.scope.part:
        alike = case.facts_alike((measure,), fact)
    return tuple(
        claim
        for other in alike
        if other.scope.time == fact.scope.time
        for claim in other.claims
        if isinstance(claim.value, Amount) and claim.value.interval.low is not None and claim.value.interval.low > 0
    )


def _sides(case: Case, concept: Concept, claims: Sequence[Claim]) -> tuple[list[Claim], list[Claim]]:
    """Return the claims that it happened and those that it did not, without the documents that say both.

    What may still happen did not by being planned, but who has resigned will not stay in office. () each where one of
    them may be outdated.
    """
    meant = _CAME_ABOUT if concept.running and not concept.design else SAID
    yes = [claim for claim in claims if _step(claim) == "yes" and claim.modality in meant]
    no = [claim for claim in claims if _step(claim) == "no" and claim.modality in SAID]
    both = {claim.document for claim in yes} & {claim.document for claim in no}
    yes, no = [c for c in yes if c.document not in both], [c for c in no if c.document not in both]
    if concept.running:
        is_as_new = partial(_is_as_new, case, hourly=concept.hourly)
        no = [claim for claim in no if any(is_as_new(claim, other) for other in yes)]
        yes = [claim for claim in yes if any(is_as_new(other, claim) for other in no)]
    if concept.daily and not _are_of_one_day(case, [*yes, *no]):
        return [], []
    return yes, no


def _step(claim: Claim) -> str:
    return claim.value.step if isinstance(claim.value, Wording) else "yes"


def _is_as_new(case: Case, denying: Claim, claim: Claim, *, hourly: bool) -> bool:
    """Return whether a denial is known to be no older than what it denies, of one day by the *hourly* part of it."""
    told, happened = _day(case, denying), _day(case, claim)
    if told is None or happened is None or told < happened:
        return False
    if told > happened or not hourly:
        return True
    at, before = moment(denying.scope.as_of), moment(claim.scope.as_of)
    if at is None or before is None or not (at.is_clocked and before.is_clocked):
        return False
    return at == before or at.first >= before.last


def _are_of_one_day(case: Case, claims: Sequence[Claim]) -> bool:
    """Return whether all claims are known to speak of the same day, as they do where their documents are of it."""
    days = {_day(case, claim) for claim in claims}
    return None not in days and len(days) == 1


def _day(case: Case, claim: Claim) -> date | None:
    """Return the last day that the claim speaks of, None where neither it nor its document has one."""
    published = case.documents[claim.document].published
    days = period(claim.scope.as_of) if claim.scope.as_of else None
    return published if days is None else min(days[1], published or days[1])


def _quoted(case: Case, claims: Sequence[Claim]) -> Side:
    """Return *claims* as a side, in the words of the first: “pleaded guilty”."""
    words = Quoted(case.documents[claims[0].document].slice(claims[0].quote))
    return Side(words, tuple(claims), len({claim.document for claim in claims}))
