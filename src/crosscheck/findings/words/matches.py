"""Words for how easily a match was won or lost, against its score: 'thrashed' and '1-0', 'knapp' and '6:0'.

Words and score are of one match where one sentence tells both, or where two name the same two sides, or one of them and
the same stage of a contest, on no other day.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from crosscheck.domains import Narrowing
from crosscheck.findings.accounts.dated import are_news_together
from crosscheck.findings.figures.quantities import terms_of_sentence
from crosscheck.findings.rule import Case
from crosscheck.findings.words.wordings import step_of
from crosscheck.records import MATCH, RESULT, Claim

_SIDES = 2
_Names = frozenset[frozenset[str]]
"""Each name as its words."""


class Ended(msgspec.Struct, frozen=True):
    """The score of a match, and the words that do not fit it."""

    result: Claim
    said: tuple[Claim, ...]


def contradicted_scores(case: Case) -> list[Ended]:
    """Return the scores with the words for them that neither they nor any other score that may be meant allow.

    Work grows with the words and the scores, which are few.
    """
    results = [claim for claim in case.claims if claim.attribute == RESULT and claim.modality == "asserted"]
    said: dict[str, list[Claim]] = {}
    for claim in case.claims if results else ():
        if claim.attribute != MATCH or claim.modality != "asserted":
            continue
        meant = _meant(case, claim, results)
        if meant and not any(_fits(case, claim, result) for result in meant):
            said.setdefault(meant[0].id, []).append(claim)
    by_id = {result.id: result for result in results}
    return [Ended(by_id[key], tuple(claims)) for key, claims in said.items()]


def _fits(case: Case, words: Claim, result: Claim) -> bool:
    low, high = case.concepts[MATCH].limits[RESULT][step_of(words)]
    return low <= list(_steps(case)).index(step_of(result)) <= high


def _steps(case: Case) -> Sequence[str]:
    """Return how close a score may be, the closest first."""
    return tuple(case.concepts[RESULT].outright)


def _meant(case: Case, words: Claim, results: Sequence[Claim]) -> list[Claim]:
    """Return the scores that words may be of: that of their sentence, else those of the same match."""
    here = [r for r in results if (r.document, r.sentence) == (words.document, words.sentence)]
    if here:
        return [result for result in here if _names(result) == _names(words) and _is_of_one_verb(case, words, result)]
    return [result for result in results if _are_of_one(case, words, result)]


def _is_of_one_verb(case: Case, words: Claim, result: Claim) -> bool:
    """Return whether no more than one verb of winning or losing stands between words and a score of one sentence."""
    document = case.documents[words.document]
    first, last = sorted((words.quote, result.quote), key=lambda span: span.start)
    between = document.text[first.end : last.start].lower().split()
    verbs = case.concepts[MATCH].of.get(document.language, ())
    return sum(word.strip(",;:") in verbs for word in between) <= 1


def _are_of_one(case: Case, words: Claim, result: Claim) -> bool:
    a, b = words.context, result.context
    if a is None or b is None or (a.day and b.day and a.day != b.day):
        return False
    if not are_news_together(words, result, case.documents):
        return False
    narrowed = case.concepts[MATCH].narrowed
    here, there = (terms_of_sentence(case, claim) for claim in (words, result))
    if here & narrowed.kinds != there & narrowed.kinds:
        return False
    stages, others = (_stages(terms, narrowed) for terms in (here, there))
    if stages and others and stages != others:
        return False
    shared = _shared(_names(words), _names(result))
    told = [_stages(terms, narrowed) | (terms & narrowed.idle) for terms in (here, there)]
    is_staged = bool(told[0]) and told[0] == told[1] and narrowed.bases.isdisjoint(here | there)
    least = min(len(_names(claim)) for claim in (words, result))
    return shared >= _SIDES or (shared == least == 1 and is_staged)


def _stages(terms: frozenset[str], narrowed: Narrowing) -> frozenset[str]:
    """Return the stages of a contest that *terms* tell, each by its first word."""
    return frozenset(term.partition("_")[0] for term in terms & narrowed.periods)


def _names(claim: Claim) -> _Names:
    names = claim.context.names.values() if claim.context is not None else ()
    return frozenset(frozenset(name.lower().split()) for name in names)


def _shared(names: _Names, others: _Names) -> int:
    """Return how many of *names* stand among *others*, in full or in part, each for another one."""
    left, count = list(others), 0
    for name in sorted(names, key=sorted):
        same = next((other for other in left if name <= other or other <= name), None)
        if same is not None:
            left.remove(same)
            count += 1
    return count
