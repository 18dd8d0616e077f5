"""Direct comparison: a fact whose own claims leave no value in common. Shared by the rules that look at one fact."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from crosscheck.findings.proof import prove
from crosscheck.findings.rule import Case
from crosscheck.findings.sides import sides_of, suggest, word_sides
from crosscheck.records import Claim, Fact, Finding, FindingKind


def compare_claims(
    case: Case,
    code: str,
    meant: Callable[[Case, Fact], bool],
    kind: Callable[[Fact], FindingKind],
    calculate: Callable[[Case, Sequence[Claim]], Iterable[str]],
) -> Iterator[Finding]:
    """Yield an error for each fact that is *meant* and has no joint value: all sides quoted, the doubted one named."""
    for fact in case.facts:
        if fact.value is not None or not meant(case, fact):
            continue
        sides = sides_of(fact)
        claims = [claim for side in sides for claim in side.claims]
        yield prove(
            case,
            claims,
            [fact],
            code=code,
            kind=kind(fact),
            severity="error",
            message=f"{fact.subject}, {case.label(fact.attribute)}: {word_sides(sides)}",
            calculation=calculate(case, claims),
            suggestion=suggest(sides),
        )


def is_rank(case: Case, fact: Fact) -> bool:
    """Return whether the fact's values are ordinals."""
    return case.concepts[fact.attribute].kind == "ordinal"
