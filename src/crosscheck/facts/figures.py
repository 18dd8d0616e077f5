"""Words of two sentences that are the same otherwise, as figures: numbers, times of day, months, days of the week."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cache
from itertools import chain
from typing import Literal

import msgspec

from crosscheck.facts.sentences import Sentence
from crosscheck.languages import load_language
from crosscheck.records import ROUND_FROM

FigureKind = Literal["number", "clock", "ordinal", "month", "weekday"]

_NUMERAL = re.compile(r"\d+(?:[.,:’]\d+)*")
_MARK = re.compile(r"[.,:’]")
_THOUSANDS = re.compile(r"\d{1,3}(?:([.,’])\d{3})(?:\1\d{3})*")
_HOUR = 60
_NEAR = 10
"""Two numbers that differ by at most one part in so many may both be about one."""
_REACH = 3
"""How many words behind one that says 'about' or 'more than' are not exact."""
_NONE: tuple[FigureKind, int] = ("number", 0)
_LEAST_WEEKDAY = 4
"""Names of weekdays with fewer letters are words of their own, too: 'so', 'sun'."""


class Figure(msgspec.Struct, frozen=True, gc=False):
    """What a word says, or the numeral that it is part of.

    ``parts`` are the numbers that its marks separate, of a clock time hour and minute; ``decimals`` is how many
    digits stand behind the mark of a single number, whose two parts these are. ``tokens`` are the words that it takes.
    ``vague`` tells that the words before it leave it open, ``dated`` that it is part of a date or a time of day.
    """

    kind: FigureKind
    parts: tuple[int, ...]
    tokens: range
    decimals: int = 0
    vague: bool = False
    dated: bool = False

    @property
    def value(self) -> Fraction | None:
        """Return the number that it is, None where it is several."""
        if len(self.parts) > 2 or self.kind == "clock":
            return None
        whole, *rest = self.parts
        return Fraction(whole) + (Fraction(rest[0], 10**self.decimals) if rest else 0)


class _Words(msgspec.Struct, frozen=True):
    """The words of one language that are figures, those that leave the next open, and what makes digits a time."""

    figures: Mapping[str, tuple[FigureKind, int]]
    vague: frozenset[str]
    clock: re.Pattern[str]


def figure_at(sentence: Sentence, token: int) -> Figure | None:
    """Return the figure that a word of *sentence* is or is part of, None where it is none."""
    words, word = _load(sentence.cast.language), sentence.words[token]
    known = words.figures.get(word)
    if known is not None:
        kind, number = known
        is_date = kind in ("month", "weekday")
        return Figure(kind, (number,), range(token, token + 1), 0, _is_vague(sentence, token, words), is_date)
    return _numeral_at(sentence, token, words) if any(map(str.isdigit, word)) else None


def _numeral_at(sentence: Sentence, token: int, words: _Words) -> Figure | None:
    """Return the numeral that the digits of a word are part of, None where their marks are those of no number."""
    text, spans = sentence.text, sentence.spans
    start, at = spans[0].start, spans[token]
    numeral = next(found for found in _NUMERAL.finditer(text) if found.end() + start > at.start)
    low, high = numeral.start() + start, numeral.end() + start
    inside = [i for i, span in enumerate(spans) if low < span.end and span.start < high]
    tokens = range(inside[0], inside[-1] + 1)
    beside = [sentence.words[i] for i in (tokens.start - 1, tokens.stop) if 0 <= i < len(sentence.words)]
    is_clock = words.clock.match(text, numeral.end()) is not None
    dated = is_clock or any(words.figures.get(word, _NONE)[0] == "month" for word in beside)
    parts, decimals = [int(part) for part in _MARK.split(numeral[0])], 0
    if not is_clock and _THOUSANDS.fullmatch(numeral[0]):
        parts = [int(_MARK.sub("", numeral[0]))]
    elif not is_clock and len(parts) == 2 and ":" not in numeral[0]:
        decimals = len(_MARK.split(numeral[0])[1])
    kind: FigureKind = "clock" if is_clock or ":" in numeral[0] else "number"
    return Figure(kind, tuple(parts), tokens, decimals, _is_vague(sentence, tokens.start, words), dated)


def _is_vague(sentence: Sentence, token: int, words: _Words) -> bool:
    return not words.vague.isdisjoint(sentence.words[max(token - _REACH, 0) : token])


def exclude_each_other(figure: Figure, other: Figure) -> bool:
    """Return whether two figures at one place of a sentence cannot both be right, however they were rounded."""
    if figure.kind != other.kind:
        return False
    if figure.kind == "clock":
        apart = abs(_minutes(figure) - _minutes(other))
        return apart >= _HOUR if figure.vague else apart > 0
    value, another = figure.value, other.value
    if value is None or another is None or figure.kind != "number":
        return figure.parts != other.parts
    if figure.vague and abs(value - another) * _NEAR <= max(value, another):
        return False
    return not (_may_round(figure, value, another) or _may_round(other, another, value))


def _minutes(clock: Figure) -> int:
    hour, minute = (*clock.parts, 0)[:2]
    return hour * _HOUR + minute


def _may_round(figure: Figure, value: Fraction, exact: Fraction) -> bool:
    """Return whether the *value* of a figure may stand for *exact*: equal to it, or with fewer digits."""
    if value == exact:
        return True
    if (exact * 10**figure.decimals).denominator > 1:
        return _is_within(value, exact, Fraction(1, 10**figure.decimals))
    place = 1
    while value and not value % (place * 10):
        place *= 10
    return place >= ROUND_FROM and _is_within(value, exact, Fraction(place))


def _is_within(value: Fraction, exact: Fraction, place: Fraction) -> bool:
    return 2 * abs(value - exact) <= place


@cache
def _load(code: str) -> _Words:
    """Return the words of the language *code*.

    Raises:
        ConfigError: there is no such language.
    """
    pack = load_language(code)
    dates, numbers = pack.dates, pack.numbers
    figures: dict[str, tuple[FigureKind, int]] = {word: ("number", n) for word, n in numbers.cardinals.items()}
    rows: tuple[tuple[FigureKind, Iterable[Iterable[str]]], ...] = (
        ("ordinal", ((form,) for form in dates.ordinals)),
        ("month", dates.months),
        ("weekday", ((f for f in forms if len(f) >= _LEAST_WEEKDAY) for forms in (*dates.weekdays, *dates.weekly))),
    )
    for kind, several in rows:
        for number, forms in enumerate(several):
            for form in chain.from_iterable(_inflected(form, dates.endings) for form in forms):
                figures.setdefault(form, (kind, number % 7 if kind == "weekday" else number))
    hedges = (h.words for h in numbers.hedges.values() if h.bound or h.below != "0" or h.above != "0")
    vague = chain(*hedges, *dates.approximators.values(), *dates.hedges.values())
    clock = "|".join(re.escape(form) for forms in dates.clock_words.values() for form in forms)
    return _Words(
        figures, frozenset(filter(str.isalpha, vague)), re.compile(rf"\s*(?:{clock or '$'})(?!\w)", re.IGNORECASE)
    )


def _inflected(form: str, endings: Iterable[str]) -> Iterator[str]:
    """Yield *form*, with each of *endings* where it has a place for one."""
    stem = form.rstrip("~.")
    yield from (stem + ending for ending in endings) if form.endswith("~") else (stem,)
