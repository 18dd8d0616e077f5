"""CC405 Revised sentence.

What it finds: a sentence that two documents have in common word for word, but for a negation, a word and its opposite,
or a name; and where they are copies of one text, a draft and its revision, also for a number, a date or a time of day,
in headlines, lists and lines of any length.

Why it matters: the sentence says the reverse, or says it of somebody else or of another day, and reads as well as it
did.

When it stays silent: when the words that differ can both be right (another verb of speech, another tense, a synonym, a
number that rounds the other); when the names are one person's or one body's; when a document has both sentences, as
tickers and tables do; when the sentences are short and the documents no copies; when the documents are more than a day
apart, since which it may have changed, and the date at their head is not all that sets them apart; when another rule
tells what is wrong with the sentence: then that finding quotes both.

Example: "The minister has accepted the board's offer to resign" and "The minister has rejected the board's offer to
resign"; in two copies of one report "The gates open at 9.30 a.m." and "The gates open at 8.30 a.m.".

Near miss: "The minister accepted the board's offer to resign" and "The minister welcomed the board's offer to resign".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from crosscheck.findings.direct import severity_of
from crosscheck.findings.proof import prove
from crosscheck.findings.rule import Case
from crosscheck.messages import Phrase, Quoted, say
from crosscheck.records import REVISED, Claim, Fact, Finding, FindingKind, Wording

CODE: Final = "CC405"
NAME: Final = say("revised sentence")
KIND: Final[FindingKind] = "polarity"
_KINDS: Final[tuple[FindingKind, ...]] = ("polarity", "bound", "unit", "role", "value", "date", "rank")


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each sentence that documents word alike but for what makes one of both wrong."""
    for fact in case.facts:
        if not fact.attribute.startswith(REVISED):
            continue
        one, other = _sides(fact)
        yield prove(
            case,
            fact.claims,
            [fact],
            code=CODE,
            kind=next(kind for kind in _KINDS if fact.attribute == f"{REVISED}{kind}"),
            severity=severity_of(fact),
            message=say(
                "the same sentence with {one} and with {other}", one=_word(case, one), other=_word(case, other)
            ),
            calculation=[say("only one of both can be true")],
        )


def _sides(fact: Fact) -> tuple[Claim, Claim]:
    """Return a claim of either wording."""
    first = fact.claims[0]
    return first, next(claim for claim in fact.claims if claim.value != first.value)


def _word(case: Case, claim: Claim) -> Phrase:
    said = claim.value.words if isinstance(claim.value, Wording) else case.documents[claim.document].slice(claim.quote)
    return Quoted(said)
