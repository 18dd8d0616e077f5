"""The scanner for the places of a text that may hold a temporal expression: one pattern over all core words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import re2

from crosscheck.languages.dates import DateWords
from crosscheck.mentions.dates import tokens as t
from crosscheck.mentions.dates.tokens import CENTURIES, Value

Meaning = tuple[str, Value]
"""A class of tokens, and what a word says as one."""

_CORE = frozenset(
    t.MONTH + t.LONE_MONTH + t.WEEKDAY + t.LONE_WEEKDAY + t.WEEKLY + t.SEASON + t.LONE_SEASON + t.PART + t.PART_ADVERB
    + t.MOMENT + t.UNIT + t.UNITS + t.DAY + t.YEAR_WORD + t.NEIGHBOUR + t.REFERENCE + t.SET + t.DECADE + t.HOLIDAY
    + t.CLOCK_WORD + t.CLOCK_OFFSET + t.ZONE + t.PART_OR_TOMORROW + t.PARTS
)  # fmt: skip
"""Classes that can make a temporal expression; the others only join one."""

_CORE_DIGITS = (
    r"(?:1[0-9]|20|21)\d\d\b|(?:1[0-9]|20|21)?\d0['’]?(?:s|er)\b|\d\d?[.:]\d\d\b|\d\d?\. ?\d\d?\."
    r"|\d{1,4}[/-]\d\d?\b|[qh][1-4]\b|[1-4][qh]\b"
)
_MEMORY = 1 << 26
"""How many bytes the scanner may take; with too few, RE2 reads on without the table that makes it fast."""


def make_scanner(phrases: Mapping[str, tuple[Meaning, ...]], words: DateWords) -> re2._Regexp:
    """Return the pattern of a core word of *phrases* or of digits that may be a date, over UTF-8."""
    core = [phrase for phrase, meanings in phrases.items() if any(code in _CORE for code, _ in meanings)]
    known = "|".join(re2.escape(phrase.rstrip(".")).replace(r"\'", "['’]") for phrase in core if phrase[-1].isascii())
    glued = "|".join(re2.escape(p.rstrip(".")) for p in core if phrases[p][0][0] in t.CLOCK_WORD + t.UNIT + t.UNITS)
    options = re2.Options()
    options.never_capture = True
    options.case_sensitive = False
    options.max_mem = _MEMORY
    accented = "|".join(re2.escape(p) for p in core if not (p[0] + p[-1]).isascii())  # beside which RE2 sees no \b
    others = (_numbered_day(words), _spelled(words), _minutes_past(words))
    more = "".join(f"|{other}" for other in others if other)
    pattern = rf"\b(?:(?:{known})\b|\d{{1,9}}(?:[.,:]\d{{1,9}}){{0,2}}(?:{glued})(?:\d\d)?\b|{_CORE_DIGITS}{more})" + (
        rf"|(?:{accented})" if accented else ""
    )
    return re2.compile(pattern.encode(), options)


def forms(phrase: str, words: DateWords) -> Iterator[str]:
    """Yield the phrase, with each ending where it says so."""
    if "~" not in phrase:
        yield phrase
        return
    for ending in words.endings:
        yield phrase.replace("~", ending)


def _numbered_day(words: DateWords) -> str:
    """Return the pattern of a preposition and a day told by ordinals alone: 'on the 18th', 'am siebten vierten'."""
    lead = "|".join(map(re2.escape, words.day_prepositions))
    if not lead or not (words.ordinal_dot or words.ordinal_suffixes):
        return ""
    if words.ordinal_dot:
        spelled = "|".join(form for ordinal in words.ordinals for form in forms(ordinal, words))
        return rf"(?:{lead}) (?:\d\d?\.|{spelled})[ /]?(?:\d\d?\.|{spelled})"
    article = "|".join(words.articles)
    return rf"(?:{lead}) (?:(?:{article}) )?\d\d?(?:{'|'.join(words.ordinal_suffixes)})\b"


def _minutes_past(words: DateWords) -> str:
    """Return the pattern of 'at ten past nine', 'um zehn vor halb neun'."""
    between, lead = "|".join(words.clock_past + words.clock_to), "|".join(words.clock_prepositions)
    if not between or not lead:
        return ""
    tens, ones = "|".join(words.tens), "|".join(words.compound_ones)
    numbers = "|".join((r"\d\d?", words.compound_ones[0], *words.cardinals, rf"(?:{tens})(?:[- ](?:{ones}))?"))
    halves = "|".join(
        phrase for minutes, phrases in words.clock_offsets.items() if minutes == -30 for phrase in phrases
    )
    half = f"(?:(?:{halves}) )?" if halves else ""
    return rf"(?:{lead}) (?:{numbers}) (?:{between}) {half}(?:{numbers})\b"


def _spelled(words: DateWords) -> str:
    """Return the pattern of words that may begin a year or time: 'nineteen ninety', 'two thousand', 'at five ten'."""
    if not words.hundreds:
        return ""
    centuries = "|".join(name for number, name in enumerate(words.cardinals, 2) if number in CENTURIES)
    following = "|".join((*words.hundreds, *words.cardinals[8:], *words.tens))
    thousands = "|".join(f"{words.cardinals[0]} {word}" for word in words.thousands)
    lead, hours = "|".join(words.clock_prepositions), "|".join((words.compound_ones[0], *words.cardinals[:11]))
    clock = rf"(?:{lead}) (?:{hours})[ -](?:{following})"
    return rf"(?:{centuries}|{words.tens[0]})[ -](?:{following})\b|(?:{thousands})\b|{clock}\b"
