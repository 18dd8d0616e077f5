"""CC402 Two ranks for the same thing.

What it finds: two ordinals or ranks of the same subject in the same ranking that differ; two that count since the same
year or event.

Why it matters: a rank is copied from one list; a difference is nearly always a slip of the digits.

When it stays silent: when the rankings are not the same concept, when a cardinal number stands beside an ordinal, when
one of the ranks is a prediction; of superlatives, when they may rank among others ('in Europe', 'since 1990') and both
be right, or when the thing is but one of the largest.

Example: "our 271st target" in one report, "unser 217. Ziel" in another; "the coldest March night since 1950" and "die
zweitkälteste Märznacht seit 1950".

Near miss: "its second seat" and "the third candidate of the party"; the largest since 1990, the second-largest ever.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from crosscheck.findings.countings import facts_of_countings
from crosscheck.findings.direct import compare_claims, is_rank
from crosscheck.findings.rule import Case
from crosscheck.findings.series import facts_of_series
from crosscheck.messages import Phrase, say
from crosscheck.records import Claim, Fact, Finding, FindingKind

CODE: Final = "CC402"
NAME: Final = say("two ranks")
KIND: Final[FindingKind] = "rank"


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each contradicted fact whose values are ordinals, then for superlatives of one series."""
    stated = tuple(compare_claims(case, CODE, is_rank, lambda _: KIND, _calculate))
    yield from stated
    told = {(e.document, e.line, e.column) for finding in stated for e in finding.evidence}
    ranked = msgspec.structs.replace(case, facts=(*facts_of_series(case.claims), *facts_of_countings(case)))
    for finding in compare_claims(ranked, CODE, _is_any, lambda _: KIND, _calculate):
        if told.isdisjoint((e.document, e.line, e.column) for e in finding.evidence):
            yield finding


def _is_any(_: Case, __: Fact) -> bool:
    return True


def _calculate(_: Case, __: Sequence[Claim]) -> Iterator[Phrase]:
    yield say("a thing has one rank in one list")
