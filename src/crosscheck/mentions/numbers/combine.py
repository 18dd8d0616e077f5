"""Numbers that belong together: ranges ('5 to 7'), ratios ('1 in 6'), sums ('5 ft 10 in'), lists with one unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from msgspec.structs import replace

from crosscheck.mentions.numbers.composed import (
    added,
    added_to_one,
    continued,
    plus_half,
    quotient,
    ratio,
    ratio_of_noun,
    repeats,
    scaled_money,
    with_tolerance,
)
from crosscheck.mentions.numbers.nouns import find_noun
from crosscheck.mentions.numbers.page import Page
from crosscheck.mentions.numbers.reading import Reading, stated
from crosscheck.mentions.numbers.scores import is_score, of_score

_DASH = re.compile("[ \u00a0]?[-‐‑–—][ \u00a0]?")
_MARKS = " -\u00a0‐‑–—"
_CLOSED = frozenset(("range", "age range", "ratio"))
_MEASURED = frozenset(("quantity", "percent", "money"))
_STOPS = " .,;:!?)\n"
_WINDOW = 20
_FILLERS, _OPENED = 2, 3
_BEFORE = 6
_LAST_YEAR = 2100
_POINT = "point"
_MILLION = 6
"""The power of ten of the least scale that may be money without saying so."""
_LARGEST_BARE = 1000
_NEAR = Fraction(1, 10)


def combine(page: Page, readings: list[Reading]) -> list[Reading]:
    """Return *readings* with those joined that make one statement, in text order; tentative ones left alone go."""
    joined: list[Reading] = []
    for alone in readings:
        left = joined[-1] if joined else None
        reading = added_to_one(page, alone, left.end if left else 0)
        if left is None or not 0 <= reading.start - left.end <= _WINDOW:
            joined.append(reading)
            continue
        gap = page.text[left.end : reading.start]
        if gap == ".." or "\n" in gap:
            joined.append(reading)
            continue
        right = _like_scale(page, left, of_score(page, left, reading, gap))
        merged = _merge(page, left, right, gap)
        if merged is not None:
            joined[-1] = merged
            continue
        joined[-1] = _count_over(page, _share_scale(page, left, right, gap), right, gap)
        _share_unit(page, joined, right)
        joined.append(_carry_unit(page, left, right, gap))
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
    return replace(right, kind="number", low=low, high=high, unit="", precision=scaled.precision, rule="digits")


def _share_scale(page: Page, left: Reading, right: Reading, gap: str) -> Reading:
    """Return *left* with the scale of *right* where it has none: 'from $89 to $83 billion', 'von 2,1 auf 2,4 Mio.'."""
    printed = left.numeral.printed
    if not right.numeral.scaled or left.numeral.scaled or printed is None or printed.digits >= _LARGEST_BARE:
        return left
    alike = left.kind == right.kind == "money" and left.unit == right.unit
    if not alike and not _goes_on_with(page, left, right):
        return left
    scaled, other = printed.scaled(right.numeral.power), stated(right)
    words, pack = gap.strip().lower(), page.lexicon.pack
    if not other or (words not in pack.ranges and (alike or words not in pack.pairs)):
        return left
    if not _NEAR < abs(Fraction(scaled.value) / Fraction(other)) < 1 / _NEAR:
        return left  # 'from $900 to $1.2 million'
    low, high = scaled.bounds
    return replace(left, low=low, high=high, precision=scaled.precision)


def _goes_on_with(page: Page, left: Reading, right: Reading) -> bool:
    """Return whether *left* is a bare number behind 'from', whose unit and scale stand behind *right* alone."""
    bare = left.kind == "number" and not left.unit and left.rule == "digits" and not right.before.currency
    return bare and bool({*page.words_before(left.start, 1)} & {*page.lexicon.pack.between})


def _count_over(page: Page, left: Reading, right: Reading, gap: str) -> Reading:
    """Return *left* with the noun behind the measure that only describes it: 'eight million 250ml bottles'."""
    if gap != " " or left.kind != "number" or left.unit or right.kind != "quantity":
        return left
    noun = find_noun(page, right.end, one=False)
    return replace(left, unit=noun.lemma, rule="count") if noun else left


def _carry_unit(page: Page, left: Reading, right: Reading, gap: str) -> Reading:
    """Return *right* with the unit of *left* where it only goes on: 'rose 64 points to 4,577', 'from 18 mpg to 24'.

    Millions are of the currency before where that is what they became: '412 million euros from 355 million'.
    """
    pack = page.lexicon.pack
    if left.kind not in _MEASURED or right.kind != "number" or right.unit or right.tentative or right.rule != "digits":
        return right
    words = gap.strip().lower()
    if left.kind == "money" and right.numeral.power >= _MILLION and words.lstrip(", ") in pack.bases:
        return replace(right, kind="money", unit=left.unit)
    opens = page.words_before(left.start, 1)[-1:] if words in pack.ranges or words in pack.pairs else []
    if left.kind != "quantity" and (right.numeral.scaled or page.text[right.end : right.end + 2].strip(_STOPS)):
        return right  # 'from 20 percent to 98 of them'
    goes_on = left.unit == _POINT and (words in pack.ranges or words in pack.pairs)
    if not goes_on and not (opens and opens[0] in pack.between):
        return right
    return replace(right, kind=left.kind, unit=left.unit)


def _merge(page: Page, left: Reading, right: Reading, gap: str) -> Reading | None:
    """Return the two as one, None where each stands for itself."""
    if left.kind == "ordinal" or right.kind == "ordinal" or left.rule in _CLOSED:
        return None
    pack = page.lexicon.pack
    words = gap.strip(_MARKS).lower()
    if not words and _DASH.fullmatch(gap):
        return None if is_score(page, left, right) else _range(left, right)
    composed = _compose(page, left, right, gap)
    if composed is not None:
        return composed
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
        return replace(merged, tentative=True)
    return merged


def _compose(page: Page, left: Reading, right: Reading, gap: str) -> Reading | None:
    """Return the one value that the two make together, None where they make none."""
    pack = page.lexicon.pack
    if gap.strip().lower() in pack.tolerance:
        return with_tolerance(left, right)
    if gap == ", " and left.numeral.form == right.numeral.form == "words":
        return continued(left, right)
    if gap == " (" and repeats(page, left, right):
        return replace(left, end=right.end + 1)
    words = gap.strip(_MARKS).lower()
    if not words:
        return scaled_money(left, right) or added(page, left, right)
    if words in pack.ratio and not left.unit and not _is_yearlike(left):
        return ratio(left, right)
    if words in pack.over and not left.unit and not right.unit:
        return quotient(page, left, right)
    if words not in pack.joiners:
        return ratio_of_noun(page, left, right, words)
    return plus_half(page, left, right) or added(page, left, right)


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
    if left.hedge is not None:
        near = [at for at in range(1, len(before)) if before[-at] in pack.between]
        before = before[: len(before) - near[0] + 1] if near else before
        opener = before[-1]
    if opener in pack.between:
        closers = (pack.between[opener], *pack.ranges)
        return words in closers and not _tells_change(before[:-1], page)
    grouped = not page.text[right.start : right.numeral.end].isdigit()
    if words not in pack.ranges or (grouped and _is_yearlike(left)):
        return False  # 'from 21,000 in 2029 to 38,000'
    return not _tells_change(before[-3:], page) or (opener in pack.by and _are_near(left, right))


def _tells_change(words: Sequence[str], page: Page) -> bool:
    """Return whether one of *words* says that something changed, a comma behind it or not: 'doubled, from 12 to 24'."""
    return any(word.rstrip(",") in page.lexicon.pack.change for word in words)


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
    return replace(right, start=left.start, low=low, high=high, kind=kind, unit=unit, precision=None,
        hedge=left.hedge, rule=rule, before=left.before, tentative=left.tentative and right.tentative,
    )  # fmt: skip


def _is_next(left: Reading, right: Reading) -> bool:
    """Return whether two small numbers follow each other, so that 'or' is a guess between them."""
    first, last = stated(left), stated(right)
    if first is None or last is None:
        return False
    return 0 < Fraction(last) - Fraction(first) <= max(Fraction(1), Fraction(first))


def _link_of_change(page: Page, left: Reading, gap: str) -> str:
    """Return the 'to' of 'from 400 to about 460 euros', which words without a number of their own may follow."""
    first, *rest = gap.lower().split() or [""]
    pack = page.lexicon.pack
    if not 0 < len(rest) <= _FILLERS or (first not in pack.ranges and first not in pack.pairs):
        return ""
    if any(word in page.lexicon.pack.determiners or word in page.lexicon.pack.articles for word in rest):
        return ""
    opened = any(word in pack.between for word in page.words_before(left.start, _OPENED))
    return first if opened and gap.replace(" ", "").isalpha() else ""


def _goes_on(page: Page, joined: Sequence[Reading], at: int) -> bool:
    """Return whether the number at *at* stands in a list behind another: '3, 4, or 5 per cent'."""
    return at > 0 and page.text[joined[at - 1].end : joined[at].start].strip() == ","


def _share_unit(page: Page, joined: list[Reading], right: Reading) -> None:
    """Give the numbers of a list the unit that stands after its last ('3, 4 and 5 per cent')."""
    if right.kind == "ordinal" or not right.unit or right.before.currency:
        return
    pack = page.lexicon.pack
    start, is_last = right.start, True
    for at in range(len(joined) - 1, -1, -1):
        left = joined[at]
        if left.kind != "number" or left.unit or left.rule in ("ratio", "fraction", "scale"):
            return
        gap = page.text[left.end : start]
        words = _link_of_change(page, left, gap) or gap.strip(" ,-").lower()
        links = words in pack.joiners or words in pack.alternatives or words in pack.ranges or words in pack.pairs
        if not links and (words or "," not in gap or is_last):
            return
        if is_last and words in pack.alternatives and gap[:1] == "," and not _goes_on(page, joined, at):
            return  # '412, or 36.1 per cent'
        if left.tentative and left.numeral.form == "digits":
            return
        if words in pack.pairs and page.text[right.numeral.end : right.numeral.end + 1] == "-":
            return  # 'five of the three-ton lorries'
        joined[at] = replace(left, kind=right.kind, unit=right.unit, tentative=False)
        start, is_last = left.start, False
