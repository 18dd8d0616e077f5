"""Words for how clearly something was voted for, against the one share that voted for it, or against.

'Voters overwhelmingly approved the tunnel' and '53 per cent voted for the tunnel' leave a lead of six points. A share
is of the vote that words are of where it stands in their sentence or the next, which speaks of nothing else, or where
another document says of its vote all that theirs says of it.
"""

from __future__ import annotations

import re
from fractions import Fraction

import msgspec

from crosscheck.findings.accounts.dated import are_news_together
from crosscheck.findings.figures.quantities import in_any_language, terms_of_clause, terms_of_sentence
from crosscheck.findings.rule import Case
from crosscheck.findings.words.wordings import step_of
from crosscheck.languages import load_language, load_terms
from crosscheck.records import CHANGE, DECISION, Amount, Claim, Wording
from crosscheck.values.interval import Interval

_WORD = re.compile(r"\w+")
_HALF, _ALL = Fraction(50), Fraction(100)
_NEXT = 3
"""How many characters stand at most between one sentence and the next."""
_TOLD = 2
"""How many terms two documents have in common that tell which vote is meant."""


class Assent(msgspec.Struct, frozen=True):
    """The share that voted one way, by how many points it is ahead of all others, and the words that do not fit."""

    share: Claim
    lead: Interval
    said: tuple[Claim, ...]


def contradicted_assents(case: Case) -> list[Assent]:
    """Return the shares with the words for their votes that no share of the same vote allows.

    Work grows with the words and the shares, which are few.
    """
    words = [claim for claim in case.claims if claim.attribute == DECISION and claim.modality == "asserted"]
    shares = _shares(case) if words else []
    said: dict[str, list[Claim]] = {}
    for claim in words if shares else ():
        meant = [share for share in shares if _is_of(case, claim, share)]
        if meant and not any(_fits(case, claim, share) for share in meant):
            said.setdefault(meant[0].id, []).append(claim)
    by_id = {share.id: share for share in shares}
    return [Assent(by_id[key], _lead(by_id[key]), tuple(claims)) for key, claims in said.items()]


def _shares(case: Case) -> list[Claim]:
    """Return the shares of more than half of which the sentence says how they voted, and no other share."""
    by_sentence: dict[object, list[Claim]] = {}
    for claim in case.claims:
        if claim.is_printed and claim.kind == "percent":
            by_sentence.setdefault((claim.document, claim.sentence), []).append(claim)
    alone = (claims[0] for claims in by_sentence.values() if len(claims) == 1)
    return [claim for claim in alone if _is_vote(case, claim)]


def _is_vote(case: Case, claim: Claim) -> bool:
    if not isinstance(claim.value, Amount) or claim.modality != "asserted" or claim.scope.part == CHANGE:
        return False
    low, high = claim.value.interval.low, claim.value.interval.high
    if low is None or high is None or not _HALF < low <= high <= _ALL:
        return False
    document = case.documents[claim.document]
    words = _WORD.findall(document.slice(claim.sentence).lower())
    return not load_language(document.language).relations.sides.isdisjoint(words)


def _tells_vote(case: Case, terms: frozenset[str]) -> bool:
    """Return whether *terms* are of a vote, and of nothing that is none: a poll, the turnout."""
    return any(terms & ballot.shares and not terms & ballot.others for ballot in case.domains.ballots)


def _is_of(case: Case, words: Claim, share: Claim) -> bool:
    """Return whether a share is of the vote that words are of."""
    narrowed = case.concepts[DECISION].narrowed
    here, there = _about(case, words), terms_of_sentence(case, share) - _verbs(case)
    if (here & narrowed.kinds) != (there & narrowed.kinds):
        return False
    if words.document == share.document:
        gap = case.documents[share.document].text[words.sentence.end : share.sentence.start]
        follows = len(gap) <= _NEXT and "\n" not in gap
        told = terms_of_sentence(case, words)
        is_next = words.sentence == share.sentence or (follows and there - narrowed.idle <= told)
        return is_next and _tells_vote(case, told | terms_of_sentence(case, share))
    is_same = here <= there and len(here) >= _TOLD and _tells_vote(case, terms_of_sentence(case, share))
    return is_same and are_news_together(words, share, case.documents)


def _about(case: Case, words: Claim) -> frozenset[str]:
    """Return the terms of the clause of words that say what was decided, and by whom."""
    language = case.documents[words.document].language
    own = load_terms(language).of_all(words.value.words.lower().split() if isinstance(words.value, Wording) else ())
    told = in_any_language(terms_of_clause(case, words) - {term for terms in own for term in terms})
    return told - _verbs(case) - case.concepts[DECISION].narrowed.idle


def _verbs(case: Case) -> frozenset[str]:
    """Return the terms of the words for a decision."""
    forms = ((code, form) for code, several in case.concepts[DECISION].of.items() for form in several)
    return frozenset(term for code, form in forms for term in load_terms(code).of(form))


def _fits(case: Case, words: Claim, share: Claim) -> bool:
    limits = case.concepts[DECISION].limits[DECISION]
    return not _lead(share).meet(Interval.of(*limits[step_of(words)])).is_empty


def _lead(share: Claim) -> Interval:
    """Return by how many points a share is ahead of the rest."""
    allowed = share.value.charitable if isinstance(share.value, Amount) else Interval()
    return allowed.scaled(Fraction(2)) - Interval.point(_ALL)
