"""From a stretch of text to tokens with classes."""

from __future__ import annotations

import re
from decimal import Decimal

from crosscheck.mentions.dates import tokens as t
from crosscheck.mentions.dates.lexicon import Entries, Entry, Lexicon
from crosscheck.mentions.dates.run import Piece, pieces
from crosscheck.mentions.dates.spoken import with_spoken_years
from crosscheck.mentions.dates.tokens import Token

_YEARS = range(1000, 2200)


def tokenize(text: str, start: int, end: int, floor: int, lexicon: Lexicon) -> list[Token]:
    """Return the tokens of the run of vocabulary around the core word at *start* to *end*, not before *floor*."""
    run = pieces(text, start, end, floor, lexicon)
    entries = lexicon.entries
    found: list[Token] = []
    at = 0
    spelled = False
    while at < len(run):
        piece = run[at]
        if piece.form == "word":
            begun = entries.get(piece.word)
            entry = _entry(run, at, begun) if begun is not None else None
            if entry:
                at += len(entry.words)
                spelled = spelled or entry.meanings[0][0] == t.CARDINAL
                _append_phrase(found, entry, text, piece, run[at - 1].end)
                continue
        at += _append_piece(found, run, at, text, lexicon)
    return with_spoken_years(found) if spelled and lexicon.words.hundreds else found


def _entry(run: list[Piece], at: int, begun: Entries) -> Entry | None:
    """Return the longest of the phrases that stands at piece *at*, which is the first word of all."""
    for entry in begun.longer.get(run[at + 1].word, ()) if at + 1 < len(run) else ():
        if len(entry.words) == 2 or _goes_on(run, at, entry.words):
            return entry
    return begun.alone


def _goes_on(run: list[Piece], at: int, words: tuple[str, ...]) -> bool:
    """Return whether the words from the third on stand there too."""
    return tuple(piece.word for piece in run[at + 2 : at + len(words)]) == words[2:]


def _append_phrase(found: list[Token], entry: Entry, text: str, first: Piece, end: int) -> None:
    start = first.start
    folded = first.word if first.end == end else text[start:end].lower()
    for code, value in entry.meanings:
        if code in _LONE and text[start].islower() and text[end - 1] != ".":  # 'sept.' is no word but a month
            found.append(Token(start, end, t.UNKNOWN, folded))
        else:
            found.append(Token(start, end, code, folded, value))


_LONE = frozenset((t.LONE_MONTH, t.LONE_WEEKDAY))


def _append_piece(found: list[Token], run: list[Piece], at: int, text: str, lexicon: Lexicon) -> int:
    """Append the piece at *at*, which begins no phrase; return how many pieces its token takes."""
    piece = run[at]
    start, end, form, word = piece.start, piece.end, piece.form, piece.word
    if form == "number":
        return _append_number(found, run, at, text, lexicon)
    if form == "colon":
        clock = tuple(int(part) for part in word.split(":"))
        code = t.COLON if clock[0] < 25 and clock[1] < 60 else t.UNKNOWN
        found.append(Token(start, end, code, word, clock))
    elif form in _FORMS:
        name = word.upper() if word[0].isalpha() or form != "quarter" else word[::-1].upper()
        found.append(Token(start, end, _FORMS[form], word, name))
    else:
        code = t.UNKNOWN if form == "word" else t.BREAK if form == "break" else _MARKS.get(word, word)
        found.append(Token(start, end, code, word))
    return 1


_FORMS = {
    "elapsed": t.ELAPSED,
    "iso": t.ISO,
    "numeric": t.NUMERIC,
    "partial": t.PARTIAL,
    "pair": t.YEAR_PAIR,
    "dotted": t.DOTTED,
    "quarter": t.QUARTER,
}
_MARKS = {"–": "-", "—": "-"}


def _append_number(found: list[Token], run: list[Piece], at: int, text: str, lexicon: Lexicon) -> int:
    words, piece = lexicon.words, run[at]
    start, end, digits = piece.start, piece.end, piece.word
    suffix, taken = _suffix(run, at)
    if suffix and digits.isdigit():
        if suffix in words.ordinal_suffixes:
            found.append(Token(start, run[at + taken - 1].end, t.ORDINAL, digits, int(digits)))
            return taken
        if suffix in words.decade_suffixes and digits[-1] == "0" and len(digits) in {2, 4}:
            value = digits[:-1] if len(digits) == 4 else _decade(digits)
            found.append(Token(start, run[at + taken - 1].end, t.DECADE, digits, value))
            return taken
    if len(digits) == 2 and _is_short_year(found, start, end, text):
        year = ("19" if int(digits) >= _LAST_CENTURY else "20") + digits
        found[-1] = Token(start - 1, end, t.YEAR, year, int(year))
        return 1
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


_LAST_CENTURY = 30
"""The first two digits that mean a year of the last century."""


_OPENS_YEAR = frozenset(t.MONTH + t.LONE_MONTH + t.SEASON + t.LONE_SEASON + t.GENITIVE + "," + t.SHORT + t.ORDINAL)
_CLOSING = re.compile(r"[\w.!?]['’](?!\w)")
_QUOTED = 60


def _is_short_year(found: list[Token], start: int, end: int, text: str) -> bool:
    """Return whether an apostrophe stands for the century ('in April of ’87') and opens no quotation."""
    if len(found) < 2 or found[-1].code != "'" or found[-1].end != start or found[-2].code not in _OPENS_YEAR:
        return False
    return not text[max(0, start - 2) : start - 1].strip() and not _CLOSING.search(text, end - 1, end + _QUOTED)


def _suffix(run: list[Piece], at: int) -> tuple[str, int]:
    """Return the letters glued to the digits at *at* and how many pieces both take."""
    if at + 1 < len(run) and run[at + 1].start == run[at].end:
        following = run[at + 1]
        if following.form == "word":
            return following.word, 2
        if following.word == "'" and at + 2 < len(run) and run[at + 2].start == following.end:
            return run[at + 2].word, 3
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
