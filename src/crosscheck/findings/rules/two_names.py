"""CC401 Two names in one role.

What it finds: two different people, or two different parties, named in the same role of the same event: who won, who
was elected.

Why it matters: it is the one thing that a reader remembers.

When it stays silent: when one name is the other's alias, acronym or surname; when a person stands beside the party he
won for; when a role is only expected, denied or supposed.

Example: "UKIP won the by-election" in one report, "Die Konservativen haben die Nachwahl gewonnen" in another.

Near miss: "UKIP won the by-election" and "Mark Reckless was declared the winner".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from crosscheck.findings.direct import compare_claims
from crosscheck.findings.rule import Case
from crosscheck.records import Claim, Fact, Finding, FindingKind, Role

CODE: Final = "CC401"
NAME: Final = "two names in one role"
KIND: Final[FindingKind] = "role"


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each contradicted fact whose values are names."""
    return compare_claims(case, CODE, _is_role, lambda _: KIND, _calculate)


def _is_role(_: Case, fact: Fact) -> bool:
    return isinstance(fact.claims[0].value, Role)


def _calculate(_: Case, claims: Sequence[Claim]) -> Iterator[str]:
    kinds = {claim.value.kind for claim in claims if isinstance(claim.value, Role)}
    yield f"only one {next(iter(sorted(kinds))) or 'name'} can fill the role"
