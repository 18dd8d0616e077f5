"""What stands after a number: a scale mark, percent, a unit, a currency, a rate, the marks of an ordinal."""

from __future__ import annotations

import re
from typing import NamedTuple

from crosscheck.mentions.numbers.lexicon import Lexicon
from crosscheck.mentions.numbers.measures import Measure
from crosscheck.mentions.numbers.numerals import Numeral

_BLANK = r"[ \u00a0\u202f\u2009]"
_NEXT = re.compile(rf"({_BLANK}?[-‐‑]?{_BLANK}?\(?)([^\W\d_]+[.'’]?|[%‰％°º℃℉$€£¥₹₽₩₪₺₴₿₡₭₾៛¢″\"”′'’])")
_PHRASE_WORD = re.compile(r"[ \u00a0-]([^\W\d_]+\.?)")
_SYMBOL = re.compile(
    r"(?:[^\W\d_]+|°)(?:[²³]|\^?[23](?![0-9])|(?: ?/ ?|-)[^\W\d_]+(?:[²³]|\^?[23](?![0-9]))?)?|°[ ]?[^\W\d_]+"
)


class After(NamedTuple):
    """What was read after a number: the measure, where the mention ends, and a scale mark's power of ten."""

    end: int
    measure: Measure | None = None
    power: int = 0
    glued: bool = False


def read_after(text: str, numeral: Numeral, *, money: bool, lexicon: Lexicon) -> After:
    """Return what stands after *numeral*; *money* says that a currency stood before it."""
    end, power = numeral.end, 0
    match = _NEXT.match(text, end)
    if match is None:
        return After(end)
    gap, piece = match[1], match[2]
    if numeral.form == "digits" and not numeral.scaled and "(" not in gap and "-" not in gap:
        mark = _scale_mark(text, match, money=money, lexicon=lexicon)
        if mark:
            power, end = mark
            match = _NEXT.match(text, end)
            if match is None:
                return After(end, power=power)
            gap, piece = match[1], match[2]
    found = _measure_at(text, match.start(2), glued=not gap, lexicon=lexicon)
    if found is None:
        return After(end, power=power, glued=not gap and piece[0].isalpha() and not power)
    measure, after = found
    if "(" in gap:
        if after < len(text) and text[after] == ")" and measure.kind != "money":
            return After(after + 1, measure, power)
        return After(end, power=power)
    return After(after, measure, power)


def _scale_mark(text: str, match: re.Match[str], *, money: bool, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return power of ten and end of a scale mark ('3.5m', '2 bn', '3,5 Mio.'), None where none follows."""
    marks = lexicon.measures.scale_marks
    letters = match[2]
    glued = not match[1]
    end = match.end()
    if letters not in marks:
        letters, end = letters.rstrip(".'’"), match.start(2) + len(letters.rstrip(".'’"))
        if letters not in marks:
            return None
    if text[end : end + 1] in ("/", "²", "³", "^", "2", "3"):
        return None
    power = marks[letters]
    if money or len(letters.rstrip(".")) > 2 or letters in ("bn", "mn", "tn"):
        return power, end
    if letters in ("mm", "MM", "mil", "cr", "Cr"):
        return (power, end) if letters != "mm" else None
    following = text[end : end + 2]
    counts = len(following) == 2 and following[0] == " " and following[1].isalpha()
    if letters in ("m", "t", "b"):
        return (power, end) if letters != "t" and glued and counts and _counts_noun(text, end, lexicon) else None
    if letters in ("K", "B", "T", "M", "G") and not glued:
        return (power, end) if counts and _counts_noun(text, end, lexicon) else None
    return power, end


def _counts_noun(text: str, end: int, lexicon: Lexicon) -> bool:
    word = _PHRASE_WORD.match(text, end)
    return word is not None and word[1].lower() not in lexicon.stops


def _measure_at(text: str, at: int, *, glued: bool, lexicon: Lexicon) -> tuple[Measure, int] | None:
    """Return the measure that begins at *at*, the longest reading first, and its end."""
    measures = lexicon.measures
    symbol = _SYMBOL.match(text, at)
    if symbol:
        found = _symbol_measure(text, symbol[0], at, glued=glued, lexicon=lexicon)
        if found:
            return found
    words = [_first_word(text, at)]
    first = words[0]
    length = max(measures.first_words.get(first, 0), measures.first_words.get(first.lower(), 0))
    ends = [at + len(first)]
    while len(words) < length:
        more = _PHRASE_WORD.match(text, ends[-1])
        if more is None:
            break
        words.append(more[1])
        ends.append(more.end())
    for count in range(len(words), 0, -1):
        phrase = " ".join(words[:count])
        for spelling, end in ((phrase, ends[count - 1]), (phrase.rstrip("."), ends[count - 1] - phrase.endswith("."))):
            measure = measures.names.get(spelling.lower()) or (
                measures.symbols.get(spelling) if count > 1 or not spelling.isalpha() else None
            )
            if measure is not None and not text[end : end + 1].isalnum():
                return measure, end
    return None


def _first_word(text: str, at: int) -> str:
    match = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]\.?)*\.?|\S").match(text, at)
    return match[0] if match else ""


def _symbol_measure(text: str, symbol: str, at: int, *, glued: bool, lexicon: Lexicon) -> tuple[Measure, int] | None:
    """Return the measure of a unit symbol; weak ones only where nothing else can be meant."""
    symbols = lexicon.measures.symbols
    while symbol:
        measure = symbols.get(symbol)
        end = at + len(symbol)
        if measure is not None and not (text[end : end + 1].isalnum()):
            if not measure.weak or glued or _stands_alone(text, end):
                return measure, end
            return None
        cut = max(symbol.rfind("/"), symbol.rfind("-"), symbol.rfind(" "))
        symbol = symbol[:cut].rstrip() if cut > 0 else ""
    return None


def _stands_alone(text: str, end: int) -> bool:
    """Return whether nothing follows that could be the next word of a sentence."""
    following = text[end : end + 2]
    return not (len(following) == 2 and following[0] in " -'’" and following[1].isalnum())
