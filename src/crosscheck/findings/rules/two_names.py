"""CC401 Two names in one role.

What it finds: two different people, or two different parties, named in the same role of the same event or the same post
of the same body: who won, who was elected, who is the chief executive, who drove the train; one person of a story under
two given names, where each document knows one of that surname and both say the same of whom they name; and two parties
that have changed places in what one does to the other: who beat whom, who buys whom, who sues, succeeds or owns whom.

Why it matters: it is the one thing that a reader remembers.

When it stays silent: when one name is the other's alias, acronym or surname, or a spelling of it; when a person stands
beside the party he won for; when a role is only expected, denied or supposed; when a document tells of a post's
changing hands or gives it to two people itself; when documents a month apart speak of a body's post; when documents a
week apart, or one document itself, tell of two parties either way, as of a match and its return.

Example: "UKIP won the by-election" in one report, "Die Konservativen haben die Nachwahl gewonnen" in another; "Norvik's
finance chief Ann Low" and "Norvik-Finanzchef Tom Pryce"; "Brann beat Lyn" and "Lyn setzte sich gegen Brann durch".

Near miss: "UKIP won the by-election" and "Mark Reckless was declared the winner"; "finance chief Ann Low" and "her
predecessor as finance chief, Tom Pryce"; "Brann beat Lyn" and "Lyn lost to Brann".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import combinations
from typing import Final

import msgspec

from crosscheck.domains import EVENT
from crosscheck.findings.accounts.dealings import find_exchanged
from crosscheck.findings.direct import compare_claims
from crosscheck.findings.proof import prove, severity_of_claims
from crosscheck.findings.rule import Case
from crosscheck.findings.telling.notation import show_value
from crosscheck.languages import are_namesakes
from crosscheck.messages import Phrase, say
from crosscheck.records import Claim, Fact, Finding, FindingKind, Role
from crosscheck.values.names import may_be_one_person

CODE: Final = "CC401"
NAME: Final = say("two names in one role")
KIND: Final[FindingKind] = "role"
_TENURE = timedelta(days=31)
"""Within how many days documents are taken to speak of one holder of a post."""


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each contradicted fact whose values are names."""
    facts = tuple(_of_one_tenure(case, fact) for fact in case.facts if _is_role(case, fact))
    roles = msgspec.structs.replace(case, facts=facts)
    yield from compare_claims(roles, CODE, _is_held_twice, lambda _: KIND, _calculate)
    for claims in find_exchanged(case.claims, case.concepts, case.stories, case.documents):
        yield _prove_exchanged(case, claims)


def _is_role(case: Case, fact: Fact) -> bool:
    concept = case.concepts.get(fact.attribute)
    is_dealing = concept is not None and concept.is_dealing
    return bool(fact.claims) and isinstance(fact.claims[0].value, Role) and not is_dealing


def _prove_exchanged(case: Case, claims: Sequence[Claim]) -> Finding:
    """Return the finding that two parties have changed places between the first and the last of *claims*."""
    first, last = claims[0], claims[-1]
    return prove(
        case,
        claims,
        [],
        code=CODE,
        kind=KIND,
        severity=severity_of_claims(claims),
        message=say(
            "{heading}: {one} and {other} have changed places",
            heading=case.label(first.attribute),
            one=show_value(first.value),
            other=show_value(last.value),
        ),
        calculation=[say("one of the two did it to the other, not both")],
    )


def _is_post(case: Case, fact: Fact) -> bool:
    concept = case.concepts.get(fact.attribute)
    return concept is not None and concept.post


def _of_one_tenure(case: Case, fact: Fact) -> Fact:
    """Return the fact of a body's post with the claims of the documents of the last month only.

    Who drove the train is the same in every year.
    """
    if not _is_post(case, fact) or case.concepts[fact.attribute].subject == (EVENT,):
        return fact
    days = [day for claim in fact.claims if (day := case.documents[claim.document].published)]
    if not days:
        return fact
    kept = tuple(
        claim for claim in fact.claims if max(days) - (case.documents[claim.document].published or max(days)) <= _TENURE
    )
    return msgspec.structs.replace(fact, claims=kept)


def _is_held_twice(case: Case, fact: Fact) -> bool:
    """Return whether different names fill the role; a post must not change hands, and its holders share no name."""
    names = {claim.value.name for claim in fact.claims if isinstance(claim.value, Role)}
    if len(names) < 2 or not _is_post(case, fact):
        return len(names) > 1
    steady = all(claim.modality == "asserted" for claim in fact.claims)
    pairs = tuple(combinations(names, 2))
    return steady and all(are_namesakes(*pair) or not may_be_one_person(*pair) for pair in pairs)


def _calculate(_: Case, __: Sequence[Claim]) -> Iterator[Phrase]:
    yield say("only one name can fill the role")
