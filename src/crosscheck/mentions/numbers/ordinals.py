"""Ordinals: digits with an ordinal's mark, and the words that are ordinals only in some places."""

from __future__ import annotations

import re
from fractions import Fraction

from crosscheck.mentions.numbers.before import Before
from crosscheck.mentions.numbers.numeral import Numeral
from crosscheck.mentions.numbers.page import Page

_FOLLOWING = re.compile(r"[ \u00a0]+([\"'»«„“(]?)([^\W\d_]+)")
_LETTERS = re.compile(r"[^\W\d_]+")
_ARTICLE = re.compile(r"([^\W\d_]+) \Z")
_NEXT = re.compile(r" (?:[^\W\d_]+ )?[0-9]{1,4}\.(?![0-9])")
_LISTED = re.compile(r"[0-9]{1,4}\.(?:,| [^\W\d_]+(?: [^\W\d_]+)?) \Z")
_CLOSING = re.compile(r"[.,;:!?)]|\s*\Z")
_SENTENCE = re.compile(r"[.!?]\s")
_WORDS = re.compile(r"\w+")
_TOLD = 160
"""How many characters before a fraction the thing before it in turn may be counted."""
_COMMA = re.compile(r", [0-9]{1,4}\.(?![0-9])")
_MAX_DIGITS = 4


def read_ordinal_mark(page: Page, numeral: Numeral, before: Before) -> int | None:
    """Return the end of the mark that makes *numeral* an ordinal ('271st', '271. Sitz'), None where none does."""
    text, following = page.text, page.text[numeral.end : numeral.end + 1]
    if following != "." and not following.isalpha():
        return None
    marks = page.lexicon.pack.ordinals.digit_marks
    if following == "." and "." in marks:
        return _read_dot(page, numeral, before) if _is_whole(numeral, before) else None
    if following.isalpha() and _is_whole(numeral, before):
        letters = _LETTERS.match(text, numeral.end)
        if letters and text[numeral.end - 1] in marks.get(letters[0].lower(), ""):
            return letters.end()
    return None


def _is_whole(numeral: Numeral, before: Before) -> bool:
    return numeral.printed is not None and not numeral.printed.rounded and not numeral.scaled and not before.currency


def _read_dot(page: Page, numeral: Numeral, before: Before) -> int | None:
    """Return the end of an ordinal's dot: it does not end the sentence, for the next word belongs to the number."""
    text, end = page.text, numeral.end + 1
    if numeral.end - numeral.start > _MAX_DIGITS:
        return None
    match = _FOLLOWING.match(text, end)
    if _is_listed(page, end, match):
        return end
    if match is None:
        return end if numeral.start == 0 and not text[end:].strip() else None
    if match[1]:
        return None
    word = match[2]
    if word[0].islower():
        return None if word in page.lexicon.stops else end
    is_led = before.word in page.lexicon.pack.determiners or _LISTED.search(
        text, max(0, numeral.start - 24), numeral.start
    )
    return end if is_led and not before.rank else None


def _is_listed(page: Page, end: int, following: re.Match[str] | None) -> bool:
    """Return whether another ordinal in digits follows the one that ends at *end*: '3. und 4. Platz', '3., 4.'."""
    if following is None:
        return _COMMA.match(page.text, end) is not None
    pack, word = page.lexicon.pack, following[2]
    links = word in pack.joiners or word in pack.alternatives or word in pack.ranges
    return links and _NEXT.match(page.text, following.end()) is not None


def read_article_fraction(page: Page, numeral: Numeral, before: Before) -> tuple[int, Fraction] | None:
    """Return start and share where an ordinal after an article is a fraction: 'a third of', 'a fifth were'.

    After 'every' it is one as well: 'jeder sechste' is 1 in 6. None where it is an ordinal.
    """
    lexicon, text = page.lexicon, page.text
    value = int(numeral.low)
    if before.word in lexicon.pack.every and value > 2:
        return None if lexicon.pack.capital_nouns is False else (numeral.start, Fraction(1, value))
    head = _ARTICLE.search(text[max(0, before.start - 5) : before.start]) if not before.article else None
    if before.article:
        if numeral.leading != "power":
            return None  # 'a hundred thousandth'
        start = before.start
    elif head and head[1].lower() in lexicon.pack.articles and not lexicon.pack.capital_nouns:
        start = before.start - len(head[0])
    else:
        return None
    if value < 3 or lexicon.pack.capital_nouns:
        return None
    follow = _FOLLOWING.match(text, numeral.end)
    alone = not text[numeral.end :].strip() and start == len(text) - len(text.lstrip())
    if alone or (follow and not follow[1] and follow[2].lower() in lexicon.stops):
        return start, Fraction(1, value)
    closes = _CLOSING.match(text, numeral.end) is not None
    return (start, Fraction(1, value)) if closes and not _is_next_in_turn(value, start, page) else None


def _is_next_in_turn(value: int, start: int, page: Page) -> bool:
    """Return whether the sentence counts one fewer before *start*: 'killed two people and injured a third'."""
    words = page.lexicon.words
    told = _SENTENCE.split(page.text[max(0, start - _TOLD) : start])[-1].lower()
    counted = (words[word].value if word in words else word for word in _WORDS.findall(told))
    return any(number in {value - 1, str(value - 1)} for number in counted)


def stands_as_ordinal(page: Page, numeral: Numeral, before: Before) -> int | None:
    """Return the end of an ordinal word, None where it is a unit of time ('per second')."""
    lexicon, text = page.lexicon, page.text
    unit = lexicon.measures.names.get(text[numeral.start : numeral.end].lower())
    if unit is not None and (before.word in lexicon.measures.per or before.word in lexicon.pack.cardinals):
        follow = _FOLLOWING.match(text, numeral.end)
        if follow is None or follow[2].lower() in lexicon.stops:
            return None
    return numeral.end
