"""Differences and changes told beside the two values that they lie between, in one sentence or in those before."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

import msgspec

from crosscheck.findings.accounts.passages import Figure, Passage, are_of_one_size, window
from crosscheck.findings.figures.levels import relative
from crosscheck.findings.proof import prove
from crosscheck.findings.rule import Case
from crosscheck.findings.telling.notation import show_interval, show_value
from crosscheck.messages import Phrase, say
from crosscheck.records import CHANGE, Amount, Claim, Finding, FindingKind
from crosscheck.values.interval import Interval

_BACK = 1
_TIMES = re.compile(r"\d{4} \d{4}$|\d{4}-\d\d \d{4}-\d\d$")
"""Two years or two months, the earlier or the later first."""
_BARE = 1
"""How many words a sentence has that takes up what the one before is about: 'It came to 410 million'."""
_PERCENT = "percent"
_RECKONED = frozenset({"change", "step"})
"""What is reckoned from a sentence itself, and held against what it states there."""
_LIKE_SIZE = 8
"""How many times what it comes to a change may be stated: beyond, it is one of something else."""


class Gap(msgspec.Struct, frozen=True):
    """A difference or change, the two values it is told beside, the earlier or greater first, and what these make."""

    told: Figure
    first: Figure
    second: Figure
    makes: Interval

    @property
    def shown(self) -> Phrase:
        """Return the calculation in words."""
        return say(
            "{before} to {after}: {change}",
            before=show_value(self.first.amount),
            after=show_value(self.second.amount),
            change=show_interval(self.makes),
        )


def find_margins(passages: Sequence[Passage]) -> Iterator[Gap]:
    """Yield each value that the words call a difference and that does not lie between the only two values beside it.

    'He paid 4 million and got 10 million, a profit of 7 million'; 'the fee was 95 dollars and is 110, that is 25 more'.
    """
    for index, passage in enumerate(passages):
        for told in passage.figures:
            if told.told != "difference" or not told.amount.interval.is_bounded:
                continue
            levels = [f for f in _levels(window(passages, index, _BACK), told) if f.is_like(told)]
            if (pair := _only_pair(levels)) is None:
                continue
            low, high = sorted(pair, key=lambda figure: figure.stated)
            makes = high.interval - low.interval
            if makes.meet(told.interval).is_empty and told.stated < high.stated and _is_plausible(told, makes):
                yield Gap(told, high, low, makes)


def find_growth(passages: Sequence[Passage], growths: Collection[str]) -> Iterator[Gap]:
    """Yield each change in per cent that does not lie between the two values of two times told in the sentences beside.

    'Sales rose by 20 per cent. They came to 410 million, after 380 million the year before.' *growths* are the concepts
    that are changes themselves.
    """

    def is_change(figure: Figure) -> bool:
        return figure.claim.scope.part == CHANGE or figure.claim.concept in growths

    for index, passage in enumerate(passages):
        changes = [f for f in passage.figures if f.amount.unit == _PERCENT and is_change(f)]
        if len(changes) != 1 or not changes[0].amount.interval.is_bounded:
            continue
        for near in (window(passages, index, _BACK), passages[index : index + 2]):
            if sum(is_change(figure) for each in near for figure in each.figures) != 1:
                continue
            gap = _grown(changes[0], near)
            if gap is not None:
                yield gap
                break


def _grown(told: Figure, near: Sequence[Passage]) -> Gap | None:
    if any(c.reckoned is not None and c.reckoned.relation in _RECKONED for p in near for c in p.reckoned):
        return None
    levels = [f for f in _levels(near, told) if f.mention.kind in {"money", "number", "quantity"}]
    pairs = [pair for a, b in combinations(levels, 2) if (pair := by_time(a, b)) is not None]
    if len(pairs) != 1:
        return None
    before, after = pairs[0]
    if not any(_are_of_one(told.claim, level.claim) for level in pairs[0]):
        return None
    makes = _change(before.amount, after.amount)
    if _may_be(told, makes) or not _is_plausible(told, makes):
        return None
    return Gap(told, before, after, makes)


def _change(before: Amount, after: Amount) -> Interval:
    """Return by how many per cent a value rose or fell."""
    sign = 1 if (after.stated or 0) > (before.stated or 0) else -1
    return relative(before.charitable, after.charitable, sign)


def _may_be(told: Figure, makes: Interval) -> bool:
    """Return whether a change that is told may be *makes*, a whole per cent read as rounded."""
    half = Interval.of(-1, 1).scaled(max(told.amount.precision or Fraction(1), Fraction(1)) / 2)
    return not makes.meet(told.interval + half).is_empty


def follows_from(gap: Gap, rivals: Mapping[str, Sequence[Amount]]) -> bool:
    """Return whether another value that reports give for one of the two makes the change that is told.

    *rivals* are the other values of each claim in dispute. One wrong figure is one finding: that of the dispute.
    """
    first, second = gap.first, gap.second
    others = [(other, second.amount) for other in rivals.get(first.claim.id, ())]
    others += [(first.amount, other) for other in rivals.get(second.claim.id, ())]
    return any(_may_be(gap.told, _change(before, after)) for before, after in others)


def _are_of_one(change: Claim, level: Claim) -> bool:
    """Return whether a change may be that of a level: of its sentence or words, or where that has hardly any."""
    if change.sentence == level.sentence or change.context is None or level.context is None:
        return change.sentence == level.sentence
    own = level.context.near.keys() - level.context.names.keys()
    return len(own) <= _BARE or not own.isdisjoint(change.context.near)


def by_time(a: Figure, b: Figure) -> tuple[Figure, Figure] | None:
    """Return the value of an earlier time and that of now, where both are levels of one thing."""
    first, second = a.claim.scope.time, b.claim.scope.time
    if not a.is_like(b) or first == second or not (_TIMES.match(f"{first} {second}") or "" in {first, second}):
        return None
    if a.claim.concept and b.claim.concept and a.claim.concept != b.claim.concept:
        return None
    if (a.claim.subject and b.claim.subject and a.claim.subject != b.claim.subject) or a.names_others(b):
        return None
    if not 1 / _LIKE_SIZE < a.stated / b.stated < _LIKE_SIZE:
        return None
    is_first = first < second if first and second else bool(first)
    return (a, b) if is_first else (b, a)


def _levels(near: Sequence[Passage], told: Figure) -> list[Figure]:
    """Return the values of sentences that say how much something is, those of the same number but once."""
    found: dict[tuple[object, str], Figure] = {}
    for passage in near:
        for figure in passage.figures:
            if figure.is_level and figure is not told:
                found.setdefault((figure.stated, figure.mention.kind), figure)
    return list(found.values())


def _only_pair(levels: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    return (levels[0], levels[1]) if len(levels) == 2 and levels[0].is_like(levels[1]) else None


def _is_plausible(told: Figure, makes: Interval) -> bool:
    """Return whether a value is of the order of what it should be."""
    return are_of_one_size(told.stated, makes.middle, _LIKE_SIZE)


def prove_gap(case: Case, gap: Gap, code: str, kind: FindingKind) -> Finding:
    """Return the finding of *code* that the two values do not make what is told beside them."""
    claims = (gap.told.claim, gap.first.claim, gap.second.claim)
    return prove(
        case,
        claims,
        (),
        code=code,
        kind=kind,
        severity="error",
        message=say(
            "{heading}: {calculation}, not {stated}",
            heading=case.label(gap.second.claim.attribute),
            calculation=gap.shown,
            stated=show_value(gap.told.amount),
        ),
        calculation=[gap.shown],
    )
