"""CC501 Characterisation against figures.

What it finds: words that characterise an outcome or a state ("narrow", "landslide", "weitgehend normal") and do not fit
the figures of any document; for a margin also the votes or shares of two that any document gives side by side, for a
match its score. And a figure called a record, or the highest or lowest since a year, where an earlier year has one
beyond it.

Why it matters: readers keep the adjective and forget the number.

When it stays silent: when the words fit the figures by the limits that the domain pack states; when they are negated,
asked, expected or of another year, place or part than the figures. A record may be beaten later, and is one of what its
sentence says, no more.

Example: "wafer-thin" in one report where the other's figures show a lead of 19 points (warning).

Near miss: "a narrow win" and "by 120 votes of 40,000".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from crosscheck.findings.proof import prove
from crosscheck.findings.rule import Case
from crosscheck.findings.telling.notation import show_interval, show_percent, show_points, show_value
from crosscheck.findings.words.assents import Assent, contradicted_assents
from crosscheck.findings.words.contests import Contest, contradicted_margins
from crosscheck.findings.words.matches import Ended, contradicted_scores
from crosscheck.findings.words.peaks import Beaten, find_beaten
from crosscheck.findings.words.wordings import figure, measures, quote_words, reckon, wordings
from crosscheck.messages import Quoted, say
from crosscheck.records import Amount, Claim, Fact, Finding, FindingKind, Span, Wording
from crosscheck.values.interval import Interval

CODE: Final = "CC501"
NAME: Final = say("characterisation against figures")
KIND: Final[FindingKind] = "narrative"


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each fact whose wordings the figures of an attribute that they characterise exclude.

    Then for each contest that excludes words for its margin which no other finding tells, and for peaks that are none.
    """
    told: set[tuple[str, Span]] = set()
    for fact, claims in wordings(case):
        for measured in measures(case, fact):
            excluded = [claim for claim in claims if not _fits(case, claim, measured)]
            if excluded and not told.issuperset(places := {(c.document, c.sentence) for c in excluded}):
                told |= places
                yield _against_figures(case, fact, excluded, measured)
                break
    for contest, said in contradicted_margins(case):
        if fresh := [claim for claim in said if (claim.document, claim.sentence) not in told]:
            told |= {(claim.document, claim.sentence) for claim in fresh}
            yield _against_contest(case, fresh, contest)
    for assent in contradicted_assents(case):
        if fresh := [claim for claim in assent.said if (claim.document, claim.sentence) not in told]:
            yield _against_share(case, fresh, assent)
    for ended in contradicted_scores(case):
        yield _against_score(case, ended)
    for beaten in find_beaten(case):
        yield _against_year(case, beaten)


def _fits(case: Case, claim: Claim, measured: Fact) -> bool:
    limits = case.concepts[claim.attribute].limits[measured.attribute]
    if not isinstance(claim.value, Wording) or not isinstance(measured.value, Amount) or claim.value.step not in limits:
        return True
    low, high = limits[claim.value.step]
    return not measured.value.interval.meet(Interval.of(low, high)).is_empty


def _against_figures(case: Case, fact: Fact, excluded: Sequence[Claim], measured: Fact) -> Finding:
    figures = measured.claims or measured.sources
    return prove(
        case,
        [*excluded, *figures],
        [fact, measured],
        code=CODE,
        kind=KIND,
        severity="warning",
        message=say(
            "{heading}: {quoted}, but {figures}",
            heading=case.heading(fact.subject, fact.attribute),
            quoted=quote_words(excluded),
            figures=figure(case, measured),
        ),
        calculation=reckon(case, measured),
    )


def _against_contest(case: Case, claims: Sequence[Claim], contest: Contest) -> Finding:
    middle = contest.lead.middle
    lead = show_interval(contest.lead) if middle is None else show_points(middle)
    first, second = (show_value(tally.value) for tally in contest.claims)
    return prove(
        case,
        [*claims, *contest.claims],
        (),
        code=CODE,
        kind=KIND,
        severity="warning",
        message=say(
            "{heading}: {quoted}, but {figures}",
            heading=case.heading(claims[0].subject, claims[0].attribute),
            quoted=quote_words(claims),
            figures=say("{first} to {second}", first=first, second=second),
        ),
        calculation=[say("the {attribute} is {value}", attribute=case.label(contest.ballot.margin), value=lead)],
    )


def _against_share(case: Case, claims: Sequence[Claim], assent: Assent) -> Finding:
    rest = Interval.point(100) - (assent.share.value.interval if isinstance(assent.share.value, Amount) else Interval())
    return prove(
        case,
        [*claims, assent.share],
        (),
        code=CODE,
        kind=KIND,
        severity="warning",
        message=say(
            "{heading}: {quoted}, but {figures}",
            heading=case.label(claims[0].attribute),
            quoted=quote_words(claims),
            figures=show_value(assent.share.value),
        ),
        calculation=[
            say(
                "{larger} - {smaller} = {difference}",
                larger=show_value(assent.share.value),
                smaller=show_percent(rest),
                difference=show_points(assent.lead.middle or Fraction(0)),
            )
        ],
    )


def _against_score(case: Case, ended: Ended) -> Finding:
    score = quote_words([ended.result])
    return prove(
        case,
        [*ended.said, ended.result],
        (),
        code=CODE,
        kind=KIND,
        severity="warning",
        message=say(
            "{heading}: {quoted}, but {figures}",
            heading=case.label(ended.result.attribute),
            quoted=quote_words(ended.said),
            figures=score,
        ),
        calculation=[say("{attribute}: as stated", attribute=case.label(ended.result.attribute))],
    )


def _against_year(case: Case, beaten: Beaten) -> Finding:
    peak, rival = beaten.peak, beaten.rival
    own, other = show_value(peak.figure.amount), show_value(rival.amount)
    return prove(
        case,
        [peak.figure.claim, rival.claim],
        (),
        code=CODE,
        kind=KIND,
        severity="warning",
        message=say(
            "{quoted}, but {value} in {year}", quoted=Quoted(peak.quote), value=other, year=rival.claim.scope.time
        ),
        calculation=[
            say("{more} is more than {less}", more=other, less=own)
            if peak.is_most
            else say("{less} is less than {more}", more=own, less=other)
        ],
    )
