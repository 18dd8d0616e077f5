"""One value out of two numbers: ratios ("1 in 6"), sums ("5 ft 10 in"), tolerances ("42 ± 3"), shared scales."""

from __future__ import annotations

import re
from fractions import Fraction

from msgspec.structs import replace

from crosscheck.mentions.numbers.numeral import integral
from crosscheck.mentions.numbers.page import Page
from crosscheck.mentions.numbers.reading import Reading, stated
from crosscheck.mentions.numbers.shares import SCALES
from crosscheck.values.interval import Exact

_SMALLER = {
    ("foot", "inch"): 12, ("pound", "ounce"): 16, ("stone", "pound"): 14, ("yard", "foot"): 3,
    ("metre", "centimetre"): 100, ("kilometre", "metre"): 1000, ("mile", "yard"): 1760, ("mile", "foot"): 5280,
}  # fmt: skip
_PARTS = frozenset(smaller for _, smaller in _SMALLER)
_ONE = re.compile(r"([^\W\d]+) ([^\W\d]+) (\S+) $")
"""An article, a unit and a joiner before what is added to it."""
_LONGEST = 40
_MINOR = frozenset(("cent", "penny", "rappen", "pfennig", "sen"))
_MAX_COUNTED, _MAX_RATIO = 10, 1000
"""Of how many a share is told at most: of any number of things counted on fingers, or of so many tens."""
_LEAST_SCALE = 3


def with_tolerance(left: Reading, right: Reading) -> Reading | None:
    """Return '42 ± 3 percent' as the range of its values, None where the units differ."""
    value, slack = stated(left), stated(right)
    if value is None or slack is None or slack < 0 or left.unit not in ("", right.unit):
        return None
    low, high = (integral(Fraction(value) + sign * Fraction(slack)) for sign in (-1, 1))
    return replace(
        right, start=left.start, low=low, high=high, precision=None, hedge=left.hedge, rule="range", before=left.before
    )


def continued(left: Reading, right: Reading) -> Reading | None:
    """Return 'two thousand, three hundred and five' as one number, None where the comma parts two."""
    scale = 10**left.numeral.power
    if left.unit or left.rule != "words" or right.hedge or right.before.currency or right.numeral.scaled:
        return None
    whole, part = stated(left), stated(right)
    if whole is None or part is None or left.numeral.power < _LEAST_SCALE or not 100 <= part < scale or part % 1:
        return None
    value = integral(Fraction(whole) + Fraction(part))
    return replace(right, start=left.start, low=value, high=value, hedge=left.hedge, before=left.before)


def ratio(left: Reading, right: Reading) -> Reading | None:
    """Return '1 in 6' as a fraction, None where the numbers do not make one."""
    part, whole = left.low, right.low
    if part is None or whole is None or whole != right.high or right.kind != "number":
        return None
    if part != left.high:
        return _mark(left, right, whole)
    if part % 1 or whole % 1 or not 0 < part < whole or (part != 1 and not _is_base(int(whole))):
        return None
    share = Fraction(int(part), int(whole))
    return replace(
        left, end=right.end, low=share, high=share, unit=right.unit, precision=None, rule="ratio", tentative=False
    )


def _is_base(whole: int) -> bool:
    """Return whether shares are told of so many: 'seven in ten'; '18 von 44' counts some of all there are."""
    return whole <= _MAX_COUNTED or (whole <= _MAX_RATIO and whole % _MAX_COUNTED == 0)


def _mark(left: Reading, right: Reading, scale: Exact) -> Reading | None:
    """Return '6.5 out of 10' as a fraction with its rounding, None where the second number is no scale of marks."""
    printed = left.numeral.printed
    if printed is None or not printed.rounded or left.numeral.scaled or scale not in SCALES or printed.rational > scale:
        return None
    low, high = (Fraction(bound) / Fraction(scale) for bound in printed.bounds)
    share = _share(left, right, low)
    return replace(share, high=high, unit=right.unit, precision=Fraction(printed.precision) / Fraction(scale))


def ratio_of_noun(page: Page, left: Reading, right: Reading, words: str) -> Reading | None:
    """Return 'une personne sur six', where *words* stand between the numbers, as a fraction; None where it is none."""
    noun, _, link = words.partition(" ")
    is_count = left.rule == "count" or (left.rule == "words" and left.tentative)
    if link not in page.lexicon.pack.ratio_after_noun or not is_count or right.unit:
        return None
    share = ratio(left, right)
    return share and replace(share, unit=left.unit or noun)


def quotient(page: Page, left: Reading, right: Reading) -> Reading | None:
    """Return 'one over twenty' as a fraction, None where more follows."""
    if not _ends_phrase(page, right.end):
        return None
    part, whole = stated(left), stated(right)
    if part is None or not whole or part % 1 or whole % 1:
        return None
    share = Fraction(int(part), int(whole))
    return _share(left, right, share)


def _share(left: Reading, right: Reading, share: Fraction) -> Reading:
    """Return the two as the one fraction *share*."""
    return replace(left, end=right.end, low=share, high=share, precision=None, rule="ratio", tentative=False)


def _ends_phrase(page: Page, at: int) -> bool:
    return not page.text[at : at + 2].strip(" .,;:!?)\n")


def repeats(page: Page, left: Reading, right: Reading) -> bool:
    """Return whether *right* only says *left* again in brackets: 'thirty (30)'."""
    if left.low != right.low or left.high != right.high or page.text[right.end : right.end + 1] != ")":
        return False
    return {left.numeral.form, right.numeral.form} == {"digits", "words"}


def scaled_money(left: Reading, right: Reading) -> Reading | None:
    """Return '75 USD million' as one amount, None where no scale word follows the currency."""
    if left.kind != "money" or right.rule != "scale" or left.low is None or left.high is None:
        return None
    scale = stated(right)
    if scale is None or left.numeral.printed is None:
        return None
    low, high = left.numeral.printed.scaled(len(str(scale)) - 1).bounds
    return replace(left, end=right.end, low=low, high=high, precision=None)


def added(page: Page, left: Reading, right: Reading) -> Reading | None:
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
    if part == 1 and not right.unit:
        return None  # 'brachte 640 Euro ein'
    value = Fraction(whole) + Fraction(part) / parts
    exact: Exact = value.numerator if value.denominator == 1 else value
    return replace(left, end=right.end, low=exact, high=exact, precision=Fraction(1, parts), rule="sum")


def added_to_one(page: Page, right: Reading, end: int) -> Reading:
    """Return *right* with the one larger unit before it, which no number tells: 'a stone and twelve pounds'.

    As it is where none stands there, behind *end*.
    """
    if right.unit not in _PARTS or right.kind != "quantity":
        return right
    one = _ONE.search(page.text, max(right.start - _LONGEST, end), right.start)
    part, pack = stated(right), page.lexicon.pack
    if one is None or part is None or one[1].lower() not in pack.articles or one[3].lower() not in pack.joiners:
        return right
    measure = page.lexicon.measures.names.get(one[2].lower())
    parts = _SMALLER.get((measure.unit, right.unit), 0) if measure is not None else 0
    if measure is None or part % 1 or not 0 <= part < parts:
        return right
    value = 1 + Fraction(part) / parts
    place = (right.precision or Fraction(1)) / parts
    return replace(right, start=one.start(), low=value, high=value, unit=measure.unit, precision=place, rule="sum")


def plus_half(page: Page, left: Reading, right: Reading) -> Reading | None:
    """Return 'two miles and a half' as one quantity, None where *right* is no such half."""
    whole = stated(left)
    if page.text[right.start : right.end].lower() not in page.lexicon.pack.trailing_halves or right.rule != "fraction":
        return None
    if left.kind not in ("quantity", "money") or whole is None or left.low != left.high or whole % 1:
        return None
    value = Fraction(whole) + Fraction(1, 2)
    return replace(left, end=right.end, low=value, high=value, precision=Fraction(1, 2), rule="sum", tentative=False)
