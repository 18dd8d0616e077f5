"""How a vote went: 'passed by 38 votes to 29', 'mit 38 gegen 29 Stimmen abgelehnt'.

The first figure is of those who won. Where the sentence says that the motion was carried they voted for it, where it
says that it fell, against it. A pair without such a word, or with words for both, tells nothing: it may be a score.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from crosscheck.claims.confidence import claim_confidence
from crosscheck.claims.scopes.find import find_scope
from crosscheck.claims.sentences.lexicon import Lexicon
from crosscheck.claims.sentences.passage import At, Passage, ValueAt
from crosscheck.claims.subjects.find import Scene, find_event
from crosscheck.domains import Division
from crosscheck.records import Claim, Span

_LEVEL = "counted noun"
_NOUN_GAP = 2
"""How many tokens behind a figure of a tally its noun may stand."""


def bear_tallies(claims: Sequence[Claim], passage: Passage, scene: Scene) -> Sequence[Claim]:
    """Return the claims of a sentence, the two figures of a vote in it with the side that each is of."""
    told: dict[Span, str] = {}
    for division in scene.lexicon.divisions:
        sides = _sides(passage, division)
        for first, second in pairwise(passage.values) if sides else ():
            if _is_tally(first, second, division, passage, scene.lexicon):
                told |= zip((first.mention.span, second.mention.span), sides, strict=True)
    if not told:
        return claims
    return [_with_side(claim, told, passage, scene) for claim in claims]


def _sides(passage: Passage, division: Division) -> tuple[str, ...]:
    """Return which side the greater figure, told first, and the other are of; () where no one outcome is told."""
    sides = division.carried, division.fell
    outcomes = passage.wholes.keys() & sides
    if len(outcomes) != 1:
        return ()
    return sides if division.carried in outcomes else sides[::-1]


def _is_tally(first: ValueAt, second: ValueAt, division: Division, passage: Passage, lexicon: Lexicon) -> bool:
    """Return whether two numbers of votes, or of nothing said, have the joint of a tally between and the first wins."""
    one, other = first.mention, second.mention
    if {one.kind, other.kind} != {"number"} or one.low is None or other.high is None or one.low <= other.high:
        return False
    joint = " ".join(passage.tokens.words[first.at.end : second.at.first])
    return joint in lexicon.language.clauses.tallies and all(
        not value.mention.unit or _counts_votes(value, division, passage) for value in (first, second)
    )


def _counts_votes(value: ValueAt, division: Division, passage: Passage) -> bool:
    """Return whether the noun behind a figure is that of votes, the other perhaps between: '38 zu 29 Stimmen'."""
    nouns = (cue.at for cue in passage.hits.get("noun", ()) if cue.cue.concept == division.counted)
    return any(0 <= at.first - value.at.end <= _NOUN_GAP for at in nouns)


def _with_side(claim: Claim, told: dict[Span, str], passage: Passage, scene: Scene) -> Claim:
    side = told.get(claim.mention.span) if claim.mention else None
    if side is None or claim.mention is None:
        return claim
    at = At(*passage.tokens.inside(claim.mention.span))
    event = find_event(side, at, passage, scene)
    return msgspec.structs.replace(
        claim,
        attribute=side,
        subject=event.name,
        subject_kind=event.kind,
        scope=find_scope(side, at, at, passage, scene),
        why_attribute=_LEVEL,
        why_subject=event.why,
        confidence=claim_confidence(_LEVEL, event.why),
    )
