"""Numbers that belong together: ranges ('5 to 7'), ratios ('1 in 6'), sums ('5 ft 10 in'), lists with one unit."""

from __future__ import annotations

import re
from fractions import Fraction

from crosscheck.mentions.numbers.page import Page
from crosscheck.mentions.numbers.reading import Reading, stated
from crosscheck.values.interval import Exact

_DASH = re.compile("[ \u00a0]?[-‐‑–—][ \u00a0]?")
_MARKS = " -\u00a0‐‑–—"
_CLOSED = frozenset(("range", "age range", "ratio"))
_WINDOW = 20
_BEFORE = 6
_MAX_RATIO = 1000
_LAST_YEAR = 2100
_SMALLER = {
    ("foot", "inch"): 12, ("pound", "ounce"): 16, ("stone", "pound"): 14, ("yard", "foot"): 3,
    ("metre", "centimetre"): 100,
}  # fmt: skip
_MINOR = frozenset(("cent", "penny", "rappen", "pfennig", "sen"))


def combine(page: Page, readings: list[Reading]) -> list[Reading]:
    """Return *readings* with those joined that make one statement, in text order; tentative ones left alone go."""
    joined: list[Reading] = []
    for reading in readings:
        left = joined[-1] if joined else None
        if left is None or not 0 <= reading.start - left.end <= _WINDOW:
            joined.append(reading)
            continue
        gap = page.text[left.end : reading.start]
        if gap == ".." or "\n" in gap:
            joined.append(reading)
            continue
        right = _like_scale(page, left, reading)
        merged = _merge(page, left, right, gap)
        if merged is not None:
            joined[-1] = merged
            continue
        _share_unit(page, joined, right)
        joined.append(right)
    return [reading for reading in joined if not reading.tentative]


def _like_scale(page: Page, left: Reading, right: Reading) -> Reading:
    """Return *right* with its 'm' read as a million, as that of *left* was: '2.1m cars, up from 1.9m'."""
    printed, mark = right.numeral.printed, page.text[right.end - 1 : right.end]
    glued = right.end == right.numeral.end + 1 and mark in page.lexicon.measures.scale_marks
    if right.kind != "quantity" or printed is None or not glued or page.text[left.numeral.end - 1] != mark:
        return right
    if left.kind != "number" or not left.numeral.power:
        return right
    scaled = printed.scaled(left.numeral.power)
    low, high = scaled.bounds
    return right._replace(kind="number", low=low, high=high, unit="", precision=scaled.precision, rule="digits")


def _merge(page: Page, left: Reading, right: Reading, gap: str) -> Reading | None:
    """Return the two as one, None where each stands for itself."""
    if left.kind == "ordinal" or right.kind == "ordinal" or left.rule in _CLOSED:
        return None
    pack = page.lexicon.pack
    words = gap.strip(_MARKS).lower()
    if not words:
        if _DASH.fullmatch(gap):
            return _range(left, right)
        return _scaled_money(left, right) or _sum(page, left, right)
    if gap == " (" and _repeats(page, left, right):
        return left._replace(end=right.end + 1)
    if words in pack.ratio and not left.unit and not _is_yearlike(left):
        return _ratio(left, right)
    if words in pack.over and not left.unit and not right.unit and _ends_phrase(page, right.end):
        return _quotient(left, right)
    if words in pack.joiners:
        added = _sum(page, left, right)
        if added:
            return added
    if words in pack.alternatives and not left.unit and page.text[left.start - 2 : left.start] != ", ":
        return _range(left, right) if right.unit and _is_next(left, right) else None
    if not _is_range(page, left, right, words):
        return None
    merged = _range(left, right)
    counted = right.rule == "count" and words in pack.ranges
    if (
        merged
        and _is_yearlike(left)
        and not counted
        and right.rule in ("count", "digits")
        and 1000 <= right.numeral.low <= _LAST_YEAR
    ):
        return merged._replace(tentative=True)
    return merged


def _is_yearlike(reading: Reading) -> bool:
    """Return whether the number is four plain digits that were taken for a year."""
    return reading.tentative and reading.numeral.form == "digits"


def _is_range(page: Page, left: Reading, right: Reading, words: str) -> bool:
    """Return whether the words between make a range of the two numbers, and no change from one to the other."""
    pack = page.lexicon.pack
    if words not in pack.ranges and words not in pack.between.values():
        return False
    before = page.words_before(left.before.start, _BEFORE)
    opener = before[-1] if before else ""
    if left.hedge is not None and len(before) > 1:
        opener = before[-2] if opener not in pack.between else opener
    if opener in pack.between:
        closers = (pack.between[opener], *pack.ranges)
        return words in closers and not any(word in page.lexicon.change for word in before[:-1])
    if words not in pack.ranges:
        return False
    changes = any(word in page.lexicon.change for word in before[-3:])
    return not changes or (opener in pack.by and _are_near(left, right))


def _are_near(left: Reading, right: Reading) -> bool:
    """Return whether 'rose by X to Y' can mean a range: else it rose by the first number, to the second."""
    first, last = stated(left), stated(right)
    return first is not None and last is not None and last <= 3 * first and right.kind != "money"


def _range(left: Reading, right: Reading) -> Reading | None:
    """Return the range from *left* to *right*, None where their units differ or the ends fall."""
    opens = left.rule == "age" or (left.kind == "money" and left.end == left.numeral.end)  # '$30-40 million'
    same = left.unit == right.unit or (left.kind == "money" and left.before.currency == right.before.currency != "")
    if left.unit and not same and not (opens and right.kind == "number" and right.rule != "count"):
        return None
    first, last = stated(left), stated(right)
    if first is None or last is None:
        return None
    printed = left.numeral.printed
    if right.numeral.scaled and not left.numeral.scaled and printed is not None and first > 0:
        first = printed.scaled(right.numeral.power).value
    if first >= last and not (first < 0 and last < first):
        return None
    low, high = (first, last) if first < last else (last, first)
    kind, unit = (left.kind, left.unit) if left.unit and not right.unit else (right.kind, right.unit)
    rule = "age range" if "age" in (left.rule, right.rule) else "range"
    return right._replace(
        start=left.start, low=low, high=high, kind=kind, unit=unit, precision=None,
        hedge=left.hedge, rule=rule, before=left.before, tentative=left.tentative and right.tentative,
    )  # fmt: skip


def _is_next(left: Reading, right: Reading) -> bool:
    """Return whether two small numbers follow each other, so that 'or' is a guess between them."""
    first, last = stated(left), stated(right)
    if first is None or last is None:
        return False
    return 0 < Fraction(last) - Fraction(first) <= max(Fraction(1), Fraction(first))


def _ratio(left: Reading, right: Reading) -> Reading | None:
    """Return '1 in 6' as a fraction, None where the numbers do not make one."""
    part, whole = left.low, right.low
    if part is None or whole is None or part != left.high or whole != right.high or right.kind != "number":
        return None
    if part % 1 or whole % 1 or not 0 < part < whole or (whole > _MAX_RATIO and part != 1):
        return None
    share = Fraction(int(part), int(whole))
    return left._replace(
        end=right.end, low=share, high=share, unit=right.unit, precision=None, rule="ratio", tentative=False
    )


def _quotient(left: Reading, right: Reading) -> Reading | None:
    """Return 'one over twenty' as a fraction."""
    part, whole = stated(left), stated(right)
    if part is None or not whole or part % 1 or whole % 1:
        return None
    share = Fraction(int(part), int(whole))
    return left._replace(end=right.end, low=share, high=share, precision=None, rule="ratio", tentative=False)


def _ends_phrase(page: Page, at: int) -> bool:
    return not page.text[at : at + 2].strip(" .,;:!?)\n")


def _repeats(page: Page, left: Reading, right: Reading) -> bool:
    """Return whether *right* only says *left* again in brackets: 'thirty (30)'."""
    if left.low != right.low or left.high != right.high or page.text[right.end : right.end + 1] != ")":
        return False
    return {left.numeral.form, right.numeral.form} == {"digits", "words"}


def _scaled_money(left: Reading, right: Reading) -> Reading | None:
    """Return '75 USD million' as one amount, None where no scale word follows the currency."""
    if left.kind != "money" or right.rule != "scale" or left.low is None or left.high is None:
        return None
    scale = stated(right)
    if scale is None or left.numeral.printed is None:
        return None
    low, high = left.numeral.printed.scaled(len(str(scale)) - 1).bounds
    return left._replace(end=right.end, low=low, high=high, precision=None)


def _sum(page: Page, left: Reading, right: Reading) -> Reading | None:
    """Return '5 ft 10 in' or '13 dollars and 45 cents' as one amount, None where the two do not add up."""
    parts = _SMALLER.get((left.unit, right.unit))
    if parts is None and left.kind == "money" and left.numeral.end < left.end and not left.numeral.scaled:
        is_minor = right.unit in _MINOR or (
            right.kind == "number" and not right.unit and not right.hedge and _ends_phrase(page, right.end)
        )
        parts = 100 if is_minor else None
    whole, part = stated(left), stated(right)
    if parts is None or whole is None or part is None or whole % 1 or part % 1 or not 0 <= part < parts:
        return None
    value = Fraction(whole) + Fraction(part) / parts
    exact: Exact = value.numerator if value.denominator == 1 else value
    return left._replace(end=right.end, low=exact, high=exact, precision=Fraction(1, parts), rule="sum")


def _share_unit(page: Page, joined: list[Reading], right: Reading) -> None:
    """Give the numbers of a list the unit that stands after its last ('3, 4 and 5 per cent')."""
    if right.kind not in ("percent", "quantity") and not (right.unit and right.kind == "number"):
        return
    pack = page.lexicon.pack
    start, is_last = right.start, True
    for at in range(len(joined) - 1, -1, -1):
        left = joined[at]
        if left.kind != "number" or left.unit or left.rule in ("ratio", "fraction", "scale"):
            return
        gap = page.text[left.end : start]
        words = gap.strip(" ,-").lower()
        links = words in pack.joiners or words in pack.alternatives or words in pack.ranges or words in pack.pairs
        if not links and (words or "," not in gap or is_last):
            return
        if left.tentative and left.numeral.form == "digits":
            return
        joined[at] = left._replace(kind=right.kind, unit=right.unit, tentative=False)
        start, is_last = left.start, False
