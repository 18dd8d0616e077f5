"""One fact, several values: the sides, who stands behind each, and which one is probably wrong."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from crosscheck.findings.diagnosis import slip_between, word_slip
from crosscheck.findings.notation import show_value
from crosscheck.records import Amount, Claim, Fact, Period, firm_claims


class Side(msgspec.Struct, frozen=True):
    """The claims that state one value, and the documents they stand in."""

    shown: str
    claims: tuple[Claim, ...]

    @property
    def documents(self) -> tuple[str, ...]:
        """Return the documents behind the value, each once."""
        return tuple(dict.fromkeys(claim.document for claim in self.claims))


def sides_of(fact: Fact) -> tuple[Side, ...]:
    """Return the sides of a contradicted fact: those who can be right together, most documents first.

    The first side is the largest set of firm claims that leave a value in common, the next the largest of the rest.
    Claims so vague that they suit several sides take none, and no predictions where anything is asserted.
    """
    left: dict[str, list[Claim]] = {}
    for claim in firm_claims(fact.claims):
        left.setdefault(show_value(claim.value), []).append(claim)
    sides: list[Side] = []
    while left:
        camps = {own: [other for other in left if _agree(left[own][0], left[other][0])] for own in left}
        best = max(camps, key=lambda own: len({c.document for shown in camps[own] for c in left[shown]}))
        sides.append(Side(best, tuple(claim for shown in camps[best] for claim in left[shown])))
        left = {shown: claims for shown, claims in left.items() if shown not in camps[best]}
    return tuple(_without_neutrals(side, sides) for side in sides)


def _without_neutrals(side: Side, sides: Sequence[Side]) -> Side:
    """Return *side* without the claims that another side's value suits as well: 'last month' decides nothing."""
    rivals = [_narrowest(other.claims) for other in sides if other is not side]
    return Side(side.shown, tuple(c for c in side.claims if not any(_agree(rival, c) for rival in rivals)))


def _agree(claim: Claim, other: Claim) -> bool:
    """Return whether the narrowest value of *claim*'s camp, its own, can be meant by *other*."""
    a, b = claim.value, other.value
    if isinstance(a, Amount) and isinstance(b, Amount):
        return a.charitable.within(b.charitable)
    if isinstance(a, Period) and isinstance(b, Period):
        return b.first <= a.first and a.last <= b.last
    return show_value(a) == show_value(b)


def _narrowest(claims: Sequence[Claim]) -> Claim:
    """Return the claim that all the others of its camp contain: the one that leaves least."""
    return next(claim for claim in claims if all(_agree(claim, other) for other in claims))


def word_sides(sides: Sequence[Side]) -> str:
    """Return '271 (2 documents) against 217 (1 document)'."""
    return " against ".join(f"{side.shown} ({_count(side)})" for side in sides)


def suggest(sides: Sequence[Side]) -> str:
    """Return which value is probably wrong and how it went wrong; '' where nothing decides.

    The side with fewer documents is doubted; between equals neither is, but a slip that leads from one to the other is
    still named.
    """
    strongest, *others = sides
    doubted = [side for side in others if len(side.documents) < len(strongest.documents)]
    lines = []
    for side in others:
        slip = slip_between(side.claims[0], strongest.claims[0])
        if slip is not None:
            lines.append(word_slip(side.claims[0], slip))
        elif side in doubted:
            lines.append(f"{side.shown} stands alone against {_count(strongest)}")
    return "; ".join(lines)


def _count(side: Side) -> str:
    number = len(side.documents)
    return f"{number} document{'' if number == 1 else 's'}"
