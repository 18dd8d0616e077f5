"""The coverage ledger: where every value mention of the documents ended, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from crosscheck.records import HEAD_NOUN, Claim, Coverage, Document, Entry, Fact, Mention, Outcome, Verdict

_OUTCOMES: Mapping[Verdict, Outcome] = {
    "agree": "agreed",
    "compatible": "agreed",
    "contradicted": "contradicted",
    "changed": "changed",
    "single": "single",
}
UNLIKE = "nothing alike in another document"
BEARERLESS = "no subject found"


def keep_ledger(
    documents: Iterable[Document],
    skipped: Mapping[str, Sequence[tuple[Mention, str]]],
    facts: Iterable[Fact],
    loose: Iterable[Claim],
) -> Coverage:
    """Return an entry for every value mention, by document and place.

    *skipped* holds the mentions that became no claim, with the reason, by document; *loose* the claims of no fact.
    """
    order = {document.key: number for number, document in enumerate(documents)}
    entries = [
        *(Entry(key, mention.span, "skipped", reason) for key, told in skipped.items() for mention, reason in told),
        *_of_facts(facts),
        *(
            Entry(
                claim.document,
                claim.mention.span,
                "skipped",
                UNLIKE if claim.why_attribute == HEAD_NOUN else BEARERLESS,
            )
            for claim in loose
            if claim.mention is not None and claim.is_printed
        ),
    ]
    return Coverage(tuple(sorted(entries, key=lambda entry: (order[entry.document], entry.span))))


def _of_facts(facts: Iterable[Fact]) -> Iterator[Entry]:
    for fact in facts:
        for claim in fact.claims:
            if claim.mention is not None and claim.is_printed:
                yield Entry(claim.document, claim.mention.span, _OUTCOMES[fact.verdict], fact.attribute)
