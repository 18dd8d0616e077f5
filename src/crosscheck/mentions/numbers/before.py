"""What stands before a number: its sign, the currency, a hedge, a word that makes it a rank or a name."""

from __future__ import annotations

from typing import NamedTuple

from crosscheck.mentions.numbers.lexicon import Hedge, Lexicon
from crosscheck.mentions.numbers.numerals import Numeral

_REACH = 48
_QUOTES = "\"'“”„‘’«»()[]"
_DASHES = "-−–—‐‑"
_BLANKS = " \u00a0\u202f\u2009\t"
_HEDGING_SIGNS = "~≈<>≤≥"
_LEADS_IN = frozenset({"scale", "hundred", "group", "fraction", "vague", "plural", "power"})


class Before(NamedTuple):
    """What was read before a number. ``start`` is where the mention begins; ``words`` are the last ones, lower-case.

    ``refused`` names why the digits are no number here, '' where they are.
    """

    start: int
    negative: bool = False
    currency: str = ""
    hedge: Hedge | None = None
    rank: bool = False
    words: tuple[str, ...] = ()
    raw: str = ""
    refused: str = ""


def read_before(text: str, numeral: Numeral, lexicon: Lexicon) -> Before:
    """Return what stands before *numeral* and changes its reading."""
    start = numeral.start
    if start == 0:
        return Before(0)
    previous = text[start - 1]
    negative, currency, position = False, "", start
    if previous not in _BLANKS:
        if previous.isalnum() or previous == "_":
            position, currency = _glued_currency(text, start, lexicon)
            if not currency:
                return Before(start, refused="part")
        elif previous in lexicon.measures.signs:
            position, currency = _signed_currency(text, start - 1, lexicon)
        elif previous in _DASHES or previous == "+":
            refused, negative = _read_dash(text, start)
            if refused:
                return Before(start, refused=refused)
            position = start - 1 if negative else start
            if negative and position and text[position - 1] in lexicon.measures.signs:
                position, currency = _signed_currency(text, position - 1, lexicon)
        elif previous in "./:@\\=&?#" and _is_inside_code(text, start):
            return Before(start, refused="code")
    elif start > 1:
        position, currency = _spaced_currency(text, start, lexicon)
    head = text[max(0, position - _REACH) : position]
    if currency and head and head[-1] in "-−" and (len(head) == 1 or head[-2] in _BLANKS + "("):
        negative, position, head = True, position - 1, head[:-1]
    return _read_words(Before(position, negative, currency), head, numeral, lexicon)


def _read_words(before: Before, head: str, numeral: Numeral, lexicon: Lexicon) -> Before:
    """Return *before* with what the words before the number say: article, minus, rank cue, hedge."""
    raw = head.split()
    if not raw or (head[-1] not in _BLANKS and head[-1] not in _QUOTES + _HEDGING_SIGNS + "#№" and head[-1:] != "\n"):
        return before._replace(raw=raw[-1] if raw else "")
    words = [word.strip(_QUOTES).lower() for word in raw[-6:]]
    start = before.start
    if words[-1] in lexicon.articles and numeral.leading in _LEADS_IN:
        start = start - len(head) + head.rindex(raw[-1]) + len(raw[-1]) - len(raw[-1].lstrip(_QUOTES))
        words.pop()
    negative = before.negative
    if words and words[-1] in lexicon.minus and not before.negative and numeral.form in ("digits", "words"):
        length = len(head) - head.rindex(raw[-1]) if words[-1] == raw[-1].lower() else 0
        if length:
            start, negative = before.start - length, True
            words.pop()
    rank = (
        bool(words) and words[-1] in lexicon.rank_cues and numeral.form in ("digits", "words") and not before.currency
    )
    hedge = _find_hedge(words, lexicon)
    return before._replace(
        start=start, negative=negative, rank=rank, hedge=hedge, words=tuple(words), raw=raw[-1].lstrip(_QUOTES)
    )


def _find_hedge(words: list[str], lexicon: Lexicon) -> Hedge | None:
    """Return the hedge that the last words make, the longest phrase first."""
    for length in range(min(lexicon.hedge_length, len(words)), 0, -1):
        hedge = lexicon.hedges.get(" ".join(words[-length:]))
        if hedge is not None:
            return hedge
    if words and words[-1] and words[-1][-1] in _HEDGING_SIGNS:
        return lexicon.hedges.get(words[-1][-1])
    return None


def _glued_currency(text: str, start: int, lexicon: Lexicon) -> tuple[int, str]:
    """Return start and code of currency letters that touch the digits ('USD115', 'RM79'), or no code."""
    at = start
    while at > 0 and start - at < 5 and text[at - 1].isalpha():
        at -= 1
    if at and (text[at - 1].isalnum() or text[at - 1] in "_-"):
        return start, ""
    mark = text[at:start]
    return (at, lexicon.measures.marks[mark]) if mark in lexicon.measures.marks else (start, "")


def _signed_currency(text: str, at: int, lexicon: Lexicon) -> tuple[int, str]:
    """Return start and code of the currency whose sign stands at *at*, with letters before it ('US$', 'c $')."""
    measures = lexicon.measures
    sign = text[at]
    for length in (4, 3, 2, 1):
        low = at - length
        if low < 0 or (low > 0 and (text[low - 1].isalnum() or text[low - 1] == ".")):
            continue
        letters = text[low:at]
        code = measures.marks.get((letters.rstrip() + sign).lower()) or (
            letters.strip() if letters.strip().upper() in measures.codes else ""
        )
        if code and not letters[0].isspace():
            return low, code.upper() if len(code) == 3 else code
    return at, measures.signs[sign]


def _spaced_currency(text: str, start: int, lexicon: Lexicon) -> tuple[int, str]:
    """Return start and code of a currency one blank before the number ('$ 5', 'USD 22.5', 'Rs 100'), or no code."""
    measures = lexicon.measures
    before = text[start - 2]
    if before in measures.signs:
        if start > 2 and text[start - 3].isdigit():  # '10 $ 30 $': the sign belongs to the number before
            return start, ""
        return _signed_currency(text, start - 2, lexicon)
    if not before.isalpha() and before != ".":
        return start, ""
    at = start - 1
    while at > 0 and start - at < 7 and (text[at - 1].isalpha() or text[at - 1] in "$€£."):
        at -= 1
    mark = text[at : start - 1]
    code = measures.marks.get(mark, "")
    if not code or (at > 1 and text[at - 2].isdigit()) or (len(mark) < 2):
        return start, ""
    return at, code


def _read_dash(text: str, start: int) -> tuple[str, bool]:
    """Return why the digits after a dash are no number ('' where they are one), and whether the dash is a minus."""
    if text[start - 1] == "+":
        return "", False
    if start == 1:
        return "", True
    before = text[start - 2]
    if before.isalpha():
        at = start - 2
        while at > 0 and text[at - 1].isalpha():
            at -= 1
        word = text[at : start - 1]
        return ("", False) if word.islower() and len(word) > 2 else ("part", False)
    if before.isdigit():
        return "", False
    return "", before in _BLANKS + "([{=:*/^\n$€£"


def _is_inside_code(text: str, start: int) -> bool:
    """Return whether digits after a mark belong to an address, a time or a file name."""
    before = text[start - 2] if start > 1 else " "
    return before.isalnum()
