"""The coverage ledger: where every value mention of the documents ended, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from crosscheck.records import HEAD_NOUN, Claim, Coverage, Document, Entry, Fact, Mention, Outcome, SkipReason, Verdict

_OUTCOMES: Mapping[Verdict, Outcome] = {
    "agree": "agreed",
    "compatible": "agreed",
    "contradicted": "contradicted",
    "changed": "changed",
    "single": "single",
}
UNLIKE: Final[SkipReason] = "nothing alike in another document"
BEARERLESS: Final[SkipReason] = "no subject found"
UNSURE: Final[SkipReason] = "may be of two things"


def keep_ledger(
    documents: Iterable[Document],
    skipped: Mapping[str, Sequence[tuple[Mention, str]]],
    facts: Iterable[Fact],
    loose: Iterable[Claim],
    withdrawn: Iterable[Claim] = (),
) -> Coverage:
    """Return an entry for every value mention, by document and place.

    *skipped* holds the mentions that became no claim, with the reason, by document; *loose* are the claims of no fact,
    *withdrawn* those of facts that turned out to be none.
    """
    order = {document.key: number for number, document in enumerate(documents)}
    entries = [
        *(Entry(key, mention.span, "skipped", reason) for key, told in skipped.items() for mention, reason in told),
        *(entry for fact in facts for entry in _entries(fact.claims, _OUTCOMES[fact.verdict], fact.attribute)),
        *(entry for claim in loose for entry in _entries([claim], "skipped", _reason(claim))),
        *_entries(withdrawn, "skipped", UNSURE),
    ]
    return Coverage(tuple(sorted(entries, key=lambda entry: (order[entry.document], entry.span))))


def _entries(claims: Iterable[Claim], outcome: Outcome, why: str) -> Iterator[Entry]:
    """Yield an entry for each of *claims* that a mention of the text states."""
    for claim in claims:
        if claim.mention is not None and claim.is_printed:
            yield Entry(claim.document, claim.mention.span, outcome, why)


def _reason(claim: Claim) -> str:
    return UNLIKE if claim.why_attribute == HEAD_NOUN else BEARERLESS
