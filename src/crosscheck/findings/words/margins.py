"""How far one of two sides is ahead, told in one report, and what each of them has, told in another.

'18,442 votes, with Pratt on 15,117' and 'lost his seat by 2,325 votes'; '1:42.18 before Zürcher (1:42.61)' and
'beat her by 34 hundredths'; 'spends 84 million and takes 79 million' and 'a hole of 6 million'.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, pairwise

import msgspec

from crosscheck.findings.accounts.dated import are_news_together
from crosscheck.findings.accounts.passages import Figure, Passage, are_of_one_size
from crosscheck.findings.proof import prove
from crosscheck.findings.rule import Case
from crosscheck.findings.telling.notation import show_interval, show_value, with_unit
from crosscheck.findings.words.contests import find_contests
from crosscheck.languages import load_language
from crosscheck.messages import say
from crosscheck.records import CHANGE, Amount, Claim, Finding, FindingKind, is_unnamed
from crosscheck.values.interval import Interval
from crosscheck.values.measures import convert, converts

_VOTES, _TIME, _BALANCE = "votes", "time", "balance"
_SECOND = "second"
_RESULT = "clock duration"
"""The rule that reads a result to the second."""
_TOLD = frozenset({"margin", "difference"})
_LIKE_SIZE = 8
"""How many times what it comes to a margin may be told: beyond, it is one of something else."""
_LIKE_TIMES = Fraction(5, 4)
"""How many times the one of two results may be the other."""
_LIKE_SUMS = 2
_ROUGHLY = Fraction(1, 5)
"""How far off a fraction of a unit may be that is told in words: 'half a second'."""
_NEXT = 3
"""How many characters stand at most between one sentence and the next."""
_BEFORE, _BEHIND = 300, 100
"""How far before and behind its sentence a margin's bearers may be named."""
_BESIDE = 40
"""How far from an amount the word may stand that calls it taken or spent."""
_LONGEST = 50
"""Of how many pairs a name still tells which may be meant."""


class Pair(msgspec.Struct, frozen=True):
    """Two values of two sides told side by side: what they measure, the names beside them, and how far they differ."""

    measure: str
    claims: tuple[Claim, Claim]
    names: frozenset[str]
    gap: Interval


class Margin(msgspec.Struct, frozen=True):
    """By how much one side is said to be ahead, and what may be meant by it."""

    measure: str
    claim: Claim
    meant: Interval


class Astray(msgspec.Struct, frozen=True):
    """A margin with the pair of another report that it must be of and is not."""

    margin: Margin
    pair: Pair


def find_astray(case: Case) -> Iterator[Astray]:
    """Yield each margin that no pair of any report leaves which names its bearers, with the first of these pairs.

    Margin and pair stand in different documents, or those of votes in one sentence. Work grows with the margins and the
    pairs that share a name.
    """
    margins = [margin for passages in case.passages.values() for margin in _margins(case, passages)]
    wanted = {margin.measure for margin in margins}
    held = _by_name(_pairs(case, wanted)) if wanted else {}
    for margin in margins if held else ():
        if margin.claim.id in case.disputed:
            continue
        near = [pair for pair in _meant(case, margin, held) if _are_of_one_story(case, margin, pair)]
        if any(not pair.gap.meet(margin.meant).is_empty for pair in near):
            continue
        others = [pair for pair in near if _is_of_another_report(margin, pair)]
        if others and _is_only_one(margin, near) and _is_plausible(margin, others[0]):
            yield Astray(margin, others[0])


def _is_of_another_report(margin: Margin, pair: Pair) -> bool:
    """Return whether another document tells a pair; or the sentence of a margin of votes does, which sums it up."""
    one, other = margin.claim, pair.claims[0]
    summed_up = margin.measure == _VOTES and one.sentence == other.sentence and one not in pair.claims
    return one.document != other.document or summed_up


def _is_only_one(margin: Margin, near: Sequence[Pair]) -> bool:
    """Return whether each report tells but one pair that may be meant; a race has many results, and one is meant."""
    gaps = {(pair.gap, pair.claims[0].document) for pair in near}
    return margin.measure == _TIME or len(gaps) == len({document for _, document in gaps})


def _are_of_one_story(case: Case, margin: Margin, pair: Pair) -> bool:
    """Return whether margin and pair are of one contest: their reports have much in common, or name one in full."""
    own, other = margin.claim.document, pair.claims[0].document
    if own == other or not are_news_together(margin.claim, pair.claims[0], case.documents):
        return own == other
    told = _told_around(case, margin)
    return (own, other) in case.together or any(" " in name and name in told for name in pair.names)


def _margins(case: Case, passages: Sequence[Passage]) -> Iterator[Margin]:
    for figure in (figure for passage in passages for figure in passage.figures):
        claim, mention = figure.claim, figure.mention
        told = figure.told in _TOLD or any(claim.concept == ballot.lead for ballot in case.domains.ballots)
        if not told or claim.scope.part == CHANGE or not figure.amount.interval.is_bounded:
            continue
        if mention.kind == "money" and not claim.scope.place:
            yield Margin(_BALANCE, claim, figure.interval)
        elif mention.kind == "number" and _counts_votes(case, claim):
            yield Margin(_VOTES, claim, figure.interval)
        elif mention.kind in {"duration", "quantity"} and _is_time(figure.amount.unit):
            meant = _seconds(figure)
            room = (meant.high or Fraction(0)) * _ROUGHLY if figure.amount.precision is None else Fraction(0)
            yield Margin(_TIME, claim, meant + Interval(-room, room))


def _counts_votes(case: Case, claim: Claim) -> bool:
    return any(claim.concept == ballot.lead or claim.counted == ballot.counted for ballot in case.domains.ballots)


def _meant(case: Case, margin: Margin, held: Mapping[str, Sequence[Pair]]) -> list[Pair]:
    """Return the pairs of the measure of a margin of which a name stands in its sentence or not far before."""
    words = {word.strip(_MARKS) for word in _told_around(case, margin).split()} | {""}
    found = {id(pair): pair for word in sorted(words) for pair in held.get(word, ()) if pair.measure == margin.measure}
    return list(found.values())


def _told_around(case: Case, margin: Margin) -> str:
    """Return the text that may name the bearers of a margin; of a balance, all from the beginning."""
    sentence = margin.claim.sentence
    start = 0 if margin.measure == _BALANCE else max(0, sentence.start - _BEFORE)
    return case.documents[margin.claim.document].text[start : sentence.end + _BEHIND]


_MARKS = ".,;:!?()[]\"'„“”‚‘’»«–—"


def _by_name(pairs: Iterable[Pair]) -> dict[str, list[Pair]]:
    """Return *pairs* by the last word of each name that stands with them, none of very many.

    Balances stand under '', too: what is taken and spent is told without the name of whose it is.
    """
    held: dict[str, list[Pair]] = {}
    for pair in pairs:
        words = {name.rsplit(maxsplit=1)[-1] for name in pair.names}
        for word in sorted(words | {""} if pair.measure == _BALANCE else words):
            held.setdefault(word, []).append(pair)
    return {word: several for word, several in held.items() if len(several) <= _LONGEST}


def _pairs(case: Case, wanted: set[str]) -> Iterator[Pair]:
    if _VOTES in wanted:
        for contest in find_contests(case):
            if contest.is_counted:
                yield Pair(_VOTES, contest.claims, contest.names, contest.gap)
    for passages in case.passages.values() if wanted & {_TIME, _BALANCE} else ():
        if _TIME in wanted:
            yield from _results(passages)
        if _BALANCE in wanted:
            yield from _balances(case, passages)


def _results(passages: Sequence[Passage]) -> Iterator[Pair]:
    """Yield the pairs of results to the second that a document tells in one sentence or in two that follow each other.

    The faster stands first, as reports tell them.
    """
    times = [f for passage in passages for f in passage.figures if f.mention.rule == _RESULT]
    order = {passage.start: number for number, passage in enumerate(passages)}
    for a, b in combinations(times[:_LONGEST], 2):
        if order[b.claim.sentence.start] - order[a.claim.sentence.start] > 1:
            continue
        first, second = _seconds(a), _seconds(b)
        if first.low and second.low and first.low < second.low < first.low * _LIKE_TIMES:
            yield Pair(_TIME, (a.claim, b.claim), _names(a.claim, b.claim), second - first)


def _is_time(unit: str) -> bool:
    return unit == _SECOND or converts(unit, _SECOND)


def _seconds(figure: Figure) -> Interval:
    """Return the length of time that *figure* tells, in seconds."""
    unit = figure.amount.unit
    return figure.interval if unit == _SECOND else convert(figure.interval, unit, _SECOND)


def _names(*claims: Claim) -> frozenset[str]:
    beside = (name for claim in claims if claim.context is not None for name in claim.context.names.values())
    named = frozenset((*beside, *(claim.subject for claim in claims)))
    return frozenset(n for n in named - {claim.scope.place for claim in claims} if n and not is_unnamed(n))


def _balances(case: Case, passages: Sequence[Passage]) -> Iterator[Pair]:
    """Yield each amount that is taken with one that is spent, told next to each other, of one time and currency."""
    money = [f for passage in passages for f in passage.figures if f.mention.kind == "money" and f.is_level]
    names = frozenset[str]().union(*(_names(f.claim) for passage in passages for f in passage.figures))
    for a, b in pairwise(money):
        text = case.documents[a.claim.document].text[a.claim.sentence.end : b.claim.sentence.start]
        if (len(text) > _NEXT and a.claim.sentence != b.claim.sentence) or not a.is_like(b):
            continue
        sides = {_side(case, a), _side(case, b)}
        low, high = sorted((a, b), key=lambda figure: figure.stated)
        if sides == {"in", "out"} and high.stated < low.stated * _LIKE_SUMS:
            yield Pair(_BALANCE, (a.claim, b.claim), names, high.interval - low.interval)


def _side(case: Case, figure: Figure) -> str:
    """Return whether the nearest word calls an amount taken, 'in', or spent, 'out'; '' where none does.

    Of two words as near the one before it does.
    """
    document = case.documents[figure.claim.document]
    relations = load_language(document.language).relations
    sentence, quote = figure.claim.sentence, figure.mention.span
    before = document.text[max(sentence.start, quote.start - _BESIDE) : quote.start].lower().split()
    behind = document.text[quote.end : min(sentence.end, quote.end + _BESIDE)].lower().split()
    near = [(2 * n + late, w.strip(_MARKS)) for late, ws in enumerate((before[::-1], behind)) for n, w in enumerate(ws)]
    sides = [
        (n, side)
        for n, word in near
        for side, words in (("in", relations.incomes), ("out", relations.outgoings))
        if word in words
    ]
    return min(sides)[1] if sides else ""


def _is_plausible(margin: Margin, pair: Pair) -> bool:
    return are_of_one_size(margin.meant.middle, pair.gap.middle, _LIKE_SIZE)


def prove_margin(case: Case, found: Astray, code: str, kind: FindingKind) -> Finding:
    """Return the finding of *code* that two values do not leave the margin told elsewhere."""
    claim, pair = found.margin.claim, found.pair
    unit = claim.value.unit if isinstance(claim.value, Amount) else ""
    is_time = found.margin.measure == _TIME and unit != _SECOND
    gap = convert(pair.gap, _SECOND, unit) if is_time else pair.gap
    larger, smaller = sorted(pair.claims, key=_stated, reverse=True)
    shown = say(
        "{larger} - {smaller} = {difference}",
        larger=show_value(larger.value),
        smaller=show_value(smaller.value),
        difference=with_unit(show_interval(gap), unit),
    )
    return prove(
        case,
        (claim, *pair.claims),
        (),
        code=code,
        kind=kind,
        severity="warning",
        message=say(
            "{heading}: {calculation}, not {stated}",
            heading=say("margin"),
            calculation=shown,
            stated=show_value(claim.value),
        ),
        calculation=[shown],
    )


def _stated(claim: Claim) -> Fraction:
    return (isinstance(claim.value, Amount) and claim.value.stated) or Fraction(0)
