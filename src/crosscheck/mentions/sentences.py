"""Sentence boundaries: one scan for stops and line breaks, and a decision on each from the words around it.

A blank line always ends a sentence. A single line break does, unless the line goes on below: in lower case or after a
comma, or within a block of lines that are all filled to one width. A stop ends a sentence unless the word before it is
an abbreviation, an initial or an ordinal, or the word after it is in lower case. Every decision looks at a bounded
piece of text, so that the time grows with the length of the text alone.
"""

from __future__ import annotations

import re
from itertools import pairwise

from crosscheck.languages import LanguagePack
from crosscheck.languages.sentences import SentenceWords
from crosscheck.records import Span

_OPENING = "\"'“”„‚‘’«»‹›(\\[{¿¡•*"
_CLOSING = "\"'“”’‘«»‹›)\\]}"
_QUOTES = frozenset("\"'“”’‘«»‹›")
_BREAKS = r"\n\r\x0b\x0c\x85\u2028\u2029"
_STOPS = ".!?…"
# Patterns begin with one set of characters: that is what the engine finds fast.
_STOP_OR_BREAK = re.compile(rf"[{_STOPS}{_BREAKS}](?:(?<=[{_STOPS}])[{_STOPS}]*+|\s*+)")
_TAIL = re.compile(rf"(?:[{_CLOSING}]|\[\d{{1,3}}\]|[ \xa0\u202f]»(?=\s|\Z))*(?=\s|\Z)")
_FOLLOW = re.compile(rf"[^\S{_BREAKS}]*+[{_OPENING}]*+([^\W_]*+)")
_BREAK_AHEAD = re.compile(rf"[^\S{_BREAKS}]*+[{_BREAKS}]")
_BLANK_LINE = re.compile(rf"[{_BREAKS}](?:(?<=[\x0c\u2029])|(?:(?<!\r)|\n|(?!\n))[^\S{_BREAKS}]*+[{_BREAKS}])")
_DOTTED = re.compile(r"(?:\w\.)+\w|\d{1,2}\.\d{1,2}")
_ROMAN = re.compile(r"[IVXL]{1,6}")
_LOOK_BACK = 40
_LAST_DAY = 31
"""The greatest ordinal that is one of a day."""
_WRAP_WIDTHS = range(40, 121)
_UNFINISHED = frozenset(",;:-–—/&")


def find_sentences(text: str, pack: LanguagePack) -> tuple[Span, ...]:
    """Return the sentences of *text* in order, white space trimmed; every other code point lies in exactly one."""
    words = pack.sentences
    spans: list[Span] = []
    start = _skip_space(text, 0)
    block = start
    wrapped: bool | None = None
    for hit in _STOP_OR_BREAK.finditer(text, start):
        at, after = hit.span()
        if text[at] in _STOPS:
            end = _end_at_stop(text, start, at, after, words)
        elif hit[0] != "\n" and _BLANK_LINE.match(hit[0]):
            end = _trim(text, start, at)
            block, wrapped = after, None
        else:
            wrapped = _is_filled(text, block) if wrapped is None else wrapped
            end = _end_at_break(text, start, hit, wrapped, words)
        if end > start:
            spans.append(Span(start, end))
            start = _skip_space(text, end)
    if start < len(text):
        spans.append(Span(start, _trim(text, start, len(text))))
    return tuple(spans)


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _trim(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _end_at_stop(text: str, start: int, stop: int, after: int, words: SentenceWords) -> int:
    """Return where the sentence ends whose stop is *stop* to *after*, closing marks included, or 0 where it goes on."""
    following = text[after : after + 2]
    if following[:1] == "\n" or following[:1].isalnum():
        return 0
    if following[:1] == " " and following[1:].isalpha():  # nearly always: no closing mark, no line break
        if following[1].islower():
            return 0
        return after if after > stop + 1 or text[stop] != "." or _is_full_stop(text, start, stop, after, words) else 0
    tail = _TAIL.match(text, after)
    if tail is None or _BREAK_AHEAD.match(text, tail.end()):
        return 0
    return tail.end() if _is_end(text, start, stop, after, tail.end(), words) else 0


def _is_end(text: str, start: int, stop: int, after: int, end: int, words: SentenceWords) -> bool:
    """Return whether the stop from *stop* to *after*, closing marks up to *end*, ends the sentence from *start* on."""
    word = _word_behind(text, end)
    if not word:
        return text[end : end + 2].strip()[:1] not in _UNFINISHED
    if word[0].islower():
        return False
    quoted = end > after and text[end - 1] in _QUOTES
    if after > stop + 1 or text[stop] != ".":
        return not (quoted and text[after - 1] in "!?" and _is_spoken(text, end, words))
    return quoted or _is_full_stop(text, start, stop, end, words)


def _is_spoken(text: str, end: int, words: SentenceWords) -> bool:
    """Return whether a name and a speech verb follow: '"Who was it?" Mary Poole asked.'"""
    pieces = text[end : end + _LOOK_BACK].split()[:4]
    for piece in pieces:
        if piece in words.speech_verbs or piece.rstrip(",.:") in words.speech_verbs:
            return True
        if not piece[0].isupper():
            return False
    return False


def _is_full_stop(text: str, start: int, stop: int, end: int, words: SentenceWords) -> bool:
    """Return whether the stop at *stop* is more than an abbreviation's; a word in capitals or digits follows *end*."""
    before = text[stop - _LOOK_BACK if stop - start > _LOOK_BACK else start : stop].rsplit(None, 2)
    token = before[-1].lstrip(_OPENING) if before else ""
    if not token:
        return True
    if token.isdecimal():
        opens = stop - start <= len(before[-1])
        lead = before[-2].lstrip(_OPENING) if len(before) > 1 else ""
        return len(token) > 2 if opens else _ends_in_number(lead, token, _word_behind(text, end), words)
    if _is_listed(token, words.closed_abbreviations):
        return False
    if token in words.numbered_abbreviations:
        return not _word_behind(text, end)[0].isdecimal()
    is_open = token in words.open_abbreviations or ("." in token and _DOTTED.fullmatch(token) is not None)
    if is_open or (len(token) == 1 and token.isalpha()) or (words.ordinal_stop and _ROMAN.fullmatch(token)):
        return _word_behind(text, end) in words.starters
    return True


def _word_behind(text: str, end: int) -> str:
    """Return the letters and digits that follow *end*, past blanks and opening marks; '' where none do."""
    follow = _FOLLOW.match(text, end)
    return follow[1] if follow else ""


def _is_listed(token: str, abbreviations: frozenset[str]) -> bool:
    """Return whether *token* is listed as it stands or, for the start of a sentence, in lower case."""
    if token in abbreviations:
        return True
    return not token[0].islower() and token[0].lower() + token[1:] in abbreviations


def _ends_in_number(lead: str, token: str, word: str, words: SentenceWords) -> bool:
    """Return whether the number *token* ends a sentence rather than being an ordinal; *lead* stands before it."""
    if not words.ordinal_stop or len(token) > 3 or word in words.starters or word[0].isdecimal():
        return True
    if lead.lower() in words.before_ordinal or (word in words.after_ordinal and int(token) <= _LAST_DAY):
        return False
    if lead.lower() in words.before_cardinal:
        return True
    return int(token) > _LAST_DAY or (lead[-1:].isalpha() and lead[:1].isupper())


def _is_filled(text: str, block: int) -> bool:
    """Return whether the lines from *block* to the next blank line are running text broken at one width.

    They are when there are three or more, none longer than a page is wide, and no line had room for the next word.
    """
    blank = _BLANK_LINE.search(text, block)
    lines = [line.strip() for line in text[block : blank.start() if blank else len(text)].splitlines()]
    width = max(map(len, lines), default=0)
    if len(lines) < 3 or width not in _WRAP_WIDTHS:
        return False
    return all(len(line) + 1 + len(below.split(None, 1)[0]) > width for line, below in pairwise(lines) if below)


def _end_at_break(text: str, start: int, line_break: re.Match[str], wrapped: bool, words: SentenceWords) -> int:
    """Return where the sentence before a single line break ends, or 0 where it goes on below."""
    end = _trim(text, start, line_break.start())
    below = line_break.end()
    if below == len(text) or (not wrapped and text[end - 1] in _STOPS):
        return end
    line = text[max(start, end - _LOOK_BACK) : end]
    body = line.rstrip(_CLOSING)
    if body.endswith(tuple(_STOPS)):
        view, stop = f"{line} {text[below : below + _LOOK_BACK]}", len(body.rstrip(_STOPS))
        return 0 if wrapped and not _is_end(view, 0, stop, len(body), len(line), words) else end
    return 0 if wrapped or body.endswith(",") or text[below].islower() else end
