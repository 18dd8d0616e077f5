"""CC103 Bound broken.

What it finds: a bound that one document sets ("less than", "at least", "no more than", "no gauge exceeded", "nowhere
above") and a value in another that lies beyond it.

Why it matters: a bound is what a writer keeps who has no number, or wants to praise; that it does not hold shows only
beside the number.

When it stays silent: when the value may be rounded into the bound; when a running count passed it later; when the value
is a total and the bound is of each; when one is a plan or a forecast; when day, place or part are others.

Example: "no platform saw more than 40 minutes of delay" in one report, "the platform at Brill waited 75 minutes" in
another.

Near miss: "fewer than ten injured" on Monday and 14 injured on Tuesday.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from crosscheck.findings.allowed import calculate_allowed
from crosscheck.findings.breach import facts_of_breaches
from crosscheck.findings.direct import compare_claims, has_bound, is_rank
from crosscheck.findings.reckoned import is_reckoned
from crosscheck.findings.rule import Case
from crosscheck.messages import say
from crosscheck.records import Amount, Fact, Finding, FindingKind

CODE: Final = "CC103"
NAME: Final = say("bound broken")
KIND: Final[FindingKind] = "bound"


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each contradicted fact with a bound, then for bounds that values of no such fact break."""
    yield from compare_claims(case, CODE, _has_bound, lambda _: KIND, calculate_allowed)
    broken = msgspec.structs.replace(case, facts=tuple(facts_of_breaches(case)))
    yield from compare_claims(broken, CODE, _has_bound, lambda _: KIND, calculate_allowed)


def _has_bound(case: Case, fact: Fact) -> bool:
    return (
        isinstance(fact.claims[0].value, Amount) and has_bound(fact) and not (is_rank(case, fact) or is_reckoned(fact))
    )
