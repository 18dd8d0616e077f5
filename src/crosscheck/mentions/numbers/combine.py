"""Numbers that belong together: ranges ('5 to 7'), ratios ('1 in 6'), sums ('5 ft 10 in'), lists with one unit."""

from __future__ import annotations

import re
from fractions import Fraction

from crosscheck.mentions.numbers.lexicon import Lexicon
from crosscheck.mentions.numbers.reading import Reading, stated

_LIST = re.compile(r"\s?(?:,|-|-,)?\s?")
_DASH = re.compile(r"[ \u00a0]?[-‐‑–—][ \u00a0]?\Z")
_WINDOW = 24


def combine(text: str, readings: list[Reading], lexicon: Lexicon) -> list[Reading]:
    """Return *readings* with those joined that make one statement, in text order."""
    joined: list[Reading] = []
    for right in readings:
        left = joined[-1] if joined else None
        if left is not None and 0 <= right.start - left.end <= _WINDOW:
            gap = text[left.end : right.start]
            merged = _merge(left, right, gap, lexicon)
            if merged is not None:
                joined[-1] = merged
                continue
            _share_unit(joined, right, gap, lexicon)
        joined.append(right)
    return joined


def _merge(left: Reading, right: Reading, gap: str, lexicon: Lexicon) -> Reading | None:
    """Return the two as one, None where each stands for itself."""
    words = gap.strip().lower()
    if left.kind == "ordinal" or right.kind == "ordinal" or left.rule in ("range", "ratio", "vague"):
        return None
    if words in lexicon.pack.ratio and not left.unit:
        return _ratio(left, right)
    if not gap.strip(" ") or words in lexicon.pack.joiners:
        return _sum(left, right)
    if _is_range(left, words, gap, lexicon):
        return _range(left, right)
    return None


def _is_range(left: Reading, words: str, gap: str, lexicon: Lexicon) -> bool:
    """Return whether the gap makes a range of the two numbers, and no change from one to the other."""
    pack = lexicon.pack
    opener = left.before.words[-1] if left.before.words else ""
    if _DASH.fullmatch(gap):
        return True
    if opener in pack.between and words == pack.between[opener]:
        return not any(word in lexicon.change for word in left.before.words[:-1])
    return (
        words in pack.ranges
        and opener not in pack.between
        and not any(word in lexicon.change for word in left.before.words)
    )


def _range(left: Reading, right: Reading) -> Reading | None:
    """Return the range from *left* to *right*, None where the ends do not rise or their units differ."""
    if left.unit and left.unit != right.unit:
        return None
    low, high = left.low, right.high
    first, last = stated(left), stated(right)
    if low is None or high is None or first is None or last is None:
        return None
    numeral = left.numeral
    if not left.unit and right.numeral.scaled and not numeral.scaled and numeral.precision and right.numeral.precision:
        factor = _scale_of(right)
        low, first = low * factor, first * factor
    if first >= last:
        return None
    kind = right.kind if right.unit else left.kind
    return right._replace(
        start=left.start,
        low=low,
        high=high,
        kind=kind,
        precision=None,
        hedge=left.hedge,
        rule="range",
        before=left.before,
    )


def _scale_of(reading: Reading) -> int:
    """Return the scale that was multiplied into *reading*: 1000000 for '7 million'."""
    printed = reading.numeral.printed
    value = stated(reading)
    if printed is None or value is None or not printed.digits:
        return 1
    scale = Fraction(value) / Fraction(printed.value)
    return scale.numerator if scale.denominator == 1 else 1


def _ratio(left: Reading, right: Reading) -> Reading | None:
    """Return '1 in 6' as a fraction, None where the numbers do not make one."""
    part, whole = left.low, right.low
    if part != left.high or whole != right.high or part is None or whole is None or right.kind != "number":
        return None
    if not (
        part == int(part)
        and whole == int(whole)
        and 0 < part < whole
        and (part == 1 or whole <= 1000)
        and not 1900 < whole < 2100
    ):
        return None
    share = Fraction(int(part), int(whole))
    return left._replace(end=right.end, low=share, high=share, unit=right.unit, precision=None, rule="ratio")


_SMALLER = {
    ("foot", "inch"): 12, ("pound", "ounce"): 16, ("stone", "pound"): 14, ("yard", "foot"): 3,
    ("metre", "centimetre"): 100,
}  # fmt: skip


def _sum(left: Reading, right: Reading) -> Reading | None:
    """Return '5 ft 10 in' or '13 dollars and 45 cents' as one amount, None where the two do not add up."""
    parts = _SMALLER.get((left.unit, right.unit))
    minor = (
        left.kind == right.kind == "money"
        and right.unit in ("cent", "penny", "rappen", "pfennig", "sen")
        and left.numeral.end < left.end
    )
    if parts is None and not minor:
        return None
    whole, part = stated(left), stated(right)
    if whole is None or part is None or whole != int(whole) or part < 0:
        return None
    value = Fraction(whole) + Fraction(part) / (parts or 100)
    exact = value.numerator if value.denominator == 1 else value
    return left._replace(end=right.end, low=exact, high=exact, precision=Fraction(1, parts or 100), rule="sum")


def _share_unit(joined: list[Reading], right: Reading, gap: str, lexicon: Lexicon) -> None:
    """Give the numbers of a list the unit that stands after its last ('3, 4 and 5 per cent')."""
    if right.kind not in ("percent", "quantity") and not (right.unit and right.kind == "number"):
        return
    at = len(joined) - 1
    while at >= 0 and joined[at].kind == "number" and not joined[at].unit and joined[at].rule != "ratio":
        words = gap.strip(" ,-").lower()
        if (
            words
            and words not in lexicon.pack.joiners
            and words not in lexicon.pack.alternatives
            and words not in lexicon.pack.ranges
        ):
            return
        if not words and "," not in gap and "-" not in gap:
            return
        joined[at] = joined[at]._replace(kind=right.kind, unit=right.unit)
        at -= 1
        if at < 0:
            return
        gap = gap if joined[at + 1].start - joined[at].end > _WINDOW else ","
