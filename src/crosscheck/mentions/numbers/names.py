"""Numbers that are no quantity: years, and numbers that belong to a name ('FTSE 100', 'Boeing 737')."""

from __future__ import annotations

import re

from crosscheck.mentions.numbers.before import Before
from crosscheck.mentions.numbers.nouns import CountedNoun, find_noun
from crosscheck.mentions.numbers.numeral import Numeral
from crosscheck.mentions.numbers.page import Page
from crosscheck.mentions.numbers.series import is_in_series
from crosscheck.mentions.wholes import is_part_of_more

_SENTENCE_ENDS = ".!?:;\n\"'“”„»«(–—-•*|"
_STREET = re.compile(r"(?:[-–][0-9]+)?((?: [A-Z][\w'’]*\.?){2,4})")
_SCORE = re.compile(r"[-–]([0-9]{1,3})(?![-–/]?\w)")
_GOAL_DIGITS, _POINT_DIGITS = 2, 3
_WHOLE = re.compile(r" ((?:[a-zäöü]+(?:['’]s)? ){1,3})([0-9]+)\b(?![-–.,:][0-9])")
_APOSTROPHES = frozenset("'’")
_POINT_OF_LIST = re.compile(r"\.[ \t]+[^\W\d_]")
_COUNT_END = re.compile(r"(?:\b[^\W\d_A-Z][^\W\d_]* |[0-9]{1,3}[.,])[0-9]+$")
_LONGEST_COUNT = 24
"""Of how many code points a number with the word before it is looked at."""
_LIST_REACH = 160
"""Within how many code points before a number another may count the same in one list."""
_LAST_DAY = 31
_FIRST_YEAR, _LAST_YEAR, _CERTAIN_YEAR = 1100, 2100, 1900


def is_year(page: Page, numeral: Numeral, before: Before, noun: CountedNoun | None) -> bool:
    """Return whether four digits without a mark are a year."""
    if numeral.end - numeral.start != 4 or numeral.form != "digits":
        return False
    surface = page.text[numeral.start : numeral.end]
    if not surface.isdigit() or not _FIRST_YEAR <= int(surface) <= _LAST_YEAR or before.negative:
        return False
    lexicon = page.lexicon
    if is_part_of_more(page.text, numeral.end, int(surface), lexicon.pack.wholes):
        return False
    if before.hedge is not None and (before.hedge.words.bound or noun is not None):
        return False
    announced = before.word in lexicon.pack.years or before.word in lexicon.pack.months
    if before.hedge is not None and noun is None and surface[2:] != "00":
        return True
    if noun is not None and (surface.endswith("00") or lexicon.pack.capital_nouns):
        return announced
    return announced or (int(surface) >= _CERTAIN_YEAR and bool(before.word))


def is_name(page: Page, numeral: Numeral, before: Before, noun: CountedNoun | None, follower: str) -> bool:
    """Return whether plain digits belong to the name or the label before them, or to the month *follower*."""
    raw = before.raw
    if follower in page.lexicon.pack.months and 0 < numeral.low <= _LAST_DAY:
        return True  # '9 May'
    if numeral.form != "digits":
        return _is_surname(page, numeral, before, noun)
    if page.lexicon.pack.thoroughfares and _is_address(page, numeral):
        return True
    if not raw or numeral.scaled or before.hedge is not None or before.rank:
        return False
    surface = page.text[numeral.start : numeral.end]
    if not surface.isdigit() or (surface[0] == "0" and len(surface) > 1):
        return surface.isdigit()
    lexicon, word = page.lexicon, before.word
    if word in lexicon.pack.labels or (noun is None and word.endswith(lexicon.pack.label_endings)):
        return word not in lexicon.measures.rates or not _is_pace(page, numeral)
    if word in lexicon.pack.months:
        return int(surface) <= _LAST_DAY
    if word == raw or not raw[-1].isalnum() or word in lexicon.stops or raw in lexicon.measures.spaced:
        return False
    if (
        _is_part(page, numeral)
        or _is_score(page.text, numeral)
        or is_in_series(page.lexicon.series, page.text, numeral.start, numeral.end)
    ):
        return False
    if lexicon.pack.capital_nouns:
        return noun is None and (raw.isupper() or sum(map(str.isupper, raw)) > 1)
    if noun is not None and (raw.endswith("s") or _begins_sentence(page.text, numeral.start, raw)):
        return False  # 'gave the Liberals 37 seats'
    return len(surface) <= 4 and not (noun is not None and _is_counted_before(page.text, numeral, noun))


def _is_pace(page: Page, numeral: Numeral) -> bool:
    """Return whether the word before digits says how often it is so many, and is no label: 'pro Tag 150 Patienten'."""
    return page.words_before(numeral.start, 2)[0].lower() in page.lexicon.measures.per


def _is_counted_before(text: str, numeral: Numeral, noun: CountedNoun) -> bool:
    """Return whether a number of as many digits is certain to count the same before: '812 votes, Orme 774 votes'.

    Behind a verb, or with a mark between its digits, it is no part of a name.
    """
    digits, counted = numeral.end - numeral.start, text[numeral.end : noun.end]
    at = text.rfind(counted, max(0, numeral.start - _LIST_REACH), numeral.start)
    while at >= 0:
        other = _COUNT_END.search(text, max(0, at - _LONGEST_COUNT), at)
        if other is not None and sum(map(str.isdigit, other[0])) >= digits:
            return True
        at = text.rfind(counted, max(0, numeral.start - _LIST_REACH), at)
    return False


def _is_surname(page: Page, numeral: Numeral, before: Before, noun: CountedNoun | None) -> bool:
    """Return whether a number word with a capital stands behind another such word, as names do: 'Clara Tausend'.

    Behind 'Rund', 'Die' and 'Platz' it is a number all the same.
    """
    raw, lexicon = before.raw, page.lexicon
    if noun is not None or numeral.form != "words" or not lexicon.pack.capital_nouns:
        return False
    if not (page.text[numeral.start].isupper() and raw.isalpha() and raw.istitle()) or before.article or before.rank:
        return False
    return before.hedge is None and before.word not in lexicon.stops and before.word not in lexicon.pack.determiners


def is_enumerator(text: str, numeral: Numeral) -> bool:
    """Return whether digits number the points of a list: '1) ...', '1. Time ...' at the start of a line."""
    if numeral.end - numeral.start > 2:
        return False
    if _POINT_OF_LIST.match(text, numeral.end):
        line = text.rfind("\n", 0, numeral.start) + 1
        if not text[line : numeral.start].strip():
            return True
    if not text.startswith((")", " )"), numeral.end):
        return False
    head = text[max(0, numeral.start - 80) : numeral.start]
    return head.rfind("(") <= head.rfind(")") or head.rpartition("\n")[2].strip(" ") == "("


def is_adjective(page: Page, numeral: Numeral) -> bool:
    """Return whether a word that counts nothing is an adjective behind a noun and its article: 'un bâtiment neuf'."""
    if page.text[numeral.start : numeral.end].lower() not in page.lexicon.pack.adjectives:
        return False
    article = page.words_before(numeral.start, 2)[:-1]
    return bool(article) and (article[0] in page.lexicon.pack.articles or article[0] in page.lexicon.pack.determiners)


def _is_part(page: Page, numeral: Numeral) -> bool:
    """Return whether the greater number that it is a part of follows: 'so gewann die CDU 18 der 44 Sitze'.

    Whose that is may stand before it: '18 of the council's 44 seats'.
    """
    match = _WHOLE.match(page.text, numeral.end)
    if match is None or numeral.low >= int(match[2]):
        return False
    pack = page.lexicon.pack
    return all(word in pack.determiners or word in pack.of or word[-2:-1] in _APOSTROPHES for word in match[1].split())


def _is_score(text: str, numeral: Numeral) -> bool:
    """Return whether the digits are the first of a score behind a name: 'beat York 4-2'; a '737-800' is none."""
    match = _SCORE.match(text, numeral.end)
    if match is None:
        return False
    longest = max(len(match[1]), numeral.end - numeral.start)
    return longest <= _GOAL_DIGITS or (longest <= _POINT_DIGITS and numeral.low > int(match[1]))


def _is_address(page: Page, numeral: Numeral) -> bool:
    """Return whether the number is that of a house: a street's name follows, and nothing that could be counted."""
    ahead = page.text[numeral.end + 1 : numeral.end + 2]
    match = _STREET.match(page.text, numeral.end) if ahead.isupper() or ahead.isdigit() else None
    if match is None:
        return False
    end = match.start(1)
    for place, name in enumerate(match[1].split()):
        end += 1 + len(name)
        if place and name.lower() in page.lexicon.pack.thoroughfares:
            return find_noun(page, end, one=False) is None
    return False


def _begins_sentence(text: str, start: int, raw: str) -> bool:
    """Return whether the word *raw* before *start* is the first of its sentence, so that its capital says nothing."""
    at = text.rfind(raw, 0, start)
    head = text[max(0, at - 3) : at].rstrip(" \u00a0")
    return not head or head[-1] in _SENTENCE_ENDS
