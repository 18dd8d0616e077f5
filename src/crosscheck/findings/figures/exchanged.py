"""One number in two measures that are easily taken for each other: per cent and percentage points, two currencies."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

import msgspec

from crosscheck.findings.accounts.passages import Figure
from crosscheck.findings.proof import prove
from crosscheck.findings.rule import Case
from crosscheck.findings.telling.diagnosis import word_unit_slip
from crosscheck.findings.telling.notation import show_value
from crosscheck.messages import NOTHING, join, say
from crosscheck.records import CHANGE, Finding
from crosscheck.values.decimals import significant_digits

_POINTS = "percentage point"
_SHARES = frozenset({"percent", _POINTS})
_CURRENCY = 3
"""How many letters the code of a currency has."""
_LEAST, _TELLING = 2, 3
"""From how many digits on a number with words in common tells, and one without."""
_MOST = 12
"""A number that more figures state is one of many things."""


class Exchange(msgspec.Struct, frozen=True):
    """Two figures that state one number in two measures."""

    left: Figure
    right: Figure


def find_exchanges(case: Case) -> Iterator[Exchange]:
    """Yield the figures of two documents of a story that state one number in two measures, neither document in both.

    Of changes per cent and percentage points, else money in two currencies. Numbers of one digit tell nothing, and
    those of two only where their sentences have a word in common.
    """
    held: dict[tuple[Fraction, str], list[Figure]] = {}
    for passages in case.passages.values():
        for figure in (f for passage in passages for f in passage.figures):
            if (measure := _measure(figure)) and len(significant_digits(figure.stated)) >= _LEAST:
                held.setdefault((figure.stated, measure), []).append(figure)
    for figures in held.values():
        if len({f.mention.unit for f in figures}) < _LEAST or len(figures) > _MOST:
            continue
        units: dict[str, set[str]] = {}
        for figure in figures:
            units.setdefault(figure.claim.document, set()).add(figure.mention.unit)
        lone = [f for f in figures if len(units[f.claim.document]) == 1]
        pairs = ((a, b) for a, b in combinations(lone, 2) if a.mention.unit != b.mention.unit)
        found = (Exchange(a, b) for a, b in pairs if (a.claim.document, b.claim.document) in case.together)
        yield from [each for each in found if _is_telling(each)][:1]


def _measure(figure: Figure) -> str:
    """Return what may be exchanged: a change of shares, money; '' for anything else."""
    if not figure.amount.interval.is_bounded or figure.claim.modality != "asserted":
        return ""
    if figure.mention.unit in _SHARES:
        return "share" if figure.claim.scope.part == CHANGE or figure.mention.unit == _POINTS else ""
    unit = figure.mention.unit
    return "money" if figure.mention.kind == "money" and len(unit) == _CURRENCY and unit.isupper() else ""


def _is_telling(exchange: Exchange) -> bool:
    a, b = exchange.left.claim, exchange.right.claim
    if a.context is None or b.context is None or (a.concept and b.concept and a.concept != b.concept):
        return False
    if len(significant_digits(exchange.left.stated)) >= _TELLING:
        return True
    names = a.context.names.keys() | b.context.names.keys()
    return bool((a.context.near.keys() & b.context.near.keys()) - names)


def prove_exchange(case: Case, exchange: Exchange, code: str) -> Finding:
    """Return the finding of *code* that one of the two measures is wrong."""
    left, right = exchange.left, exchange.right
    heading = case.label(left.claim.concept) if left.claim.concept else say("the same number")
    shown = say("{one} against {other}", one=show_value(left.amount), other=show_value(right.amount))
    return prove(
        case,
        (left.claim, right.claim),
        (),
        code=code,
        kind="unit",
        severity="warning",
        message=join((heading, shown), ": "),
        calculation=[say("the number is the same, the unit is not")],
        suggestion=word_unit_slip(right.claim, left.claim) or NOTHING,
    )
