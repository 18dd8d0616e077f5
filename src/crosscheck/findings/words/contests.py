"""Contests of two that a document counts out, and the words for a margin that they are held against.

'6,120 of 10,200 valid votes' and, beside it, '4,080 for Tom Pryce' leave a lead of a fifth, whoever states it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

import msgspec

from crosscheck.domains import Ballot, Concept
from crosscheck.findings.accounts.dated import are_news_together
from crosscheck.findings.figures.quantities import terms_of_clause
from crosscheck.findings.rule import Case
from crosscheck.languages import load_terms
from crosscheck.records import DECISION, MEMBERS, Amount, Claim, Span, Wording, is_unnamed
from crosscheck.values.interval import Interval

_WORD = re.compile(r"\w+")
_ALL = Fraction(100)
_LEAST = 20
"""Votes of both: of fewer, one or two are many."""
_NEXT = 3
"""How many characters stand at most between one sentence and the next."""
_BETWEEN = 3
"""How many words stand at most between two counts that are told as one result: '312 votes to 198'."""
_CLOSE = 80
"""How many characters stand at most between two tallies of which the second has a name before it."""
_TERMS = 2
"""How many terms besides verbs a clause must have to tell which decision it is of: 'parliament', 'pension bill'."""
_SIDES = frozenset({"person", "party"})
_NEARER = 3
"""How much nearer a name must stand to a count than any other to be whose it is."""


class Contest(msgspec.Struct, frozen=True):
    """The claims of who came first and second, the names that stand with them, and the lead in points of all votes.

    ``ballot`` is what is known of such votes.
    """

    ballot: Ballot
    claims: tuple[Claim, Claim]
    names: frozenset[str]
    lead: Interval

    @property
    def is_counted(self) -> bool:
        """Return whether both tallies are counts of votes."""
        return not any(_is_percent(claim) for claim in self.claims)

    @property
    def gap(self) -> Interval:
        """Return by how much the larger tally is ahead, in its own unit."""
        return _difference(*self.claims)


def contradicted_margins(case: Case) -> list[tuple[Contest, list[Claim]]]:
    """Return the words for a margin that no contest of those whom their sentences name allows, by the first of them.

    Of each sentence the first word only. Contests are looked up by the names in it.
    """
    found: dict[tuple[str, Span], tuple[Contest, Claim]] = {}
    contests = tuple(find_contests(case))
    by_name = _by_name(contests)
    for claim in case.claims if contests else ():
        concept = case.concepts.get(claim.concept)
        if concept is None or not isinstance(claim.value, Wording) or claim.modality != "asserted":
            continue
        told = case.documents[claim.document].slice(claim.sentence)
        near = _decided_in(case, claim, contests) if claim.concept == DECISION else _named_in(told, by_name)
        meant = [contest for contest in near if _may_be_of(case, claim, contest)]
        if meant and all(_is_out_of(contest, concept, claim.value.step) for contest in meant):
            found.setdefault((claim.document, claim.sentence), (meant[0], claim))
    several: dict[str, tuple[Contest, list[Claim]]] = {}
    for contest, claim in found.values():
        several.setdefault(contest.claims[0].id, (contest, []))[1].append(claim)
    return list(several.values())


def _by_name(contests: Iterable[Contest]) -> dict[str, list[tuple[int, Contest]]]:
    """Return *contests*, numbered, by the first word of each surname that stands with them."""
    held: dict[str, list[tuple[int, Contest]]] = {}
    for row in enumerate(contests):
        for word in dict.fromkeys(word for name in row[1].names for word in _WORD.findall(_surname(name))[:1]):
            held.setdefault(word, []).append(row)
    return held


def _named_in(told: str, by_name: Mapping[str, Sequence[tuple[int, Contest]]]) -> list[Contest]:
    """Return the contests, in their order, whose people or parties a sentence names, if need be in the genitive."""
    words = dict.fromkeys(form for word in _WORD.findall(told) for form in (word, word[:-1]))
    rows = {number: contest for word in words for number, contest in by_name.get(word, ())}
    return [rows[n] for n in sorted(rows) if any(_surname(name) in told for name in rows[n].names)]


def _decided_in(case: Case, words: Claim, contests: Iterable[Contest]) -> list[Contest]:
    """Return the contests about the very decision that *words* are of: their sentence has all that the clause says.

    Those of another reading, of a committee or an amendment are others.
    """
    concept = case.concepts[DECISION]
    verbs = {term for code, forms in concept.of.items() for form in forms for term in load_terms(code).of(form)}
    language = case.documents[words.document].language
    own = load_terms(language).of_all(words.value.words.lower().split() if isinstance(words.value, Wording) else ())
    here = terms_of_clause(case, words) - verbs - {term for terms in own for term in terms}
    kinds = concept.narrowed.kinds
    rows = ((contest, frozenset(_terms_of_sentence(contest.claims[0]))) for contest in contests)
    return [
        contest
        for contest, there in rows
        if len(here) >= _TERMS
        and here <= there | contest.ballot.shares | {contest.ballot.counted}
        and here & kinds == there & kinds
    ]


def _terms_of_sentence(claim: Claim) -> Iterable[str]:
    """Return the terms of the sentence of a value."""
    return claim.context.near if claim.context is not None else ()


def _is_out_of(contest: Contest, concept: Concept, step: str) -> bool:
    """Return whether *concept* has limits for the *step* of a word for a margin, and the lead lies outside of them."""
    measure = next((name for name in contest.ballot.measures if name in concept.limits), "")
    limits = concept.limits[measure].get(step) if measure else None
    return limits is not None and contest.lead.meet(Interval.of(*limits)).is_empty


def _may_be_of(case: Case, claim: Claim, contest: Contest) -> bool:
    """Return whether a word for a margin may be of a contest: no other event, and told in the same weeks."""
    events = {tally.scope.event for tally in contest.claims} - {""}
    if events and claim.subject and not is_unnamed(claim.subject) and claim.subject not in events:
        return False
    return are_news_together(contest.claims[0], claim, case.documents)


def find_contests(case: Case) -> Iterator[Contest]:
    """Yield the contests that two neighbouring counts, or shares, of votes of a document make."""
    for ballot in case.domains.ballots:
        yield from _contests_of(ballot, case)


def _contests_of(ballot: Ballot, case: Case) -> Iterator[Contest]:
    rows: dict[str, list[Claim]] = {}
    for claim in case.claims:
        if isinstance(claim.value, Amount) and (claim.reckoned is not None or _is_tally(claim, ballot)):
            rows.setdefault(claim.document, []).append(claim)
    for claims in rows.values():
        tallies = [c for c in claims if c.reckoned is None and not _is_whole(c, claims)]
        for a, b in pairwise(tallies):
            if _is_next(case, a, b) and _are_of_votes(a, b, ballot) and not _is_change(a, b, claims):
                contest = _contest(ballot, case, a, b, claims)
                if contest is not None:
                    yield contest


def _is_tally(claim: Claim, ballot: Ballot) -> bool:
    """Return whether a claim may be what one side of a contest got: a printed count or share, exact and asserted."""
    value, mention = claim.value, claim.mention
    return (
        isinstance(value, Amount)
        and mention is not None
        and mention.kind in {"number", "percent"}
        and value.interval.is_bounded
        and bool(value.stated)
        and claim.modality == "asserted"
        and claim.scope.part in {"", MEMBERS}
        and claim.context is not None
        and ballot.others.isdisjoint(claim.context.near)
    )


def _is_whole(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Return whether a share of the same sentence is of the value of *claim*."""
    return any(
        other.reckoned is not None
        and other.reckoned.relation == "share"
        and other.sentence == claim.sentence
        and other.reckoned.operands[1] == claim.value
        for other in claims
    )


def _is_next(case: Case, a: Claim, b: Claim) -> bool:
    """Return whether two claims stand in one sentence, or in two with nothing between them."""
    between = case.documents[a.document].text[a.sentence.end : b.sentence.start]
    return a.sentence == b.sentence or (len(between) <= _NEXT and "\n" not in between)


def _are_of_votes(a: Claim, b: Claim, ballot: Ballot) -> bool:
    """Return whether both count votes, or are shares of them; the second may leave the noun or the sign out."""
    x, y = a.context, b.context
    if x is None or y is None or not isinstance(a.value, Amount) or not isinstance(b.value, Amount):
        return False
    if _is_percent(a) or _is_percent(b):
        total = (a.value.stated or 0) + (b.value.stated or 0)
        fractions = _is_percent(a) and (_is_percent(b) or not b.value.unit)
        return fractions and total <= _ALL + 1 and not ballot.shares.isdisjoint({*x.near, *y.near})
    counted, votes = {x.counted, y.counted}, ballot.counted
    enough = (a.value.stated or 0) + (b.value.stated or 0) >= _LEAST
    return enough and (counted == {votes} or (counted == {votes, ""} and not (a.value.unit and b.value.unit)))


def _is_change(a: Claim, b: Claim, claims: Sequence[Claim]) -> bool:
    """Return whether a sentence of theirs tells that the one became the other."""
    return any(
        other.reckoned is not None
        and other.reckoned.relation == "change"
        and other.sentence in {a.sentence, b.sentence}
        and {a.value, b.value} & {*other.reckoned.operands}
        for other in claims
    )


def _contest(ballot: Ballot, case: Case, a: Claim, b: Claim, claims: Sequence[Claim]) -> Contest | None:
    """Return the contest of two tallies, None where they are not known to be of two sides."""
    first, second = _bearer(a), _bearer(b)
    between = case.documents[a.document].text[a.quote.end : b.quote.start].split()
    is_result = len(between) <= _BETWEEN and a.sentence == b.sentence
    whole = None if _is_percent(a) else _whole(a, b, claims)
    adds_up = whole is not None and whole.middle == _sum(a, b).middle
    rival = _named_between(case, a, b)
    if not adds_up and not is_result and not (first and second and first != second) and not rival:
        return None
    beside = {first, second} - {""}
    if rival:
        beside |= {rival, *(claim.subject for claim in (a, b) if claim.subject_kind in _SIDES)}
    names = frozenset(
        name for claim in (a, b) if claim.context is not None for name in beside or {*claim.context.names.values()}
    )
    lead = _difference(a, b) if _is_percent(a) else _difference(a, b).scaled(_ALL) / (whole or _sum(a, b))
    return Contest(ballot, (a, b), names, lead)


def _named_between(case: Case, a: Claim, b: Claim) -> str:
    """Return the one name that stands between two tallies and not before the first: whose the second is.

    'Auf sie entfielen 40 Stimmen, auf Kurt Ahrens 30'. None where the second is of a place.
    """
    if b.context is None or b.scope.place or a.sentence != b.sentence:
        return ""
    text = case.documents[a.document].text
    before, between = text[a.sentence.start : a.quote.start], text[a.quote.end : b.quote.start]
    named = {n for n in b.context.names.values() if _surname(n) in between and _surname(n) not in before}
    return named.pop() if len(named) == 1 and len(between) <= _CLOSE else ""


def _bearer(claim: Claim) -> str:
    """Return the name that stands clearly nearest to a tally, '' where none does."""
    if claim.context is None:
        return ""
    near: dict[str, int] = {}
    for term, name in claim.context.names.items():
        near[name] = max(near.get(name, 0), claim.context.near.get(term, 0))
    ranked = sorted(near.items(), key=lambda row: -row[1])
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _NEARER:
        return ""
    return ranked[0][0] if ranked else ""


def _whole(a: Claim, b: Claim, claims: Sequence[Claim]) -> Interval | None:
    """Return all the votes of which one of two tallies is told to be a share, None where nothing tells."""
    least = _sum(a, b).low
    wholes = (
        other.reckoned.operands[1].charitable
        for other in claims
        if other.reckoned is not None
        and other.reckoned.relation == "share"
        and other.sentence in {a.sentence, b.sentence}
        and other.reckoned.operands[0] in {a.value, b.value}
    )
    return next((w for w in wholes if w.low is not None and least is not None and w.low >= least), None)


def _sum(a: Claim, b: Claim) -> Interval:
    return _tally(a) + _tally(b)


def _difference(a: Claim, b: Claim) -> Interval:
    larger, smaller = sorted((_tally(a), _tally(b)), key=lambda tally: tally.low or 0, reverse=True)
    return larger - smaller


def _tally(claim: Claim) -> Interval:
    return claim.value.charitable if isinstance(claim.value, Amount) else Interval()


def _is_percent(claim: Claim) -> bool:
    return claim.kind == "percent"


def _surname(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1]
