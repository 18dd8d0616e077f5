"""Reading a cardinal token by token: what adds up, what multiplies, and where another number begins."""

from __future__ import annotations

from fractions import Fraction

from crosscheck.languages.numbers import NumberWords
from crosscheck.mentions.numbers.tokens import Token
from crosscheck.values.printed import Printed

_LOOK_AHEAD = 12
"""Tokens that are read ahead to tell a fraction from a further part of the number."""

_GROUP_BLANKS = (" ", "\u00a0", "\u202f", "\u2009")


class Cardinal:
    """A cardinal while it is being read.

    ``total`` is what closed periods add up to ('four thousand' of 4,321), ``period`` the open one (321), None between
    two; ``scale`` is that of the last closed period. ``printed`` is what the digits alone say, while nothing but scales
    came to them. ``last`` is the role of the last token; ``mixed`` says that halves were read ('anderthalb').
    """

    def __init__(self, text: str, pack: NumberWords, *, joins: bool = True) -> None:
        self._text = text
        self._pack = pack
        self._may_join = joins
        self._before: Token | None = None
        self.total: int | Fraction = 0
        self.period: int | Fraction | None = None
        self.scale = 0
        self.printed: Printed | None = None
        self.last = ""
        self.mixed = False

    @property
    def started(self) -> bool:
        """True once a token was taken."""
        return self.period is not None or self.scale != 0

    @property
    def value(self) -> int | Fraction:
        """Return the number read so far."""
        return self.total + (self.period or 0)

    def read(self, tokens: list[Token], at: int) -> int:
        """Take tokens from index *at* while they belong to one cardinal; return the index after the last."""
        while at < len(tokens) and self._take(tokens, at):
            self._before = tokens[at]
            at += 1
        if self.last == "joiner" and tokens[at].role != "ordinal":
            at -= 1
        return at

    def _take(self, tokens: list[Token], at: int) -> bool:
        token = tokens[at]
        if token.role == "digits":
            follower = tokens[at + 1].role if at + 1 < len(tokens) else ""
            return self._take_digits(token, is_continued=follower in ("hundred", "scale"))
        if token.role == "cardinal":
            return not self._is_article(tokens, at) and self._take_cardinal(token.rational)
        if token.role == "article":
            return self._is_one(tokens, at) and self._take_cardinal(1)
        if token.role == "hundred":
            return self._take_hundred()
        if token.role in ("scale", "plural"):
            return self._take_scale(token)
        if token.role == "joiner":
            return self._take_joiner(tokens, at)
        if token.role == "mixed" and not self.started:
            self.period, self.last, self.mixed = token.rational, "mixed", True
            return True
        return False

    def _is_article(self, tokens: list[Token], at: int) -> bool:
        """Return whether a cardinal behind digits with a scale is but an article: '2 milliards un an plus tôt'."""
        if self.printed is None or self.last != "scale":
            return False
        if at + 1 < len(tokens) and tokens[at + 1].role in ("hundred", "scale"):
            return False
        return self._text[tokens[at].start : tokens[at].end].lower() in self._pack.articles

    def _is_one(self, tokens: list[Token], at: int) -> bool:
        """Return whether an article between two scale words is a number: 'vier Milliarden eine Million'."""
        if self.last != "scale" or self.printed is not None or at + 1 == len(tokens):
            return False
        return tokens[at + 1].role == "scale" and 0 < tokens[at + 1].rational < self.scale

    def _take_digits(self, token: Token, *, is_continued: bool) -> bool:
        """Take digits at the start, as a further group of three ('40 000'), or after a scale ('4 thousand 3 hundred').

        *is_continued* says that a hundred or a scale follows them.
        """
        printed = token.printed
        if printed is None:
            return False
        if not self.started:
            self.period, self.printed, self.last = printed.rational, printed, "digits"
            return True
        if self.last == "digits":
            grouped = self._group(token) if self.scale == 0 else None
            if grouped is None:
                return False
            self.period, self.printed = grouped.rational, grouped
            return True
        if self.last not in ("scale", "joiner", "hundred") or printed.rounded or not self._has_room(printed.rational):
            return False
        if self.last != "joiner" and not is_continued:
            return False
        self.period = (self.period or 0) + printed.rational
        self.printed, self.last = None, "added"
        return True

    def _has_room(self, value: int | Fraction) -> bool:
        """Return whether *value* is smaller than the place that the number ends on."""
        if self.period is None:
            return value < self.scale
        return self.period % 100 == 0 and 0 < value < 100

    def _group(self, token: Token) -> Printed | None:
        """Return the number with *token* as its next group of three digits, None where it is another number."""
        left, first = self._before, self.printed
        if left is None or first is None or self._text[left.end : token.start] not in _GROUP_BLANKS:
            return None
        last = self._text[left.start : left.end]
        whole, _, decimals = self._text[token.start : token.end].replace(",", ".").partition(".")
        if not (last.isdigit() and len(whole) == 3 and whole.isdigit()):
            return None
        if len(last) != 3 if first.digits >= 1000 else len(last) > 3 or last[0] == "0":
            return None
        digits = (first.digits * 1000 + int(whole)) * 10 ** len(decimals) + int(decimals or 0)
        return Printed(digits, -len(decimals), rounded=bool(decimals))

    def _take_cardinal(self, value: int | Fraction) -> bool:
        if self.period is not None and not self.can_add(value):
            return False
        self.period = value if self.period is None else self.period + value
        self.printed, self.last = None, "cardinal"
        return True

    def can_add(self, value: int | Fraction) -> bool:
        """Return whether a cardinal below a hundred continues the open period: 'twenty' 'one', 'hundred' 'five'."""
        period = self.period
        if period == 0 and self.scale == 0 and self.last == "cardinal":
            return True  # leading zeros: 'zero eight'
        if not period or period % 1 or self.last in ("digits", "added", "mixed"):
            return False
        if period % 100 == 0:
            return value < 100
        if self.last == "joiner":
            return self._pack.units_first or value in self._pack.joined_units
        if self.last != "cardinal" or period % 100 < 20 or period % 10:
            return False
        return 0 < value < (20 if period % 100 in self._pack.long_tens else 10)

    def _take_hundred(self) -> bool:
        if self.period is not None and not 0 <= self.period < self._most_hundreds() + 1:
            return False
        self.period = (self.period or 1) * 100
        self.printed = self.printed.scaled(2) if self.printed else None
        self.last = "hundred"
        return True

    def _most_hundreds(self) -> int:
        if self.last != "digits":
            return self._pack.most_hundreds
        return 999 if self._pack.digits_take_hundreds else -1

    def _take_scale(self, token: Token) -> bool:
        """Multiply the open period by a scale and close it; 'thousand million' and 'lakh crore' multiply twice."""
        factor = token.factor
        if factor < 1000:
            return False
        if self.period is None and self.scale and self.last == "scale" and factor > self.scale:
            self.total, self.scale, self.printed = self.total * factor, self.scale * factor, None
            return True
        if self.scale and (factor >= self.scale or (self.period is None and not self._stands_bare(token))):
            return False
        power = len(str(factor)) - 1
        self.printed = self.printed.scaled(power) if self.printed and not self.scale else None
        self.total += (1 if self.period is None else self.period) * factor
        self.period, self.scale, self.last = None, factor, "scale"
        return True

    def _stands_bare(self, token: Token) -> bool:
        """Return whether a scale stands for one of it: 'un million mille' is 1,001,000."""
        return self._text[token.start : token.end].lower() in self._pack.bare_scales

    def _take_joiner(self, tokens: list[Token], at: int) -> bool:
        """Take 'and' where it links two parts of one cardinal: 'hundred and five', 'zwei und vierzig'."""
        if not (self._may_join and self.started) or at + 1 >= len(tokens) or self.last == "joiner":
            return False
        if self._begins_share(tokens, at + 1):
            return False
        follower = tokens[at + 1]
        if follower.role == "digits":
            if follower.printed is None or follower.printed.rounded or self.last not in ("hundred", "scale"):
                return False
        elif follower.role not in ("cardinal", "hundred", "ordinal"):
            return False
        if not self._joins(follower.rational, tokens, at + 1):
            return False
        self.last = "joiner"
        return True

    def _begins_share(self, tokens: list[Token], at: int) -> bool:
        """Return whether a fraction below one begins at *at*: 'one hundred and three quarters' is 100.75."""
        if tokens[at].role not in ("cardinal", "digits"):
            return False
        near = tokens[at : at + _LOOK_AHEAD]
        count = Cardinal(self._text, self._pack, joins=False)
        end = count.read(near, 0)
        if end >= len(near) or near[end].role not in ("fraction", "denominator"):
            return False
        whole = near[end].rational
        return count.value < whole if whole > 1 else count.value * whole < 1

    def _joins(self, value: int | Fraction, tokens: list[Token], at: int) -> bool:
        period = self.period
        if period is None:
            return self.scale != 0 and not _reaches(tokens, at, self.scale)
        if period % 1:
            return False
        if period >= 100 and period % 100 == 0:
            follower = tokens[at + 1].role if at + 1 < len(tokens) else ""
            return 0 < value < 100 and follower != "hundred"
        if value in self._pack.joined_units:
            return period % 100 >= 20 and period % 10 == 0 and (value < 10 or period % 100 in self._pack.long_tens)
        return self._pack.units_first and 0 < period % 100 < 10 and 20 <= value < 100 and value % 10 == 0


def _reaches(tokens: list[Token], at: int, scale: int) -> bool:
    """Return whether a number of at least *scale* begins at *at*: 'two million and three million' are two."""
    for token in tokens[at : at + _LOOK_AHEAD]:
        if token.role == "scale":
            return token.factor >= scale
        if token.role not in ("cardinal", "hundred", "joiner", "digits"):
            return False
    return False
