"""From a stretch of text to tokens with classes."""

from __future__ import annotations

from decimal import Decimal
from re import Match

from crosscheck.mentions.dates import tokens as t
from crosscheck.mentions.dates.lexicon import Entry, Lexicon
from crosscheck.mentions.dates.tokens import RAW, Token

_YEARS = range(1000, 2200)


_REACH = 48
"""How many code points before a core word its expression may begin."""
_LONGEST = 48
"""How many raw tokens a run may have; a longer one is read in pieces."""


def tokenize(text: str, start: int, end: int, floor: int, lexicon: Lexicon) -> list[Token]:
    """Return the tokens of the run of vocabulary around the core word at *start* to *end*, not before *floor*."""
    raw = [*_leading(text, start, floor, lexicon), *_trailing(text, start, end, lexicon)]
    found: list[Token] = []
    at = 0
    while at < len(raw):
        if raw[at].lastgroup == "word":
            entry = _entry(raw, at, lexicon)
            if entry:
                first, last = raw[at].start(), raw[at + len(entry.words) - 1].end()
                _append_phrase(found, entry, text, first, last)
                at += len(entry.words)
                continue
        at += _append_digits(found, raw, at, text, lexicon)
    return found


def _leading(text: str, start: int, floor: int, lexicon: Lexicon) -> list[Match[str]]:
    """Return the raw tokens right before *start* that the vocabulary has, in text order."""
    at = max(floor, start - _REACH)
    cut = at > floor and text[at - 1].isalnum()
    raw = list(RAW.finditer(text, at, start))
    first = len(raw)
    while first > cut and _belongs(raw[first - 1], lexicon):
        first -= 1
    return raw[first:]


def _trailing(text: str, start: int, end: int, lexicon: Lexicon) -> list[Match[str]]:
    """Return the raw tokens from *start* on, up to the first past *end* that the vocabulary lacks."""
    raw: list[Match[str]] = []
    for match in RAW.finditer(text, start):
        if match.start() >= end and (len(raw) >= _LONGEST or not _belongs(match, lexicon)):
            break
        raw.append(match)
    return raw


def _belongs(match: Match[str], lexicon: Lexicon) -> bool:
    kind = match.lastgroup
    if kind == "word":
        return match[0].lower() in lexicon.vocabulary
    return kind != "break" and (kind != "mark_" or match[0] in _JOINING)


_JOINING = frozenset(".,/()-–—'’&")


def _entry(raw: list[Match[str]], at: int, lexicon: Lexicon) -> Entry | None:
    """Return the longest phrase of the lexicon that starts at token *at*."""
    for entry in lexicon.entries.get(raw[at][0].lower(), ()):
        words = entry.words
        if len(words) == 1 or (
            len(raw) >= at + len(words) and all(_fold(raw[at + n][0]) == word for n, word in enumerate(words) if n)
        ):
            return entry
    return None


def _fold(word: str) -> str:
    return "'" if word == "’" else word.lower()


def _append_phrase(found: list[Token], entry: Entry, text: str, start: int, end: int) -> None:
    word = text[start:end]
    folded = word.lower()
    for code, value in entry.meanings:
        if code in {t.LONE_MONTH, t.LONE_WEEKDAY} and word[0].islower():
            found.append(Token(start, end, t.UNKNOWN, folded))
        else:
            found.append(Token(start, end, code, folded, value))


def _append_digits(found: list[Token], raw: list[Match[str]], at: int, text: str, lexicon: Lexicon) -> int:
    """Append the token at *at*, which is no phrase; return how many raw tokens it takes."""
    match = raw[at]
    kind, start, end = match.lastgroup, match.start(), match.end()
    if kind == "number":
        return _append_number(found, raw, at, text, lexicon)
    if kind == "colon":
        clock = tuple(int(part) for part in match[0].split(":"))
        code = t.COLON if clock[0] < 25 and clock[1] < 60 else t.UNKNOWN
        found.append(Token(start, end, code, match[0], clock))
    elif kind in _FORMS:
        found.append(Token(start, end, _FORMS[kind], match[0], match[0].upper()))
    elif kind == "break":
        found.append(Token(start, end, t.BREAK, match[0]))
    elif kind == "word":
        found.append(Token(start, end, t.UNKNOWN, match[0].lower()))
    else:
        found.append(Token(start, end, _MARKS.get(match[0], match[0]), match[0]))
    return 1


_FORMS = {
    "iso": t.ISO,
    "numeric": t.NUMERIC,
    "partial": t.PARTIAL,
    "pair": t.YEAR_PAIR,
    "dotted": t.DOTTED,
    "quarter": t.QUARTER,
}
_MARKS = {"–": "-", "—": "-", "’": "'"}


def _append_number(found: list[Token], raw: list[Match[str]], at: int, text: str, lexicon: Lexicon) -> int:
    match, words = raw[at], lexicon.words
    start, end, digits = match.start(), match.end(), match[0]
    suffix, taken = _suffix(raw, at)
    if suffix and digits.isdigit():
        if suffix in words.ordinal_suffixes:
            found.append(Token(start, raw[at + taken - 1].end(), t.ORDINAL, digits, int(digits)))
            return taken
        if suffix in words.decade_suffixes and digits[-1] == "0" and len(digits) in {2, 4}:
            value = digits[:-1] if len(digits) == 4 else _decade(digits)
            found.append(Token(start, raw[at + taken - 1].end(), t.DECADE, digits, value))
            return taken
    if len(digits) <= 2:
        if words.ordinal_dot and text[end : end + 1] == "." and not text[end + 1 : end + 2].isdigit():
            found.append(Token(start, end + 1, t.ORDINAL, digits, int(digits)))
            return 2
        found.append(Token(start, end, t.SHORT, digits, int(digits)))
    elif len(digits) == 4 and digits.isdigit() and int(digits) in _YEARS:
        found.append(Token(start, end, t.YEAR, digits, int(digits)))
    else:
        found.append(Token(start, end, t.NUMBER, digits, _decimal(digits, words.decimal_mark)))
    return 1


def _suffix(raw: list[Match[str]], at: int) -> tuple[str, int]:
    """Return the letters glued to the digits at *at* and how many raw tokens both take."""
    if at + 1 < len(raw) and raw[at + 1].start() == raw[at].end():
        following = raw[at + 1]
        if following.lastgroup == "word":
            return following[0].lower(), 2
        if following[0] in "'’" and at + 2 < len(raw) and raw[at + 2].start() == following.end():
            return raw[at + 2][0].lower(), 3
    return "", 1


def _decade(digits: str) -> str:
    """Return the TIMEX3 decade of two digits: the twentieth century's, but for 00 to 20."""
    return ("19" if int(digits) > 20 else "20") + digits[0]


def _decimal(digits: str, mark: str) -> Decimal:
    """Return the value of *digits* whose decimal mark is *mark*; the other mark groups."""
    group = "," if mark == "." else "."
    head, _, tail = digits.partition(mark)
    if mark in tail or (group not in digits and not tail and mark in digits):
        return Decimal(digits.replace(mark, "").replace(group, ""))
    whole = head.replace(group, "")
    if group in head and any(len(part) != 3 for part in head.split(group)[1:]):
        whole = head.replace(group, ".", 1).replace(group, "")
        return Decimal(whole)
    return Decimal(f"{whole}.{tail}" if tail else whole)
