"""Whether words beside two values exclude each other: imports and exports."""

from __future__ import annotations

from collections.abc import Mapping

from crosscheck.facts.lacks import lack_alike
from crosscheck.records import CLOSEST, Claim, Context

Opposites = Mapping[str, frozenset[str]]
"""Terms that exclude each other as attributes of one value ('import' and 'export')."""

_AT = CLOSEST // 2 + 1
"""How near a word stands to a value with two words between."""
_FARTHER = 3
"""How many times as near as its opposite a word must be to a value that both stand beside."""
_BESIDE = CLOSEST // 4
"""How near a word must be to a value for its opposite beside the other to count."""


def are_opposed(left: Claim, right: Claim, opposites: Opposites) -> bool:
    """Return whether a word beside one value excludes one beside the other.

    Neither stands beside both: in the sentence of the other, each is much farther from the value than its opposite.
    What does not open is closed: where only one sentence says 'not', its opposite says the same.
    """
    x, y = left.context, right.context
    if x is None or y is None or (left.modality != right.modality and lack_alike(x, y)):
        return False
    return any(
        x.near[term] >= _BESIDE and _outdoes(y, other, term) and _outdoes(x, term, other)
        for term in opposites.keys() & x.near.keys()
        for other in opposites[term] & y.near.keys()
    )


def _outdoes(context: Context, term: str, other: str) -> bool:
    """Return whether *term* stands beside the value and *other* nowhere, or at the value and *other* far off."""
    near, far = context.near[term], context.near.get(other, 0)
    return near >= (max(_AT, _FARTHER * far) if far else _BESIDE)
