"""CC402 Two ranks for the same thing.

What it finds: two ordinals or ranks of the same subject in the same ranking that differ.

Why it matters: a rank is copied from one list; a difference is nearly always a slip of the digits.

When it stays silent: when the rankings are not the same concept, when a cardinal number stands beside an ordinal, when
one of the ranks is a prediction.

Example: "our 271st target" in one report, "unser 217. Ziel" in another.

Near miss: "its second seat" and "the third candidate of the party".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from crosscheck.findings.direct import compare_claims, is_rank
from crosscheck.findings.rule import Case
from crosscheck.records import Claim, Finding, FindingKind

CODE: Final = "CC402"
NAME: Final = "two ranks"
KIND: Final[FindingKind] = "rank"


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each contradicted fact whose values are ordinals."""
    return compare_claims(case, CODE, is_rank, lambda _: KIND, _calculate)


def _calculate(_: Case, __: Sequence[Claim]) -> Iterator[str]:
    yield "a thing has one rank in one list"
