"""Values that two documents tie to each other, found by one that both state: what the other must then be.

'5,640 now, half as many ten years ago' in one report and '5,640, against 2,600 ten years earlier' in another speak of
one thing, whatever words they choose: who states the same value of four digits for now, and compares it with the same
year, means the same value for then. So does who prints the value that another one's figures come to, with two digits
transposed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

import msgspec

from crosscheck.findings.accounts.together import Together
from crosscheck.findings.proof import prove
from crosscheck.findings.reckoned import calculate
from crosscheck.findings.rule import Case
from crosscheck.findings.telling.notation import show_value, with_heading
from crosscheck.messages import Phrase, join, say
from crosscheck.records import Amount, Claim, Finding, FindingKind, Relation, Span, say_linked
from crosscheck.values.decimals import round_half_up, significant_digits
from crosscheck.values.digits import explain_difference

_TELLING = 3
"""How many significant digits a value has that hardly two things have in common."""
_LEAST = 100
_SIDES = 2
_PER = " per "
_Stated = Mapping[tuple[str, Span], Claim]
"""Printed claims by document and quote."""


class Tie(msgspec.Struct, frozen=True):
    """What a reckoned claim ties together: the value that it states, and what it says or makes the other one.

    ``anchor`` is the value after a change or the part of a whole, ``outcome`` what was before, or the whole.
    """

    claim: Claim
    anchor: Amount
    outcome: Amount


class Broken(msgspec.Struct, frozen=True):
    """Claims that cannot all be right, the outcomes that exclude each other, and why they are of one thing."""

    claims: tuple[Claim, ...]
    outcomes: tuple[Amount, ...]
    why: Phrase


def _find_broken(case: Case, *relations: Relation) -> Iterator[Broken]:
    """Yield what cannot all be right of the ties that *relations* make, one for each pair of documents and value.

    Sentences that a contradicted fact already holds against each other are not told again.

    Only documents that have something in common are held against each other. Work grows with the pairs of documents and
    of ties with the same value.
    """
    ties = [tie for claim in case.claims if (tie := _tie(claim, relations)) is not None]
    stated = {(claim.document, claim.quote): claim for claim in case.claims if claim.is_printed}
    told = {(claim.document, claim.sentence) for fact in case.facts if fact.value is None for claim in fact.claims}
    for broken in (*_by_anchor(ties, case.together, stated), *_by_digits(ties, case.together, stated)):
        sentences = {(claim.document, claim.sentence) for claim in broken.claims}
        if len(told & sentences) < _SIDES:
            told |= sentences
            yield broken


def report_ties(case: Case, code: str, kind: FindingKind, outcome: Phrase, *relations: Relation) -> Iterator[Finding]:
    """Yield a finding of *code* for each set of claims that *relations* forbid; *outcome* says what they make."""
    for broken in _find_broken(case, *relations):
        one, other = (show_value(_rounded(amount)) for amount in broken.outcomes)
        heading = with_heading(broken.claims[0].subject, outcome)
        yield prove(
            case,
            broken.claims,
            (),
            code=code,
            kind=kind,
            severity="warning",
            message=join((heading, say("{one} against {other}", one=one, other=other)), ": "),
            calculation=[*calculate(case, broken.claims), say_linked(broken.why)],
        )


def _rounded(amount: Amount) -> Amount:
    """Return *amount* by the middle of its bounds where it states no number of its own."""
    middle = amount.interval.middle
    if amount.stated is not None or middle is None:
        return amount
    return msgspec.structs.replace(amount, stated=Fraction(round_half_up(middle, _TELLING)))


def _tie(claim: Claim, relations: Sequence[Relation]) -> Tie | None:
    reckoned = claim.reckoned
    if reckoned is None or reckoned.relation not in relations or not isinstance(claim.value, Amount):
        return None
    if reckoned.relation == "change":
        if len(reckoned.operands) != 2 or reckoned.operands[0].unit == "percentage point":
            return None
        before, after = reckoned.operands
        return Tie(claim, after, before)
    anchor = reckoned.operands[0 if reckoned.relation == "whole" else -1]
    return Tie(claim, anchor, claim.value)


def _by_anchor(ties: Iterable[Tie], together: Together, stated: _Stated) -> Iterator[Broken]:
    """Yield the ties of two documents that state the same value and leave none for the other one."""
    by_value: dict[object, list[Tie]] = {}
    for tie in ties:
        if tie.claim.modality == "asserted" and _is_telling(tie.anchor):
            by_value.setdefault((tie.anchor.stated, _kind(tie.claim)), []).append(tie)
    for several in by_value.values():
        if broken := next(_excluding(several, together), None):
            left, right = broken
            claims = (left.claim, right.claim, *_elsewhere(left.claim, stated), *_elsewhere(right.claim, stated))
            why = say("both documents state the same value beside it")
            yield Broken(claims, (left.outcome, right.outcome), why)


def _excluding(ties: Sequence[Tie], together: Together) -> Iterator[tuple[Tie, Tie]]:
    """Yield the pairs that exclude each other, where no others of the same two documents agree."""
    pairs = [(a, b) for a, b in combinations(ties, 2) if (a.claim.document, b.claim.document) in together]
    settled = {frozenset((a.claim.document, b.claim.document)) for a, b in pairs if _agree(a, b)}
    for left, right in pairs:
        if frozenset((left.claim.document, right.claim.document)) not in settled and _are_of_one_base(left, right):
            yield left, right


def _are_of_one_base(left: Tie, right: Tie) -> bool:
    x, y = left.claim.reckoned, right.claim.reckoned
    if x is None or y is None:
        return False
    return x.base is not None and y.base is not None and x.base.is_same(y.base)


def _agree(left: Tie, right: Tie) -> bool:
    a, b = left.outcome.charitable, right.outcome.charitable
    return not a.meet(b).is_empty


def _by_digits(ties: Iterable[Tie], together: Together, stated: _Stated) -> Iterator[Broken]:
    """Yield the ties whose outcome another document prints with two digits transposed, and none prints right."""
    printed: dict[object, list[Claim]] = {}
    for claim in stated.values():
        if isinstance(claim.value, Amount) and claim.modality == "asserted":
            printed.setdefault(_digits(claim.value, _kind(claim)), []).append(claim)
    for tie in ties:
        meant = _meant(tie)
        same = printed.get(_digits(meant, _kind(tie.claim)), ()) if meant is not None else ()
        for claim in same:
            if (tie.claim.document, claim.document) in together and _is_transposed(claim, meant, tie):
                others = [other for other in stated.values() if other.document == claim.document]
                if not any(_kind(other) == _kind(claim) and _fits(other, tie) for other in others):
                    yield _transposed(tie, meant, claim, stated)
                    break


def _transposed(tie: Tie, meant: Amount | None, claim: Claim, stated: _Stated) -> Broken:
    outcomes = tuple(value for value in (meant, claim.value) if isinstance(value, Amount))
    claims = (tie.claim, claim, *_elsewhere(tie.claim, stated))
    return Broken(claims, outcomes, say("the digits are the same, two of them transposed"))


def _meant(tie: Tie) -> Amount | None:
    """Return the outcome that the printed numbers give, None where it is no whole number of several digits."""
    value, reckoned = tie.outcome.stated, tie.claim.reckoned
    if tie.claim.modality != "asserted" or reckoned is None or not tie.outcome.interval.is_bounded:
        return None
    if reckoned.relation == "whole":
        part, share = (operand.stated for operand in reckoned.operands)
        value = None if part is None or not share else part / share * 100
    if value is None or value.denominator != 1 or value < _LEAST or len(significant_digits(value)) < 2:
        return None
    return Amount(tie.outcome.interval, value, tie.outcome.unit)


def _is_transposed(claim: Claim, meant: Amount | None, tie: Tie) -> bool:
    """Return whether *claim* prints what was *meant* with two digits transposed, and of the time that is meant.

    What was before is told as of another time than now; what the tie itself states is none of it.
    """
    printed = claim.stated
    reckoned = tie.claim.reckoned
    if reckoned is None or meant is None or meant.stated is None or printed is None or printed.denominator != 1:
        return False
    if printed in {operand.stated for operand in reckoned.operands}:
        return False
    slip = explain_difference(meant.stated, str(int(printed)), scale=1)
    of_time = reckoned.relation == "whole" or bool(claim.scope.time)
    return of_time and slip is not None and slip.kind == "transposed"


def _fits(claim: Claim, tie: Tie) -> bool:
    """Return whether *claim* prints what a tie comes to."""
    value = claim.value
    return isinstance(value, Amount) and not value.charitable.meet(tie.outcome.interval).is_empty


def _elsewhere(claim: Claim, stated: _Stated) -> tuple[Claim, ...]:
    """Return the claims of the operands that stand in other sentences."""
    quotes = claim.reckoned.quotes if claim.reckoned is not None else ()
    return tuple(found for span in quotes if (found := stated.get((claim.document, span))) is not None)


def _is_telling(amount: Amount) -> bool:
    """Return whether a value is one that two documents hardly state of two things."""
    stated = amount.stated
    return stated is not None and stated >= _LEAST and len(significant_digits(stated)) >= _TELLING


def _digits(amount: Amount, kind: str) -> tuple[str, str]:
    digits = significant_digits(amount.stated) if amount.stated is not None else ""
    return "".join(sorted(digits)), kind


def _kind(claim: Claim) -> str:
    """Return what must be the same in two values of one thing: money of one currency, a measure, or a count."""
    mention = claim.mention
    if mention is None:
        return ""
    return mention.unit.partition(_PER)[0] if mention.kind in {"money", "quantity"} else "number"
