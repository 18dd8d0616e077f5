"""One fact, several values: the sides, who stands behind each, and which one is probably wrong."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from crosscheck.findings.diagnosis import slip_between, word_slip
from crosscheck.findings.notation import show_value
from crosscheck.records import Claim, Fact, firm_claims


class Side(msgspec.Struct, frozen=True):
    """The claims that state one value, and the documents they stand in."""

    shown: str
    claims: tuple[Claim, ...]

    @property
    def documents(self) -> tuple[str, ...]:
        """Return the documents behind the value, each once."""
        return tuple(dict.fromkeys(claim.document for claim in self.claims))


def sides_of(fact: Fact) -> tuple[Side, ...]:
    """Return the sides of a contradicted fact: most documents first, then in claim order. Predictions take none."""
    by_value: dict[str, list[Claim]] = {}
    for claim in firm_claims(fact.claims):
        by_value.setdefault(show_value(claim.value), []).append(claim)
    sides = [Side(shown, tuple(claims)) for shown, claims in by_value.items()]
    return tuple(sorted(sides, key=lambda side: -len(side.documents)))


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
