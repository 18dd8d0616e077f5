"""CC206 Share of a part in its whole.

What it finds: a percentage that does not follow from the part and the whole that a sentence names ("4 of the 20"): in
the same sentence, in the next one, or in another document that speaks of the same share. "One in six" counts as a
percentage with as much room as such words leave. A count that is equated with a share ("30 per cent of them, or 310")
is held against the whole told before; a share told in words alone ("one in five of them will lose their jobs") against
the counts of any document that name both by a concept, or by the noun and what is said of it. A part and its share ("84
ferries, a fifth of its output") make the whole: what another document prints with the same digits, two of them
transposed, is a slip.

Why it matters: a share is worked out after the counts were checked, and nobody checks it again.

When it stays silent: when some values that print as part and whole do give the percentage, whole per cents read as
rounded; when part or whole are themselves in dispute; when both documents give counts and neither a share.

Example: "620 of the 2,000 pupils, or 41 per cent": 31 per cent.

Near miss: "618 of the 2,000 pupils, or 31 per cent".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from crosscheck.findings.direct import compare_claims
from crosscheck.findings.figures.fractions import find_fractions, prove_fraction
from crosscheck.findings.figures.portions import find_portions
from crosscheck.findings.figures.ties import report_ties
from crosscheck.findings.figures.totals import prove_sum
from crosscheck.findings.reckoned import breaks, calculate
from crosscheck.findings.rule import Case
from crosscheck.messages import say
from crosscheck.records import Finding, FindingKind

CODE: Final = "CC206"
NAME: Final = say("share of a part in its whole")
KIND: Final[FindingKind] = "arithmetic"


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each stated share that the counts beside it, or in another document, forbid."""
    yield from compare_claims(case, CODE, lambda c, fact: breaks(c, fact, "share"), lambda _: KIND, calculate)
    yield from report_ties(case, CODE, KIND, say("whole"), "whole")
    for passages in case.passages.values():
        yield from (prove_sum(case, each, CODE, KIND) for each in find_portions(passages))
    yield from (prove_fraction(case, each, CODE, KIND) for each in find_fractions(case))
