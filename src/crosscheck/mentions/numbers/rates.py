"""What a quantity is per ('a share', 'pro Stunde', '/kg'), and ages ('years old', 'aged 25')."""

from __future__ import annotations

import re

from crosscheck.mentions.numbers.after import measure_at
from crosscheck.mentions.numbers.before import Before
from crosscheck.mentions.numbers.page import Page

_RATE = re.compile(r"(?: ?(/) ?|[ -]{1,3}([^\W\d_]+)[ -]{1,3})([^\W\d_]+[²³]?)(?: ([^\W\d_]+))?")
_CLOSED = re.compile(r"\s*(?:[,;:)!?–—]|\.(?!\w)|$)")
_WORDS = re.compile(r"(?: [^\W\d_]+){3,6}")
_AGE_AFTER = re.compile(r"[ -]{1,3}([^\W\d_]+)(?:[ -]{1,3}([^\W\d_]+))?")
_AGE_UNITS = frozenset(("year", "month", "week", "day"))
_TIMES = _AGE_UNITS | {"hour", "minute", "second", "night"}
_CUE_WORDS = 3
_DESCRIPTION = 5
"""How many words may describe a person before the age, the article among them."""
_SHORTEST_PER = 3
_OLDEST = 116
_CONTENT_WORDS = 3


def read_rate(page: Page, at: int) -> tuple[str, int] | None:
    """Return what the quantity that ends at *at* is per, and the end of that; None where it is no rate."""
    text, measures = page.text, page.lexicon.measures
    if text[at : at + 1] not in (" ", "/", "-"):
        return None
    pack = page.lexicon.pack
    match = _RATE.match(text, at)
    if match is not None and match[2] in pack.rate_qualifiers:
        match = _RATE.match(text, match.end(2))
    if match is None:
        return None
    if match[2] is not None and match[2].lower() not in measures.per:
        return _closed_rate(page, match) or _rate_for_each(page, match)
    if match[4]:
        if match[4].lower() in pack.not_rates:
            return None
        phrase = f"{match[3]} {match[4]}".lower()
        unit = measures.rates.get(phrase) or (measures.rates.get(match[4].lower()) if match[2] == "per" else None)
        if unit and match[3].lower() not in measures.rates:
            return unit, match.end()
    unit = measures.rates.get(match[3].lower())
    if unit is not None:
        return unit, match.end(3)
    if match[2] and len(match[2]) < _SHORTEST_PER:
        return None
    found = measure_at(page, match.start(3), glued=True)
    return (found[0].unit, found[1]) if found and found[0].kind == "quantity" else None


def _closed_rate(page: Page, match: re.Match[str]) -> tuple[str, int] | None:
    """Return the unit of time that a quantity is for each of, and its end, where a mark or an 'or' stands behind it.

    'Im Monat' is every month in '900 Euro im Monat, also', and one in '900 Euro im Monat Mai'.
    """
    pack = page.lexicon.pack
    unit = page.lexicon.measures.rates.get(match[3].lower())
    is_closed = _CLOSED.match(page.text, match.end(3)) is not None or (match[4] or "").lower() in pack.alternatives
    return (unit, match.end(3)) if unit and match[2].lower() in pack.per_closed and is_closed else None


def _rate_for_each(page: Page, match: re.Match[str]) -> tuple[str, int] | None:
    """Return the unit that a quantity is for each of, and its end: 'für jeden Tag', 'für den Liter'.

    An article may mean one stretch of time: '500 Euro für die Woche'.
    """
    pack, article = page.lexicon.pack, match[3].lower()
    if match[4] is None or match[2].lower() not in pack.per_each:
        return None
    unit = page.lexicon.measures.rates.get(match[4].lower())
    is_each = article in pack.each or (article in pack.determiners and unit not in _TIMES)
    return (unit, match.end(4)) if unit and is_each else None


def read_late_rate(page: Page, at: int) -> tuple[str, int] | None:
    """Return the rate behind what is measured ('tons of copper a year', 'Tonnen Kupfer pro Jahr'), and its end.

    One to three words name it, after 'of' where nouns have no capital. None where there is no such rate.
    """
    lexicon = page.lexicon
    match = _WORDS.match(page.text, at)
    if match is None:
        return None
    words = match[0].split()
    first = 0 if lexicon.pack.capital_nouns and words[0][0].isupper() else 1
    if first and words[0] not in lexicon.pack.of:
        return None
    for place in range(first, min(first + _CONTENT_WORDS, len(words) - 2)):
        if words[place].lower() in lexicon.stops:
            return None
        if words[place + 1] in lexicon.measures.per and words[place + 2].lower() in lexicon.measures.rates:
            end = at + sum(len(word) + 1 for word in words[: place + 3])
            return lexicon.measures.rates[words[place + 2].lower()], end
    return None


def read_age(page: Page, at: int, unit: str, before: Before) -> tuple[str, int] | None:
    """Return the unit of an age and its end, None where the number is no age.

    *unit* is the unit of time that stands after the number, '' where none does ('aged 25').
    """
    if unit and unit not in _AGE_UNITS:
        return None
    age = page.lexicon.pack.age
    if before.word in page.lexicon.age_leads:
        words = page.words_before(before.start, _CUE_WORDS)
        if any(" ".join(words[-count:]) in age["before"] for count in range(len(words), 0, -1)):
            return unit or "year", at
    match = _AGE_AFTER.match(page.text, at)
    if match is None:
        digits, _, last = page.text[before.start : at].partition(" ")
        is_age = last.lower() in age.get("apposed", ()) if unit else not last
        return ("year", at) if is_age and _stands_between_commas(page, digits, at, before) else None
    first = match[1].lower()
    if unit:
        if first in age.get("", ()):
            return unit, match.end(1)
        if match[2] and f"{first} {match[2].lower()}" in age.get("", ()):
            return unit, match.end()
    elif first in age.get("year", ()) or (page.text[at] == "-" and f"-{first}" in age.get("year", ())):
        return "year", match.end(1)
    return None


def _is_indefinite(page: Page, before: Before) -> bool:
    """Return whether a phrase ends before the number that an indefinite article opens: 'a retired miner,'."""
    phrase = page.words_before(before.start, _DESCRIPTION)[:-1]
    opened = [i for i, word in enumerate(phrase) if word in page.lexicon.pack.articles]
    return bool(opened) and all(word.replace("-", "").isalpha() for word in phrase[opened[-1] :])


def _stands_between_commas(page: Page, digits: str, at: int, before: Before) -> bool:
    """Return whether what ends at *at* is the age of whoever is before it: 'Anna Berg, 58,', 'a guest, 58,'."""
    text, raw = page.text, before.raw
    if not (raw[-1:] == "," and raw[-2:-1].islower() and text[at : at + 1] in (",", ")", "")):
        return False
    if not raw[0].isupper() and not _is_indefinite(page, before):
        return False
    if not digits.isdigit() or int(digits[:4]) >= _OLDEST:
        return False
    word = before.word[:-1]
    return word not in page.lexicon.pack.months and word not in page.lexicon.stops
