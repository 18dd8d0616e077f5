"""CC101 Same quantity, two values.

What it finds: two or more statements of the same count, share, amount of money or measure of the same subject in the
same scope whose printed values cannot both be right; one number in two currencies, or of a change in per cent and in
percentage points.

Why it matters: at least one of the documents is wrong, whatever the truth is.

When it stays silent: when the values agree within what their digits and hedges allow ("about 17,000" and 16,867; 17,000
and 16,867, because a round count may be rounded); when one is a prediction or a plan; when subject, event or scope
differ; when a running count, such as a toll, is another one in a later report. One that only rises (the dead, arrests,
seizures) and is lower there is a warning, unless that report tells the earlier figure, too. What two named speakers, or
two sides such as police and organisers, say otherwise is told as their dispute (info).

Example: "polled 16,867 votes" in one report, "erhielt 18.667 Stimmen" in another about the same candidate.

Near miss: 16,867 votes in the by-election and 18,667 at the general election.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from crosscheck.findings.allowed import calculate_allowed
from crosscheck.findings.direct import compare_claims, has_bound, is_rank
from crosscheck.findings.figures.exchanged import find_exchanges, prove_exchange
from crosscheck.findings.figures.pairings import find_pairings, prove_pairing
from crosscheck.findings.reckoned import is_reckoned
from crosscheck.findings.rule import Case
from crosscheck.messages import say
from crosscheck.records import Amount, Fact, Finding, FindingKind
from crosscheck.values.decimals import significant_digits

CODE: Final = "CC101"
NAME: Final = say("same quantity, two values")
KIND: Final[FindingKind] = "value"


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each contradicted fact whose values are numbers, but not ranks; then for exchanged units."""
    pairings = [*find_pairings(case)]
    borne = {claim.id for fact in case.facts if fact.value is None and _is_borne(fact) for claim in fact.claims}
    exchanged = [pairing for pairing in pairings if pairing.bearers and borne.isdisjoint(pairing.ids)]
    paired = frozenset[str]().union(*(pairing.ids for pairing in exchanged))
    crossed = {claims for pairing in pairings for claims in pairing.crossed}

    def is_meant(case: Case, fact: Fact) -> bool:
        ids = frozenset(claim.id for claim in fact.claims)
        is_chance = ids in crossed and not any(claim.concept for claim in fact.claims)
        return _is_quantity(case, fact) and not is_chance and not ids <= paired

    yield from compare_claims(case, CODE, is_meant, _kind, calculate_allowed)
    by_figures = {pairing.figures: pairing for pairing in reversed(exchanged)}
    yield from (prove_pairing(case, pairing, CODE, KIND) for pairing in exchanged if pairing in by_figures.values())
    settled = {claim.id for fact in case.facts if fact.value is None for claim in fact.claims}
    for exchange in find_exchanges(case):
        if (settled | paired).isdisjoint((exchange.left.claim.id, exchange.right.claim.id)):
            yield prove_exchange(case, exchange, CODE)


def _is_quantity(case: Case, fact: Fact) -> bool:
    if not isinstance(fact.claims[0].value, Amount) or is_rank(case, fact):
        return False
    return not (has_bound(fact) or is_reckoned(fact))


def _is_borne(fact: Fact) -> bool:
    """Return whether all claims of a fact have a concept and a bearer."""
    return all(claim.concept and claim.subject for claim in fact.claims)


def _kind(fact: Fact) -> FindingKind:
    """Return 'unit' where only unit or magnitude differ, else 'value'."""
    amounts = [claim.value for claim in fact.claims if isinstance(claim.value, Amount)]
    same = len({significant_digits(amount.stated) if amount.stated else "" for amount in amounts}) == 1
    return "unit" if same else KIND
