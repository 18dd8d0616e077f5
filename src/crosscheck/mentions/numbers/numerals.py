"""From a run of digits and number words to the numbers in it: the grammar of numerals, one for every language.

A cardinal may be closed by decimals ('point five'), a fraction ('and a half'), a group ('dozen') or an ordinal; a vague
plural ('tens of thousands') and a bare fraction ('half a million') are numerals of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

from msgspec.structs import replace

from crosscheck.mentions.numbers.cardinals import Cardinal
from crosscheck.mentions.numbers.digits import parse_digits
from crosscheck.mentions.numbers.lexicon import Lexicon, lexicon_of
from crosscheck.mentions.numbers.numeral import Form, Numeral, Parsed, integral, rounded, whole
from crosscheck.mentions.numbers.shares import denominated, rated, share, skip, slashed, split_fraction, with_fraction
from crosscheck.mentions.numbers.tokens import Token, tokenize
from crosscheck.values.printed import Printed

_MAX_BASE = 8
_COUNTED = frozenset(("scale", "hundred", "group", "fraction", "vague", "plural", "power", "ordinal"))
"""Roles before which an article may stand."""
_REMEMBERED = 4096
_LONGEST_REMEMBERED = 64
_POWER = re.compile(r"([0-9][0-9.,]*)\^([+-]{0,2})([0-9]{1,2})")
_DIGITS = re.compile(r"[0-9.,'’·٬]+")


def parse_run(run: str, lexicon: Lexicon) -> Sequence[Numeral]:
    """Return the numbers of *run*, in order; it begins at 0."""
    return _remembered(run, lexicon.code) if len(run) <= _LONGEST_REMEMBERED else _parse_all(run, lexicon)


@lru_cache(maxsize=_REMEMBERED)
def _remembered(run: str, code: str) -> Sequence[Numeral]:
    """Return the numbers of a run in the language *code*: few are new in a text."""
    lexicon = lexicon_of(code)
    simple = _simple(run, lexicon)
    return _parse_all(run, lexicon) if simple is None else (simple,)


def _simple(run: str, lexicon: Lexicon) -> Numeral | None:
    """Return the number of a run that is one piece of digits, digits with a scale, or one word: most of them are."""
    end = len(run)
    head, _, tail = run.partition(" ")
    if head[-1].isdecimal() and _DIGITS.fullmatch(head):
        printed = parse_digits(head, lexicon.pack.marks)
        power = 0
        if tail:
            scale = lexicon.words.get(tail.lower())
            if scale is None or scale.role != "scale":
                return None
            power = len(str(scale.value)) - 1
        if printed is None:
            return None
        printed = printed.scaled(power) if power else printed
        low, high = printed.bounds
        return Numeral(0, end, low, high, printed.precision, "digits", "digits", power, printed)
    if tail and tail.lower() in lexicon.pack.single and head.lower() in lexicon.pack.articles:
        return Numeral(0, len(head), 1, 1, 1, "words", "article")
    word = lexicon.words.get(run.lower())
    if word is not None and word.role in ("cardinal", "ordinal"):
        value = word.value
        form: Form = "ordinal" if word.role == "ordinal" else "words"
        return Numeral(0, end, value, value, 10 if value and value % 10 == 0 else 1, form, word.role)
    return None


def _parse_all(run: str, lexicon: Lexicon) -> Sequence[Numeral]:
    """Return the numbers of any run."""
    power = _POWER.fullmatch(run)
    if power is not None:
        return _power(power, lexicon)
    tokens = tokenize(run, lexicon)
    found: list[Numeral] = []
    at = 0
    while at < len(tokens):
        numeral, at = _parse(run, tokens, at, lexicon)
        if numeral is not None:
            found.append(numeral)
    return tuple(found)


def _power(match: re.Match[str], lexicon: Lexicon) -> Sequence[Numeral]:
    """Return the number that a base with an exponent makes: '1.1^23', '2.5^-1'."""
    base = parse_digits(match[1], lexicon.pack.marks)
    if base is None or not base.digits or len(match[1]) > _MAX_BASE:
        return ()
    exponent = int(match[3])
    value = Fraction(base.rational) ** (-exponent if match[2] == "-" else exponent)
    exact = integral(value)
    return (Numeral(0, match.end(), exact, exact, None, "digits", "digits"),)


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
        after = skip(tokens, at + 1, ("of", "article"))
        return share(tokens, at, at + 1, first.rational, after)
    part = slashed(text, tokens, at)
    if part is not None:
        return share(tokens, at, at + 2, part, at + 2)
    mark = rated(text, tokens, at)
    if mark is not None:
        return mark, at + 2
    if first.role == "group":
        return (
            _vague(tokens, at)
            if first.word and first.word.high
            else (whole(tokens, at, at + 1, first.rational), at + 1)
        )
    if at + 1 < len(tokens) and _is_article(text, first, tokens[at + 1], lexicon):
        return None, at + 1
    cardinal = Cardinal(text, lexicon.pack)
    end = cardinal.read(tokens, at)
    return _close(text, tokens, at, end, cardinal, lexicon)


def _is_article(text: str, token: Token, following: Token, lexicon: Lexicon) -> bool:
    """Return whether a cardinal is but the article of what follows ('un million'): it does not begin the number."""
    if token.role != "cardinal" or following.role not in _COUNTED or following.start == token.end:
        return False
    return text[token.start : token.end].lower() in lexicon.pack.articles


def _close(text: str, tokens: list[Token], at: int, end: int, cardinal: Cardinal, lexicon: Lexicon) -> Parsed:
    """Return the cardinal of tokens *at* to *end* with what closes it."""
    follower = tokens[end] if end < len(tokens) else None
    role = follower.role if follower else ""
    if follower and role in ("ordinal", "power"):
        return _ordinal(tokens, at, end, cardinal, divides=bool(lexicon.pack.denominators))
    if not cardinal.started:
        return None, at + 1
    if follower and role == "point" and cardinal.value % 1 == 0:
        return _decimals(tokens, at, end, cardinal)
    if follower and role == "denominator":
        return denominated(tokens, at, end, cardinal)
    split = split_fraction(tokens, at, end, cardinal)
    if split is not None:
        return split
    if follower and role == "fraction" and cardinal.scale == 0 and cardinal.last not in ("digits", "mixed"):
        return share(tokens, at, end + 1, cardinal.value * follower.rational, skip(tokens, end + 1, ("of", "article")))
    if follower and role == "group":
        value = cardinal.value * follower.rational
        return whole(tokens, at, end + 1, value), end + 1
    fraction = with_fraction(text, tokens, at, end, cardinal, lexicon.pack)
    return fraction or (_plain_cardinal(tokens, at, end, cardinal), end)


def _plain_cardinal(tokens: list[Token], at: int, end: int, cardinal: Cardinal) -> Numeral:
    """Return a cardinal that nothing closes; one that ends on a scale of a thousand or more is rounded to it."""
    first, last = tokens[at], tokens[end - 1]
    printed = cardinal.printed
    power = len(str(cardinal.scale)) - 1 if cardinal.scale else 0
    form: Form = "digits" if first.role == "digits" else "words"
    if printed is not None:
        low, high = printed.bounds
        return Numeral(first.start, last.end, low, high, printed.precision, form, first.role, power, printed)
    if cardinal.last == "scale":
        return rounded(tokens, at, end, cardinal.value, cardinal.scale, 10 if cardinal.mixed else 1)
    return replace(whole(tokens, at, end, cardinal.value), form=form, power=power)


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
    power = 0
    if after < len(tokens) and tokens[after].role == "scale":
        power = len(str(tokens[after].factor)) - 1
        printed, after = printed.scaled(power), after + 1
    low, high = printed.bounds
    span = tokens[at].start, tokens[after - 1].end
    return Numeral(*span, low, high, printed.precision, "words", tokens[at].role, power, printed), after


def _ordinal(tokens: list[Token], at: int, end: int, cardinal: Cardinal, *, divides: bool) -> Parsed:
    """Return the ordinal that ends with token *end*; where the cardinal before is no part of it, the cardinal.

    *divides* says that the language names fractions by ordinals: 'one third'.
    """
    token = tokens[end]
    value = token.rational
    is_glued = end > at and tokens[end - 1].end == token.start
    if not cardinal.started:
        rank = value
    elif token.role == "power":
        rank = cardinal.total + (1 if cardinal.period is None else cardinal.period) * value
    elif value == 0 or is_glued or cardinal.can_add(value) or (cardinal.period is None and tokens[at].word):
        rank = cardinal.value + value
    elif divides and cardinal.value == 1 and value > 2:
        return share(tokens, at, end + 1, Fraction(1, int(value)), end + 1)
    else:
        return _plain_cardinal(tokens, at, end, cardinal), end
    exact = integral(rank)
    return Numeral(tokens[at].start, token.end, exact, exact, 1, "ordinal", tokens[at].role), end + 1


def _vague(tokens: list[Token], at: int) -> Parsed:
    """Return a vague count: 'thousands', 'tens of thousands', 'several hundred'."""
    first = tokens[at]
    low, high = first.factor, first.factor * 10
    if first.word is not None and first.word.high is not None:
        low, high = int(first.rational), first.word.high
    end = at + 1
    while True:
        follow = skip(tokens, end, ("of",))
        factor = tokens[follow].factor if follow < len(tokens) else 0
        if not factor:
            break
        low, high, end = low * factor, high * factor, follow + 1
    return Numeral(first.start, tokens[end - 1].end, low, high, None, "vague", first.role), end
