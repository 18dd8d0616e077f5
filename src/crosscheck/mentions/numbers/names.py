"""Numbers that are no quantity: years, and numbers that belong to a name ('FTSE 100', 'Boeing 737')."""

from __future__ import annotations

from crosscheck.mentions.numbers.before import Before
from crosscheck.mentions.numbers.lexicon import Lexicon
from crosscheck.mentions.numbers.nouns import CountedNoun
from crosscheck.mentions.numbers.numerals import Numeral

_SENTENCE_ENDS = ".!?:;\n\"'“”„»«(–—-•*|"


def is_year(text: str, numeral: Numeral, before: Before, noun: CountedNoun | None, lexicon: Lexicon) -> bool:
    """Return whether four digits without a mark are a year."""
    surface = text[numeral.start : numeral.end]
    if len(surface) != 4 or not surface.isdigit() or not 1100 <= int(surface) <= 2100 or before.negative:
        return False
    if before.hedge is not None and (before.hedge.words.bound or noun is not None):
        return False
    if noun is not None and (surface.endswith("00") or lexicon.pack.capital_nouns):
        return bool(before.words) and before.words[-1] in lexicon.years
    if int(surface) >= 1900:
        return bool(before.words)
    return bool(before.words) and (before.words[-1] in lexicon.years or before.words[-1] in lexicon.months)


def is_name(text: str, numeral: Numeral, before: Before, noun: CountedNoun | None, lexicon: Lexicon) -> bool:
    """Return whether plain digits belong to the name or the label before them."""
    raw = before.raw
    surface = text[numeral.start : numeral.end]
    if not raw or not surface.isdigit() or numeral.scaled or before.hedge is not None or before.rank:
        return False
    if len(surface) > 1 and surface[0] == "0":
        return True
    word = raw.lower()
    if word in lexicon.labels:
        return True
    if word in lexicon.months:
        return int(surface) <= 31
    if not raw[0].isupper() or not raw[-1].isalnum() or word in lexicon.stops:
        return False
    if lexicon.pack.capital_nouns:
        return noun is None and raw.isupper() and len(raw) > 1
    if noun is not None and _begins_sentence(text, numeral.start, raw):
        return False
    return len(surface) <= 4


def _begins_sentence(text: str, start: int, raw: str) -> bool:
    """Return whether the word *raw* before *start* is the first of its sentence, so that its capital says nothing."""
    at = text.rfind(raw, 0, start)
    head = text[max(0, at - 3) : at].rstrip(" \u00a0")
    return not head or head[-1] in _SENTENCE_ENDS
