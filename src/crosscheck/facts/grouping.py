"""Claims of one fact put together: those of one key at once, the rest by their matches, surest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from crosscheck.facts.match import Match
from crosscheck.facts.weights import AGREEING_FROM, CONFLICTING_FROM, SAME_DAY_FROM
from crosscheck.records import Claim, Period


class Group(msgspec.Struct, frozen=True, gc=False):
    """Claims of one fact in their order, and the matches that joined them; none where their key did."""

    claims: tuple[Claim, ...]
    matches: tuple[Match, ...] = ()


def join_matches(groups: Sequence[tuple[Claim, ...]], matches: Iterable[Match]) -> tuple[Group, ...]:
    """Return *groups* joined by those of *matches* that are sure enough, in the order of their first claims.

    No two groups that hold claims of one document are joined: a document tells two facts apart itself.
    """
    sure = sorted(filter(_is_sure, matches), key=lambda m: -m.weight)
    named = {claim.id for match in sure for claim in (match.left, match.right)}
    group_of = {claim.id: i for i, group in enumerate(groups) for claim in group if claim.id in named}
    matched = frozenset(group_of.values())
    inside = {i: [i] for i in matched}
    documents = {i: {claim.document for claim in groups[i]} for i in matched}
    used: dict[int, list[Match]] = {i: [] for i in matched}
    for match in sure:
        a, b = sorted((group_of[match.left.id], group_of[match.right.id]))
        if a == b or documents[a] & documents[b]:
            continue
        for i in inside[b]:
            group_of |= dict.fromkeys((claim.id for claim in groups[i]), a)
        inside[a] += inside.pop(b)
        documents[a] |= documents.pop(b)
        used[a] += [*used.pop(b), match]
    return tuple(
        Group(tuple(claim for i in sorted(inside[first]) for claim in groups[i]), tuple(used[first]))
        if first in matched
        else Group(group)
        for first, group in enumerate(groups)
        if first in inside or first not in matched
    )


def _is_sure(match: Match) -> bool:
    """Return whether a match makes one fact of two claims; the same day is too common to say much."""
    if match.agrees:
        return match.weight >= (SAME_DAY_FROM if isinstance(match.left.value, Period) else AGREEING_FROM)
    return match.weight >= CONFLICTING_FROM
