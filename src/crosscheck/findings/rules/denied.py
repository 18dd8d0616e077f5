"""CC404 Said and denied.

What it finds: sentences of two documents that say the same of the same thing in the same words, but for one word that
is the contrary of the other's ("raised its dividend", "cut its dividend"; "a free trial", "a paid trial"), or that
negates it ("does not include").

Why it matters: no figure is wrong, and the reader of the one knows the opposite of what the other says.

When it stays silent: when a document says both; when the words around differ, or the names, days, speakers or values;
when one only expects what the other states, or only asks or supposes; when the documents are of different days.

Example: "the rules make it easier to open a shop" in a release, "make it harder to open a shop" in the report on it.

Near miss: "exports rose in May" and "exports fell in June".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from crosscheck.findings.proof import prove
from crosscheck.findings.rule import Case
from crosscheck.messages import Quoted, join, say
from crosscheck.records import Claim, Finding, FindingKind

CODE: Final = "CC404"
NAME: Final = say("said and denied")
KIND: Final[FindingKind] = "polarity"


def find(case: Case) -> Iterator[Finding]:
    """Yield a warning for each pair of sentences that deny each other."""
    for denial in case.denials:
        document = case.documents[denial.left.document]
        pair = sorted((denial.left, denial.right), key=lambda claim: _quoted(case, claim))
        yield prove(
            case,
            pair,
            (),
            code=CODE,
            kind=KIND,
            severity="warning",
            message=say(
                "{words}: {one} in one report, {other} in another",
                words=join([document.slice(span) for span in denial.shared], " "),
                one=Quoted(_quoted(case, pair[0])),
                other=Quoted(_quoted(case, pair[1])),
            ),
            calculation=(say("it is the one or the other"),),
        )


def _quoted(case: Case, claim: Claim) -> str:
    return case.documents[claim.document].slice(claim.quote)
