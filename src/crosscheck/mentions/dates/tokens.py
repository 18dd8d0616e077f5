"""Tokens of temporal expressions: every word of the vocabulary and every form of digits has a one-letter class.

A run of tokens thus spells a word over the classes, and the grammar is a list of regular expressions over that word:
'on Thursday, October 9' is ``pW,Md``.
"""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec

Value = int | str | Decimal | tuple[str, ...] | tuple[int, ...] | None


class Token(msgspec.Struct, frozen=True, gc=False):
    """One token: its place in the text, its class, its lower-case text, and what it means by its class."""

    start: int
    end: int
    code: str
    word: str
    value: Value = None

    @property
    def number(self) -> int:
        """The value of a token whose class has whole numbers.

        Raises:
            TypeError: its class has none.
        """
        if not isinstance(self.value, int):
            raise TypeError(f"class {self.code!r} has no whole number")
        return self.value

    @property
    def name(self) -> str:
        """The value of a token whose class has codes; '' where it has none."""
        return self.value if isinstance(self.value, str) else ""


MONTH, LONE_MONTH = "M", "m"
WEEKDAY, LONE_WEEKDAY, WEEKLY = "W", "x", "w"
SEASON, LONE_SEASON = "S", "5"
PART, PART_ADVERB, PART_OR_TOMORROW, MOMENT = "P", "p", "7", "N"
UNIT, UNITS = "U", "u"
DAY, YEAR_WORD, NEIGHBOUR, REFERENCE = "D", "Y", "V", "R"
DIRECTION, MOD = "L", "B"
CARDINAL, SHORT, NUMBER, YEAR = "n", "d", "X", "y"
ONE, VAGUE, HALF, ORDINAL, SECOND = "k", "q", "h", "o", "2"
APPROXIMATOR, HEDGE = "a", "H"
HUNDRED = "0"
PARTS = "9"
ARTICLE, IN, LICENCE, AT, GENITIVE = "t", "i", "c", "@", "g"
JOINER, RANGE = "&", "b"
VOR, AGO, FROM_NOW, EARLIER, LATER, BEFORE, AFTER, SAME = "v", "A", "F", "e", "l", "<", ">", "s"
EVERY, TIMES, SET, WHOLE = "E", "T", "Q", "8"
DECADE, YEAR_PAIR, QUARTER, FISCAL = "G", '"', "4", "f"
COLON, DOTTED, CLOCK_WORD, CLOCK_OFFSET, ZONE = ":", "%", "C", "~", "z"
ELAPSED = "="
ISO, NUMERIC, PARTIAL, HOLIDAY, AGE, AGED = "O", "I", "j", "K", "6", "3"
UNKNOWN, BREAK = "?", "!"
COMING, PAST = 10, -10
"""Values of DIRECTION for 'the coming Friday' and 'the past Friday': the nearest; 'next' is of next week."""


CENTURIES = range(13, 20)
"""Numbers that begin a year in words ('nineteen ninety-six') and no time of day ('ten thirty')."""


def steps_of(direction: int) -> int:
    """Return how many units a value of DIRECTION lies off: 'the coming week' is the next."""
    return {COMING: 1, PAST: -1}.get(direction, direction)


RAW = re.compile(
    r"(?=[\S\n])(?:"  # a blank between tokens fails at once
    r"(?P<quarter>[Qq][1-4]\b|[Hh][12]\b|[1-4][Qq]\b|[12]H\b)"  # '2h' are hours
    r"|(?P<word>[^\W\d_]+)"
    r"|(?=\d)(?:"
    r"(?P<iso>(?<!\d)(?<!\d-)\d{4}-\d{1,2}-\d{1,2}(?:T\d\d:\d\d(?::\d\d)?)?(?!\d))"
    r"|(?P<numeric>(?<![\d.])\d{1,2}(?P<mark>[./-])\s?\d{1,2}(?P=mark)\s?(?:\d{4}|\d\d)(?!\d|[.:]\d)"
    r"|\d{4}/\d{1,2}/\d{1,2}(?!\d))"
    r"|(?P<partial>\d{1,2}\.\s?\d{1,2}\.(?!\d)|\d{1,2}/\d{1,2}(?![\d/]))"
    r"|(?P<elapsed>\d{1,2}:\d\d(?::\d\d)?[.,]\d{1,3}(?![\d:]))"
    r"|(?P<colon>\d{1,2}:\d\d(?::\d\d)?(?![\d:]))"
    r"|(?P<pair>(?:1\d|20|21)\d\d[/–-]\d\d(?![\d/-]))"
    r"|(?P<dotted>\d{1,2}\.\d\d(?!\d|[.,]\d))"
    r"|(?P<number>\d+(?:[.,]\d+)*))"
    r"|(?P<break>\n\s*\n)"
    r"|(?P<punctuation>[^\w\s]))"
)
"""Forms of raw tokens, the longest first."""
