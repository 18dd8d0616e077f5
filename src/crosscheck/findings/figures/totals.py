"""What values make together where a text says so: lists of parts, and sums."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

import msgspec

from crosscheck.findings.accounts.passages import Figure, Passage, are_of_one_size, window
from crosscheck.findings.proof import prove
from crosscheck.findings.rule import Case
from crosscheck.findings.telling.notation import show_number, show_value
from crosscheck.languages import load_language
from crosscheck.messages import Phrase, join, say
from crosscheck.records import MEMBERS, Amount, Claim, Document, Finding, FindingKind
from crosscheck.values.interval import Interval

_LEAST_PARTS = 2
_COUNTS = 3
"""How many parts a list of counts has at least: two may be of some that are both."""
_BESIDE = 40
"""How many characters may lie between the last part and what all make together."""
_LIKE_SIZE = 2
"""How many times what it comes to a sum may be stated: beyond, it is one of something else."""
_ENDS = frozenset(".,;:!?)–—")


class Sum(msgspec.Struct, frozen=True):
    """Claims of which the last one's value should be what the others make, and what they make; ``shown`` says how."""

    claims: tuple[Claim, ...]
    shown: Phrase
    value: Amount


def find_lists(passages: Sequence[Passage]) -> Iterator[Sum]:
    """Yield each whole that parts listed behind it as its own ('of which 21 for roads, 9 for homes') exceed."""
    for index, passage in enumerate(passages):
        for place, first in enumerate(passage.figures):
            if first.claim.scope.part != MEMBERS:
                continue
            whole = _whole(first, place, passages, index)
            if whole is None:
                continue
            parts = _parts(whole, passage.figures[place:])
            least = _LEAST_PARTS if whole.mention.kind != "number" else _COUNTS
            if len(parts) >= least and exceed(parts, whole):
                yield add_up(parts, whole)
            break


def exceed(parts: Sequence[Figure], whole: Figure) -> bool:
    """Return whether *parts* make more than *whole* in any case."""
    least = together(parts).low
    return whole.interval.high is not None and least is not None and least > whole.interval.high


def together(parts: Sequence[Figure]) -> Interval:
    """Return what *parts* may make."""
    return sum((part.interval for part in parts), Interval.point(0))


def add_up(parts: Sequence[Figure], whole: Figure) -> Sum:
    """Return that *parts* should make *whole*, and what they make."""
    shown = join((part.mention.surface for part in parts), " + ")
    total = sum((part.stated for part in parts), Fraction(0))
    return Sum((*(part.claim for part in parts), whole.claim), join((shown, show_number(total)), " = "), whole.amount)


def _whole(first: Figure, place: int, passages: Sequence[Passage], index: int) -> Figure | None:
    """Return the value right before the first part, in its sentence or the one before."""
    own = passages[index].figures[:place]
    before = own or (window(passages, index, 1)[0].figures if index else ())
    if not before or before[-1].claim.sentence.start > first.claim.sentence.start:
        return None
    whole = before[-1]
    return whole if whole.is_level and whole.is_like(first) and whole.stated > first.stated else None


def _parts(whole: Figure, figures: Sequence[Figure]) -> Sequence[Figure]:
    """Return the values of a list: alike, of the time of the first, each less than the whole; none after another."""
    parts: list[Figure] = []
    for figure in figures:
        fits = figure.is_like(whole) and figure.amount.interval.is_bounded and 0 < figure.stated < whole.stated
        if not fits or figure.claim.scope.time != figures[0].claim.scope.time:
            break
        parts.append(figure)
    return parts


def find_sums(passages: Sequence[Passage], document: Document) -> Iterator[Sum]:
    """Yield each value that the words call what the ones before it in the sentence make together, and that is not it.

    'Twelve million, 31 million and now 85 million, 138 million in all'. What stands first in its sentence is what those
    of the one before make: 'Zusammen sind das 138 Millionen'. Of counts only where the sentence counts none by an
    article, and only what ends its clause: '30 in all this year' may be of more.
    """
    for index, passage in enumerate(passages):
        for place, total in enumerate(passage.figures):
            sums_up = not place and _sums_up(total, document)
            before = window(passages, index, 1)[0].figures if sums_up else passage.figures[:place]
            parts = [f for f in before if f.is_like(total) and 0 < f.stated < total.stated]
            is_told = sums_up or total.told == "total"
            if not is_told or len(parts) < _LEAST_PARTS or any(part.told == "each" for part in parts):
                continue
            if not _closes(total, parts, document):
                continue
            makes = together(parts)
            is_like = are_of_one_size(total.stated, makes.middle, _LIKE_SIZE)
            if is_like and makes.meet(total.interval).is_empty and not _some_fit(parts, total):
                yield add_up(parts, total)


def _sums_up(total: Figure, document: Document) -> bool:
    """Return whether its sentence begins with words that sum up what the one before tells: 'Together that is 20'."""
    led = document.text[total.claim.sentence.start : total.claim.quote.start]
    return " ".join(led.lower().split()) in load_language(document.language).relations.summing


def _closes(total: Figure, parts: Sequence[Figure], document: Document) -> bool:
    """Return whether *total* stands right behind the last part, at the end of its clause."""
    last, text = parts[-1].claim.quote.end, document.text
    quote = total.claim.quote
    if quote.start - last > _BESIDE:
        return False
    if total.mention.kind == "number" and not total.is_large:
        nouns = {f.claim.context.counted for f in parts if f.claim.context is not None}
        own = total.claim.counted
        single = load_language(document.language).numbers.articles  # they count one without a number
        told = text[parts[0].claim.sentence.start : last].lower().split()
        if (own and own not in nouns) or not single.isdisjoint(told):
            return False
    behind = text[quote.end : total.claim.sentence.end].split()
    return len(behind) <= _LEAST_PARTS or any(word[-1] in _ENDS for word in behind[: _LEAST_PARTS + 1])


def _some_fit(parts: Sequence[Figure], total: Figure) -> bool:
    """Return whether some of the parts make the total."""
    return any(
        not together(some).meet(total.interval).is_empty
        for size in range(_LEAST_PARTS, len(parts))
        for some in combinations(parts, size)
    )


def prove_sum(case: Case, each: Sum, code: str, kind: FindingKind) -> Finding:
    """Return the finding of *code* that a value is not what the others make."""
    return prove(
        case,
        each.claims,
        (),
        code=code,
        kind=kind,
        severity="error",
        message=say(
            "{heading}: {calculation}, not {stated}",
            heading=case.label(each.claims[-1].attribute),
            calculation=each.shown,
            stated=show_value(each.value),
        ),
        calculation=[each.shown],
    )
