"""What stands after a number: a scale mark, percent, a unit, a currency."""

from __future__ import annotations

import re

import msgspec
from msgspec.structs import replace

from crosscheck.mentions.numbers.measures import Measure
from crosscheck.mentions.numbers.nouns import find_noun
from crosscheck.mentions.numbers.numeral import Numeral
from crosscheck.mentions.numbers.page import Page
from crosscheck.mentions.numbers.partitives import past_of, takes_of

_BLANK = "[ \u00a0\u202f\u2009]"
_NEXT = re.compile(
    rf"({_BLANK}?[-‐‑]?{_BLANK}{{0,2}}[(\[{{<]?)([^\W\d_]+|[%‰％°º℃℉″\"”′'’\u0024€£¥₹₽₩₪₺₴₿₡₭₾៛₫₦฿₱¢＄￥￡])"
)
_MORE = re.compile(r"[ \u00a0-]([^\W\d_]+\.?)")
_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}[^\W\d_]?|[^\W\d_]+\.?")
_DEGREES = re.compile(r"[°º] ?([^\W\d_]+)")
_SYMBOL = re.compile(r"(?:[^\W\d_]+|°)(?:[²³]|\^?[23](?![0-9]))?")
_PER_SYMBOL = re.compile(r" ?/ ?([^\W\d_]+(?:[²³]|\^?[23](?![0-9]))?)")
_INVERSE = re.compile(r"\^?[-−⁻][1¹](?![0-9])")
_WORD = re.compile(r" ([^\W\d_]+)")
_CLOCK = re.compile(r":[0-9]{2}(?![0-9])")
_LIKE_SCALES = frozenset("mbkMB")
_TEMPERATURES = frozenset(("celsius", "fahrenheit", "kelvin"))
_ENDS_PHRASE = frozenset((",", ".", ";", "!", "?", ")", "]", "\n", "/", ""))
_POWERS = {"2": "square", "²": "square", "3": "cubic", "³": "cubic"}
_HOTTEST = 999
"""Up to which number one before a letter may be a temperature of the news."""
_PRICE = re.compile(r" \S[0-9]")
_CLOSERS = {"(": ")", "[": "]", "{": "}", "<": ">"}


class After(msgspec.Struct, frozen=True, gc=False):
    """What was read after a number: the measure, where the mention ends, and a scale mark's power of ten.

    ``word`` is the word right after, lower-case, where no measure is. ``refused`` says that the digits are part of a
    code ('11a', '5G') or a time ('11:30').
    """

    end: int
    measure: Measure | None = None
    power: int = 0
    refused: bool = False
    word: str = ""


def read_after(page: Page, numeral: Numeral, *, money: bool) -> After:
    """Return what stands after *numeral*; *money* says that a currency stood before it."""
    text, end, power = page.text, numeral.end, 0
    if text[end : end + 1] in _ENDS_PHRASE:
        return After(end)
    match = _NEXT.match(text, _past_of(page, numeral))
    if match is None:
        return After(end, refused=text[end : end + 1] == ":" and _CLOCK.match(text, end) is not None)
    gap, piece = match.groups()
    if (
        piece in page.lexicon.measures.scale_marks
        and numeral.form == "digits"
        and not numeral.scaled
        and gap in _SCALE_GAPS
    ):
        mark = _scale_mark(page, match, money=money)
        if mark:
            power, end = mark
            match = _NEXT.match(text, past_of(page, end) if page.lexicon.pack.partitive_scales else end)
            if match is None:
                return After(end, power=power)
            gap, piece = match.groups()
    word = piece.lower()
    if word in page.lexicon.pack.quantifiers:
        match, word = _past_quantifier(page, match, word)
    found = measure_at(page, match.start(2), glued=not gap) if word in page.lexicon.measures.starts else None
    if found is None and piece in page.letters:
        found = _lettered(page, numeral, match)
    if found is None:
        refused = not gap and piece[0].isalpha() and not power and numeral.form == "digits"
        return After(end, None, power, refused, word)
    measure, after = found
    if measure.kind == "clock" and not _may_be_clock(numeral) and piece in page.lexicon.measures.symbols:
        measure = page.lexicon.measures.symbols[piece]
    if gap and gap[-1] in _CLOSERS:
        if text[after : after + 1] == _CLOSERS[gap[-1]] and measure.kind == "quantity":
            return After(after + 1, measure, power)
        return After(end, power=power)
    return After(after, measure, power + measure.power)


def _lettered(page: Page, numeral: Numeral, match: re.Match[str]) -> tuple[Measure, int] | None:
    """Return the unit of a letter behind digits and its end: '41C'; None where it numbers something: '41C-2'."""
    end = match.end()
    if numeral.form != "digits" or numeral.scaled or numeral.low > _HOTTEST:
        return None
    follower = page.text[end : end + 2]
    if follower[:1].isalnum() or (follower[:1] in "-‐‑/'’&+" and follower[1:].strip()) or follower[1:].isupper():
        return None
    return Measure("quantity", page.letters[match[2]], weak=True), end


def _past_quantifier(page: Page, match: re.Match[str], word: str) -> tuple[re.Match[str], str]:
    """Return the match and the word of the measure after 'more' ('5 more dollars'), or the same where none is."""
    beyond = _NEXT.match(page.text, match.end())
    if beyond is None or beyond[1] != " " or beyond[2].lower() not in page.lexicon.measures.names:
        return match, word
    return beyond, beyond[2].lower()


def _may_be_clock(numeral: Numeral) -> bool:
    """Return whether a number prints a time of day: '5', '5.30', but not '2.1' or '2.123'."""
    printed = numeral.printed
    return printed is None or printed.exponent in (0, -2)


_SCALE_GAPS = frozenset(("", " ", "  ", "\u00a0", "\u202f", "\u2009"))


def _past_of(page: Page, numeral: Numeral) -> int:
    """Return where to look for the unit: after 'of' where the number is vague, after the 'a' of 'half (of) a mile'."""
    end = numeral.end
    if numeral.form == "fraction":
        of = _WORD.match(page.text, end)
        article = _WORD.match(page.text, of.end() if of and of[1] in page.lexicon.pack.of else end)
        if article and article[1] in page.lexicon.pack.articles:
            return article.end()
    return past_of(page, end) if takes_of(page, numeral) else end


def _scale_mark(page: Page, match: re.Match[str], *, money: bool) -> tuple[int, int] | None:
    """Return power of ten and end of a scale mark ('3.5m', '2 bn', '3,5 Mio.'), None where it is a unit.

    Letters that are units too are scales only with a currency before, or with something counted after.
    """
    text, measures = page.text, page.lexicon.measures
    letters, end = match[2], match.end()
    if text[end : end + 1] == "." and letters + "." in measures.scale_marks:
        end += 1
    if text[end : end + 1] in ("/", "²", "³", "^", "2", "3", "-"):
        return (measures.scale_marks[letters], end) if money else None
    power = measures.scale_marks[letters]
    if money or letters not in measures.ambiguous_scales or text[end : end + 1] in measures.signs:
        return power, end
    glued = not match[1]
    counted = text[end : end + 1] == " " and find_noun(page, end, one=False) is not None
    if letters in ("M", "B", "K", "G", "T", "k"):
        if (
            glued
            and len(text[match.start() - 1 : end]) == 2
            and letters == "G"
            and not text[match.start() - 2 : match.start() - 1].isdigit()
        ):
            return None  # a generation of wireless: '5G'
        return (power, end) if glued or letters == "k" or counted or not text[end:].strip() else None
    if letters == "b":
        return (power, end) if glued else None
    return (power, end) if glued and counted else None


def measure_at(page: Page, at: int, *, glued: bool) -> tuple[Measure, int] | None:
    """Return the measure that begins at *at*, the longest reading first, and its end; None where none does."""
    text, measures = page.text, page.lexicon.measures
    if text[at] == "%":
        return measures.symbols["%"], at + 1
    dotted = _DOTTED.match(text, at)
    first = dotted[0] if dotted else text[at]
    bare = first.rstrip(".")
    length = measures.starts.get(first.lower()) or measures.starts.get(bare.lower()) or 0
    if not length:
        return None
    if length == 1:
        plain = measures.names.get(first.lower())
        if plain is not None and not text[at + len(first) : at + len(first) + 1].isalnum():
            return plain, at + len(first)
    found = _named(page, at, first, length)
    if found and (found[1] - at > len(bare) or found[0].kind == "clock"):
        return found
    symbol = _symbol(page, at, glued=glued)
    if symbol and (not found or symbol[1] >= found[1]):
        return symbol
    return found


def _named(page: Page, at: int, first: str, length: int) -> tuple[Measure, int] | None:
    """Return the measure whose name of at most *length* words begins at *at*, and its end."""
    text, names, symbols = page.text, page.lexicon.measures.names, page.lexicon.measures.symbols
    spellings = [(first, at + len(first))]
    while len(spellings) < length:
        more = _MORE.match(text, spellings[-1][1])
        if more is None:
            break
        spellings.append((f"{spellings[-1][0]}{more[0][0]}{more[1]}", more.end()))
    for spelling, end in reversed(spellings):
        phrase = spelling.lower().replace("\u00a0", " ")
        for name in (phrase, phrase.replace("-", " "), phrase.rstrip(".")):
            measure = names.get(name) or (symbols.get(spelling[: len(name)]) if " " in name else None)
            if measure is not None:
                stop = end - len(phrase) + len(name)
                return (measure, stop) if not text[stop : stop + 1].isalnum() else None
    return None


def _symbol(page: Page, at: int, *, glued: bool) -> tuple[Measure, int] | None:
    """Return the measure of the unit symbol at *at* ('km/h', 'A/cm²'); weak ones only where nothing else is meant."""
    text, symbols = page.text, page.lexicon.measures.symbols
    degrees = _DEGREES.match(text, at) if text[at] in "°º" else None
    if degrees:
        measure = symbols.get(f"°{degrees[1]}") or page.lexicon.measures.names.get(degrees[1].lower())
        if measure is not None and measure.unit in _TEMPERATURES:
            return measure, degrees.end()
    match = _SYMBOL.match(text, at)
    if match is None:
        measure = symbols.get(text[at])
        if measure and measure.kind == "money" and _PRICE.match(text, at - 1):
            return None  # '1 $10 note': the sign belongs to the digits after it
        return (measure, at + 1) if measure and (not measure.weak or _closes_no_quote(page, at, glued=glued)) else None
    measure, end = symbols.get(match[0]), match.end()
    per = _PER_SYMBOL.match(text, end)
    if per:
        whole = symbols.get(text[at : per.end()].replace(" ", ""))
        below = _divisor(symbols, per[1])
        if whole is None and measure and below:
            whole = Measure(measure.kind, f"{measure.unit} per {below.unit}")
        if whole is not None and not text[per.end() : per.end() + 1].isalnum():
            return whole, per.end()
    hyphen = symbols.get(text[at : end + 3]) or symbols.get(text[at : end + 4])
    if hyphen and text[end : end + 1] == "-":
        return hyphen, end + (3 if text[at : end + 3] in symbols else 4)
    inverse = _INVERSE.match(text, end) if measure else None
    if measure and inverse:
        return Measure(measure.kind, f"inverse {measure.unit}"), inverse.end()
    if measure is None or text[end : end + 1].isalnum():
        return None
    return (measure, end) if not measure.weak or _has_company(page, match[0], end, glued=glued) else None


def _divisor(symbols: dict[str, Measure], symbol: str) -> Measure | None:
    """Return the measure of the symbol behind a slash; any unit may be squared there ('m/s²')."""
    plain = symbols.get(symbol)
    if plain is None and symbol[-1] in _POWERS:
        base = symbols.get(symbol[:-1].rstrip("^"))
        return base and replace(base, unit=f"{_POWERS[symbol[-1]]} {base.unit}")
    return plain


def _has_company(page: Page, symbol: str, end: int, *, glued: bool) -> bool:
    """Return whether a symbol that is also a letter or a word is a unit here."""
    text = page.text
    following = _WORD.match(text, end)
    word = following[1] if following else ""
    if symbol in page.lexicon.stops:
        ends = not word and text[end : end + 1] in ("", ".", ",", ";", ")")
        return glued or ends or word.lower() in page.lexicon.pack.extents
    if glued or not word:
        joined = text[end : end + 1] in ("-", "/") and text[end + 1 : end + 2].isdigit()
        return not joined and text[end : end + 1] not in ("'", "’", "&")
    if symbol in _LIKE_SCALES:
        return len(word) == 1 or word in page.lexicon.stops or word in page.lexicon.pack.extents
    return word.islower()


def _closes_no_quote(page: Page, at: int, *, glued: bool) -> bool:
    """Return whether the mark at *at* means feet or inches: no quotation is open before it on its line.

    It touches the digits, or a word of extent follows ('10 " long').
    """
    text, following = page.text, _WORD.match(page.text, at + 1)
    if not glued and (following is None or following[1].lower() not in page.lexicon.pack.extents):
        return False
    head = text[max(text.rfind("\n", 0, at) + 1, at - 200) : at]
    mark = text[at]
    if text[at + 1 : at + 2].isalnum():
        return False
    if mark == '"':
        return head.count('"') % 2 == 0
    if mark in "”“":
        return "“" not in head and "„" not in head
    return head[-1:].isdigit() and " '" not in head and "‘" not in head and "‚" not in head
