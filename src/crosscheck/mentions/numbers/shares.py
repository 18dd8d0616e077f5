"""Fractions in numerals: 'two thirds', 'half a million', 'two and a half', '2 1/2', 'three twenty-firsts'."""

from __future__ import annotations

from fractions import Fraction

from crosscheck.languages.numbers import NumberWords
from crosscheck.mentions.numbers.cardinals import Cardinal
from crosscheck.mentions.numbers.numeral import Numeral, Parsed, integral, rounded, whole
from crosscheck.mentions.numbers.tokens import Token

SCALES = frozenset((5, 10, 20, 100))
"""The scales that marks are given on."""


def share(tokens: list[Token], at: int, end: int, share: int | Fraction, after: int) -> Parsed:
    """Return a fraction that ends before *end*, or its part of the scale or group at *after* ('half a million')."""
    factor = tokens[after].factor if after < len(tokens) else 0
    if factor >= 1000:
        return rounded(tokens, at, after + 1, share * factor, factor), after + 1
    if factor:
        return whole(tokens, at, after + 1, share * factor), after + 1
    value = integral(share)
    return Numeral(tokens[at].start, tokens[end - 1].end, value, value, None, "fraction", tokens[at].role), end


def denominated(tokens: list[Token], at: int, end: int, cardinal: Cardinal) -> Parsed:
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
    return share(tokens, at, end + 1, Fraction(count) / below, skip(tokens, end + 1, ("of", "article")))


def split_fraction(tokens: list[Token], at: int, end: int, cardinal: Cardinal) -> Parsed | None:
    """Return 'three twenty-firsts' or 'one twenty-fifth' as a fraction, None where it is none."""
    if end + 1 >= len(tokens) or tokens[end].role != "cardinal" or not 20 <= tokens[end].rational < 100:
        return None
    role, last = tokens[end + 1].role, tokens[end + 1].rational
    if last < 10 and (role == "denominator" or (role == "ordinal" and cardinal.value == 1)):
        return share(tokens, at, end + 2, Fraction(cardinal.value) / (tokens[end].rational + last), end + 2)
    return None


def with_fraction(
    text: str, tokens: list[Token], at: int, end: int, cardinal: Cardinal, pack: NumberWords
) -> Parsed | None:
    """Return the cardinal with the fraction after it ('two and a half million', '2 1/2', '5½'), None without one."""
    begin = skip(tokens, end, ("joiner", "article"))
    part = _fraction_at(text, tokens, begin, pack)
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
        return rounded(tokens, at, after, value, scale), after
    return whole(tokens, at, after, value), after


def _fraction_at(text: str, tokens: list[Token], at: int, pack: NumberWords) -> tuple[int | Fraction, int] | None:
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
    divided = slashed(text, tokens, at)
    if divided is not None:
        return divided, at + 2
    follower = tokens[at + 1]
    if token.role == "cardinal":
        count = Cardinal(text, pack)
        end = count.read(tokens, at)
        if end < len(tokens) and tokens[end].role in ("fraction", "denominator"):
            part = tokens[end].rational
            return count.value * part if part < 1 else Fraction(count.value) / part, end + 1
    if token.role == "cardinal" and token.rational == 1 and follower.role == "ordinal":
        return Fraction(1, int(follower.rational)), at + 2
    return None


def slashed(text: str, tokens: list[Token], at: int) -> Fraction | None:
    """Return the fraction of two digits with a slash between ('3/4'); a date or a season ('2021/22') is none."""
    if at + 1 >= len(tokens):
        return None
    above, below = tokens[at].printed, tokens[at + 1].printed
    if above is None or below is None or text[tokens[at].end : tokens[at + 1].start].strip() != "/":
        return None
    if above.rounded or below.rounded or not 0 < above.digits < below.digits <= 1000:
        return None
    return Fraction(above.digits, below.digits)


def rated(text: str, tokens: list[Token], at: int) -> Numeral | None:
    """Return a mark on a scale ('6.5/10') as the fraction it prints, None where the digits are none."""
    if at + 1 >= len(tokens) or text[tokens[at].end : tokens[at + 1].start].strip() != "/":
        return None
    mark, scale = tokens[at].printed, tokens[at + 1].printed
    if mark is None or scale is None or not mark.rounded or scale.rounded or scale.digits not in SCALES:
        return None
    if not 0 <= mark.rational <= scale.digits:
        return None
    low, high = (Fraction(bound) / scale.digits for bound in mark.bounds)
    step = Fraction(mark.precision) / scale.digits
    return Numeral(tokens[at].start, tokens[at + 1].end, low, high, step, "fraction", "digits")


def skip(tokens: list[Token], at: int, roles: tuple[str, ...]) -> int:
    while at < len(tokens) and tokens[at].role in roles:
        at += 1
    return at
