"""From a run of digits and number words to the numbers in it: the grammar of numerals, one for every language.

A cardinal may be closed by decimals ('point five'), a fraction ('and a half'), a group ('dozen') or an ordinal; a vague
plural ('tens of thousands') and a bare fraction ('half a million') are numerals of their own.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Literal, NamedTuple

from crosscheck.mentions.numbers.cardinals import Cardinal
from crosscheck.mentions.numbers.digits import MAX_DIGITS, parse_digits
from crosscheck.mentions.numbers.lexicon import Lexicon
from crosscheck.mentions.numbers.tokens import Token, tokenize
from crosscheck.values.interval import Exact
from crosscheck.values.printed import Printed

Form = Literal["digits", "words", "ordinal", "fraction", "denominator", "vague"]


class Numeral(NamedTuple):
    """A number as it stands in the text, without its unit: code points, bounds as printed, place of the last digit.

    ``leading`` is the role of the first word, 'digits' for digits; ``scaled`` says that a scale was multiplied in;
    ``printed`` is there where digits, and at most scales, make the number.
    """

    start: int
    end: int
    low: Exact
    high: Exact
    precision: Exact | None
    form: Form
    leading: str
    scaled: bool = False
    printed: Printed | None = None


_MAX_BASE = 8
_POWER = re.compile(r"([0-9][0-9.,]*)\^([+-]{0,2})([0-9]{1,2})")
_DIGITS = re.compile(r"[0-9.,'’·٬]+")

Parsed = tuple[Numeral | None, int]
"""A numeral, None where there is none, and the index of the token after it."""


def parse_run(text: str, start: int, end: int, lexicon: Lexicon) -> list[Numeral]:
    """Return the numbers of the run ``text[start:end]``, in order."""
    run = text[start:end]
    if run.isdecimal() and len(run) <= MAX_DIGITS:
        whole = Printed(int(run), 0, rounded=False)
        step = 1 if run[-1] != "0" else whole.precision
        return [Numeral(start, end, whole.digits, whole.digits, step, "digits", "digits", printed=whole)]
    printed = parse_digits(run, lexicon.pack.marks) if _DIGITS.fullmatch(run) else None
    if printed is not None:
        low, high = printed.bounds
        return [Numeral(start, end, low, high, printed.precision, "digits", "digits", printed=printed)]
    power = _POWER.fullmatch(run)
    if power is not None:
        return _power(start, end, power, lexicon)
    tokens = tokenize(text, start, end, lexicon)
    found: list[Numeral] = []
    at = 0
    while at < len(tokens):
        numeral, at = _parse(text, tokens, at, lexicon)
        if numeral is not None:
            found.append(numeral)
    return found


def _power(start: int, end: int, match: re.Match[str], lexicon: Lexicon) -> list[Numeral]:
    """Return the number that a base with an exponent makes: '1.1^23', '2.5^-1'."""
    base = parse_digits(match[1], lexicon.pack.marks)
    if base is None or not base.digits or len(match[1]) > _MAX_BASE:
        return []
    exponent = int(match[3])
    value = Fraction(base.rational) ** (-exponent if match[2] == "-" else exponent)
    exact = _integral(value)
    return [Numeral(start, end, exact, exact, None, "digits", "digits")]


def _parse(text: str, tokens: list[Token], at: int, lexicon: Lexicon) -> Parsed:
    """Return the number that begins at token *at*."""
    first = tokens[at]
    if first.role in ("joiner", "of", "article", "point"):
        return None, at + 1
    if first.role in ("plural", "vague") or (first.role == "scale" and first.word and first.word.high):
        return _vague(tokens, at)
    if first.role == "denominator":
        value = int(first.rational)
        return Numeral(first.start, first.end, value, value, None, "denominator", first.role), at + 1
    if first.role == "fraction":
        if at and tokens[at - 1].role in ("ordinal", "power"):
            return None, at + 1  # 'first half', 'third quarter'
        after = _skip(tokens, at + 1, ("of", "article"))
        return _share(tokens, at, at + 1, first.rational, after)
    slashed = _slashed(text, tokens, at)
    if slashed is not None:
        return _share(tokens, at, at + 2, slashed, at + 2)
    if first.role == "group":
        return (
            _vague(tokens, at)
            if first.word and first.word.high
            else (_whole(tokens, at, at + 1, first.rational), at + 1)
        )
    cardinal = Cardinal(text, units_first=lexicon.pack.units_first)
    end = cardinal.read(tokens, at)
    return _close(text, tokens, at, end, cardinal)


def _close(text: str, tokens: list[Token], at: int, end: int, cardinal: Cardinal) -> Parsed:
    """Return the cardinal of tokens *at* to *end* with what closes it."""
    follower = tokens[end] if end < len(tokens) else None
    role = follower.role if follower else ""
    if follower and role in ("ordinal", "power"):
        return _ordinal(tokens, at, end, cardinal)
    if not cardinal.started:
        return None, at + 1
    if follower and role == "point" and cardinal.value % 1 == 0:
        return _decimals(tokens, at, end, cardinal)
    if follower and role == "denominator":
        return _denominated(tokens, at, end, cardinal)
    split = _split_fraction(tokens, at, end, cardinal)
    if split is not None:
        return split
    if follower and role == "fraction" and cardinal.scale == 0 and cardinal.last not in ("digits", "mixed"):
        return _share(tokens, at, end + 1, cardinal.value * follower.rational, end + 1)
    if follower and role == "group":
        value = cardinal.value * follower.rational
        return _whole(tokens, at, end + 1, value), end + 1
    return _with_fraction(text, tokens, at, end, cardinal) or (_plain_cardinal(tokens, at, end, cardinal), end)


def _denominated(tokens: list[Token], at: int, end: int, cardinal: Cardinal) -> Parsed:
    """Return a count over the denominator at *end*; 'hundred thirty-fifths' are 100/35, 'twenty fifths' 20/5."""
    below, tens = tokens[end].rational, tokens[end - 1]
    count = cardinal.value
    if (
        end - at > 1
        and tens.role == "cardinal"
        and tens.rational >= 20
        and below < 10
        and tokens[end - 2].role != "joiner"
    ):
        count, below = count - tens.rational, below + tens.rational
    return _share(tokens, at, end + 1, Fraction(count) / below, _skip(tokens, end + 1, ("of", "article")))


def _split_fraction(tokens: list[Token], at: int, end: int, cardinal: Cardinal) -> Parsed | None:
    """Return 'three twenty-firsts' or 'one twenty-fifth' as a fraction, None where it is none."""
    if end + 1 >= len(tokens) or tokens[end].role != "cardinal" or not 20 <= tokens[end].rational < 100:
        return None
    role, last = tokens[end + 1].role, tokens[end + 1].rational
    if last < 10 and (role == "denominator" or (role == "ordinal" and cardinal.value == 1)):
        return _share(tokens, at, end + 2, Fraction(cardinal.value) / (tokens[end].rational + last), end + 2)
    return None


def _plain_cardinal(tokens: list[Token], at: int, end: int, cardinal: Cardinal) -> Numeral:
    """Return a cardinal that nothing closes; one that ends on a scale of a thousand or more is rounded to it."""
    first, last = tokens[at], tokens[end - 1]
    printed = cardinal.printed
    scaled = cardinal.scale > 0
    form: Form = "digits" if first.role == "digits" else "words"
    if printed is not None:
        low, high = printed.bounds
        return Numeral(first.start, last.end, low, high, printed.precision, form, first.role, scaled, printed)
    if cardinal.last == "scale":
        step = Fraction(cardinal.scale, 10 if cardinal.mixed else 1)
        return _rounded(tokens, at, end, cardinal.value, step)
    return _whole(tokens, at, end, cardinal.value)._replace(form=form, scaled=scaled)


def _whole(tokens: list[Token], at: int, end: int, value: int | Fraction) -> Numeral:
    """Return an exact number of tokens *at* to *end*."""
    exact = _integral(value)
    precision = Printed(exact, 0, rounded=False).precision if isinstance(exact, int) else None
    return Numeral(tokens[at].start, tokens[end - 1].end, exact, exact, precision, "words", tokens[at].role)


def _rounded(tokens: list[Token], at: int, end: int, value: int | Fraction, step: Fraction) -> Numeral:
    """Return a number of tokens *at* to *end* that is rounded to *step*."""
    low, high = _integral(value - step / 2), _integral(value + step / 2)
    return Numeral(
        tokens[at].start, tokens[end - 1].end, low, high, _integral(step), "words", tokens[at].role, scaled=True
    )


def _integral(value: int | Fraction) -> int | Fraction:
    """Return *value* as an int where it is whole."""
    return value.numerator if value.denominator == 1 else value


def _skip(tokens: list[Token], at: int, roles: tuple[str, ...]) -> int:
    while at < len(tokens) and tokens[at].role in roles:
        at += 1
    return at


def _share(tokens: list[Token], at: int, end: int, share: int | Fraction, after: int) -> Parsed:
    """Return a fraction that ends before *end*, or its part of the scale or group at *after* ('half a million')."""
    factor = tokens[after].factor if after < len(tokens) else 0
    if factor >= 1000:
        return _rounded(tokens, at, after + 1, share * factor, Fraction(factor, 10)), after + 1
    if factor:
        return _whole(tokens, at, after + 1, share * factor), after + 1
    value = _integral(share)
    return Numeral(tokens[at].start, tokens[end - 1].end, value, value, None, "fraction", tokens[at].role), end


def _with_fraction(text: str, tokens: list[Token], at: int, end: int, cardinal: Cardinal) -> Parsed | None:
    """Return the cardinal with the fraction after it ('two and a half million', '2 1/2', '5½'), None without one."""
    begin = _skip(tokens, end, ("joiner", "article"))
    part = _fraction_at(text, tokens, begin)
    if part is None or (cardinal.printed and cardinal.printed.rounded and not cardinal.scale):
        return None
    share, after = part
    if share >= 1 or (
        begin == end and tokens[begin].word and text[tokens[begin].start].isalpha() and not cardinal.mixed
    ):
        return None
    is_glued = begin < len(tokens) and tokens[begin].start == tokens[end - 1].end
    if begin == end and cardinal.last != "digits" and not is_glued:
        return None
    scale = cardinal.scale or 1
    value = cardinal.value + share * scale
    if after < len(tokens) and tokens[after].role in ("scale", "plural"):
        factor = tokens[after].factor
        if cardinal.scale == 0:
            value, scale, after = value * factor, factor, after + 1
        elif factor < cardinal.scale:
            value, scale, after = cardinal.value + share * factor, factor, after + 1
    if scale >= 1000:
        return _rounded(tokens, at, after, value, Fraction(scale, 10)), after
    return _whole(tokens, at, after, value), after


def _fraction_at(text: str, tokens: list[Token], at: int) -> tuple[int | Fraction, int] | None:
    """Return the fraction that begins at *at* ('half', '3/4', 'three quarters', 'a fifth') and the index after it."""
    if at >= len(tokens):
        return None
    token = tokens[at]
    if token.role == "fraction":
        return token.rational, at + 1
    if token.role == "ordinal" and tokens[at - 1].role == "article":
        return Fraction(1, int(token.rational)), at + 1
    if at + 1 >= len(tokens):
        return None
    slashed = _slashed(text, tokens, at)
    if slashed is not None:
        return slashed, at + 2
    follower = tokens[at + 1]
    if token.role == "cardinal":
        count = Cardinal(text, units_first=False)
        end = count.read(tokens, at)
        if end < len(tokens) and tokens[end].role in ("fraction", "denominator"):
            part = tokens[end].rational
            return count.value * part if part < 1 else Fraction(count.value) / part, end + 1
    if token.role == "cardinal" and token.rational == 1 and follower.role == "ordinal":
        return Fraction(1, int(follower.rational)), at + 2
    return None


def _slashed(text: str, tokens: list[Token], at: int) -> Fraction | None:
    """Return the fraction of two digits with a slash between ('3/4'); a date or a season ('2021/22') is none."""
    if at + 1 >= len(tokens):
        return None
    above, below = tokens[at].printed, tokens[at + 1].printed
    if above is None or below is None or text[tokens[at].end : tokens[at + 1].start].strip() != "/":
        return None
    if above.rounded or below.rounded or not 0 < above.digits < below.digits <= 1000:
        return None
    return Fraction(above.digits, below.digits)


def _decimals(tokens: list[Token], at: int, end: int, cardinal: Cardinal) -> Parsed:
    """Return a number with decimals in words: 'two point five', 'zwei Komma drei'."""
    digits = ""
    after = end + 1
    while after < len(tokens):
        token = tokens[after]
        if token.role == "cardinal" and digits[-1:] == "0" and len(digits) == 2 and 0 < token.rational < 10:
            digits = f"{digits[0]}{token.rational}"  # 'seventy' 'one'
        elif token.role == "cardinal" and (not digits or token.rational < 10):
            digits += str(token.rational)
        elif token.printed and not digits and not token.printed.rounded:
            digits += str(token.printed.digits)
        else:
            break
        after += 1
    if not digits:
        return _plain_cardinal(tokens, at, end, cardinal), end
    printed = Printed(int(f"{cardinal.value}{digits}"), -len(digits), rounded=True)
    scaled = after < len(tokens) and tokens[after].role == "scale"
    if scaled:
        printed, after = printed.scaled(len(str(tokens[after].factor)) - 1), after + 1
    low, high = printed.bounds
    span = tokens[at].start, tokens[after - 1].end
    return Numeral(*span, low, high, printed.precision, "words", tokens[at].role, scaled, printed), after


def _ordinal(tokens: list[Token], at: int, end: int, cardinal: Cardinal) -> Parsed:
    """Return the ordinal that ends with token *end*; where the cardinal before is no part of it, the cardinal."""
    token = tokens[end]
    value = token.rational
    is_glued = end > at and tokens[end - 1].end == token.start
    if not cardinal.started:
        rank = value
    elif token.role == "power":
        rank = cardinal.total + (1 if cardinal.period is None else cardinal.period) * value
    elif value == 0 or is_glued or cardinal.can_add(value) or (cardinal.period is None and tokens[at].word):
        rank = cardinal.value + value
    elif cardinal.value == 1 and value > 2:
        return _share(tokens, at, end + 1, Fraction(1, int(value)), end + 1)
    else:
        return _plain_cardinal(tokens, at, end, cardinal), end
    exact = _integral(rank)
    return Numeral(tokens[at].start, token.end, exact, exact, 1, "ordinal", tokens[at].role), end + 1


def _vague(tokens: list[Token], at: int) -> Parsed:
    """Return a vague count: 'thousands', 'tens of thousands', 'several hundred'."""
    first = tokens[at]
    low, high = first.factor, first.factor * 10
    if first.word is not None and first.word.high is not None:
        low, high = int(first.rational), first.word.high
    end = at + 1
    while True:
        follow = _skip(tokens, end, ("of",))
        factor = tokens[follow].factor if follow < len(tokens) else 0
        if not factor:
            break
        low, high, end = low * factor, high * factor, follow + 1
    return Numeral(first.start, tokens[end - 1].end, low, high, None, "vague", first.role), end
