"""All relations of a sentence, as claims beside those of its values."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from crosscheck.claims.passage import Passage
from crosscheck.claims.relations.changes import find_changes, mark_changes
from crosscheck.claims.relations.derive import Sentence, Stated, derive_claim
from crosscheck.claims.relations.phrases import relation_phrases
from crosscheck.claims.relations.rates import find_averages, find_rates
from crosscheck.claims.relations.shares import as_percent, find_shares
from crosscheck.claims.subjects import Scene
from crosscheck.languages import Terms
from crosscheck.records import Amount, Claim


def with_relations(claims: Sequence[Claim], passage: Passage, scene: Scene, terms: Terms) -> list[Claim]:
    """Return *claims*, those of the values of *passage*, and those that the values make together.

    Of the former, fractions of a whole come back in per cent, and amounts by which something changed as of the part
    'change'.
    """
    by_mention = {claim.mention.span: claim for claim in claims if claim.mention is not None}
    stated = tuple(
        Stated(value.at, value.mention, claim, claim.value)
        for value in passage.values
        if (claim := by_mention.get(value.mention.span)) is not None
        and isinstance(claim.value, Amount)
        and value.at.first < value.at.end
    )
    if not stated:
        return list(claims)
    sentence = Sentence(passage, stated, relation_phrases(scene.lexicon.language.code), terms, scene.after)
    shown = {value.mention.span: as_percent(value, sentence) for value in stated}
    shown |= mark_changes(sentence, shown)
    kept = [shown.get(claim.mention.span, claim) if claim.mention else claim for claim in claims]
    told = tuple(msgspec.structs.replace(value, claim=shown[value.mention.span]) for value in stated)
    sentence = msgspec.structs.replace(sentence, stated=told)
    found = (*find_shares(sentence), *find_changes(sentence), *find_averages(sentence), *find_rates(sentence))
    return [*kept, *(derive_claim(derived, passage) for derived in found)]
