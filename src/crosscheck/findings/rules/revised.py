"""CC405 Sentence turned round.

What it finds: a sentence that two documents have in common word for word, but for a negation, a word and its opposite,
or a name: a draft and its revision, an agency's report and what a desk made of it.

Why it matters: no figure has changed, and the sentence says the reverse, or says it of somebody else.

When it stays silent: when the words that differ can both be right (another verb of speech, another tense, a synonym);
when the names are one person's or one body's; when a document has both sentences, as tickers and tables do; when the
sentences are short; when the documents are more than a day apart, since which it may have changed; when another rule
tells what is wrong with the sentence.

Example: "The minister has accepted the board's offer to resign" and "The minister has rejected the board's offer to
resign"; "The bridge was not inspected before the storm" and "The bridge was inspected before the storm".

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
NAME: Final = say("sentence turned round")
KIND: Final[FindingKind] = "polarity"
_KINDS: Final[dict[str, FindingKind]] = {"polarity": "polarity", "bound": "bound", "unit": "unit", "role": "role"}


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each sentence that documents word alike but for what turns it round."""
    for fact in case.facts:
        if not fact.attribute.startswith(REVISED):
            continue
        one, other = _sides(fact)
        yield prove(
            case,
            fact.claims,
            [fact],
            code=CODE,
            kind=_KINDS[fact.attribute.removeprefix(REVISED)],
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
