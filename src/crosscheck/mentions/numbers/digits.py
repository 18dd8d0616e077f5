"""Digits as printed, with the marks of a language, to an exact number."""

from __future__ import annotations

import re
from fractions import Fraction

from crosscheck.languages.numbers import NumberMarks
from crosscheck.values.printed import Printed

MAX_DIGITS = 30
"""More digits in a row are no number that a text speaks of."""

VULGAR = {
    "½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4), "¾": Fraction(3, 4),
    "⅕": Fraction(1, 5), "⅖": Fraction(2, 5), "⅗": Fraction(3, 5), "⅘": Fraction(4, 5), "⅙": Fraction(1, 6),
    "⅚": Fraction(5, 6), "⅛": Fraction(1, 8), "⅜": Fraction(3, 8), "⅝": Fraction(5, 8), "⅞": Fraction(7, 8),
}  # fmt: skip

_EXPONENT = re.compile(r"(?:[eE]([+-]?[0-9]+)|\s?[x×*]\s?10(?:\^([+−-]?[0-9]+)|([−-][0-9]+)))\Z")
_MARKS = re.compile(r"[.,'’·٬]")
_APOSTROPHES = "'’"


def parse_digits(text: str, marks: NumberMarks) -> Printed | None:
    """Return the number that *text* prints, None where its marks make no number ('1.2.3', '22,24').

    A single mark before three digits groups or divides as the language says; where two different marks stand, the last
    divides; a mark that stands twice groups; before one or two digits it divides, as in another language. An apostrophe
    always groups.
    """
    if len(text) <= MAX_DIGITS:
        whole, mark, decimals = text.partition(marks.decimal)
        if whole.isdecimal() and not mark:
            return Printed(int(whole), 0, rounded=False)
        if whole.isdecimal() and decimals.isdecimal():
            return Printed(int(whole + decimals), -len(decimals), rounded=True)
    elif text.isdigit():
        return None
    power = 0
    exponent = _EXPONENT.search(text)
    if exponent:
        power = int((exponent[1] or exponent[2] or exponent[3]).replace("−", "-")) if len(exponent[0]) < 8 else 99
        text = text[: exponent.start()]
    if len(text) > 2 * MAX_DIGITS or abs(power) > MAX_DIGITS:
        return None
    split = _split_decimals(text, marks)
    if split is None:
        return None
    return Printed(int(split[0] + split[1] or "0"), power - len(split[1]), rounded=bool(split[1]))


def _split_decimals(text: str, marks: NumberMarks) -> tuple[str, str] | None:
    """Return the digits before and after the decimal mark, None where the marks make no number."""
    used = _MARKS.findall(text)
    if not used:
        return text, ""
    last = used[-1]
    if text[0] in ".,":
        return ("", text[1:]) if len(used) == 1 and text[1:].isdigit() else None
    groups = _MARKS.split(text)
    if len(set(used)) == 1:
        if (
            last in _APOSTROPHES
            or len(used) > 1
            or (last == marks.group and len(groups[1]) == 3 and groups[0][0] != "0")
        ):
            return ("".join(groups), "") if _are_groups(groups) else None
        if last == marks.decimal or len(groups[1]) in (1, 2):
            return groups[0], groups[1]
        return None
    if last in _APOSTROPHES or used.count(last) > 1 or len(set(used)) > 2 or not _are_groups(groups[:-1]):
        return None
    return "".join(groups[:-1]), groups[-1]


def _are_groups(groups: list[str]) -> bool:
    """Return whether the digits are grouped by threes, or as in India ('12,34,567')."""
    if not 1 <= len(groups[0]) <= 3 or (groups[0][0] == "0" and len(groups) > 1):
        return False
    if all(len(group) == 3 for group in groups[1:]):
        return True
    return (
        len(groups) > 2
        and len(groups[-1]) == 3
        and all(len(group) == 2 for group in groups[1:-1])
        and len(groups[0]) <= 2
    )
