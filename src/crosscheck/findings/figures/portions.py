"""A share told beside the count that it comes to, its whole in the same sentence or the one before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from crosscheck.findings.accounts.passages import Figure, Passage, are_of_one_size, figures_before, window
from crosscheck.findings.figures.totals import Sum
from crosscheck.findings.telling.notation import show_number, show_value
from crosscheck.messages import join, say
from crosscheck.records import CHANGE
from crosscheck.values.interval import Interval

_PERCENT = "percent"
_HUNDREDTH = Fraction(1, 100)
_LIKE_SIZE = 2
"""How many times what it comes to a part may be stated: beyond, it is one of something else."""
_BESIDE = 40
"""How many characters may lie between a share and what it comes to."""


def find_portions(passages: Sequence[Passage]) -> Iterator[Sum]:
    """Yield each count that the words equate with a share beside it, and that is not this share of a whole before.

    'The court heard 840 cases. It dismissed 30 per cent of them, that is 310'. Nothing where one of the numbers before
    fits, where the sentence reckons it itself, or where the number before is told with a share of its own: '14 or 6 %,
    and 60 or 43 %'.
    """
    for index, passage in enumerate(passages):
        if any(c.reckoned is not None and c.reckoned.relation == "share" for c in passage.reckoned):
            continue
        for first, second in pairwise(passage.figures):
            pair = _share_and_part(first, second)
            if pair is None or second.claim.quote.start - first.claim.quote.end > _BESIDE:
                continue
            share, part = pair
            shares = _of_shares(passage)
            before = [w for w in figures_before(window(passages, index, 1), first) if w not in shares]
            wholes = [w for w in before if _may_be_whole(w, part)]
            portions = [(w, w.interval * share.amount.rounded_to(Fraction(1)).scaled(_HUNDREDTH)) for w in wholes]
            if any(not portion.meet(part.interval).is_empty for _, portion in portions):
                continue
            likely = [(w, portion) for w, portion in portions if _is_plausible(part, portion)]
            if len(likely) == 1:
                whole, portion = likely[0]
                makes = show_number(portion.middle or Fraction(0), 0)
                of_whole = say("{share} of {whole}", share=show_value(share.amount), whole=show_value(whole.amount))
                shown = join((of_whole, makes), " = ")
                yield Sum((whole.claim, share.claim, part.claim), shown, part.amount)


def _of_shares(passage: Passage) -> Sequence[Figure]:
    """Return the figures that words equate with a share: what is one of something is no whole of the next."""
    return [f for pair in pairwise(passage.figures) if _share_and_part(*pair) is not None for f in pair]


def _share_and_part(first: Figure, second: Figure) -> tuple[Figure, Figure] | None:
    """Return a share and the count that words equate with it."""
    if second.told != "equal" or CHANGE in {first.claim.scope.part, second.claim.scope.part}:
        return None
    for share, part in ((first, second), (second, first)):
        if share.amount.unit == _PERCENT and part.mention.kind in {"number", "money", "quantity"}:
            return (share, part) if share.amount.interval.is_bounded and part.amount.interval.is_bounded else None
    return None


def _may_be_whole(whole: Figure, part: Figure) -> bool:
    """Return whether *part* can be some of *whole*; counts of one thing go by several nouns: offences are cases."""
    alike = whole.is_like(part) or whole.mention.kind == part.mention.kind == "number"
    return whole.is_level and alike and whole.stated > part.stated > 0


def _is_plausible(part: Figure, portion: Interval) -> bool:
    return are_of_one_size(part.stated, portion.middle, _LIKE_SIZE)
