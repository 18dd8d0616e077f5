"""What stands before a number: its sign, the currency, a hedge, a word that makes it a rank."""

from __future__ import annotations

import msgspec

from crosscheck.mentions.numbers.lexicon import Hedge
from crosscheck.mentions.numbers.numeral import Numeral
from crosscheck.mentions.numbers.page import BLANKS, QUOTES, Page

_DASHES = "-−–—‐‑"
_OPENERS = BLANKS + "([{=*/^\n"
_TOUCHING = "-(#№§°º~≈<>≤≥\"'’“„‘«»"
"""Marks that may stand between a word and the number."""
_HEDGING_SIGNS = "~≈<>≤≥"
_LEADS_IN = frozenset({"scale", "hundred", "group", "fraction", "vague", "plural", "power"})
_VERB_REACH = 8
"""Within how many words before a hedge a verb may stand that it is part of."""
_SIGNED = frozenset(("digits", "words", "fraction"))
_CURRENCY_LETTERS = 5
_ABBREVIATED = 3
_LONGEST_WORD = 24
_LONGEST_PRICE = 24
_DIGITS = "0123456789.,"
_ENDS_NO_MARK = frozenset("abcdefghijklmnopqtuvwxyz0123456789,;:)")
_NO_DOTS = "./:@\\=&?#_%^"


class Before(msgspec.Struct, frozen=True, gc=False):
    """What was read before a number. ``start`` is where the mention begins.

    ``word`` is the word before it, lower-case and without quotes, ``raw`` the same as printed; both '' at the start of
    a line. ``power`` is the scale that the currency's mark holds ('MEUR 60'). ``refused`` says that the digits are
    part of a name, a code or an address.
    """

    start: int
    word: str = ""
    raw: str = ""
    negative: bool = False
    currency: str = ""
    hedge: Hedge | None = None
    rank: bool = False
    article: bool = False
    refused: bool = False
    power: int = 0


def read_before(page: Page, numeral: Numeral) -> Before:
    """Return what stands before *numeral* and changes its reading."""
    if numeral.start == 0:
        return Before(0)
    touching = _read_touching(page, numeral)
    if touching is None:
        return Before(numeral.start, refused=True)
    start, currency, negative = touching
    text = page.text
    if currency and start and text[start - 1] in "-−" and (start == 1 or text[start - 2] in _OPENERS):
        negative, start = True, start - 1
    return _read_words(page, numeral, start, currency, negative=negative)


def _read_touching(page: Page, numeral: Numeral) -> tuple[int, str, bool] | None:
    """Return where currency and sign before the number begin, the currency's code, and whether the number is negative.

    None where the digits are part of a name, a code or an address.
    """
    text, start = page.text, numeral.start
    previous = text[start - 1]
    signs = page.lexicon.measures.signs
    if previous in BLANKS:
        if start == 2 and _is_lone_minus(text, numeral):
            return start, "", True
        if start > 1 and text[start - 2] not in _ENDS_NO_MARK:
            return *_spaced_currency(page, start), False
        return start, "", False
    if previous.isalnum() or previous == "=":
        start, currency = _glued_currency(page, start)
        return (start, currency, False) if currency else None
    if previous in signs:
        return *_signed_currency(page, start - 1), False
    if previous in _DASHES:
        negative = _read_dash(page, start)
        if negative is None:
            return None
        start -= negative
        if negative and start and text[start - 1] in signs:
            return *_signed_currency(page, start - 1), True
        return start, "", negative
    if previous in _NO_DOTS and start > 1 and text[start - 2].isalnum():
        is_score = previous == ":" and numeral.end - start == 1 and text[numeral.end : numeral.end + 1] != ":"
        return (start, "", False) if is_score else None
    return start, "", False


def _read_words(page: Page, numeral: Numeral, start: int, currency: str, *, negative: bool) -> Before:
    """Return what the words before the number say: article, minus, rank cue, hedge."""
    raw, at = _word_before(page, start)
    lexicon = page.lexicon
    word = _folded(raw)
    article = False
    if word in lexicon.pack.articles and numeral.leading in _LEADS_IN:
        start, article = at, True
        raw, at = _word_before(page, start)
        word = _folded(raw)
    if word in lexicon.pack.minus and not negative and numeral.form in _SIGNED and not _ends_hedge(page, start, word):
        start, negative = at, True
        raw, at = _word_before(page, start)
        word = _folded(raw)
    lead = lexicon.leads.get(word)
    hedge, rank = None, False
    if lead:
        rank = lead.rank and not currency and (numeral.form == "digits" or len(word) > _ABBREVIATED)
        rank = rank and numeral.form in ("digits", "words")
        hedge = _find_hedge(page, start, lead.length) if lead.length else None
    elif raw and raw[-1] in _HEDGING_SIGNS:
        hedge = lexicon.hedges.get(raw[-1])
    if hedge is None and numeral.form == "fraction" and word in lexicon.pack.determiners:
        hedge = read_hedge(page, at)  # 'mehr als die Hälfte'
    power = lexicon.measures.spaced_scales.get(page.text[start : numeral.start - 1], 0) if currency else 0
    return Before(start, word, raw, negative, currency, hedge, rank, article, False, power)


def read_hedge(page: Page, at: int) -> Hedge | None:
    """Return the hedge that ends right before *at*, None where none does."""
    lead = page.lexicon.leads.get(_folded(_word_before(page, at)[0]))
    return _find_hedge(page, at, lead.length) if lead is not None and lead.length else None


def _ends_hedge(page: Page, start: int, word: str) -> bool:
    """Return whether *word*, which ends before *start*, closes a hedge: 'au moins' is no minus."""
    lead = page.lexicon.leads.get(word)
    return lead is not None and bool(lead.length) and _find_hedge(page, start, lead.length) is not None


def _folded(word: str) -> str:
    return word.lower().replace("’", "'")


def _word_before(page: Page, at: int) -> tuple[str, int]:
    """Return the word that ends before *at*, quotes stripped, and where it begins; '' at the start of a line.

    An elided word is one of its own: 'un' stands before the number of "d'un million".
    """
    text = page.text
    if at > _LONGEST_WORD and text[at - 1] == " " and text[at - 2].isalnum():
        begin = text.rfind(" ", at - _LONGEST_WORD, at - 1) + 1
        word = text[begin : at - 1]
        if word.isalnum():
            return word, begin
    end = at
    while end and text[end - 1] in BLANKS:
        end -= 1
    if end == 0 or at - end > 3 or text[end - 1] == "\n" or (end == at and text[end - 1] not in _TOUCHING):
        return "", at
    end -= text[end - 1] == "-"
    low = max(0, end - _LONGEST_WORD)
    begin = max(text.rfind(" ", low, end), text.rfind("\n", low, end), text.rfind("\u00a0", low, end), low - 1) + 1
    word = text[begin:end]
    begin += len(word) - len(word.lstrip(QUOTES + ",;"))
    word = word.strip(QUOTES).lstrip(",;")
    elided = page.lexicon.elision.match(word) if page.lexicon.elision is not None else None
    if elided:
        return word[elided.end() :], begin + elided.end()
    return word, begin


def _find_hedge(page: Page, at: int, length: int) -> Hedge | None:
    """Return the hedge of at most *length* words that ends at *at*, the longest phrase first."""
    words = page.words_before(at, length)
    for count in range(len(words), 0, -1):
        phrase = " ".join(words[-count:])
        hedge = page.lexicon.hedges.get(phrase)
        if hedge is not None:
            verbs = page.lexicon.pack.hedges_of.get(phrase)
            return None if verbs and not verbs.isdisjoint(page.words_before(at, _VERB_REACH)) else hedge
    return None


def _glued_currency(page: Page, start: int) -> tuple[int, str]:
    """Return start and code of currency letters that touch the digits ('USD115', 'RM79', '$US5'), or no code."""
    text = page.text
    at = start
    while at and start - at < _CURRENCY_LETTERS and (text[at - 1].isalpha() or text[at - 1] in "$="):
        at -= 1
    mark = text[at:start]
    code = page.lexicon.measures.glued.get(mark)
    if code is None or (at and (text[at - 1].isalnum() or text[at - 1] in "_-")):
        return start, ""
    return at, code


def _signed_currency(page: Page, at: int) -> tuple[int, str]:
    """Return start and code of the currency whose sign stands at *at*, with letters before it ('US$', 'C $')."""
    text, measures = page.text, page.lexicon.measures
    sign = text[at]
    if at == 0 or not (text[at - 1].isalpha() or text[at - 1] in ". "):
        return at, measures.signs[sign]
    for length in (5, 4, 3, 2, 1):
        low = at - length
        if low < 0 or text[low] == " " or (low and (text[low - 1].isalnum() or text[low - 1] in ".'’")):
            continue
        letters = text[low:at]
        mark = letters.rstrip() + sign
        spaced = letters[-1] == " "
        code = measures.lettered.get(mark.upper())
        if code and not (spaced and mark[0] in "aAsSrRjJ" and len(mark) == 2):
            return low, code
    return at, measures.signs[sign]


def _spaced_currency(page: Page, start: int) -> tuple[int, str]:
    """Return start and code of a currency one blank before the number ('$ 5', 'USD 22.5', 'Rs 100'), or no code."""
    if start < 2:
        return start, ""
    text, measures = page.text, page.lexicon.measures
    before = text[start - 2]
    if before in measures.signs:
        if (
            start > 2
            and text[max(0, start - 4) : start - 2].rstrip(" ")[-1:].isdigit()
            and not _is_priced(page, start - 2)
        ):
            return start, ""  # '10 $ 30 $': the sign belongs to the number before
        return _signed_currency(page, start - 2)
    if not (before.isupper() or before in ".srłč"):
        return start, ""
    word, at = _word_before(page, start)
    code = measures.spaced.get(word)
    if code is None or (at > 1 and text[at - 2].isdigit() and not _is_priced(page, at)):
        return start, ""
    return at, code


def _is_priced(page: Page, at: int) -> bool:
    """Return whether the number that ends before *at* has a currency before it ('$ 20 $ 30', 'RMB 10 USD 20')."""
    head = page.text[max(0, at - _LONGEST_PRICE) : at].rstrip(" ").rstrip(_DIGITS).rstrip(" ")
    if not head:
        return False
    return head[-1] in page.lexicon.measures.signs or head.rpartition(" ")[2] in page.lexicon.measures.spaced


def _is_lone_minus(text: str, numeral: Numeral) -> bool:
    """Return whether a dash and a number are all there is, as in a table's cell: '- 1,200'."""
    return text[0] in "-−" and len(text[numeral.end :].strip()) < 4


def _read_dash(page: Page, start: int) -> bool | None:
    """Return whether the dash before the digits is a minus; None where it makes them part of a name ('COVID-19')."""
    if start == 1:
        return True
    text = page.text
    before = text[start - 2]
    if before.isalpha():
        word, _ = _word_before(page, start - 1) if text[start - 2] in BLANKS else (_letters_before(text, start - 1), 0)
        return False if word.lower() in page.lexicon.pack.joined or word.lower() in page.lexicon.pack.ranges else None
    if before.isdigit() or before == ".":
        return False
    if before in BLANKS and start > 2 and text[start - 3].isdigit():
        return False
    return before in _OPENERS or before in page.lexicon.measures.signs


def _letters_before(text: str, end: int) -> str:
    at = end
    while at and end - at < 12 and text[at - 1].isalpha():
        at -= 1
    return text[at:end]
